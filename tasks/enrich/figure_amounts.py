"""Amounts that carry their own sign: money with its currency, shares in percent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tasks.enrich.figure_numbers import DIGITS, FIXED_WORDS, HALF, WORDS, qualifier_before, range_values, value_of
from tasks.enrich.sentences import WordedSentence
from tasks.enrich.word_lists import words


def by_word(codes: dict[str, str]) -> dict[str, str | None]:
    """Return the code of each word; an underscore in a word is a space."""
    return {word.replace("_", " "): code or None for code, listed in codes.items() for word in listed.split()}


# Signs and nouns of a currency, by its code. Under "": those of several countries (rupees, yen and yuan), whose code stays null.
SIGNS: Final = by_word(
    {
        "USD": "$ US$ USD", "EUR": "€ EUR", "GBP": "£ GBP", "INR": "₹ INR", "PKR": "PKR", "AUD": "A$ AU$", "CAD": "C$",
        "HKD": "HK$", "SGD": "S$", "NZD": "NZ$", "TWD": "NT$", "BDT": "Tk Tk.", "SAR": "SR", "AED": "AED Dh Dhs", "ILS": "NIS ₪",
        "NGN": "₦ NGN", "KES": "KSh Ksh KES", "UGX": "UGX USh", "TZS": "TSh TZS", "GHS": "GH₵ GHS", "ZAR": "ZAR", "MYR": "RM",
        "IDR": "Rp", "CHF": "CHF", "KWD": "KD KWD", "JOD": "JD JOD", "BHD": "BD BHD", "QAR": "QR QAR",
        "OMR": "OMR", "EGP": "LE EGP",
        "": "¥ Rs Rs. rs rs. RS RS. Re Rupees Rupee rupees Shs shs",
    }
)  # fmt: skip
NOUNS: Final = by_word(
    {
        "USD": "us_dollar u.s._dollar american_dollar dollar usd", "EUR": "euro eur", "PKR": "pakistani_rupee pkr",
        "INR": "indian_rupee inr", "JPY": "japanese_yen yen", "CNY": "chinese_yuan yuan renminbi", "CAD": "canadian_dollar",
        "AUD": "australian_dollar", "HKD": "hong_kong_dollar", "SGD": "singapore_dollar", "NZD": "new_zealand_dollar",
        "SAR": "saudi_riyal", "IRR": "iranian_rial", "QAR": "qatari_riyal", "TRY": "turkish_lira", "CHF": "swiss_franc",
        "GBP": "british_pound gbp", "EGP": "egyptian_pound", "SYP": "syrian_pound", "IQD": "iraqi_dinar", "KWD": "kuwaiti_dinar",
        "AED": "uae_dirham emirati_dirham", "MXN": "mexican_peso", "PHP": "philippine_peso", "KRW": "korean_won",
        "BDT": "taka",
        "UAH": "hryvnia", "ETB": "birr", "MMK": "kyat", "VND": "dong", "RUB": "ruble rouble", "ILS": "shekel",
        "NGN": "naira", "ZAR": "rand",
        "GHS": "cedi", "ZMW": "kwacha", "AFN": "afghani", "MYR": "ringgit", "THB": "baht", "IDR": "rupiah",
        "": "pound rupee dirham riyal rial dinar lira won peso franc krona krone shilling",
    }
)  # fmt: skip
SCALE: Final = (
    r"(?:[\s-]?(?i:million|billion|trillion|bn|bln|tn|trn|mn|mln|m|b|tr|cr|k)\b|"
    r"\s(?i:thousand|lakh|lac|crore)s?\b(?:\s(?i:lakh|lac|crore)s?\b)?)?"
)
SIGN: Final = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
CURRENCY_NOUN: Final = "|".join(re.escape(noun) for noun in sorted(NOUNS, key=len, reverse=True))
# "between X and Y" is a range, "X and Y" two sums; "from X to Y" tells of a change, so its two sums stay apart.
LEAD: Final = r"(?:(?P<between>(?<=[Bb]etween\s))|(?P<change>(?<=[Ff]rom\s))|(?<!etween\s)(?<!rom\s))"
TO: Final = r"(?(change)(?!)|(?(between)\sand\s|(?:\s?[-–]\s?|\s(?:to|or)\s)))"
# "2 million pounds of meat" weigh; "of aid", "of savings" are money.
WEIGHED: Final = (
    r"(?<=ounds)\sof\s(?!(?:\w+\s){0,2}?(?:aid|money|funding|funds|savings?|investments?|debts?|cash|spending|cuts|loans?|taxpayer\w*|taxe?s?|"
    r"revenue|damages?|assistance|support|credit|losses|sales|cost?s)\b)"
)
MONEY: Final = re.compile(
    rf"(?<![\w$€£.,]){LEAD}(?:(?P<sign>{SIGN})\s?(?P<amount>(?:{DIGITS}){SCALE})"
    rf"(?:{TO}(?:{SIGN})\s?(?P<priced>(?:{DIGITS}){SCALE})|[-–](?P<bare>(?:{DIGITS}){SCALE})|"
    rf"{TO}(?P<scaled>(?:{DIGITS}){SCALE[:-1]}))?|"
    rf"(?:(?P<first>(?:{DIGITS}){SCALE}){TO})?(?P<number>(?:{DIGITS}){SCALE}|"
    rf"{FIXED_WORDS}|{WORDS})[\s-](?:(?P<of>[A-Z][a-z]+)\s)?(?P<noun>(?i:{CURRENCY_NOUN})s?))(?!\w|{HALF}|\s\d/\d|{WEIGHED})"
)
VAGUE_MONEY: Final = re.compile(
    rf"\b(?:(?:(?:tens|hundreds|thousands|millions|billions|lakhs|crores)\sof\s){{1,3}}|(?:several|a\sfew|a\scouple(?:\sof)?)\s"
    rf"(?:hundred|thousand|million|billion|trillion|lakh|crore)(?:\s(?:thousand|million|billion|crore))?\s)"
    rf"(?P<noun>(?:{CURRENCY_NOUN})s?)\b",
    re.I,
)
# "half of the dead", "two-thirds of households": shares in words.
PARTS: Final = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
FRACTION: Final = re.compile(
    r"(?<!first\s)(?<!second\s)(?<!latter\s)(?<!other\s)(?<!top\s)(?<!bottom\s)(?<!upper\s)(?<!lower\s)(?<!same\s)\b(?!(?<=and\s)a\shalf|(?<=and\sa\s)half)(?:(?P<times>one|two|three|four|a)[\s-])?(?P<part>half|thirds?|quarters?|fifths?|tenths?)\sof\s"
    r"(?!it\b|an?\b|(?:the|this|last)\s(?:day|week|month|year|decade|century|season|game|match|film)|\d)",
    re.I,
)
# "one in five households", "seven out of every 10 voters".
OUT_OF: Final = re.compile(
    r"\b(?P<part>one|two|three|four|five|six|seven|eight|nine|[1-9])\s(?:in|out\sof)\s(?:every\s)?"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twenty|10|20|100)\s(?=[a-z])",
    re.I,
)
SHARE: Final = re.compile(
    rf"(?<![\w$€£.,/-]){LEAD}(?:(?P<first>(?>{DIGITS}|{WORDS}))(?P<own>\s?%|\sper\s?cent)?{TO})?"
    rf"(?P<number>{DIGITS}|{WORDS})(?P<unit>\s?%|[\s-]per\s?cent\b|[\s-]percentage\spoints?\b|\spc\b|\spct\b)",
    re.I,
)
# A sentence without any of these signs and words (in small letters) has no amount.
AMOUNT_SIGNS: Final = re.compile(r"[$€£₹¥₪₦₵%]")
AMOUNT_WORDS: Final = (
    words("percent cent pc pct percentage half third thirds quarter quarters fifth fifths tenth tenths")
    | {sign.casefold().rstrip(".") for sign in SIGNS if sign[0].isalpha()}
    | {noun.split()[-1] + plural for noun in NOUNS for plural in ("", "s")}
)
OUT_WORDS: Final = words("two three four five six seven eight nine ten twenty 1 2")  # the wholes, or a digit of them
AID: Final = re.compile(
    r"\b(?:aid|assistance|humanitarian|relief|donat\w+|grants?|pledg\w+|contribut\w+|support)\b", re.I
)
# A bare "20 pounds" is a weight, if no word of money stands beside it.
POUND: Final = re.compile(r"pounds?", re.I)
MONEY_WORDS: Final = re.compile(
    r"\b(?:cost\w*|pa(?:y|ys|id|ying|yments?)|price\w*|worth|spen[dt]\w*|fine[ds]?|salar(?:y|ies)|earn\w*|s(?:ell|elling|ells|old)|b(?:uy|uys|uying|ought)|"
    r"charg\w+|fees?|budget\w*|fund\w*|loan\w*|debt\w*|reward\w*|compensation|bail|sterling|pence|bills?|tax\w*|wages?|income|profits?|invest\w*|"
    r"raised|donat\w+|bank\w*|cash|money|grants?|bribes?|savings|losses|revenue\w*|deal|market|currency|per\sperson|a\sticket)\b",
    re.I,
)
POUND_WINDOW: Final = 80  # characters on either side in which such a word stands
SURE_POUNDS: Final = 1e6  # so many weigh nothing in a newspaper, "2 million pounds of meat" is told by what follows
AID_WINDOW: Final = 150  # characters around an amount: the clause that says what it is for


@dataclass(frozen=True)
class Amount:
    """Money or a share: its span, values (null for 'millions of dollars'), qualifier, unit as written and currency code.

    `rule`: `fraction` where the percent is our own reckoning of words ("two-thirds"), to one decimal.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    qualifier: str
    measure: str
    unit: str
    currency: str | None
    rule: str = "amount"


def may_have_amounts(text: str, sentence: WordedSentence) -> bool:
    """Return whether a sentence has a sign or a word of an amount."""
    return (
        not AMOUNT_WORDS.isdisjoint(sentence.words)
        or AMOUNT_SIGNS.search(text, *sentence[:2]) is not None
        or (not OUT_WORDS.isdisjoint(sentence.words) and OUT_OF.search(text, *sentence[:2]) is not None)
    )


def amounts_in(text: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the amounts of money and the shares in `text[start:end)`, in order of kind."""
    for match in MONEY.finditer(text, start, end):
        amount = priced(text, start, end, match)
        if not is_weight(text, (start, end), match, amount):
            yield amount
    for match in VAGUE_MONEY.finditer(text, start, end):
        measure = aid_or_money(text, max(start, match.start() - AID_WINDOW), min(end, match.end() + AID_WINDOW))
        yield Amount(*match.span(), None, None, "exact", measure, match["noun"], currency_of(match["noun"]))
    for match in SHARE.finditer(text, start, end):
        yield from shared(text, start, match)
    for match in FRACTION.finditer(text, start, end):
        yield from fraction(text, start, match)
    for match in OUT_OF.finditer(text, start, end):
        yield from out_of(text, start, match)


def priced(text: str, start: int, end: int, match: re.Match[str]) -> Amount:
    """Return the money of a match, one sum or a range of two."""
    qualifier, first = qualifier_before(text, start, match.start())
    unit = match["sign"] or match["noun"]
    currency = SIGNS[match["sign"]] if match["sign"] else currency_of(match["noun"])
    currency = (
        None if match["of"] else currency
    )  # "Yemeni riyals", "Lebanese pounds": of a country no code is listed for
    measure = aid_or_money(text, max(start, match.start() - AID_WINDOW), min(end, match.end() + AID_WINDOW))
    lower, upper = (
        match["amount"] or match["first"],
        match["priced"] or match["bare"] or match["scaled"] or match["number"],
    )
    low, high = range_values(lower, upper) if lower and upper else (money_value(lower or upper),) * 2
    return Amount(from_between(match, first), match.end(), low, high, qualifier, measure, unit, currency)


def is_weight(text: str, sentence: tuple[int, int], match: re.Match[str], amount: Amount) -> bool:
    """Return whether bare pounds weigh something: no sign, no country and no word of money stands beside them."""
    if match["of"] or not POUND.fullmatch(match["noun"] or "") or (amount.high or 0) >= SURE_POUNDS:
        return False
    first, last = max(sentence[0], amount.start - POUND_WINDOW), min(sentence[1], amount.end + POUND_WINDOW)
    return MONEY_WORDS.search(text, first, last) is None


def shared(text: str, start: int, match: re.Match[str]) -> Iterator[Amount]:
    """Yield the share of a match, or its range; two that fall ('46 percent to 40 percent') are rivals, each its own."""
    unit = match["unit"].strip(" -")
    high = value_of(match["number"])
    if match["first"] and value_of(match["first"]) <= high:
        low = value_of(match["first"])
        qualifier, first = qualifier_before(text, start, match.start())
        yield Amount(from_between(match, first), match.end(), low, high, qualifier, "share", unit, None)
        return
    if match["first"]:
        yield shared_alone(
            text, start, match.start(), match.end("own" if match["own"] else "first"), value_of(match["first"]), unit
        )
    yield shared_alone(text, start, match.start("number"), match.end(), high, unit)


def fraction(text: str, start: int, match: re.Match[str]) -> Iterator[Amount]:
    """Yield a share in words; 'third of' alone is an ordinal."""
    times = {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4}.get((match["times"] or "").casefold())
    part = match["part"].casefold().removesuffix("s")
    if times is None and part != "half":
        return
    value = round(PARTS[part] * (times or 1), 1)
    qualifier, first = qualifier_before(text, start, match.start())
    yield Amount(first, match.end("part"), value, value, qualifier, "share", match["part"], None, "fraction")


def out_of(text: str, start: int, match: re.Match[str]) -> Iterator[Amount]:
    """Yield the share of 'one in five households'."""
    value = round(100 * value_of(match["part"]) / value_of(match["whole"]), 1)
    if value < 100:
        yield replace(
            shared_alone(text, start, match.start(), match.end("whole"), value, match["whole"]), rule="fraction"
        )


def shared_alone(text: str, start: int, number: int, end: int, value: float, unit: str) -> Amount:
    """Return one percentage."""
    qualifier, first = qualifier_before(text, start, number)
    return Amount(first, end, value, value, qualifier, "share", unit, None)


def from_between(match: re.Match[str], start: int) -> int:
    """Return where an amount starts: with its 'between', which belongs to the number as in 'between 20 and 30 people'."""
    return start if match["between"] is None else match.start() - len("between ")


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
