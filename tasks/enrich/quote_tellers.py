"""Judge whether the subject of a verb of saying states anything: people and what they publish do, facts and suppositions do not."""

import re
from typing import Final

from tasks.enrich.quote_subjects import Speaker, people

NOBODY: Final = re.compile(
    r"\b(?:[Yy]ou|[Oo]ne|[Nn]ot\s(?:everyone|everybody|all)|[Ww]hat|[Ss]omething|[Nn]othing|[Nn]obody|[Ee]vidence|[Ff]acts?|[Tt]ruth)$"
)
SHOWS: Final = re.compile(r"(?:suggest|indicat|reveal|find|found|ma[dk]|show)\w*(?:\sclear)?")
# A verb in this form is a noun unless several people do it: "the claim that", "his oft-stated promise to".
NOUN_FORM: Final = re.compile(
    r"(?:claim|report|promis\w+|threaten\w*|pledge|vow|question|demand|caution|rule|hint|boast|joke|tweet|note|reply|estimate|fear|hope|show|find|order|claims)"
)
SHOWN: Final = re.compile(r"show\w*")
POLLS: Final = re.compile(
    r"(?:polls?|surveys?|study|studies|data|figures|records|documents|research|analysis|statistics|numbers)"
    r"(?:\s(?:of|by|from|for|in|on)\b.*)?$"
)
# "It indicates that", "it threatens the harvest": a fact does, and states nothing.
OF_FACTS: Final = re.compile(r"(?:threaten|encourag|indicat|not(?:ed|es|ing)|show|suggest|mean)\w*")
# What is asked, supposed or referred to is not stated: "if she believed", "what he said".
SUPPOSED: Final = re.compile(r"\b(?:if|whether|unless|until|what|whatever|once|than)\s(?:the\s)?$", re.I)


def can_tell(text: str, start: int, speaker: Speaker, cue: str) -> bool:
    """Return whether a subject states something in the sentence that begins at `start`: 'you' is nobody, a verb may be a noun."""
    said = text[speaker.start : speaker.end]
    if NOBODY.search(said) or SUPPOSED.search(text, start, speaker.start):
        return False
    if said.casefold() == "it" and OF_FACTS.match(cue):
        return False
    tells = speaker.attribution == "document" or POLLS.search(said) is not None
    if SHOWN.fullmatch(cue):
        return tells
    if speaker.attribution == "role" and (NOUN_FORM.fullmatch(cue) or SHOWS.fullmatch(cue)):
        return tells or people(said)
    return True
