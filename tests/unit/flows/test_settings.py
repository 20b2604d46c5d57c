"""A flag wins over the environment, which wins over copydesk.toml; what cannot be used is refused in a sentence."""

from pathlib import Path

import pytest

from flows.errors import WrongUsage
from flows.fingerprints import stage_fingerprints
from flows.settings import load_settings


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "copydesk.toml"
    path.write_text('to = "from_file"\nworkers = 3\n[clean]\nmin_words = 7\n[enrich]\nmodel = "none"\n')
    return path


def test_the_file_is_read(config: Path) -> None:
    settings = load_settings(config)
    assert (settings.workers, settings.clean.min_words, settings.enrich.model) == (3, 7, "none")


def test_a_path_in_the_file_starts_from_its_folder_and_one_outside_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "copydesk.toml"
    config.write_text('to = "tables"\n[enrich]\nentities_file = "told.toml"\n')
    (tmp_path / "told.toml").write_text("")
    settings = load_settings(config)
    assert (settings.to, settings.enrich.entities_file) == (tmp_path / "tables", tmp_path / "told.toml")
    monkeypatch.setenv("COPYDESK_TO", "elsewhere")
    assert load_settings(config).to == Path("elsewhere")


def test_the_environment_wins_over_the_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_WORKERS", "5")
    monkeypatch.setenv("COPYDESK_CLEAN__MIN_WORDS", "9")
    settings = load_settings(config)
    assert (settings.workers, settings.clean.min_words, settings.enrich.model) == (5, 9, "none")


def test_a_flag_wins_over_both(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_WORKERS", "5")
    settings = load_settings(config, workers=1, to=Path("here"), model="bundled")
    assert (settings.workers, settings.to, settings.enrich.model) == (1, Path("here"), "bundled")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[clean]\nmin_wrds = 3", r"\[clean\]: there is no setting 'min_wrds'; did you mean 'min_words'\?"),
        ("wrkers = 2", "there is no setting 'wrkers'; did you mean 'workers'"),
        ("workers = 0", "workers = 0: .* greater than or equal to 1"),
        ("workers = [", "Nothing was run"),
        ('[[clean.lines]]\ntext = "a"\n\n[[clean.lines]]\ntext = ""', r"clean\.lines\.1 \(line 4\) = .* is empty"),
        ('[[clean.patterns]]\npattern = "(a+)+b"', r"clean\.patterns\.0 \(line 1\) = .* could take for ever"),
        ('runner = "dask"', "runner = 'dask'"),
    ],
)
def test_what_cannot_be_used_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_text(text)
    with pytest.raises(WrongUsage, match=complaint):
        load_settings(path)


def test_an_entities_file_that_cannot_be_used_is_refused_before_anything_runs(tmp_path: Path) -> None:
    told = tmp_path / "entities.toml"
    told.write_text('same = [["Orla Venn", "O. K. Venn"]]\ndiferent = []\n')
    config = tmp_path / "copydesk.toml"
    config.write_text(f'[enrich]\nentities_file = "{told}"\n')
    with pytest.raises(WrongUsage, match=r"entities\.toml, line 2: there is no 'diferent'"):
        load_settings(config)


def test_what_the_user_says_of_identities_changes_only_the_fingerprint_of_linking(tmp_path: Path) -> None:
    told = tmp_path / "entities.toml"
    told.write_text("")
    config = tmp_path / "copydesk.toml"
    config.write_text(f'[enrich]\nmodel = "none"\nentities_file = "{told}"\n')
    before = stage_fingerprints(load_settings(config))
    told.write_text('same = [["Orla Venn", "O. K. Venn"]]\n')
    after = stage_fingerprints(load_settings(config))
    assert [stage for stage in before if before[stage] != after[stage]] == ["link"]


def test_a_setting_of_the_environment_that_does_not_exist_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_CLEAN__MIN_WORD", "9")
    with pytest.raises(WrongUsage, match=r"the environment, \[clean\]: .*did you mean 'min_words'"):
        load_settings()


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match=r"absent\.toml: No such file"):
        load_settings(tmp_path / "absent.toml")


def test_the_digest_changes_with_what_tables_depend_on_and_with_nothing_else(config: Path) -> None:
    digest = load_settings(config).sha256()
    assert load_settings(config, workers=1, to=Path("elsewhere"), full=True).sha256() == digest
    assert load_settings(config, model="bundled").sha256() != digest
