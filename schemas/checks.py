"""checks: one check of one run, with what was promised and what was found."""

from schemas.table import Field, Table
from schemas.types import BIG, FLAG, RUN_ID, TEXT, TEXTS

CHECKS = Table(
    name="checks",
    grain="one check of one run",
    key=("run_id", "table_name", "column_name", "check_name"),
    fields=(
        Field("run_id", TEXT, "The run that was checked.", nullable=False, pattern=RUN_ID),
        Field("table_name", TEXT, "The table that was checked; 'ledger' for promises across tables.", nullable=False),
        Field("column_name", TEXT, "The column that was checked; null for the whole table."),
        Field("check_name", TEXT, "Name of the check.", nullable=False),
        Field(
            "severity", TEXT, "Whether a failure blocks the publish.", nullable=False, values=("critical", "warning")
        ),
        Field("passed", FLAG, "Whether the promise holds.", nullable=False),
        Field("observed", TEXT, "What was found, in words; null when nothing is worth saying."),
        Field("allowed", TEXT, "The promise, in a sentence.", nullable=False),
        Field("n_failed", BIG, "Rows that break the promise.", nullable=False, low=0),
        Field("sample_ids", TEXTS, "Ids of at most 20 rows that break it.", nullable=False),
    ),
)
