"""Krippendorff (2011), Computing Krippendorff's alpha-reliability: four coders, twelve units, with gaps."""

import pytest

from interviews.agreement.coefficients import fleiss_kappa, krippendorff_alpha, percent_agreement

UNITS = [
    [1, 1, None, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [None, 5, 5, 5],
    [None, None, 1, 1],
    [None, None, 3, None],
]


@pytest.mark.parametrize(
    ("distance", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_alpha_is_the_published_one_at_every_level_of_measurement(distance: str, alpha: float) -> None:
    assert krippendorff_alpha(UNITS, distance).value == pytest.approx(alpha, abs=0.0006)


@pytest.mark.parametrize(("distance", "observed", "expected"), [("nominal", 0.2, 0.779), ("interval", 0.433, 2.872)])
def test_observed_and_expected_disagreement_are_the_published_ones(
    distance: str, observed: float, expected: float
) -> None:
    alpha = krippendorff_alpha(UNITS, distance)
    assert alpha.observed == pytest.approx(observed, abs=0.0006)
    assert alpha.expected == pytest.approx(expected, abs=0.0006)


def test_percent_agreement_is_one_minus_the_observed_disagreement() -> None:
    assert percent_agreement(UNITS).value == pytest.approx(0.800, abs=0.0006)


def test_an_unbounded_distance_has_no_percentage() -> None:
    assert percent_agreement(UNITS, "interval").value is None


def test_the_generalized_fleiss_kappa_is_the_one_gwet_gives_for_these_units() -> None:
    kappa = fleiss_kappa(UNITS)
    assert kappa.value == pytest.approx(0.761, abs=0.0006)
    assert kappa.expected == pytest.approx(0.239, abs=0.0006)


def test_two_coders_with_binary_values_give_the_published_alpha() -> None:
    units = [[1, 0], [1, 1], [0, 1], [0, 0], [0, 0], [0, 1], [0, 0], [0, 1], [0, 0], [0, 0]]
    alpha = krippendorff_alpha(units)
    assert alpha.value == pytest.approx(0.095, abs=0.0006)
    assert alpha.expected == pytest.approx(0.442, abs=0.0006)


def test_units_that_nobody_judged_change_nothing() -> None:
    assert krippendorff_alpha([*UNITS, [None] * 4, [5, None, None, None]]).value == krippendorff_alpha(UNITS).value
