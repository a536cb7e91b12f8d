"""Scott (1955), Reliability of content analysis: pi, on the tables other authors computed it for."""

import pytest

from interviews.agreement.coefficients import cohen_kappa, krippendorff_alpha, scott_pi

CELLS = [[0, 0], [0, 1], [1, 0], [1, 1]]


def test_pi_of_the_example_gwet_2008_computes_by_hand() -> None:
    assert scott_pi(CELLS, [8, 1, 0, 1]).value == pytest.approx(0.6078, abs=0.0006)


def test_pi_and_kappa_are_equal_where_both_coders_use_the_codes_nearly_alike() -> None:
    weights = [80, 7, 8, 5]
    assert scott_pi(CELLS, weights).value == pytest.approx(0.314, abs=0.0006)
    assert cohen_kappa(CELLS, weights).value == pytest.approx(0.314, abs=0.0006)


def test_alpha_approaches_pi_with_many_units() -> None:
    weights = [80e6, 7e6, 8e6, 5e6]
    assert krippendorff_alpha(CELLS, weights=weights).value == pytest.approx(scott_pi(CELLS, weights).value, abs=1e-6)
