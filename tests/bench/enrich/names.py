"""How well names are found: on outlets that training never saw, on reports on Syria and Iraq, and at what speed and size.

    python -m tests.bench.enrich.names --data DIR [--model bundled] [--misses 20]

DIR holds `dev.parquet`, `gt_ner_re3d_dev.parquet` and `ner/candidate_model`. The scores on unseen outlets are those of the last
`python -m tasks.enrich.recipe folds`, which trains for them and leaves its counts in `tasks/enrich/recipe/folds.json`: training
takes half an hour of processor time, so this command only prints them. Everything else is measured here and now.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import spacy
from thinc.api import NumpyOps, set_current_ops

from tasks.enrich import load_model
from tasks.enrich.labels import type_of
from tasks.enrich.language_model import BUNDLED, LanguageModel, model_folder
from tasks.enrich.mentions import article_names
from tasks.enrich.passages import Article, Passage, pieces_of
from tasks.enrich.recipe.scores import GROUPS, Tally
from tasks.enrich.settings import EnrichSettings
from tests.bench.enrich import seen_and_held
from tests.bench.enrich.name_gold import gold_names

FOLDS = BUNDLED.parent / "recipe" / "folds.json"
N_SPEED_ARTICLES = 60  # evenly over the collection: about 50,000 words
N_ROUNDS = 4
PLAIN_BATCH = 64
MEBIBYTE = 2**20
Spans = list[tuple[int, int, str]]
WORKER = """
import json, sys, psutil
from tasks.enrich.language_model import load_model
name, texts = json.load(sys.stdin)
for _ in load_model(name).spans(texts, 8):
    pass
print(psutil.Process().memory_info().rss)
"""


def main() -> None:
    """Print every number beside what it should reach; with one thread, or seconds of the processor would count two."""
    if os.environ.get("OMP_NUM_THREADS") != "1":
        command = [sys.executable, "-m", "tests.bench.enrich.names", *sys.argv[1:]]
        sys.exit(subprocess.run(command, env={**os.environ, "OMP_NUM_THREADS": "1"}).returncode)
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--model", default="bundled")
    options.add_argument("--misses", type=int, default=0)
    given = options.parse_args()
    table = pq.read_table(given.data / "dev.parquet", columns=["id", "corpus", "lang", "text"]).to_pylist()
    candidate = given.data / "ner" / "candidate_model"
    print_folds()
    measure_recall(given.data, {row["id"]: row["text"] for row in table}, candidate, given.model, given.misses)
    english = [row["text"] for row in table if row["lang"] == "en" and row["text"]]
    measure_speed(english[:: max(1, len(english) // N_SPEED_ARTICLES)], candidate, given.model)
    print_size(model_folder(given.model))


def print_folds() -> None:
    """Print F1 of each way of naming, over all unseen outlets and by class."""
    if not FOLDS.is_file():
        print(f"\nUnseen outlets: no {FOLDS.name} yet; python -m tasks.enrich.recipe folds writes it")
        return
    print("\nUnseen outlets, exact span and class, F1 in % (counts of the last training for folds)")
    print(f"{'':<36}{'all':>7}" + "".join(f"{group:>8}" for group in dict.fromkeys(GROUPS.values())) + f"{'spans':>8}")
    for way, counts in json.loads(FOLDS.read_text(encoding="utf-8")).items():
        tally = Tally(*(Counter(counts[part]) for part in ("right", "marked", "found")))
        classes = "".join(f"{tally.f1(group):>8.1f}" for group in dict.fromkeys(GROUPS.values()))
        print(f"{way:<36}{tally.f1():>7.2f}{classes}{tally.span_f1():>8.1f}")
    print("reach: 'our model, our rules' >= 77 and >= 2 above 'recipe as written', PERSON >= 85")


def measure_recall(data: Path, texts: dict[str, str], candidate: Path, model: str, n_misses: int) -> None:
    """Print which share of the marked names is found with the right class, by the candidate model and by ours."""
    gold = gold_names(data / "gt_ner_re3d_dev.parquet", texts)
    seen_and_held.print_heading("Reports on Syria and Iraq: names found with their class")
    for label, name, rules in (
        ("candidate model alone", str(candidate), False),
        ("candidate model, our rules", str(candidate), True),
        ("this model alone", model, False),
        ("this model, our rules", model, True),
    ):
        tally = seen_and_held.Tally()
        for article, marked in gold.items():
            found = set(found_names(load_model(name), texts[article], with_rules=rules))
            for own in marked:
                is_found = any((own.start, own.end, kind) in found for kind in own.types)
                tally.add(article, "found" if is_found else "missed")
                tally.add(article, "marked")
                if not is_found:
                    tally.miss(article, "missed", texts[article][own.start : own.end])
        seen_and_held.print_share(label, tally, "found", "marked", "above the candidate" if rules else "")
    for (_, words), n in Counter(tally.misses).most_common(n_misses):
        print(f"  missed {n} times: {words}")


def found_names(model: LanguageModel, text: str, *, with_rules: bool) -> Spans:
    """Return the names of a text: the model's own spans, or what the tables would show."""
    settings = EnrichSettings()
    pieces = pieces_of(text, settings.max_chars_per_piece)
    found = model.spans([piece for _, piece in pieces], settings.batch_size)
    spans = [
        s._replace(start=s.start + at, end=s.end + at) for (at, _), own in zip(pieces, found, strict=True) for s in own
    ]
    if with_rules:
        names = article_names(Article("", None, (Passage("body", None, text),)), [spans])
        return [(name.start, name.end, name.type) for name in names]
    return [(span.start, span.end, kind) for span in spans if (kind := type_of(span.label)) is not None]


def measure_speed(texts: list[str], candidate: Path, model: str) -> None:
    """Print words a processor second of the candidate run plainly and of our model, one after the other in this process."""
    n_words = sum(len(text.split()) for text in texts)
    set_current_ops(NumpyOps())  # a model keeps the operations that stood when it was loaded
    plain = spacy.load(candidate)
    load_model.cache_clear()
    own = load_model(model)  # with the faster ones
    plain_seconds = own_seconds = math.inf
    for _ in range(N_ROUNDS):  # one after the other, the best of each: on a busy machine single rounds mean nothing
        plain_round = seconds_of(lambda: [len(doc.ents) for doc in plain.pipe(texts, batch_size=PLAIN_BATCH)])
        own_round = seconds_of(lambda: list(own.spans(texts, EnrichSettings().batch_size)))
        plain_seconds, own_seconds = min(plain_seconds, plain_round), min(own_seconds, own_round)
    print(f"\nSpeed over {len(texts)} articles, {n_words:,} words, one process")
    print(f"candidate model, plainly      {n_words / plain_seconds:>9,.0f} words a processor second")
    print(
        f"this model                    {n_words / own_seconds:>9,.0f}   ratio {plain_seconds / own_seconds:.2f}   reach: >= 1.3"
    )
    remembered = list(own.spans(texts, EnrichSettings().batch_size))
    slow = LanguageModel(model, spacy.load(model_folder(model)))
    same = sum(a == b for a, b in zip(remembered, slow.spans(texts, PLAIN_BATCH), strict=True))
    print(f"same names as without the speed-ups: {same} of {len(texts)} articles   reach: >= 99 %")
    given = json.dumps([model, texts])
    worker = subprocess.run([sys.executable, "-c", WORKER], input=given, check=True, capture_output=True, text=True)
    print(f"memory of a worker that named them: {int(worker.stdout) / MEBIBYTE:,.0f} MiB   reach: <= 200 MB")


def seconds_of(work: Any) -> float:
    """Return the processor seconds that a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def print_size(folder: Path) -> None:
    """Print the bytes of the model's files."""
    n_bytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"\nSize of the model's files: {n_bytes / 1e6:.1f} MB   reach: <= 15 MB")


if __name__ == "__main__":
    main()
