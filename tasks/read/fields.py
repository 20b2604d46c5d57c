"""A row of a table of articles -> what it says about its article: text, title, date, address, source, author.

Columns are found by their usual names, written in any way (`Story Heading`, `story_heading`, `storyHeading`). The first
name that has a value wins. Values are handed on as they stand; reading a date or a page is the cleaner's work.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from schemas.document import RowFields
from tasks.read.settings import FIELDS, ReadSettings

# In order of preference. `description` and `summary` are not here: a feed's teaser in the place of a lost text would be
# published as the article. Whoever wants them sets the field map.
USUAL_NAMES = {
    "title": """
        title headline heading articletitle articleheadline storytitle storyheading newstitle newsheadline
        posttitle titlepage headlinetext hed webtitle subjectline
    """,
    "text": """
        text articletext fulltext maintext body articlebody bodytext storybody newsbody content articlecontent
        textcontent contenttext newscontent storytext newstext storycontent maincontent contentencoded article
        story news post paragraphs plaintext cleantext rawtext bodyhtml contenthtml articlehtml texthtml html
        raw storyexcerpt articleexcerpt excerpt
    """,
    # `published` before `published_raw`: where a data set has both, its maker knew whether 3/4 is in March or in April.
    # No names of crawl or change times (`date_download`, `timestamp`, `modified`): a wrong date is worse than none.
    "date": """
        published publishedat publishedon publisheddate publisheddatetime datepublished datepublish publishdate
        publicationdate publicationdatetime publicationtime publishedtime publishtime pubdate pubtime
        webpublicationdate firstpublished articledate newsdate storydate postdate date datetime day publishedraw
        dateraw rawdate
    """,
    "url": """
        url link articleurl articlelink weburl storyurl newsurl newslink pageurl canonicalurl canonicallink
        permalink href uri loc
    """,
    "source": """
        source publisher outlet publication sourcename newspaper newsoutlet newssource publishername mediaoutlet
        media sitename website site channel sourcedomain domain
    """,
    "author": """
        author authors authorname authornames byline writer writers journalist reporter articleauthor creator
        dccreator by
    """,
}
# Where an object stands in the place of a value: `{"rendered": …}`, `{"name": …}`, `{"main": …}`.
INNER_NAMES = ("rendered", "text", "value", "#text", "main", "name", "body", "content")
# Keys of what a scraper writes when it got no article.
FAILURE_NAMES = frozenset(("error", "errors", "exception", "errormessage", "statuscode"))


@dataclass(frozen=True)
class Problem:
    """Why a row holds no article: one of `rejects.reason`, and a sentence."""

    reason: str
    message: str


def map_fields(raw: bytes, settings: ReadSettings) -> RowFields | Problem:
    """Return what the raw bytes of a row say about its article."""
    try:
        row = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return Problem("bad_record", f"The row is not valid JSON: {error}.")
    if not isinstance(row, dict):
        return Problem("bad_record", f"The row is {json_kind(row)}, not an object with fields.")
    return find_fields(row, settings)


def find_fields(row: Mapping[str, Any], settings: ReadSettings) -> RowFields | Problem:
    """Return what the fields of a row say about its article."""
    columns: dict[str, list[str]] = {}
    for column in sorted(row):
        columns.setdefault(folded(column), []).append(column)
    names = names_by_field(settings.field_map)
    found = {field: first_value(row, columns, names[field], field) for field in FIELDS}
    text = found.pop("text")
    if text:
        return RowFields(text, **found)
    return why_no_text(columns, names["text"], found)


def first_value(
    row: Mapping[str, Any], columns: Mapping[str, list[str]], names: tuple[str, ...], field: str
) -> str | None:
    """Return the value of the first of `names` that has one."""
    for name in names:
        for column in columns.get(name, ()):
            if (value := in_words(row[column], "\n\n" if field == "text" else ", ")).strip():
                return value
    return None


def why_no_text(columns: Mapping[str, list[str]], names: tuple[str, ...], found: Mapping[str, str | None]) -> Problem:
    """Return why a row without text is no article."""
    present = [column for name in names for column in columns.get(name, ())]
    shown = ", ".join(repr(column) for group in columns.values() for column in group)
    if FAILURE_NAMES & columns.keys():
        return Problem("bad_record", f"The row is a scraper's error report, not an article. Its fields: {shown[:300]}.")
    if not columns:
        return Problem("empty", "The row has no fields.")
    if present:
        return Problem("empty", f"The text of the row ({', '.join(map(repr, present))}) is empty.")
    if not found["title"] and not found["date"]:
        return Problem("bad_record", f"The row holds no article: no text, title or date. Its fields: {shown[:300]}.")
    return Problem(
        "missing_field",
        f"No field of the row holds the text. Its fields: {shown[:300]}. Name the right one in the field map.",
    )


@lru_cache(maxsize=16)
def names_by_field(field_map: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    """Return the names to look for, by field, those of the user first."""
    return {
        field: tuple(folded(column) for of, column in field_map if of == field) + tuple(USUAL_NAMES[field].split())
        for field in FIELDS
    }


@lru_cache(maxsize=4096)
def folded(column: str) -> str:
    """Return a column's name in lower case without spaces and signs."""
    return "".join(c for c in column.casefold() if c.isalnum())


def in_words(value: Any, separator: str) -> str:
    """Return a value of a row as text: lists joined, objects by their telling field, numbers as written."""
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, list):
        return separator.join(words for item in value if (words := in_words(item, separator)).strip())
    if isinstance(value, dict):
        inner = next((value[name] for name in INNER_NAMES if value.get(name)), "")
        return inner if isinstance(inner, str) else ""
    if value is None or isinstance(value, bool) or value != value:
        return ""
    return str(value)


def well_formed(text: str) -> str:
    """Return `text` with halves of characters (lone surrogates, which no file can hold) joined or made U+FFFD."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def json_kind(value: Any) -> str:
    """Return what a JSON value is, for a sentence."""
    if isinstance(value, str):
        return f"the text {value[:80]!r}"
    return {list: "a list", dict: "an object", bool: "true or false", type(None): "null"}.get(type(value), "a number")
