"""How matrices and passages show themselves: in notebooks and as pictures."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from interviews.findings.shades import fill, ink

if TYPE_CHECKING:
    import altair

_CELL = "padding:.35em .7em;border:1px solid #e3e8eb"
# A picture with more columns than this would not fit a printed page at full width.
_WIDE = 8


def matrix_as_html(table: pd.DataFrame) -> str:
    """A table of counts with cells shaded from none to most."""
    most = max(int(table.to_numpy().max()), 1) if table.size else 1
    head = "".join(f'<th scope="col" style="{_CELL};text-align:start" dir="auto">{escape(str(c))}</th>' for c in table)
    lines = [f'<tr><th style="{_CELL}"></th>{head}</tr>']
    for case, row in zip(table.index, table.to_numpy(), strict=True):
        cells = "".join(_shaded(int(count), most) for count in row)
        name = f'<th scope="row" style="{_CELL};text-align:start" dir="auto">{escape(str(case))}</th>'
        lines.append(f"<tr>{name}{cells}</tr>")
    return f'<table style="border-collapse:collapse">{"".join(lines)}</table>'


def _shaded(count: int, most: int) -> str:
    depth = count / most
    return f'<td style="{_CELL};text-align:end;background:{fill(depth)};color:{ink(depth)}">{count}</td>'


def passages_as_html(passages: pd.DataFrame, title: str, words: Sequence[str]) -> str:
    """Key passages with their places, under a line that calls them a draft."""
    parts = [f"<p><strong>{escape(title)}</strong> (draft, chosen by keyness: {escape(', '.join(words))})</p>"]
    for row in passages.to_dict("records"):
        place = ", ".join(str(part) for part in (row["speaker"], row["transcript"], row["turn"]) if part is not None)
        parts.append(
            f'<blockquote><p dir="auto" style="white-space:pre-line">{escape(row["text"])}</p>'
            f'<footer dir="auto">{escape(place)}</footer></blockquote>'
        )
    return "".join(parts)


def draw_matrix(table: pd.DataFrame) -> "altair.Chart":
    """Cases in rows and themes in columns of `table`, drawn with themes down, where their long names read best."""
    import altair as alt  # half a second of start-up that only pictures need

    cells: list[dict[str, Any]] = [
        {"case": str(case), "theme": str(theme), "count": int(count)}
        for case, row in zip(table.index, table.to_numpy(), strict=True)
        for theme, count in zip(table.columns, row, strict=True)
    ]
    most = max((cell["count"] for cell in cells), default=0) or 1
    for cell in cells:
        cell["ink"] = ink(cell["count"] / most)
    few = len(table.index) <= _WIDE
    axis: dict[str, Any] = {"ticks": False, "domain": False, "labelLimit": 260, "labelFontSize": 13, "labelPadding": 8}
    base = alt.Chart(alt.Data(values=cells)).encode(
        x=alt.X(
            "case:N",
            sort=[str(case) for case in table.index],
            title=None,
            axis=alt.Axis(**axis, orient="top", labelAngle=0 if few else -45),
        ),
        y=alt.Y("theme:N", sort=[str(theme) for theme in table.columns], title=None, axis=alt.Axis(**axis)),
        tooltip=["case:N", "theme:N", "count:Q"],
    )
    colours = alt.Scale(domain=[0, 0.0001, most], range=[fill(0), fill(0.0001), fill(1)])
    tiles = base.mark_rect(stroke="white", strokeWidth=3, cornerRadius=3).encode(
        color=alt.Color("count:Q", scale=colours, legend=None)
    )
    numbers = base.mark_text(fontSize=13).encode(text="count:Q", color=alt.Color("ink:N", scale=None))
    step = {"step": 96 if few else 44}
    picture = (tiles + numbers).resolve_scale(color="independent").properties(width=step, height={"step": 30})
    return picture.configure_view(stroke=None).configure(font="Helvetica, Arial, Liberation Sans, sans-serif")
