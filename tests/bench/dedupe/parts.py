"""The parts of the table: each measures, and prints its numbers beside their targets."""

import hashlib
from collections import Counter, defaultdict

import pyarrow as pa
import pyarrow.parquet as pq

from tests.bench.dedupe.corpora import generated, real
from tests.bench.dedupe.event_pairs import read_event_pairs
from tests.bench.dedupe.groups import adjusted_rand_index, joined
from tests.bench.dedupe.headline_rows import count_headlines
from tests.bench.dedupe.history import look_up
from tests.bench.dedupe.options import Options
from tests.bench.dedupe.race import OURS, installed, measure_room, race
from tests.bench.dedupe.room import SETTINGS, Outcome, deduplicated
from tests.bench.dedupe.scores import BANDS, Share, alike, dropped_pairs, groups_of, missed
from tests.bench.dedupe.scores import recall as recall_of

TARGETS = {"J >= 0.8": 0.995, "J 0.5-0.8": 0.98, "C >= 0.9": 0.99}
FASTER = {10_000: 5.0, 100_000: 4.0}
HELD = "01234"  # first hexadecimal digit of the SHA-256 of what is scored and never looked at
MIB = 2**20
LARGEST_HISTORY = 100_000  # documents that are generated; above it they are taken ten times over


def recall(options: Options) -> None:
    """Print recall by band, precision and agreement of groups on generated documents."""
    for n in options.sizes:
        corpus = generated(options.data, n, options.work)
        outcome = deduplicated(corpus.documents)
        groups = groups_of(corpus.documents, outcome.duplicates)
        print(f"\n{n:,} documents of make_scale: {len(outcome.kept):,} kept, {outcome.n_candidates:,} pairs verified")
        show_bands(recall_of(corpus.documents, corpus.pairs, groups))
        dropped = dropped_pairs(corpus.documents, outcome.duplicates)
        wrong = sum(corpus.groups[a] != corpus.groups[b] for a, b in dropped)
        print(f"dropped across true groups  {wrong} of {len(dropped):,}   (target: at most 0.2 %)")
        print(f"adjusted Rand index         {adjusted_rand_index(corpus.groups, groups):.4f}   (target 0.99)")
        apart, ours = missed(corpus.documents, corpus.groups, groups)
        print(f"pairs of a true group apart {apart:,}, of which {ours} reach a bound of the contract")
        show_steps(n, outcome)


def gold(options: Options) -> None:
    """Print recall and precision on the real articles, what is held apart."""
    documents = real(options.data, options.work)
    outcome = deduplicated(documents)
    groups = groups_of(documents, outcome.duplicates)
    names = [name.rpartition("#")[0] for name in documents["source_uri"].to_pylist()]
    rows, uses = {name: row for row, name in enumerate(names)}, Counter(names)
    halves: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for pair in pq.read_table(options.data / "gt_dup_pairs_dev.parquet").to_pylist():
        a, b = pair["a"], pair["b"]
        if uses[a] == uses[b] == 1:  # an id of several rows says nothing: see the README of the data
            halves["held" if is_held(a + b) else "seen"].append((rows[a], rows[b]))
    print(f"\ndev: {len(documents):,} articles, {len(outcome.kept):,} kept")
    for half in sorted(halves):
        print(half)
        show_bands(recall_of(documents, halves[half], groups))
    print(
        f"dropped pairs that are alike  {alike(documents, dropped_pairs(documents, outcome.duplicates))}   (target 0.998)"
    )
    show_steps(len(documents), outcome)


def speed(options: Options) -> None:
    """Print documents per processor second beside the other engines, and what each of them finds."""
    pythons = installed(options.engines, options.peers)
    for n in options.sizes:
        corpus = generated(options.data, n, options.work)
        racers = race(options.work / f"scale{n}.parquet", pythons, options.rounds)
        fastest = min((racer.seconds for racer in racers if racer.name != OURS), default=float("nan"))
        print(f"\n{n:,} documents, best of {options.rounds}, processor seconds from folding to verification")
        print(f"{'engine':<15} {'docs/s':>8}  {'ARI':>6}  " + "  ".join(f"{name:<10}" for name in BANDS))
        for racer in racers:
            joined_by = joined(n, racer.pairs)
            if racer.name == OURS:
                joined_by = groups_of(corpus.documents, deduplicated(corpus.documents).duplicates)
            shares = recall_of(corpus.documents, corpus.pairs, joined_by)
            found = "  ".join(f"{shares[name].found / max(1, shares[name].of):<10.3f}" for name in BANDS)
            ari = adjusted_rand_index(corpus.groups, joined_by)
            print(f"{racer.name:<15} {n / racer.seconds:>8,.0f}  {ari:.4f}  {found}")
        print(f"ours / fastest = {fastest / racers[0].seconds:.2f}   (target {FASTER.get(n, 4.0)})", flush=True)


def growth(options: Options) -> None:
    """Print time, index and memory per document at every size; the target for time is within 15 % of the first size."""
    print("\nµs of processor time a document, each size in a process of its own; working memory beside the documents'")
    print("  documents  sketch  candidates  verify  decide    all  to the first  index bytes/document  working MiB")
    first = 0.0
    for n in options.sizes:
        generated(options.data, n, options.work)
        found = measure_room(options.work / f"scale{n}.parquet", "whole")
        steps = [1e6 * seconds / n for seconds in found.seconds.values()]
        first = first or sum(steps)
        print(
            f"{n:>11,} {steps[0]:>7.1f} {steps[1]:>11.1f} {steps[2]:>7.1f} {steps[3]:>7.1f} {sum(steps):>6.1f}"
            f" {sum(steps) / first:>13.2f} {found.index_bytes / n:>21.0f} {found.working_bytes / MIB:>12,.0f}",
            flush=True,
        )


def events(options: Options) -> None:
    """Print what became of pairs of reports of one event that were read and are not copies."""
    documents = real(options.data, options.work)
    rows = {name.rpartition("#")[0]: row for row, name in enumerate(documents["source_uri"].to_pylist())}
    dropped = {frozenset(pair) for pair in dropped_pairs(documents, deduplicated(documents).duplicates)}
    shares: dict[str, Share] = defaultdict(Share)
    for pair in read_event_pairs():
        half = "held" if is_held(pair.one + pair.other) else "seen"
        shares[f"{pair.verdict}, {half}"].add(frozenset((rows[pair.one], rows[pair.other])) in dropped)
    print("\npairs of reports of one event that were dropped (target 0, but for shared_text)")
    for name in sorted(shares):
        print(f"{name:<40} {shares[name]}")


def headlines(options: Options) -> None:
    """Print what became of the real headlines."""
    found = count_headlines(options.data / "headlines.parquet")
    print(f"\n{found.n_rows:,} headlines, {1e6 * found.seconds / found.n_rows:.0f} µs each")
    print(f"tails: {found.n_tails:,} rows have one, {found.n_cut:,} are cut off; {found.n_learned} tails were learned")
    print(f"recurring columns: {found.n_columns:,}")
    print(f"repeats linked within {SETTINGS.headline_days} days: {found.n_repeats_linked:,} of {found.n_repeats:,}")
    print(f"nearly equal: {found.n_similar:,} links, {found.n_other_numbers} with other numbers (target 0)", flush=True)


def history(options: Options) -> None:
    """Print what comparing new documents with a history costs; 100,000 documents stand for a million, too."""
    print(
        "\nnew documents against texts on disk, nothing of them in memory (target: at most 0.2 ms each of a thousand)"
    )
    print("          texts    new  ms/new  of it sketch  s to join all  bytes/text  MiB read  new pairs  equal")
    for n in options.sizes:
        for times in (1, 10) if n == LARGEST_HISTORY else (1,):
            for found in look_up(generated(options.data, n, options.work).documents, times, options.work):
                print(
                    f"{found.n_history:>15,} {found.n_new:>6,}"
                    f" {1e3 * (found.sketch_seconds + found.lookup_seconds) / found.n_new:>7.3f}"
                    f" {1e3 * found.sketch_seconds / found.n_new:>13.3f} {found.join_seconds:>14.2f}"
                    f" {found.bytes_on_disk / found.n_history:>11.0f} {found.bytes_read / MIB:>9.1f}"
                    f" {found.n_pairs:>10,}  {found.is_equal}",
                    flush=True,
                )


def is_held(name: str) -> bool:
    """Tell whether what has this name is scored but never looked at."""
    return hashlib.sha256(name.encode()).hexdigest()[0] in HELD


def show_bands(shares: dict[str, Share]) -> None:
    """Print the share of pairs joined, by band."""
    for name in (*BANDS, "below"):
        if name in shares:
            target = f"   (target {TARGETS[name]})" if name in TARGETS else ""
            print(f"joined, {name:<20} {shares[name]}{target}")


def show_steps(n: int, outcome: Outcome) -> None:
    """Print the processor seconds of every step."""
    steps = ", ".join(f"{name} {seconds:.2f}" for name, seconds in outcome.seconds.items())
    relations: dict[str, int] = Counter(
        f"{row['relation']} {'dropped' if row['is_dropped'] else 'linked'}"
        for row in pa.table(outcome.duplicates.select(["relation", "is_dropped"])).to_pylist()
    )
    print(f"processor seconds for {n:,}: {steps}")
    print("rows: " + ", ".join(f"{name} {count:,}" for name, count in sorted(relations.items())), flush=True)
