"""What came of the run: one sentence, the account of its documents, and the rows of every table."""

from flows.report.markup import Cell, Markup, element, section, table
from flows.summary import Summary
from schemas.catalog import TABLES


def outcome(summary: Summary, blocked_by: list[str]) -> Markup:
    """Return what came of the run in one sentence, coloured by how it ended."""
    tone = {"published": "", "no_news": " quiet"}.get(summary.result, " bad")
    return element("p", outcome_sentence(summary, blocked_by), class_=f"outcome{tone}")


def outcome_sentence(summary: Summary, blocked_by: list[str]) -> str:
    """Return what came of the run in one sentence."""
    match summary.result:
        case "published":
            return (
                f"Snapshot {summary.snapshot} was published: of {documents(summary.n_read)} read, "
                f"{summary.n_kept:,} became new articles, {summary.n_duplicate:,} were copies, "
                f"{summary.n_rejected:,} were rejected and {summary.n_unchanged:,} were known already."
            )
        case "no_news":
            return f"No news: of {documents(summary.n_read)} read none changes a table, so nothing was published."
        case "blocked":
            noun = "check" if len(blocked_by) == 1 else "checks"
            named = f": {', '.join(blocked_by)}" if blocked_by else ""
            return f"{len(blocked_by):,} critical {noun} failed, so the published tables are as they were{named}."
        case "cancelled":
            return "The run was cancelled; the published tables are as they were, and the same command resumes it."
        case "rolled_back":
            return f"Snapshot {summary.snapshot} was published and later rolled back."
        case _:
            return "The run broke; the published tables are as they were, and the same command resumes it."


def documents(n: int) -> str:
    """Return a number of documents in words."""
    return f"{n:,} document" if n == 1 else f"{n:,} documents"


def account(summary: Summary) -> Markup:
    """Return where every document of the run went: read = kept + duplicate + rejected + unchanged."""
    rows: list[tuple[Cell, ...]] = [
        ("read", summary.n_read, "documents its sources held"),
        ("= kept", summary.n_kept, "as articles"),
        ("+ duplicate", summary.n_duplicate, "dropped as copies of an article that was kept"),
        ("+ rejected", summary.n_rejected, "set aside with a reason"),
        ("+ unchanged", summary.n_unchanged, "known from an earlier run"),
    ]
    placed = summary.n_kept + summary.n_duplicate + summary.n_rejected + summary.n_unchanged
    if missing := summary.n_read - placed:
        rows.append(("not placed", missing, "the run ended before it was decided"))
    if summary.n_skipped:
        rows.append(("skipped", summary.n_skipped, "files that are no documents: hidden, partial or companion files"))
    return section("Account", table("Documents of this run", ("", "documents", ""), rows))


def tables(summary: Summary) -> Markup:
    """Return how many rows every table of the snapshot has."""
    made = [known for known in TABLES if known.name in summary.rows]
    rows = [(known.name, summary.rows[known.name], known.grain) for known in made]
    return section(
        "Tables", table("Rows of each table, from this run and all before it", ("table", "rows", "one row is"), rows)
    )
