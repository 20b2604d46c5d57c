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
    "aaliyah abigail aisha alexandra alexandria alice alison amal amina amna amy ana andrea angela angelina anita ann anna "
    "anne annie asifa asma ayanna ayesha barbara benazir beth betsey betty brenda brittany bushra caitlin carly carol "
    "caroline carolyn catherine cathy cecilia charlotte chelsea christina christine claire colleen condoleezza courtney "
    "cynthia daniela debbie deborah debra denise diana diane dianne donna dorothy elena elizabeth ellen emily emma erica "
    "eva farah fatema fatima fauzia firdous gabrielle gina gloria greta hanan hannah hasina heather heidi helen hillary "
    "hina huma ilhan indira irene irina ivanka ivanna jacinda jane janet jennifer jenny jessica jill joan joanna joni "
    "josephine judith judy julia julie kamala karen kate katherine kathleen kathy katie kelly kellyanne khadija kim "
    "kimberly kirsten kristen laila lamya laura lauren layla leila linda lisa lois loretta louise lucy lydia lynn madeleine "
    "mahnaz malala mamata marcia margaret maria mariam marie marina marine marsha martha marwa mary maryam maxine meera "
    "megan mehbooba melania melissa michelle miriam monica mumtaz nadia nancy naomi nasreen natalie nikki nimrata nirmala "
    "norma olga pamela parveen patricia paula paulina peggy phyllis priyanka rabia rachel rashida rebecca rita rosa "
    "rosemary ruby rukhsana ruth sabrina sadaf saima sally samantha samina sandra sania sara sarah shabana shahnaz shakila "
    "sharon shazia sheila shereen sherry shireen shirin sofia sonia sonja sophia sophie stacey stephanie sue sumaira susan "
    "sushma suu tahira tammy tanya teresa thelma theresa tracy tulsi ursula uzma valerie vanessa vera veronica victoria "
    "wanda wendy yasmin yulia yvonne zahra zainab zeenat zoe zubaida"
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
