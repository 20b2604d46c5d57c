"""runs: one run of the pipeline, with its counts."""

from schemas.table import Field, Pair, Table, list_of
from schemas.types import BIG, INSTANT, REAL, RUN_ID, SHA256, TEXT

TRIGGERS = ("manual", "schedule", "api")
RESULTS = ("published", "no_news", "blocked", "broken", "cancelled", "rolled_back")

RUNS = Table(
    name="runs",
    grain="one run up to this snapshot",
    key=("run_id",),
    row_id="run_id",
    fields=(
        Field("run_id", TEXT, "12 random hex digits.", nullable=False, pattern=RUN_ID),
        Field("flow_run_id", TEXT, "Prefect's id of the run; null when it was not tracked."),
        Field("trigger", TEXT, "What started the run.", nullable=False, values=TRIGGERS),
        Field("started_at", INSTANT, "When the run started.", nullable=False),
        Field("finished_at", INSTANT, "When it was done, before the publish."),
        Field("result", TEXT, "How it ended.", nullable=False, values=RESULTS),
        Field("snapshot", TEXT, "The snapshot it published; null when it published none."),
        Field("parent_snapshot", TEXT, "The snapshot it started from; null for the first."),
        Field("parameters", TEXT, "Its parameters, as JSON.", nullable=False),
        Field("settings_sha256", TEXT, "Digest of all settings.", nullable=False, pattern=SHA256),
        Field("versions", TEXT, "Versions of copydesk and what it runs on, as JSON.", nullable=False),
        Field("model", TEXT, "Name and version of the language model; null without one."),
        Field("model_sha256", TEXT, "Digest of the model's files; null without one.", pattern=SHA256),
        Field("n_read", BIG, "Documents its sources held.", nullable=False, low=0),
        Field("n_kept", BIG, "Of these, kept as articles.", nullable=False, low=0),
        Field("n_duplicate", BIG, "Of these, dropped as copies.", nullable=False, low=0),
        Field("n_rejected", BIG, "Of these, set aside.", nullable=False, low=0),
        Field("n_unchanged", BIG, "Of these, known from an earlier run.", nullable=False, low=0),
        Field(
            "stages",
            list_of(stage=TEXT, n_in=BIG, n_out=BIG, seconds=REAL, cpu_seconds=REAL),
            "For each stage the rows in and out, and its wall and processor seconds.",
            nullable=False,
        ),
        Field("seconds", REAL, "Wall time in seconds.", low=0),
        Field("peak_memory_bytes", BIG, "Largest memory of the run's processes together, in bytes.", low=0),
    ),
    pairs=(Pair("finished_at", "started_at", "A run ends after it starts."),),
)
