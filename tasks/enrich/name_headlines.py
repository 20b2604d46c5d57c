"""Find names in headlines in which (nearly) every word has a capital: the model sees no case there, and is not asked."""

import re
from collections.abc import Iterable, Sequence, Set
from typing import Final

from tasks.enrich.capitals import bare, capitalised_words, stands_alone
from tasks.enrich.names import NOT_NAMES, Name
from tasks.enrich.passages import Passage
from tasks.enrich.peoples import BY_LAST_WORD, SURE, with_land
from tasks.enrich.places import place_list
from tasks.enrich.word_lists import words

MIN_LONG_WORDS: Final = 3  # a headline with fewer words of four letters says nothing about its case
MIN_CHARS: Final = 4  # of a given name: shorter ones are other words
# Given names and countries that are everyday words: with a capital for its own sake, each may be the word.
EVERYDAY: Final = words(
    "bill mark will grant grace hope rose faith joy jack drew chase frank may june april august art dean earl pat rob sue ray "
    "chip don gene guy max miles nick penny robin ruby sandy skip summer victor ward wade cliff christian chance autumn "
    "daisy lily ivy pearl jade olive heath lance bob price justice major prince king duke noble hunter mason carter "
    "young long white black green brown north south east west grand royal senior junior turkey chad jordan georgia guinea mass "
    "sale holly rich violet iris chuck amber"
)
WHERE_BEFORE: Final = re.compile(r"\b(?:in|near|outside|across|around|from|to|into|on)\s$", re.I)
REACH: Final = 9  # characters of the longest of these, with its space
# Behind a people's name these make a body, a paper or an event of it: the people is a part of that name.
BODY_BEHIND: Final = re.compile(
    r"\s(?:[A-Z]\w+\s)?(?:Party|Airways|Airlines|Bank|University|Council|Association|Times|Post|Express|Academy|Museum|Church|"
    r"League|Cup|Open|Idol|Revolution|War|Society|Institute|Federation|Union|Coast|Observatory|Sea|Ocean|Gulf)\b"
)
OF_AMERICA: Final = re.compile(r"\w+[\s-]Americans?\b")  # African Americans


def is_title_case(text: str) -> bool:
    """Return whether a headline capitalises (nearly) every word, which hides names from the model."""
    long_words = [word for word in text.split() if len(word) >= 4 and word[0].isalpha()]
    n_lower = sum(word[0].islower() for word in long_words)
    return len(long_words) < MIN_LONG_WORDS or n_lower * 3 < len(long_words)


def headline_names(number: int, passage: Passage, names: Sequence[Name], everyday: Set[str]) -> list[Name]:
    """Return the peoples, places and given names of the article's persons that a headline in title case prints.

    `everyday`: the words that the article prints in small letters.
    """
    if passage.field != "headline" or not is_title_case(passage.text):
        return []
    text = passage.text
    given = given_names(name for name in names if name.passage != number)
    given = {word for word in given if word.casefold() not in everyday}
    of_persons = {word for name in names if name.type == "PERSON" for word in name.surface.split(" ")}
    found = []
    for start, printed in capitalised_words(text):
        word = bare(printed)
        end = start + len(word)
        if word in SURE or word.removesuffix("s") in BY_LAST_WORD:
            if american := OF_AMERICA.match(text, start):
                end = american.end()
            first = with_land(text, start, word)
            if first >= 0 and not BODY_BEHIND.match(text, end):
                found.append(Name(number, first, end, text[first:end], "NORP", "headline_people"))
        elif word in given:
            found.append(Name(number, start, end, word, "PERSON", "headline_match"))
        elif word not in of_persons and is_place(text, start, word) and stands_alone(text, end):
            found.append(Name(number, start, end, word, "GPE", "headline_place"))
    return found


def given_names(names: Iterable[Name]) -> Set[str]:
    """Return the words with which the article's full names begin, and that are nothing else."""
    firsts = {name.surface.partition(" ")[0] for name in names if name.type == "PERSON" and " " in name.surface}
    return {
        word
        for word in firsts
        if len(word) >= MIN_CHARS
        and word.istitle()
        and word.isalpha()
        and not place_list().knows(word)
        and word.casefold() not in EVERYDAY | NOT_NAMES
    }


def is_place(text: str, start: int, word: str) -> bool:
    """Return whether a word is a country, or a large city behind a word that says where."""
    if text.endswith("New ", 0, start):  # New Jersey
        return False
    if place_list().country_of(word) is not None and word.casefold() not in EVERYDAY and len(word) >= MIN_CHARS:
        return True
    is_where = word.casefold() not in EVERYDAY and WHERE_BEFORE.search(text, max(0, start - REACH), start) is not None
    return is_where and len(word) >= MIN_CHARS and place_list().is_metropolis(word)
