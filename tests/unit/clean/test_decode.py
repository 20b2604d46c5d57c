"""Bytes of every usual encoding become the text they mean."""

import pytest

from tasks.clean.decode import decode

CAFE = "The café’s owner said “no” on Tuesday."
RUSSIAN = "Городской совет решил отремонтировать старый мост через реку до конца лета, сообщила газета. " * 6
ARABIC = "قرر مجلس المدينة إصلاح الجسر القديم على النهر قبل نهاية الصيف، وقال المتحدث إن العمل يبدأ غدا. " * 6
CHINESE = "市议会周一决定在夏天结束之前修复河上的旧桥，发言人说工程将于明天开始，居民表示欢迎。" * 6


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (CAFE.encode(), CAFE),
        (CAFE.encode("utf-8-sig"), CAFE),
        (CAFE.encode("utf-16"), CAFE),
        (CAFE.encode("utf-16-le"), CAFE),
        (CAFE.encode("utf-16-be"), CAFE),
        (CAFE.encode("utf-32"), CAFE),
        (CAFE.encode("cp1252"), CAFE),
        ("It cost £5 in all.".encode("latin-1"), "It cost £5 in all."),
        (b"", ""),
    ],
)
def test_a_text_survives_its_encoding(raw: bytes, text: str) -> None:
    assert decode(raw, is_html=False).text == text


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (ARABIC, "cp1256"), (CHINESE, "gb18030")]
)
def test_a_code_page_is_known_by_its_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), is_html=False).text == text


def test_a_page_is_read_in_the_charset_it_declares() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body>{RUSSIAN[:60]}</body></html>'
    assert decode(page.encode("cp1251"), is_html=True).text == page


@pytest.mark.parametrize("declared", ["no-such-charset", "hex", "utf-16"])
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    page = f'<html><meta charset="{declared}"><body>It cost £5.</body></html>'.encode("cp1252")
    assert "£5" in decode(page, is_html=True).text


def test_a_lost_byte_in_utf8_costs_one_character_and_no_other() -> None:
    raw = CAFE.encode().replace("”".encode(), "”".encode()[:2])
    assert decode(raw, is_html=False).text == CAFE.replace("”", "\ufffd")


def test_a_byte_that_no_western_page_defines_is_damage() -> None:
    decoded = decode(b'The "protester" spoke\x9d', is_html=False)
    assert decoded.text.endswith("\ufffd")
    assert decoded.encoding == "utf-8 (damaged)"
