"""Two documents and what was measured on them to the relation between them: the first rule that holds names it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from tasks.dedupe.headlines import are_other_issues, similarity
from tasks.dedupe.settings import DedupeSettings


@dataclass(frozen=True, slots=True)
class Article:
    """What the rules ask of an article.

    `rank` is its place in the order in which copies are kept, `text` its text's number, `issue` what numbers it in a series;
    `outlets` is all that can tell that two come from one place: publisher, domain, document name.
    """

    rank: int
    article_id: str
    text: int
    headline: str | None
    issue: tuple[str, ...]
    is_column: bool
    outlets: frozenset[tuple[str, str]]
    day: date | None
    moment: datetime | None
    n_words: int


@dataclass(frozen=True, slots=True)
class Measures:
    """What was verified on a pair, seen from its first article; own words and numbers are null where no rule asks."""

    jaccard: float
    containment: float
    containment_other: float
    own_words: int | None
    own_words_other: int | None
    own_numbers: int | None
    own_numbers_other: int | None

    def turned(self) -> "Measures":
        """Return the measures seen from the other article."""
        return Measures(
            self.jaccard,
            self.containment_other,
            self.containment,
            self.own_words_other,
            self.own_words,
            self.own_numbers_other,
            self.own_numbers,
        )

    def containment_of_smaller(self) -> float:
        """Return the share of the smaller text that the larger one holds."""
        return max(self.containment, self.containment_other)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The relation of a pair, the rule that named it, and the bound its measure met."""

    relation: str
    rule: str
    threshold: float | None


SAME_BYTES = Verdict("identical", "same_raw_bytes", None)
SAME_TEXT = Verdict("same_text", "same_folded_text", None)
EQUAL_TEXTS = Measures(1.0, 1.0, 1.0, 0, 0, 0, 0)

Rule = Callable[[Article, Article, Measures, DedupeSettings], Verdict | None]


def drop(copy: Article, kept: Article, measures: Measures, settings: DedupeSettings) -> Verdict | None:
    """Return why `copy` may be dropped for `kept`, which has another text; null when it may not."""
    if is_series(copy, kept, measures, settings):
        return None
    return first_verdict(DROPPING, copy, kept, measures, settings)


def link(later: Article, earlier: Article, measures: Measures, settings: DedupeSettings) -> Verdict | None:
    """Return why two articles that both stay are linked; null when they are not."""
    return first_verdict(LINKING, later, earlier, measures, settings)


def first_verdict(
    rules: tuple[Rule, ...], one: Article, other: Article, measures: Measures, settings: DedupeSettings
) -> Verdict | None:
    """Return the verdict of the first rule that holds."""
    for rule in rules:
        if (verdict := rule(one, other, measures, settings)) is not None:
            return verdict
    return None


def goes_first(one: Article, other: Article, measures: Measures, settings: DedupeSettings) -> Article | None:
    """Return which of two articles is preferred should one be dropped for the other; null when neither can be."""
    better, worse = (one, other) if one.rank < other.rank else (other, one)
    seen = measures if worse is one else measures.turned()
    if drop(better, worse, seen.turned(), settings) is None:
        return better if drop(worse, better, seen, settings) else None
    if revision(better, worse, seen.turned(), settings):
        return worse
    if drop(worse, better, seen, settings) is None:
        return worse
    return better


def revision(earlier: Article, later: Article, measures: Measures, settings: DedupeSettings) -> Verdict | None:
    """An outlet's earlier version of a story it published again, in full, under the same or nearly the same headline."""
    overlap = max(measures.jaccard, measures.containment_of_smaller())
    if overlap < settings.revision_overlap or not earlier.outlets & later.outlets or not is_earlier(earlier, later):
        return None
    if earlier.is_column or later.is_column or later.n_words < settings.full_version_share * earlier.n_words:
        return None
    alike = similarity(earlier.headline, later.headline)
    if alike is None or alike < settings.similar_headline:
        return None
    return Verdict("revision", "later_version_of_same_outlet", settings.revision_overlap)


def near(_copy: Article, _kept: Article, measures: Measures, settings: DedupeSettings) -> Verdict | None:
    """Two texts that are the same but for a line or some words."""
    if measures.jaccard < settings.near_jaccard:
        return None
    return Verdict("near", "jaccard", settings.near_jaccard)


def contained(copy: Article, kept: Article, measures: Measures, settings: DedupeSettings) -> Verdict | None:
    """A text whose larger companion holds nearly all of it, or all but about a sentence."""
    if not is_smaller(copy, kept, measures) or measures.containment < settings.contained:
        return None
    if measures.containment >= settings.wholly_contained:
        return Verdict("contained", "containment", settings.wholly_contained)
    if measures.own_words is None or measures.own_words >= settings.few_own_words:
        return None
    # Two lines of a page's furniture have few words of their own too, but nothing says that they are a copy.
    if copy.n_words - measures.own_words < settings.few_own_words:
        return None
    return Verdict("contained", "few_own_words", settings.few_own_words)


def series(later: Article, earlier: Article, measures: Measures, settings: DedupeSettings) -> Verdict | None:
    """Two texts that would be copies but are issues of a series or one template filled twice."""
    if measures.jaccard < settings.near_jaccard or not is_series(later, earlier, measures, settings):
        return None
    return Verdict("near", "issue_of_series", settings.near_jaccard)


def partly_contained(
    _later: Article, _earlier: Article, measures: Measures, settings: DedupeSettings
) -> Verdict | None:
    """A text that a larger one holds and that has more than a sentence of its own."""
    if measures.containment_of_smaller() < settings.contained:
        return None
    return Verdict("contained", "containment_linked", settings.contained)


def related(_later: Article, _earlier: Article, measures: Measures, settings: DedupeSettings) -> Verdict | None:
    """Two texts that have about half in common."""
    if measures.jaccard < settings.linked_jaccard:
        return None
    return Verdict("near", "jaccard_linked", settings.linked_jaccard)


DROPPING: tuple[Rule, ...] = (revision, near, contained)
LINKING: tuple[Rule, ...] = (series, partly_contained, related)


def is_smaller(one: Article, other: Article, measures: Measures) -> bool:
    """Tell whether `one` has fewer shingles; of two equally long ones the worse rank counts as the smaller."""
    if measures.containment != measures.containment_other:
        return measures.containment > measures.containment_other
    return one.rank > other.rank


def is_earlier(one: Article, other: Article) -> bool:
    """Tell whether both times are known and `one` came first."""
    if one.day is None or other.day is None:
        return False
    if one.day != other.day:
        return one.day < other.day
    return one.moment is not None and other.moment is not None and one.moment < other.moment


def is_series(one: Article, other: Article, measures: Measures, settings: DedupeSettings) -> bool:
    """Tell whether two texts are issues of a series, or one template filled twice: alike, and each is news."""
    if are_other_issues(one.issue, other.issue):
        return True
    # Damaged digits in a near copy look like a template; what tells them apart is that one outlet fills it in every day.
    if measures.jaccard >= settings.near_jaccard and not (one.outlets & other.outlets and are_days_apart(one, other)):
        return False
    sides = ((measures.own_words, measures.own_numbers), (measures.own_words_other, measures.own_numbers_other))
    return all(is_filled_in(words, numbers, settings) for words, numbers in sides)


def are_days_apart(one: Article, other: Article) -> bool:
    """Tell whether both days are known and differ."""
    return one.day is not None and other.day is not None and one.day != other.day


def is_filled_in(own_words: int | None, own_numbers: int | None, settings: DedupeSettings) -> bool:
    """Tell whether what a text has of its own is mostly numbers."""
    if own_words is None or own_numbers is None or own_numbers < settings.template_numbers:
        return False
    return own_numbers >= settings.template_share * own_words
