"""What a learned finder may know about a word: its shape, what lists and dictionaries say, its neighbours; no names.

A word that may be a name is never told by its letters as a whole: a model of these would know by heart whom the study
talked about, and nothing about the next interview. The words around it are told, unless they may be names as well.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from interviews.anonymity.finders.page import Page, Word
from interviews.anonymity.finders.people import name_kind
from interviews.anonymity.words.dictionary import is_compound, is_explained, is_listed, is_ordinary_word
from interviews.anonymity.words.titles import is_office, is_title
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.anonymity.words.wordlists import word_set

VERSION = 1
"""Counts up when traits change, since what was learned by others is worth nothing then."""
_AROUND = (-2, -1, 1, 2)
_LONGEST_SUFFIX = 4
_LONG = 12


def traits_of(page: Page) -> list[list[str]]:
    """The traits of every word of a page, in order; none for those that have no capital and stand between others."""
    told = [_told(word.text, word.folded, page.language) for word in page.words]
    return [
        [*_own(page, word), *_around(page, at, told)] if _may_identify(page, at) else []
        for at, word in enumerate(page.words)
    ]


def _may_identify(page: Page, at: int) -> bool:
    if page.in_small_letters or page.words[at].capital:
        return True
    around = page.words[max(0, at - 1) : at + 2]
    return len(around) == 3 and around[0].capital and around[2].capital


def _own(page: Page, word: Word) -> list[str]:
    traits = ["any", *_of_word(word.text, word.folded, page.language)]
    if word.capital:
        traits.append("capital, begins a sentence" if word.initial else "capital within a sentence")
        if word.folded in page.small_words:
            traits.append("small elsewhere")
    return traits


def _around(page: Page, at: int, told: Sequence[str]) -> Iterator[str]:
    for step in _AROUND:
        if 0 <= at + step < len(told):
            word = page.words[at + step]
            yield from _as_neighbour(step, word.text, word.folded, page.language)
    yield f"-1:between {_kind_of_gap(page.gap(at - 1))}"
    yield f"1:between {_kind_of_gap(page.gap(at))}"
    if 0 < at < len(told) - 1:
        yield f"between {told[at - 1]} and {told[at + 1]}"
    if at > 1:
        yield f"after {told[at - 2]} {told[at - 1]}"


def _kind_of_gap(gap: str) -> str:
    if "\n" in gap:
        return "line"
    return "number" if any(char.isdigit() for char in gap) else "".join(gap.split())[:2]


@lru_cache(maxsize=65536)
def _of_word(text: str, folded: str, language: str) -> tuple[str, ...]:
    may_be_name = _may_be_name(text, language)
    endings = range(2, min(_LONGEST_SUFFIX, len(folded) - 2) + 1)
    traits = [f"shape {_shape(text)}", f"letters {min(len(text), _LONG)}", *(f"ends {folded[-n:]}" for n in endings)]
    if not may_be_name:
        traits.append(f"word {folded}")
    return (*traits, *(f"is {kind}" for kind in _kinds(text, folded, language)))


@lru_cache(maxsize=65536)
def _told(text: str, folded: str, language: str) -> str:
    """A word as its neighbours are told of it."""
    return _shape(text) if _may_be_name(text, language) else folded


@lru_cache(maxsize=65536)
def _as_neighbour(step: int, text: str, folded: str, language: str) -> tuple[str, ...]:
    kinds = (f"is {kind}" for kind in _kinds(text, folded, language))
    return tuple(f"{step}:{trait}" for trait in (_told(text, folded, language), *kinds))


@lru_cache(maxsize=65536)
def _kinds(text: str, folded: str, language: str) -> tuple[str, ...]:
    """What lists, dictionaries and cue words know about a word."""
    answers = {
        f"name ({name_kind(text, language)})": bool(name_kind(text, language)),
        "town": folded in load_towns(),
        "country": is_too_large(folded),
        "everyday": folded in word_set("everyday"),
        "in the dictionary": is_listed(text, language),
        "ordinary": is_ordinary_word(text, language),
        "explained": is_explained(text, language),
        "compound": language == "de" and is_compound(text),
        "title": is_title(text, language),
        "office": is_office(text),
    }
    return tuple(kind for kind, holds in answers.items() if holds)


def _may_be_name(text: str, language: str) -> bool:
    return text[0].isupper() and not is_ordinary_word(text, language) and not is_title(text, language)


def _shape(text: str) -> str:
    """Xx for a capitalized word, X for capitals, x for small letters; hyphens and apostrophes stay."""
    shape = re.sub(r"[^\W\d_]", lambda letter: "X" if letter[0].isupper() else "x", text)
    return re.sub(r"(.)\1+", r"\1", shape)
