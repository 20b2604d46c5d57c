"""What a title, an office or a given name says of a person's gender, so that "she" is not the man named last."""

from collections.abc import Iterable
from typing import Final

from tasks.enrich.folding import fold
from tasks.enrich.names import Name
from tasks.enrich.word_lists import words

MALE_TITLES: Final = words(
    "mr sir lord maulana mufti hafiz qari sheikh sayyed ayatollah imam pir father brother king prince sultan emir haji mullah"
)
FEMALE_TITLES: Final = words("mrs ms miss madam lady dame begum sister queen princess bibi")
FEMALE_NAMES: Final = words(
    "aaliyah aisha alice alison amal amina amna amy ana andrea angela anita ann anna anne annie asma asifa ayesha barbara "
    "benazir beth betsey betty brenda bushra carly carol caroline catherine cathy charlotte christina christine "
    "claire cynthia daniela debbie deborah diana diane donna dorothy elena elizabeth ellen emily emma erica eva farah fatima "
    "fatema fauzia firdous gloria hanan hannah hasina heather heidi helen hillary hina huma indira irina jane janet jennifer "
    "jessica jill joan joanna judith judy julia julie karen kate katherine kathleen kelly khadija kim kimberly laila laura "
    "lauren layla leila linda lisa louise lucy madeleine mahnaz malala mamata margaret maria marie marina marine marwa mary "
    "maryam mariam meera megan mehbooba melania melissa michelle monica nadia nancy naomi nasreen natalie nikki nimrata "
    "nirmala olga pamela patricia paula priyanka rabia rachel rebecca rosa ruth sabrina sadaf saima sally samantha "
    "samina sandra sania sara sarah shabana shahnaz shakila sharon sheila shereen sherry shirin sofia sonia sophia sophie "
    "stephanie sue susan suu sushma teresa theresa tracy ursula valerie vanessa vera veronica victoria wendy yasmin yulia "
    "zainab zahra zubaida zeenat zoe"
)
# Endings of offices: "spokeswoman", "chairman".
MALE_OFFICE, FEMALE_OFFICE = "man", "woman"


def genders(names: Iterable[Name]) -> dict[str, str]:
    """Return 'she' or 'he' for the last word of the persons whose title, office or given name tells."""
    told: dict[str, str] = {}
    for name in names:
        if name.type == "PERSON" and (gender := gender_of(name)) is not None:
            told.setdefault(last_word(name), gender)
    return told


def gender_of(name: Name) -> str | None:
    """Return the pronoun of one named person; None when nothing tells."""
    title = (name.honorific or "").rstrip(".").casefold()
    office = (name.role or "").casefold()
    first = fold(name.surface).split()[:1]
    if title in FEMALE_TITLES or FEMALE_OFFICE in office or (first and first[0] in FEMALE_NAMES):
        return "she"
    return "he" if title in MALE_TITLES or MALE_OFFICE in office else None


def last_word(name: Name) -> str:
    """Return the last word of a name, by which its short forms are known."""
    return (fold(name.surface).split() or [name.surface])[-1]
