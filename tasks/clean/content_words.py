"""Text -> the words that tell what it is about."""

import re

_WORD = re.compile(r"[^\W\d_]{4,}")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")
# Of four letters and more, in any story.
_COMMON_WORDS = """
about above after again against ahead almost along already also although always among another around asked away
back because been before being below between both came come could days does doing done down during each early
either even ever every first five following four from gave give goes going have having here
however including into just know last late later least less like made make many might month months more most much must
near nearly never news next often only other others over part people right said same saying
says second seen several should since small some still such take than that their them then there these they
third this those though three through time times today told took toward towards under until upon used very want
week weeks well went were what when where whether which while whose will with within without would year years yesterday
your monday tuesday wednesday thursday friday saturday sunday
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_MAX_BODY_CHARS = 20_000  # in which an article has come back to every word of its headline


def content_words(text: str) -> list[str]:
    """Return the different words of `text` that tell what it is about; pairs of signs in scripts without spaces."""
    folded = text.casefold()
    unspaced = _UNSPACED.findall(folded)
    pairs = [run[at : at + 2] for run in unspaced for at in range(len(run) - 1)]
    return sorted({word for word in _WORD.findall(_UNSPACED.sub(" ", folded)) if word not in _COMMON}.union(pairs))


def coverage(headline: str, body: str) -> float | None:
    """Return the share of the headline's words that the body holds; None when the headline has none."""
    asked = content_words(headline)
    return len(set(content_words(body[:_MAX_BODY_CHARS])).intersection(asked)) / len(asked) if asked else None
