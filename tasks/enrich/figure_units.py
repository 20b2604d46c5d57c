"""What a number counts: the noun behind it with its adjectives, and what that noun alone says of the measure."""

import re
from dataclasses import dataclass
from typing import Final

from tasks.enrich.word_lists import words

PEOPLE: Final = words(
    "people persons person civilians civilian men man women woman children child boys boy girls girl soldiers "
    "soldier troops militants militant fighters fighter rebels rebel terrorists terrorist policemen policeman "
    "police officers officer officials official workers worker students student pilgrims pilgrim passengers "
    "passenger journalists journalist protesters protester demonstrators residents resident villagers villager "
    "victims victim members member others other leaders leader commanders commander guards guard staff personnel "
    "crew medics doctors patients labourers laborers farmers miners families worshippers worshipers tourists "
    "migrants migrant refugees refugee suspects suspect prisoners prisoner inmates detainees detainee hostages "
    "hostage infants babies relatives brothers sisters soldiers volunteers volunteer insurgents insurgent gunmen "
    "attackers attacker bombers troopers servicemen servicewomen marines pilots sailors peacekeepers lawyers "
    "teachers nurses employees individuals locals nationals citizens foreigners activists activist supporters "
    "partisans forces cadets recruits paramilitaries commuters shoppers mourners bystanders teenagers youths "
    "youth adults elders dead wounded injured survivors evacuees settlers fishermen rohingya taliban palestinians "
    "israelis syrians iraqis kurds afghans pakistanis indians muslims christians hindus shiites sunnis yazidis "
    "americans russians turks iranians yemenis libyans egyptians lebanese jordanians bangladeshis ukrainians "
    "nigerians somalis pupils pupil driver reporter family teenager cyclist cyclists motorists clerics cleric "
    "sons son daughters daughter wives wife husbands husband cousins uncles aunts siblings grandchildren nephews nieces "
    "parents mothers mother fathers father brother sister twins grandmother grandfather clerk clerks veterans veteran "
    "thais saudis houthis emiratis kuwaitis qataris omanis hazaras copts jews tamils uighurs uyghurs pashtuns sikhs "
    "kashmiris nepalis filipinos britons poles danes swedes finns greeks serbs croats bosniaks chechens uzbeks tajiks "
    "azeris arabs bedouins druze alawites ismailis ahmadis baloch balochs pathans punjabis sindhis bengalis maltese chinese "
    "japanese vietnamese sudanese congolese senegalese portuguese burmese taiwanese nepalese maldivians ethiopians eritreans "
    "jihadis fedayeen mujahideen cops mps lawmakers constables jawans kids teens toddlers imams pastors bishops sheikhs "
    "conscripts devotees guests aides agents spies sergeants lieutenants generals captains majors athletes players coaches "
    "delegates judges scholars convicts criminals thieves dacoits mercenaries friends neighbours neighbors colleagues "
    "comrades classmates companions couples souls persons chiefs clergymen heads-of-state attendants stewards caretakers "
    "vigilantes settlers squatters landlords peasants locals loyalists separatists secessionists spectators onlookers "
    "revellers worshipers patients cadres operatives operative combatants combatant assailants assailant "
    "intruders infiltrators "
    "nomads herders shepherds butchers bakers monks monk nuns priests priest dissidents bloggers "
    "herdsmen fisherfolk clergy faithful households household aliens immigrant immigrants expats"
)
# Endings of nouns that name people by what they do or where they are from: "loggers", "tailors", "guardsmen", "trainees".
AGENT: Final = re.compile(
    r"[a-z]{2,}(?:ers|ors|men|women|children|ists|eers|ees|ants|ians|cans|anis|aelis|iots|eans|oans|isans)"
)
# Beasts are killed too, and counted nowhere.
BEASTS: Final = words(
    "animals animal cattle sheep goats dogs dog cows birds bird fish livestock camels horses buffaloes chickens hens elephants "
    "lions tigers wolves bears pigs donkeys rats mice insects bees whales dolphins sharks turtles trees plants germs"
)
# Nouns with such an ending that are things, beasts or bodies of people.
THINGS: Final = words(
    "helicopters containers tankers trailers papers newspapers numbers computers shelters quarters centers letters "
    "posters freighters steamers trawlers bunkers rivers towers chambers orders offers powers matters quarters corners "
    "papers layers meters liters litres metres kilometers boosters launchers flowers showers tigers panthers chapters "
    "borders routers servers printers cruisers destroyers bombers choppers lockers dinners banners covers servers "
    "barriers carriers fritters factors sectors tractors motors doors floors reactors corridors errors terrors mirrors "
    "rotors detectors sensors trees degrees committees fees knees bees specimen cans dumpers bulldozers excavators "
    "plants grants warrants restaurants variants pollutants covenants remnants implants scooters rollers loaders blisters "
    "counts accounts lists reports photographs charges transformers bumpers craters speakers disasters headquarters vouchers"
)
NOUNS: Final = {
    "killed": "deaths death fatalities fatality martyrs martyr lives life corpses bodies dead",
    "injured": "injuries injury wounded injured",
    "casualties": "casualties casualty",
    "displaced": "refugees refugee idps idp’s idp's evacuees",
    "detained": "detainees detainee prisoners inmates arrests",
    "kidnapped": "hostages hostage captives abductees",
    "crowd": "protesters demonstrators marchers mourners worshippers spectators",
    "weapons": "missiles missile rockets rocket shells tanks drones rifles kalashnikovs grenades mortars warheads bombs "
    "howitzers launchers landmines munitions submarines warships weapons guns pistols warplanes jets firearms handguns shotguns "
    "revolvers bazookas cannons torpedoes",
}
BY_NOUN: Final = {noun: measure for measure, nouns in NOUNS.items() for noun in nouns.split()}
SINGULAR: Final = frozenset(
    word for word in PEOPLE | frozenset(BY_NOUN) if word + "s" in PEOPLE or word + "s" in BY_NOUN
) | {"man", "woman", "child", "policeman", "death", "life"}
STATUS: Final = words(
    "killed dead injured wounded hurt missing displaced arrested detained died martyred kidnapped abducted slain"
)
# A status that can stand before its noun; 'killed' cannot: in "four killed police say" the sentence goes on.
ADJECTIVES: Final = words("dead injured wounded missing displaced detained kidnapped abducted")
OTHERS: Final = words("other others police official officials")
STOP: Final = STATUS | words(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty hundreds dozens scores "
    "thousands were was are is be been being have has had will would could may might can did do does in on at by "
    "from to of with for as after before when while and or but who whom which that including among during near "
    "inside outside since until if because since also had the a an his her their its this these those it they he "
    "she reportedly between into over under across than so far said says told while where during against despite "
    "following amid then there here per each died die dies suffered sustained survived fled took take went came got left more"
)
GOVERNING: Final = re.compile(
    r"\b(?:govern\w*|public|official|state|civic|legal|foreign|regulatory|professional|world|sports?|local)\b", re.I
)
WORD: Final = re.compile(r"\s\(?((?:[A-Z]\.){2,}(?:-\w+)?|[\w’'-]+)\)?")  # "U.S." is one
OF_KIND: Final = re.compile(r"\sof(?=\s)(?!\s(?:the|them|those|these|whom|its|their|his)\b)")  # "dozens of farmers"
# "50 women and children", "30 women and children hostages": one number for both.
PAIR: Final = re.compile(r"(?<=women|ldren|s men|d men)\sand\s(?P<last>children|women|men)\b")
MORE: Final = re.compile(r"\s(?:more|additional|extra|further)\b")
MAX_WORDS: Final = 7  # "Daesh (ISIS) terrorist field commanders" has five


@dataclass(frozen=True)
class Unit:
    """The noun a number counts, the words from the number to it, and where they end; no noun when the text has none.

    `status_start`: where a word that tells the measure stands inside the unit ("12 wounded sailors", "four dead").
    """

    noun: str | None
    words: str | None
    end: int
    status_start: int | None = None


def unit_behind(text: str, num_end: int, end: int, *, is_one: bool) -> Unit:
    """Return the unit of a number that ends at `num_end`, within its sentence."""
    more = MORE.match(text, num_end, end)
    of_kind = OF_KIND.match(text, num_end, end)
    start = more.end() if more else of_kind.end() if of_kind else num_end
    status = WORD.match(text, start, end)
    is_status = status is not None and status[1].casefold() in STATUS
    after_status = status.end() if status is not None and status[1].casefold() in ADJECTIVES else start
    noun = noun_behind(text, after_status, end, is_one)
    if noun is not None and (pair := PAIR.match(text, noun.end(1), end)) is not None:
        noun = noun_behind(text, pair.end() - len(pair["last"]) - 1, end, is_one) or noun
    if noun is not None and (after_status == start or noun[1].casefold() in PEOPLE - OTHERS):
        words_between = text[num_end : noun.end(1)].strip().removeprefix("of ").removeprefix("more ").strip()
        return Unit(noun[1], words_between, noun.end(1), start if is_status else None)
    if more is not None:
        return Unit(None, None, more.end())
    if status is not None and is_status:
        return Unit(None, None, status.end(1), start)
    return Unit(None, None, num_end)


def is_unnamed(text: str, unit: Unit, end: int) -> bool:
    """Return whether words follow a number that no list knows as a noun: 'a dozen commercial aircraft'."""
    following = WORD.match(text, unit.end, end) if unit.noun is None and unit.status_start is None else None
    return (
        following is not None
        and following[1].islower()
        and not is_stop(following[1])
        and following[1][-2:] not in ("ly", "ed")
    )


def noun_behind(text: str, position: int, end: int, is_one: bool) -> re.Match[str] | None:
    """Return the last noun of the words behind a number, before anything that ends a noun phrase."""
    head: re.Match[str] | None = None
    for _ in range(MAX_WORDS):
        match = WORD.match(text, position, end)
        if match is None or is_stop(match[1]) or match[1][0].isdigit():
            break
        if head is not None and is_known_plural(head[1]) and not is_known_plural(match[1]):
            break
        position = match.end()
        if is_noun(match[1], is_one):
            head = match
    return head


def is_stop(word: str) -> bool:
    """Return whether a word ends a noun phrase; an acronym does not, though 'IS' and 'US' look like small words."""
    return word.casefold() in STOP and not (word.isupper() and len(word) > 1)


def is_noun(word: str, is_one: bool) -> bool:
    """Return whether a word can be what is counted: a known noun (a plural unless it counts one), or a plural written small."""
    folded = word.casefold()
    if folded in PEOPLE or folded in BY_NOUN:
        return is_one or folded not in SINGULAR
    if word.istitle() or folded.endswith(("men", "children")):
        return is_agent(folded)  # "Italians", "Peruvians", "schoolchildren"
    return word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "ous", "’s", "'s"))


def is_known_plural(word: str) -> bool:
    """Return whether a word is a listed noun that ends a unit: 'bombs' in 'cluster bombs drone attacks'."""
    folded = word.casefold()
    return (folded in PEOPLE or folded in BY_NOUN) and folded not in SINGULAR


def is_people(unit: Unit) -> bool:
    """Return whether the unit is people, or nothing that says otherwise."""
    return unit.noun is None or unit.noun.casefold() in PEOPLE or is_agent(unit.noun.casefold())


def is_living(unit: Unit) -> bool:
    """Return whether an unlisted plural can be people: it is no thing and no beast."""
    noun = (unit.noun or "").casefold()
    return noun not in THINGS | BEASTS and not noun.endswith(
        ("ings", "ions", "ments", "ities", "nesses", "ages", "craft", "cles", "strikes", "attacks", "raids")
    )


def is_agent(noun: str) -> bool:
    """Return whether an unlisted noun names people by its ending."""
    return AGENT.fullmatch(noun) is not None and noun not in THINGS


def measure_of_noun(unit: Unit) -> str | None:
    """Return the measure that the noun alone tells: deaths, hostages, rockets."""
    if unit.noun is None or (unit.noun.casefold() == "bodies" and GOVERNING.search(unit.words or "")):
        return None
    return BY_NOUN.get(unit.noun.casefold())
