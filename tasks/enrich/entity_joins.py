"""Decide which identities of a corpus are one: spellings of a name, a middle name dropped, an acronym and its expansion."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from rapidfuzz.fuzz import ratio

from tasks.enrich.folding import fold
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.transliteration import skeleton, sound, spelling_score

MIN_ACRONYM_CHARS: Final = 3  # two letters mean too many things
# Words of a name that may be joined by its sound: two organisations of two words can differ in one letter.
MIN_WORDS: Final = {"PERSON": 2, "ORG": 3}
AMERICAN: Final = {
    "isation": "ization", "centre": "center", "defence": "defense", "labour": "labor", "programme": "program", "peoples": "people",
}  # fmt: skip
BRITISH: Final = re.compile("|".join(AMERICAN))
MAX_BLOCK: Final = 40  # names under one key that are all compared with one another; beyond, each with its neighbours


class Form(NamedTuple):
    """A surface as one identity prints it: how often, joined how in its document, and an article that shows it."""

    identity: str
    full_name: str
    surface: str
    method: str
    n: int
    article_id: str


class Join(NamedTuple):
    """Two identities that are one, why, and how sure that is (0 to 1)."""

    a: str
    b: str
    method: str
    score: float


@dataclass(frozen=True)
class Groups:
    """`group_of`: the number of the group of each identity. `joins`: by identity, the surest join that put it there."""

    group_of: dict[str, int]
    joins: dict[str, Join]


def groups_of(forms: Iterable[Form], min_spelling_score: float) -> Groups:
    """Return the identities in groups, each an identity of the corpus; the order of `forms` does not matter."""
    forms = sorted(forms)
    identities = sorted({form.identity for form in forms})
    joins = list(spelling_joins(identities, min_spelling_score)) + list(short_form_joins(forms, set(identities)))
    roots = united(identities, joins)
    acronyms = list(acronym_joins(forms, roots))
    roots = united(identities, joins + acronyms)
    numbers = {root: number for number, root in enumerate(sorted(set(roots.values())))}
    return Groups({identity: numbers[root] for identity, root in roots.items()}, best_joins(joins + acronyms))


def united(identities: Iterable[str], joins: Iterable[Join]) -> dict[str, str]:
    """Return for each identity the alphabetically first one of its group."""
    root = {identity: identity for identity in identities}

    def find(identity: str) -> str:
        while root[identity] != identity:
            root[identity] = root[root[identity]]
            identity = root[identity]
        return identity

    for join in joins:
        first, second = sorted((find(join.a), find(join.b)))
        root[second] = first
    return {identity: find(identity) for identity in root}


def best_joins(joins: Iterable[Join]) -> dict[str, Join]:
    """Return the surest join of each identity that has one."""
    best: dict[str, Join] = {}
    for join in sorted(joins, key=lambda j: (-j.score, j)):
        best.setdefault(join.a, join)
        best.setdefault(join.b, join)
    return best


def spelling_key(identity: str) -> str | None:
    """Return the key under which spellings of a full name meet; None for names too short to be joined by their sound."""
    kind, name, *scope = identity.split("|")
    if scope or kind not in MIN_WORDS or name.count(" ") + 1 < MIN_WORDS[kind]:
        return None
    key = skeleton(name) if kind == "PERSON" else organisation_key(name)
    return f"{kind}|{key}" if " " in key else None


def organisation_key(name: str) -> str:
    """Return the sounds of an organisation's words in American spelling, without articles; vowels and small words count."""
    spelled = BRITISH.sub(lambda match: AMERICAN[match.group()], name)
    return " ".join(sound(word) for word in spelled.split() if word != "the")


def join_score(a: str, b: str, min_score: float) -> float:
    """Return how sure two identities under one key are the same, 0 to 1; 0 when they are not."""
    kind, first, *_ = a.split("|")
    second = b.split("|")[1]
    return spelling_score(first, second, min_score) if kind == "PERSON" else ratio(first, second) / 100


def spelling_joins(identities: Iterable[str], min_score: float) -> Iterable[Join]:
    """Yield the pairs of persons and organisations whose full names sound alike word by word."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for identity in identities:
        if (key := spelling_key(identity)) is not None:
            blocks[key].append(identity)
    for block in blocks.values():
        for number, a in enumerate(block):
            for b in block[number + 1 : number + 1 + MAX_BLOCK]:
                if score := join_score(a, b, min_score):
                    yield Join(a, b, "spelling", score)


def short_form_joins(forms: Iterable[Form], identities: set[str]) -> Iterable[Join]:
    """Yield the persons whom one article prints with and without a middle name."""
    for identity, full_name in sorted({(f.identity, f.full_name) for f in forms if f.method == "short_form"}):
        fuller = f"PERSON|{fold(full_name)}"
        if fuller in identities and fuller != identity:
            yield Join(identity, fuller, "short_form", ratio(identity, fuller) / 100)


def acronym_joins(forms: Iterable[Form], roots: dict[str, str]) -> Iterable[Join]:
    """Yield the acronyms that have one expansion in the whole corpus, which an article prints beside them."""
    expansions: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        if form.method == "acronym":
            expansions[fold(form.surface)].add(form.identity)
    for acronym, expanded in sorted(expansions.items()):
        alone = f"ORG|{acronym}"
        if alone not in roots or len({roots[e] for e in expanded}) != 1 or not may_stand_alone(acronym):
            continue
        yield Join(alone, min(expanded), "acronym", 1.0)


def may_stand_alone(acronym: str) -> bool:
    """Return whether an acronym may join across documents: long enough, and not known to mean several things."""
    return len(acronym) >= MIN_ACRONYM_CHARS and acronym not in gazetteer().ambiguous
