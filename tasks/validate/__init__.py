"""Tables of a run -> may they be published, and which rows must be set aside first."""

from tasks.validate.article_frame import article_frame
from tasks.validate.drift import drift_frame
from tasks.validate.errors import ChecksFailed
from tasks.validate.gate import run_gate
from tasks.validate.ledger import RunCounts, SnapshotCounts, ledger_frame
from tasks.validate.link_frames import as_keys, cluster_frame, duplicate_frame, entity_frame, source_frame
from tasks.validate.narrow import plain_frame
from tasks.validate.settings import ValidateSettings
from tasks.validate.span_frames import Known, figure_frame, mention_frame, quote_frame
from tasks.validate.suites import gate_suites
from tasks.validate.verdict import GateResult

__all__ = [
    "ChecksFailed",
    "GateResult",
    "Known",
    "RunCounts",
    "SnapshotCounts",
    "ValidateSettings",
    "article_frame",
    "as_keys",
    "cluster_frame",
    "drift_frame",
    "duplicate_frame",
    "entity_frame",
    "figure_frame",
    "gate_suites",
    "ledger_frame",
    "mention_frame",
    "plain_frame",
    "quote_frame",
    "run_gate",
    "source_frame",
]
