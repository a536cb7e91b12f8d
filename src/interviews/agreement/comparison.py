"""Comparing coders: a figure for every code and for all codes together, each with its variant or its reason."""

from collections.abc import Sequence
from itertools import combinations

from interviews.agreement.coefficients import (
    Coefficient,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    percent_agreement,
)
from interviews.agreement.intervals import Resampling, resample
from interviews.agreement.notes import coverage, method
from interviews.agreement.ratings import Ratings
from interviews.agreement.result import Agreement, Row
from interviews.agreement.units import Unit, Units, lay_out
from interviews.errors import MisuseError
from interviews.model import Coding, Transcript

ALL_EXACT = "all codes, exact set"
ALL_MASI = "all codes, MASI"
UNUSED = "no coder used this code"
ONE_FIGURE = "kappa is not defined with a set distance"


def compare(
    codings: Sequence[Coding],
    transcripts: Sequence[Transcript],
    codes: Sequence[str] | None = None,
    *,
    unit: str = "character",
    coders: Sequence[str] | None = None,
    seed: int = 1,
) -> Agreement:
    """Compare what coders did with the same transcripts, code by code and over all codes.

    Only transcripts that at least two of the coders coded count, and a coder who coded nothing in a transcript is
    missing there. `unit` is `character` (of speech) or `turn` (a code counts where it touches the turn). `codes` are
    exact paths, by default all that were used; `coders` by default all who coded. `seed` fixes the 95 % intervals.
    """
    kind = _unit(unit)
    current, left_out = _comparable(codings, transcripts)
    who = tuple(dict.fromkeys(coders)) if coders is not None else tuple(sorted({coding.coder for coding in current}))
    current = [coding for coding in current if coding.coder in who]
    named = tuple(dict.fromkeys(codes)) if codes is not None else tuple(sorted({coding.code for coding in current}))
    units = lay_out(current, transcripts, who, kind)
    draws, drawn = resample(units.transcript, units.turn, seed)
    rows = [_row(code, units.ratings(code), draws, units) for code in named]
    if named:
        rows += _overall(units.sets(named), draws, units)
    notes = (*method(kind, len(who), drawn, draws is not None), *coverage(current, transcripts, units, left_out))
    return Agreement(kind, who, named, tuple(rows), notes, units)


def _unit(unit: str) -> Unit:
    try:
        return Unit(unit)
    except ValueError:
        raise MisuseError(f"there is no unit '{unit}'; use 'character' or 'turn'") from None


def _comparable(codings: Sequence[Coding], transcripts: Sequence[Transcript]) -> tuple[list[Coding], dict[str, int]]:
    """The codings that can be compared, and how many cannot for which reason."""
    versions = {transcript.id: transcript.version for transcript in transcripts}
    if len(versions) < len(transcripts):
        raise MisuseError("a transcript is given twice; give one text version of each")
    kept, left_out = [], {"of transcripts not given": 0, "made on another text version": 0, "empty": 0}
    for coding in codings:
        if coding.transcript not in versions:
            left_out["of transcripts not given"] += 1
        elif coding.version != versions[coding.transcript]:
            left_out["made on another text version"] += 1
        elif len(coding.span) == 0:
            left_out["empty"] += 1
        else:
            kept.append(coding)
    return kept, left_out


def _row(code: str, ratings: Ratings, draws: Resampling | None, units: Units) -> Row:
    merged = ratings.merged()
    used = float(merged.weights[(merged.indices == 1).any(axis=1)].sum())
    return Row(
        code=code,
        units=merged.units,
        used=used,
        percent=percent_agreement(merged),
        kappa=_kappa(merged, UNUSED if not used else ""),
        alpha=_reasoned(krippendorff_alpha(merged), UNUSED if not used else ""),
        interval=draws.interval(ratings, "nominal") if draws and used else None,
        pairs=_pairs(merged, units.coders),
    )


def _overall(ratings: Ratings, draws: Resampling | None, units: Units) -> list[Row]:
    merged = ratings.merged()
    empty = next((i for i, value in enumerate(merged.values) if not value), -2)
    used = float(merged.weights[((merged.indices >= 0) & (merged.indices != empty)).any(axis=1)].sum())
    exact = Row(
        code=ALL_EXACT,
        units=merged.units,
        used=used,
        percent=percent_agreement(merged),
        kappa=_kappa(merged, ""),
        alpha=krippendorff_alpha(merged),
        interval=draws.interval(ratings, "nominal") if draws else None,
        pairs=_pairs(merged, units.coders),
    )
    sets = Row(
        code=ALL_MASI,
        units=merged.units,
        used=used,
        percent=percent_agreement(merged, "masi"),
        kappa=Coefficient("kappa", None, ONE_FIGURE),
        alpha=krippendorff_alpha(merged, "masi"),
        interval=draws.interval(ratings, "masi") if draws else None,
        pairs={},
    )
    return [exact, sets]


def _kappa(ratings: Ratings, unused: str) -> Coefficient:
    return _reasoned(cohen_kappa(ratings) if ratings.coders == 2 else fleiss_kappa(ratings), unused)


def _pairs(ratings: Ratings, coders: Sequence[str]) -> dict[str, Coefficient]:
    """Cohen's kappa of every two coders, where there are more than two."""
    if len(coders) < 3:
        return {}
    numbered = combinations(range(len(coders)), 2)
    return {f"kappa {coders[one]}/{coders[other]}": cohen_kappa(ratings.of(one, other)) for one, other in numbered}


def _reasoned(figure: Coefficient, unused: str) -> Coefficient:
    """The same figure; where it is absent because nobody used the code, that is the reason to tell."""
    if figure.value is None and figure.expected is not None and unused:
        return Coefficient(figure.name, None, unused)
    return figure
