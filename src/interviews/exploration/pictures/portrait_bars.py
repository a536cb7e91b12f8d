"""The portrait of a code as one picture of small bar charts."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from interviews.exploration.pictures.colours import GREY
from interviews.exploration.pictures.labels import short_labels
from interviews.exploration.pictures.words import words_in

if TYPE_CHECKING:
    import altair

_BLUE = "#2F5D8A"
_BAR, _WIDTH = 18, 260
# Two columns: where it occurs, and what it is like.
_LEFT = ("case", "role", "transcript")
_RIGHT = ("sub-code", "together with", "word")
_ROLES = {
    **{"interviewee": "Befragte", "interviewer": "Interviewende", "interpreter": "Dolmetschende", "other": "andere"},
    "(none)": "(ohne)",
}


def draw_portrait(frame: pd.DataFrame, code: str, colour: str, language: str) -> "altair.HConcatChart":
    """The table of a `Portrait` as bars in the colour of the code, in German or English."""
    import altair as alt  # half a second of start-up that only pictures need

    words = words_in(language)
    fill = _BLUE if colour in ("", GREY) else colour
    columns = []
    for parts in (_LEFT, _RIGHT):
        shown = [part for part in parts if (frame["part"] == part).any()]
        bars = [_bars(alt, frame[frame["part"] == part], part, fill, words, language) for part in shown]
        columns.append(alt.vconcat(*bars, spacing=26))
    title = alt.TitleParams(words["portrait"].format(code), anchor="start", fontSize=16, offset=12)
    chart = alt.hconcat(*columns, spacing=40, title=title)
    return chart.configure_view(stroke=None).configure_axis(labelFontSize=12, titleFontWeight="normal")


def _bars(alt: Any, rows: pd.DataFrame, part: str, colour: str, words: dict[str, str], language: str) -> Any:
    labels = short_labels(rows["name"])
    if part == "role" and language == "de":
        labels = {name: _ROLES.get(name, name) for name in labels}
    by_share = part in ("together with", "word")
    marks = [
        {
            "name": labels[name],
            "length": share if by_share else count,
            "told": _told(part, count, share, language),
        }
        for name, count, share in zip(*(rows[column].tolist() for column in ("name", "count", "share")), strict=True)
    ]
    longest = max(mark["length"] for mark in marks) or 1
    order = [mark["name"] for mark in marks]
    axis = alt.Axis(title=None, labelLimit=340, ticks=False, domain=False, labelPadding=6)
    base = alt.Chart(alt.Data(values=marks)).encode(
        y=alt.Y("name:N", sort=order, axis=axis),
        # Room for the figure behind the longest bar.
        x=alt.X("length:Q", axis=None, scale=alt.Scale(domain=[0, longest * 1.45], nice=False)),
    )
    bars = base.mark_bar(color=colour, height=_BAR - 6, stroke="#00000055", strokeWidth=0.5)
    figures = base.mark_text(align="left", dx=4, fontSize=11, color="#333333").encode(text="told:N")
    heading = words.get("words" if part == "word" else part, part)
    subtitle = _SUBTITLES["de" if language == "de" else "en"].get(part, "")
    return (bars + figures).properties(
        width=_WIDTH,
        height=_BAR * len(marks),
        title=alt.TitleParams(
            heading[:1].upper() + heading[1:],
            subtitle=subtitle,
            anchor="start",
            frame="group",
            fontSize=12,
            subtitleFontSize=10,
            subtitleColor="#555555",
        ),
    )


_SUBTITLES = {
    "de": {
        **dict.fromkeys(("case", "role", "transcript"), "Codierungen, und ihr Anteil an allen Codierungen dort"),
        **{"sub-code": "Codierungen", "together with": "c, und Zahl der Überschneidungen"},
        "word": "gegenüber allen anderen codierten Stellen (z)",
    },
    "en": {
        **dict.fromkeys(("case", "role", "transcript"), "codings, and their share among all codings there"),
        **{"sub-code": "codings", "together with": "c, and number of overlaps"},
        "word": "against all other coded passages (z)",
    },
}


def _told(part: str, count: int, share: float, language: str) -> str:
    if part == "word":
        shown = f"{share:.1f}"
    elif part == "together with":
        shown = f"{share:.2f} ({count})"
    else:
        shown = f"{count} ({share * 100:.0f} %)"
    return shown.replace(".", ",") if language == "de" else shown
