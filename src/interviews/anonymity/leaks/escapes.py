"""Writing that hides letters behind signs: JSON and Python strings, quoted-printable mail, Rich Text."""

import quopri
import re
from collections.abc import Iterator

from interviews.anonymity.leaks.parts import Part, Remark

# `\\` first: what follows two strokes is no escape.
_STROKE = re.compile(r"\\\\|\\[nrtbfv]")
_BREAK = re.compile(r"\\+[nrtbfv]")
_QUOTED = re.compile(rb"=[89A-F][0-9A-F]")
_RTF_LETTER = re.compile(r"\\'([0-9a-fA-F]{2})")
_RTF_UNICODE = re.compile(r"\\u(-?\d{1,5}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}\s])?")
_RTF_PART = re.compile(r"\\(?:par|line|tab|cell|row|sect|page)\b ?")
_RTF_WORD = re.compile(r"\\[a-z]+-?\d* ?|\\\*|[{}\r\n]")


def without_strokes(text: str) -> str:
    r"""Blanks in place of `\n` and `\\`, as JSON writes them; every letter stays at its place."""
    return _STROKE.sub("  ", text) if "\\" in text else text


def without_breaks(text: str) -> str:
    r"""Blanks in place of `\n` and the like, escaped once or oftener; every letter stays at its place."""
    return _BREAK.sub(lambda match: " " * len(match[0]), text) if "\\" in text else text


def is_quoted_printable(content: bytes) -> bool:
    """Whether letters beyond ASCII are written as mail writes them: `=C3=BC`."""
    return content.isascii() and _QUOTED.search(content) is not None


def read_quoted(content: bytes) -> bytes:
    """What quoted-printable stands for."""
    return quopri.decodestring(content)


def read_rtf(content: bytes) -> Iterator[Part | Remark]:
    """Rich Text as it is written and as it reads, its hidden groups included."""
    yield Part("", content, opened=True)
    text = content.decode("cp1252", "replace")
    text = _RTF_UNICODE.sub(lambda match: chr(int(match[1]) % 65536), text)
    text = _RTF_LETTER.sub(lambda match: bytes.fromhex(match[1]).decode("cp1252", "replace"), text)
    yield Part("", _RTF_WORD.sub("", _RTF_PART.sub("\n", text)), opened=True)
