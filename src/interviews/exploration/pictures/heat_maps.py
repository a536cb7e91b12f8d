"""Tables of numbers as heat maps."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from interviews.exploration.counts.crosstab import ALL
from interviews.exploration.pictures.labels import short_labels
from interviews.exploration.pictures.words import words_in

if TYPE_CHECKING:
    import altair

CELL_WIDTH, CELL_HEIGHT = 64, 26
# With more columns the cells are as wide as a number of three digits, and their names stand upright.
MANY_COLUMNS, NARROW_CELL, LOW_CELL = 16, 28, 20
# Above this share of the largest number the tile is so dark that white figures are the more legible ones.
WHITE_FROM = 0.72
SHADES = ["#f4f8fc", "#6aaed6", "#084a91"]
HIDDEN = "#d9d9d9"


def draw_crosstab(table: pd.DataFrame, *, values: str = "codings", language: str = "de") -> "altair.LayerChart":
    """The result of `crosstab` as a heat map with its numbers; titles in German or English.

    Of a published table, marks of hidden cells stand on grey.
    """
    words = words_in(language)
    # Margins would be the darkest of all and make the rest pale.
    table = table.drop(index=ALL, columns=ALL, errors="ignore")
    rows, columns = (words.get(str(name), str(name)) for name in (table.index.name, table.columns.name))
    title = words["by"].format(words.get(values, values), rows, columns)
    return _heatmap(table, title, (rows, columns, words.get(values, values)))


def draw_cooccurrence(table: pd.DataFrame, *, language: str = "de") -> "altair.LayerChart":
    """The result of `cooccurrence` as a heat map; the diagonal, how often a code occurs, is left out."""
    words = words_in(language)
    return _heatmap(table, words["together"], (words["code"], words["code"], words["meetings"]), diagonal=False)


def draw_closeness(table: pd.DataFrame, *, language: str = "de") -> "altair.LayerChart":
    """The result of `closeness` as a heat map in hundredths; the diagonal is left out."""
    words = words_in(language)
    names = (words["code"], words["code"], words["c"])
    return _heatmap((table * 100).round().astype(int), words["closeness"], names, diagonal=False)


def draw_following(table: pd.DataFrame, turns: int, *, language: str = "de") -> "altair.LayerChart":
    """The result of `following` as a heat map: first the row, then the column."""
    words = words_in(language)
    return _heatmap(table, words["after"].format(turns), (words["first"], words["then"], words["times"]))


def _heatmap(
    table: pd.DataFrame, title: str, names: tuple[str, str, str], *, diagonal: bool = True
) -> "altair.LayerChart":
    import altair as alt  # half a second of start-up that only pictures need

    rows, columns = (list(short_labels(map(str, axis)).values()) for axis in (table.index, table.columns))
    cells: list[dict[str, Any]] = [
        {"row": row, "column": column, **_shown(number)}
        for row, line in zip(rows, table.to_numpy(), strict=True)
        for column, number in zip(columns, line, strict=True)
        if diagonal or row != column
    ]
    most = max((cell["number"] for cell in cells), default=0)
    is_wide = len(table.columns) > MANY_COLUMNS
    axis: dict[str, Any] = {"labelLimit": 340, "maxExtent": 400, "ticks": False, "domain": False, "titlePadding": 12}
    base = alt.Chart(alt.Data(values=cells)).encode(
        y=alt.Y("row:N", sort=rows, title=names[0], axis=alt.Axis(**axis)),
        x=alt.X(
            "column:N",
            sort=columns,
            title=names[1],
            axis=alt.Axis(**axis, orient="top", labelAngle=-90 if is_wide else -40),
        ),
        tooltip=[
            alt.Tooltip("row:N", title=names[0]),
            alt.Tooltip("column:N", title=names[1]),
            alt.Tooltip("figure:N", title=names[2]),
        ],
    )
    # One hue from light to dark reads the same for everyone, and in print.
    shade = alt.Color(
        "number:Q",
        title=names[2],
        scale=alt.Scale(range=SHADES, domain=[0, most / 2 or 0.5, most or 1]),
        legend=None,
    )
    tiles = base.mark_rect(stroke="white").encode(color=alt.condition("datum.hidden", alt.value(HIDDEN), shade))
    ink = alt.condition(f"datum.number > {WHITE_FROM * most}", alt.value("white"), alt.value("#1a1a1a"))
    figures = base.transform_filter("datum.figure !== '0'").mark_text(fontSize=10 if is_wide else 12)
    wide, high = (NARROW_CELL, LOW_CELL) if is_wide else (CELL_WIDTH, CELL_HEIGHT)
    width, height = wide * max(len(table.columns), 1), high * max(len(table.index), 1)
    heading = alt.TitleParams(title, anchor="start")
    return (tiles + figures.encode(text="figure:N", color=ink)).properties(title=heading, width=width, height=height)


def _shown(number: object) -> dict[str, Any]:
    """A number, or the mark of a hidden one."""
    if isinstance(number, str):
        return {"number": 0, "figure": number, "hidden": True}
    return {"number": int(number), "figure": str(int(number)), "hidden": False}  # type: ignore[call-overload]
