"""Whether a word, where it stands, reads as an ordinary word of the language rather than as a name."""

from functools import lru_cache

from interviews.anonymity.dictionary import is_listed, is_ordinary_word, lemma
from interviews.anonymity.page import Word

# English words that begin sentences as what they are, although people or places bear some of them as names.
_BEGINNINGS = frozenset(
    (
        "will may can hope grace an in so do did to even ever early are over per and but or nor not if "
        "because as at by for from of on off out up with without about after before since until while when "
        "where what which who whom whose why how this that these those there here then than now just also "
        "only still yet again once too very i you he she it we they me him us them my your his her its our "
        "their some any all each every both most many much more less few other another one two three first "
        "last next is was were be been am has have had does would could should might must shall let get got "
        "go went come came take make know think mean say said see look like want need yes yeah yep yup no "
        "nope nah okay ok oh ah eh uh um erm mm mmm mmmm hmm huh well right sure fine true exactly absolutely "
        "definitely probably maybe perhaps actually basically obviously honestly really anyway thank thanks "
        "please sorry cool great good nice "
    ).split()
)


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
