"""A cleaned article becomes its names, identities, quotes and figures."""

from tasks.enrich.enrichment import enrich_articles
from tasks.enrich.entities import link_entities
from tasks.enrich.entity_tallies import tally_names
from tasks.enrich.language_model import load_model, model_identity
from tasks.enrich.settings import EnrichSettings
from tasks.enrich.user_entities import BadEntitiesFile, read_user_entities

__all__ = [
    "BadEntitiesFile",
    "EnrichSettings",
    "enrich_articles",
    "link_entities",
    "load_model",
    "model_identity",
    "read_user_entities",
    "tally_names",
]
