"""The outcome of a comparison: figures, notes on how they came about, and the way to the disagreements."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from interviews.agreement.coefficients import Coefficient
from interviews.agreement.disagreements import list_disagreements
from interviews.agreement.units import Unit, Units

if TYPE_CHECKING:
    import altair as alt
    from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one code, or of all codes together."""

    code: str
    units: float
    """Characters or turns that at least two coders judged."""
    used: float
    """Of the units judged, those to which at least one coder gave the code."""
    percent: Coefficient
    kappa: Coefficient
    alpha: Coefficient
    interval: tuple[float, float] | None
    """95 % interval of alpha."""
    pairs: Mapping[str, Coefficient]
    """Cohen's kappa by pair of coders."""

    @property
    def reason(self) -> str:
        """Why figures of this row are absent, empty where none is."""
        main = [figure.reason for figure in (self.percent, self.kappa, self.alpha) if figure.reason]
        pairs = [f"{name}: {figure.reason}" for name, figure in self.pairs.items() if figure.reason]
        return "; ".join(dict.fromkeys(main if self.alpha.value is None else main + pairs))


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """How far coders agree, by code: `.table()`, `.disagreements()`, `.chart()`, and `.notes` on the figures."""

    unit: Unit
    coders: tuple[str, ...]
    codes: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    units: Units = field(repr=False)
    """The stretches that were compared."""

    def table(self) -> "DataFrame":
        """One row a code, then all codes together; a figure that is absent is NaN and its `reason` says why.

        `units` and `used` count characters or turns; `low` and `high` bound alpha with 95 %.
        """
        from pandas import DataFrame

        frame = DataFrame([_record(row, self.coders) for row in self.rows])
        frame.attrs = {"unit": self.unit.value, "coders": self.coders, "notes": self.notes}
        return frame

    def disagreements(self, reveal: bool = False) -> "DataFrame":
        """Every stretch to which one coder gave a code and another did not, the longest first.

        The words of a text that is not anonymized are shown only with `reveal=True`.
        """
        return list_disagreements(self.units, self.codes, reveal)

    def chart(self, language: str = "de") -> "alt.LayerChart":
        """Alpha of every code as a dot with its interval, over the bands in which alpha is usually read."""
        from interviews.agreement.chart import draw

        return draw(self.rows, self.unit, language)

    def __repr__(self) -> str:
        return f"Agreement({len(self.coders)} coders, {len(self.codes)} codes, unit {self.unit.value})"

    def _repr_html_(self) -> str:
        notes = "".join(f"<li>{escape(note)}</li>" for note in self.notes)
        return f"{self.table().to_html(index=False, na_rep='–', float_format='{:.3f}'.format)}<ul>{notes}</ul>"


def _record(row: Row, coders: tuple[str, ...]) -> dict[str, object]:
    low, high = row.interval or (float("nan"), float("nan"))
    return {
        "code": row.code,
        "coders": ", ".join(coders),
        "units": int(row.units),
        "used": int(row.used),
        "percent": _number(row.percent),
        "kappa": _number(row.kappa),
        **{name: _number(figure) for name, figure in row.pairs.items()},
        "alpha": _number(row.alpha),
        "low": low,
        "high": high,
        "reason": row.reason,
    }


def _number(figure: Coefficient) -> float:
    return float("nan") if figure.value is None else figure.value
