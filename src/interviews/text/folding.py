"""A simplified copy of a text for matching, with the way back to the positions of the text itself."""

import unicodedata
from array import array
from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from interviews.model import Span

Positions = NDArray[np.int64]

# Letters that carry no combining mark but are written without their stroke or ligature all the same.
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` lower-cased, without diacritics, apostrophes and hyphens unified: as a careless typist would write it."""
    return text.lower() if text.isascii() else text.translate(_CHARACTERS)


class Folded:
    """The folded copy of a text; `span` translates a match in it back to the text."""

    def __init__(self, text: str) -> None:
        self.text = _fold_characters(text)
        self._original = text
        self._length = len(text)

    @cached_property
    def _origin(self) -> Sequence[int]:
        return _origins(self._original)  # only where something is found: in most searches, that is in few texts

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text itself from which the folded [start, end) was made, combining marks included."""
        if start == end:
            here = self._origin[start] if start < len(self._origin) else self._length
            return Span(here, here)
        after = self._origin[end] if end < len(self._origin) else self._length
        last = self._origin[end - 1] + 1
        return Span(self._origin[start], max(last, after) if after > self._origin[end - 1] else last)

    def spans(self, starts: Positions, ends: Positions) -> tuple[Positions, Positions]:
        """Starts and ends in the text itself of many folded stretches, none of them empty, as `span` gives them."""
        origin = np.append(np.asarray(self._origin, dtype=np.int64), self._length)
        last, after = origin[ends - 1], origin[ends]
        return origin[starts], np.where(after > last, after, last + 1)


class _FoldedCharacters(dict[int, str]):
    """A translation table that fills itself: every character is folded once."""

    def __missing__(self, point: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(point)).casefold().translate(_PLAIN)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
        self[point] = plain.replace("’", "'").replace("ʼ", "'").replace("‑", "-").replace("‐", "-")
        return self[point]


_CHARACTERS = _FoldedCharacters()
_POINTS = np.zeros(0x110000, dtype=np.uint32)
"""The same for characters that stay one: what becomes of each code point, as far as it is known."""


def _fold_characters(text: str) -> str:
    """Each character folded by itself; the many that stay one character all at once, in an array."""
    folded = {char: _CHARACTERS[ord(char)] for char in set(text)}
    odd = {char: parts for char, parts in folded.items() if len(parts) != 1}
    if any(_CHARACTERS[ord(part)] != part for parts in odd.values() for part in parts):
        return text.translate(_CHARACTERS)
    for char, parts in odd.items():
        text = text.replace(char, parts)
        folded |= zip(parts, parts, strict=True)
    for char in folded.keys() - odd.keys():
        _POINTS[ord(char)] = ord(folded[char])
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _POINTS[points].tobytes().decode("utf-32-le", "surrogatepass")


def _origins(text: str) -> Sequence[int]:
    """For each folded character the position it came from; most texts need no list for that."""
    odd = {char: len(_CHARACTERS[ord(char)]) for char in set(text) if len(_CHARACTERS[ord(char)]) != 1}
    if not odd:
        return range(len(text))
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    widths = np.ones(len(points), dtype=np.int64)
    for char, width in odd.items():
        widths[points == ord(char)] = width
    return array("q", np.repeat(np.arange(len(points), dtype=np.int64), widths).tobytes())
