"""An article whose text has lost the name of a speaker says so, whether or not the context gives the name back."""

from collections.abc import Callable

import pyarrow as pa
import pytest

from tasks.enrich.enrichment import enrich_articles
from tasks.enrich.language_model import LanguageModel
from tasks.enrich.settings import EnrichSettings

LOST = """The old pier of Norrsund burned down on Sunday night.

“We saved the boats, but the planks are gone for good,” said on Monday.

The council meets again in June."""
LOST_AFTER_A_LINK = """Divers searched the harbour of Norrsund until dawn.

“Nobody was on the pier when the fire broke out,” told reporters at the gate.

The ferry sails again on Friday."""
TOLD = """The old pier of Norrsund burned down on Sunday night.

“We saved the boats, but the planks are gone for good,” said the harbour master on Monday."""


@pytest.mark.parametrize(("body", "is_flagged"), [(LOST, True), (LOST_AFTER_A_LINK, True), (TOLD, False)])
def test_a_cue_without_its_subject_flags_the_article(
    article: Callable[..., pa.Table], body: str, is_flagged: bool
) -> None:
    enriched = enrich_articles(article(body), LanguageModel("none", None), EnrichSettings(model="none"))
    assert ("quote_speaker_missing" in enriched.flagged["flag"].to_pylist()) is is_flagged
    assert (enriched.quotes["speaker"].to_pylist() == [None]) is is_flagged
