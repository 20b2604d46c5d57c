"""The whole page: complete, self-contained, and safe to open whatever the articles say."""

import re

from flows.report import render_report
from tests.unit.report.conftest import Write
from tests.unit.report.invented import article, check, checks_table, entity, figure, reject, run_row, summary

SCRIPT = '<script>alert("x")</script>'
HEADINGS = ["Account", "Tables", "Duplicates", "Rejects", "Checks", "Articles", "Names", "Figures", "Cost and versions"]


def test_the_sections_stand_in_the_order_in_which_a_reader_asks() -> None:
    page = render_report(summary(), checks_table(), {})
    assert re.findall(r"<h2>(.*?)</h2>", page) == HEADINGS


def test_a_run_without_tables_still_has_a_page() -> None:
    page = render_report(summary(result="broken", snapshot=None, rows={}, stages=()), checks_table(), {})
    assert "The run broke; the published tables are as they were" in page
    assert "The run ended before its tables were checked." in page
    assert "_runs/0123456789ab/run.json" in page


def test_what_articles_say_is_escaped_wherever_it_stands(write: Write) -> None:
    files = write(
        articles=[article(1, headline=SCRIPT, publisher=SCRIPT)],
        rejects=[reject(2, headline=SCRIPT, message=SCRIPT, source_uri=f"inbox/{SCRIPT}.txt")],
        entities=[entity(3, "PERSON", SCRIPT)],
        figures=[figure(1, 12.0, text=SCRIPT, attributed_to=SCRIPT)],
        clusters=[{"kept_article_id": f"{1:024x}", "n_documents": 2, "publishers": [SCRIPT], "headline_variants": []}],
        runs=[run_row(model=SCRIPT)],
    )
    failed = check("headline_present", passed=False, observed=SCRIPT, sample_ids=[SCRIPT])
    page = render_report(summary(), checks_table(failed), files)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 10


def test_no_tag_refers_to_anything_outside_the_page(write: Write) -> None:
    address = "http://news.example/a"
    files = write(articles=[article(1)], rejects=[reject(2, source_uri=address, headline=f'"{address}" <img src="x">')])
    page = render_report(summary(), checks_table(), files)
    tags = re.findall(r"<[a-z!/][^>]*>", page)
    assert not [tag for tag in tags if "http:" in tag or "https:" in tag or " src=" in tag or " href=" in tag]
    assert "url(" not in page
    assert "@import" not in page
    assert address in page


def test_every_element_is_closed(write: Write) -> None:
    files = write(articles=[article(1, published_month="2024-03")], figures=[figure(1, 3.0)], runs=[run_row()])
    page = render_report(summary(), checks_table(check("a")), files)
    opened = re.findall(r"<([a-z]\w*)", page)
    closed = re.findall(r"</([a-z]\w*)>", page)
    assert sorted(tag for tag in opened if tag != "meta") == sorted(closed)


def test_the_same_tables_give_the_same_page(write: Write) -> None:
    files = write(articles=[article(n, publisher=f"Paper {n % 3}") for n in range(20)])
    assert render_report(summary(), checks_table(), files) == render_report(summary(), checks_table(), files)
