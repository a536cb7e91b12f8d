"""Passonneau (2006), Measuring agreement on set-valued items: several codes on one unit.

The nine units are those of DKPro Statistics' tests; the figures were recomputed with independent implementations.
"""

import pytest

from interviews.agreement.coefficients import krippendorff_alpha, percent_agreement

UNITS = [
    [frozenset(one), frozenset(other)]
    for one, other in [
        ("", ""),
        ("A", ""),
        ("A", "A"),
        ("A", "B"),
        ("AB", "A"),
        ("AB", "AC"),
        ("ABC", "ABC"),
        ("C", "AC"),
        ("C", "AC"),
    ]
]


@pytest.mark.parametrize(("distance", "alpha"), [("masi", 0.2731), ("jaccard", 0.3156)])
def test_alpha_over_sets_names_its_distance_and_has_the_recomputed_value(distance: str, alpha: float) -> None:
    figure = krippendorff_alpha(UNITS, distance)
    assert distance in figure.name
    assert figure.value == pytest.approx(alpha, abs=0.001)


def test_coders_agree_exactly_on_a_third_of_the_units() -> None:
    assert percent_agreement(UNITS).value == pytest.approx(1 / 3)


@pytest.mark.parametrize(("code", "alpha"), [("A", 0.056), ("B", 0.215), ("C", 0.779)])
def test_alpha_of_each_code_alone_is_another_figure(code: str, alpha: float) -> None:
    assert krippendorff_alpha([[code in one for one in unit] for unit in UNITS]).value == pytest.approx(
        alpha, abs=0.001
    )
