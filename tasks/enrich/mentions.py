"""Find the names of one article: the model's, trimmed, and those that rules add; then their classes and their titles."""

from collections.abc import Sequence
from dataclasses import replace

from tasks.enrich.honorifics import honorific_before
from tasks.enrich.language_model import Span
from tasks.enrich.name_classes import with_classes
from tasks.enrich.name_compounds import with_compounds
from tasks.enrich.name_factions import with_factions
from tasks.enrich.name_headlines import is_title_case
from tasks.enrich.name_repeats import with_repeats, without_lost_apostrophes
from tasks.enrich.name_rules import (
    bracketed_acronyms,
    credited_names,
    free_spans,
    joined_at_connectors,
    listed_names,
    missions,
    not_inside_persons,
    titled_names,
    with_listed,
)
from tasks.enrich.name_shouts import without_shouts
from tasks.enrich.name_splits import split_between_persons, split_names
from tasks.enrich.name_weights import Learned, shipped, weighed
from tasks.enrich.names import Name, names_of, with_prepositions
from tasks.enrich.passages import Article, Passage
from tasks.enrich.peoples import people_words
from tasks.enrich.roles import role_after, role_apposed, role_before


def is_read_by_model(passage: Passage) -> bool:
    """Return whether the model sees the passage: everything but title-case headlines."""
    return passage.field != "headline" or not is_title_case(passage.text)


def article_names(article: Article, spans: Sequence[list[Span]], learned: Learned | None = None) -> list[Name]:
    """Return the names of an article, given the model's spans of each passage; `learned`: other tables than are shipped."""
    texts = [passage.text for passage in article.passages]
    learned = learned or shipped()
    names = weighed(without_shouts(found_names(article, spans), texts, learned.usage), texts, learned)
    names = split_between_persons(without_lost_apostrophes(with_classes(names, texts), texts))
    names = with_repeats(article, with_compounds(names, article.passages, learned.usage))
    return [titled(texts[name.passage], name) for name in with_classes(names, texts)]


def found_names(article: Article, spans: Sequence[list[Span]]) -> list[Name]:
    """Return the names that the model and the rules find in each passage for itself."""
    names: list[Name] = []
    for number, passage in enumerate(article.passages):
        modelled = joined_at_connectors(passage.text, names_of(number, passage.text, spans[number]))
        modelled = split_names(missions(passage.text, with_prepositions(passage.text, modelled)))
        found = free_spans(credited_names(number, passage), modelled)
        found = free_spans(not_inside_persons(titled_names(number, passage), found), found)
        found = with_listed(found, listed_names(number, passage))
        found = with_factions(passage.text, with_listed(found, people_words(number, passage)))
        names += free_spans(found, bracketed_acronyms(number, passage, found))
    return names


def titled(text: str, name: Name) -> Name:
    """Return a person with the honorific and role that stand beside it."""
    if name.type != "PERSON":
        return name
    honorific, front = name.honorific, name.start
    if honorific is None and (title := honorific_before(text, name.start)) is not None:
        front, honorific = title
    elif honorific is not None:
        front = text.rfind(honorific, 0, name.start)
    role = name.role or role_before(text, front) or role_apposed(text, front, name.end) or role_after(text, name.end)
    if honorific == name.honorific and role == name.role:
        return name
    return replace(name, honorific=honorific, role=role)
