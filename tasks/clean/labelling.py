"""Units -> labels and paragraphs: head, lines inside, repeats and foot, again and again until no rule takes anything.

Because the last round asked every rule about exactly the paragraphs that are left, cleaning the body again changes nothing.
"""

import re
from dataclasses import dataclass, field
from itertools import takewhile

from tasks.clean import byline, captions, gallery, inside, live_blog
from tasks.clean.facts import Byline, Caption, Headline, Note
from tasks.clean.foot import read_foot
from tasks.clean.head import Head, read_head
from tasks.clean.head_dates import date_line
from tasks.clean.headline import same
from tasks.clean.learned import Taught
from tasks.clean.lines import Label, Unit, part
from tasks.clean.repeats import label_repeats
from tasks.clean.rules import Setting, Taken, label, whole
from tasks.clean.user_rules import NO_RULES, UserRules

_ROUNDS = 12  # every round but the last takes something; real documents need three
_EDGE = 4  # units at either end where a date or an author stands alone; further in they belong to the story
_MAX_BULLET_CHARS = 300  # of a line of a summary, and of its first line with a second deck
_MAX_QUESTION_CHARS = 130  # of a bullet that asks; longer questions open stories
_MAX_ITEMS, _MAX_ITEM_WORDS = 6, 18  # headlines below "Also read:", and their words
_LABELS_OF_LISTS = {"read_more": 3, "read_more_alone": 3, "tags": 1}  # words of the shortest item below one
_MAX_CAPITAL_SHARE = 0.005  # of a text printed without capitals: damaged characters may read as such
_BULLETS = "-–•*●▪"
_BULLET = re.compile(r"[•●▪■*]\s?\w|[-–—]\s(?=\S.*[^.!?”\"]$)")  # a dash before a sentence opens speech
_MIN_SUMMARY, _MAX_SUMMARY = 2, 7  # lines
_MIN_STORY = 2  # paragraphs below a summary, or it is the story
_MAX_CREDITED_WORDS = 40  # of a caption above "(photo credit: …)"
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,30}:\s")
_LABEL = re.compile(r"[A-Z][\w.'’-]{1,20}:\s")  # printed twice, it is whose words follow
_POST_END = re.compile(r"(?:https?://t\.co|pic\.twitter\.com)/\w+[”\"’]?$")


@dataclass
class Labelled:
    """The labels of a document, its paragraphs, and its headline with the place it was found."""

    labels: list[Label] = field(default_factory=list)
    paragraphs: list[Unit] = field(default_factory=list)
    headline: str | None = None
    headline_source: str | None = None
    user_rules: UserRules = NO_RULES
    stated_authors: tuple[str, ...] = ()

    def authors(self) -> tuple[str, ...]:
        """Return the full names, in small letters, of those known to have written the story."""
        printed = {name.casefold() for one in self.labels if isinstance(one.fact, Byline) for name in one.fact.names}
        return tuple(sorted(name for name in printed.union(self.stated_authors) if " " in name))


def label_units(
    units: list[Unit], headline: str | None, user_rules: UserRules = NO_RULES, authors: tuple[str, ...] = ()
) -> Labelled:
    """Label what is not body; `headline` and `authors` are those of the record, if it has any."""
    source = "metadata" if headline else None
    known = tuple(name.casefold() for name in authors)
    done = Labelled(
        paragraphs=units, headline=headline, headline_source=source, user_rules=user_rules, stated_authors=known
    )
    _go_through_rules(done)
    return done


def label_learned(done: Labelled, taught: Taught) -> None:
    """Label what the corpus taught, and again what the rules find in the rest, until neither takes anything."""
    for _ in range(_ROUNDS):
        labels, rest = taught.take(done.paragraphs)
        if not labels:
            break
        done.labels += labels
        done.paragraphs = rest
        _go_through_rules(done)


def _go_through_rules(done: Labelled) -> None:
    asked: dict[str, Taken | None] = {}
    for _ in range(_ROUNDS):
        n_before = len(done.labels)
        _round(done, asked)
        if len(done.labels) == n_before:
            break
    done.labels = _in_order(done.labels)


def _in_order(labels: list[Label]) -> list[Label]:
    """Return the labels in the order of the source; every copy of the headline but the first is a duplicate."""
    ordered = sorted(labels, key=lambda label: label.pieces)
    copies = [number for number, label in enumerate(ordered) if isinstance(label.fact, Headline)]
    for place, number in enumerate(copies):
        one = ordered[number]
        ordered[number] = Label("duplicate_headline" if place else "headline_line", one.rule, one.pieces, one.fact)
    return ordered


def _round(done: Labelled, asked: dict[str, Taken | None]) -> None:
    removed_by_user, done.paragraphs = done.user_rules.take(done.paragraphs)
    head = read_head(done.paragraphs, _setting(done))
    if head.headline_source:
        done.headline, done.headline_source = head.headline, head.headline_source
    done.labels += removed_by_user + head.labels
    story = _without_highlights(head, done)
    if len(story) < len(head.rest):  # the summary may stand above the authors: the head is read again
        done.paragraphs = story
        return
    lines = _label_lines(story, done, asked)
    repeats, rest = label_repeats(lines)
    foot = read_foot(rest, done.authors())
    done.labels += repeats + foot.labels
    done.paragraphs = foot.rest


def _setting(done: Labelled) -> Setting:
    sample = "".join(unit.text for unit in done.paragraphs[:6])[:1500]
    labelled = [number for number, unit in enumerate(done.paragraphs[:40]) if _SPEAKER.match(unit.text)]
    others = (
        labelled[1:] if labelled and labelled[0] < _EDGE else labelled
    )  # the first one is the dateline, if it is one
    labels = [found.group() for unit in done.paragraphs[:40] if (found := _LABEL.match(unit.text))]
    has_labels = bool(others) or len(set(labels)) < len(labels)
    n_capitals = sum(map(str.isupper, sample))
    is_lower_case = any(map(str.islower, sample)) and n_capitals <= len(sample) * _MAX_CAPITAL_SHARE
    return Setting(done.headline, is_lower_case, has_labels, done.authors())


def _label_lines(units: list[Unit], done: Labelled, asked: dict[str, Taken | None]) -> list[Unit]:
    """Label whole lines that are no part of the story; `asked` remembers what the rules said of a line."""
    rest: list[Unit] = []
    is_live = live_blog.is_live_blog(done.headline, tuple(unit.text for unit in units))
    authors = done.authors()
    end_of_list = 0  # number of the line behind the headlines below "Also read:"
    for number, unit in enumerate(units):
        if pictures := gallery.read(unit.text):
            done.labels += [label(unit, picture) for picture in pictures]
            rest += _between(unit, pictures)
            continue
        at_edge = number < _EDGE or number >= len(units) - 2
        taken = _line(unit.text, at_edge, done.headline, asked) or _by_context(unit.text, is_live, authors)
        if taken is None and (signed := captions.read_signed(unit.text)) and _is_inside(units, number):
            taken = whole(unit.text, "caption_line", "caption_inside", signed)
        if taken is None and number < end_of_list:
            taken = whole(unit.text, "promo_line", "below_label")
        if taken is None:
            rest.append(unit)
            continue
        if taken.rule == "post_signature" and rest and _POST_END.search(rest[-1].text):
            done.labels.append(Label("embed", "post_before_signature", rest.pop().pieces))
        if _is_button(unit.text, number, units, rest):
            done.labels.append(Label("promo_line", "above_button", rest.pop().pieces))
        if _is_bracketed_credit(unit.text, taken) and rest and len(rest[-1].text.split()) <= _MAX_CREDITED_WORDS:
            done.labels.append(_above_credit(rest.pop()))
        done.labels.append(label(unit, taken))
        if taken.rule in _LABELS_OF_LISTS:
            end_of_list = _end_of_list(units, number, _LABELS_OF_LISTS[taken.rule])
        if taken.end < len(unit.text) and (remainder := part(unit, taken.end, len(unit.text))):
            rest.append(remainder)
    return rest


def _is_inside(units: list[Unit], number: int) -> bool:
    """Tell whether the story goes on below a line: one that an agency signs there is no end of it."""
    near = (unit.text for unit in units[number + 1 : number + 1 + _EDGE])
    return any(len(text.split()) > _MAX_ITEM_WORDS and text[-1] in '.!?”"' for text in near)


def _is_button(text: str, number: int, lines: list[Unit], rest: list[Unit]) -> bool:
    """Tell whether a line is the button "Read more" below the headline of another story, inside this one."""
    if text.casefold() != "read more" or not rest or number + 1 == len(lines):
        return False
    above = rest[-1].text
    return above[-1].isalnum() and len(above.split()) <= _MAX_ITEM_WORDS


def _is_bracketed_credit(text: str, taken: Taken) -> bool:
    """Tell whether a line is "(photo credit: …)" alone: sites that print it so put it below the caption."""
    fact = taken.fact
    return (
        isinstance(fact, Caption)
        and fact.text is None
        and text.casefold().startswith(("(photo credit", "[photo credit"))
    )


def _above_credit(unit: Unit) -> Label:
    return Label("caption_line", "above_credit", unit.pieces, Caption(unit.text, None))


def _by_context(text: str, is_live: bool, authors: tuple[str, ...]) -> Taken | None:
    """Take the time of a live blog's entry, and the author's name again, which stands below a picture."""
    if is_live and live_blog.is_time_mark(text):
        return whole(text, "timestamp_line", live_blog.TIME_MARK_RULE, Note(("live_blog",)))
    return whole(text, "byline", "author_again") if text.casefold() in authors else None


def _end_of_list(lines: list[Unit], label_number: int, min_words: int) -> int:
    """Return where the headlines end that stand below "Also read:", or below "Read next" down to the end or the site's foot."""
    start = label_number + 1
    items = list(takewhile(lambda unit: _is_item(unit.text, min_words), lines[start : start + _MAX_ITEMS]))
    below = lines[start + len(items) : start + len(items) + 1]
    is_list = lines[label_number].text.endswith(":") or all(inside.read_line(unit.text) for unit in below)
    return start + len(items) if is_list else 0


def _is_item(text: str, min_words: int) -> bool:
    ends_as_headlines_do = text[-1].isalnum() or text[-1] in "?’”'\""
    return (
        min_words <= len(text.split()) <= _MAX_ITEM_WORDS
        and ends_as_headlines_do
        and (min_words == 1 or not text[0].islower())
    )


def _is_bullet(text: str) -> bool:
    bare = text.rstrip("\"”’'")
    if text[0] in _BULLETS:
        return len(text) <= _MAX_BULLET_CHARS
    return len(text) <= (_MAX_QUESTION_CHARS if bare.endswith(("?", "!")) else _MAX_BULLET_CHARS) and not bare.endswith(
        "."
    )


def _is_credit(text: str) -> bool:
    return byline.read_line(text) is not None or date_line(text) is not None


def _between(unit: Unit, taken: list[Taken]) -> list[Unit]:
    """Return what is left of `unit` before, between and behind the spans that were taken."""
    starts = [0, *(one.end for one in taken)]
    ends = [*(one.start for one in taken), len(unit.text)]
    return [found for start, end in zip(starts, ends, strict=True) if (found := part(unit, start, end))]


def _line(text: str, at_edge: bool, headline: str | None, asked: dict[str, Taken | None]) -> Taken | None:
    if at_edge and len(text) <= 200:
        if taken := date_line(text):
            return taken
        if found := byline.read_line(text):
            return whole(text, "byline", "author_line", found)
    if headline and len(text) < 400 and same(text, headline, loosely=False):
        return whole(text, "headline_line", "headline_again", Headline(text))
    if text not in asked:
        asked[text] = inside.read_line(text)
    return asked[text]


def _without_highlights(head: Head, done: Labelled) -> list[Unit]:
    """Label a summary in bullets ("Story highlights …") at the start: it repeats the story, and its first line is no lead."""
    units = head.rest
    if not units:
        return units
    if _is_bullet(units[0].text) and inside.HIGHLIGHTS.match(units[0].text):
        size = 0
        while size < min(len(units) - 1, 7) and _is_bullet(units[size].text) and not _is_credit(units[size].text):
            size += 1
    else:
        size = _size_of_summary(head)
    done.labels += [Label("metadata_line", "story_highlights", unit.pieces) for unit in units[:size]]
    return units[size:]


def _size_of_summary(head: Head) -> int:
    """Return how many lines with bullets stand above the story; 0 when it is a list, or one that goes on in it."""
    texts = [unit.text for unit in head.rest]
    is_marked = bool(head.labels) and head.labels[-1].rule == "alert_mark"  # the head took the first bullet
    size = int(is_marked)
    while (
        size < len(texts)
        and size <= _MAX_SUMMARY
        and _BULLET.match(texts[size])
        and len(texts[size]) <= _MAX_BULLET_CHARS
    ):
        size += 1
    story = texts[size : size + _MIN_STORY]
    is_story = len(story) == _MIN_STORY and all(text[-1] in '.!?”"' and not _BULLET.match(text) for text in story)
    return size if _MIN_SUMMARY <= size <= _MAX_SUMMARY and is_story else 0
