"""Bounds of the checks that are a matter of judgement; what the schemas promise is not among them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ValidateSettings:
    """When few rows are few, and which changes since the last snapshot deserve a warning."""

    # Share of a table's rows. Below it rows are set aside and the rest is published; above it something is broken that
    # looking at single rows would hide. One row is always few, unless the table has no other.
    max_quarantined_share: float = 0.01

    # Share of a run's new documents. More rejects than this mean a source changed its form, or a wrong folder.
    max_rejected_share: float = 0.5

    # Articles of this snapshot per article of the one before. A run only adds; a few leave as newcomers displace them.
    min_articles_ratio: float = 0.95

    # Documents an outlet needs on both sides before its shares are compared: with 30 a share is good to about ±0.1.
    min_outlet_documents: int = 30

    # Differences of shares, new documents against those of the last snapshot: above what chance does to 30 documents.
    # Copies come in waves (one agency story, forty outlets), so their share may move further.
    max_undated_change: float = 0.15
    max_duplicate_change: float = 0.25
    max_rejected_change: float = 0.15

    # New documents per mean of the earlier runs: a quiet weekend passes, a feed that broke does not.
    min_volume_ratio: float = 0.3
    max_volume_ratio: float = 4.0

    # Runs that must have added documents before their mean is called a habit.
    min_runs: int = 3
