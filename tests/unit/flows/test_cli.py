"""The command line: what it prints, where, and the status it ends with."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows.cli import main
from schemas.catalog import TABLES
from tasks.dedupe.settings import DedupeSettings

HEAVY = ("prefect", "pandas", "pyarrow", "spacy", "great_expectations", "pydantic", "rich")


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys, flows.cli; flows.cli.parser().format_help(); print([m for m in {HEAVY} if m in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert printed == "[]\n"


def test_the_dictionary_of_all_tables_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--json"]) == 0
    assert [table["name"] for table in json.loads(capsys.readouterr().out)] == [table.name for table in TABLES]


def test_an_unknown_table_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "artcles"]) == 2
    assert "no table 'artcles'; tables are articles" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [["status"], ["check"], ["snapshots", "--path"], ["rejects"], ["report"], ["explain", "x"], ["rollback", "1"]],
)
def test_a_command_on_no_warehouse_says_how_to_make_one(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--to", str(tmp_path / "absent")]) == 2
    assert "copydesk run SOURCE" in capsys.readouterr().err
    assert not (tmp_path / "absent").exists()


@pytest.mark.parametrize("how", ["--untracked", None])
@pytest.mark.parametrize(
    ("source", "model", "word"), [("absent", "none", "absent"), (".", "absent_model", "absent_model")]
)
def test_wrong_usage_is_one_sentence_and_makes_no_warehouse(
    how: str | None, source: str, model: str, word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warehouse = tmp_path / "warehouse"
    command = ["run", str(tmp_path / source), "--to", str(warehouse), "--model", model, *([how] if how else [])]
    assert main(command) == 2
    said = capsys.readouterr().err
    assert word in said
    assert said.count("\n") == 1
    assert not warehouse.exists()


def test_an_error_is_json_when_json_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--to", str(tmp_path / "absent"), "--json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert (answer["error"], answer["exit_status"]) == ("WrongUsage", 2)


def test_every_setting_is_printed_with_what_set_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "copydesk.toml"
    file.write_text(
        'to = "tables"\nworkers = 3\n[clean]\nmin_words = 7\n[[clean.lines]]\ntext = "Follow the Lantern"\n'
    )
    monkeypatch.setenv("COPYDESK_WORKERS", "5")
    assert main(["config", "--config", str(file), "--to", "here", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [told[name] for name in ("to", "workers", "clean.min_words", "dedupe.shingle_words")] == [
        {"value": "here", "from": "flag"},
        {"value": 5, "from": "environment"},
        {"value": 7, "from": str(file)},
        {"value": DedupeSettings().shingle_words, "from": "default"},
    ]
    assert told["clean.lines"]["from"] == str(file)
    assert main(["config", "--config", str(file)]) == 0
    assert ["clean.min_words", "7", f"({file})"] in [line.split() for line in capsys.readouterr().out.splitlines()]
