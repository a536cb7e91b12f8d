"""From what was said to the lemmas that carry its content."""

import re
from functools import lru_cache

from interviews.topics.fillers import fillers

# A word may go on through a hyphen, an apostrophe, or the mark of a gender-neutral form.
_WORD = re.compile(r"[^\W\d_]+(?:(?:[-'’*:_]|/-?(?=in(?:nen)?\b))[^\W\d_]+)*")
# What transcribers note – (lacht), ((holt Luft)), (...) – and what anonymization leaves, such as Frau [Person 3].
_TITLE = r"(?:\b(?:Herrn?|Frau|Mrs?\.?|Ms\.?|Dr\.?|Pani?|Pana|Panem)\s+)?"
_MARKS = re.compile(rf"\(\([^()]*\)\)|\([^()]{{0,60}}\)|{_TITLE}\[[^\[\]]*\]|<[^<>]{{0,60}}>")
_GENDER_MARK = re.compile(r"(?P<stem>[^\W\d_][\w-]+?)(?:(?:[*:_]|/-?)in(?:nen)?|In(?:nen)?)")
SHORTEST = 3


def lemmas(text: str, language: str) -> list[str]:
    """The content words of a speech as lemmas, in order; marks, stop words, fillers and numbers are left out."""
    words = _WORD.findall(_MARKS.sub(" ", text))
    found = (_lemma(word, language) for word in words)
    return [lemma for lemma in found if lemma]


@lru_cache(maxsize=65536)
def _lemma(word: str, language: str) -> str:
    """The lemma of one word, empty if it carries no content."""
    gendered = _GENDER_MARK.fullmatch(word) if language == "de" else None
    if gendered:  # Bewohner*innen, Bewohner:in and BewohnerInnen are one word
        return f"{gendered['stem']}*in"
    if _is_stop(word.casefold(), language):
        return ""
    lemma = _lemmatized(word, language)
    return "" if len(lemma) < SHORTEST or _is_stop(lemma.casefold(), language) else lemma


def _is_stop(word: str, language: str) -> bool:
    return word.replace("’", "'") in _stop_words(language)


@lru_cache(maxsize=8)
def _stop_words(language: str) -> frozenset[str]:
    import importlib

    try:
        written = importlib.import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    except (ImportError, AttributeError):
        written = set()
    return fillers(language) | {word.casefold() for word in written}


def has_stop_words(language: str) -> bool:
    """Whether a list of stop words is at hand for a language."""
    return bool(_stop_words(language))


def has_lemmas(language: str) -> bool:
    """Whether words of a language can be brought to their lemmas."""
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return language in SUPPORTED_LANGUAGES


def _lemmatized(word: str, language: str) -> str:
    import simplemma

    return str(simplemma.lemmatize(word, lang=language)) if has_lemmas(language) else word
