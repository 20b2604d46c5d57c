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
    ("Orla Venn came.\n\n“The pier is gone,” said her mother.", Read("her mother", "role", None)),
    (
        "Piet Aldous came.\n\n“The pier is gone,” the spokesman said. “We are very sorry,” he added.",
        Read("he", "pronoun", None),
    ),
    (
        "Piet Aldous came.\n\n“The pier is gone,” the party chief said. “It fell at night,” he said.",
        Read("he", "pronoun", None),
    ),
    (
        "Orla Venn came.\n\n“The pier is gone,” her brother said. “It fell,” he said. “It fell at night,” he said.",
        Read("he", "pronoun", None),
    ),
    (
        "Piet Aldous came.\n\n“The pier is gone,” the trade minister said. “It fell at night,” he said.",
        Read("he", "pronoun", "Piet Aldous"),
    ),
    (
        "Mr Brandt came.\n\n“The pier is gone,” the prime minister said. “It fell at night,” he said.",
        Read("he", "pronoun", "Brandt"),
    ),
    (
        "Mr Brandt came.\n\n“The pier is gone,” the former actor said. “It fell at night,” he said.",
        Read("he", "pronoun", "Brandt"),
    ),
    (
        "Piet Aldous came. A post on the trade minister’s page said that the pier was gone.",
        Read("A post on the trade minister’s page", "document", "Piet Aldous"),
    ),
    (
        "A post on Orla Venn’s account said that the pier was gone.",
        Read("A post on Orla Venn’s account", "document", "Orla Venn"),
    ),
    (
        "A statement issued by Harbour Board said the pier was gone.",
        Read("A statement issued by Harbour Board", "document", "Harbour Board"),
    ),
    (
        "A report by Harbour Board said the pier was gone. It was a storm.\n\n“Nobody saw it,” the report said.",
        Read("the report", "document", "Harbour Board"),
    ),
    (
        "A statement from Norland’s foreign ministry said the pier was gone.",
        Read("A statement from Norland’s foreign ministry", "document", None),
    ),
    (
        "A report on Norland said the pier was gone.",
        Read("A report on Norland", "document", None),
    ),
    (
        "In a statement, Harbour Board closed the pier.\n\n“Nobody saw it,” the statement said.",
        Read("the statement", "document", "Harbour Board"),
    ),
    ("“The pier is gone,” Orla Venn repeated.", Read("Orla Venn", "named", "Orla Venn")),
    (
        "“The pier is gone,” said Ida Corven.\n\n“It is over for us now,” repeated Orla Venn.",
        Read("Orla Venn", "named", "Orla Venn"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_words_that_name_a_speaker_mean_a_name_or_nobody(text: str, expected: Read) -> None:
    assert last_quote(text) == expected
