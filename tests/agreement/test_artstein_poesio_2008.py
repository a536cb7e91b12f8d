"""Artstein & Poesio (2008), Inter-coder agreement for computational linguistics: two tables of two coders."""

import pytest

from interviews.agreement.coefficients import cohen_kappa, krippendorff_alpha, scott_pi

TWO_BY_TWO = ([[0, 0], [0, 1], [1, 0], [1, 1]], [20, 10, 20, 50])
THREE_BY_THREE = ([[row, column] for row in range(3) for column in range(3)], [46, 0, 0, 6, 32, 6, 0, 0, 10])


def test_the_first_table_gives_the_published_pi_and_kappa() -> None:
    units, weights = TWO_BY_TWO
    assert scott_pi(units, weights).value == pytest.approx(0.341, abs=0.0006)
    assert cohen_kappa(units, weights).value == pytest.approx(0.348, abs=0.0006)


def test_the_second_table_gives_the_published_pi_kappa_and_alpha() -> None:
    units, weights = THREE_BY_THREE
    assert scott_pi(units, weights).value == pytest.approx(0.799, abs=0.0006)
    assert cohen_kappa(units, weights).value == pytest.approx(0.8013, abs=0.0006)
    assert krippendorff_alpha(units, weights=weights).value == pytest.approx(0.80, abs=0.001)
