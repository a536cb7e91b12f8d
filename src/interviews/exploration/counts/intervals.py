"""Arithmetic over many spans at once, in arrays."""

from collections.abc import Iterator
from math import prod

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.integer]
_LARGEST = 2**63


def order_by(*keys: Whole) -> NDArray[np.intp]:
    """Rows sorted by numbers from 0 on, the first key before the others; what is the same in all comes in any order.

    The keys are sorted as one number where they fit into one: several times as fast as one key after the other.
    """
    widths = [int(key.max(initial=0)) + 1 for key in keys]
    if prod(widths) >= _LARGEST:
        return np.lexsort(keys[::-1])
    together = keys[0].astype(np.int64)
    for key, width in zip(keys[1:], widths[1:], strict=True):
        together = together * width + key
    return np.argsort(together)


def merge(group: Whole, start: Whole, end: Whole) -> tuple[Whole, Whole, Whole]:
    """Overlapping spans of one group joined into one, by group and position; touching ones stay apart."""
    if not len(group):
        return group, start, end
    order = order_by(group, start, end)
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
    order = np.argsort(start + shift)
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
