"""Count what no other measure names when something happens to it: ten shops burned, 300 soldiers deployed, seven raids made."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tasks.enrich.figure_counts import Counted, joined
from tasks.enrich.figure_measures import ASIDE, BETWEEN, LINK, PHRASE, STEM
from tasks.enrich.figure_units import Unit, is_stop
from tasks.enrich.quote_cues import past_of, stem_of, third_of
from tasks.enrich.word_lists import in_order, words

OTHER: Final = "other"
# Verbs of which the counted are the object, in the past or going on: what is to happen is no count yet.
HAPPENS: Final = in_order(
    "torch raze destroy damage demolish flatten ransack loot vandalize vandalise bulldoze infect sicken deploy "
    "mobilize mobilise dispatch release free rescue airlift repatriate deport recover seize confiscate impound "
    "intercept defuse vaccinate inoculate strand"
)
PAST: Final = (
    "|".join(past_of(verb) for verb in HAPPENS) + r"|burn(?:ed|t)(?:\sdown)?|gutted|set\sfire\sto|shot\sdown|downed"
)
GOING_ON: Final = "|".join(f"{third_of(verb)}|{stem_of(verb)}ing" for verb in HAPPENS) + r"|burning(?:\sdown)?|trapping"
# What is said of those to whom it happens, by whomever.
SUFFERED: Final = (
    rf"{PAST}|set\s(?:ablaze|alight|on\sfire)|levell?ed|wrecked|submerged|inundated|flooded|bombed|shelled|attacked|targeted|affected|"
    r"trapped|evicted|poisoned|stationed|expelled|recruited|hijacked|smuggled"
)
# Of people alone nothing but these is said without a noun: "37 were rescued".
BARE: Final = r"rescued|released|freed|trapped|stranded|deported|infected|repatriated|airlifted"
MADE: Final = r"carried\sout|conducted|launched|mounted|staged|made|foiled|thwarted|repelled|recorded|reported"
ATTACKS: Final = words(
    "attacks airstrikes strikes raids bombings assaults ambushes incursions sorties shellings explosions blasts "
    "incidents operations killings"
)
# Nouns of play, print and talk, which are freed, taken or burned in a manner of speaking.
NO_MATTER: Final = words(
    "lists pages files points goals runs wickets games matches sets shots yards penalties innings titles seats votes medals albums "
    "songs films movies books singles videos episodes tracks records reports statements documents transcripts "
    "pictures photos photographs images products models versions tweets calories ways things years months weeks "
    "days hours minutes seconds times percent lives countries districts provinces places occasions cases quarters "
    "halves thirds dollars pounds euros rupees minds hearts careers words questions answers features tickets shares "
    "details names emails plans players teams weapons jobs acres hectares miles feet metres meters kilometres "
    "kilometers"
)
WERE: Final = r"(?:were|was|are|is|been|being|got)"
# What may follow a verb that nobody's hands are named for: "Ten shops burned in Kellan".
NO_OBJECT: Final = (
    r"(?=\s*[.,;:)”\"]|\s*$|\s(?:in|by|on|at|across|after|during|near|overnight|when|as|from|to|so|since|around|along|outside|"
    r"inside|and)\b)"
)
HAVE: Final = r"(?:(?:have|has|had)\s)?(?:also\s|reportedly\s)?"
BEHIND: Final = re.compile(
    rf"{ASIDE}(?:{PHRASE}\s{HAVE}{WERE}\s{LINK}(?:\w+ly\s)?(?P<done>{SUFFERED}|{MADE})\b|"
    rf"\s(?P<alone>{SUFFERED})\b{NO_OBJECT})",
    re.I,
)
BARE_BEHIND: Final = re.compile(
    rf"\s{LINK}(?<=\s){WERE}\s{LINK}(?:{BARE})\b|\s(?:have|has|had)\sbeen\s{LINK}(?:{BARE})\b", re.I
)
AHEAD: Final = re.compile(
    rf"\b(?:(?:{PAST}|{GOING_ON})|(?P<made>{MADE}|carr(?:y|ies|ying)\sout|launching|conducting)){BETWEEN}\s$", re.I
)
WEIGHT: Final = re.compile(
    r"\s?(?P<unit>kg|kgs|kilos?|kilogram(?:me)?s?|tonnes?|tons?|grams?|litres?|liters?)\sof\s"
    r"(?P<what>(?!(?:the|it|them|an?)\b)[a-z-]+(?:\s(?:oil|powder|nitrate|explosives|drugs|rice|fuel)\b)?)"
)
# "Flight 12 passengers", "the first three houses", "221 Harbour Street": no count.
NAMED: Final = re.compile(
    r"\b(?!(?:The|These|Those|Later|Then|But|And|In|All|Only|Also|Today|\w+day|\w+ly)\s)[A-Z][\w’'-]*\s$"
)
RANKED: Final = re.compile(r"\b(?:first|last|next|top|number|nos?\.?|past|final|aged?)\s$", re.I)
ADDRESS: Final = re.compile(r"\b(?:Street|St|Road|Rd|Avenue|Lane|Square|Block|Drive)\b")
# A sentence without a word that begins like one of these tells of nothing that happened: looked for first, as patterns are dear.
STEMS: Final = frozenset(
    word[:STEM]
    for word in (
        *re.findall(r"[a-z]{4,}", SUFFERED),
        *HAPPENS,
        *ATTACKS,
        "burning",
        "trapping",
        "shooting",
        "shot",
        "sets",
        "razing",
        "razed",
    )
)
WINDOW: Final = 90  # characters before a number in which its verb stands
NAME_WINDOW: Final = 30


def with_others(text: str, sentence: tuple[int, int], counted: Sequence[Counted]) -> list[Counted]:
    """Return the counts of a sentence with the measure `other` where no measure names what something happened to."""
    result = [happened(text, sentence, one) for one in counted]
    for i in range(len(result) - 2, -1, -1):
        following = result[i + 1]
        if (
            following.measure == OTHER
            and following.rule in ("other_behind", "other_list")
            and joined(text, result[i], following)
        ):
            result[i] = in_list(result[i])
    for i in range(1, len(result)):
        before = result[i - 1]
        if (
            before.measure == OTHER
            and before.rule in ("other_before", "other_list")
            and joined(text, before, result[i])
        ):
            result[i] = in_list(result[i])
    return result


def in_list(one: Counted) -> Counted:
    """Return a count with the measure of its neighbour in a list."""
    return replace(one, measure=OTHER, rule="other_list") if one.measure is None and is_counted(one) else one


def happened(text: str, sentence: tuple[int, int], one: Counted) -> Counted:
    """Return a count without a measure as `other` when a verb tells what happened to those it counts."""
    if one.measure is not None or one.rule == "none" or is_named(text, sentence[0], one):
        return one
    start, end = sentence
    ahead = AHEAD.search(text, max(start, one.number.start - WINDOW), one.number.start)
    weight = WEIGHT.match(text, one.number.num_end, end)
    if weight is not None:
        one = replace(one, unit=Unit(weight["unit"], weight["what"], weight.end()))
    if weight is None and one.unit.noun is None:
        bare = one.unit.status_start is None and BARE_BEHIND.match(text, one.number.num_end, end)
        return replace(one, measure=OTHER, rule="other_behind") if bare else one
    if weight is None and not is_counted(one):
        return one
    behind = BEHIND.match(text, one.unit.end, end)
    if behind is not None and fits(one, made=bool(behind["done"] and re.fullmatch(MADE, behind["done"], re.I))):
        return replace(one, measure=OTHER, rule="other_behind")
    if ahead is not None and fits(one, made=ahead["made"] is not None):
        return replace(one, measure=OTHER, rule="other_before")
    return one


def fits(one: Counted, *, made: bool) -> bool:
    """Return whether a verb says something of a noun: attacks are made, and nothing else is; nothing else happens to them."""
    return made == ((one.unit.noun or "").casefold() in ATTACKS)


def is_counted(one: Counted) -> bool:
    """Return whether the noun of a count is a thing or people that can be counted, and no part of a game, a book or a day."""
    noun = (one.unit.noun or "").casefold()
    return bool(noun) and noun not in NO_MATTER and not is_stop(noun)


def is_named(text: str, start: int, one: Counted) -> bool:
    """Return whether a number is part of a name, a rank or an address."""
    first = max(start, one.number.start - NAME_WINDOW)
    if RANKED.search(text, first, one.number.start) or ADDRESS.search(one.unit.words or ""):
        return True
    is_bare = text[one.number.start].isdigit()
    return is_bare and NAMED.search(text, first, one.number.start) is not None
