"""What the articles are: when they were published, by whom, and what a reader should know before using them."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from flows.report.markup import Markup, bar, element, escaped, listing, note, section, share, table
from flows.report.rows import count_rows, count_values, ranked
from schemas.articles import FLAGS

N_PUBLISHERS = 15
N_BARS = 120  # ten years of months; narrower bars cannot be told apart on a phone
Bars = list[tuple[str, int]]


def contents(articles: Sequence[Path]) -> Markup:
    """Return articles by time, publisher and flag."""
    n_articles = count_rows(articles)
    return section(
        "Articles",
        over_time(count_values(articles, "published_month"), n_articles),
        by_publisher(count_values(articles, "publisher"), n_articles),
        by_flag(count_values(articles, "flags"), n_articles),
    )


def over_time(months: Counter[str | None], n_articles: int) -> Markup:
    """Return a chart of articles by month (years or decades for a long time), and the share without a date."""
    undated = months[None]
    counted = f"{undated:,} of {n_articles:,} articles ({share(undated, n_articles)})"
    missing = note(f"Without a month of publication: {counted}.")
    known = {month: n for month, n in months.items() if month is not None}
    if not known:
        return missing
    period, bars = periods(known)
    return element("div", chart(f"Articles by {period} of publication", bars), missing)


def periods(months: dict[str, int]) -> tuple[str, Bars]:
    """Return the name of the finest period that fits the chart, and its bars without a gap."""
    first, last = min(months), max(months)
    years = range(int(first[:4]), int(last[:4]) + 1)
    every_month = [month for year in years for n in range(1, 13) if first <= (month := f"{year:04d}-{n:02d}") <= last]
    for name, n_chars, ending in (("month", 7, ""), ("year", 4, ""), ("decade", 3, "0s")):
        bars = dict.fromkeys((month[:n_chars] + ending for month in every_month), 0)
        if len(bars) <= N_BARS or name == "decade":
            break
    for month, n in months.items():
        bars[month[:n_chars] + ending] += n
    return name, list(bars.items())


def chart(caption: str, bars: Bars) -> Markup:
    """Return a bar chart drawn in the page; a browser shows the number of the bar that is pointed at."""
    most = max(n for _, n in bars)
    drawn = "".join(
        f'<rect x="{place + 0.1:.1f}" y="{100 * (1 - n / most):.2f}" width="0.8" height="{100 * n / most:.2f}">'
        f"{escaped(element('title', f'{name}: {n:,}'))}</rect>"
        for place, (name, n) in enumerate(bars)
    )
    size = f'viewBox="0 0 {len(bars)} 100" preserveAspectRatio="none"'
    picture = Markup(f'<svg {size} role="img" aria-label="{escaped(caption)}">{drawn}</svg>')
    peak = next(name for name, n in bars if n == most)
    marks = (bars[0][0], f"most: {peak}, {most:,}", bars[-1][0])
    axis = element("div", *(element("span", mark) for mark in marks), class_="axis")
    return element("figure", element("figcaption", caption), picture, axis)


def by_publisher(publishers: Counter[str | None], n_articles: int) -> Markup:
    """Return the publishers with most articles."""
    found = ranked(publishers)
    most = found[0][1] if found else 0
    rows = [(name, n, share(n, n_articles), bar(n, most)) for name, n in found[:N_PUBLISHERS]]
    listed = listing("Publishers with most articles", ("publisher", "articles", "share", ""), rows, len(found))
    unknown = publishers[None]
    counted = f"{unknown:,} of {n_articles:,} articles ({share(unknown, n_articles)})"
    return element("div", listed, note(f"Without a known publisher: {counted}."))


def by_flag(flags: Counter[str | None], n_articles: int) -> Markup:
    """Return the flags in the order of the contract."""
    found = [(flag, flags[flag]) for flag in FLAGS if flags[flag]]
    rows = [(flag, n, share(n, n_articles), bar(n, n_articles)) for flag, n in found]
    return table("Articles by flag (an article may have several)", ("flag", "articles", "share", ""), rows)
