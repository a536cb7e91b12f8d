"""From positions as other programs count them to code points of the text with LF line ends."""

import re
from functools import cached_property
from typing import NamedTuple

import numpy as np

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Convention(NamedTuple):
    """How a program counts. The first one, all False, is what most do, and what is written here."""

    inclusive: bool = False
    """The end is the last character, not the one after it."""
    crlf: bool = False
    """CR and LF count as two."""
    utf16: bool = False
    """Units of UTF-16: most emoji count as two."""
    bom: bool = False
    """The byte-order mark counts as a character."""

    def __str__(self) -> str:
        words = ("the last character included", "CR LF as two", "in UTF-16 units", "the byte-order mark counted")
        return ", ".join(word for word, is_so in zip(words, self, strict=True) if is_so) or "code points, half-open"


class Original:
    """A text as a file holds it, and what of it makes a difference to counting."""

    def __init__(self, content: str) -> None:
        self.has_bom = content.startswith("\ufeff")
        raw = content[1:] if self.has_bom else content
        self.text = raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw
        self._raw = raw if "\r\n" in raw else None
        self._starts: dict[tuple[bool, bool], np.ndarray] = {}

    @property
    def has_crlf(self) -> bool:
        """Whether some line ends with CR and LF."""
        return self._raw is not None

    @cached_property
    def has_wide(self) -> bool:
        """Whether some character is two units of UTF-16."""
        return _WIDE.search(self.text) is not None

    def spans(self, starts: list[int], ends: list[int], convention: Convention) -> list[tuple[int, int]]:
        """Starts and ends as code points; those outside stay outside."""
        first = self._points(np.array(starts, dtype=np.int64), convention)
        last = self._points(np.array(ends, dtype=np.int64) + convention.inclusive, convention)
        return list(zip(first.tolist(), last.tolist(), strict=True))

    def _points(self, positions: np.ndarray, convention: Convention) -> np.ndarray:
        if convention.bom and self.has_bom:
            positions = positions - 1
        crlf, utf16 = convention.crlf and self.has_crlf, convention.utf16 and self.has_wide
        if not (crlf or utf16):
            return positions
        starts = self._starts_of(crlf, utf16)
        found = np.searchsorted(starts, positions, side="right") - 1
        beyond = positions > starts[-1]
        found[beyond] = len(self.text) + (positions - starts[-1])[beyond]
        found[positions < 0] = positions[positions < 0]
        return found

    def _starts_of(self, crlf: bool, utf16: bool) -> np.ndarray:
        """For every code point of the text, where it begins when counted so; and the end."""
        if (crlf, utf16) not in self._starts:
            points = np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
            widths = np.ones(len(points), dtype=np.int64)
            if utf16:
                widths += points > 0xFFFF
            if crlf and self._raw is not None:
                raw = np.frombuffer(self._raw.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
                pair = (raw[:-1] == 0x0D) & (raw[1:] == 0x0A)
                pair = np.concatenate((pair, [False]))
                second = np.concatenate(([False], pair[:-1]))
                widths += pair[~second]
            self._starts[crlf, utf16] = np.concatenate(([0], np.cumsum(widths)))
        return self._starts[crlf, utf16]
