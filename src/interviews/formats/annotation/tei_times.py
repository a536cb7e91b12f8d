"""TEI: the time line of a transcription, whose points may hang on one another."""

import re
from collections.abc import Mapping
from typing import Any

from interviews.formats.annotation.times import milliseconds

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_UNITS = {"s": 1000.0, "ms": 1.0, "min": 60_000.0, "h": 3_600_000.0}
_CLOCK = re.compile(r"(?:T|\d{4}-\d\d-\d\dT)?(\d{1,3}):(\d\d):(\d\d(?:\.\d{1,9})?)Z?")


class Points:
    """The points of all time lines of a file."""

    def __init__(self, root: Any) -> None:
        self._points: dict[str, tuple[str, int | None]] = {}
        self.unusable = 0
        self._zero: int | None = None  # the time of day at which the recording begins, where the file gives it
        for line in root.iter("{*}timeline"):
            per_unit = _UNITS.get(line.get("unit", "s"), 1000.0)
            for point in line.iterfind("{*}when"):
                self._add(point, line, per_unit)

    def _add(self, point: Any, line: Any, per_unit: float) -> None:
        since = point.get("since") or line.get("origin") or ""
        given = point.get("interval")
        absolute = point.get("absolute")
        time = milliseconds(given, per_unit)
        if given is None and absolute is not None:
            since, time = "", _on_clock(absolute)
        elif given is None:
            # The origin needs no time; any other point without one has none.
            first = not self._points
            time = 0 if first or line.get("origin", "").removeprefix("#") == point.get(_ID) else None
            since = ""
        self.unusable += (given is not None or absolute is not None) and time is None
        if not self._points and absolute is not None:
            self._zero = time
        if point.get(_ID):
            self._points.setdefault(point.get(_ID), (since.strip().removeprefix("#"), time))

    def resolved(self) -> Mapping[str, int | None]:
        """The time of every point from the beginning; those that hang on one another in a circle have none."""
        times: dict[str, int | None] = {}
        for ident in self._points:
            way: list[str] = []
            seen: set[str] = set()
            while ident in self._points and ident not in times and ident not in seen:
                way.append(ident)
                seen.add(ident)
                ident = self._points[ident][0]
            base = None if ident in seen else times.get(ident, 0 if not ident else None)
            for step in reversed(way):
                own = self._points[step][1]
                base = None if base is None or own is None else base + own
                times[step] = base
        zero = self._zero or 0
        return {ident: None if time is None or time < zero else time - zero for ident, time in times.items()}


def _on_clock(value: str) -> int | None:
    """A time of day or from the beginning, written as hours, minutes and seconds."""
    match = _CLOCK.fullmatch(value.strip())
    if match is None:
        return None
    return round((int(match[1]) * 60 + int(match[2])) * 60_000 + float(match[3]) * 1000)
