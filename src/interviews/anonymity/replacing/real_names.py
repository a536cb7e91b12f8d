"""The names that a surrogate must not be: those of the study in any of their forms, and every word of its texts."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from interviews.anonymity.forms.forms import pattern_for
from interviews.anonymity.forms.spellings import sound
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_ordinary_word
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_INDEXED = 2
_LONGEST_ENDING = 3
_LEAST_FOR_TYPO = 4
_DICTIONARIES = frozenset({"de", "en", "pl"})


class RealNames:
    """What is taken: asked for a name, it says whether that could be read as one of these.

    Where `languages` are given, words of them and places are taken as well.
    """

    def __init__(self, names: Iterable[str] = (), texts: Iterable[str] = (), languages: Collection[str] = ()) -> None:
        self._languages = frozenset(languages) & _DICTIONARIES
        self._names: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        for name in names:
            self.add(name)
        for word in _words_of(tuple(texts)):
            self._words[word[:_INDEXED]].add(word)

    def add(self, name: str) -> None:
        """Take a name, word by word."""
        for word in _WORD.findall(name):
            folded = fold(word)
            self._names[folded[:_INDEXED]].add(folded)

    def has(self, name: str) -> bool:
        """Whether a name of one word is taken, resembles one that is, or is a word or a place of its own."""
        folded = fold(name)
        words, names = self._words[folded[:_INDEXED]], self._names[folded[:_INDEXED]]
        if any(_is_inflected(folded, word) for word in words) or any(_resemble(folded, other) for other in names):
            return True
        if self._languages and (folded in load_towns() or is_too_large(folded)):
            return True
        return any(is_ordinary_word(name, language) for language in sorted(self._languages))


@lru_cache(maxsize=1)  # a reviewer's decisions come one by one, over the same texts
def _words_of(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for text in texts for word in set(_WORD.findall(text)))


def _is_inflected(name: str, word: str) -> bool:
    """Whether a word can be the name with an ending, or the name the word with one."""
    short, long = sorted((name, word), key=len)
    return long.startswith(short) and len(short) > 2 and len(long) - len(short) <= _LONGEST_ENDING


def _resemble(one: str, other: str) -> bool:
    if _is_inflected(one, other) or sound(one) == sound(other) != "":
        return True
    if min(len(one), len(other)) >= _LEAST_FOR_TYPO and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1:
        return True
    return any(
        pattern_for(base, EntityType.PER, language).fullmatch(form)
        for base, form in ((one, other), (other, one))
        for language in ("de", "pl")
    )
