"""The words of RTF: what the bytes of a file say one after the other, and the code pages that they may be in."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from interviews.formats.reading import Unreadable

# An interview of two hours has some ten thousand; beyond this a file only costs time.
_TOKENS = 2_000_000
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|((?:\\'[0-9a-fA-F]{2})+)|\\(\r\n|[^a-zA-Z])|([{}])|([^\\{}]+)|\\$", re.DOTALL
)
_LINE_ENDS = b"\r\n\0"

_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
    83: "mac_greek",
    84: "mac_cyrillic",
    86: "mac_romanian",
    89: "mac_latin2",
}
_CODE_PAGES = {0: "cp1252", 10000: "mac_roman", 10006: "mac_greek", 10007: "mac_cyrillic", 10029: "mac_latin2"}
_CODE_PAGES |= {10081: "mac_turkish", 65001: "utf-8", 936: "gbk", 1361: "johab"}
DEFAULT_PAGE = "cp1252"


class Token(NamedTuple):
    """One word of RTF; exactly one of the first four is filled."""

    word: str
    """A control word or sign: `par`, `~`, `{`."""
    number: int | None
    """The number behind a control word."""
    text: bytes
    """Characters in the code page that is in force."""
    is_sign: bool = False
    """Whether the word is a sign, such as `~`, or a brace."""


def tokens(content: bytes) -> Iterator[Token]:
    """The words of a file in order; binary content is skipped by its length."""
    at = count = 0
    while match := _TOKEN.match(content, at):
        at = match.end()
        count += 1
        if count > _TOKENS:
            raise Unreadable("the file holds far more formatting than a transcript does: save it as .docx or .txt")
        word, number, hexes, sign, brace, run = match.groups()
        if run is not None:
            yield Token("", None, run.translate(None, _LINE_ENDS))
        elif hexes is not None:
            yield Token("", None, bytes.fromhex(hexes.replace(b"\\'", b"").decode("ascii")))
        elif sign is not None and sign in b"{}\\":
            yield Token("", None, sign)
        elif brace is not None or sign is not None:
            yield Token((brace or sign).decode("latin-1"), None, b"", True)
        elif word == b"bin":
            at += max(0, int(number or 0))
        elif word is not None:
            yield Token(word.decode("ascii"), int(number) if number else None, b"")


def page_of_charset(charset: int | None, page: str) -> str:
    """The encoding of a font with this character set, in a document of code page `page`."""
    return page if charset is None else _CHARSETS.get(charset, page)


def page_of_number(number: int | None) -> str | None:
    """The encoding behind the number of a code page; None where Python has none."""
    name = _CODE_PAGES.get(number or 0, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name
