"""HTML as text: what a reader would see, line by line, and where elements with a mark stand in it."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from lxml import etree

from interviews.formats.reading import Unreadable
from interviews.formats.recognition.fields import without_controls

_PARAGRAPHS = frozenset("blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre section table ul".split())
_LINES = frozenset("address article aside dd div dt figure footer form header li main nav tr".split())
_UNSEEN = frozenset("head script style title template noscript iframe object svg math".split())
_WRAPPED = re.compile(r"[ \t\f]*[\r\n][ \t\r\n\f]*")


class Mark(NamedTuple):
    """Where an element stands in the text, and what its mark says."""

    start: int
    end: int
    value: str


class Marked(NamedTuple):
    """The text of a page, and the marks in it in order of their beginning."""

    text: str
    marks: tuple[Mark, ...]


def parse_html(content: str) -> Any:
    """The root of a page; nothing in it is run, fetched or shown. `Unreadable` where it is nested endlessly."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        raise Unreadable("the page is damaged: save it again in its program") from None
    too_deep = any("depth" in str(error.message).casefold() for error in parser.error_log)
    if root is None or too_deep:
        raise Unreadable("the page is damaged or nested endlessly: save it again in its program")
    return root


def read_marked(root: Any, mark_of: Callable[[Any], str | None]) -> Marked:
    """The text of a page and the marks that `mark_of` finds on its elements."""
    writer = _Writer()
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unseen += name in _UNSEEN
            if not unseen:
                writer.open(name, mark_of(element))
                writer.write(element.text)
        else:
            if not unseen:
                writer.close(name)
            unseen -= name in _UNSEEN
            if not unseen:
                writer.write(element.tail)
    return writer.finished()


class _Writer:
    """Pieces of a text as they come, and the marks that are open."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._line_ends = 2  # how many stand at the end; none is wanted at the beginning
        self._open: list[tuple[int, str | None]] = []
        self._marks: list[Mark] = []

    def open(self, name: str, mark: str | None) -> None:
        self._break(name)
        if name == "br":
            self._add("\n")
            self._line_ends = min(self._line_ends + 1, 2)
        self._open.append((self._length, mark))

    def write(self, words: str | None) -> None:
        words = without_controls(_WRAPPED.sub(" ", words or ""))
        words = words.lstrip(" \t") if self._line_ends else words
        if words:
            self._add(words)
            self._line_ends = 0

    def close(self, name: str) -> None:
        start, mark = self._open.pop()
        if mark is not None:
            self._marks.append(Mark(start, self._length, mark))
        self._break(name)

    def finished(self) -> Marked:
        text = "".join(self._pieces).rstrip("\n")
        marks = sorted(mark for mark in self._marks if mark.end <= len(text))
        return Marked(f"{text}\n" if text else "", tuple(marks))

    def _break(self, name: str) -> None:
        wanted = 2 if name in _PARAGRAPHS else 1 if name in _LINES else 0
        missing = wanted - self._line_ends
        if missing > 0:
            self._add("\n" * missing)
            self._line_ends = wanted

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
