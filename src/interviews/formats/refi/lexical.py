"""How values are written in XML schemas: whole numbers, decimals, truth values, dates and moments."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache

from interviews.formats.refi.guids import GUID

# Longer numbers are legal on paper, and refused by validators in use.
_DIGITS = 18
_INTEGER = re.compile(rf"[+-]?[0-9]{{1,{_DIGITS}}}")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,12}(?:\.[0-9]{0,11})?|\.[0-9]{1,11})")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_DATE = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){_ZONE}")
_MOMENT = re.compile(
    rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})T(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{{1,12}})?|24:00:00){_ZONE}"
)
# What XML 1.0 cannot hold: control characters, halves of surrogate pairs, two non-characters.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def is_text(value: str) -> bool:
    """Whether XML can hold the value as it is."""
    return not ILLEGAL.search(value)


def is_integer(value: str) -> bool:
    """Whether it is a whole number of at most 18 digits."""
    plain = len(value) <= _DIGITS and value.isascii() and value.isdigit()  # nearly all are, and this is quicker
    return plain or _INTEGER.fullmatch(value) is not None


def is_decimal(value: str) -> bool:
    """Whether it is a number without exponent, as `xsd:decimal` has it."""
    return _DECIMAL.fullmatch(value) is not None


def is_boolean(value: str) -> bool:
    """Whether it is a truth value."""
    return value in ("true", "false", "1", "0")


def is_guid(value: str) -> bool:
    """Whether it is a GUID, in braces or without."""
    return GUID.fullmatch(value) is not None


def is_colour(value: str) -> bool:
    """Whether it is `#RGB` or `#RRGGBB`."""
    return _COLOUR.fullmatch(value) is not None


def is_date(value: str) -> bool:
    """Whether it is a day of the calendar."""
    match = _DATE.fullmatch(value)
    return match is not None and _exists(match[1])


@lru_cache(maxsize=1024)  # a passage and its codings mostly have the same one
def is_moment(value: str) -> bool:
    """Whether it is a day and a time of day."""
    match = _MOMENT.fullmatch(value)
    return match is not None and _exists(match[1])


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


VALUE_TYPES: dict[str, Callable[[str], bool]] = {
    "Text": is_text,
    "Boolean": is_boolean,
    "Integer": is_integer,
    "Float": is_decimal,
    "Date": is_date,
    "DateTime": is_moment,
}
"""What a value of each type of variable may look like; its element is named `<type>Value`."""


def moment_of(written: str) -> datetime | None:
    """The moment, in UTC where no zone is given; None where it is none."""
    try:
        moment = datetime.fromisoformat(written)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def written_moment(moment: datetime) -> str:
    """A moment in UTC as XML schemas write it."""
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.replace(tzinfo=None).isoformat() + "Z"


def number_of(written: str) -> int | None:
    """A whole number; None where it is none, or has more digits than any position."""
    if len(written) <= _DIGITS and written.isascii() and written.isdigit():
        return int(written)
    written = written.strip()
    return int(written) if is_integer(written) else None
