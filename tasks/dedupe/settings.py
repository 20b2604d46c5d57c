"""What deciding that two documents are one depends on, each number with its reason."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DedupeSettings:
    """Thresholds and bounds of the room; all shares are 0 to 1."""

    shingle_words: int = 5  # words; shorter ones join texts by idiom, longer ones miss edited sentences
    sample_rate: float = (
        1 / 8
    )  # share of shingles in a sketch; 1/16 loses 1-3 % of deep truncations and saves 3 % of time
    sketch_floor: int = 8  # shingles; texts of a few sentences would else have one sample or none
    anchors: int = (
        2  # shingles from the lead; without them texts cut to 5 % are found in 0.82 of cases, with them in all
    )
    anchor_window: int = (
        12  # shingles from the start that anchors are chosen from; a new dateline moves the start by a few
    )

    common_hash_texts: int = 64  # texts that share a hash; above it all pairs cost more than they find
    common_hash_stars: int = 2  # texts that all others with a common hash are compared with
    min_shared_hashes: int = (
        2  # one shared sample of two texts is a stock phrase; texts with less than the floor need one
    )
    min_shared_share: float = 0.2  # of the smaller sketch; a containment of 0.5 is missed in under 1 of 1,000 cases
    rejoin_share: float = 0.25  # of the texts that came or went; above it joining all again costs less than looking up
    join_hashes: int = 1 << 18  # hashes sorted at a time: 10 MB, which stays near the processor

    near_jaccard: float = 0.8  # contract, section 5: above it what differs is a footer, a headline, an edited sentence
    linked_jaccard: float = 0.5  # contract, section 5: half of the text is common, the rest is news
    contained: float = 0.8  # contract, section 5: a truncated copy with a line of its own
    wholly_contained: float = 0.95  # contract, section 5: nothing of its own
    few_own_words: int = 25  # words; contract, section 5: about one sentence, and less than that shared makes no copy
    revision_overlap: float = 0.5  # contract, section 5: Jaccard or containment of two versions
    full_version_share: float = 0.75  # of the earlier version's words; a shorter later one is a truncated copy of it

    tail_heads: int = 10  # different headlines in front of "- Gazette"; fewer may be a real second half
    similar_headline: float = 0.9  # token sort ratio; below it headlines of different events begin to match
    headline_days: int = 3  # days; a longer window finds 0.3 % more repeats
    headline_links: int = (
        5  # earlier articles a headline is linked to; a headline shared by many must not give all pairs
    )
    headline_keys: int = 3  # rarest words of a headline by which nearly equal ones find each other
    recurring_days: int = 3  # days with the same headline over different texts: a column, not a story
    recurring_words: int = 2  # words; "Letters", "Morning briefing"
    recurring_span_days: int = 14  # days from first to last; a story is not told under one headline for longer

    template_numbers: int = 4  # numbers only one side has; fewer are an updated toll
    template_share: float = (
        0.3  # of the words only one side has, which are those between two numbers, too; edited prose stays below
    )

    large_cluster: int = (
        15  # documents; of 22,000 real articles no story has more than 12, walls and teasers have 14 to 96
    )
    excerpt_chars: int = 300  # characters; contract, section 3
    explained_words: int = (
        50_000  # words of each side that are compared for the excerpts: a book, far above any article
    )
    explained_places: int = 8  # places of a repeated passage that are tried; bounds texts that repeat one line
