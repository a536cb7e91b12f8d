"""The picture of an agreement: one dot a code, its interval, and the bands in which alpha is usually read."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from interviews.agreement.coefficients import Coefficient
from interviews.agreement.units import Unit

if TYPE_CHECKING:
    import altair as alt

# Krippendorff (2004, p. 241): below .667 no conclusions, from .8 dependable ones.
TENTATIVE, RELIABLE = 0.667, 0.8
_BLUE, _GREY = "#2F5D8A", "#5F6368"
_BANDS = {"low": "#F1F3F5", "middle": "#DCE6F0", "high": "#BFD3E6"}
_WORDS = {
    "de": {
        "comma": ",",
        "title": "Übereinstimmung der Codierenden je Code",
        "unit": {
            "character": "Krippendorffs α, Einheit: Zeichen",
            "turn": "Krippendorffs α, Einheit: Beiträge",
        },
        "bands": "Flächen: unter 0,667 nicht belastbar, bis 0,8 vorläufig, ab 0,8 verlässlich. Linien: 95-%-Intervall.",
        "absent": "nicht berechenbar",
        "exact": "Alle Codes (gleiche Menge)",
        "masi": "Alle Codes (MASI)",
    },
    "en": {
        "comma": ".",
        "title": "Agreement of the coders by code",
        "unit": {
            "character": "Krippendorff's α, unit: characters",
            "turn": "Krippendorff's α, unit: turns",
        },
        "bands": "Bands: below 0.667 not dependable, up to 0.8 tentative, from 0.8 reliable. Lines: 95 % interval.",
        "absent": "cannot be computed",
        "exact": "All codes (equal sets)",
        "masi": "All codes (MASI)",
    },
}


class _Shown(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def alpha(self) -> Coefficient: ...
    @property
    def interval(self) -> tuple[float, float] | None: ...
    @property
    def reason(self) -> str: ...


def draw(rows: Sequence[_Shown], unit: Unit, language: str) -> "alt.LayerChart":
    """The chart of these rows, in German, or in English for any other language."""
    import altair as alt

    words: dict[str, Any] = _WORDS["de" if language == "de" else "en"]
    marks = [_mark(row, words) for row in rows]
    low = min([0.0, *(value for mark in marks for value in (mark["alpha"], mark["low"]) if value is not None)])
    floor = math.floor(low * 5) / 5
    dots = alt.Chart(alt.Data(values=marks)).encode(y=_codes(alt, marks))
    scale = alt.Scale(domain=[floor, 1], nice=False)
    tooltip = [alt.Tooltip(f"{name}:N") for name in ("code", "figure", "reason")]
    return (
        alt.layer(
            _bands(alt, floor, scale, words["unit"][unit.value], words["comma"]),
            dots.mark_rule(color=_BLUE, strokeWidth=2).encode(x=alt.X("low:Q", scale=scale), x2="high:Q"),
            dots.mark_circle(color=_BLUE, size=90, opacity=1).encode(x=alt.X("alpha:Q", scale=scale), tooltip=tooltip),
            dots.transform_filter("datum.alpha === null")
            .mark_text(color=_GREY, align="left", fontStyle="italic")
            .encode(x=alt.XDatum(floor + 0.02, scale=scale), text=alt.value(words["absent"]), tooltip=tooltip),
        )
        .properties(
            width=420,
            height=alt.Step(22),
            title=alt.TitleParams(words["title"], subtitle=words["bands"], anchor="start"),
        )
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=12, titleFontSize=12, titleFontWeight="normal")
    )


def _mark(row: _Shown, words: dict[str, Any]) -> dict[str, Any]:
    low, high = row.interval or (None, None)
    value = row.alpha.value
    shown = "" if value is None else f"{value:.3f}" + (f" [{low:.3f} – {high:.3f}]" if low is not None else "")
    names = {"all codes, exact set": words["exact"], "all codes, MASI": words["masi"]}
    name = names.get(row.code, row.code)
    return {
        "code": name,
        "alpha": value,
        "low": low,
        "high": high,
        "figure": shown.replace(".", words["comma"]),
        "reason": row.reason,
    }


def _codes(alt: Any, marks: list[dict[str, Any]]) -> Any:
    axis = alt.Axis(title=None, labelLimit=320, ticks=False, domain=False, labelPadding=8)
    return alt.Y("code:N", sort=[mark["code"] for mark in marks], axis=axis)


def _bands(alt: Any, floor: float, scale: Any, title: str, comma: str) -> Any:
    axis = alt.Axis(grid=False, tickCount=6, labelExpr=f"replace(datum.label, '.', '{comma}')")
    edges = [(floor, TENTATIVE, "low"), (TENTATIVE, RELIABLE, "middle"), (RELIABLE, 1, "high")]
    areas = [{"from": start, "to": end, "colour": _BANDS[band]} for start, end, band in edges]
    return (
        alt.Chart(alt.Data(values=areas))
        .mark_rect()
        .encode(
            x=alt.X("from:Q", scale=scale, title=title, axis=axis),
            x2="to:Q",
            color=alt.Color("colour:N", scale=None),
        )
    )
