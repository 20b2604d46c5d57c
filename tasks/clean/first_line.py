"""Is the first line a headline, when nothing but its looks and its neighbours say so?"""

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise

from tasks.clean import byline, dated_credits, dateline, inside
from tasks.clean.date_words import whole_line
from tasks.clean.lines import Unit
from tasks.clean.rules import Setting

_MAX_CHARS = 160  # longest headlines of English newspapers with a second deck
_MIN_WORDS, _MAX_WORDS = 3, 26
_ENDS_OF_SENTENCES = (".", ":", ",", ";", "…", "...", '."', ".”", ".'", ".’", "-", "—")
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.){2,}$")
_MIN_CAPITAL_WORDS = 4  # fewer words in capitals may be a name
_MAX_SHORT_WORDS = 12  # of a headline in sentence case; summaries below headlines run longer
_OPENING_WORDS = """
a an the this that these those he she it they we i you there here in on at after as when while if but and so
"""
_SUMMARY_OPENINGS = frozenset(_OPENING_WORDS.split())
_SUMMARY_VERBS = frozenset(
    {"was", "were", "had", "has", "have", "been", "being", "is", "are", "am", "said", "reportedly"}
)
_PAST = frozenset({"was", "were", "had"})
_MAX_CASED_WORDS = (
    15  # of a headline in sentence case, 97 of 100 have no more; the sentences below headlines have 15 to 30
)
_QUOTED = re.compile(r"‘[^‘]{5,90}’(?=[\s:,]|$)|“[^“”]{5,90}”")  # in a headline people speak in any tense
_MAX_HEADING_WORDS = 14
_MIN_HEADLINE_WORDS = 6  # a shorter first line with headings further down is a crosshead itself
_TWO_SENTENCES = re.compile(r"[a-z]{3}[.] [A-Z]")  # a caption and the headline behind it, on one line
_CREDITS = re.compile(
    r"\b(?:photos?|picture|images?|source|credit|courtesy|posted|published)\s?:|\bgetty images\b|\bphoto (?:provided|by|from)\b|"
    r"^(?:via|source|from staff|posted|read|warning|photo|image|story highlights|series|live blog)\b",
    re.I,
)
_MIN_DECK_WORDS, _MAX_DECK_WORDS = 6, 35  # of a standfirst
_MIN_ABOVE_DECK = 5  # of a headline above a standfirst; a shorter line above another is a masthead or a section
_LABEL_CHARS = 40
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,30}:\s")
_FILED_WORDS = 12  # of the paragraph behind its dateline
_NEAR_STORY = 8  # lines
_MAX_HEAD_LINES = 9  # between a headline and its story: a deck, authors, their outlet, place and day, a summary
_MAX_LONE_WORDS = 7  # of a section, authors or a slug between headline and story
_LONE_ABOVE = 3  # paragraphs
_MIN_PARAGRAPH = 8  # words
_WALL_WORDS = 100  # of one paragraph; newspapers print 20 to 60
_PROSE_WORDS = 18  # a paragraph of this length that ends like a sentence is a story, not a list


def is_headline(line: str, following: Sequence[Unit], setting: Setting) -> bool:
    """Tell whether `line` is a headline: short, no sentence, and what follows is a date, an author, a dateline or a story."""
    printed = [unit.text for unit in following]
    following = list(dropwhile(_is_furniture, following))
    if not following or not _looks_like_one(line, setting):
        return False
    if dateline.read(following[0].text, setting.is_lower_case, setting.others_have_labels):
        return True
    if (
        _are_credits(line, printed)
        or _are_credits(line, [unit.text for unit in following])
        or above_filed_story([line, *printed], setting)
    ):
        return not _is_summary(line)
    if len(line.split()) >= _MIN_ABOVE_DECK and (
        above_credits([unit.text for unit in following]) or (setting.is_below_credits and _is_above_prose(following))
    ):
        return not _is_summary(line)
    if line.isupper() and len(line.split()) >= _MIN_CAPITAL_WORDS:
        return not any(unit.text.isupper() for unit in following)
    if len(line.split()) >= _MIN_ABOVE_DECK and is_lone_line(following[0].text, [unit.text for unit in following[1:]]):
        following = following[1:]
    if _is_one_of_several(line, following):
        return False
    return _is_followed_by_a_story(line, following)


def _are_credits(line: str, below: Sequence[str]) -> bool:
    """Tell whether authors or a date stand below a line, or below the standfirst between."""
    first, second = below[0], below[1] if len(below) > 1 else ""
    is_standfirst = len(line.split()) >= _MIN_ABOVE_DECK and _MIN_DECK_WORDS <= len(first.split()) <= _MAX_DECK_WORDS
    return is_credit(first, second) or (
        is_standfirst and len(below) > 2 and is_credit(second, below[2]) and not dateline_opens(first)
    )


def is_credit(text: str, below: str) -> bool:
    """Tell whether a line names authors or their day; a bare name does above a date."""
    is_dated = whole_line(text) or dated_credits.read(text, strictly=False)
    if is_dated or byline.read_line(text) or byline.read_credits(text) or text.startswith(("http://", "https://")):
        return True
    return dated_credits.is_full_name(text) and bool(whole_line(below) or dated_credits.read(below, strictly=True))


def above_credits(below: Sequence[str]) -> bool:
    """Tell whether only short lines stand above the first paragraph of a story, and one of them tells its authors or day."""
    is_credited = False
    for text, next_text in pairwise([*below[: _MAX_HEAD_LINES + 1], ""]):
        if is_credit(text, next_text):
            is_credited = True
        elif _is_prose(text) or len(text.split()) > _MAX_DECK_WORDS:
            return is_credited and _is_prose(text)
    return False


def _is_above_prose(following: Sequence[Unit]) -> bool:
    """Tell whether a story follows, below one deck at most."""
    near = [unit.text for unit in following if not _is_furniture(unit)][:2]
    return any(map(_is_prose, near)) and len(near[0].split()) >= _MIN_DECK_WORDS


def dateline_opens(text: str) -> bool:
    """Tell whether `text` begins with a dateline in capitals, so that it is the first paragraph of its story."""
    found = dateline.read(text, is_lower_case=False, others_have_labels=":" in text[:_LABEL_CHARS])
    if not found or not found[1].place or len(text[found[0] :].split()) < _FILED_WORDS:
        return False
    is_sure = found[1].country or found[1].dates or found[1].agencies  # not "PRICES CLIMB — Bread …"
    return bool(is_sure) and (found[1].text[:3].isupper() or bool(found[1].agencies))


def above_filed_story(lines: Sequence[str], setting: Setting) -> bool:
    """Tell whether nothing but short lines, of which one may be a sentence, stands above the paragraph that a dateline opens.

    In a transcript a speaker's name looks like a dateline, but never only once.
    """
    n_sentences = 0
    for number, text in enumerate(lines[:_NEAR_STORY]):
        if dateline_opens(text):
            speakers = sum(_SPEAKER.match(line) is not None for line in lines)
            return number > 0 and not setting.is_lower_case and speakers < 2
        n_words = len(text.split())
        n_sentences += n_words >= _FILED_WORDS and _is_sentence(text)
        if n_words > _MAX_DECK_WORDS or n_sentences > 1:
            return False
    return False


def _is_furniture(unit: Unit) -> bool:
    """Tell whether a line belongs to the picture or the page between a headline and its story."""
    return inside.read_line(unit.text) is not None


def _looks_like_one(line: str, setting: Setting) -> bool:
    words = line.split()
    if len(line) > _MAX_CHARS or not _MIN_WORDS <= len(words) <= _MAX_WORDS or _ends_a_sentence(line):
        return False
    if not any(char.isalpha() for char in line) or line[0] in "-–—•*#@>":
        return False
    if _CREDITS.search(line) or _TWO_SENTENCES.search(line):
        return False
    return not line[0].islower() or setting.is_lower_case


def _ends_a_sentence(line: str) -> bool:
    """Tell whether `line` ends as headlines do not; the full stop of "in U.S." belongs to the word."""
    return line.endswith(_ENDS_OF_SENTENCES) and not _ABBREVIATION_END.search(line)


def _is_heading(text: str) -> bool:
    """Tell whether a line further down is short and no sentence: then the first line is one of several headings."""
    words = text.split()
    return 2 <= len(words) <= _MAX_HEADING_WORDS and text[0].isupper() and text[-1].isalnum() and not text.isupper()


def is_lone_line(text: str, below: Sequence[str]) -> bool:
    """Tell whether a short line stands alone above paragraphs: among other headings it is a crosshead, in a list an entry."""
    is_short = len(text.split()) <= _MAX_LONE_WORDS and text[0].isupper() and text[-1].isalnum() and ":" not in text
    story = below[:_LONE_ABOVE]
    is_story = len(story) == _LONE_ABOVE and _is_prose(story[0]) and all(map(_is_paragraph, story))
    return is_short and is_story and not any(map(_is_heading, below)) and not any(one.isupper() for one in below)


def _is_paragraph(text: str) -> bool:
    return len(text.split()) >= _MIN_PARAGRAPH and _is_sentence(text)


def _is_one_of_several(line: str, following: Sequence[Unit]) -> bool:
    """Tell whether `line` is one of several headings: crossheads are short, but a line below a headline is no heading either."""
    is_short = len(line.split()) < _MIN_HEADLINE_WORDS
    return any(_is_heading(unit.text) for unit in (following if is_short else following[:1]))


def _is_followed_by_a_story(line: str, following: Sequence[Unit]) -> bool:
    """Tell whether paragraphs follow: a headline stands alone above a story, a heading above other headings too."""
    near = [unit.text for unit in following[:4]]
    if (
        not _is_sentence(near[0])
        or not any(map(_is_prose, near))
        or (len(near) > 1 and not any(map(_is_prose, near[1:])))
    ):
        return False
    if _is_title_case(line) or line.isupper():
        return True
    return not line.endswith(("!", "?")) and _is_short_form(line, near)


def _is_summary(line: str) -> bool:
    """Tell whether a line above a date or an author is the sentence below a headline that is lost: long, or told in the past."""
    if line.isupper() or _is_title_case(line):
        return False
    words = [word.strip("\"'‘’“”,:;!?").casefold() for word in _QUOTED.sub("", line).split()]
    return len(words) > _MAX_CASED_WORDS or bool(_PAST & set(words))


def _is_short_form(line: str, story: Sequence[str]) -> bool:
    """Tell a headline in sentence case from a summary: no article or pronoun to begin with, no "was", and the story's words."""
    words = [word.strip("\"'‘’“”,:;!?").casefold().removesuffix("'s").removesuffix("’s") for word in line.split()]
    is_wall = len(story[0].split()) >= _WALL_WORDS  # no summary is set apart from a story that has no paragraphs
    opens_a_sentence = words[0] in _SUMMARY_OPENINGS and not is_wall
    is_quotation = line[0] in "'‘“\"" and line[-1] in "'’”\""  # set out below a headline
    if is_quotation or len(words) > _MAX_SHORT_WORDS or opens_a_sentence or set(words) & _SUMMARY_VERBS:
        return False
    content = {word[:6] for word in words if len(word) >= 4}
    told = {word.strip("\"'‘’“”,.:;!?()").casefold()[:6] for word in " ".join(story).split()}
    return len(content & told) >= 2 and len(content & told) * 2 >= len(content)


def _is_prose(text: str) -> bool:
    return len(text.split()) >= _PROSE_WORDS and _is_sentence(text)


def _is_sentence(text: str) -> bool:
    return text.rstrip("\"'”’)").endswith((".", "!", "?", "…"))


def _is_title_case(line: str) -> bool:
    long_words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(long_words) >= 2 and all(word[0].isupper() for word in long_words)
