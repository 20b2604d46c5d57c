"""All suites of the gate, by the name of their frame."""

from schemas.catalog import TABLES
from tasks.validate.drift import drift_suite
from tasks.validate.ledger import LEDGER, ledger_suite
from tasks.validate.settings import ValidateSettings
from tasks.validate.suite import Suite, suite_of

DRIFT = "drift"
RESULTS = "checks"  # written by the gate itself, row by row as its schema says


def gate_suites(settings: ValidateSettings) -> dict[str, Suite]:
    """Return the suites of all tables, of the ledger and of the drift since the last snapshot."""
    suites = {table.name: suite_of(table) for table in TABLES if table.name != RESULTS}
    return suites | {LEDGER: ledger_suite(settings), DRIFT: drift_suite(settings)}
