"""Is this an article? Cleaned text -> the reason why not, by what the page says and how it is built.

A wall is known by its wording, and only while the page is short: a good article about cookies or robots is long and stays.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tasks.clean.content_words import content_words
from tasks.clean.date_words import scan
from tasks.clean.language import letters_unspaced
from tasks.clean.ledger import Removed
from tasks.clean.live_blog import TIME_MARK_RULE, is_announced, n_entries
from tasks.clean.settings import CleanSettings
from tasks.clean.walls import walls


@dataclass(frozen=True)
class Cleaning:
    """What the judges look at: headline, paragraphs, what was removed, and all visible text."""

    headline: str | None
    paragraphs: tuple[str, ...]
    removed: tuple[Removed, ...]
    text: str
    n_words: int
    flags: frozenset[str]
    is_page: bool
    has_script: bool
    has_guard: bool
    language: str | None
    language_score: float | None
    url: str | None


@dataclass(frozen=True)
class Verdict:
    """Why a document is no article: the contract's reason, and the same in a sentence."""

    reason: str
    message: str


_PLACEHOLDER = re.compile(
    r"[\W_]*(?:n/?a|null|none|nan|nil|undefined|tb[ad]|test(?:ing)?|lorem ipsum.*|(?:blah[\s,.]*)+|coming soon|placeholder|"
    r"no (?:content|text|body|description|story)(?: (?:available|found))?|(?:content|text|article) (?:not|un)\s?available|"
    r"\[?(?:removed|deleted)\]?|to be (?:added|updated))[\W_]*",
    re.I | re.S,
)
_DUMMY = re.compile(  # what designers and editors fill a page with before it has a text
    r"lorem ipsum|this is (?:an? |just an? |only an? )?(?:test|dummy|sample|placeholder) (?:post|article|page|text|story)\b",
    re.I,
)
_COOKIES = re.compile(r"\bcookies?\b[\s\S]{0,400}\b(?:accept|agree|reject|consent|preferences|best experience)", re.I)
_MAX_HEADING_WORDS = 14
_MIN_MENU_WORDS = 20
_MIN_LISTED, _MIN_LISTED_WORDS = 8, 3  # headlines, each on a line of its own, and their words
_GALLERY = re.compile(
    r"\b(?:in (?:pictures|photos|images)|(?:photo|picture|image)s? (?:gallery|essay)|slideshow|gallery|photos of the (?:day|week)|"
    r"(?:the )?week in (?:pictures|photos)|best (?:pictures|photos))\b",
    re.I,
)
_VIDEO = re.compile(
    r"\b(?:video (?:by|journalist|producer|edited|produced)|(?:filmed|produced) (?:and edited )?by|video:|"
    r"(?:see|play) (?:the )?video|watch (?:the (?:video|full|year|moment|clip|interview|report)|this video|more|below|above|live)|"
    r"in (?:\d{2,3}|sixty|ninety) seconds)",
    re.I,
)
_ARCHIVE = re.compile(
    r"\b(?:archives?|category|tag|rss feeds?|home ?page|all articles|latest news(?: (?:&|and) updates)?|site ?map)\b",
    re.I,
)
_SHOWN_CHARS = 4000  # of a page; a wall says what it wants at its start
_HOME = re.compile(r"(?:home|homepage|front page|latest news|news)\b\s*(?:$|[-–—|:])", re.I)
_READ_ON = frozenset({"cut_off_mark", "promotion_tail", "read_more_alone", "read_more_at"})
_DOCUMENT_MARKS = (("%PDF-", "a PDF"), ("{\\rtf", "an RTF document"))
_STEM_CHARS = 6  # "Obamas" tells of Obama, "negotiating" of negotiators
_SUBTITLE = re.compile(r"\d\d:\d\d:\d\d[,.]\d{2,3} --> ")
_SENTENCE = re.compile(r"[a-z0-9\"”’')\]][.!?।۔؟…]+[\"”’')\]]*(?=\s|$)|[.!?][\"”’]?(?=[A-Z])|[。！？]")


def judge(doc: Cleaning, settings: CleanSettings) -> Verdict | None:
    """Return why `doc` is no article, or None when it is one."""
    return next((verdict for rule in JUDGES if (verdict := rule(doc, settings))), None)


def is_doubtful(doc: Cleaning, settings: CleanSettings) -> bool:
    """Tell whether a document that is kept might have been refused: a filed brief, or an excerpt that asks to read on."""
    asks_to_read_on = doc.n_words <= settings.max_stub_words and any(rule in _READ_ON for *_, rule in doc.removed)
    return is_filed_brief(doc, settings) or asks_to_read_on or _tells_of_something_else(doc, settings)


def _tells_of_something_else(doc: Cleaning, settings: CleanSettings) -> bool:
    """Tell whether no word of the headline stands in the text: half of such texts are a box of the page, or another story."""
    asked = content_words(doc.headline or "")
    if len(asked) < settings.min_doubtful_headline_words or doc.n_words < settings.min_doubtful_words:
        return False
    body = "\n".join(doc.paragraphs).casefold()
    return not any(word[:_STEM_CHARS] in body for word in asked)


def _nothing(doc: Cleaning, _: CleanSettings) -> Verdict | None:
    if doc.text.strip():
        return None
    if doc.has_guard:
        return Verdict("bot_wall", "The page is that of a service that keeps robots out, and has no text.")
    if doc.is_page and doc.has_script:
        return Verdict("javascript_wall", "The page has scripts and no text.")
    return Verdict("empty", "There is no text.")


def _not_prose(doc: Cleaning, _: CleanSettings) -> Verdict | None:
    """Refuse subtitles, tables of numbers and bytes that are no text."""
    sample = doc.text[:4000]
    if len(_SUBTITLE.findall(sample)) >= 3:
        return Verdict("unsupported", "The text is the subtitles of a film.")
    if known := next((name for mark, name in _DOCUMENT_MARKS if sample.startswith(mark)), None):
        return Verdict("unsupported", f"The file is {known} under another name.")
    n_visible = len("".join(sample.split()))
    n_letters = sum(map(str.isalpha, sample))
    if n_visible >= 100 and n_letters < n_visible * 0.4:
        return Verdict("unsupported", "The text is mostly numbers or signs.")
    return None


def _wall(doc: Cleaning, settings: CleanSettings) -> Verdict | None:
    """Refuse a wall: a short page dominated by what walls say."""
    limits = {"max_wall_words": settings.max_wall_words, "max_stub_words": settings.max_stub_words}
    shown = f"{doc.headline or ''}\n{doc.text[:_SHOWN_CHARS]}"  # the title of a page is no part of its visible text
    for wall in walls():
        if doc.n_words <= limits[wall.longest] and wall.is_shown_by(shown):
            return Verdict(wall.reason, wall.message)
    return None


def _no_body(doc: Cleaning, _: CleanSettings) -> Verdict | None:
    if doc.paragraphs:
        return None
    kinds = {kind for kind, *_ in doc.removed}
    if "navigation" in kinds:
        return Verdict("navigation", "No line of the page is an article.")
    if doc.headline and _GALLERY.search(doc.headline):
        return Verdict("gallery", "The page is a gallery without text.")
    if "caption_line" in kinds:
        return Verdict("gallery", "The page has captions and no other text.")
    if "player_text" in kinds:
        return Verdict("video_page", "The page has a player and no text.")
    if kinds & {"promo_line", "site_footer", "share_bar", "site_error", "boilerplate"}:
        return Verdict("boilerplate_body", "All that stands below the headline is the site's own text.")
    return Verdict("empty", "There is a headline or a date and no body.")


def _placeholder(doc: Cleaning, settings: CleanSettings) -> Verdict | None:
    if doc.n_words <= 12 and _PLACEHOLDER.fullmatch(" ".join(doc.paragraphs)):
        return Verdict("placeholder", "The body is a placeholder.")
    if doc.n_words <= settings.max_stub_words and any(map(_DUMMY.match, doc.paragraphs[:2])):
        return Verdict("placeholder", "The body is a text that only fills the page.")
    return None


def _stub(doc: Cleaning, settings: CleanSettings) -> Verdict | None:
    """Name short pages by what they are: a video, a gallery, a live blog's cover, a teaser."""
    if doc.n_words > settings.max_stub_words:
        return None
    headline, body = doc.headline or _heading(doc), " ".join(doc.paragraphs)
    if _GALLERY.search(headline):
        return Verdict("gallery", "The headline announces pictures and the text is short.")
    is_cover = doc.n_words <= settings.max_cover_words
    has_entries = n_entries(doc.paragraphs) or any(rule == TIME_MARK_RULE for *_, rule in doc.removed)
    if is_cover and ("live_blog" in doc.flags or is_announced(headline)) and not has_entries:
        return Verdict("live_blog", "The page announces a live blog and has no entry of it.")
    if is_cover and (_VIDEO.search(headline) or _VIDEO.search(body)):
        return Verdict("video_page", "The text describes a video and is short.")
    is_archive = bool(_ARCHIVE.search(headline)) and len(headline.split()) <= 8
    asks_to_read_on = any(rule in _READ_ON for *_, rule in doc.removed)
    # A feed's excerpt under a headline of its own is the story's first paragraph: kept, and flagged text_truncated.
    if asks_to_read_on and (
        not doc.headline or is_archive or scan(headline).dates or doc.n_words < settings.min_teaser_words
    ):
        return Verdict("teaser", "The text breaks off where the page asks to read on.")
    if is_archive:
        return Verdict("section_front", "The headline is that of an archive or section.")
    return None


def _heading(doc: Cleaning) -> str:
    """Return the first paragraph when it is set as a headline is: on a page without an article no rule takes it for one."""
    first = doc.paragraphs[0]
    return first if len(first.split()) <= _MAX_HEADING_WORDS and not first.endswith((".", "!", "?", "”", '"')) else ""


def _front(doc: Cleaning, _: CleanSettings) -> Verdict | None:
    """Refuse the front page of a site: its address has no path, or its headline is "Home"."""
    if not doc.is_page:
        return None
    path = (doc.url or "://-/-").partition("://")[2].partition("/")[2].strip("/")
    if not path or (doc.headline and _HOME.match(doc.headline)):
        return Verdict("section_front", "The page is the front of a site or section.")
    return None


def _menu(doc: Cleaning, _: CleanSettings) -> Verdict | None:
    """Refuse menus and lists of headlines: many capitals, hardly a sentence."""
    shown = " ".join(doc.paragraphs)[:4000]
    sample = shown.split()
    if doc.headline is None and _is_list_of_headlines(doc.paragraphs):
        return Verdict("navigation", "The text is a list of headlines.")
    if len(sample) < _MIN_MENU_WORDS or shown.isupper() or len(_SENTENCE.findall(shown)) * 60 >= len(sample):
        return None
    cased = [word[0] for word in sample if word[0].lower() != word[0].upper()]
    if len(cased) >= _MIN_MENU_WORDS and sum(map(str.isupper, cased)) >= len(cased) * 0.6:
        return Verdict("navigation", "The text is a menu or a list of headlines.")
    return None


def _is_list_of_headlines(paragraphs: tuple[str, ...]) -> bool:
    """Tell whether every line is set as a headline is; lines with numbers are results, lines that break off verse."""
    return len(paragraphs) >= _MIN_LISTED and all(
        _MIN_LISTED_WORDS <= len(line.split()) <= _MAX_HEADING_WORDS
        and line[0].isupper()
        and line[-1].isalpha()
        and not any(map(str.isdigit, line))
        for line in paragraphs
    )


def _foreign_blurb(doc: Cleaning, settings: CleanSettings) -> Verdict | None:
    """Refuse a short body in another script than its headline: the site's words about itself."""
    if (
        doc.headline
        and doc.n_words <= settings.max_stub_words
        and letters_unspaced(doc.headline) * 2 > len(doc.headline)
        and " ".join(doc.paragraphs).isascii()
    ):
        return Verdict("boilerplate_body", "Headline and body are in different scripts.")
    return None


def is_filed_brief(doc: Cleaning, settings: CleanSettings) -> bool:
    """Tell whether a short body was filed as a story of its own: it has a dateline. Kept, and flagged in_doubt."""
    return settings.min_brief_words <= doc.n_words < settings.min_words and any(
        kind == "dateline" for kind, *_ in doc.removed
    )


def _too_short(doc: Cleaning, settings: CleanSettings) -> Verdict | None:
    if doc.n_words >= settings.min_words:
        return None
    if letters_unspaced("".join(doc.paragraphs)) >= settings.min_letters_unspaced or is_filed_brief(doc, settings):
        return None
    if _COOKIES.search(doc.text[:_SHOWN_CHARS]):
        return Verdict("cookie_wall", "The page asks for consent to cookies and shows no text besides.")
    return Verdict("too_short", f"The body has {doc.n_words} words; {settings.min_words} are the least.")


def _language(doc: Cleaning, settings: CleanSettings) -> Verdict | None:
    if not settings.languages or doc.language in settings.languages or doc.language is None:
        return None
    if (doc.language_score or 0.0) < settings.min_language_score:
        return None
    return Verdict("language", f"The text is in '{doc.language}'; kept are {', '.join(settings.languages)}.")


JUDGES: tuple[Callable[[Cleaning, CleanSettings], Verdict | None], ...] = (
    _nothing, _not_prose, _wall, _no_body, _placeholder, _stub, _front, _menu, _foreign_blurb, _too_short, _language,
)  # fmt: skip
