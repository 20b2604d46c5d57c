"""The bundled sample corpus: some sixty invented news documents, and what each of them must become (`gold.json`)."""

from pathlib import Path


def corpus_folder() -> Path:
    """Return the folder that holds the documents, ready to be given to `copydesk run`."""
    return Path(__file__).parent / "corpus"
