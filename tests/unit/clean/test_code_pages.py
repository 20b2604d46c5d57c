"""Bytes of Latin letters become the text they mean, whichever region's code page they are in."""

import pytest

from tasks.clean.decode import decode

SENTENCES = {
    "pl": "Rada miasta chce do lata naprawić stary most na rzece. Mieszkańcy czekają na decyzję, a sklepikarze żądają odszkodowań.",
    "cs": "Městská rada chce do léta opravit starý most přes řeku. Příští týden začne výběrové řízení, řekla v pondělí mluvčí.",
    "es": "El ayuntamiento quiere reparar el viejo puente antes del verano; los vecinos están cansados de esperar la decisión. "
    "Según la alcaldesa, las obras empezarán mañana y durarán más de seis meses.",
    "hu": "A városi tanács nyárig meg akarja javítani a régi hidat. "
    "A kereskedők kártérítést kérnek, és a jövő héten gyűlést tartanak.",
    "hr": "Gradsko vijeće želi do ljeta popraviti stari most. Stanovnici čekaju odluku već tri godine, a trgovci traže odštetu. "
    "Sljedeći tjedan počinje natječaj, rekla je glasnogovornica u ponedjeljak navečer.",
    "tr": "Belediye meclisi yaza kadar eski köprüyü onarmak istiyor. Bölge sakinleri üç yıldır kararı bekliyor, ışıklar değişti.",
    "fr": "Le conseil municipal veut réparer le vieux pont avant l’été. Les commerçants réclament des indemnités à la mairie.",
    "de": "Der Stadtrat will die alte Brücke bis zum Sommer reparieren, und die Händler fordern Geld für die gesperrte Straße.",
    "en": "The council won’t repair the bridge before summer, its spokeswoman said on Monday. “It’s too costly,” she said.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("pl", "cp1250"),
        ("pl", "iso8859_2"),
        ("cs", "cp1250"),
        ("cs", "iso8859_2"),
        ("es", "mac_roman"),
        ("es", "cp850"),
        ("hu", "cp1250"),
        ("hr", "cp1250"),
        ("tr", "cp1254"),
        ("tr", "iso8859_9"),
        ("fr", "cp1252"),
        ("fr", "mac_roman"),
        ("de", "cp1252"),
        ("de", "mac_roman"),
        ("en", "cp1252"),
        ("en", "mac_roman"),
    ],
)
def test_latin_letters_are_read_in_their_code_page(language: str, encoding: str) -> None:
    raw = SENTENCES[language].encode(encoding)
    assert decode(raw, is_html=False).text == raw.decode(encoding)
