"""A cleaned article becomes its names, identities, quotes and figures."""

from tasks.enrich.enrichment import enrich_articles
from tasks.enrich.entities import link_entities
from tasks.enrich.language_model import load_model, model_identity
from tasks.enrich.settings import EnrichSettings

__all__ = ["EnrichSettings", "enrich_articles", "link_entities", "load_model", "model_identity"]
