"""Amounts that carry their own sign: money with its currency, shares in percent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tasks.enrich.figure_numbers import DIGITS, FIXED_WORDS, WORDS, qualifier_before, value_of

# Rupees and crowns are of several countries: their code is null.
SIGNS: Final = {"$": "USD", "US$": "USD", "USD": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "S$": "SGD", "NZ$": "NZD", "¥": None, "Rs": None, "Rs.": None, "PKR": "PKR", "INR": "INR", "EUR": "EUR", "GBP": "GBP", "Tk": "BDT", "SR": "SAR"}  # fmt: skip
NOUNS: Final = {
    "us dollar": "USD", "dollar": "USD", "euro": "EUR", "pound": None, "rupee": None, "pakistani rupee": "PKR", "indian rupee": "INR", "yen": "JPY",
    "yuan": "CNY", "dirham": None, "riyal": None, "rial": None, "dinar": None, "taka": "BDT", "ruble": "RUB", "rouble": "RUB", "shekel": "ILS", "naira": "NGN",
    "rand": "ZAR", "lira": None, "won": None,
}  # fmt: skip
SCALE: Final = r"(?:\s?(?:million|billion|trillion|bn|tn|mn|mln|m|k)\b|\s(?:thousand|lakh|crore)s?\b(?:\s(?:lakh|crore)s?\b)?)?"
SIGN: Final = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
CURRENCY_NOUN: Final = "|".join(re.escape(noun) for noun in sorted(NOUNS, key=len, reverse=True))
MONEY: Final = re.compile(
    rf"(?<![\w$€£.,])(?:(?P<sign>{SIGN})\s?(?P<amount>(?:{DIGITS}){SCALE})|(?P<number>(?:{DIGITS}){SCALE}|{FIXED_WORDS}|{WORDS})\s(?P<noun>(?i:{CURRENCY_NOUN})s?))(?!\w)"
)
SHARE: Final = re.compile(rf"(?<![\w$€£.,-])(?P<number>{DIGITS}|{WORDS})(?:\s?%|[\s-]per\s?cent\b|\spc\b)", re.I)
GUARD: Final = re.compile(rf"[$€£₹¥%]|\b(?:Rs|SR|Tk)\s?\.?\d|per\s?cent|\bpc\b|(?i:\b(?:{CURRENCY_NOUN})s?\b)|PKR|INR|USD")
AID: Final = re.compile(r"\b(?:aid|assistance|humanitarian|relief|donat\w+|grants?|pledg\w+|contribut\w+|support)\b", re.I)
AID_WINDOW: Final = 150  # characters around an amount: the clause that says what it is for


@dataclass(frozen=True)
class Amount:
    """Money or a share: its whole span, the bare number, value, qualifier, unit as written and currency code."""

    start: int
    end: int
    value: float
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
        currency = SIGNS[match["sign"]] if match["sign"] else NOUNS[match["noun"].casefold().removesuffix("s")]
        measure = "aid" if AID.search(text, max(start, match.start() - AID_WINDOW), min(end, match.end() + AID_WINDOW)) else "money"
        yield Amount(first, match.end(), money_value(number), qualifier, measure, unit, currency)
    for match in SHARE.finditer(text, start, end):
        qualifier, first = qualifier_before(text, start, match.start())
        unit = match.group()[len(match["number"]) :].strip(" -")
        yield Amount(first, match.end(), value_of(match["number"]), qualifier, "share", unit, None)


def money_value(number: str) -> float:
    """Return the value of an amount; '3 lakh crore' multiplies twice."""
    *front, last = number.split()
    if len(front) > 1 and last.casefold().startswith("crore") and front[-1].casefold().startswith("lakh"):
        return value_of(" ".join(front)) * 1e7
    return value_of(number)
