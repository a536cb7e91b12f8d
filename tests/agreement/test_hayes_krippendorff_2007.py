"""Hayes & Krippendorff (2007), Answering the call for a standard reliability measure: five coders, forty units."""

import pytest

from interviews.agreement.coefficients import krippendorff_alpha

UNITS = [
    [1, 1, 2, None, 2],
    [1, 1, 0, 1, None],
    [2, 3, 3, 3, None],
    [None, 0, 0, None, 0],
    [0, 0, 0, None, 0],
    [0, 0, 0, None, 0],
    [1, 0, 2, None, 1],
    [1, None, 2, 0, None],
    [2, 2, 2, None, 2],
    [2, 1, 1, 1, None],
    [None, 1, 0, 0, None],
    [0, 0, 0, 0, None],
    [1, 2, 2, 2, None],
    [3, 3, 2, 2, 3],
    [1, 1, 1, None, 1],
    [1, 1, 1, None, 1],
    [2, 1, 2, None, 2],
    [1, 2, 3, 3, None],
    [1, 1, 0, 1, None],
    [0, 0, 0, None, 0],
    [0, 0, 1, 1, None],
    [0, 0, None, 0, 0],
    [2, 3, 3, 3, None],
    [0, 0, 0, 0, None],
    [1, 2, None, 2, 2],
    [0, 1, 1, 1, None],
    [0, 0, 0, 1, 0],
    [1, 2, 1, 2, None],
    [1, 1, 2, 2, None],
    [1, 1, 2, None, 2],
    [1, 1, 0, None, 0],
    [2, 1, 2, 1, None],
    [2, 2, None, 2, 2],
    [3, 2, 2, 2, None],
    [2, 2, 2, None, 2],
    [2, 2, 3, None, 2],
    [2, 2, 2, None, 2],
    [2, 2, None, 1, 2],
    [2, 2, 2, 2, None],
    [1, 1, 1, None, 1],
]


def test_ordinal_alpha_is_the_published_one() -> None:
    assert krippendorff_alpha(UNITS, "ordinal").value == pytest.approx(0.7598, abs=0.0006)
