"""Words out of files that wrap and indent them: on one line, and otherwise as they are."""

import re
from collections.abc import Mapping

from interviews.errors import counted

_BREAKS = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]")
# What files of linguists give as language, in two letters where there are two.
_CODES = {
    **dict.fromkeys(("deu", "ger", "de"), "de"),
    **dict.fromkeys(("eng", "en"), "en"),
    **dict.fromkeys(("pol", "pl"), "pl"),
    **dict.fromkeys(("fra", "fre", "fr"), "fr"),
    **dict.fromkeys(("spa", "es"), "es"),
    **dict.fromkeys(("ita", "it"), "it"),
    **dict.fromkeys(("nld", "dut", "nl"), "nl"),
    **dict.fromkeys(("por", "pt"), "pt"),
    **dict.fromkeys(("rus", "ru"), "ru"),
    **dict.fromkeys(("ukr", "uk"), "uk"),
    **dict.fromkeys(("tur", "tr"), "tr"),
    **dict.fromkeys(("ara", "ar"), "ar"),
    **dict.fromkeys(("heb", "he"), "he"),
    **dict.fromkeys(("ces", "cze", "cs"), "cs"),
    **dict.fromkeys(("hun", "hu"), "hu"),
    **dict.fromkeys(("swe", "sv"), "sv"),
    **dict.fromkeys(("dan", "da"), "da"),
    **dict.fromkeys(("nor", "nob", "no"), "no"),
    **dict.fromkeys(("fin", "fi"), "fi"),
}
_UNKNOWN = frozenset(("", "und", "mul", "mis", "zxx", "xxx", "unknown"))


def one_line(text: str | None) -> str:
    """The text with blanks for line ends and tabs, and none around them; nothing else is changed."""
    if not text or not _BREAKS.search(text):
        return text.strip() if text else ""
    pieces = (piece.strip() for piece in _BREAKS.split(text))
    return " ".join(piece for piece in pieces if piece)


def language_of(code: str | None) -> str | None:
    """The language that a code such as `deu` or `de-AT` means, in two letters where it has them."""
    first = (code or "").strip().casefold().replace("_", "-").partition("-")[0]
    if first in _UNKNOWN or not (first.isascii() and first.isalpha() and 2 <= len(first) <= 3):
        return None
    return _CODES.get(first, first)


def is_known_language(code: str) -> bool:
    """Whether a word is one of the codes for languages that translations are usually in."""
    return code.casefold() in _CODES


def listed(counts: Mapping[tuple[str, str], int]) -> str:
    """`3 words and 1 gloss` from counts by singular and plural."""
    parts = [counted(count, *noun) for noun, count in counts.items() if count]
    return " and ".join((", ".join(parts[:-1]), parts[-1]) if len(parts) > 1 else parts)
