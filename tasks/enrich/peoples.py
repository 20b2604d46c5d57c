"""Words that are peoples, faiths, movements or followers, and not the land, the person or the body they are named after."""

import re
from typing import Final

from tasks.enrich.capitals import bare, capitalised_words
from tasks.enrich.demonyms import DEMONYMS
from tasks.enrich.names import Name
from tasks.enrich.passages import Passage
from tasks.enrich.word_lists import in_order

# Adjectives; those that end in -an, -i, -ian or -er are people with an s as well.
STATELESS: Final = in_order(
    "African Arab Arabian Asian Catalan Chechen European Korean Ottoman Scottish Soviet Tibetan Welsh Yugoslav "
    "Bengali Gujarati Punjabi Sindhi Marathi Assamese Tamil Telugu Sinhalese Kashmiri Balochi Baloch Pashtun Hazara "
    "Rohingya Uighur Uyghur Uygur Kurdish Kurd Turkic Berber Bedouin Maori Zulu Yoruba Igbo Hausa Hutu Tutsi Parsi "
    "Dalit Adivasi Brahmin Aboriginal Inuit Latino Hispanic Mapuche Quechua Mayan Romani Sami Basque Flemish Walloon "
    "Tatar Cossack Circassian Assyrian Amazigh Xhosa Oromo Tigrayan Amhara Tuareg Fulani Kikuyu Dinka Nuer Zaghawa "
    "Afrikaner Wolof Ndebele Sahrawi Chaldean Saraiki Mohajir Muhajir Malayali Meitei Gorkha Kachin Hmong"
)
ADJECTIVES: Final = (*(word for word in DEMONYMS if " " not in word), *STATELESS)
# Those of two words and more by their last: "Lankan" is "Sri Lankan".
LONG_ADJECTIVES: Final = tuple(words for words in DEMONYMS if " " in words)
FAITHS: Final = in_order(
    "Muslim Christian Jewish Jew Hindu Sikh Buddhist Jain Sunni Shia Shiite Shi'ite Alawite Druze Yazidi Yezidi Ahmadi Ismaili "
    "Zoroastrian Catholic Protestant Anglican Methodist Baptist Orthodox Mormon Copt Coptic Salafi Salafist Wahhabi Sufi Deobandi "
    "Barelvi Haredi Hasidic Takfiri Islamist Jihadist Islamic Zionist Maoist Marxist Leninist Communist Socialist Naxalite "
    "Republican Democrat Democratic Tory Tories Baathist Ba'athist Kemalist Peronist Nazi Hoosier Texan Californian"
)
# People under other words than the adjective.
PEOPLES: Final = in_order(
    "Briton Britons Turk Turks Swede Swedes Dane Danes Finn Finns Pole Poles Serb Serbs Croat Croats Spaniard Spaniards "
    "Frenchman Frenchmen Irishman Englishman Scot Scots Brit Brits Aussie Aussies Kiwi Kiwis Rohingyas Jews Filipinos "
    "Westerner Westerners Western Arabs Kurds English"
)
SIDE: Final = r"(?:(?:North|South|East|West|Central|Southeast|Latin|Afro|Anglo|Indo|Sino|Pan)[\s-])?"
PEOPLE: Final = re.compile(
    rf"^(?:{SIDE}(?:(?:{'|'.join(ADJECTIVES + FAITHS)})s?|{'|'.join(PEOPLES)})|(?:{'|'.join(LONG_ADJECTIVES)})s?)$"
)
# What is never an everyday word or a family name; the rest needs the model to call it a name.
DOUBTFUL: Final = frozenset(
    in_order(
        "Polish French Dutch German Swiss Welsh Scottish Irish English Western Orthodox Republican Democrat Democratic Islamic "
        "Hindu"
    )
)
SURE: Final = frozenset(
    form for word in ADJECTIVES + FAITHS + PEOPLES if word not in DOUBTFUL for form in (word, f"{word}s")
)
SIDE_BEFORE: Final = re.compile(r"\b(?:North|South|East|West|Central|Southeast) $")
# The long ones by their last word.
BY_LAST_WORD: Final = {
    last: tuple(long for long in LONG_ADJECTIVES if long.endswith(f" {last}"))
    for last in (long.rpartition(" ")[2] for long in LONG_ADJECTIVES)
}
REACH: Final = 12  # characters of the longest side, with its spaces
CAPITAL_BEHIND: Final = re.compile(r"[\s-](?:(?:and|of|for|&)\s(?:the\s)?)?[A-Z]")


def is_people(surface: str) -> bool:
    """Return whether a name is a people, a faith or a following: Iraqi, South Asians, Shiite."""
    return PEOPLE.match(surface) is not None


def people_words(number: int, passage: Passage) -> list[Name]:
    """Return the peoples and faiths of a passage that stand as a word of their own, whatever the model made of them."""
    text = passage.text
    spans = (
        (with_land(text, start, word), start + len(word))
        for start, word in ((start, bare(word)) for start, word in capitalised_words(text))
        if (word in SURE or word.removesuffix("s") in BY_LAST_WORD)
        and not CAPITAL_BEHIND.match(text, start + len(word))
    )
    return [Name(number, start, end, text[start:end], "NORP", "listed_people") for start, end in spans if start >= 0]


def with_land(text: str, start: int, word: str) -> int:
    """Return where a people begins whose land has two words or a side: Sri Lankan, South Africans; -1 for a 'Lankan' alone."""
    end = start + len(word.removesuffix("s"))
    for long in BY_LAST_WORD.get(text[start:end], ()):
        if text.endswith(long, 0, end):
            return end - len(long)
    if word not in SURE:
        return -1
    match = SIDE_BEFORE.search(text, max(0, start - REACH), start)
    return match.start() if match else start
