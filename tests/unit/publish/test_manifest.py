import json
from pathlib import Path

import pytest

from tasks.publish.errors import WarehouseDamaged
from tasks.publish.manifest import Manifest, StateFile, TableFile, TableFiles, from_json, read, to_json

MANIFEST = Manifest(
    snapshot="000002",
    parent="000001",
    run_id="0123456789ab",
    schema_version=1,
    fingerprints={"clean": "f" * 64},
    tables={"quotes": TableFiles(3, (TableFile("quotes/a", 1, 10, "a"), TableFile("quotes/b", 2, 20, "b")))},
    state=(StateFile("../../_state/raw/one.zst", 7, "c"),),
)


def test_a_manifest_survives_the_round_trip() -> None:
    assert from_json(to_json(MANIFEST)) == MANIFEST


def test_a_manifest_reads_as_the_contract_prints_it() -> None:
    fields = json.loads(to_json(MANIFEST))
    assert set(fields) == {"snapshot", "parent", "run_id", "schema_version", "fingerprints", "tables", "state"}
    assert fields["tables"]["quotes"]["files"][1] == {"path": "quotes/b", "rows": 2, "bytes": 20, "sha256": "b"}
    assert fields["state"] == [{"path": "../../_state/raw/one.zst", "bytes": 7, "sha256": "c"}]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "JSONDecodeError"),
        ("[]", "TypeError"),
        ("{}", "snapshot"),
        (to_json(MANIFEST).decode().replace('"rows": 3', '"rows": 4'), "4 rows, its files 3"),
        (to_json(MANIFEST).decode().replace('"sha256": "a"', '"sha1": "a"'), "sha1"),
        (to_json(MANIFEST).decode().replace('"000002"', "2"), "expected text"),
    ],
)
def test_a_damaged_manifest_is_a_loud_error(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(WarehouseDamaged, match=said) as caught:
        read(tmp_path)
    assert caught.value.path == tmp_path / "manifest.json"


def test_a_missing_manifest_is_a_loud_error(tmp_path: Path) -> None:
    with pytest.raises(WarehouseDamaged, match="missing"):
        read(tmp_path)
