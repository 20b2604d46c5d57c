"""Which country an adjective, or the name of a country before another name, speaks of: 'Pakistani', 'Pakistan's', 'U.S.'."""

from typing import Final

from tasks.enrich.places import place_list
from tasks.enrich.word_lists import in_order

# Adjective, ISO 3166-1 alpha-2. Of peoples without a state of that name (Kurdish, Arab), there is none.
_PAIRS: Final = in_order(
    "Afghan AF Albanian AL Algerian DZ American US Angolan AO Argentine AR Armenian AM Australian AU Austrian AT Azerbaijani AZ "
    "Bahraini BH Bangladeshi BD Belarusian BY Belgian BE Bolivian BO Bosnian BA Brazilian BR British GB Bulgarian BG Burmese MM "
    "Burundian BI Cambodian KH Cameroonian CM Canadian CA Chadian TD Chilean CL Chinese CN Colombian CO Congolese CD Croatian HR "
    "Cuban CU Cypriot CY Czech CZ Danish DK Djiboutian DJ Dutch NL Ecuadorian EC Egyptian EG Emirati AE Eritrean ER Estonian EE "
    "Ethiopian ET Filipino PH Philippine PH Finnish FI French FR Georgian GE German DE Ghanaian GH Greek GR Guatemalan GT "
    "Haitian HT Honduran HN Hungarian HU Icelandic IS Indian IN Indonesian ID Iranian IR Iraqi IQ Irish IE Israeli IL Italian IT "
    "Ivorian CI Jamaican JM Japanese JP Jordanian JO Kazakh KZ Kenyan KE Kosovar XK Kuwaiti KW Kyrgyz KG Lao LA Latvian LV "
    "Lebanese LB Liberian LR Libyan LY Lithuanian LT Malaysian MY Maldivian MV Malian ML Maltese MT Mauritanian MR Mexican MX "
    "Moldovan MD Mongolian MN Montenegrin ME Moroccan MA Mozambican MZ Namibian NA Nepali NP Nepalese NP Nicaraguan NI "
    "Nigerian NG Nigerien NE Norwegian NO Omani OM Pakistani PK Palestinian PS Panamanian PA Paraguayan PY Peruvian PE Polish PL "
    "Portuguese PT Qatari QA Romanian RO Russian RU Rwandan RW Salvadoran SV Saudi SA Senegalese SN Serbian RS Singaporean SG "
    "Slovak SK Slovenian SI Somali SO Spanish ES Sudanese SD Swedish SE Swiss CH Syrian SY Taiwanese TW Tajik TJ Tanzanian TZ "
    "Thai TH Tunisian TN Turkish TR Turkmen TM Ugandan UG Ukrainian UA Uruguayan UY Uzbek UZ Venezuelan VE Vietnamese VN "
    "Yemeni YE Zambian ZM Zimbabwean ZW"
)
DEMONYMS: Final = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))

AMBIGUOUS: Final = "Georgia"  # as often the state, which has a senate and a supreme court too


def country_called(words: str) -> str | None:
    """Return the country that an adjective or a country's own name means; None when it means none."""
    if words == AMBIGUOUS:
        return None
    return DEMONYMS.get(words) or place_list().country_of(words)
