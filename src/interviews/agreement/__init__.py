"""How far coders agree: units of comparison, coefficients from the papers, intervals, and where they disagree."""

from interviews.agreement.adjudication import Difference, Disagreement, find_disagreements
from interviews.agreement.coefficients import (
    Coefficient,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    percent_agreement,
    scott_pi,
)
from interviews.agreement.comparison import compare
from interviews.agreement.result import Agreement, Row
from interviews.agreement.units import Unit

__all__ = [
    "Agreement",
    "Coefficient",
    "Difference",
    "Disagreement",
    "Row",
    "Unit",
    "cohen_kappa",
    "compare",
    "find_disagreements",
    "fleiss_kappa",
    "krippendorff_alpha",
    "percent_agreement",
    "scott_pi",
]
