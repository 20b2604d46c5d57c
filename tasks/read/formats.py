"""Which reader a file's name asks for: the table of endings."""

from typing import Literal

from tasks.read.compression import without_compression

Format = Literal["text", "html", "json", "jsonl", "csv", "parquet", "tar", "zip", "binary", "xml", "other"]

FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".tar": "tar",
    ".zip": "zip",
}
# Known to hold something else. They are rejected by name: their bytes may be text and would be taken for an article.
# Not here: `.php`, `.aspx`, `.cms` and the like, under which whole sites save their pages.
OTHER_ENDINGS = """
    .pdf .doc .docx .odt .rtf .xls .xlsx .ods .ppt .pptx .odp .epub .mobi .djvu .ps .eps .pages .numbers
    .jpg .jpeg .png .gif .webp .bmp .tif .tiff .svg .ico .heic .psd
    .mp3 .mp4 .m4a .wav .ogg .avi .mov .mkv .webm .flv
    .xml .rss .atom .rdf .yaml .yml .toml .ini .cfg .conf .env .sql .sqlite .db .log .lock
    .warc .wacz .7z .rar .iso .dmg .bin .pkl .pickle .npy .npz .h5 .hdf5 .arrow .feather .orc .avro
    .py .ipynb .pyc .js .mjs .ts .css .scss .map .java .c .h .cpp .go .rs .rb .sh .bat .ps1 .r
    .exe .dll .so .jar .apk .woff .woff2 .ttf .otf .eot
"""


def named_format(name: str) -> Format | None:
    """Return the format a file's name asks for; None when it has no ending we know."""
    name = without_compression(name)
    dot = name.rfind(".")
    ending = name[dot:] if dot >= 0 else ""
    return FORMATS.get(ending) or ("other" if ending in OTHER_ENDINGS.split() else None)
