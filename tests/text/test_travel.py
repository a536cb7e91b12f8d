"""Spans that travel together arrive where each would arrive by itself."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from interviews.model import Span
from interviews.text import Change, forward_all
from tests.strategies import edits_of, texts


@given(texts, st.data())
def test_many_spans_arrive_where_each_arrives_by_itself(text, data):
    edits = data.draw(edits_of(text))
    points = st.integers(0, len(text))
    spans = [Span(*sorted(pair)) for pair in data.draw(st.lists(st.tuples(points, points), max_size=8))]
    arrays = (np.array([getattr(span, end) for span in spans], dtype=np.int64) for end in ("start", "end"))
    start, end, lost = forward_all(edits, *arrays)
    moved = [edits.forward(span) for span in spans]
    assert list(zip(start.tolist(), end.tolist(), strict=True)) == [(one.span.start, one.span.end) for one in moved]
    assert lost.tolist() == [one.change is Change.LOST for one in moved]
