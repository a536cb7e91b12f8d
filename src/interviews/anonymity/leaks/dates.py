"""Full dates in a text, whichever way they are written: day, month and year tell more of a person than a year does."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

Reading = tuple[int, date, bool]
"""Where a date begins, which day it is, and whether somebody speaks of that day beyond doubt.

It is doubtful in figures that may be read both ways (03/04/1985) and with the year first (1985-03-12): so files
are named, and so programs note when they did something.
"""

_BETWEEN = r"\s?[./–-]\s?"
_END = r"(?![\w–-]|[./]\d)"
_BY_FIGURES = re.compile(rf"(?<![\w./-])(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{4}}|\d{{2}}){_END}")
# A moment with a time of day is a program's mark on a file, not a date that somebody spoke of.
_YEAR_FIRST = re.compile(r"(?<![\w./-])(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?![\w-]|[./]\d| \d\d:\d)")
_RUN = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DAY = r"(\d{1,2})(?:\.|st|nd|rd|th|º)?"
_YEAR = r"['’]?(\d{4}|\d{2})(?!\d)"


def find_dates(text: str) -> Iterator[Reading]:
    """Every full date in German, English and Polish, in words or in figures."""
    day_first, month_first = _patterns()
    for match in _BY_FIGURES.finditer(text):
        first, second = int(match[1]), int(match[2])
        readings = [(first, second)] if first == second else [(first, second), (second, first)]
        possible = [(day, month) for day, month in readings if day <= 31 and month <= 12]
        for day, month in possible:
            is_sure = (day, month) == possible[0] and "/" not in match[0]
            yield from _readings(match.start(), match[3], month, day, is_sure or len(possible) == 1)
    for match in _YEAR_FIRST.finditer(text):
        yield from _readings(match.start(), match[1], int(match[2]), int(match[3]), False)
    for match in _RUN.finditer(text):
        yield from _readings(match.start(), match[1], int(match[2]), int(match[3]), False)
    for match in day_first.finditer(text):
        yield from _readings(match.start(), match[3], _months()[match[2].casefold()], int(match[1]), True)
    for match in month_first.finditer(text):
        yield from _readings(match.start(), match[3], _months()[match[1].casefold()], int(match[2]), True)


def _readings(start: int, year: str, month: int, day: int, is_sure: bool) -> Iterator[Reading]:
    for full in [int(year)] if len(year) == 4 else [1900 + int(year), 2000 + int(year)]:
        try:
            yield start, date(full, month, day), is_sure
        except ValueError:  # no day of the calendar
            continue


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The months by all their names and abbreviations."""
    from babel.dates import get_month_names

    names = {
        name.casefold().rstrip("."): month
        for language in ("de", "de_AT", "en", "pl")
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for month, name in get_month_names(width, context, locale=language).items()
    }
    return names | {"maerz": 3, "feber": 2, "juno": 6, "sept": 9}


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    months = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day_first = rf"(?<!\w){_DAY}\s+(?:of\s+)?({months})\b\.?,?\s+{_YEAR}"
    month_first = rf"(?<!\w)({months})\.?\s+(?:the\s+)?{_DAY},?\s+{_YEAR}"
    return re.compile(day_first, re.IGNORECASE), re.compile(month_first, re.IGNORECASE)
