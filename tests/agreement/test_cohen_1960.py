"""Cohen (1960), A coefficient of agreement for nominal scales: two psychologists, three categories."""

import pytest

from interviews.agreement.coefficients import cohen_kappa

CELLS = [[row, column] for row in range(3) for column in range(3)]


def test_the_first_table_gives_a_kappa_below_chance() -> None:
    kappa = cohen_kappa(CELLS, weights=[25, 12, 3, 13, 2, 15, 12, 16, 2])
    assert kappa.value == pytest.approx(-0.092, abs=0.0006)
    assert kappa.observed == pytest.approx(0.29)


def test_the_second_table_gives_the_published_kappa() -> None:
    kappa = cohen_kappa(CELLS, weights=[88, 14, 18, 10, 40, 10, 2, 6, 12])
    assert kappa.value == pytest.approx(0.492, abs=0.0006)
    assert kappa.observed == pytest.approx(0.70)
    assert kappa.expected == pytest.approx(0.41)
