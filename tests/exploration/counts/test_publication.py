"""What is published of a table cannot be used to work out its small cells."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.exploration import publish_crosstab
from interviews.exploration.counts.auditing import Counts
from interviews.exploration.counts.publication import hide

K = 3
tables = st.integers(2, 3).flatmap(
    lambda wide: st.lists(st.lists(st.integers(0, 5), min_size=wide, max_size=wide), min_size=2, max_size=3)
)


def with_totals(inner):
    inner = np.array(inner, dtype=np.int64)
    rows = np.hstack([inner, inner.sum(axis=1, keepdims=True)])
    return np.vstack([rows, rows.sum(axis=0, keepdims=True)])


def fits(table):
    return (table[:, :-1].sum(axis=1) == table[:, -1]).all() and (table[:-1].sum(axis=0) == table[-1]).all()


def possible(numbers, small, hidden):
    """Every table that a reader must take for possible, by trying them all: inner cells free, totals follow."""
    inner = hidden[:-1, :-1]
    places = list(zip(*np.nonzero(inner), strict=True))
    for values in product(*(range(1, K) if small[place] else range(K, 9) for place in places)):
        tried = numbers[:-1, :-1].copy()
        for place, value in zip(places, values, strict=True):
            tried[place] = value
        table = with_totals(tried)
        margins = np.ones_like(hidden)
        margins[:-1, :-1] = False
        told = margins & ~hidden
        low = margins & small
        high = margins & hidden & ~small
        if (table[told] == numbers[told]).all() and (table[low] < K).all() and (table[high] >= K).all():
            yield table


@settings(max_examples=15, deadline=None)
@given(tables)
def test_every_small_cell_may_hold_two_numbers_at_least(inner):
    numbers = with_totals(inner)
    small = (numbers > 0) & (numbers < K)
    hidden = hide(Counts(numbers, K), small, numbers)
    if hidden[:-1, :-1].sum() > 6:
        return  # too many to try
    if not (~hidden & (numbers > 0)).any():
        return  # nothing is left to hide: the whole table is dark
    tried = list(possible(numbers, small, hidden))
    for place in zip(*np.nonzero(small), strict=True):
        assert len({int(table[place]) for table in tried}) > 1


def frame(cells):
    """A row a coding, from (theme, group, participant)."""
    return pd.DataFrame(cells, columns=["theme", "group", "participant"]).assign(transcript="t", start=0, end=1)


MANY = [("Wohnen", "resident", f"P{n}") for n in range(6)] + [("Wohnen", "official", f"Q{n}") for n in range(5)]
MANY += [("Arbeit", "resident", f"P{n}") for n in range(4)] + [("Arbeit", "official", f"Q{n}") for n in range(4)]


def test_a_table_without_small_cells_is_published_as_it_is():
    published = publish_crosstab(frame(MANY), "theme", "group", k=3)
    assert published.table().loc["Wohnen"].to_dict() == {"official": 5, "resident": 6, "all": 11}
    assert "nothing is hidden" in published.note


def test_a_cell_of_few_people_is_hidden_with_others_that_would_tell_it():
    lonely = [*MANY, *[("Feste", "official", "Q1")] * 9, *[("Feste", "resident", f"P{n}") for n in range(4)]]
    table = publish_crosstab(frame(lonely), "theme", "group", k=3).table()
    assert table.loc["Feste", "official"] == "<3"
    assert table.loc["Feste", "resident"] == "×"
    assert (table["resident"] == "×").sum() >= 2
    assert table.loc["all", "all"] == len(lonely)


def test_codings_of_nobody_known_are_small_and_empty_cells_are_shown():
    nobody = [*MANY, *[("Feste", "official", None)] * 9]
    table = publish_crosstab(frame(nobody), "theme", "group", k=3).table()
    assert table.loc["Feste", "official"] == "<3"
    assert table.loc["Feste", "resident"] == 0


def test_participants_are_counted_once_a_cell():
    published = publish_crosstab(frame(MANY * 2), "theme", "group", k=3, values="participants")
    assert published.table().loc["Wohnen"].to_dict() == {"official": 5, "resident": 6, "all": 11}
    assert published.table().loc["all"].to_dict() == {"official": 5, "resident": 6, "all": 11}


@pytest.mark.parametrize(
    "wrong", [{"k": 2}, {"values": "characters"}, {"columns": "participant"}, {"rows": "transcript"}]
)
def test_what_would_tell_of_one_person_is_refused(wrong):
    with pytest.raises(MisuseError):
        publish_crosstab(frame(MANY), **{"rows": "theme", "columns": "group", **wrong})
