"""Pieces of XML text. What XML cannot hold is replaced by �; `interviews.json` has it as it is."""

import re
from collections.abc import Iterable

from interviews.formats.refi.lexical import ILLEGAL

_SPECIAL = re.compile('[&<>"\t\n\r\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_IN_TEXT = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
# As long as the names that ATLAS.ti gives to passages.
_NAME = 100


def value(text: str) -> str:
    """The text as an attribute's value."""
    return _SPECIAL.sub(_escape, text) if _SPECIAL.search(text) else text


def content(text: str) -> str:
    """The text as an element's content."""
    return _IN_TEXT.sub(_escape, text) if _IN_TEXT.search(text) else text


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0], "\ufffd")


def attributes(pairs: Iterable[tuple[str, str | None]]) -> str:
    """Attributes in order; those without a value are left out."""
    return "".join(f' {name}="{value(text)}"' for name, text in pairs if text is not None)


def textual(tag: str, text: str) -> list[str]:
    """An element with a text; nothing where the text is empty."""
    return [f"<{tag}>{content(text)}</{tag}>"] if text else []


def references(tag: str, guids: Iterable[str]) -> list[str]:
    """An element that points to each of these, each once."""
    return [f'<{tag} targetGUID="{guid}"/>' for guid in dict.fromkeys(guids)]


def nested(begin: str, inside: list[str]) -> list[str]:
    """An element from its begin, such as `Case guid="…"`, and what it holds."""
    if not inside:
        return [f"<{begin}/>"]
    return [f"<{begin}>", *inside, f"</{begin.partition(' ')[0]}>"]


def section(tag: str, inside: list[str]) -> list[str]:
    """A container, which the standard does not allow to be empty: then nothing."""
    return nested(tag, inside) if inside else []


def name_of(words: str) -> str:
    """The words of a passage on one line, cut where they are long, so that others can verify its place."""
    folded = " ".join(words[: 4 * _NAME].split())
    if len(words) > 4 * _NAME or len(folded) > _NAME:
        return folded[: _NAME - 1].rstrip() + "…"
    return folded


def is_exact(text: str) -> bool:
    """Whether XML holds the text unchanged."""
    return not ILLEGAL.search(text)


def written_text(text: str) -> bytes:
    """A text as its file holds it: UTF-8, no byte-order mark, unless it begins with what would be taken for one."""
    if _HALVES.search(text):
        text = _HALVES.sub("\ufffd", text)
    return ("\ufeff" + text if text.startswith("\ufeff") else text).encode()
