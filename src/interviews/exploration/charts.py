"""Tables of counts as pictures."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from interviews.exploration.crosstab import ALL

if TYPE_CHECKING:
    import altair

CELL_WIDTH, CELL_HEIGHT = 64, 26
# Above this share of the largest number the tile is so dark that white figures are the more legible ones.
WHITE_FROM = 0.72
SHADES = ["#f4f8fc", "#6aaed6", "#084a91"]

_WORDS = {
    "de": {
        **{"code": "Code", "theme": "Thema", "case": "Fall", "role": "Rolle", "participant": "Person"},
        **{"codings": "Kodierungen", "transcripts": "Transkripte", "characters": "Zeichen", "coder": "Codierende"},
        **{"transcript": "Transkript", "by": "{} nach {} und {}", "together": "Codes, die sich überschneiden"},
        **{"meetings": "Überschneidungen"},
    },
    "en": {
        **{"code": "code", "theme": "theme", "case": "case", "role": "role", "participant": "participant"},
        **{"codings": "Codings", "transcripts": "Transcripts", "characters": "Characters", "coder": "coder"},
        **{"transcript": "transcript", "by": "{} by {} and {}", "together": "Codes that overlap"},
        **{"meetings": "Overlaps"},
    },
}


def draw_crosstab(table: pd.DataFrame, *, values: str = "codings", language: str = "de") -> "altair.LayerChart":
    """The result of `crosstab` as a heat map with its numbers; titles in German or English."""
    words = _WORDS.get(language, _WORDS["en"])
    # Margins would be the darkest of all and make the rest pale.
    table = table.drop(index=ALL, columns=ALL, errors="ignore")
    rows, columns = (words.get(str(name), str(name)) for name in (table.index.name, table.columns.name))
    title = words["by"].format(words.get(values, values), rows, columns)
    return _heatmap(table, title, (rows, columns, words.get(values, values)))


def draw_cooccurrence(table: pd.DataFrame, *, language: str = "de") -> "altair.LayerChart":
    """The result of `cooccurrence` as a heat map; the diagonal, how often a code occurs, is left out."""
    words = _WORDS.get(language, _WORDS["en"])
    return _heatmap(table, words["together"], (words["code"], words["code"], words["meetings"]), diagonal=False)


def _heatmap(
    table: pd.DataFrame, title: str, names: tuple[str, str, str], *, diagonal: bool = True
) -> "altair.LayerChart":
    import altair as alt  # half a second of start-up that only pictures need

    cells: list[dict[str, Any]] = [
        {"row": str(row), "column": str(column), "number": int(number)}
        for row, line in zip(table.index, table.to_numpy(), strict=True)
        for column, number in zip(table.columns, line, strict=True)
        if diagonal or row != column
    ]
    most = max((cell["number"] for cell in cells), default=0)
    axis: dict[str, Any] = {"labelLimit": 320, "ticks": False, "domain": False}
    base = alt.Chart(alt.Data(values=cells)).encode(
        y=alt.Y("row:N", sort=[str(row) for row in table.index], title=names[0], axis=alt.Axis(**axis)),
        x=alt.X(
            "column:N",
            sort=[str(column) for column in table.columns],
            title=names[1],
            axis=alt.Axis(**axis, orient="top", labelAngle=-40),
        ),
        tooltip=[
            alt.Tooltip("row:N", title=names[0]),
            alt.Tooltip("column:N", title=names[1]),
            alt.Tooltip("number:Q", title=names[2]),
        ],
    )
    tiles = base.mark_rect(stroke="white").encode(
        # One hue from light to dark reads the same for everyone, and in print.
        color=alt.Color(
            "number:Q",
            title=names[2],
            scale=alt.Scale(range=SHADES, domain=[0, most / 2 or 0.5, most or 1]),
            legend=None,
        )
    )
    ink = alt.condition(f"datum.number > {WHITE_FROM * most}", alt.value("white"), alt.value("#1a1a1a"))
    numbers = base.transform_filter("datum.number > 0").mark_text(fontSize=12).encode(text="number:Q", color=ink)
    width, height = CELL_WIDTH * max(len(table.columns), 1), CELL_HEIGHT * max(len(table.index), 1)
    return (tiles + numbers).properties(title=alt.TitleParams(title, anchor="start"), width=width, height=height)
