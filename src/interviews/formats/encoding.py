"""From bytes to text: what the bytes say of themselves first, a guess last, and a guess is always reported."""

import codecs
import re
from typing import NamedTuple

from interviews.formats.reading import Unreadable

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Enough for a sure guess; more only costs time.
_SAMPLE = 200_000
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


class Decoded(NamedTuple):
    """A text with LF line ends and without byte-order mark, and what had to be assumed to get it."""

    text: str
    notes: tuple[str, ...] = ()


def decode(content: bytes) -> Decoded:
    """The text in `content`: byte-order mark, strict UTF-8, UTF-16 by its null bytes, then a reported guess.

    Raises `Unreadable` where the bytes are no text.
    """
    text, notes = _decoded(content)
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        notes = (*notes, "broken surrogate characters were repaired: look for � in the text")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), notes)


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding), ()
    if b"\0" in content:
        guess = _utf16_by_nulls(content)
        if guess is None:
            raise Unreadable("this is not a text file: it contains binary content")
        return _strictly(content, guess), (f"the encoding was taken for {guess.upper()}: check umlauts",)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(content)


def _strictly(content: bytes, encoding: str) -> str:
    """Decoded without replacement, save that lone surrogates pass: they are repaired and reported afterwards."""
    try:
        return content.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        raise Unreadable(f"the file says it is {encoding.upper()}, but it is not: save it again as UTF-8") from None


def _utf16_by_nulls(content: bytes) -> str | None:
    """Which UTF-16 it is, when null bytes fill one half of the pairs as they do in text of European languages."""
    even, odd = content[0:_SAMPLE:2].count(0), content[1:_SAMPLE:2].count(0)
    pairs = min(len(content), _SAMPLE) / 2
    if len(content) % 2 or max(even, odd) < 0.3 * pairs or min(even, odd) > 0.02 * pairs:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(content: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        text = content.decode("utf-8", "surrogatepass")  # surrogates written as if they were characters
    except UnicodeDecodeError:
        return _guessed_legacy(content)
    return text, ()


def _guessed_legacy(content: bytes) -> tuple[str, tuple[str, ...]]:
    import chardet

    encoding = chardet.detect(content[:_SAMPLE])["encoding"]
    try:
        text = content.decode(encoding or "ascii")
    except (UnicodeDecodeError, LookupError):
        raise Unreadable("the encoding is unknown: save the file as UTF-8 and read it again") from None
    if len(_CONTROLS.findall(text)) > 0.002 * len(text):
        raise Unreadable("this is not a text file: it contains binary content")
    return text, (f"the encoding was guessed as {encoding}: check umlauts and accents, or save the file as UTF-8",)
