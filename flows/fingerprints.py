"""A fingerprint per stage: the settings it reads, the version of its rules, the model's hash.

The version of the rules is the digest of the stage's own source files, so no one has to remember to raise a number.
"""

import hashlib
import importlib.metadata
import json
import platform
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from flows.settings import Settings
from tasks.enrich import model_identity

SOURCE_ENDINGS = (".py", ".toml", ".json", ".tsv")
STAGES = ("read", "clean", "dedupe", "enrich")


def stage_fingerprints(settings: Settings) -> dict[str, str]:
    """Return the fingerprint of every stage whose result depends on settings; a stage's holds those before it."""
    _, model_sha256 = model_identity(settings.enrich.model)
    parts = {
        "read": asdict(settings.read),
        "clean": asdict(settings.clean),
        "dedupe": asdict(settings.dedupe),
        "enrich": {**asdict(settings.enrich), "entities_file": None, "model_sha256": model_sha256},
    }
    fingerprints: dict[str, str] = {}
    before = package_digest("schemas")
    for stage in STAGES:
        own = json.dumps(parts[stage], sort_keys=True, default=str)
        before = hashlib.sha256("|".join((before, package_digest(f"tasks.{stage}"), own)).encode()).hexdigest()
        fingerprints[stage] = before
    # What the user says of identities is not read shard by shard: no article is enriched again for it.
    fingerprints["link"] = hashlib.sha256(f"{before}|{told_sha256(settings)}".encode()).hexdigest()
    return fingerprints


def told_sha256(settings: Settings) -> str:
    """Return the digest of the user's entities file; that of nothing when there is none."""
    file = settings.enrich.entities_file
    return hashlib.sha256(b"" if file is None else file.read_bytes()).hexdigest()


@cache
def package_digest(package: str) -> str:
    """Return the digest of a package's source and data files."""
    digest = hashlib.sha256()
    for name, file in sorted(source_files(files(package))):
        digest.update(f"{name}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def source_files(folder: Traversable, prefix: str = "") -> list[tuple[str, Traversable]]:
    """Return the files of a package that say what it does, with their names relative to it."""
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += source_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(SOURCE_ENDINGS):
            found.append((prefix + entry.name, entry))
    return found


def versions() -> dict[str, str]:
    """Return the versions that a run's tables were made with."""
    names = ("copydesk", "prefect", "pandas", "pyarrow", "spacy", "great_expectations")
    return {"python": platform.python_version(), **{name: installed_version(name) for name in names}}


def installed_version(name: str) -> str:
    """Return a distribution's version; 'source' for copydesk run from its checkout without being installed."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "source"
