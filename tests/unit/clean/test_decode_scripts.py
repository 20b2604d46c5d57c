"""Bytes of the scripts that news is printed in, with and without a mark, become the text they mean."""

import pytest

from tasks.clean.decode import decode
from tasks.clean.wide import wide_encoding

SENTENCES = {
    "ru": "Городской совет решил отремонтировать старый мост через реку до",
    "uk": "Міська рада вирішила відремонтувати старий міст через річку до к",
    "ar": "قرر مجلس المدينة إصلاح الجسر القديم على النهر قبل نهاية الصيف، و",
    "fa": "شورای شهر تصمیم گرفت پل قدیمی روی رودخانه را تا پایان تابستان تع",
    "ur": "شہر کی کونسل نے دریا پر پرانے پل کی مرمت کا فیصلہ کیا ہے، ترجمان",
    "he": "מועצת העיר החליטה לתקן את הגשר הישן מעל הנהר לפני סוף הקיץ, אמרה",
    "el": "Το δημοτικό συμβούλιο αποφάσισε να επισκευάσει την παλιά γέφυρα",
    "zh": "市议会周一决定在夏天结束之前修复河上的旧桥，发言人说工程将于下周开始，费用为两百万元，大部分由省政府支付。",
    "tw": "市議會週一決定在夏天結束之前修復河上的舊橋，發言人說工程將於下週開始，費用為兩百萬元，大部分由省政府支付。",
    "ja": "市議会は月曜日、川にかかる古い橋を夏の終わりまでに修理することを決めたと発表した。工事は来週から始まり、費用は二百万円",
    "ko": "시의회는 월요일 여름이 끝나기 전에 강 위의 낡은 다리를 수리하기로 결정했다고 대변인이 밝혔다. 공사는 다음 주에",
    "th": "สภาเมืองตัดสินใจซ่อมสะพานเก่าข้ามแม่น้ำก่อนสิ้นฤดูร้อน โฆษกกล่าว",
}
CODE_PAGES = {
    "ru": ("cp1251", "koi8_r", "cp866", "iso8859_5"),
    "uk": ("cp1251", "koi8_u"),
    "ar": ("cp1256", "iso8859_6"),
    "fa": ("cp1256",),
    "ur": ("cp1256",),
    "he": ("cp1255", "iso8859_8"),
    "el": ("cp1253",),
    "zh": ("gb18030", "gb2312"),
    "tw": ("big5",),
    "ja": ("shift_jis", "euc_jp", "iso2022_jp"),
    "ko": ("euc_kr",),
    "th": ("cp874",),
}
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


@pytest.mark.parametrize(("language", "encoding"), [(one, page) for one, pages in CODE_PAGES.items() for page in pages])
def test_a_sentence_is_read_in_its_code_page(language: str, encoding: str) -> None:
    raw = SENTENCES[language].encode(encoding, "ignore")  # cp1256 has no letter for some of Urdu and Persian
    assert decode(raw, is_html=False).text == raw.decode(encoding)


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("language", SENTENCES)
def test_wide_text_needs_no_mark(language: str, encoding: str) -> None:
    text = SENTENCES[language][:40]
    assert decode(text.encode(encoding), is_html=False).text == text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"abc",
        b"The council met on Monday.\x00\x00\x00",
        b"a\x00\x07b\x01 the council met on Monday and again on Tuesday",
        bytes(range(256)) * 8,
        SENTENCES["ru"].encode("cp1251"),
        SENTENCES["zh"].encode("gb18030"),
    ],
)
def test_other_bytes_are_not_taken_for_wide_text(raw: bytes) -> None:
    assert wide_encoding(raw) is None


@pytest.mark.parametrize("language", ["ru", "ar", "he", "zh", "ja"])
@pytest.mark.parametrize(
    "declaration", ['<meta charset="{}">', '<meta http-equiv="Content-Type" content="text/html; charset={}">']
)
def test_a_short_page_is_read_in_the_charset_it_declares(language: str, declaration: str) -> None:
    encoding = CODE_PAGES[language][0]
    page = f"<html><head>{declaration.format(encoding.replace('_', '-'))}</head><body>{SENTENCES[language][:9]}</body></html>"
    assert decode(page.encode(encoding), is_html=True).text == page


@pytest.mark.parametrize("language", SENTENCES)
def test_damaged_utf8_stays_utf8(language: str) -> None:
    raw = bytearray(SENTENCES[language].encode() * 2)
    raw[50] = 0xFF
    decoded = decode(bytes(raw), is_html=False)
    assert decoded.encoding == "utf-8 (damaged)"
    assert SENTENCES[language][30:] in decoded.text
