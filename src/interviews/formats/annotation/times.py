"""Times as annotation tools write them, and the time lines they hang on."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_NUMBER = re.compile(r"\s*[+-]?\d{1,15}(?:\.\d{0,30})?(?:[eE][+-]?\d{1,3})?\s*")
# A recording of some hundred days; what is beyond is a slip of some program.
_MOST_MS = 10**10


def milliseconds(value: str | None, per_unit: float = 1000) -> int | None:
    """A number of seconds, or of units of `per_unit` milliseconds; None for what is no time of a recording."""
    if value is None or not _NUMBER.fullmatch(value):
        return None
    time = float(value) * per_unit
    return round(time) if 0 <= time <= _MOST_MS else None


class Timeline(NamedTuple):
    """The points of a time line by their ids; some have no time."""

    times: dict[str, int | None]
    places: dict[str, int]
    unusable: int
    """How many points give something that is no time."""

    def at(self, reference: str | None) -> int | None:
        """The time of a point, if it has one and exists."""
        return self.times.get(_bare(reference))

    def place(self, reference: str | None) -> int | None:
        """Which point it is, counted along the line."""
        return self.places.get(_bare(reference))


def timeline(points: Iterable[tuple[str | None, str | None]], per_unit: float = 1000) -> Timeline:
    """A time line from pairs of id and time, in their order; of points with one id the first one counts."""
    times: dict[str, int | None] = {}
    places: dict[str, int] = {}
    unusable = 0
    for place, (ident, value) in enumerate(points):
        if ident and ident not in times:
            times[ident] = milliseconds(value, per_unit)
            places[ident] = place
            unusable += value is not None and times[ident] is None
    return Timeline(times, places, unusable)


def _bare(reference: str | None) -> str:
    """An id without the mark that TEI puts before references."""
    return (reference or "").strip().removeprefix("#")
