"""Fleiss (1971), Measuring nominal scale agreement among many raters: thirty patients, six raters, five diagnoses."""

import pytest

from interviews.agreement.coefficients import fleiss_kappa

# How many raters gave a patient each diagnosis, as the paper prints it.
COUNTS = [
    [0, 0, 0, 6, 0],
    [0, 3, 0, 0, 3],
    [0, 1, 4, 0, 1],
    [0, 0, 0, 0, 6],
    [0, 3, 0, 3, 0],
    [2, 0, 4, 0, 0],
    [0, 0, 4, 0, 2],
    [2, 0, 3, 1, 0],
    [2, 0, 0, 4, 0],
    [0, 0, 0, 0, 6],
    [1, 0, 0, 5, 0],
    [1, 1, 0, 4, 0],
    [0, 3, 3, 0, 0],
    [1, 0, 0, 5, 0],
    [0, 2, 0, 3, 1],
    [0, 0, 5, 0, 1],
    [3, 0, 0, 1, 2],
    [5, 1, 0, 0, 0],
    [0, 2, 0, 4, 0],
    [1, 0, 2, 0, 3],
    [0, 0, 0, 0, 6],
    [0, 1, 0, 5, 0],
    [0, 2, 0, 1, 3],
    [2, 0, 0, 4, 0],
    [1, 0, 0, 4, 1],
    [0, 5, 0, 1, 0],
    [4, 0, 0, 0, 2],
    [0, 2, 0, 4, 0],
    [1, 0, 5, 0, 0],
    [0, 0, 0, 0, 6],
]
UNITS = [[diagnosis for diagnosis, n in enumerate(row) for _ in range(n)] for row in COUNTS]


def test_kappa_and_both_agreements_are_the_published_ones() -> None:
    kappa = fleiss_kappa(UNITS)
    assert kappa.value == pytest.approx(0.430, abs=0.0006)
    assert kappa.observed == pytest.approx(0.5556, abs=0.0006)
    assert kappa.expected == pytest.approx(0.2201, abs=0.0006)
