"""Times in the cells of a table: clocks of every kind, seconds, milliseconds, and frames of video."""

import math
import re
from collections.abc import Sequence

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:([.,:;-])(\d{1,6}))?")
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?")
_RANGE = re.compile(r"\s+(?:-|–|-->|to|bis)\s+|\s*(?:-->|–)\s*")
_EDGES = "[](){}#<> \t"
_FRAMES = 25
_LONGEST = 60
# Later than any recording: such a number was never a time.
_LATEST_MS = 1_000 * 3600 * 1000
# Whole numbers from here on are milliseconds: no interview takes a day in seconds.
_DAY = 86_400


def is_time(cell: str) -> bool:
    """Whether a cell holds a clock time, or a range of two."""
    parts = _RANGE.split(cell.strip(_EDGES)) if len(cell) <= _LONGEST else [cell]
    return all(_CLOCK.fullmatch(part.strip(_EDGES)) for part in parts)


def have_frames(cells: Sequence[str]) -> bool:
    """Whether the digits behind the point count frames, 25 a second: always two, and never above 24."""
    found = [match for cell in cells if (match := _CLOCK.fullmatch(cell.strip(_EDGES))) and match[5]]
    behind = [match[5] for match in found]
    return (
        len(behind) >= 5
        and len(behind) == sum(bool(_CLOCK.fullmatch(cell.strip(_EDGES))) for cell in cells)
        and all(match[1] and len(match[5]) == 2 and int(match[5]) < _FRAMES for match in found)
        and len(set(behind)) >= 3
    )


def factor_of(cells: Sequence[str], name: str) -> int:
    """How many milliseconds a plain number in these cells stands for, by the name of their column and their size."""
    plain = [cell.strip() for cell in cells if _NUMBER.fullmatch(cell.strip())]
    large = bool(plain) and all(cell.isdecimal() for cell in plain) and max(map(int, plain)) > _DAY
    return 1 if large or re.search(r"(?i)(?:\b|_)(?:ms|milli\w*)\b", name) else 1000


def read_time(cell: str, factor: int, frames: bool) -> tuple[int | None, int | None]:
    """Start, and where the cell holds a range also end, in milliseconds; None for what is no time."""
    if len(cell) > _LONGEST:
        return None, None
    parts = [part.strip(_EDGES) for part in _RANGE.split(cell.strip(_EDGES))][:2]
    times = [_milliseconds(part, factor, frames) for part in parts]
    return (times[0], times[1] if len(times) > 1 else None)


def _milliseconds(part: str, factor: int, frames: bool) -> int | None:
    match = _CLOCK.fullmatch(part)
    if match:
        hours, minutes, seconds = (int(group or 0) for group in match.group(1, 2, 3))
        time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + _fraction(match[5] or "", frames)
    elif _NUMBER.fullmatch(part):
        time = round(float(part.replace(",", ".")) * factor)
    else:
        return None
    return time if math.isfinite(time) and time <= _LATEST_MS else None


def _fraction(digits: str, frames: bool) -> int:
    if frames:
        return int(digits or 0) * 1000 // _FRAMES
    return int(digits.ljust(3, "0")[:3]) if digits else 0
