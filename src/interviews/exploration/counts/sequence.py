"""The course of one interview: which codes come where, each in a lane of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from interviews.errors import MisuseError
from interviews.exploration.counts.intervals import Whole, merge
from interviews.exploration.naming import require
from interviews.exploration.pictures.colours import colours_of
from interviews.exploration.pictures.labels import short_labels
from interviews.exploration.pictures.words import words_in
from interviews.model import Codebook, Span, Transcript
from interviews.text import turns_in

if TYPE_CHECKING:
    import altair


@dataclass(frozen=True, slots=True, repr=False)
class Course:
    """The passages of one transcript by lane and position; shows itself as a table, and draws itself as lanes."""

    frame: pd.DataFrame
    transcript: str
    codebook: Codebook | None = None

    def table(self) -> pd.DataFrame:
        """A row a passage, as `sequence` gives them."""
        return self.frame.copy()

    def chart(self, language: str = "de") -> "altair.Chart":
        """Lanes along the interview, one a code, in the colours of the codebook."""
        return draw_sequence(self.frame, title=self.transcript, codebook=self.codebook, language=language)

    def __len__(self) -> int:
        return len(self.frame)

    def __repr__(self) -> str:
        return f"{self.transcript}, {len(self)} passages\n{self.frame.to_string(index=False)}"

    def _repr_html_(self) -> str:
        return str(self.frame.to_html(index=False, escape=True))


COLUMNS = ("lane", "first_turn", "last_turn", "from_percent", "to_percent", "start", "end")
LANE_HEIGHT, WIDTH = 20, 720


def sequence(frame: pd.DataFrame, transcript: Transcript, by: str = "code") -> pd.DataFrame:
    """Every passage of one transcript, a row each, by `lane` (the code, or the theme) and position.

    Overlapping codings of one lane are one passage. `first_turn` and `last_turn` are the turns that it touches, missing
    where the transcript has none; `from_percent` and `to_percent` its place in the text. Needed are the columns
    `transcript`, `start`, `end` and `by`. Raises MisuseError where `by` is neither `code` nor `theme`.
    """
    require("kind of lane", by, ("code", "theme"))
    own = frame[(frame["transcript"] == transcript.name).to_numpy()]
    lanes = own[by].astype("category")
    group, start, end = merge(
        np.asarray(lanes.cat.codes, dtype=np.int64), own["start"].to_numpy(np.int64), own["end"].to_numpy(np.int64)
    )
    length = max(len(transcript.text), 1)
    first, last = _turns(transcript, start, end)
    names = lanes.cat.categories
    return pd.DataFrame(
        {
            "lane": pd.Categorical(names[group], [name for n, name in enumerate(names) if (group == n).any()]),
            "first_turn": pd.array(first, "Int64"),
            "last_turn": pd.array(last, "Int64"),
            "from_percent": start / length * 100,
            "to_percent": end / length * 100,
            "start": start,
            "end": end,
        },
        columns=list(COLUMNS),
    )


def draw_sequence(
    passages: pd.DataFrame, *, title: str = "", codebook: Codebook | None = None, language: str = "de"
) -> "altair.Chart":
    """The result of `sequence` as lanes along the interview, in the colours of the codebook.

    The horizontal axis counts turns, or percent of the text where there are none.
    """
    import altair as alt  # half a second of start-up that only pictures need

    if passages.empty:
        raise MisuseError("There is nothing to draw: the transcript has no codings.")
    words = words_in(language)
    by_turn = bool(passages["first_turn"].notna().all())
    lanes = [str(lane) for lane in passages["lane"].cat.categories]
    colours, labels = colours_of(lanes, codebook), short_labels(lanes)
    bars = [{**_bar(row, by_turn, colours), "lane": labels[str(row["lane"])]} for row in passages.to_dict("records")]
    axis: dict[str, Any] = {"labelLimit": 340, "ticks": False, "domain": False, "grid": True, "gridColor": "#eeeeee"}
    right = max(bar["to"] for bar in bars) if by_turn else 100
    return (
        alt.Chart(alt.Data(values=bars))
        # The thin line keeps pale colours and short passages visible.
        .mark_bar(height=LANE_HEIGHT - 8, stroke="#00000066", strokeWidth=0.7)
        .encode(
            x=alt.X(
                "from:Q",
                title=words["turn"] if by_turn else words["percent"],
                scale=alt.Scale(domain=[1 if by_turn else 0, right], nice=False),
                axis=alt.Axis(grid=False, tickMinStep=1),
            ),
            x2="to:Q",
            y=alt.Y("lane:N", sort=list(labels.values()), title=None, axis=alt.Axis(**axis)),
            color=alt.Color("colour:N", scale=None),
            tooltip=[alt.Tooltip("lane:N", title=words["code"]), alt.Tooltip("place:N", title=words["turn"])],
        )
        .properties(
            width=WIDTH,
            height=LANE_HEIGHT * len(lanes),
            title=alt.TitleParams(words["course"].format(title).strip(), anchor="start"),
        )
        .configure_view(stroke=None)
    )


def _turns(transcript: Transcript, start: Whole, end: Whole) -> tuple[list[int | None], list[int | None]]:
    """The first and the last turn that each passage touches."""
    touched = [turns_in(transcript.turns, Span(*span)) for span in zip(start.tolist(), end.tolist(), strict=True)]
    first = [turns[0].number if turns else None for turns in touched]
    return first, [turns[-1].number if turns else None for turns in touched]


def _bar(row: Mapping[Any, Any], by_turn: bool, colours: Mapping[str, str]) -> dict[str, Any]:
    lane = str(row["lane"])
    turns = f"{row['first_turn']}–{row['last_turn']}" if by_turn else ""
    where = (
        {"from": int(row["first_turn"]), "to": int(row["last_turn"]) + 1}
        if by_turn
        else {"from": row["from_percent"], "to": row["to_percent"]}
    )
    return {"colour": colours[lane], "place": turns, **where}
