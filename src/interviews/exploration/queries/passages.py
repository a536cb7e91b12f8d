"""How passages lie to one another: for every passage of a study, whether one of some others overlaps it, follows it …

All transcripts are laid end to end on one line, each with room to spare, so that one sorted search answers for all of
them at once. A passage without a character lies nowhere.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from interviews.exploration.counts.intervals import Whole

Mask = NDArray[np.bool_]
_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Passages:
    """The passages of a study; every question is about those marked in `others`, a passage itself not counted."""

    transcript: Whole
    """The number of the transcript, from 0."""
    start: Whole
    end: Whole
    turn: Whole
    """The turn that it stands with, -1 where there is none."""

    def touching(self, others: Mask) -> Mask:
        """Shares a character with one of them, itself included."""
        return self._real & (self._met(others & self._real) > 0)

    def overlapping(self, others: Mask) -> Mask:
        """Shares a character with another one."""
        others = others & self._real
        return self._real & (self._met(others) > others)

    def within(self, others: Mask) -> Mask:
        """Lies inside one of them."""
        return self._real & _enclosed(self._starts, self._ends, others & self._real)

    def containing(self, others: Mask) -> Mask:
        """One of them lies inside it."""
        return self._real & _enclosed(-self._starts, -self._ends, others & self._real)

    def equal(self, others: Mask) -> Mask:
        """Another one has the same beginning and end."""
        others = others & self._real
        _, place = np.unique(self._starts * self._wide + self.end - self.start, return_inverse=True)
        return self._real & (np.bincount(place[others], minlength=len(place))[place] > others)

    def followed(self, others: Mask, *, turns: int | None = None, characters: int | None = None) -> Mask:
        """One of them begins after its end, and at most so many turns or characters later."""
        others = others & self._real
        if turns is not None:
            return self._followed_within(others, turns)
        starts = np.append(np.sort(self._starts[others]), _NEVER)
        following = starts[np.searchsorted(starts, self._ends)]
        border = (self.transcript + 1) * self._wide
        latest = border if characters is None else np.minimum(border, self._ends + characters + 1)
        return self._real & (following < latest)

    def preceded(self, others: Mask, *, turns: int | None = None, characters: int | None = None) -> Mask:
        """One of them ends before its beginning, at most so many turns or characters earlier."""
        return self._mirrored.followed(others, turns=turns, characters=characters)

    def near(self, others: Mask, *, turns: int | None = None, characters: int | None = None) -> Mask:
        """One of them overlaps it, follows it or precedes it."""
        after = self.followed(others, turns=turns, characters=characters)
        before = self.preceded(others, turns=turns, characters=characters)
        return self.overlapping(others) | after | before

    def _followed_within(self, others: Mask, turns: int) -> Mask:
        others = others & (self.turn >= 0)
        long = int(self.turn.max(initial=0)) + 1
        counted = self.turn + self.transcript * long  # turns numbered on from one transcript to the next
        order = np.argsort(self._starts[others], kind="stable")
        starts = self._starts[others][order]
        # The first turn of all that begin later: mostly the next one's, but not where codings over several turns mix.
        soonest = np.append(np.minimum.accumulate(counted[others][order][::-1])[::-1], _NEVER)
        following = soonest[np.searchsorted(starts, self._ends)]
        latest = np.minimum(counted + turns, self.transcript * long + long - 1)
        return np.asarray(self._real & (self.turn >= 0) & (following <= latest))

    def _met(self, others: Mask) -> Whole:
        """How many of them share a character: those that begin before its end, less those that end before its start."""
        starts, ends = np.sort(self._starts[others]), np.sort(self._ends[others])
        return np.searchsorted(starts, self._ends) - np.searchsorted(ends, self._starts, side="right")

    @cached_property
    def _wide(self) -> int:
        return int(self.end.max(initial=0)) + 1

    @cached_property
    def _starts(self) -> Whole:
        return self.start + self.transcript * self._wide

    @cached_property
    def _ends(self) -> Whole:
        return self.end + self.transcript * self._wide

    @cached_property
    def _real(self) -> Mask:
        return self.start < self.end

    @cached_property
    def _mirrored(self) -> "Passages":
        """The same, read backwards."""
        last, turn = self._wide - 1, int(self.turn.max(initial=0))
        backwards = np.where(self.turn < 0, -1, turn - self.turn)
        return Passages(
            int(self.transcript.max(initial=0)) - self.transcript, last - self.end, last - self.start, backwards
        )


def _enclosed(start: Whole, end: Whole, others: Mask) -> Mask:
    """Which lie inside one of the others: among those that begin no later, one that is not itself reaches as far."""
    order = np.argsort(start[others], kind="stable")
    starts, ends = start[others][order], end[others][order]
    nowhere = [np.iinfo(np.int64).min]
    farthest = np.maximum.accumulate(ends)
    # What reaches second farthest: each newcomer pushes down either the farthest so far or itself.
    second = np.maximum.accumulate(np.minimum(ends[1:], farthest[:-1]))
    before = np.searchsorted(starts, start, side="right")
    reach = np.concatenate([nowhere, farthest])[before]
    reach_of_another = np.concatenate([nowhere, nowhere, second])[before]
    return np.asarray(np.where(others, reach_of_another, reach) >= end)
