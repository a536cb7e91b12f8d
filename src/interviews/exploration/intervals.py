"""Arithmetic over many spans at once, in arrays."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.integer]


def merge(group: Whole, start: Whole, end: Whole) -> tuple[Whole, Whole, Whole]:
    """Overlapping spans of one group joined into one, by group and position; touching ones stay apart."""
    if not len(group):
        return group, start, end
    order = np.lexsort((end, start, group))
    group, start, end = group[order], start[order], end[order]
    # One axis for all groups: each is moved beyond the end of the one before, so a running maximum never crosses.
    shift = group * (end.max() + 1)
    reach = np.maximum.accumulate(end + shift)
    first = np.concatenate(([True], (start + shift)[1:] >= reach[:-1]))
    begins = np.flatnonzero(first)
    return group[begins], start[begins], np.maximum.reduceat(end, begins)


def overlapping_pairs(group: Whole, start: Whole, end: Whole) -> tuple[Whole, Whole]:
    """Indices of all pairs of spans of one group that share at least one position, each pair once."""
    parts = [*pairs_in_parts(group, start, end)]
    left, right = zip(*parts, strict=True) if parts else ((group,), (group,))
    return np.concatenate(left), np.concatenate(right)


def pairs_in_parts(group: Whole, start: Whole, end: Whole, most: int = 1_000_000) -> Iterator[tuple[Whole, Whole]]:
    """The same pairs, about `most` at a time: there may be very many more of them than spans."""
    if not len(group):
        return
    shift = group * (end.max() + 1)
    order = np.argsort(start + shift, kind="stable")
    starts, ends = (start + shift)[order], (end + shift)[order]
    # After sorting by start, the partners of a span are the ones right behind it that begin before it ends.
    here = np.arange(len(starts))
    partners = np.maximum(np.searchsorted(starts, ends, side="left") - here - 1, 0)
    part = np.cumsum(partners) // most
    for some in np.split(here, np.flatnonzero(np.diff(part)) + 1):
        count = partners[some]
        left = np.repeat(some, count)
        right = left + 1 + np.arange(len(left)) - np.repeat(np.cumsum(count) - count, count)
        yield order[left], order[right]
