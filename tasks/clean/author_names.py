"""Authors as printed or stated ("Analysis Jane Doe, CNN; follow her on …") -> people and desks by name, agencies apart."""

import re

from tasks.clean import outlets, places
from tasks.clean.capitals import CAPITAL
from tasks.clean.facts import Byline

_SPLIT = re.compile(r"\s?(?:,\sand\s|,|&|;|/|\||\band\b|\bwith\b)\s?")
_RUBRIC = re.compile(
    r"(?:analysis|opinion|perspective|commentary|written|story|review|words|text|reported|compiled|interview|by)(?:\sby)?\s?:?\s(?=\w+\s\w)",
    re.I,
)
_PREPOSITION = re.compile(r"(?:[Vv]on|[Pp]ar)\s(?=\w+\s\w)")  # "by", on pages in German and French
_WHERE = re.compile(
    rf"\s(?:(?:in|from|at)\s(?={CAPITAL})|(?:of|for)\s[Tt]he\s{CAPITAL}).*$"
)  # "in Karachi", "of The Post"
_CONTACT = re.compile(r"\(?\s?(?:\S{1,60}@\S{1,60}|@\w{2,30})\s?\)?|\((?:[A-Z]{2,6})\)")
# Set apart by style alone ("Jane DoeStaff Writer", "Jane DoeTHE POST"); "MacDONALD" has fewer small letters before its capitals.
_GLUED = re.compile(
    r"(?<=[a-z])(?:Staff|Senior|Special|Contributing|Chief|Reporter|Correspondent|Writer|Editor)\b.*$|(?<=[a-z]{3})[A-Z]{2,}.*$"
)
_ADDRESS = re.compile(r"https?\b|www\.|\.(?:com|org|net|co)\b|[@_\d]", re.I)
_ROLE = re.compile(
    r"(?i)\b(?:staff|reporter|writer|correspondent|editor|columnist|contributor|desk|bureau|producer|analyst|special to|"
    r"associated press|news service|political|opinion|director|founder|ceo|md|ph\.?d|professor|fellow|historian|meteorologist|"
    r"strategist|commentator|anchor|author|blogger|team|unit|photographs?|institute|council)\b"
)
# Stand in what a page says about an author, never in a name; so do not "in", "an", "he", "can" and "my", which are names too.
_SENTENCE_WORDS = """
is was has had are been joined of the at for who where with by on about all posts also this his follow more special based
"""
_NO_NAME = frozenset(_SENTENCE_WORDS.split())
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_NO_FIRST_WORD = frozenset({"a", "an", "in", "the"})
_MAX_WORDS = 6  # of a name or desk
_MAX_LOST = 2  # letters that the end of a name may have lost where it stands a second time
_MIN_CUT_CHARS = 6


def read_authors(printed: str) -> Byline:
    """Return the names in `printed`: no roles ("Staff Writer"), outlets, addresses or sentences behind them."""
    names: list[str] = []
    agencies: list[str] = []
    for piece in _SPLIT.split(printed):
        name, behind = _without_outlet(_bare(piece))
        agencies += behind
        if known := outlets.agency(name):
            agencies.append(known)
        elif name and _is_author(name, bool(names)):
            names.append(name)
    people = [
        name for name in names if not outlets.by_name(name)
    ]  # "The Post, Jane Doe": the paper is named beside its author
    names = people or names
    whole = [name for name in names if not any(_is_cut(name, other) for other in names)]
    return Byline(tuple(dict.fromkeys(whole)), tuple(dict.fromkeys(agencies)))


def _bare(piece: str) -> str:
    """Return a name without what stands around it: a rubric, a handle, a place."""
    name = _CONTACT.sub("", _GLUED.sub("", piece)).strip(' .-–—|:"“”()[]')
    return _WHERE.sub("", _PREPOSITION.sub("", _RUBRIC.sub("", name, count=1)))


def _without_outlet(name: str) -> tuple[str, list[str]]:
    """Return a name, without the outlet that no mark parts from it ("JANE DOE Associated Press"), and that if it is an agency."""
    words = name.split(" ")
    for size in range(min(len(words) - 2, 3), 0, -1) if outlets.by_name(name) is None else ():
        behind = " ".join(words[-size:])
        if outlets.by_name(behind):
            found = outlets.agency(behind)
            return " ".join(words[:-size]).removesuffix(" of"), [found] if found else []
    return name, []


def _is_author(name: str, has_others: bool) -> bool:
    words = name.casefold().split()
    if (
        words[0] in _DAYS
        or _ADDRESS.search(name)
        or (has_others and (_ROLE.search(name) or outlets.by_name(name) or outlets.by_name(words[0])))
        or (has_others and places.find(name) is not None)  # "Amina Khan, Karachi"
    ):
        return False
    is_sentence = bool(_NO_NAME & set(words)) or (words[0] in _NO_FIRST_WORD and len(words) > 2)
    return outlets.by_name(name) is not None or not (is_sentence or len(words) > _MAX_WORDS)


def _is_cut(name: str, other: str) -> bool:
    """Tell whether `name` is `other` without its last letters."""
    return len(name) >= _MIN_CUT_CHARS and other.startswith(name) and 0 < len(other) - len(name) <= _MAX_LOST
