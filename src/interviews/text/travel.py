"""Very many spans of one text travel through edits at once; where each arrives is what `Edits.forward` says."""

import numpy as np
from numpy.typing import NDArray

from interviews.text.edits import Edits

Whole = NDArray[np.integer]


def forward_all(edits: Edits, start: Whole, end: Whole) -> tuple[Whole, Whole, NDArray[np.bool_]]:
    """Where the spans of the old text stand in the new one, and which of them have lost all their words."""
    if not len(edits):
        return start, end, np.zeros(len(start), dtype=bool)
    stretches = [(edit.span.start, edit.span.end, len(edit.replacement)) for edit in edits]
    begins, ends, replaced = np.array(stretches, dtype=np.int64).T
    grown = np.cumsum(replaced - (ends - begins))
    new_ends = ends + grown
    new_begins = new_ends - replaced
    first = np.searchsorted(ends, start, side="right")
    last = np.searchsorted(begins, end, side="left") - 1
    touched = first <= last
    # An insertion exactly at the start of a span stands before it; an empty span stays in front of it.
    before_empty = ends + (begins == ends)
    passed = np.where(start < end, first, np.searchsorted(before_empty, start, side="right"))
    shift = np.concatenate(([0], grown))[passed]
    first, last = np.minimum(first, len(ends) - 1), np.maximum(last, 0)
    inner = np.where(begins[first] <= start, new_begins[first], start + new_begins[first] - begins[first])
    outer = np.where(ends[last] >= end, new_ends[last], end + new_ends[last] - ends[last])
    moved_start = np.where(touched, inner, start + shift)
    moved_end = np.where(touched, outer, end + shift)
    return moved_start, moved_end, touched & (moved_start == moved_end) & (start < end)
