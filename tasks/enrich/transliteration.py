"""Compare two spellings of a name that came from another script: Qaddafi and Gaddafi, Zia ul Haq and Ziaul Haq."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from tasks.enrich.folding import fold

# Particles that join or lead a name and are written or left out at will.
PARTICLES: Final = frozenset({"al", "el", "ul", "ur", "ud", "ut", "uz", "ush", "ad", "ar", "as", "az", "ash"})
# "Ziaul Haq"; before some letters the l becomes one of them: "Habibur Rahman", "Shamsus Salam". Not "Massoud Khan".
JOINED_PARTICLE: Final = re.compile(r"(?<=[a-z]{3})u(?:l(?= )|([rsdnzt])(?= \1))")
# One name each, in more spellings than rules can hold.
NAMES: Final[dict[str, str]] = {
    spelling: name
    for name, spellings in {
        "muhammad": "mohammed mohammad mohamed mohamad muhammed muhamad mohammod mohamud muhammad mahomed md mohd",
        "gaddafi": "gaddafi qaddafi gadhafi qadhafi kadhafi gadafi qadafi kadafi kaddafi",
        "muammar": "muammar moammar muammer moamer muamar",
        "abd": "abd abdul abdel abdal abdol abed",
        "yusuf": "yusuf yousuf yousef youssef yusef yousaf yusof",
        "hussain": "hussain hussein husain husayn hossein hussien husein",
        "ahmad": "ahmad ahmed ahmet",
        "fazl": "fazl fazal fazel",
        "masud": "masud massoud masoud masood mesud",
        "ismail": "ismail ismael esmail ismaeel",
        "abdullah": "abdullah abdallah abdulla abdalla abdollah",
        "usman": "usman osman uthman othman usmaan",
        "jamal": "jamal gamal jamaal djamal",
        "siddiqui": "siddiqui siddiqi siddique sidiqi sediqi",
        "chaudhry": "chaudhry chaudhary chaudhri choudhury choudhary chowdhury chaudry ch",
        "yahya": "yahya yehia yahia yehya",
        "benjamin": "benjamin binyamin benyamin",
        "yitzhak": "yitzhak itzhak yitzchak itzchak",
        "alexander": "alexander aleksandr aleksander alexandr oleksandr alyaksandr aliaksandr",
        "alexei": "alexei alexey aleksei aleksey alexej oleksiy oleksii",
        "sergei": "sergei sergey serguei serhiy serhii",
        "dmitry": "dmitry dmitri dmitriy dimitri dmytro",
        "nikolai": "nikolai nikolay nikolaj mykola",
        "mikhail": "mikhail mikhael mykhailo",
        "yevgeny": "yevgeny evgeny yevgeni evgeni evgenii yevgeniy yevhen",
        "andrei": "andrei andrey andriy andrii andrej",
        "yulia": "yulia julia iulia yuliya yuliia",
        "pyotr": "pyotr petro piotr petr",
        "vitaly": "vitaly vitali vitaliy vitalii",
        "svetlana": "svetlana sviatlana svitlana",
        "vladimir": "vladimir wladimir volodymyr uladzimir",
    }.items()
    for spelling in spellings.split()
}
# Letters of Latin alphabets that are no letter with a mark: folding leaves them.
LETTERS: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Pattern, what stands instead, and a letter without which there is nothing to do: most rules of most words.
RULES: Final = tuple(
    (re.compile(pattern), instead, letter)
    for pattern, instead, letter in (
        (r"(?<=[^aeiou])[aou]ll+a?h$", "ulla", "l"),  # of God: Nasrallah, Nasrullah
        (r"sh?ch", "sh", "h"),
        (r"tz", "ts", "z"),
        (r"([bj])h", r"\1", "h"),
        (r"n(?=[bp])", "m", "n"),
        (r"(?<=[^aeiou])eh(?=[^aeiou])|[ae]h(?=[mr])", "ah", "h"),
        (r"dj", "j", "j"),
        (r"(?<=[a-z]{3}i)(?:ch|tch|c|cz)$", "ch", "i"),  # of the South Slavs: Milosevic, Milosevich
        (r"que$", "k", "q"),
        (r"(?<=[^aeiou])e$", "E", "e"),  # silent: Kate is not Kathy
        (r"iya(?=[^aeiou])", "ia", "y"),
        (r"iy+[ae]h?$|i[ae]h$", "ia", "i"),
        (r"c(?=[eiy])", "s", "c"),
        (r"ph", "f", "h"),
        (r"[kq]h|q|c(?!h)|ck", "k", ""),
        (r"gh", "g", "h"),
        (r"dh", "d", "h"),
        (r"th", "t", "h"),
        (r"w", "v", "w"),
        (r"j|zh", "j", "z"),
        (r"(?<=[aeiou])h(?=$|[^aeiou])", "", "h"),
        (r"ou|oo|u|o", "u", "o"),
        (r"ai|ay|ae|ea|ei|ey|ee|ie|ia(?=[^aeiou])|i|y|e", "i", ""),
        (r"(.)\1+", r"\1", ""),
    )
)
MAX_WORDS: Final = 200_000  # whose sounds are kept, 100 bytes each: the words of 50,000 articles
SPELLED: Final = (*RULES[:-3], RULES[-1])  # all but those of vowels
LONG_VOWELS: Final = ((re.compile("oo|ou"), "u"), (re.compile("ee"), "i"))
# Of the letters (rapidfuzz ratio) of two words that sound the same: Omar, Umar (0.75), not Robins, Rubens (0.67).
MIN_LETTERS_ALIKE: Final = 0.7
# Servant of, and of the faith: what stands between their parts differs, and whether it is written as a word of its own.
CUT_AT_WILL: Final = (
    (re.compile(r"abd(?:[aeou]l|u(?=([rsdnzt])\1))"), "abd"),
    (re.compile(r"[aeu]d(?=d(?:i|ee)n)"), ""),
)
ONLY_CONSONANTS: Final = str.maketrans({"n": "m", "c": "k", "q": "k", "w": "v"} | dict.fromkeys("aeiouyEh"))
TWICE: Final = re.compile(r"(.)\1+")
# How else one language's papers write what another's write so: heard alike only by who keeps the same company.
LOOSELY: Final = tuple(
    (re.compile(pattern), instead, letter)
    for pattern, instead, letter in (
        (r"kh", "h", "h"),
        (r"(?<=[a-z])x", "ks", "x"),
        (r"^[ae]l(?=[bcdfghjkmnqrstwz][a-z]{4})", "", "l"),  # ElVennei, el-Vennei
        (r"(?<!s)ch", "sh", "h"),
        (r"q", "g", "q"),
        (r"dh", "z", "h"),
        (r"th", "s", "h"),
        (r"(?<=[^aeiou])e(?=[^aeiouy]+[aeiouy])|e(?=r$)", "a", "e"),
        (r"(?<=[a-z]{7})[eo]$", "a", ""),
        (r"(?<=[^aeiou])e$", "i", "e"),
    )
)
# And the breath between two of them: Zawahiri, Zawahri.
VOWELS: Final = re.compile(r"(?<!^)(?:[aiu]|(?<=[aiu])h(?=[aiu]))(?!$)")
# Letters of a word that may be misprinted in one of them: with three words and more, and with two.
MIN_MISPRINTED: Final = 4
MIN_MISPRINTED_OF_TWO: Final = 6
MIN_SKELETON: Final = 4  # with fewer consonants the vowels decide: Hasan is not Husain, Bashar is not Bashir
TWO_LETTERS: Final = re.compile(r"(?<=[csk])h")  # of one consonant


def by_rules(word: str, rules: Iterable[tuple[re.Pattern[str], str, str]]) -> str:
    """Return a word after all rules, in their order."""
    for pattern, instead, letter in rules:
        if letter in word:
            word = pattern.sub(instead, word)
    return word


@lru_cache(maxsize=MAX_WORDS)
def sound(word: str) -> str:
    """Return the folded `word` as it sounds: vowels in three classes, no doubled letters, one sign a consonant."""
    word = NAMES.get(word, word)
    if len(word) <= 2:
        return word
    word = word.translate(LETTERS)
    return by_rules(word, RULES)


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that carry it: folded, without particles, free or joined."""
    words = [word for word in fold(name).split() if word not in PARTICLES]
    return tuple(
        word if word in NAMES else JOINED_PARTICLE.sub("", f"{word} {behind}").removesuffix(f" {behind}")
        for word, behind in pairwise([*words, ""])
    )


@lru_cache(maxsize=MAX_WORDS)
def skeleton_of(words: tuple[str, ...]) -> str:
    """Return the key under which spellings of one name meet: the sounds of its words without inner vowels."""
    return " ".join(map(word_skeleton, words))


@lru_cache(maxsize=MAX_WORDS)
def word_skeleton(word: str) -> str:
    """Return the sound of a word without its inner vowels."""
    return VOWELS.sub("", sound(word))


@lru_cache(maxsize=MAX_WORDS)
def loose_sound(word: str) -> str:
    """Return the folded `word` as it sounds to one who hears fewer differences."""
    word = NAMES.get(word, word)
    return sound(by_rules(word, LOOSELY))


def joined_sound(words: tuple[str, ...]) -> str:
    """Return how a name sounds however it is cut into words: Sana Ullah is Sanaullah, Abdel Rahman is Abdurrahman."""
    letters = "".join(words)
    for pattern, instead in CUT_AT_WILL:
        letters = pattern.sub(instead, letters)
    return sound.__wrapped__(letters)  # such a word does not come again


def consonants(words: tuple[str, ...]) -> str:
    """Return what names have in common that sound alike written as one word: cheap, as the sounds of their words are known."""
    letters = "".join(map(sound, words))
    if "abd" in letters:
        letters = joined_sound(words)
    return TWICE.sub(r"\1", letters.translate(ONLY_CONSONANTS))


def spelling_score(a: tuple[str, ...], b: tuple[str, ...], min_score: float) -> float:
    """Return how alike two spellings with equal skeletons are, 0 to 1; 0 when one word says they are two names."""
    if all(one_word(x, y, min_score) for x, y in zip(a, b, strict=True)):
        return ratio(" ".join(a), " ".join(b)) / 100
    return 0.0


def one_word(a: str, b: str, min_score: float) -> bool:
    """Return whether two words with one skeleton are spellings of one another."""
    if sound(a) == sound(b):
        return a in NAMES or ratio(spelled(a), spelled(b)) / 100 >= MIN_LETTERS_ALIKE
    long_enough = len(TWO_LETTERS.sub("", word_skeleton(a))) >= MIN_SKELETON
    return long_enough and ratio(a, b) / 100 >= min_score


@lru_cache(maxsize=MAX_WORDS)
def spelled(word: str) -> str:
    """Return a word with one sign a consonant, and its vowels as they are written."""
    word = word.translate(LETTERS)
    for pattern, instead in LONG_VOWELS:
        word = pattern.sub(instead, word)
    return by_rules(word, SPELLED)


def is_misprint(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return whether two names are one but for a letter lost, added, changed or swapped in one of their words."""
    if len(a) != len(b):
        return False
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    differing = [(x, y) for x, y in unlike if sound(x) != sound(y)] or unlike
    if len(differing) != 1:
        return False
    x, y = differing[0]
    enough = MIN_MISPRINTED if len(a) > 2 else MIN_MISPRINTED_OF_TWO
    return min(len(x), len(y)) >= enough and x[0] == y[0] and OSA.distance(x, y) == 1
