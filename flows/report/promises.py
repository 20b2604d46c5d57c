"""What was promised and does not hold: failed checks and warnings in full, the others as a number."""

import pyarrow as pa

from flows.report.markup import Cell, Markup, element, note, section, table

N_IDS = 5


def promises(checks: pa.Table) -> Markup:
    """Return checks that did not pass, the critical ones first, and how many passed."""
    rows = checks.to_pylist()
    failed = [row for row in rows if not row["passed"]]
    failed.sort(key=lambda row: (row["severity"], row["table_name"], row["check_name"], row["column_name"] or ""))
    if not rows:
        return section("Checks", note("The run ended before its tables were checked."))
    listed = table(
        "Checks that failed (critical) or warn",
        ("severity", "check", "promise", "found", "rows", "for example"),
        [failed_check(row) for row in failed],
    )
    return section("Checks", listed, note(f"{len(rows) - len(failed):,} of {len(rows):,} checks passed."))


def failed_check(row: dict[str, Cell | list[str]]) -> tuple[Cell, ...]:
    """Return one check that did not pass as cells."""
    critical = row["severity"] == "critical"
    ids = row["sample_ids"]
    where = ".".join(str(row[part]) for part in ("table_name", "column_name") if row[part])
    return (
        element("span", "critical" if critical else "warning", class_="bad" if critical else "warn"),
        element("span", str(row["check_name"]), element("div", where, class_="place")),
        plain(row["allowed"]),
        plain(row["observed"]),
        plain(row["n_failed"]),
        ", ".join(ids[:N_IDS]) if isinstance(ids, list) and ids else None,
    )


def plain(value: Cell | list[str]) -> Cell:
    """Return a cell as it is; lists are shown by those who know what they list."""
    return None if isinstance(value, list) else value


def blocking(checks: pa.Table) -> list[str]:
    """Return the names of critical checks that failed."""
    rows = checks.to_pylist()
    return sorted({row["check_name"] for row in rows if row["severity"] == "critical" and not row["passed"]})
