"""Text -> its language with a confidence, by py3langid's bundled model; scripts of one language need no model."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\uac00-\ud7af]"), "ko"),
    (re.compile("[\u0e00-\u0e7f]"), "th"),
    (re.compile("[\u0590-\u05ff]"), "he"),
    (re.compile("[\u0980-\u09ff]"), "bn"),
    (re.compile("[\u0b80-\u0bff]"), "ta"),
    (re.compile("[\u0c00-\u0c7f]"), "te"),
    (re.compile("[\u10a0-\u10ff]"), "ka"),
    (re.compile("[\u0370-\u03ff]"), "el"),
)
_MIN_SCRIPT_SHARE = 0.3  # of the letters; Japanese mixes kana with Chinese characters
_FUNCTION_WORDS = """
the of and to in a is that for it on was with as at by be from said he his have has are not this but they an which or
had were who their will its would been after she her about when more we you
"""
_ENGLISH = frozenset(_FUNCTION_WORDS.split())
_MIN_ENGLISH_SHARE = 0.25  # of the words; English news has 0.35 to 0.5, other languages under 0.1
_MIN_LETTERS = 10  # of a text whose language can be told; a Chinese or Japanese character tells as much as three
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1780-\u17ff\u1000-\u109f]")


def detect(text: str, max_chars: int) -> tuple[str | None, float | None]:
    """Return the language (ISO 639-1) and the confidence, 0 to 1; both None when `text` has no letters to tell by."""
    sample = text[:max_chars]
    words = sample.casefold().split()
    if len(words) >= 40 and sum(word in _ENGLISH for word in words) >= len(words) * _MIN_ENGLISH_SHARE:
        return "en", 1.0
    n_letters = sum(map(str.isalpha, sample))
    if n_letters + 2 * letters_unspaced(sample) < _MIN_LETTERS:
        return None, None
    if not sample.isascii():
        for pattern, language in _SCRIPTS:
            if (share := len(pattern.findall(sample)) / n_letters) >= _MIN_SCRIPT_SHARE:
                return language, min(1.0, share)
    language, score = _identifier().classify(sample)
    return (language, round(float(score), 4)) if language != "und" else (None, None)


def letters_unspaced(text: str) -> int:
    """Return how many characters of `text` belong to scripts that print no spaces between words."""
    return 0 if text.isascii() else len(_UNSPACED.findall(text))


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Two letters are ISO 639-1, which is what we publish; the model also knows dialects ("wuu") that have three.
    identifier.set_languages([code for code in identifier.nb_classes if len(code) == 2])
    return identifier
