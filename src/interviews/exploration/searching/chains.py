"""Words as they are indexed: runs of letters, joined by what joins the parts of one word.

A chain such as Zweizimmer-Wohnung, Bewohner*innen or geht's is one entry; what matches within a chain never needs a
look at the text around it.
"""

import re

import numpy as np
from numpy.typing import NDArray

from interviews.exploration.views.speeches import Numbers

WITHIN_WORD = r"(?:\w|(?<=\w)(?:[-*:']|/-?(?=in(?:nen)?(?!\w)))(?=\w)){0,100}"
"""What a wildcard stands for, in folded text: any part of a word, hyphens and marks of gender (-/innen) included."""
# In a query: everything that it matches lies within one chain.
_CHAIN = re.compile(r"(?:\w|(?<=\w)(?:[-*:'/]|/-)(?=\w))+")
_UNKNOWN, _OTHER, _LETTER, _BLANK, _MARK, _SLASH, _HYPHEN = range(7)
_kinds = np.zeros(0x110000, dtype=np.uint8)


def is_chain(folded: str) -> bool:
    """Whether every place where this is said lies within one chain."""
    return bool(_CHAIN.fullmatch(folded))


def chains_of(folded: str) -> tuple[Numbers, Numbers, NDArray[np.bool_]]:
    """Starts and ends of all chains, and whether nothing but blanks stands between each and the one before it."""
    kinds = np.concatenate(([_OTHER], _kinds_of(folded), [_OTHER, _OTHER]))  # so that everything has neighbours
    letter = kinds == _LETTER
    mark = np.isin(kinds, (_MARK, _SLASH, _HYPHEN))
    inside = letter.copy()
    inside[1:-1] |= mark[1:-1] & letter[:-2] & letter[2:]
    double = (kinds[1:-2] == _SLASH) & (kinds[2:-1] == _HYPHEN) & letter[:-3] & letter[3:]
    inside[1:-2] |= double
    inside[2:-1] |= double
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2].astype(np.int64), edges[1::2].astype(np.int64)
    solid = np.cumsum(kinds[1:] != _BLANK)
    follows = np.zeros(len(starts), dtype=np.bool_)
    # How many characters that are not blank lie before a start, and before the end of the chain before it.
    follows[1:] = solid[starts[1:] - 1] == solid[ends[:-1] - 1]
    return starts, ends, follows


def _kinds_of(text: str) -> NDArray[np.uint8]:
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds[points]
    if not kinds.all():
        for char in set(text):
            _kinds[ord(char)] = _kind(char)
        kinds = _kinds[points]
    return kinds


def _kind(char: str) -> int:
    """As the regular expressions of Python see it."""
    if char.isalnum() or char == "_":
        return _LETTER
    if char.isspace():
        return _BLANK
    return {"-": _HYPHEN, "/": _SLASH, "*": _MARK, ":": _MARK, "'": _MARK}.get(char, _OTHER)
