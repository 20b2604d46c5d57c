"""Processor time of cleaning beside a bare pass of the model over the same bodies, and hostile texts of 5 MB."""

import time
from pathlib import Path

from schemas.document import Document
from tasks.clean import Cleaned
from tests.bench.clean.cleaning import clean, documents

_BATCH = 64
_SENTENCE = "The council said on Monday that it would repair the bridge over the river. "
_HOSTILE: dict[str, bytes] = {
    "one line of 5 MB": (_SENTENCE * 70_000).encode(),
    '"a " x 1,000,000': b"a " * 1_000_000,
    "100,000 nested <div>": b"<html><body>" + b"<div>" * 100_000 + b"a text" + b"</div>" * 100_000,
    "100,000 nested <b>": b"<html><body><p>" + b"<b>" * 100_000 + b"a text",
    "1,000,000 <": b"<" * 1_000_000,
    "300,000 open tags": b"<a " * 300_000,
    "300,000 open quotes": b"<html><p " + b'a="' * 300_000,
    "500,000 entities": b"&amp;" * 500_000,
    "an entity escaped 500,000 times": b"&" + b"amp;" * 500_000,
    "100,000 short lines": b"a\n" * 100_000,
    "500,000 labels": b"AB: " * 500_000,
    "300,000 dates": b"2024-02-17 " * 300_000,
    "1,000,000 brackets": b"(" * 1_000_000,
    "300,000 broken quotation marks": ("â€™" * 300_000).encode(),
    "every high byte": bytes(range(128, 256)) * 20_000,
    "300,000 bylines": b"By A B " * 300_000,
    "300,000 full stops without space": b"no.The end" * 300_000,
    "200,000 <script>": b"<html>" + b"<script>" * 200_000,
    "200,000 open comments": b"<html>" + b"<!-- " * 200_000,
    "200,000 citations": b"told The Abc Def " * 200_000,
    "1,000,000 invisible characters": ("\u200b\u00ad" * 500_000).encode(),
    "100,000 pictures of a gallery": b"Hide Caption 1 of 2 " * 100_000,
    "50,000 equal lines": (_SENTENCE.encode() + b"\n") * 50_000,
}
_REACH_SECONDS = 2.0
_WARM_UP = Document(
    "warm up", None, "text", "Der Stadtrat will die alte Brücke â€“ bis zum Sommer â€“ reparieren. ".encode()
)


def measure(data: Path, n: int, model: Path) -> None:
    """Print the cost of cleaning `n` raw texts relative to the model's pass over the kept bodies."""
    sample = list(documents(data / "dev_txt.tar.zst", n))
    for document in (*sample[:20], _WARM_UP):  # models and tables are loaded once in a run
        clean(document)
    started = time.process_time()
    cleaned = [clean(document) for document in sample]
    used = time.process_time() - started
    bodies = [found.body or "" for found in cleaned if isinstance(found, Cleaned) and not found.reason]
    bare = _bare_model(model, bodies)
    print(f"\ncost: {1000 * used / len(sample):.2f} ms a document; {used:.1f} cpu s beside {bare:.1f} cpu s of the bare model "
          f"= {100 * used / bare:.1f} %   reach <= 12 %", flush=True)  # fmt: skip


def _bare_model(model: Path, bodies: list[str]) -> float:
    import spacy

    nlp = spacy.load(model)
    list(nlp.pipe(bodies[:_BATCH], batch_size=_BATCH))
    started = time.process_time()
    for _ in nlp.pipe(bodies, batch_size=_BATCH):
        pass
    return time.process_time() - started


def measure_hostile() -> None:
    """Print how long hostile texts take, and that none of their characters is lost."""
    print(f"\nhostile texts   reach < {_REACH_SECONDS:.0f} s each", flush=True)
    for name, raw in _HOSTILE.items():
        started = time.process_time()
        found = clean(Document(name, None, "html" if raw.startswith(b"<") else "text", raw))
        used = time.process_time() - started
        covers = isinstance(found, Cleaned) and found.ledger_covers_source
        mark = "" if used < _REACH_SECONDS and covers else "   <- not met"
        print(f"  {name:<36} {used:>6.2f} s{mark}", flush=True)
