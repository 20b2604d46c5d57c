"""Small corpora of invented prose, and the room from end to end as a run uses it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from random import Random

import pyarrow as pa

from tasks.dedupe import (
    Decision,
    DedupeSettings,
    Sketches,
    Texts,
    decide,
    explain_rows,
    find_candidates,
    fold_and_sketch,
    gather_clusters,
    verify_pairs,
)

SETTINGS = DedupeSettings()
SYLLABLES = (
    "ba",
    "de",
    "fi",
    "go",
    "hu",
    "ka",
    "le",
    "mi",
    "no",
    "pu",
    "ra",
    "se",
    "ti",
    "vo",
    "wu",
    "za",
    "chel",
    "dran",
)
RUN = "0123456789ab"


def prose(n_words: int, seed: int) -> str:
    """Return sentences of invented words, the same for the same seed."""
    random = Random(seed)
    words = ["".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(n_words)]
    sentences = [" ".join(words[start : start + 12]).capitalize() + "." for start in range(0, n_words, 12)]
    return " ".join(sentences)


@dataclass(frozen=True)
class Doc:
    """A document of a test; its id comes from its name, so that the same name means the same bytes."""

    name: str
    body: str
    headline: str | None = None
    day: date | None = None
    moment: datetime | None = None
    publisher: str | None = None
    uri: str | None = None
    record: int | None = None

    @property
    def article_id(self) -> str:
        return sha256(self.name.encode()).hexdigest()[:24]

    def copy(self, name: str, **changes: object) -> "Doc":
        return replace(self, name=name, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Outcome:
    """What the room said, with documents by their names."""

    decision: Decision
    duplicates: pa.Table
    clusters: pa.Table
    names: dict[str, str] = field(default_factory=dict)

    def rows(self) -> list[tuple[str, str, str, bool]]:
        """Return document, kept article, relation and whether it was dropped, sorted."""
        return sorted(
            (self.names[row["article_id"]], self.names[row["kept_article_id"]], row["relation"], row["is_dropped"])
            for row in self.duplicates.to_pylist()
        )

    def kept(self) -> set[str]:
        return {self.names[article_id] for article_id in self.decision.kept.to_pylist()}


def articles(docs: Sequence[Doc]) -> pa.Table:
    """Return the documents as decide wants them, but for the digest."""
    return pa.table(
        {
            "article_id": pa.array([doc.article_id for doc in docs], pa.string()),
            "body": pa.array([doc.body for doc in docs], pa.string()),
            "source_uri": pa.array([doc.uri or f"{doc.name}.txt" for doc in docs], pa.string()),
            "source_record": pa.array([doc.record for doc in docs], pa.int64()),
            "raw_sha256": pa.array([sha256(doc.name.encode()).hexdigest() for doc in docs], pa.string()),
            "headline": pa.array([doc.headline for doc in docs], pa.string()),
            "published_on": pa.array([doc.day for doc in docs], pa.date32()),
            "published_at": pa.array([doc.moment for doc in docs], pa.timestamp("us")),
            "publisher": pa.array([doc.publisher for doc in docs], pa.string()),
            "domain": pa.nulls(len(docs), pa.string()),
            "agencies": pa.array([[] for _ in docs], pa.list_(pa.string())),
            "n_words": pa.array([len(doc.body.split()) for doc in docs], pa.int32()),
            "run_id": pa.array([RUN for _ in docs], pa.string()),
        }
    )


def candidate_pairs(shards: Sequence[Sketches]) -> pa.Table:
    """Return the ids of the articles of each pair of texts that is to be verified."""
    facts = pa.concat_tables([sketches.facts for sketches in shards])
    texts = Texts.of(facts)
    found = find_candidates([sketches.segment for sketches in shards], texts, SETTINGS)
    return pa.table({"left": texts.articles(found.lefts), "right": texts.articles(found.rights)})


def deduplicate(docs: Sequence[Doc], shard: int = 1000) -> Outcome:
    """Run the whole room, `shard` documents at a time."""
    table = articles(docs)
    shards = [fold_and_sketch(table.slice(at, shard), SETTINGS) for at in range(0, max(1, len(docs)), shard)]
    facts = pa.concat_tables([sketches.facts for sketches in shards])
    documents = table.drop_columns("body").append_column("text_digest", facts["text_digest"])
    pairs = verify_pairs(table, candidate_pairs(shards), SETTINGS)
    decision = decide(documents, pairs, SETTINGS)
    if decision.wanted.num_rows:
        decision = decision.with_pairs(verify_pairs(table, decision.wanted, SETTINGS))
    duplicates = explain_rows(decision.duplicates, table, SETTINGS)
    names = {doc.article_id: doc.name for doc in docs}
    return Outcome(decision, duplicates, gather_clusters(duplicates, documents), names)
