"""Which pairs of names become one entity, and which stay two, against pairs marked by hand.

    python -m tests.bench.enrich.identities --data DIR [--model bundled] [--articles-per-name 8] [--misses 20]

DIR holds `dev.parquet` (articles: `id`, `text`) and `gt_identities_dev.parquet`. The articles that show the names, and for names
that are the same or not in the whole corpus the first few more that print them, go through
`enrich_articles`, `tally_names` and `link_entities` as in a run; a name that no mention shows is joined with nothing. Then once
more without every line of the shipped lists that names both sides of a pair: those lines were not written for these pairs, but
one cannot see that from outside.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tasks.enrich import EnrichSettings, link_entities, load_model, tally_names
from tests.bench.enrich import shipped_lists
from tests.bench.enrich.enriched_texts import by_article, enrich_texts
from tests.bench.enrich.named_pairs import Named, Pair, entity_named, read_pairs
from tests.bench.enrich.remembering_model import RememberingModel
from tests.bench.enrich.seen_and_held import Tally, print_heading, print_misses, print_share

REACH = {"different": ">= 95 %", "same": ">= 88 %"}


def main() -> None:
    """Print both measurements, and the seen pairs that came out wrong."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--model", default="bundled")
    options.add_argument("--articles-per-name", type=int, default=8)
    options.add_argument("--misses", type=int, default=0)
    given = options.parse_args()
    pairs = read_pairs(given.data / "gt_identities_dev.parquet")
    texts = texts_of(given.data / "dev.parquet", pairs, given.articles_per_name)
    model = RememberingModel.of(load_model(given.model))
    print(f"{len(pairs)} pairs in {len(texts):,} articles", flush=True)
    measure("with the shipped lists", pairs, texts, model, given.misses)
    with TemporaryDirectory() as folder, shipped_lists.without_lines_naming(pairs, Path(folder)) as n_lines:
        measure(f"without {n_lines} of their lines", pairs, texts, model, given.misses)


def texts_of(path: Path, pairs: Iterable[Pair], n_per_name: int) -> dict[str, str]:
    """Return the texts of the articles that the pairs name, and of the first few that print a name of the corpus."""
    table = pq.read_table(path, columns=["id", "text"]).combine_chunks()
    wanted = {article for pair in pairs for article in pair.articles}
    for name in sorted({name for pair in pairs if pair.scope == "corpus" for name in (pair.a, pair.b)}):
        wanted |= set(table["id"].filter(pc.match_substring(table["text"], name))[:n_per_name].to_pylist())
    chosen = table.filter(pc.is_in(table["id"], pa.array(sorted(wanted))))
    return dict(zip(chosen["id"].to_pylist(), chosen["text"].to_pylist(), strict=True))


def measure(title: str, pairs: list[Pair], texts: dict[str, str], model: RememberingModel, n_misses: int) -> None:
    """Link the articles and print which pairs came out right."""
    mentions = enrich_texts(texts, model).mentions
    linked = link_entities([tally_names(mentions)], EnrichSettings())
    entity = dict(zip(*(linked.identities[name].to_pylist() for name in ("identity", "entity_id")), strict=True))
    names = Named(by_article(mentions.filter(pc.is_valid(mentions["identity"]))), texts, entity)
    tally = Tally()
    for pair in pairs:
        judge(pair, names, tally)
    print_heading(title)
    for label, scope in (("different", ""), ("same", ""), ("same", "corpus"), ("same", "document"), ("both named", "")):
        print_share(
            f"{label} {scope}".strip(), tally, f"{label} {scope} right", f"{label} {scope}", REACH.get(label, "")
        )
    print_misses(tally, ("merged wrongly", "missed", "not named"), n_misses)


def judge(pair: Pair, names: Named, tally: Tally) -> None:
    """Count whether one pair came out as marked."""
    a = entity_named(pair.a, pair, pair.articles[0], names)
    b = entity_named(pair.b, pair, pair.articles[-1], names)
    together = a is not None and a == b
    right = together == (pair.label == "same")
    for scope in ("", pair.scope):
        tally.add(pair.name, f"{pair.label} {scope}")
        tally.add(pair.name, f"{pair.label} {scope} right", right)
    tally.add(pair.name, "both named ")
    tally.add(pair.name, "both named  right", a is not None and b is not None)
    if not right:
        kind = "merged wrongly" if together else "not named" if a is None or b is None else "missed"
        tally.miss(pair.name, kind, f"{pair.name} {pair.scope} {pair.kind}: {pair.a} | {pair.b} {'' if a else '(a)'}")


if __name__ == "__main__":
    main()
