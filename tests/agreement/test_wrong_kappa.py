"""Three codings of 1,000 characters for which a widely used program reports a kappa without any chance correction.

QualCoder (ccbogel/QualCoder at c3204641) gives 0.2987, 0.2987 and 0.8945 for them; the second one is pure chance.
"""

import pytest

from interviews.agreement.coefficients import cohen_kappa, krippendorff_alpha, percent_agreement

CELLS = [[1, 1], [1, 0], [0, 1], [0, 0]]


def weights(total: int, one: int, other: int, both: int) -> list[int]:
    return [both, one - both, other - both, total - one - other + both]


@pytest.mark.parametrize(
    ("characters", "kappa", "alpha", "percent"),
    [
        ((1000, 100, 100, 50), 0.4444, 0.4447, 0.90),
        ((1000, 500, 500, 250), 0.0, 0.0005, 0.50),
        ((1000, 900, 900, 850), 0.4444, 0.4447, 0.90),
    ],
)
def test_kappa_corrects_for_chance_and_pure_chance_is_zero(
    characters: tuple[int, int, int, int], kappa: float, alpha: float, percent: float
) -> None:
    cells = weights(*characters)
    assert cohen_kappa(CELLS, cells).value == pytest.approx(kappa, abs=0.0001)
    assert krippendorff_alpha(CELLS, weights=cells).value == pytest.approx(alpha, abs=0.0001)
    assert percent_agreement(CELLS, weights=cells).value == pytest.approx(percent)
