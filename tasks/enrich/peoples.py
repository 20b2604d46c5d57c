"""Words that are peoples, faiths, movements or followers, and not the land, the person or the body they are named after."""

import re
from typing import Final

from tasks.enrich.capitals import bare, capitalised_words
from tasks.enrich.names import Name
from tasks.enrich.passages import Passage
from tasks.enrich.word_lists import in_order

# Adjectives of states and peoples; those that end in -an, -i, -ian or -er are people with an s as well.
ADJECTIVES: Final = in_order(
    "Afghan African Albanian Algerian American Andorran Angolan Antiguan Arab Arabian Argentine Argentinian Argentinean "
    "Armenian Asian Australian Austrian Azerbaijani Bahamian Bahraini Bangladeshi Barbadian Belarusian Belgian "
    "Belizean Beninese Bhutanese Bolivian Bosnian Brazilian British Bruneian Bulgarian Burkinabe Burmese Burundian "
    "Cambodian Cameroonian Canadian Catalan Chadian Chechen Chilean Chinese Colombian Comorian Congolese Croatian "
    "Cuban Cypriot Czech Danish Djiboutian Dominican Dutch Ecuadorian Egyptian Emirati Eritrean Estonian Ethiopian "
    "European Fijian Filipino Finnish French Gabonese Gambian Georgian German Ghanaian Greek Grenadian Guatemalan "
    "Guinean Guyanese Haitian Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian "
    "Ivorian Jamaican Japanese Jordanian Kazakh Kazakhstani Kenyan Korean Kosovar Kuwaiti Kyrgyz Laotian Latvian "
    "Lebanese Liberian Libyan Lithuanian Macedonian Malagasy Malawian Malaysian Maldivian Malian Maltese Mauritanian "
    "Mauritian Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepali Nepalese Nicaraguan "
    "Nigerian Nigerien Norwegian Omani Ottoman Pakistani Palestinian Panamanian Paraguayan Peruvian Polish Portuguese "
    "Qatari Romanian Russian Rwandan Salvadoran Samoan Saudi Scottish Senegalese Serbian Singaporean Slovak Slovenian "
    "Somali Soviet Spanish Sudanese Surinamese Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan Togolese "
    "Tongan Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Welsh Yemeni Yugoslav "
    "Zambian Zimbabwean Bengali Gujarati Punjabi Sindhi Marathi Assamese Tamil Telugu Sinhalese Kashmiri Balochi Baloch "
    "Pashtun Hazara Rohingya Uighur Uyghur Uygur Kurdish Kurd Turkic Berber Bedouin Maori Zulu Yoruba Igbo Hausa Hutu "
    "Tutsi Parsi Dalit Adivasi Brahmin Aboriginal Inuit Latino Hispanic Mapuche Quechua Mayan Romani Sami Basque Flemish Walloon "
    "Tatar Cossack Circassian Assyrian Amazigh Xhosa Oromo Tigrayan Amhara"
)
FAITHS: Final = in_order(
    "Muslim Christian Jewish Jew Hindu Sikh Buddhist Jain Sunni Shia Shiite Shi'ite Alawite Druze Yazidi Yezidi Ahmadi Ismaili "
    "Zoroastrian Catholic Protestant Anglican Methodist Baptist Orthodox Mormon Copt Coptic Salafi Salafist Wahhabi Sufi Deobandi "
    "Barelvi Haredi Hasidic Takfiri Islamist Jihadist Islamic Zionist Maoist Marxist Leninist Communist Socialist Naxalite "
    "Republican Democrat Tory Tories Baathist Ba'athist Kemalist Peronist Nazi Hoosier Texan Californian"
)
# People under other words than the adjective.
PEOPLES: Final = in_order(
    "Briton Britons Turk Turks Swede Swedes Dane Danes Finn Finns Pole Poles Serb Serbs Croat Croats Spaniard Spaniards "
    "Frenchman Frenchmen Irishman Englishman Scot Scots Brit Brits Aussie Aussies Kiwi Kiwis Rohingyas Jews Filipinos "
    "Westerner Westerners Western Arabs Kurds English"
)
SIDE: Final = r"(?:(?:North|South|East|West|Central|Southeast|Latin|Sri|Saudi|Afro|Anglo|Indo|Sino|Pan)[\s-])?"
PEOPLE: Final = re.compile(rf"^{SIDE}(?:(?:{'|'.join(ADJECTIVES + FAITHS)})s?|Lankans?|Leonean|{'|'.join(PEOPLES)})$")
# What is never an everyday word or a family name; the rest needs the model to call it a name.
DOUBTFUL: Final = frozenset(
    in_order(
        "Polish French Dutch German Swiss Welsh Scottish Irish English Western Orthodox Republican Democrat Islamic Hindu"
    )
)
SURE: Final = frozenset(
    form for word in ADJECTIVES + FAITHS + PEOPLES if word not in DOUBTFUL for form in (word, f"{word}s")
)
SIDE_BEFORE: Final = re.compile(r"\b(?:North|South|East|West|Central|Southeast) $")
REACH: Final = 12  # characters of the longest side, with its spaces
CAPITAL_BEHIND: Final = re.compile(r"[\s-](?:(?:and|of|for|&)\s(?:the\s)?)?[A-Z]")


def is_people(surface: str) -> bool:
    """Return whether a name is a people, a faith or a following: Iraqi, South Asians, Shiite."""
    return PEOPLE.match(surface) is not None


def people_words(number: int, passage: Passage) -> list[Name]:
    """Return the peoples and faiths of a passage that stand as a word of their own, whatever the model made of them."""
    text = passage.text
    ends = ((start, bare(word)) for start, word in capitalised_words(text))
    spans = (
        (with_side(text, start), start + len(word))
        for start, word in ends
        if word in SURE and not CAPITAL_BEHIND.match(text, start + len(word))
    )
    return [Name(number, start, end, text[start:end], "NORP", "listed_people") for start, end in spans]


def with_side(text: str, start: int) -> int:
    """Return where a people begins whose land has a side: North Koreans, South African."""
    match = SIDE_BEFORE.search(text, max(0, start - REACH), start)
    return match.start() if match else start
