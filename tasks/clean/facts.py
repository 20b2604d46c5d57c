"""What a label can tell: a headline, a date, a dateline, authors, a caption, an outlet, an address, a note."""

from dataclasses import dataclass, field
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Headline:
    """A line that is the headline, or a copy of it."""

    text: str


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed. `day` is None when its day and month could be either way round, or cannot be a date.

    `day_month` is the order of a date like 17/02/2024 or 03/04/2024: dmy, mdy or either; None when the date shows none.
    """

    evidence: str
    day: date | None = None
    month: str | None = None
    clock: time | None = None
    zone: str | None = None
    precision: str = "day"
    order_unknown: bool = False
    impossible: bool = False
    is_update: bool = False
    day_month: str | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of one line, and the authors and agencies that it names beside them."""

    found: tuple[PrintedDate, ...]
    names: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, when and by which agency the story was filed."""

    text: str
    place: str | None = None
    country: str | None = None
    agencies: tuple[str, ...] = ()
    dates: tuple[PrintedDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Byline:
    """Authors as printed, and the agencies among them."""

    names: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Caption:
    """Words below a picture, with the credit for it."""

    text: str | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that says where the text was published, or which agency sent it."""

    publisher: str | None = None
    agencies: tuple[str, ...] = ()
    dates: tuple[PrintedDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """The address of the page."""

    url: str


@dataclass(frozen=True, slots=True)
class Note:
    """A flag that the line calls for: editor_note, correction, live_blog, text_truncated."""

    flags: tuple[str, ...] = field(default=())


Fact = Headline | Dates | Dateline | Byline | Caption | Credit | Address | Note
