"""Where and how often something is said, as pictures."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    import altair

MOST = 40
"""So many lines or bars can still be read."""
_BLUE = "#2F5D8A"
_WIDTH = 520
_WORDS = {
    "de": {
        "along": "Verlauf des Interviews in Prozent",
        "places": "Fundstellen",
        "title": "Wo es gesagt wird",
        "most": "die {} mit den meisten Fundstellen",
    },
    "en": {
        "along": "course of the interview in per cent",
        "places": "places",
        "title": "Where it is said",
        "most": "the {} with the most places",
    },
}


def draw_dispersion(places: pd.DataFrame, lengths: Mapping[str, int], language: str = "de") -> "altair.Chart":
    """A line an interview, a stroke a place; `lengths` are those of the texts, by name of the transcript."""
    import altair as alt  # half a second of start-up that only pictures need

    words = _words(language)
    counts = places["transcript"].value_counts()
    shown = counts.head(MOST)
    rows = places[places["transcript"].isin(shown.index)]
    marks = [
        {
            "transcript": name,
            "at": round(100 * start / max(lengths[name], 1), 2),
            "match": match,
            "count": int(counts[name]),
        }
        for name, start, match in zip(rows["transcript"], rows["start"], rows["match"], strict=True)
    ]
    return (
        alt.Chart(alt.Data(values=marks), title=_title(words, len(counts)))
        .mark_tick(color=_BLUE, thickness=1.5, opacity=0.7)
        .encode(
            x=alt.X("at:Q", title=words["along"], scale=alt.Scale(domain=[0, 100])),
            y=alt.Y("transcript:N", title=None, sort=list(shown.index), axis=alt.Axis(labelLimit=320)),
            tooltip=["transcript:N", "match:N", alt.Tooltip("count:Q", title=words["places"])],
        )
        .properties(width=_WIDTH, height=alt.Step(16))
    )


def draw_counts(counts: pd.Series, language: str = "de") -> "altair.Chart":
    """A bar for each value, the longest first."""
    import altair as alt

    words = _words(language)
    shown = counts.head(MOST)
    bars = [{"name": str(name), "places": int(count)} for name, count in shown.items()]
    return (
        alt.Chart(alt.Data(values=bars), title=_title(words, len(counts)))
        .mark_bar(color=_BLUE)
        .encode(
            x=alt.X("places:Q", title=words["places"], axis=alt.Axis(tickMinStep=1)),
            y=alt.Y("name:N", title=None, sort=[bar["name"] for bar in bars], axis=alt.Axis(labelLimit=320)),
            tooltip=["name:N", alt.Tooltip("places:Q", title=words["places"])],
        )
        .properties(width=_WIDTH, height=alt.Step(22))
    )


def _title(words: Mapping[str, str], number: int) -> str:
    return words["title"] + (f" ({words['most'].format(MOST)})" if number > MOST else "")


def _words(language: str) -> Mapping[str, str]:
    return _WORDS.get(language, _WORDS["en"])
