"""How closely codes go together, and which follows which."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.exploration import closeness, following
from interviews.exploration.counts.intervals import merge

codings = st.lists(
    st.tuples(st.sampled_from(["t1", "t2"]), st.integers(0, 15), st.integers(1, 6), st.sampled_from("ABC")),
    min_size=1,
    max_size=12,
)


def frame_of(rows):
    frame = pd.DataFrame(rows, columns=["transcript", "start", "length", "code"])
    frame["end"] = frame["start"] + frame["length"]
    frame["turn"] = pd.array(frame["start"] // 4 + 1, "Int64")
    frame["code"] = pd.Categorical(frame["code"], list("ABC"))
    return frame.assign(theme=frame["code"])


def passages(frame, code):
    found = []
    for name, own in frame[frame["code"] == code].groupby("transcript"):
        _, start, end = merge(np.zeros(len(own), np.int64), own["start"].to_numpy(), own["end"].to_numpy())
        for first, last in zip(start, end, strict=True):
            inside = own[(own["start"] >= first) & (own["end"] <= last)]
            found.append((name, int(first), int(last), int(inside["turn"].min())))
    return found


def meet(one, other):
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


@settings(max_examples=15)
@given(codings)
def test_closeness_is_what_counting_passage_by_passage_gives(rows):
    frame = frame_of(rows)
    table = closeness(frame)
    for a in table.index:
        for b in table.columns:
            left, right = passages(frame, a), passages(frame, b)
            both = min(
                sum(any(meet(x, y) for y in right) for x in left), sum(any(meet(x, y) for y in left) for x in right)
            )
            assert table.loc[a, b] == pytest.approx(both / (len(left) + len(right) - both))
            assert 0 <= table.loc[a, b] <= 1


@settings(max_examples=15)
@given(codings, st.integers(0, 3))
def test_following_is_what_counting_passage_by_passage_gives(rows, turns):
    frame = frame_of(rows)
    table = following(frame, turns)
    for a in table.index:
        for b in table.columns:
            expected = sum(
                any(x[0] == y[0] and y[1] >= x[2] and y[3] - x[3] <= turns for y in passages(frame, b))
                for x in passages(frame, a)
            )
            assert table.loc[a, b] == expected


def test_a_negative_number_of_turns_is_refused():
    with pytest.raises(MisuseError, match="0 or more"):
        following(frame_of([("t1", 0, 1, "A")]), -1)


def test_no_codings_give_empty_tables():
    assert closeness(frame_of([]).astype({"start": int, "end": int})).empty
    assert following(frame_of([]).astype({"start": int, "end": int})).empty
