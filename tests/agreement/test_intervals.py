import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.agreement.coefficients import krippendorff_alpha
from interviews.agreement.distances import to_distance
from interviews.agreement.intervals import DRAWS, Resampling, resample
from interviews.agreement.ratings import to_ratings

sets = st.sampled_from([frozenset(word) for word in ("", "A", "B", "AB", "ABC", "C", "CD")])
rows = st.lists(st.lists(st.one_of(st.none(), sets), min_size=3, max_size=3), min_size=2, max_size=10)


@pytest.mark.parametrize("distance", ["nominal", "masi", "jaccard"])
@given(rows=rows)
def test_drawing_every_unit_once_gives_alpha_itself(distance: str, rows: list[list[frozenset[str] | None]]) -> None:
    ratings = to_ratings(rows)
    once = Resampling(np.arange(len(rows)), np.ones((1, len(rows))))
    alpha = krippendorff_alpha(ratings, distance).value
    interval = once.interval(ratings, distance)
    assert (interval is None) == (alpha is None)
    assert interval is None or interval == pytest.approx((alpha, alpha))


@pytest.mark.parametrize("distance", ["nominal", "masi", "jaccard"])
@given(values=st.lists(sets, min_size=1, max_size=7, unique=True), given=st.randoms(use_true_random=False))
def test_the_sum_of_all_distances_is_that_of_every_pair(
    distance: str, values: list[frozenset[str]], given: object
) -> None:
    counts = np.array([[given.randint(0, 5) for _ in values] for _ in range(2)], dtype=float)  # type: ignore[attr-defined]
    metric = to_distance(distance, values, counts.sum(axis=0))
    one, other = (grid.ravel() for grid in np.indices((len(values), len(values))))
    plain = (counts[0][one] * counts[1][other] * metric.between(one, other)).sum()
    assert metric.total(counts)[0, 1] == pytest.approx(plain)


def test_few_transcripts_are_drawn_by_turn_and_one_turn_not_at_all() -> None:
    transcript, turn = np.array([0, 0, 1, 1]), np.array([1, 2, 1, 1])
    draws, named = resample(transcript, turn, seed=1)
    assert named == "turns"
    assert draws is not None
    assert draws.times.shape == (DRAWS, 3)
    assert resample(np.array([0, 0]), np.array([1, 1]), seed=1)[0] is None
    assert resample(np.arange(10), np.ones(10, dtype=np.int64), seed=1)[1] == "transcripts"
