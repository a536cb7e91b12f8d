"""Positions of one text in other units: UTF-16 in a browser, bytes on disk, lines and turns for people."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from interviews.model import Span, Turn


class Place(NamedTuple):
    """Where a person would look: line and column, both counted from 1."""

    line: int
    column: int


class Offsets:
    """Translates code-point positions of `text` into other units and back.

    Positions inside a character (the second half of a surrogate pair, a continuation byte) are refused, since no code
    point begins there. Building costs one pass over the text; a translation is an array access or a binary search.
    """

    def __init__(self, text: str) -> None:
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        self.length = len(points)
        self._utf16 = _starts(1 + (points > 0xFFFF))
        self._utf8 = _starts(1 + (points > 0x7F).astype(np.int8) + (points > 0x7FF) + (points > 0xFFFF))
        self._lines = np.concatenate(([0], np.flatnonzero(points == 0x0A) + 1))

    def to_utf16(self, position: int) -> int:
        """UTF-16 code units before this code point."""
        return int(self._utf16[self._checked(position)])

    def from_utf16(self, units: int) -> int:
        """The code point that begins after so many UTF-16 code units."""
        return _exactly(self._utf16, units, "UTF-16 code unit")

    def to_bytes(self, position: int) -> int:
        """UTF-8 bytes before this code point."""
        return int(self._utf8[self._checked(position)])

    def from_bytes(self, count: int) -> int:
        """The code point that begins after so many UTF-8 bytes."""
        return _exactly(self._utf8, count, "byte")

    def to_place(self, position: int) -> Place:
        """Line and column of a code point."""
        line = int(np.searchsorted(self._lines, self._checked(position), side="right"))
        return Place(line, position - int(self._lines[line - 1]) + 1)

    def from_place(self, place: Place) -> int:
        """The code point at a line and column; the column may be one past the line's last character."""
        line, column = place
        if not 1 <= line <= len(self._lines):
            raise ValueError(f"the text has {len(self._lines)} lines, not {line}")
        start = int(self._lines[line - 1])
        end = int(self._lines[line]) - 1 if line < len(self._lines) else self.length
        if not 1 <= column <= end - start + 1:
            raise ValueError(f"line {line} has {end - start} characters, not {column - 1}")
        return start + column - 1

    def _checked(self, position: int) -> int:
        if not 0 <= position <= self.length:
            raise ValueError(f"the text has {self.length} characters, not {position}")
        return position


def turn_at(turns: Sequence[Turn], position: int) -> Turn | None:
    """The turn in which a code point lies, its label included; None before the first or in the gap after a speech."""
    index = bisect_right(turns, position, key=lambda turn: _extent(turn).start) - 1
    if index < 0:
        return None
    turn = turns[index]
    return turn if position < _extent(turn).end else None


def turns_in(turns: Sequence[Turn], span: Span) -> list[Turn]:
    """The turns whose speech shares at least one code point with `span`."""
    first = bisect_right(turns, span.start, key=lambda turn: turn.speech.end)
    found = []
    for turn in turns[first:]:
        if turn.speech.start >= span.end:
            break
        if turn.speech.overlaps(span):
            found.append(turn)
    return found


def _extent(turn: Turn) -> Span:
    return Span(min(turn.label.start, turn.speech.start), turn.speech.end) if turn.label else turn.speech


def _starts(widths: np.ndarray) -> np.ndarray:
    return np.concatenate(([0], np.cumsum(widths, dtype=np.int64)))


def _exactly(starts: np.ndarray, value: int, unit: str) -> int:
    index = int(np.searchsorted(starts, value))
    if index == len(starts) or starts[index] != value:
        raise ValueError(f"no character begins at {unit} {value}")
    return index
