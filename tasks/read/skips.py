"""Names of files that are no documents: hidden, unfinished, or companions of a data set."""

import re
from pathlib import PurePosixPath

# A download or copy that is still running, or what an editor leaves.
UNFINISHED = (".part", ".tmp", ".partial", ".crdownload", ".download", ".aria2", ".swp", "~")
# Files that accompany data: about it, not of it.
COMPANION_FILES = frozenset(
    (
        *("datapackage.json", "dataset_info.json", "dataset_infos.json", "dataset-metadata.json", "croissant.json"),
        *("_success", "_metadata", "_common_metadata", "sha256sums", "sha512sums", "sha1sums", "md5sums"),
        *("thumbs.db", "desktop.ini", "icon\r", "robots.txt"),
    )
)
# With an ending of prose, or none.
COMPANION_TEXTS = re.compile(
    r"(?:read[-_ ]?me|licen[cs]e|copying|notice|change[-_]?log|citation|contributing)"
    r"(?:\.(?:txt|md|rst|cff|bib|html?))?"
)
# `manifest.json`, `dev_txt_manifest.parquet`; an article about a manifest is no table.
MANIFEST = re.compile(r"(?:.*[-_.])?manifest(?:\.(?:json|jsonl|csv|tsv|parquet|ya?ml))?")
COMPANION_ENDINGS = (".sha256", ".sha512", ".sha1", ".md5", ".crc", ".sig", ".asc")
# A folder with two of these is one of our own warehouses; its first run finds it with the last two.
WAREHOUSE_NAMES = frozenset(("_snapshots", "_state", "_runs", "_staging", "_lock"))


def why_skip(name: str) -> str | None:
    """Return why a file or folder of this name is no document, None when it may be one."""
    low = name.lower()
    if low.startswith("."):
        return "hidden"
    if low.endswith(UNFINISHED):
        return "unfinished"
    if low in COMPANION_FILES or low.endswith(COMPANION_ENDINGS):
        return "a companion of the data"
    if COMPANION_TEXTS.fullmatch(low) or MANIFEST.fullmatch(low):
        return "a companion of the data"
    return None


def why_skip_member(member: str) -> str | None:
    """Return why a member of an archive is no document: its own name or that of a folder it lies in."""
    parts = [part for part in PurePosixPath(member).parts if part not in (".", "/")]
    if "__MACOSX" in parts or any(part.startswith(".") and part != ".." for part in parts[:-1]):
        return "hidden"
    return why_skip(parts[-1]) if parts else None
