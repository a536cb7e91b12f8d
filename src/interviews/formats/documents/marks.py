"""Places in a text that is still being put together: marks that go along with its words and become spans at the end."""

import re

from interviews.model import Span

# Control characters that XML forbids and that a reader of RTF leaves out: no document brings them along.
_OPEN, _CLOSE = "\x01", "\x02"
_MARK = re.compile(f"{_OPEN}([be])([^{_OPEN}{_CLOSE}]*){_CLOSE}")


def begin(ident: str) -> str:
    """A mark where the stretch called `ident` begins."""
    return f"{_OPEN}b{ident}{_CLOSE}"


def end(ident: str) -> str:
    """A mark where the stretch called `ident` ends."""
    return f"{_OPEN}e{ident}{_CLOSE}"


def without_marks(text: str) -> str:
    """The text alone."""
    return _MARK.sub("", text) if _OPEN in text else text


def take_marks(text: str) -> tuple[str, dict[str, Span]]:
    """The text without marks, and the stretch of it that each pair of marks encloses, without blanks at its edges.

    A stretch of which only one mark is there is empty: it is a place.
    """
    pieces: list[str] = []
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    at = read = 0
    for match in _MARK.finditer(text):
        pieces.append(text[read : match.start()])
        at += match.start() - read
        read = match.end()
        (first if match[1] == "b" else last).setdefault(match[2], at)
    plain = "".join([*pieces, text[read:]])
    return plain, {
        ident: _trimmed(plain, first.get(ident, last.get(ident, 0)), last.get(ident, first.get(ident, 0)))
        for ident in first.keys() | last.keys()
    }


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    if not stretch.strip():
        return Span(start, start)
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))
