"""The lists of the page: what each shows, in which order, and how many rows it leaves out."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from flows.report import render_report
from flows.report.pairs import TITLE
from tests.unit.report.conftest import Write
from tests.unit.report.invented import (
    EARLIER,
    article,
    check,
    checks_table,
    copy,
    entity,
    figure,
    reject,
    run_row,
    summary,
)


def test_duplicates_are_counted_by_relation_and_links_apart(write: Write) -> None:
    rows = [copy(2, "identical"), copy(3, "near"), copy(4, "near", is_dropped=False)]
    page = render_report(summary(relations={"near": 1}), checks_table(), write(duplicates=rows))
    cells = '<td class="number">{}</td>'
    assert "<td>identical</td>" + "".join(cells.format(n) for n in (0, 1, 0)) in page
    assert "<td>near</td>" + "".join(cells.format(n) for n in (1, 1, 1)) in page
    assert "same_headline" not in page


def test_copies_least_like_what_is_kept_stand_side_by_side(tmp_path: Path) -> None:
    row = {
        "article_id": f"{1:024x}",
        "kept_article_id": f"{2:024x}",
        "headline": "Bridge <closed>",
        "relation": "near",
        "rule": "jaccard",
        "jaccard": 0.81,
        "containment": 0.9,
        "body": "The bridge over the Wendel is shut <b>until</b> May",
        "kept_body": "The bridge over the Wendel is shut until June",
    }
    pq.write_table(pa.Table.from_pylist([row]), tmp_path / "rows.parquet")
    page = render_report(summary(), checks_table(), {"least_alike": [tmp_path / "rows.parquet"]})
    assert "Bridge &lt;closed&gt;: near (jaccard), jaccard 0.810, containment 0.900" in page
    assert "<del>until June</del> <ins>&lt;b&gt;until&lt;/b&gt; May</ins>" in page
    assert TITLE not in render_report(summary(), checks_table(), {})


def test_the_largest_clusters_come_first_and_the_rest_is_counted(write: Write) -> None:
    clusters = [
        {
            "kept_article_id": f"{n:024x}",
            "n_documents": n,
            "publishers": [f"Paper {p}" for p in range(n)],
            "headline_variants": [],
        }
        for n in range(2, 15)
    ]
    page = render_report(
        summary(), checks_table(), write(clusters=clusters, articles=[article(n) for n in range(2, 15)])
    )
    assert page.index("Bridge 14 closed") < page.index("Bridge 5 closed")
    assert "Bridge 4 closed" not in page
    assert "3 more are not shown." in page
    assert "Paper 5 and 8 more" in page


def test_rejects_show_three_examples_of_this_run_first(write: Write) -> None:
    rows = [
        *(reject(n, run_id=EARLIER, headline=f"Earlier {n}") for n in range(1, 6)),
        reject(6, headline="Now " + "long " * 40),
        reject(7, reason="navigation", headline=None, raw_excerpt="Home\nSport", source_record=12),
        reject(8, reason="navigation", released_run_id="0" * 12, headline="Let go"),
    ]
    page = render_report(summary(), checks_table(), write(rejects=rows))
    assert page.index("Now long") < page.index("Earlier 1") < page.index("Earlier 2")
    assert "Earlier 3" not in page
    assert "3 more are not shown." in page
    assert "Home Sport" in page
    assert "inbox/7.txt row 12" in page
    assert "Let go" not in page
    assert "long…" in page


def test_checks_that_did_not_pass_are_listed_and_the_others_counted() -> None:
    failed = check(
        "volume", severity="warning", passed=False, observed="half as many", n_failed=4, sample_ids=["a1", "b2"]
    )
    blocking = check("keys", passed=False, column_name="article_id")
    page = render_report(summary(), checks_table(failed, check("fine"), check("good"), blocking), {})
    assert "2 of 4 checks passed." in page
    assert page.index("articles.article_id") < page.index("half as many")
    assert "a1, b2" in page
    assert "good" not in page.split("<style>")[0] + page.split("</style>")[1]


def test_articles_by_month_have_no_gap_and_undated_ones_are_counted(write: Write) -> None:
    months = ["2023-11", "2024-02", "2024-02", None]
    page = render_report(
        summary(), checks_table(), write(articles=[article(n, published_month=m) for n, m in enumerate(months)])
    )
    for title in ("2023-11: 1", "2023-12: 0", "2024-01: 0", "2024-02: 2"):
        assert f"<title>{title}</title>" in page
    assert "Without a month of publication: 1 of 4 articles (25.0 %)." in page


def test_a_long_time_is_shown_by_year_and_a_very_long_one_by_decade(write: Write) -> None:
    by_year = render_report(
        summary(),
        checks_table(),
        write(articles=[article(1, published_month="1999-12"), article(2, published_month="2024-01")]),
    )
    assert "Articles by year" in by_year
    assert "<title>2000: 0</title>" in by_year
    by_decade = render_report(
        summary(),
        checks_table(),
        write(articles=[article(1, published_month="1851-12"), article(2, published_month="2024-01")]),
    )
    assert "<title>1850s: 1</title>" in by_decade


def test_publishers_and_flags_are_counted(write: Write) -> None:
    rows = [article(n, publisher=f"Paper {n:02d}", flags=["date_missing"]) for n in range(17)]
    rows += [article(90, publisher="Paper 03", flags=["date_missing", "in_doubt"]), article(91)]
    page = render_report(summary(), checks_table(), write(articles=rows))
    assert '<td>Paper 03</td><td class="number">2</td>' in page
    assert page.index("Paper 03") < page.index("Paper 00")
    assert "2 more are not shown." in page
    assert "Without a known publisher: 1 of 19 articles" in page
    assert '<td>date_missing</td><td class="number">18</td>' in page


def test_names_are_ranked_by_articles_and_merged_ones_left_out(write: Write) -> None:
    rows = [entity(n, "PERSON", f"Ada {n}") for n in range(1, 13)]
    rows += [entity(50, "ORG", "Harbour Board"), entity(60, "ORG", "Old Name", same_as=f"{50:016x}")]
    page = render_report(summary(), checks_table(), write(entities=rows))
    assert page.index("Ada 12") < page.index("Ada 3<")
    assert "Ada 2<" not in page
    assert "Old Name" not in page
    assert "Places in most articles: none." in page


def test_the_largest_figures_of_people_killed_say_who_states_them(write: Write) -> None:
    rows = [
        figure(n, float(n), attributed_to=f"the ministry of {n}", published_on=date(2024, 3, 9)) for n in range(1, 13)
    ]
    rows += [figure(20, None), figure(21, 9_999.0, measure="injured")]
    page = render_report(summary(), checks_table(), write(figures=rows, articles=[article(n) for n in range(1, 13)]))
    assert page.index("the ministry of 12") < page.index("the ministry of 3<")
    assert "the ministry of 2<" not in page
    assert "2 more are not shown." in page
    assert "2024-03-09" in page
    assert "Bridge 12 closed" in page
    assert "9999" not in page


def test_the_cost_has_rates_memory_and_versions(write: Write) -> None:
    page = render_report(summary(), checks_table(), write(runs=[run_row(), run_row(run_id=EARLIER, versions="{}")]))
    assert '<td class="number">1,234.5</td>' in page
    assert "3,072 MiB" in page
    assert "<td>python</td><td>3.11.9</td>" in page
    assert "<td>model</td><td>small-1.0</td>" in page
