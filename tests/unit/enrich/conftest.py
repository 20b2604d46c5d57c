"""What the tests of the room share: the bundled model, loaded once, and a way to write an article."""

from collections.abc import Callable
from datetime import date

import pyarrow as pa
import pytest

from tasks.enrich.language_model import LanguageModel, load_model

ARTICLES = pa.schema(
    [
        ("article_id", pa.string()),
        ("published_on", pa.date32()),
        ("headline", pa.string()),
        ("body", pa.string()),
        ("captions", pa.list_(pa.struct([("text", pa.string()), ("credit", pa.string())]))),
        ("dateline_country", pa.string()),
    ]
)


@pytest.fixture(scope="session")
def model() -> LanguageModel:
    return load_model("bundled")


@pytest.fixture
def article() -> Callable[..., pa.Table]:
    """Return a writer of one article as the cleaning hands it on."""

    def write(
        body: str, headline: str | None = None, caption: str | None = None, number: int = 1, country: str | None = None
    ) -> pa.Table:
        row = {
            "article_id": f"{number:024x}",
            "published_on": date(2024, 5, number % 28 + 1),
            "headline": headline,
            "body": body,
            "captions": [{"text": caption, "credit": None}] if caption else [],
            "dateline_country": country,
        }
        return pa.Table.from_pylist([row], schema=ARTICLES)

    return write
