"""A simplified copy of a text for matching, with the way back to the positions of the text itself."""

import unicodedata
from array import array
from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np

from interviews.model import Span

# Letters that carry no combining mark but are written without their stroke or ligature all the same.
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` lower-cased, without diacritics, apostrophes and hyphens unified: as a careless typist would write it."""
    return text.lower() if text.isascii() else text.translate(_CHARACTERS)


class Folded:
    """The folded copy of a text; `span` translates a match in it back to the text."""

    def __init__(self, text: str) -> None:
        self.text = text.translate(_CHARACTERS)
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


class _FoldedCharacters(dict[int, str]):
    """A translation table that fills itself: every character is folded once."""

    def __missing__(self, point: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(point)).casefold().translate(_PLAIN)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
        self[point] = plain.replace("’", "'").replace("ʼ", "'").replace("‑", "-").replace("‐", "-")
        return self[point]


_CHARACTERS = _FoldedCharacters()


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
