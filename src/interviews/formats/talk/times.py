"""Time marks as transcribers write them: `[00:12]`, `(01:02:03)`, `#00:00:20-5#`, `{00:12:34.567}`, `[00.12.34]`."""

import re

_COLON = r"\d{1,3}(?::\d{1,2}){1,2}(?:[.,]\d{1,3}|-\d(?!\d))?"
# Dots separate only in square brackets and with two digits each: `(0.5)` and `(2.85)` are pauses.
_DOTTED = r"\d{1,3}(?:\.[0-5]\d){1,2}"
_RANGE = rf"{_COLON}(?:\s*(?:-->|–|-)\s*{_COLON})?"

CLOCK = _COLON
"""A time without brackets; safe to look for only where nothing else is expected."""
MARK = rf"(?:\[\s*(?:{_RANGE}|{_DOTTED})\s*\]|\(\s*{_RANGE}\s*\)|\{{\s*{_RANGE}\s*\}}|\#\s*{_RANGE}\s*\#)"
"""A time in brackets or between hash signs, or a range of two."""

_ONE = re.compile(r"(\d{1,3})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:([.,-])(\d{1,3}))?")


def parse_mark(mark: str) -> tuple[int | None, int | None]:
    """Start and end in milliseconds of a time mark; the end is None where only one time is given."""
    times = [_milliseconds(match) for match in _ONE.finditer(mark)]
    return (times[0] if times else None), (times[1] if len(times) > 1 else None)


def _milliseconds(match: re.Match[str]) -> int:
    """Two numbers are minutes and seconds, three hours, minutes and seconds; f4 writes tenths behind a hyphen."""
    first, second, third, _, fraction = match.groups()
    seconds = int(first) * 60 + int(second)
    if third is not None:
        seconds = seconds * 60 + int(third)
    return seconds * 1000 + (int(fraction.ljust(3, "0")) if fraction else 0)
