"""Articles in, out comes which ones stay, and for every copy the article kept for it and why."""

from tasks.dedupe.candidates import find_candidates
from tasks.dedupe.clusters import gather_clusters
from tasks.dedupe.corpus import rank_documents
from tasks.dedupe.decision import Decision, decide
from tasks.dedupe.excerpts import explain_rows
from tasks.dedupe.settings import DedupeSettings
from tasks.dedupe.sketch import fold_and_sketch
from tasks.dedupe.verification import verify_pairs

__all__ = [
    "Decision",
    "DedupeSettings",
    "decide",
    "explain_rows",
    "find_candidates",
    "fold_and_sketch",
    "gather_clusters",
    "rank_documents",
    "verify_pairs",
]
