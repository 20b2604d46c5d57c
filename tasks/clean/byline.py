"""Lines that name authors: `By A and B`, `Staff Reporter`, `Agencies`, `Reporting by …; editing by …`."""

import re

from tasks.clean import outlets, places
from tasks.clean.author_names import read_authors
from tasks.clean.capitals import CAPITAL
from tasks.clean.facts import Byline

_NAME_WORD = rf"(?:(?:d['’])?{CAPITAL}[\w.'’-]*|de|del|da|di|van|von|der|den|al|el|bin|ben|ibn|la|le|dos|du|ul|ur)"
_NAME = rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:\s?(?:,|&|;|/|\||\band\b|\bwith\b|\bin\b|\bfor\b|\bof\b|,\s(?:and|of|for)\b)\s?(?:the\s)?{_NAME}){{0,9}}"
_BY = re.compile(
    r"(?:(?:story|written|words|text|report(?:ed)?|compiled|posted|published|analysis|opinion|commentary|review) )?"
    r"by\b:?\s(?!the numbers\b)",
    re.I,
)
_BY_CASE = re.compile(rf"(?:our\s|the\s|an?\s)?{_NAMES}")
_BY_PREFIX = re.compile(rf"(?:By|BY)\s(?P<names>{_NAME}(?:\s(?:and|&)\s{_NAME})?)(?=\s[-–—|:]|\s{{2,}}|[;|]\s)")
_FULL_NAME = rf"{CAPITAL}[\w.'’-]+(?: {CAPITAL}[\w.'’-]+){{1,3}}"
_NAMES_AND_OUTLET = re.compile(
    rf"(?P<names>{_FULL_NAME}(?:(?:, | and | & ){_FULL_NAME}){{0,4}})(?:\s{{2,}}|\s?[,|•·–—]\s?)(?P<outlet>[A-Z][\w.&'’ ]{{1,40}})"
)
_MAX_WITH_OUTLET = 120  # characters
_DESK = re.compile(
    r"(?:(?:from\s)?(?:our|a|the(?:\snewspaper['’]s)?)\s)?(?:own\s|special\s|staff\s|senior\s|bureau\s|news\s|city\s|web\s|sports?\s|monitoring\s|online\s|"
    r"business\s|correspondents?\s|foreign\s|chief\s|crime\s|political\s|diplomatic\s)*"
    r"(?:reporters?|correspondents?|desk|bureau|writers?|staff|team|report|monitoring|agencies|agency|network|news\sservice|"
    r"newspaper\sservice|editorial\sboard|(?:\w+\s){0,2}with\s(?:wires|agencies))",
    re.I,
)
_CONTACT = re.compile(
    r"\s?\b[\w.+-]{2,40}@[\w-]+(?:\.[a-z]{2,10}){1,3}|\s?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|(?:\s[Ff]ollow)?\s@\w{2,20}$"
)
_ROLE_BEHIND = re.compile(
    r"(?:,?|\s[-–—|/])\s(?:(?:staff|senior|special|chief|political|contributing|foreign|business|sports)\s){0,3}"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?)$",
    re.I,
)
_NAME_AND_ROLE = re.compile(
    rf"(?P<name>{_FULL_NAME})(?:,|\s[-–—|/])\s(?i:(?:(?:staff|senior|special|chief|political|foreign|business|sports)\s){{0,3}}"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?))"
)
_AGO = re.compile(r"\s?[|•·–—,-]?\s(?:\d{1,3}|an?|one|two)\s(?:minute|min|hour|hr|day|week|month|year)s?\sago$", re.I)
_LABELLED = re.compile(
    rf"(?:(?P<author>Reporters?|Authors?|Writers?|Penulis)|Editors?|Translators?)\s?:\s?(?P<names>{_NAMES})"
)
_DESK_AND_PLACE = re.compile(
    r"((?:[A-Z][\w’'.]* ){0,2}(?:Staff|Special|Our|Bureau|Web|News|Monitoring) (?:Reporter|Correspondent|Report|Desk))"
    r"\s?[/|,]\s?[A-Z][\w -]{2,30}"
)
_ROLE_ALONE = re.compile(r"(?:reporters?|correspondents?|writers?|staff|team|report|desk|bureau|network)", re.I)
_REPORTED_BY = re.compile(
    r"[(\[—–-]{0,2}\s?(?:(?:additional\s)?(?:reporting|writing|editing|compiled|written|edited|translated|produced)\s(?:and\s\w+\s)?by:?\s[^\W\d_]|"
    r"with\s(?:an?\s)?(?:additional\s)?(?:reporting|reports?|inputs?|files|assistance|contributions?)\s(?:by|from)\s)[^\n]{0,300}",
    re.I,
)
_REPORTERS = re.compile(rf"[(\[—–-]{{0,2}}\s?(?i:(?:reporting|written)(?: and \w+)? by):?\s(?P<names>{_NAMES})")
_OTHER_ROLE = re.compile(r"\W{1,3}(?:additional|writing|editing|edited|written|translat\w+|produc\w+)\b", re.I)
_CONTRIBUTED = re.compile(
    r"[-–—*\s(]{0,4}(?:(?:The\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}[’']s?\s)?[A-Z][^\n.]{2,160}?\s"
    r"(?:also\s)?contributed\s(?:reporting|to\sthis\s(?:report|story|article|post)|from\s(?=[A-Z]))[^\n]{0,80}"
)
_MATERIAL = re.compile(
    r"(?:Material|Information|Reports?|Files?) from [^\n]{3,120} (?:was|were) (?:also )?used in this (?:report|story|article)\.?"
)


def read_line(line: str) -> Byline | None:
    """Return the authors that a whole line names, or None when the line is something else."""
    if len(line) > 200:
        return None
    bare = line.strip(" -–—*|•()[].:")
    if placed := _DESK_AND_PLACE.fullmatch(bare):  # "Staff Reporter /Sharjah"
        return Byline(names=(placed.group(1),))
    if _DESK.fullmatch(bare):
        return Byline(names=() if _ROLE_ALONE.fullmatch(bare) else (bare,))
    signed = _AGO.sub("", line.lstrip(" -–—*"))
    if found := _BY.match(signed):
        names = _CONTACT.sub("", signed[found.end() :]).strip(" .,:;|/–—-")
        if _DESK.fullmatch(names):
            return Byline(names=(names,))
        names = _ROLE_BEHIND.sub("", names)
        if names and _BY_CASE.fullmatch(names) and len(names.split()) <= 16:
            return read_authors(names)
    if role := _NAME_AND_ROLE.fullmatch(bare):  # "Jane Doe, Staff Reporter"
        return None if outlets.by_name(role["name"]) else read_authors(role["name"])
    if labelled := _LABELLED.fullmatch(line):
        return read_authors(labelled["names"]) if labelled["author"] else Byline()
    return _agencies_line(bare)


def read_with_outlet(line: str) -> Byline | None:
    """Read `Jane Doe and Sam Roe, The Post` and `Jane Doe | Madrid`, as pages print it below their headlines."""
    found = _NAMES_AND_OUTLET.fullmatch(line) if len(line) <= _MAX_WITH_OUTLET else None
    behind = found["outlet"].strip() if found else ""
    is_place = found and "|" in line and places.find(behind)
    return read_authors(found["names"]) if found and (is_place or outlets.by_name(behind)) else None


_TOGETHER = ("agencies", "agency", "news agencies", "wires", "web desk", "staff")


def _agencies_line(line: str) -> Byline | None:
    """Read a line that is nothing but agencies: `AP/AFP`, `Reuters`, `APP & Agencies`; "AA" alone is a button for larger type."""
    if len(line) > 60 or line == "AA":
        return None
    names = [name for name in re.split(r"\s?[/,&|+]\s?|\sand\s|\s-\s", line) if name]
    found = [outlets.agency(name) for name in names]
    if names and all(found):
        return Byline(agencies=tuple(dict.fromkeys(name for name in found if name)))
    n_groups = sum(name.casefold() in _TOGETHER for name in names)
    if 0 < n_groups < len(names) and n_groups + sum(outlets.by_name(name) is not None for name in names) >= len(names):
        return Byline(agencies=tuple(name for name in found if name))
    return None


_CONTRIBUTING = re.compile(rf"Contribut(?:ing|ors?|ed)\s?:\s?(?P<names>{_NAMES})\.?")
_BOX = re.compile(
    r"(?:Analysis|Words|Pictures|Photos|Photographs|Video|Graphics?|Illustrations?|Interviews?) by "
    rf"(?P<names>{_NAME})(?:, [^.\n]{{2,60}})?"
)


def read_credits(line: str) -> Byline | None:
    """Read `Reporting by …; editing by …` and `X contributed to this report.`; the reporters are its authors."""
    if len(line) < 100 and (box := _BOX.fullmatch(line)):  # the author of a box inside another's story
        return read_authors(box["names"])
    if line.startswith("Contribut") and len(line) < 200 and (helped := _CONTRIBUTING.fullmatch(line)):
        return Byline(agencies=read_authors(helped["names"]).agencies)
    if len(line) > 400 or not (
        _REPORTED_BY.fullmatch(line)
        or ("contributed" in line and _CONTRIBUTED.fullmatch(line))
        or ("used in this" in line and _MATERIAL.fullmatch(line))
    ):
        return None
    agencies = [found for word in re.findall(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?", line) if (found := outlets.agency(word))]
    reporters = _REPORTERS.match(line)
    names = _OTHER_ROLE.split(reporters["names"], maxsplit=1)[0] if reporters else ""
    return Byline(read_authors(names).names if names else (), tuple(dict.fromkeys(agencies)))


def read_prefix(text: str) -> tuple[int, Byline] | None:
    """Return the end of a `By A and B` that is followed by the story on the same line."""
    found = _BY_PREFIX.match(text[:160])
    if not found:
        return None
    rest = text[found.end() :]
    return found.end() + len(rest) - len(rest.lstrip(" -–—|:;")), read_authors(found["names"])


def agencies_in(words: str) -> tuple[str, ...]:
    """Return the agencies that `words` name and nothing else ("AFP/Reuters"); none when any word is something else."""
    found = [outlets.agency(name) for name in re.split(r"\s?[/,&|]\s?|\sand\s", words.strip(" .()[]")) if name]
    return tuple(dict.fromkeys(name for name in found if name)) if all(found) else ()
