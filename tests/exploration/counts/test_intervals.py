"""Merging and pairing spans gives what comparing each with each gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from interviews.exploration.counts.intervals import merge, overlapping_pairs, pairs_in_parts

spans = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 20), st.integers(1, 8)), max_size=25)


def arrays(triples):
    group, start, length = np.array(triples, dtype=np.int64).reshape(-1, 3).T
    return group, start, start + length


@given(spans)
def test_the_pairs_are_those_that_share_a_position(triples):
    group, start, end = arrays(triples)
    found = {tuple(sorted(pair)) for pair in zip(*map(np.ndarray.tolist, overlapping_pairs(group, start, end)))}  # noqa: B905
    every = range(len(group))
    assert found == {
        (i, j)
        for i in every
        for j in every
        if i < j and group[i] == group[j] and start[i] < end[j] and start[j] < end[i]
    }


@given(spans, st.integers(1, 5))
def test_pairs_in_parts_are_the_same_pairs(triples, most):
    parts = list(pairs_in_parts(*arrays(triples), most))
    together = [pair for left, right in parts for pair in zip(left.tolist(), right.tolist(), strict=True)]
    left, right = overlapping_pairs(*arrays(triples))
    assert together == list(zip(left.tolist(), right.tolist(), strict=True))


@given(spans)
def test_merging_covers_the_same_positions_without_overlap(triples):
    group, start, end = arrays(triples)
    merged = list(zip(*merge(group, start, end), strict=True))
    covered = [(int(g), at) for g, s, e in merged for at in range(s, e)]
    assert len(covered) == len(set(covered))
    assert set(covered) == {(int(g), at) for g, s, e in zip(group, start, end, strict=True) for at in range(s, e)}
