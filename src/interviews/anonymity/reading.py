"""Whether a word, where it stands, reads as an ordinary word of the language rather than as a name."""

from functools import lru_cache

from interviews.anonymity.dictionary import is_listed, is_ordinary_word, lemma
from interviews.anonymity.page import Word

# English words that begin sentences as what they are, although people bear them as names.
_BEGINNINGS = frozenset("will may can hope grace an in so do did to even ever early are are over per".split())


def reads_as_word(word: Word, language: str) -> bool:
    """Whether it may be just a word here: in German, where nouns have capitals, anywhere; else at a beginning."""
    return (language == "de" or word.initial) and is_ordinary_word(word.text, language)


@lru_cache(maxsize=16384)
def begins_as_word(text: str, language: str) -> bool:
    """Whether a word that begins a sentence is more likely the small word than a name ("Lange hat das gedauert")."""
    small = text.lower()
    if language == "en":
        return small in _BEGINNINGS
    if not is_listed(small, language):
        return False
    if language == "pl":
        return is_ordinary_word(text, "pl")
    return lemma(small, "de") not in (small + "en", small + "n")
