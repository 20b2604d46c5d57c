"""Which country an adjective, or the name of a country before another name, speaks of: 'Pakistani', 'Pakistan's', 'U.S.'."""

from typing import Final

from tasks.enrich.places import place_list

# Adjective, ISO 3166-1 alpha-2. Of peoples without a state of that name (Kurdish, Arab), there is none.
_PAIRS: Final = (
    "Afghan AF, Albanian AL, Algerian DZ, American US, Andorran AD, Angolan AO, Antiguan AG, Argentine AR, Argentinean AR, "
    "Argentinian AR, Armenian AM, Aruban AW, Australian AU, Austrian AT, Azerbaijani AZ, Azeri AZ, Bahamian BS, Bahraini "
    "BH, Bangladeshi BD, Barbadian BB, Basotho LS, Belarusian BY, Belgian BE, Belizean BZ, Beninese BJ, Bermudian BM, "
    "Bhutanese BT, Bissau-Guinean GW, Bolivian BO, Bosnian BA, Botswanan BW, Brazilian BR, British GB, Bruneian BN, "
    "Bulgarian BG, Burkinabe BF, Burkinabé BF, Burmese MM, Burundian BI, Cambodian KH, Cameroonian CM, Canadian CA, Cape "
    "Verdean CV, Caymanian KY, Chadian TD, Chilean CL, Chinese CN, Colombian CO, Comorian KM, Congolese CD, Costa Rican CR, "
    "Croatian HR, Cuban CU, Cypriot CY, Czech CZ, Danish DK, Djiboutian DJ, Dominican DO, Dutch NL, East Timorese TL, "
    "Ecuadorean EC, Ecuadorian EC, Egyptian EG, Emirati AE, Equatorial Guinean GQ, Eritrean ER, Estonian EE, Ethiopian ET, "
    "Faroese FO, Fijian FJ, Filipino PH, Finnish FI, French FR, Gabonese GA, Gambian GM, Georgian GE, German DE, Ghanaian "
    "GH, Gibraltarian GI, Greek GR, Greenlandic GL, Grenadian GD, Guamanian GU, Guatemalan GT, Guinean GN, Guyanese GY, "
    "Haitian HT, Herzegovinian BA, Honduran HN, Hong Konger HK, Hungarian HU, Icelandic IS, Indian IN, Indonesian ID, "
    "Iranian IR, Iraqi IQ, Irish IE, Israeli IL, Italian IT, Ivoirian CI, Ivorian CI, Jamaican JM, Japanese JP, Jordanian "
    "JO, Kazakh KZ, Kazakhstani KZ, Kenyan KE, Kirghiz KG, Kosovan XK, Kosovar XK, Kuwaiti KW, Kyrgyz KG, Kyrgyzstani KG, "
    "Lao LA, Laotian LA, Latvian LV, Lebanese LB, Liberian LR, Libyan LY, Liechtensteiner LI, Lithuanian LT, Luxembourger "
    "LU, Luxembourgish LU, Macanese MO, Macedonian MK, Malagasy MG, Malawian MW, Malaysian MY, Maldivian MV, Malian ML, "
    "Maltese MT, Marshallese MH, Mauritanian MR, Mauritian MU, Mexican MX, Micronesian FM, Moldovan MD, Monegasque MC, "
    "Mongolian MN, Montenegrin ME, Moroccan MA, Motswana BW, Mozambican MZ, Namibian NA, Nauruan NR, Nepalese NP, Nepali "
    "NP, New Zealander NZ, Nicaraguan NI, Nigerian NG, Nigerien NE, North Korean KP, North Macedonian MK, Norwegian NO, "
    "Omani OM, Pakistani PK, Palauan PW, Palestinian PS, Panamanian PA, Papua New Guinean PG, Paraguayan PY, Peruvian PE, "
    "Philippine PH, Polish PL, Portuguese PT, Puerto Rican PR, Qatari QA, Romanian RO, Russian RU, Rwandan RW, Saint Lucian "
    "LC, Salvadoran SV, Salvadorean SV, Sammarinese SM, Samoan WS, Saudi SA, Saudi Arabian SA, Senegalese SN, Serbian RS, "
    "Seychellois SC, Sierra Leonean SL, Singaporean SG, Slovak SK, Slovenian SI, Solomon Islander SB, Somali SO, South "
    "African ZA, South Korean KR, South Sudanese SS, Spanish ES, Sri Lankan LK, Sudanese SD, Surinamese SR, Swazi SZ, "
    "Swedish SE, Swiss CH, Syrian SY, Taiwanese TW, Tajik TJ, Tajikistani TJ, Tanzanian TZ, Thai TH, Timorese TL, Togolese "
    "TG, Tongan TO, Trinidadian TT, Tunisian TN, Turkish TR, Turkmen TM, Turkmenistani TM, Tuvaluan TV, Ugandan UG, "
    "Ukrainian UA, Uruguayan UY, Uzbek UZ, Uzbekistani UZ, Vanuatuan VU, Venezuelan VE, Vietnamese VN, Yemeni YE, Zambian "
    "ZM, Zimbabwean ZW"
)
DEMONYMS: Final = {adjective: code for adjective, _, code in (pair.rpartition(" ") for pair in _PAIRS.split(", "))}

AMBIGUOUS: Final = "Georgia"  # as often the state, which has a senate and a supreme court too


def country_called(words: str) -> str | None:
    """Return the country that an adjective or a country's own name means; None when it means none."""
    if words == AMBIGUOUS:
        return None
    return DEMONYMS.get(words) or place_list().country_of(words)
