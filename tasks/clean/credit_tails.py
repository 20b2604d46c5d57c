"""Who else reported, comment counts and errors of scripts, printed behind the last sentence on the same line."""

import re

from tasks.clean import byline
from tasks.clean.facts import Byline
from tasks.clean.rules import Taken

_TAIL_CHARS = 260
_INITIAL = re.compile(r"\b([A-Z])\.")
# Behind a sentence, or before a bracket; not behind an initial ("Jane D. Roe contributed …").
_STARTS = re.compile(
    r"^(?=[(\[A-Z])|(?:(?<=[.!?”\"’)\]])\s{1,4}|\s)(?=[(\[])|(?<=[.!?”\"’)\]])(?<!\b[A-Z]\.)\s{1,4}(?=[A-Z\d])",
)
# All words in small letters of a line that thanks who helped: any other one makes it a sentence of the story.
_SMALL_WORD = re.compile(
    r"(?:a|an|the|this|our|and|also|at|by|for|from|in|of|to|with|additional|agency|agencies|wires|desk|bureau|staff|correspondents?|"
    r"reporters?|reports?|reporting|story|article|writing|written|editing|edited|compiled|translated|translation|produced|files|inputs?|"
    r"assistance|contributed|contributions?)"
)
_SITE = re.compile(
    r"(?P<count>(?:\d{1,6}|No|View|Show) [Cc]omments?)|An error (?:has )?occurred[^\n]{0,60}|"
    r"(?:(?:Error loading|Failed to load|Could not load) [\w ]{3,40}|Something went wrong(?=!|[.,]? [Pp]lease))[^\n]{0,80}"
)


def read(text: str) -> Taken | None:
    """Take `(Reporting by …; editing by …)`, `With inputs from agencies`, `12 Comments`, `Error loading …` at the end of `text`."""
    for start in _STARTS.finditer(text, max(len(text) - _TAIL_CHARS, 0)):
        tail = text[start.end() :]
        if site := _SITE.fullmatch(tail):
            kind = "site_footer" if site["count"] else "site_error"
            return Taken(start.start(), len(text), kind, "site_tail")
        if credits := _credits(tail):
            return Taken(start.start(), len(text), "byline", "credits_tail", credits)
    return None


def _credits(tail: str) -> Byline | None:
    words = (word.strip("()[],.;:–—-&") for word in tail.split())
    is_credit = all(_SMALL_WORD.fullmatch(word) for word in words if word[:1].islower())
    return (byline.read_credits(_INITIAL.sub(r"\1", tail)) or _with_colon(tail)) if is_credit else None


def _with_colon(tail: str) -> Byline | None:
    """Read `Edited by: Jane Doe`; who reported is for the rules of the authors."""
    return (
        byline.read_credits(re.sub(r" by\s?:\s?", " by ", tail, count=1)) if " by:" in tail or " by :" in tail else None
    )
