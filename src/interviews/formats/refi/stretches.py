"""Stretches of a recording: the words that were spoken then, as far as the sync points of its transcript tell."""

from bisect import bisect_left, bisect_right

from interviews.formats.refi.lexical import number_of
from interviews.formats.refi.positions import Convention
from interviews.formats.refi.raw import RawSelection, RawSource
from interviews.formats.refi.texts import Text, times_of
from interviews.model import Span


class Stretches:
    """One recording with its transcript."""

    def __init__(self, source: RawSource, text: Text, convention: Convention) -> None:
        parts = [part for part in (text.raw, *text.others) if any(part is one for one in source.texts)]
        points = times_of(text.original, [point for part in parts for point in part.points], convention)
        self._points = sorted((time, at) for at, time in points)
        self._length = len(text.original.text)

    def span(self, mark: RawSelection) -> Span | None:
        """From the last sync point before the stretch to the first one behind it; None where no words lie between."""
        begin, end = number_of(mark.start), number_of(mark.end)
        if not self._points or begin is None or end is None or end < begin:
            return None
        before = bisect_right(self._points, (begin, self._length)) - 1
        behind = bisect_left(self._points, (end, 0))
        start = self._points[max(before, 0)][1]
        stop = self._points[behind][1] if behind < len(self._points) else self._length
        return Span(start, stop) if start < stop else None
