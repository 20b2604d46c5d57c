"""Articles in, out comes which ones stay, and for every copy the article kept for it and why."""

from tasks.dedupe.candidates import Candidates, find_candidates
from tasks.dedupe.clusters import gather_clusters
from tasks.dedupe.decision import Decision, decide
from tasks.dedupe.excerpts import EXCERPTS, explain_rows
from tasks.dedupe.increments import update_candidates
from tasks.dedupe.measured import MEASURED, as_measured, as_verified, candidates_of, pairs_of_articles, split_known
from tasks.dedupe.merging import merge_segments, n_to_merge
from tasks.dedupe.segments import Segment
from tasks.dedupe.settings import DedupeSettings
from tasks.dedupe.sketch import Sketches, fold_and_sketch
from tasks.dedupe.texts import Texts
from tasks.dedupe.verification import verify_pairs

__all__ = [
    "EXCERPTS",
    "MEASURED",
    "Candidates",
    "Decision",
    "DedupeSettings",
    "Segment",
    "Sketches",
    "Texts",
    "as_measured",
    "as_verified",
    "candidates_of",
    "decide",
    "explain_rows",
    "find_candidates",
    "fold_and_sketch",
    "gather_clusters",
    "merge_segments",
    "n_to_merge",
    "pairs_of_articles",
    "split_known",
    "update_candidates",
    "verify_pairs",
]
