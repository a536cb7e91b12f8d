"""Other ways of saying a word that occur in some texts: its other forms, and its misspellings."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from interviews.exploration.searching.vocabulary import Vocabulary
from interviews.exploration.searching.words import Words
from interviews.text import fold

# Of Bewohner*innen, Bewohnerinnen, BewohnerInnen and Bewohnerin the word that they are formed from.
_MARKED = re.compile(r"(?P<stem>[\w-]*\w\w)(?:(?:[-*:_]|/-?)[Ii]n(?:nen)?|In)")
_FEMALE = re.compile(r"(?P<stem>[\w-]*\w\w)innen|(?P<one>[\w-]*\w\w(?:er|or|ar|ist|ent|ant|eur))in")
_BEGINNING = 3
"""Words of one lemma begin alike, in so many letters; those that do not are in the dictionary."""
_LONG, _SHORTEST = 8, 4


class Likeness:
    """Finds, for a word of a query, the words of an index that are like it."""

    def __init__(self, words: Words, *, forms: bool, fuzzy: bool) -> None:
        self._vocabularies = words.vocabularies
        self._languages = sorted({one.language for one in words.transcripts})
        self._forms, self._fuzzy = forms, fuzzy

    def __call__(self, word: str) -> Iterable[str]:
        """Folded words that occur; those that the word itself is said by need not be among them."""
        found: set[str] = set()
        if self._forms:
            found.update(way for language in self._languages for way in self._forms_of(word, language))
        if self._fuzzy:
            found.update(self._misspelled(fold(word)))
        return found

    def _forms_of(self, word: str, language: str) -> Iterator[str]:
        wanted = _lemmas(word, language)
        for vocabulary in self._vocabularies:
            listed = vocabulary.recall(f"lemmas {language}", lambda known: _listed(known, language))
            yield from (part for lemma in wanted for part in listed.get(lemma, ()))
            for part, written in vocabulary.beginning(fold(word)[:_BEGINNING]):
                if wanted & _lemmas(written, language):
                    yield part

    def _misspelled(self, word: str) -> Iterator[str]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 0 if len(word) < _SHORTEST else 1 if len(word) < _LONG else 2
        for vocabulary in self._vocabularies if allowed else ():
            parts = vocabulary.parts
            for part, _, _ in process.extract(word, parts, scorer=OSA.distance, score_cutoff=allowed, limit=None):
                yield part


@lru_cache(maxsize=65536)
def _lemmas(word: str, language: str) -> frozenset[str]:
    """What a word may be a form of, folded: written with a capital letter or a small one, of a woman or of anyone."""
    found = {word}
    if language in _languages():
        found |= {_lemmatizer().lemmatize(way, lang=language) for way in (word, word.lower(), word.capitalize())}
    if language == "de":
        found |= {stem for way in tuple(found) if (stem := _stem(way))}
    return frozenset(map(fold, found))


def _stem(word: str) -> str:
    match = _MARKED.fullmatch(word) or _FEMALE.fullmatch(word)
    return next(filter(None, match.groups())) if match else ""


def _listed(vocabulary: Vocabulary, language: str) -> dict[str, set[str]]:
    """The folded words of a vocabulary by the lemmas under which the dictionary of the language has them."""
    dictionary = _dictionaries().get_dictionary(language) if language in _languages() else {}
    listed: dict[str, set[str]] = {}
    for part, written in vocabulary.beginning(""):
        for way in (written, written.lower()):
            if lemma := dictionary.get(way):
                listed.setdefault(fold(str(lemma)), set()).add(part)
    return listed


@lru_cache(maxsize=1)
def _dictionaries() -> Any:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return DefaultDictionaryFactory()  # holds what it has read: a second or more for each language


@lru_cache(maxsize=1)
def _lemmatizer() -> Any:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_dictionaries()))


def _languages() -> Iterable[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return SUPPORTED_LANGUAGES  # type: ignore[no-any-return]
