"""From bytes to text: what the bytes say of themselves first, a guess last, and a guess is always reported."""

import codecs
import re
from collections import Counter
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
# Latin and its extensions, and punctuation: what text in any script has beside its own letters.
_COMMON_BLOCKS = (0x00, 0x01, 0x20)
_ONE_SCRIPT = 0.95
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
        guess = _wide_guess(content)
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


def _wide_guess(content: bytes) -> str | None:
    """Which UTF-32 or UTF-16 without a mark it is: the one that gives text of one script; None where none does."""
    sample = content[: _SAMPLE - _SAMPLE % 4]
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = sample.decode(encoding, "strict" if "32" in encoding else "surrogatepass")
        except UnicodeDecodeError:
            continue
        if _is_of_one_script(text):
            return encoding
    return None


def _is_of_one_script(text: str) -> bool:
    """Whether nearly all characters are Latin, punctuation, or of one further stretch of 256 characters."""
    blocks = Counter(ord(character) >> 8 for character in text)
    further = max((count for block, count in blocks.items() if block not in _COMMON_BLOCKS), default=0)
    common = sum(blocks[block] for block in _COMMON_BLOCKS)
    return not _CONTROLS.search(text) and common + further >= _ONE_SCRIPT * len(text)


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
