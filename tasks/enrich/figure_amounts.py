"""Amounts that carry their own sign: money with its currency, shares in percent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tasks.enrich.figure_numbers import DIGITS, FIXED_WORDS, WORDS, qualifier_before, value_of


def by_word(codes: dict[str, str]) -> dict[str, str | None]:
    """Return the code of each word; an underscore in a word is a space."""
    return {word.replace("_", " "): code or None for code, listed in codes.items() for word in listed.split()}


# Signs and nouns of a currency, by its code. Under "": those of several countries (rupees, yen and yuan), whose code stays null.
SIGNS: Final = by_word(
    {
        "USD": "$ US$ USD", "EUR": "€ EUR", "GBP": "£ GBP", "INR": "₹ INR", "PKR": "PKR", "AUD": "A$", "CAD": "C$", "HKD": "HK$",
        "SGD": "S$", "NZD": "NZ$", "BDT": "Tk", "SAR": "SR", "": "¥ Rs Rs.",
    }
)  # fmt: skip
NOUNS: Final = by_word(
    {
        "USD": "us_dollar dollar", "EUR": "euro", "PKR": "pakistani_rupee", "INR": "indian_rupee", "JPY": "yen", "CNY": "yuan",
        "BDT": "taka", "RUB": "ruble rouble", "ILS": "shekel", "NGN": "naira", "ZAR": "rand",
        "AFN": "afghani", "MYR": "ringgit", "THB": "baht", "IDR": "rupiah",
        "": "pound rupee dirham riyal rial dinar lira won peso franc krona krone shilling",
    }
)  # fmt: skip
SCALE: Final = (
    r"(?:\s?(?:million|billion|trillion|bn|tn|mn|mln|m|k)\b|\s(?:thousand|lakh|crore)s?\b(?:\s(?:lakh|crore)s?\b)?)?"
)
SIGN: Final = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
CURRENCY_NOUN: Final = "|".join(re.escape(noun) for noun in sorted(NOUNS, key=len, reverse=True))
MONEY: Final = re.compile(
    rf"(?<![\w$€£.,])(?:(?P<sign>{SIGN})\s?(?P<amount>(?:{DIGITS}){SCALE})|(?P<number>(?:{DIGITS}){SCALE}|"
    rf"{FIXED_WORDS}|{WORDS})\s(?P<noun>(?i:{CURRENCY_NOUN})s?))(?!\w)"
)
VAGUE_MONEY: Final = re.compile(
    rf"\b(?:(?:tens|hundreds|thousands|millions|billions|lakhs|crores)\sof\s){{1,3}}(?P<noun>(?:{CURRENCY_NOUN})s?)\b",
    re.I,
)
SHARE: Final = re.compile(rf"(?<![\w$€£.,-])(?P<number>{DIGITS}|{WORDS})(?:\s?%|[\s-]per\s?cent\b|\spc\b)", re.I)
GUARD: Final = re.compile(
    rf"[$€£₹¥%]|\b(?:Rs|SR|Tk)\s?\.?\d|per\s?cent|\bpc\b|(?i:\b(?:{CURRENCY_NOUN})s?\b)|PKR|INR|USD"
)
AID: Final = re.compile(
    r"\b(?:aid|assistance|humanitarian|relief|donat\w+|grants?|pledg\w+|contribut\w+|support)\b", re.I
)
AID_WINDOW: Final = 150  # characters around an amount: the clause that says what it is for


@dataclass(frozen=True)
class Amount:
    """Money or a share: its span, value (null for 'millions of dollars'), qualifier, unit as written and currency code."""

    start: int
    end: int
    value: float | None
    qualifier: str
    measure: str
    unit: str
    currency: str | None


def amounts_in(text: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the amounts of money and the shares in `text[start:end)`, in order of kind."""
    if not GUARD.search(text, start, end):
        return
    for match in MONEY.finditer(text, start, end):
        qualifier, first = qualifier_before(text, start, match.start())
        number = match["amount"] or match["number"]
        unit = match["sign"] or match["noun"]
        currency = SIGNS[match["sign"]] if match["sign"] else currency_of(match["noun"])
        measure = aid_or_money(text, max(start, match.start() - AID_WINDOW), min(end, match.end() + AID_WINDOW))
        yield Amount(first, match.end(), money_value(number), qualifier, measure, unit, currency)
    for match in VAGUE_MONEY.finditer(text, start, end):
        measure = aid_or_money(text, max(start, match.start() - AID_WINDOW), min(end, match.end() + AID_WINDOW))
        yield Amount(*match.span(), None, "exact", measure, match["noun"], currency_of(match["noun"]))
    for match in SHARE.finditer(text, start, end):
        qualifier, first = qualifier_before(text, start, match.start())
        unit = match.group()[len(match["number"]) :].strip(" -")
        yield Amount(first, match.end(), value_of(match["number"]), qualifier, "share", unit, None)


def currency_of(noun: str) -> str | None:
    """Return the code of a currency's noun."""
    return NOUNS[noun.casefold().removesuffix("s")]


def aid_or_money(text: str, start: int, end: int) -> str:
    """Return whether the words around an amount say that it is given as help."""
    return "aid" if AID.search(text, start, end) else "money"


def money_value(number: str) -> float:
    """Return the value of an amount; '3 lakh crore' multiplies twice."""
    *front, last = number.split()
    if len(front) > 1 and last.casefold().startswith("crore") and front[-1].casefold().startswith("lakh"):
        return value_of(" ".join(front)) * 1e7
    return value_of(number)
