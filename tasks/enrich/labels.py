"""One table from the labels of language models to the types of the contract."""

from typing import Final

# None: not a name. The schemes of OntoNotes, of CoNLL and WikiNER (PER, MISC), and of the bundled model (MISC: events, works).
TYPES: Final[dict[str, str | None]] = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "FAC",
    "NORP": "NORP",
    "EVENT": "EVENT",
    "MISC": "OTHER",
    "PRODUCT": "OTHER",
    "WORK_OF_ART": "OTHER",
    "LAW": "OTHER",
    "LANGUAGE": None,
    "DATE": None,
    "TIME": None,
    "MONEY": None,
    "PERCENT": None,
    "QUANTITY": None,
    "ORDINAL": None,
    "CARDINAL": None,
}

PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
IDENTITY_KINDS: Final[dict[str, str | None]] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "EVENT": "OTHER",
    "OTHER": "OTHER",
    "NORP": None,
}
# The classes that names are weighed by, the groups of the corpora: places are one, and so are events and works.
CLASSES: Final = ("PERSON", "ORG", "LOC", "NORP", "OTHER")


def class_of_type(kind: str) -> str:
    """Return the class that a type is weighed as."""
    return "LOC" if kind in PLACES else "OTHER" if kind == "EVENT" else kind


def type_of(label: str) -> str | None:
    """Return the contract's type for a model's label; None when it is no name, OTHER when the label is unknown."""
    return TYPES.get(label, "OTHER")
