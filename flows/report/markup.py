"""Values become HTML: plain text is always escaped, only what these functions built is taken as markup."""

import html
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Markup:
    """HTML that is safe to stand in a page."""

    html: str


Cell = str | int | float | Markup | None


def escaped(value: Cell) -> str:
    """Return a value as HTML: numbers with thousands separators, a missing value as a dash."""
    match value:
        case Markup():
            return value.html
        case None:
            return "–"
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.1f}"
        case _:
            return html.escape(value)


def element(tag: str, *children: Cell, **attributes: str) -> Markup:
    """Return one element; a trailing underscore of an attribute's name is dropped, so that `class_` can be said."""
    said = "".join(f' {name.rstrip("_")}="{html.escape(value)}"' for name, value in attributes.items())
    return Markup(f"<{tag}{said}>{''.join(escaped(child) for child in children)}</{tag}>")


def section(title: str, *blocks: Markup) -> Markup:
    """Return a section of the page under its own heading."""
    return element("section", element("h2", title), *blocks)


def note(text: str) -> Markup:
    """Return a paragraph that explains what is shown."""
    return element("p", text, class_="note")


def table(caption: str, headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Markup:
    """Return a table whose caption says what it lists; a column that holds a number is set as numbers."""
    if not rows:
        return note(f"{caption}: none.")
    kinds = [
        {"class_": "number"} if any(isinstance(cell, int | float) for cell in column) else {}
        for column in zip(*rows, strict=True)
    ]
    head = element("tr", *(element("th", text, scope="col", **kind) for text, kind in zip(headers, kinds, strict=True)))
    body = [
        element("tr", *(element("td", cell, **kind) for cell, kind in zip(row, kinds, strict=True))) for row in rows
    ]
    whole = element("table", element("caption", caption), element("thead", head), element("tbody", *body))
    return element("div", whole, class_="wide")


def listing(caption: str, headers: Sequence[str], rows: Sequence[Sequence[Cell]], n_total: int) -> Markup:
    """Return a table of the first rows of something, and say how many it leaves out."""
    left_out = n_total - len(rows)
    said = f"{left_out:,} more are not shown." if left_out else ""
    shown = table(caption, headers, rows)
    return Markup(shown.html + note(said).html) if said else shown


def bar(n: int, largest: int) -> Markup:
    """Return a bar whose length is `n` as a share of the largest value of its column."""
    width = 100 * n / max(1, largest)
    return element("span", class_="bar", style=f"width:{width:.1f}%")


def shortened(text: str | None, n_chars: int) -> str | None:
    """Return `text` on one line of at most `n_chars` characters."""
    line = " ".join(text.split()) if text else ""
    return (line if len(line) <= n_chars else f"{line[: n_chars - 1].rstrip()}…") or None


def share(part: int, whole: int) -> str:
    """Return a part in percent of its whole, in words when there is no whole."""
    return f"{100 * part / whole:.1f} %" if whole else "none"
