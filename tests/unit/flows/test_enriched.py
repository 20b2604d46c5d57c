"""Earlier enrichment is taken over for an article that reads the same, and for no other."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from flows.shards import write_shard
from flows.stages.enrich import FILES, EnrichJob, enrich_step
from flows.stages.enriched import earlier_folders
from schemas.work import CLEANED
from tasks.enrich import EnrichSettings

SETTINGS = EnrichSettings(model="none")


def articles(*bodies: str) -> pa.Table:
    """Return cleaned articles with these bodies, their ids by number."""
    rows = [
        {"article_id": f"{number:024x}", "headline": "Rain", "body": body, "language": "en", "captions": []}
        for number, body in enumerate(bodies)
    ]
    return CLEANED.from_rows(rows)


def enriched(folder: Path, cleaned: pa.Table, before: Path | None = None) -> Path:
    """Enrich all of these articles into `folder`."""
    write_shard(cleaned, folder / "cleaned.parquet")
    enrich_step(
        EnrichJob(folder / "cleaned.parquet", tuple(range(cleaned.num_rows)), folder / "made", before, SETTINGS)
    )
    return folder / "made"


def tolls(folder: Path) -> list[tuple[str, str]]:
    """Return number of the article and text of all figures."""
    rows = pq.read_table(folder / "figures.parquet").to_pylist()
    return sorted((row["article_id"][-1], row["text"]) for row in rows)


def marked(folder: Path) -> Path:
    """Change every text, so that rows that were taken over can be told from rows made anew."""
    rows = pq.read_table(folder / "figures.parquet")
    texts = pa.array([f"{text} (kept)" for text in rows["text"].to_pylist()], pa.string())
    place = rows.column_names.index("text")
    write_shard(rows.set_column(place, rows.schema.field("text"), texts), folder / "figures.parquet")
    return folder


FLOOD, FIRE = "The flood killed 12 people on Monday.", "The fire killed 7 people on Monday."


def test_only_articles_that_read_the_same_keep_their_rows(tmp_path: Path) -> None:
    first = enriched(tmp_path / "1", articles(FLOOD, FIRE))
    assert tolls(first) == [("0", "12 people"), ("1", "7 people")]
    second = enriched(tmp_path / "2", articles(FLOOD, FIRE.replace("7", "8"), FIRE), marked(first))
    assert tolls(second) == [("0", "12 people (kept)"), ("1", "8 people"), ("2", "7 people")]
    assert pq.read_table(second / "reading.parquet").num_rows == 3


def test_rows_of_articles_that_left_are_not_taken_over(tmp_path: Path) -> None:
    first = enriched(tmp_path / "1", articles(FLOOD, FIRE))
    assert tolls(enriched(tmp_path / "2", articles(FLOOD), first)) == [("0", "12 people")]


def test_a_folder_that_lacks_a_file_is_no_earlier_work() -> None:
    whole = {f"enrich/raw-1.abc.d1/{file}": Path(f"state/enrich/raw-1.abc.d1/{file}") for file in FILES}
    half = {f"enrich/raw-2.abc.d2/{file}": Path(f"state/enrich/raw-2.abc.d2/{file}") for file in FILES[1:]}
    other = {"clean/raw-1.abc.parquet": Path("state/clean/raw-1.abc.parquet")}
    assert earlier_folders(whole | half | other, FILES) == {"raw-1.abc": Path("state/enrich/raw-1.abc.d1")}
