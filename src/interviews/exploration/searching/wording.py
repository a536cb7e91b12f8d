"""What a query asks for: phrases of words, each word with the ways in which it may be said."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from interviews.errors import MisuseError
from interviews.exploration.searching.chains import WITHIN_WORD, is_chain
from interviews.text import fold

_PHRASES = re.compile(r'["„“”«»]([^"„“”«»]*)["„“”«»]')
# Bewohner*innen, Bewohner:innen, Bewohner_innen, Bewohner/-innen and BewohnerInnen ask for the same.
_GENDERED = re.compile(r"(?P<stem>[\w-]*\w\w)(?:(?:[*:_]|/-?)(?P<small>[Ii]n(?:nen)?)|(?P<capital>In(?:nen)?))")
_MARK = "\x01"
"""Stands in a way of saying for any mark of gender, or none."""
_SIGNS = {"*": WITHIN_WORD, _MARK: r"(?:[-*:_]|/-?)?"}

_MOST_WILDCARDS = 4
"""In one word; with each the number of ways to look for it grows by the length of the word."""

Expand = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Word:
    """One word of a query: folded ways of saying it, in which `*` stands for any part of a word."""

    ways: tuple[str, ...]

    @cached_property
    def core(self) -> str:
        """The word as a regular expression over folded text."""
        return f"(?:{'|'.join(map(_expression, self.ways))})"

    @property
    def is_chain(self) -> bool:
        """Whether each place lies within one chain, so that an index of chains knows them all."""
        return all(is_chain(re.sub("[*\x01]", filler, way)) for way in self.ways for filler in ("", "x"))

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """For each way the most letters in a row that stand in every place; empty where there are none."""
        return tuple(max(re.findall(r"\w+", way), key=len, default="") for way in self.ways)


Phrase = tuple[Word, ...]


@dataclass(frozen=True)
class Wording:
    """A query for words: any of these phrases."""

    phrases: tuple[Phrase, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The whole query as a regular expression over folded text."""
        phrases = (r"\s+".join(word.core for word in phrase) for phrase in self.phrases)
        return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)")


def read_wording(query: str, expand: Expand | None = None) -> Wording:
    """The words of a query; phrases in quotation marks stand beside one another, other words make one phrase.

    `expand` gives further ways of saying a word that has no wildcard. Raises MisuseError where there is no word, and
    for a word with more than four wildcards.
    """
    phrases = [phrase.split() for phrase in _PHRASES.split(query)]
    asked = [words for words in phrases if any(fold(word).strip("*") for word in words)]
    if not asked:
        raise MisuseError("the search query has no word: give at least one letter besides wildcards")
    return Wording(tuple(tuple(_word(word, expand) for word in words) for words in asked))


def _word(word: str, expand: Expand | None) -> Word:
    gendered = _GENDERED.fullmatch(word)
    way = re.sub(r"\*+", "*", fold(word))
    if way.count("*") > _MOST_WILDCARDS:
        raise MisuseError(
            f"a word of the search query has {way.count('*')} wildcards: at most {_MOST_WILDCARDS} are looked for"
        )
    if gendered:
        way = fold(gendered["stem"]) + _MARK + fold(gendered["small"] or gendered["capital"])
    # In a word that occurs, an asterisk is one: a mark of gender.
    more = {other.replace("*", _MARK) for other in expand(word)} if expand and "*" not in way else set()
    # The longest first, for a pattern takes the first that fits: Bewohner*innen, not the Bewohner in it.
    return Word(tuple(sorted({way, *more}, key=lambda one: (-len(one), one))))


def _expression(way: str) -> str:
    return "".join(_SIGNS.get(part) or re.escape(part) for part in re.split("([*\x01])", way))
