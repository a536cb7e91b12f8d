"""Which words are ordinary ones of a language, so that a capital letter alone does not make them a name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.forms.polish import polish_stems
from interviews.anonymity.words.lemmas import load_lemmas
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import load_towns
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

GENDERED = re.compile(r"(?:[*:_/](?:in|innen|r|n|e)|Innen)$")
_UMLAUTS = str.maketrans({"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"})
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_LANGUAGES = ("de", "en", "pl")
# Shorter pieces explain almost any string as a compound.
_LEAST_PIECE = 4
_SHORT_PIECES = frozenset("bau amt rat tag weg ort bad zug rad uhr art not job bus typ amtes ämter räte büro".split())


def is_listed(word: str, language: str) -> bool:
    """Whether the dictionary of the language has exactly this spelling; capital and small letters differ."""
    return lemma(word, language) != ""


@lru_cache(maxsize=65536)
def lemma(word: str, language: str) -> str:
    """The dictionary form of a word in exactly this spelling, or "" if it is not listed."""
    return load_lemmas(language).of(word)


@lru_cache(maxsize=65536)
def is_ordinary_word(word: str, language: str) -> bool:
    """Whether a word is one of the language and not only a name, in any of its inflections.

    A capitalized entry counts only if it is also a small word or inflects as names do not (Wölfe: Wolf). Languages
    without a dictionary have no ordinary words.
    """
    if language not in _LANGUAGES:
        return False
    bare = GENDERED.sub("", word)
    if bare != word:
        return is_explained(bare, language)
    folded = fold(word)
    if folded in word_set("everyday"):
        return True
    if language == "pl" and not _sure_polish_stems().isdisjoint(polish_stems(folded)):
        return False
    if folded in word_set("sure_family_names") or (language == "de" and folded in word_set("sure_given_names")):
        return False
    if language == "de":
        return _is_german_noun(word) or _is_german_small_word(word)
    return _is_small_word(word.lower(), language)


@lru_cache(maxsize=1)
def _sure_polish_stems() -> frozenset[str]:
    return frozenset(
        stem for name in word_set("sure_family_names") for stem in polish_stems(name) if len(stem) > _LEAST_PIECE
    )


@lru_cache(maxsize=65536)
def is_explained(word: str, language: str) -> bool:
    """Whether the dictionary lists a word in some spelling, or it is put together from words that it lists."""
    if language not in _LANGUAGES:
        return False
    if fold(word) in word_set("everyday"):
        return True
    bare = GENDERED.sub("", word)
    if bare != word and any(is_explained(bare + ending, language) for ending in ("", "e", "er", "en")):
        return True
    if "-" in word:
        return all(len(part) < 2 or is_explained(part, language) for part in word.split("-"))
    if any(is_listed(form, language) for form in {word, word.lower(), word.capitalize()}):
        return True
    if language == "en":
        return _is_small_word(word.lower(), "en")
    return language == "de" and is_compound(word)


@lru_cache(maxsize=65536)
def is_compound(word: str) -> bool:
    """Whether a German word is put together from two or more words of the dictionary."""
    small = word.lower()
    for cut in range(3, len(small) - 2):
        tail = small[cut:]
        if _is_piece(tail) and _is_head(small[:cut]):
            return True
    return False


@lru_cache(maxsize=65536)
def _is_piece(small: str) -> bool:
    """Whether a piece can end a compound: a noun that is no mere name."""
    if len(small) < _LEAST_PIECE:
        return small in _SHORT_PIECES
    noun = small.capitalize()
    if not is_listed(noun, "de"):
        return False
    if _is_german_noun(noun) or lemma(noun, "de") != noun or is_listed(small, "de"):
        return True
    names, folded = load_names(), fold(small)
    return folded not in names.given and folded not in names.family and folded not in load_towns()


@lru_cache(maxsize=65536)
def _is_head(small: str) -> bool:
    for link in _LINKS:
        base = small.removesuffix(link) if link else small
        if link and base == small:
            continue
        if len(base) >= 3 and (is_listed(base, "de") or is_listed(base.capitalize(), "de")):
            return True
        if len(base) >= 2 * _LEAST_PIECE and is_compound(base):
            return True
    return False


@lru_cache(maxsize=65536)
def _is_german_noun(word: str) -> bool:
    """Whether a capitalized German word inflects as nouns do and names do not."""
    noun = word[:1].upper() + word[1:].lower()
    root = lemma(noun, "de")
    if not root:
        return False
    if root != noun:
        return not noun.startswith(root) or noun.removeprefix(root) not in ("s", "ens", "'")
    return _is_abstract(noun) or any(lemma(form, "de") == noun for form in _inflected(noun))


def _inflected(noun: str) -> Iterator[str]:
    yield from (noun + ending for ending in ("en", "e", "n", "es", "nen", "se"))
    for at, letter in enumerate(noun):
        if letter in "aouAOU":
            changed = noun[:at] + letter.translate(_UMLAUTS) + noun[at + 1 :]
            yield from (changed + ending for ending in ("", "e", "er", "en", "n"))
    if not is_listed(noun + "erin", "de"):  # Wuppertaler are people, not several Wuppertals
        yield from (noun + "er", noun + "ern")


def _is_abstract(noun: str) -> bool:
    return noun.endswith(("ung", "heit", "keit", "schaft", "ion", "tät", "ismus", "tum", "nis"))


def _is_german_small_word(word: str) -> bool:
    """Whether the small spelling is a word of its own and not a verb form that a listed name happens to equal."""
    small = word.lower()
    if not is_listed(small, "de"):
        return False
    return (
        not is_listed(small.capitalize(), "de")
        or lemma(small, "de") == small
        or (lemma(small, "de")[:1].isupper() is False and len(small) < 5)
    )


@lru_cache(maxsize=65536)
def _is_small_word(small: str, language: str) -> bool:
    if is_listed(small, language):
        # An entry that leads back to a capitalized lemma is a name written small.
        root = lemma(small, language)
        return not root[:1].isupper() or language == "de"
    return any(
        small.endswith(ending) and is_listed(small.removesuffix(ending), language) for ending in _SMALL[language]
    )


_SMALL = {"de": (), "en": ("s", "es", "'s", "ing", "ed"), "pl": ()}


@lru_cache(maxsize=65536)
def is_german_plural(text: str) -> bool:
    """Whether a German noun or the tail of a compound is in the plural, so that it may stand without an article."""
    for cut in (0,) if is_listed(text, "de") else range(3, len(text) - 3):
        tail = text[cut:].capitalize()
        root = lemma(tail, "de")
        if root == tail and len(tail) > _LEAST_PIECE:
            return False  # Luchgraben is a Graben and not several Raben
        if (
            root
            and root != tail
            and fold(root) != fold(tail)
            and tail[:2].translate(_PLAIN_VOWELS) == root[:2].translate(_PLAIN_VOWELS)
        ):
            return True
    return False


_PLAIN_VOWELS = str.maketrans("äöüÄÖÜ", "aouAOU")
