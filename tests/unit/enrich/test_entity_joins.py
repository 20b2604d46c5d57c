"""Which names of a corpus are one, which stay two, and which are left to a reader."""

from collections.abc import Sequence

import pyarrow as pa
import pytest

from tasks.enrich.aliases import aliases
from tasks.enrich.entities import Linked, link_entities
from tasks.enrich.entity_groups import Join, Unlike, united
from tasks.enrich.entity_tallies import tally_names
from tasks.enrich.folding import fold
from tasks.enrich.settings import EnrichSettings
from tasks.enrich.user_entities import UserEntities, parse_user_entities

COLUMNS = ("identity", "full_name", "surface", "link_method", "article_id", "role")
Printed = tuple[str, str, str]


def link(rows: Sequence[Printed], user: UserEntities | None = None) -> Linked:
    """Link names given as identity, surface and article."""
    full = [
        (key, surface, surface, "acronym" if "=" in key else "printed", article, None) for key, surface, article in rows
    ]
    table = pa.table(dict(zip(COLUMNS, map(list, zip(*full, strict=True)), strict=True)))
    table = table.set_column(5, "role", pa.nulls(len(rows), pa.string()))
    table = table.append_column("published_on", pa.nulls(len(rows), pa.date32()))
    return link_entities([tally_names(table)], EnrichSettings(), user)


def named(kind: str, *names: str) -> list[Printed]:
    """Return the names as identities of the whole corpus, each in an article of its own."""
    return [(f"{kind}|{fold(name)}", name, f"a{number}") for number, name in enumerate(names)]


SAME_BODIES = [
    ("Jaish al-Kellan", "Jaysh al-Kellan"),
    ("Army of Kellan", "Jaish al-Kellan"),
    ("Kellan Front", "Jabhat al-Kellan"),
    ("al-Qarida", "al-Qareda"),
    ("Tehreek-e-Kellan Norland", "Tehrik-i-Kellan Norland"),
    ("University of Kellan", "Kellan University"),
    ("Ahrar al-Kellan", "Ahrar al-Kellan Islamic Movement"),
    ("Hizbullar", "Hezbollar"),
    ("Labour Defence Council", "Labor Defense Council"),
    ("Norland League-N", "Norland League-Nellan"),
    ("al-Qarida", "Al-Qa'rida"),
    ("Kellan Workers' Co-operation", "Kellan Workers Cooperation"),
    ("U.S. Salt Department", "United States Department of Salt"),
    ("UN Salt Council", "U.N. Salt Council"),
    ("Indian Salt Workers Party", "Salt Workers Party of India"),
    ("Kellan Salt Guards Corps", "Kellan Salt Guard Corps"),
    ("Norland Janata Party", "Norland Janta Party"),
    ("Kellan Salt", "Kellan Salt Pvt. Ltd."),
    ("Kellanix", "Kellanix Inc."),
    ("Hizbul Kellan", "Hizb-ul-Kellan"),
    ("Committee for Kellan Salt", "Kellan Salt Committee"),
    ("St. Kellan Hospital", "Saint Kellan Hospital"),
    ("Liwa al-Kellan", "Kellan Brigade"),
    ("Kellan Salt League (Nelli)", "Kellan Salt League-Nelli"),
]
TWO_BODIES = [
    ("Kellan Salt Party (Nelli)", "Kellan Salt Party (Awami)"),
    ("Norland Awami Party", "Awami Norland Party"),
    ("Norland Democratic Movement", "Norland Democratic Party"),
    ("Jaish al-Kellan", "Jaish al-Torran"),
    ("PML-N", "PML-Q"),
    ("Norland League-Aldous", "Norland League-Venn"),
    ("Free Norland Army", "Norland Army"),
    ("Kellan Town Council", "Kellan Council"),
    ("Hope Party", "Hop Party"),
    ("UN Salt Council", "Salt Council"),
    ("Norland League-N", "Norland League-Quellan"),
    ("Bank of India", "Indian Bank"),
    ("Salt Workers Party of India", "Salt Workers Party of Iran"),
    ("American Salt League", "United States Salt League"),
    ("Kellan AG", "Kellan"),  # an attorney general
    ("IG Ltd", "IG"),
    ("Houses of Kellan", "Kellan House"),
    ("Council of Europe", "European Council"),
    ("Candidate Y", "Candidate"),
    ("NSWC", "Norland Salt Workers Council"),  # initials alone: nothing else bears it out
]


@pytest.mark.parametrize(("a", "b"), SAME_BODIES)
def test_spellings_and_translations_of_a_body_are_one(a: str, b: str) -> None:
    assert link(named("ORG", a, b)).entities.num_rows == 1


@pytest.mark.parametrize(("a", "b"), TWO_BODIES)
def test_bodies_that_differ_in_a_word_or_letter_are_two(a: str, b: str) -> None:
    assert link(named("ORG", a, b)).entities.num_rows == 2


COMPANY = [("PERSON|piet aldous", "Piet Aldous"), ("PLACE|torran", "Torran"), ("ORG|harbour front", "Harbour Front")]
OTHERS = [("PERSON|ada marsh", "Ada Marsh"), ("PLACE|kellan", "Kellan"), ("ORG|salt board", "Salt Board")]


def beside(names: Sequence[tuple[str, str]], article: str) -> list[Printed]:
    return [(key, surface, article) for key, surface in names]


def two_persons(a: str, b: str, company: Sequence[tuple[str, str]]) -> Linked:
    """Link two names of persons, the first beside COMPANY, the second beside `company`, among articles about others."""
    (first, second) = named("PERSON", a, b)
    rest = [one for n in range(20) for one in beside([(f"ORG|board {n} of norland", f"Board {n} of Norland")], f"z{n}")]
    return link([first, second, *beside(COMPANY, "a0"), *beside(company, "a1"), *rest])


LIKELY = [
    ("Orla Kassem Venn", "Orla Venn"),
    ("Orla Venn Kassem", "Orla Venn"),
    ("Joe Kellanson", "Joseph Kellanson"),
    ("Joseph R. Kellanson", "Joe Kellanson"),
    ("Lal Kassem Venn", "L.K. Venn"),
    ("P. V. Kassem Venn", "Kassem Venn"),
    ("Orla Maria Kassem Venn", "Orla Kassem Venn"),
    ("Bahram Qassemi", "Bahram Ghassemi"),
    ("Emo Rakhmon", "Emo Rahmon"),
    ("Rached Tarnol", "Rashid Tarnol"),
    ("Maksim Tarnol", "Maxim Tarnol"),
    ("Omar ElTarnol", "Omar el-Tarnol"),
]
TWO_PERSONS = [
    ("Jim Robins", "Jim Rubens"),
    ("Peter Hess", "Peter Hayes"),
    ("Francis Tarnol", "Frances Tarnol"),
    ("Mitt Tarnol", "Matt Tarnol"),
    ("Chen Jian", "Chen Jin"),
]


@pytest.mark.parametrize(("a", "b"), TWO_PERSONS)
def test_names_that_only_sound_alike_in_our_own_letters_are_two_persons_in_the_same_company(a: str, b: str) -> None:
    assert len(set(entities_of(two_persons(a, b, COMPANY), a, b))) == 2


@pytest.mark.parametrize(("a", "b"), LIKELY)
def test_a_name_more_or_a_nickname_is_one_person_in_the_same_company(a: str, b: str) -> None:
    linked = two_persons(a, b, COMPANY)
    assert len(set(entities_of(linked, a, b))) == 1


@pytest.mark.parametrize(("a", "b"), LIKELY)
def test_in_other_company_they_are_two_that_could_be_the_same(a: str, b: str) -> None:
    linked = two_persons(a, b, OTHERS)
    assert len(set(entities_of(linked, a, b))) == 2
    (doubt,) = linked.could_be_same.to_pylist()
    assert {doubt["name"], doubt["other_name"]} == {a, b}
    assert 0 < doubt["score"] < 1


def entities_of(linked: Linked, *names: str) -> list[str]:
    """Return the entity of each person."""
    entity = dict(zip(*(linked.identities[c].to_pylist() for c in ("identity", "entity_id")), strict=True))
    return [entity[f"PERSON|{fold(name)}"] for name in names]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nawal Tarnol", "Mira Nawal Tarnol"),
        ("Orla Venn", "Orla Venn Jr"),
        ("Orla K. Venn", "Orla M. K. Venn"),
        ("Bashar Tarnol", "Bashir Tarnol"),
        ("Kate Tarnol", "Cath Tarnol"),
    ],
)
def test_a_child_with_the_fathers_name_is_somebody_else_in_the_same_company(a: str, b: str) -> None:
    assert len(set(entities_of(two_persons(a, b, COMPANY), a, b))) == 2


def test_a_short_name_that_two_longer_ones_hold_joins_neither() -> None:
    linked = link([*named("PERSON", "Orla Venn", "Orla Kassem Venn", "Orla Madin Venn"), *beside(COMPANY, "a0")])
    assert len(set(entities_of(linked, "Orla Venn", "Orla Kassem Venn", "Orla Madin Venn"))) == 3


@pytest.mark.parametrize(
    ("longer", "n_entities"), [("Orla Venn Resigns", 1), ("Orla K. Venn", 1), ("Orla Kassem Venn", 2)]
)
def test_a_rare_longer_name_for_a_common_one_is_hers_but_not_with_a_name_more_inside(
    longer: str, n_entities: int
) -> None:
    rows = [("PERSON|orla venn", "Orla Venn", f"a{n}") for n in range(5)]
    told = [(f"PERSON|orla venn|={fold(longer)}", "Orla Venn", "b1"), (f"PERSON|{fold(longer)}", longer, "b1")]
    assert link([*rows, *told]).entities.num_rows == n_entities


def test_of_several_longer_names_the_one_far_above_the_others_is_meant() -> None:
    rows = [("PERSON|orla venn kassem", "Orla Venn Kassem", f"a{n}") for n in range(5)]
    rows += [*named("PERSON", "Orla Venn"), ("PERSON|orla venn madin", "Orla Venn Madin", "b2")]
    rows = [
        *rows[:5],
        ("PERSON|orla venn", "Orla Venn", "b1"),
        rows[-1],
        *beside(COMPANY, "b1"),
        *beside(COMPANY, "a1"),
    ]
    assert len(set(entities_of(link(rows), "Orla Venn", "Orla Venn Kassem"))) == 1


def test_a_body_that_hardly_anybody_prints_in_full_is_called_as_everybody_calls_it() -> None:
    rows = [("ORG|kellanix", "Kellanix", f"a{n}") for n in range(11)]
    assert link([*rows, ("ORG|kellanix inc", "Kellanix Inc", "b1")]).entities["name"].to_pylist() == ["Kellanix"]


def test_a_wrong_class_that_is_rare_does_not_make_a_second_body() -> None:
    rows = [("ORG|harbour front", "Harbour Front", f"a{n}") for n in range(8)]
    assert link([*rows, ("PERSON|harbour front", "Harbour Front", "b1")]).entities["type"].to_pylist() == ["ORG"]


def test_a_body_and_a_person_of_one_name_are_two_when_both_are_printed_often() -> None:
    rows = [(f"{kind}|alan kurre", "Alan Kurre", f"{kind}{n}") for n in range(4) for kind in ("ORG", "PERSON")]
    assert link(rows).entities.num_rows == 2


def test_a_lost_apostrophe_makes_no_second_entity() -> None:
    rows = [("PLACE|kellan", "Kellan", f"a{n}") for n in range(6)]
    assert (
        link([*rows, ("PLACE|kellans", "Kellans", "b1"), ("PERSON|kellans|b2", "Kellans", "b2")]).entities.num_rows == 1
    )


def test_places_of_one_country_that_sound_the_same_are_one() -> None:
    assert link([("PLACE|raqqa|SY", "Raqqa", "a1"), ("PLACE|raqqah|SY", "Raqqah", "a2")]).entities.num_rows == 1
    assert link([("PLACE|raqqa|SY", "Raqqa", "a1"), ("PLACE|raqqah|IQ", "Raqqah", "a2")]).entities.num_rows == 2


USER = """
same = [["Orla Venn", "The Harbour Widow"], ["Pakistan Muslim League-Nawaz", "Pakistan Muslim League-Quaid"]]
different = [["Muammar Gaddafi", "Moammar Qaddafi"], ["HWF", "Harbour Workers Front"]]
[name]
"Orla Venn" = "Orla K. Venn"
"""


def test_a_users_file_wins_over_rules_lists_and_articles() -> None:
    rows = [
        *named("PERSON", "Orla Venn", "The Harbour Widow", "Muammar Gaddafi", "Moammar Qaddafi"),
        *named("ORG", "Pakistan Muslim League-Nawaz", "Pakistan Muslim League-Quaid", "Harbour Workers Front"),
        ("ORG|hwf|=harbour workers front", "HWF", "a9"),
    ]
    linked = link(rows, parse_user_entities(USER, "entities.toml"))
    assert sorted(linked.entities["name"].to_pylist()) == [
        "HWF", "Harbour Workers Front", "Moammar Qaddafi", "Muammar Gaddafi", "Orla K. Venn", "Pakistan Muslim League-Nawaz",
    ]  # fmt: skip
    methods = {a["text"]: a["method"] for row in linked.entities.to_pylist() for a in row["aliases"]}
    assert methods["The Harbour Widow"] == "entities_file"


def test_the_shipped_lists_do_not_contradict_themselves() -> None:
    joins = [
        Join(f"{kind}|{names[0]}", f"{kind}|{name}", "alias", 1.0) for kind, names in aliases().same for name in names
    ]
    identities = sorted({one for join in joins for one in (join.a, join.b)})
    number = dict(zip(identities, united(identities, [], joins, Unlike()).number.tolist(), strict=True))
    for names in aliases().different:
        for kind in ("PERSON", "ORG"):
            known = [name for name in sorted(names) if f"{kind}|{name}" in number]
            assert len({number[f"{kind}|{name}"] for name in known}) == len(known), known


def test_initials_are_joined_to_the_only_body_in_the_same_company() -> None:
    bodies = [("ORG|nswc", "NSWC", "a1"), ("ORG|norland salt workers council", "Norland Salt Workers Council", "a2")]
    company = [
        (f"PERSON|orla {name}", f"Orla {name}", article) for article in ("a1", "a2") for name in ("venn", "holm")
    ]
    linked = link([*bodies, *company])
    assert "Norland Salt Workers Council" in linked.entities["name"].to_pylist()
    assert "NSWC" not in linked.entities["name"].to_pylist()


def test_bodies_of_two_countries_stay_two_with_a_country_each() -> None:
    rows = [
        ("ORG|interior ministry|PK", "Interior Ministry", "a1"),
        ("ORG|interior ministry|IR", "Interior Ministry", "a2"),
    ]
    linked = link([*rows, ("ORG|interior ministry", "Interior Ministry", "a3")])
    assert linked.entities["country"].to_pylist().count(None) == 1
    assert sorted(filter(None, linked.entities["country"].to_pylist())) == ["IR", "PK"]
    assert len(set(linked.entities["entity_id"].to_pylist())) == 3
