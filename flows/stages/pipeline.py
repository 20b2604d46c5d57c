"""The pipeline, top to bottom: clean → dedupe → enrich → assemble → validate → publish.

The same lines run as a Prefect flow (`flows.ingest` passes its tasks) and plainly (`--untracked` passes the functions).
"""

from collections.abc import Callable
from dataclasses import dataclass

from flows.run import Run
from flows.stages.assemble import Tables, assemble
from flows.stages.clean import Cleaned, clean
from flows.stages.dedupe import Copies, dedupe
from flows.stages.enrich import Names, enrich
from flows.stages.publish import break_off, conclude, publish
from flows.stages.read import Documents, read
from flows.stages.validate import Verdict, validate
from flows.summary import Summary
from schemas.failed_row import FailedRow
from tasks.read import ReadError
from tasks.validate import ChecksFailed


@dataclass(frozen=True)
class Stages:
    """What the pipeline calls: plain functions, or the tasks made of them."""

    read: Callable[[Run], Documents]
    clean: Callable[[Run, Documents], Cleaned]
    dedupe: Callable[[Run, Cleaned, tuple[FailedRow, ...]], Copies]
    enrich: Callable[[Run, Cleaned, Copies], Names]
    assemble: Callable[[Run, Cleaned, Copies, Names], Tables]
    validate: Callable[[Run, Documents, Tables], Verdict]
    publish: Callable[[Run, Documents, Tables, Verdict], Summary]


PLAIN = Stages(read, clean, dedupe, enrich, assemble, validate, publish)


def pipeline(run: Run, stages: Stages = PLAIN) -> Summary:
    """Take the sources of `run` through every stage; return what came of it.

    Raises ChecksFailed when a critical check fails; the warehouse is then as it was.
    """
    try:
        return through_stages(run, stages)
    except (ChecksFailed, ReadError):  # the end of the run, or a wrong argument: nothing broke off
        raise
    except BaseException as error:
        break_off(run, error)
        raise


def through_stages(run: Run, stages: Stages) -> Summary:
    """Call the stages in their order."""
    documents = stages.read(run)
    if nothing_new(run, documents):
        return conclude(run, documents, "no_news")
    cleaned = stages.clean(run, documents)
    failed: tuple[FailedRow, ...] = ()
    while True:
        copies = stages.dedupe(run, cleaned, failed)
        names = stages.enrich(run, cleaned, copies)
        tables = stages.assemble(run, cleaned, copies, names)
        verdict = stages.validate(run, documents, tables)
        if verdict.blocked_by:
            conclude(run, documents, "blocked", tables, verdict)
            raise ChecksFailed(run.run_id, str(run.warehouse.path), verdict.blocked_by)
        if not verdict.failed:
            return stages.publish(run, documents, tables, verdict)
        # Rows that break a promise are set aside, and what depended on them is worked out again; it ends, as fewer are left.
        failed = tuple(sorted({*failed, *verdict.failed}))


def nothing_new(run: Run, documents: Documents) -> bool:
    """Tell whether there is nothing to publish: no document at all, or the parent snapshot holds what this run would make."""
    same_rules = run.parent is not None and dict(run.parent.manifest().fingerprints) == run.plan.fingerprints
    return not documents.shards or (documents.n_new == 0 and same_rules and not run.settings.full)
