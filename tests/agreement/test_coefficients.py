"""What holds for every coefficient, whatever the judgements."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.agreement.coefficients import (
    Coefficient,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    percent_agreement,
    scott_pi,
)
from interviews.errors import MisuseError

Rows = list[list[int | None]]
TWO = [cohen_kappa, scott_pi]
ANY = [percent_agreement, fleiss_kappa, krippendorff_alpha]
judgements = st.one_of(st.none(), st.integers(1, 4))


def matrices(coders: int) -> st.SearchStrategy[Rows]:
    return st.lists(st.lists(judgements, min_size=coders, max_size=coders), min_size=1, max_size=12)


def same(one: Coefficient, other: Coefficient) -> bool:
    return one.reason == other.reason and (one.value == pytest.approx(other.value, abs=1e-9) if one.value else True)


@pytest.mark.parametrize("coefficient", ANY + TWO)
@given(rows=matrices(2), order=st.randoms(use_true_random=False))
def test_the_order_of_units_and_coders_does_not_matter(
    coefficient: Callable[[Rows], Coefficient], rows: Rows, order: object
) -> None:
    shuffled = [row[::-1] for row in rows]
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert same(coefficient(rows), coefficient(shuffled))


@pytest.mark.parametrize("coefficient", ANY + TWO)
@given(rows=matrices(2), times=st.lists(st.integers(1, 5), min_size=12, max_size=12))
def test_a_weight_counts_as_repetition(coefficient: Callable[..., Coefficient], rows: Rows, times: list[int]) -> None:
    weights = times[: len(rows)]
    repeated = [row for row, weight in zip(rows, weights, strict=True) for _ in range(weight)]
    assert same(coefficient(rows, weights=weights), coefficient(repeated))


@pytest.mark.parametrize("distance", ["nominal", "ordinal", "interval", "ratio"])
@given(rows=matrices(3), times=st.lists(st.integers(1, 5), min_size=12, max_size=12))
def test_a_weight_counts_as_repetition_at_every_distance(distance: str, rows: Rows, times: list[int]) -> None:
    weights = times[: len(rows)]
    repeated = [row for row, weight in zip(rows, weights, strict=True) for _ in range(weight)]
    assert same(krippendorff_alpha(rows, distance, weights), krippendorff_alpha(repeated, distance))


@pytest.mark.parametrize("coefficient", ANY + TWO)
@given(values=st.lists(st.integers(1, 4), min_size=2, max_size=12).filter(lambda values: len(set(values)) > 1))
def test_perfect_agreement_on_two_values_is_one(coefficient: Callable[[Rows], Coefficient], values: list[int]) -> None:
    assert coefficient([[value, value] for value in values]).value == pytest.approx(1)


@pytest.mark.parametrize("coefficient", ANY + TWO)
@given(rows=matrices(2))
def test_no_coefficient_exceeds_one_and_one_without_a_value_has_a_reason(
    coefficient: Callable[[Rows], Coefficient], rows: Rows
) -> None:
    figure = coefficient(rows)
    assert (figure.value is None) == bool(figure.reason)
    assert figure.value is None or figure.value <= 1 + 1e-12


@pytest.mark.parametrize("coefficient", [cohen_kappa, scott_pi, fleiss_kappa, krippendorff_alpha])
def test_one_value_only_is_undefined_and_not_one(coefficient: Callable[[Rows], Coefficient]) -> None:
    figure = coefficient([[1, 1], [1, 1]])
    assert figure.value is None
    assert "the same" in figure.reason


@pytest.mark.parametrize("coefficient", ANY + TWO)
def test_one_coder_or_no_pair_is_undefined(coefficient: Callable[[Rows], Coefficient]) -> None:
    assert "fewer than two" in coefficient([[1], [2]]).reason
    assert "no unit" in coefficient([[1, None], [None, 2]]).reason
    assert "no unit" in coefficient([]).reason


def test_kappa_of_three_coders_is_left_to_pairs() -> None:
    assert cohen_kappa([[1, 2, 1]]).value is None


def test_a_distance_that_does_not_exist_or_fit_is_misuse() -> None:
    with pytest.raises(MisuseError, match="there is no distance"):
        krippendorff_alpha([[1, 2]], "metric")
    with pytest.raises(MisuseError, match="do not fit"):
        krippendorff_alpha([["a", "b"]], "interval")
    with pytest.raises(MisuseError, match="do not fit"):
        krippendorff_alpha([["a", "b"]], "masi")


def test_rows_of_different_length_are_misuse() -> None:
    with pytest.raises(MisuseError, match="different lengths"):
        krippendorff_alpha([[1, 2], [1]])
    with pytest.raises(MisuseError, match="weights"):
        krippendorff_alpha([[1, 2]], weights=[1, 1])
