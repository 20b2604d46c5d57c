"""Who is meant by the words that name a speaker: the one who acted or spoke last, the bearer of the office, the maker."""

from dataclasses import dataclass

import pytest

from tasks.enrich.names import Name
from tasks.enrich.passages import Passage
from tasks.enrich.quotes import passage_quotes

TYPES = {"Pier Union": "ORG", "Harbour Board": "ORG", "Norland": "GPE"}
ROLES = {"Piet Aldous": "trade minister", "Ida Corven": "harbour master"}
PEOPLE = ("Orla Venn", "Piet Aldous", "Ida Corven", "Mr Brandt")


@dataclass(frozen=True)
class Read:
    """The last quote of a text: what names its speaker, how, and who is meant."""

    speaker: str | None
    attribution: str | None
    meant: str | None


def last_quote(text: str) -> Read:
    names = []
    for name in (*PEOPLE, *TYPES):
        surface = name.removeprefix("Mr ")
        honorific = "Mr" if surface != name else None
        at = text.find(surface)
        while at != -1:
            kind = TYPES.get(name, "PERSON")
            names.append(Name(0, at, at + len(surface), surface, kind, "model", honorific, ROLES.get(name)))
            at = text.find(surface, at + 1)
    quote = passage_quotes(0, Passage("body", None, text), sorted(names, key=lambda name: name.start))[-1]
    speaker = quote.speaker
    return Read(
        text[speaker.start : speaker.end] if speaker else None,
        speaker.attribution if speaker else None,
        quote.meant.surface if quote.meant else None,
    )


CASES = [
    ("Orla Venn left the hall.\n\n“The pier is gone,” she said.", Read("she", "pronoun", "Orla Venn")),
    ("Orla Venn met Piet Aldous. “The pier is gone,” she said.", Read("she", "pronoun", "Orla Venn")),
    ("Orla Venn praised Piet Aldous’s plan.\n\nShe said the pier was gone.", Read("She", "pronoun", "Orla Venn")),
    (
        "“We lost it,” said Ida Corven of Orla Venn.\n\n“The pier is gone,” she said.",
        Read("she", "pronoun", "Ida Corven"),
    ),
    ("Mr Brandt met Orla Venn.\n\n“The pier is gone,” she said.", Read("she", "pronoun", "Orla Venn")),
    ("Harbour Board closed the pier. It said the planks were old.", Read("It", "pronoun", "Harbour Board")),
    ("Norland was calm. The council met and it said the pier was safe.", Read("it", "pronoun", None)),
    ("Two men came. They said the pier was gone.", Read("They", "pronoun", None)),
    (
        "Piet Aldous came.\n\n“The pier is gone,” the trade minister said.",
        Read("the trade minister", "role", "Piet Aldous"),
    ),
    ("Piet Aldous came.\n\n“The pier is gone,” the finance minister said.", Read("the finance minister", "role", None)),
    ("Orla Venn joined the Pier Union. The union said the pier was gone.", Read("The union", "role", "Pier Union")),
    ("“The pier is gone,” a spokesman said. Orla Venn came.", Read("a spokesman", "role", None)),
    (
        "Harbour Board issued a statement.\n\n“The pier is gone,” the statement said.",
        Read("the statement", "document", "Harbour Board"),
    ),
    (
        "Pressed by Piet Aldous, Orla Venn left.\n\n“The pier is gone,” the visitor wrote. Now she said all was well.",
        Read("she", "pronoun", "Orla Venn"),
    ),
    ("Orla Venn met the Aldous cabinet.\n\n“The pier is gone,” she said.", Read("she", "pronoun", "Orla Venn")),
    ("“The pier is gone,” says another Pier Union member.", Read("another Pier Union member", "role", None)),
    ("“The pier is gone,” said Orla Venn. “We will build another.”", Read("Orla Venn", "carried", "Orla Venn")),
    ("“The pier is gone,” she said. Nobody is named here.", Read("she", "pronoun", None)),
    ("Orla Venn came.\n\n“The pier is gone for good,” said on Monday.", Read(None, None, "Orla Venn")),
    ("Orla Venn met Piet Aldous.\n\n“The pier is gone for good,” said on Monday.", Read(None, None, None)),
    ("Nobody met Orla Venn, who said that the pier was gone.", Read("who", "pronoun", "Orla Venn")),
    (
        "Ida Corven came. She then met Orla Venn.\n\n“The pier is gone,” she said.",
        Read("she", "pronoun", "Ida Corven"),
    ),
    (
        "Piet Aldous came. Speaking beside Mr Brandt, he said the pier was gone.",
        Read("he", "pronoun", "Piet Aldous"),
    ),
    (
        "In a talk with the host Mr Brandt, Orla Venn rose. She said the pier was gone.",
        Read("She", "pronoun", "Orla Venn"),
    ),
    (
        "Piet Aldous came. “The pier is gone,” the Ostby minister said.",
        Read("the Ostby minister", "role", None),
    ),
    ("Orla Venn came. The mayor sat down. He said the pier was gone.", Read("He", "pronoun", None)),
    ("Piet Aldous came. The minister sat down. He said all was well.", Read("He", "pronoun", "Piet Aldous")),
    ("Piet Aldous came. A farmer said it was late. He added that the pier was gone.", Read("He", "pronoun", None)),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_words_that_name_a_speaker_mean_a_name_or_nobody(text: str, expected: Read) -> None:
    assert last_quote(text) == expected
