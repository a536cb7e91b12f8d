"""What a cell of the review sheet says, whatever Excel or a hand made of it: quotes, dashes, dates, German words."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from interviews.errors import MisuseError
from interviews.text import fold

_BLANKS = re.compile("[\\s\u00a0\u2007\u202f]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_PLAIN = str.maketrans("‐‑‒–—−’‘‚´`ʼ“”„«»‹›", "------''''''\"\"\"\"\"''")
_QUOTES = "\"'“”„‚’‘«»‹›"
_ID = re.compile(r"([A-Z]+)\s?-?\s?0*(\d{1,6})")
_GERMAN_DAY = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
# Excel counts days from here; a date whose format was lost arrives as such a number.
_FIRST_DAY = date(1899, 12, 30)
_WORDS = {
    "behalten": "keep", "bleibt": "keep", "stehen lassen": "keep", "kürzel": "label", "etikett": "label",
    "pseudonym": "pseudonym", "verallgemeinern": "generalize", "generalise": "generalize", "löschen": "delete",
    "ersatzname": "surrogate",
}  # fmt: skip
_MEANING = {fold(word): decision for word, decision in _WORDS.items()}


def text_of(value: Any) -> str:
    """A cell as text: plain blanks, none at the ends, nothing unseen."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _BLANKS.sub(" ", _UNSEEN.sub("", str(value))).strip()


def words_of(text: str) -> str:
    """Words without quotation marks around them."""
    return text.strip(_QUOTES + " ") if text[:1] in _QUOTES and text[-1:] in _QUOTES else text


def comparable(text: str) -> str:
    """A name for comparing, whatever quotes and dashes it is written with."""
    return text_of(text).translate(_PLAIN)


def id_of(text: str) -> str:
    """The id that is meant by `per–3`, or the text where it is none."""
    found = _ID.fullmatch(words_of(text).translate(_PLAIN).upper())
    return f"{found[1]}-{int(found[2]):03d}" if found else text


def decision_word(text: str) -> str:
    """The decision that a word names, also in German; the word itself where it names none."""
    word = words_of(text).strip(" .,;!").lower()
    return _MEANING.get(fold(word), word)


def moment_of(text: str) -> datetime | None:
    """The day that a cell names (`2026-11-25`, `25.11.2026`); None for an empty one. Raises MisuseError for others."""
    if not text:
        return None
    try:
        day = _day(text)
    except (ValueError, OverflowError):
        raise MisuseError("The day in decided on cannot be read: write it as 2026-11-25.") from None
    if day > datetime.now(UTC).date() + timedelta(days=1):  # somewhere it is tomorrow already
        raise MisuseError("The day in decided on has not come yet.")
    return datetime.combine(day, time(), UTC)


def _day(text: str) -> date:
    if german := _GERMAN_DAY.fullmatch(text):
        return date(int(german[3]), int(german[2]), int(german[1]))
    if re.fullmatch(r"\d{5}", text):
        return _FIRST_DAY + timedelta(days=int(text))
    return date.fromisoformat(text)
