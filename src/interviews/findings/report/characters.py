"""Characters that a file cannot hold, and the direction in which words run."""

import re
import unicodedata

# What XML 1.0 has no way to write, lone surrogates among them.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """`text` with a replacement character for what no file can hold, and LF line ends."""
    return _UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def runs_from_right(text: str) -> bool:
    """Whether the first letter that has a direction is Arabic, Hebrew or the like."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"
