"""Fitted topics, as a researcher looks at them."""

from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from interviews.errors import MisuseError
from interviews.topics.comparison import Gaps, carried, find_gaps, shares
from interviews.topics.corpus import Corpus
from interviews.topics.engine import Fit

if TYPE_CHECKING:
    import altair

LABEL_WORDS = 3
_TITLES = {"de": ("Themen aus den Wörtern der Befragten", "Beiträge"), "en": ("Topics of the interviewees", "Turns")}


class Topics:
    """Topics numbered from the largest, with the turns that belong to each; every turn has one topic."""

    def __init__(self, corpus: Corpus, fit: Fit, engine: str) -> None:
        self._corpus = corpus
        self._fit = fit
        self.engine = engine
        """The engine that found them: `bertopic` or `nmf`."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out, and why."""
        return self._corpus.notes

    @property
    def language(self) -> str:
        """The language of the turns."""
        return self._corpus.language

    def table(self) -> pd.DataFrame:
        """One row a topic: `topic`, `label`, `words` (up to ten lemmas), `turns`, `share` of all turns."""
        turns = np.bincount(self._fit.topic, minlength=len(self._fit.terms))
        words = [[self._corpus.spelling[term] for term in terms] for terms in self._fit.terms]
        return pd.DataFrame(
            {
                "topic": range(len(words)),
                "label": [" · ".join(found[:LABEL_WORDS]) for found in words],
                "words": [", ".join(found) for found in words],
                "turns": turns,
                "share": turns / turns.sum(),
            }
        )

    def assignments(self) -> pd.DataFrame:
        """One row a turn: `transcript`, `turn`, `topic`, and `weight`, how well it fits there (0 to 1)."""
        units = self._corpus.units
        return pd.DataFrame(
            {
                "transcript": [unit.transcript for unit in units],
                "turn": [unit.turn for unit in units],
                "topic": self._fit.topic,
                "weight": self._fit.weight.round(6),
            }
        )

    def against_codes(self, codings: pd.DataFrame, by: str = "code") -> pd.DataFrame:
        """Topics x codes (or `by="theme"`): the share of a topic's turns in which the code was given.

        `codings` needs the columns transcript, start, end and the one named by `by`.
        """
        return shares(carried(self._corpus, codings, by), self._fit.topic)

    def gaps(self, codings: pd.DataFrame, by: str = "code") -> Gaps:
        """The codes that no topic gathers, and the topics to which no code belongs.

        The two belong together where the code is in a tenth of the topic's turns, and there at least half more often
        than in all turns.
        """
        return find_gaps(carried(self._corpus, codings, by), self._fit.topic)

    def representative(self, topic: int, n: int = 3) -> pd.DataFrame:
        """The `n` turns that fit a topic best: `transcript`, `turn`, `weight`, `text`."""
        if not 0 <= topic < len(self):
            raise MisuseError(f"there is no topic {topic}; topics are numbered from 0 to {len(self) - 1}")
        frame = self.assignments()
        frame["text"] = [unit.text for unit in self._corpus.units]
        mine = frame[frame["topic"] == topic].sort_values("weight", ascending=False, kind="stable")
        return mine.head(n)[["transcript", "turn", "weight", "text"]].reset_index(drop=True)

    def chart(self, language: str | None = None) -> "altair.LayerChart":
        """Turns by topic as bars, largest first; titles in German or English."""
        import altair as alt  # half a second of start-up that only pictures need

        title, turns = _TITLES.get(language or self.language, _TITLES["en"])
        rows = [{"label": f"{r.topic} {r.label}", "turns": int(r.turns), "words": r.words} for r in self._rows()]
        bars = alt.Chart(alt.Data(values=rows)).encode(
            y=alt.Y("label:N", sort=[row["label"] for row in rows], title=None, axis=alt.Axis(labelLimit=420)),
            x=alt.X("turns:Q", title=turns, axis=alt.Axis(tickMinStep=1)),
            tooltip=["label:N", "words:N", "turns:Q"],
        )
        numbers = bars.mark_text(align="left", dx=4).encode(text="turns:Q")
        layers = bars.mark_bar(color="#4477aa") + numbers
        return layers.properties(title=alt.TitleParams(title, anchor="start"), width=420, height=26 * len(rows))

    def __len__(self) -> int:
        return len(self._fit.terms)

    def __repr__(self) -> str:
        lines = [f"{len(self)} topics in {len(self._corpus)} turns ({self.language}), by {self.engine}"]
        lines += [f"  {row.topic:>2}  {row.turns:>4} turns  {row.words}" for row in self._rows()]
        return "\n".join([*lines, *(f"  note: {note}" for note in self.notes)])

    def _repr_html_(self) -> str:
        cells = "".join(
            f'<tr><td>{row.topic}</td><td>{row.turns}</td><td style="text-align:left" dir="auto">{escape(row.words)}'
            "</td></tr>"
            for row in self._rows()
        )
        notes = "".join(f"<li>{escape(note)}</li>" for note in self.notes)
        heading = "<tr><th>topic</th><th>turns</th><th>words</th></tr>"
        return (
            f"<p>{len(self)} topics in {len(self._corpus)} turns ({escape(self.language)}), by {self.engine}</p>"
            f"<table>{heading}{cells}</table><ul>{notes}</ul>"
        )

    def _rows(self) -> list[Any]:
        """Rows with the columns of `table` as attributes."""
        return list(self.table().itertuples(index=False))
