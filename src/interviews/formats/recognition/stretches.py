"""Which speaker a word belongs to, where a file keeps words and the stretches of speakers apart."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Stretch(NamedTuple):
    """A stretch of time in which one speaker speaks."""

    start_ms: int
    end_ms: int
    speaker: str | None


# Words between two stretches are cut off from one by a breath; farther off they are nobody's.
_SLACK_MS = 2_000


class Stretches:
    """The stretches of a recording, asked by the times of a word."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._stretches = sorted(stretches, key=lambda stretch: stretch.start_ms)
        self._starts = [stretch.start_ms for stretch in self._stretches]

    def place_of(self, start_ms: int | None, end_ms: int | None) -> int | None:
        """The place of the stretch that holds the middle of a word, else of the nearest; None where none is near."""
        if start_ms is None or not self._stretches:
            return None
        middle = (start_ms + (end_ms if end_ms is not None and end_ms >= start_ms else start_ms)) / 2
        before = bisect_right(self._starts, middle) - 1
        near = [place for place in (before, before + 1) if 0 <= place < len(self._stretches)]
        distance, place = min((self._distance(place, middle), place) for place in near)
        return place if distance <= _SLACK_MS else None

    def speaker_of(self, start_ms: int | None, end_ms: int | None) -> str | None:
        """Who speaks when the word is said."""
        place = self.place_of(start_ms, end_ms)
        return None if place is None else self._stretches[place].speaker

    def _distance(self, place: int, time: float) -> float:
        stretch = self._stretches[place]
        return max(stretch.start_ms - time, time - stretch.end_ms, 0)
