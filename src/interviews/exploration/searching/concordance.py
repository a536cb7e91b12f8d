"""Keyword in context: the places that a search found, with the words around them."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from interviews.exploration.naming import require
from interviews.exploration.searching.hits import Hits
from interviews.exploration.searching.passages import Unit, passages_of
from interviews.exploration.searching.suggestions import Suggestions
from interviews.exploration.views.display import QUIET, SHOWN, place, summary
from interviews.exploration.views.voices import Voices, by_name
from interviews.model import Coding, Participant, Span, Suggestion, Transcript

if TYPE_CHECKING:
    import altair

COLUMNS = ("transcript", "case", "speaker", "role", "turn", "left", "match", "right", "start", "end")


class Concordance:
    """The places found by a search; shows itself as keyword in context."""

    def __init__(
        self,
        transcripts: Sequence[Transcript],
        participants: Sequence[Participant],
        hits: Hits,
        *,
        context: int = 60,
        source: str = "search",
        known: Callable[[], Iterable[Coding]] = tuple,
    ) -> None:
        self._transcripts = transcripts
        self._participants = participants
        self._hits = hits
        self._context = context
        self._source = source
        self._known = known
        self._frame: pd.DataFrame | None = None

    def table(self) -> pd.DataFrame:
        """One row a place: `left`, `match` and `right` are verbatim, `start` and `end` positions in the text."""
        if self._frame is None:
            self._frame = self._rows(self._hits)
        return self._frame.copy()

    def count(self, by: str = "transcript") -> pd.Series:
        """Places by any column, such as `case`, `speaker`, `role` or `match`; the most first.

        Raises MisuseError for a column that does not exist.
        """
        require("column", by, COLUMNS)
        frame = self.table()
        values = frame[by].str.casefold() if by == "match" else frame[by].astype(object).fillna("–")
        return values.value_counts().rename("places")

    def chart(self, by: str = "transcript", *, language: str = "de") -> "altair.Chart":
        """Where along each interview the places are, a line an interview; or a bar with their number by `case`, …"""
        from interviews.exploration.searching.dispersion import draw_counts, draw_dispersion

        if by != "transcript":
            return draw_counts(self.count(by), language)
        lengths = {one.name: len(one.text) for one in self._transcripts}
        return draw_dispersion(self.table(), lengths, language)

    def code(self, code: str, *, coder: str, unit: Unit = "turn") -> list[Coding]:
        """A coding for each place, for `project.save`: of its whole turn, its sentence, or the hit alone, each once.

        What this coder has coded so already is left out. Raises MisuseError for turns of a transcript that has none.
        """
        known = {(one.transcript, one.span, one.code, one.coder) for one in self._known()}
        kind = "turn" if unit == "turn" else "segment"
        return [
            Coding(transcript.id, span, code, coder, transcript.version, unit=kind)
            for transcript, span in passages_of(self._hits, self._transcripts, unit)
            if (transcript.id, span, code, coder) not in known
        ]

    def suggest(self, code: str, *, unit: Unit = "turn") -> Suggestions:
        """The same as suggestions, on which people decide in a table before anything is coded."""
        return Suggestions(
            tuple(
                Suggestion(transcript.id, span, code, self._source, 1.0, transcript.version)
                for transcript, span in passages_of(self._hits, self._transcripts, unit)
            ),
            self._transcripts,
            self._participants,
        )

    def __len__(self) -> int:
        return len(self._hits)

    def __repr__(self) -> str:
        lines = [summary(len(self), "place", "places")]
        for row in self._first():
            left, match, right = (" ".join(str(row[key]).split()) for key in ("left", "match", "right"))
            lines.append(f"{left[-50:]:>50} [{match}] {right[:50]:<50}  {place(row)}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = "".join(map(_line, self._first()))
        return f"<p>{summary(len(self), 'place', 'places')}</p><table>{rows}</table>"

    def _first(self) -> list[dict[Hashable, Any]]:
        return self._rows(self._hits.take(slice(SHOWN))).to_dict("records")

    def _rows(self, hits: Hits) -> pd.DataFrame:
        frame = pd.DataFrame(self._lines(hits), columns=list(COLUMNS))
        frame["turn"] = frame["turn"].astype("Int64")
        return frame

    def _lines(self, hits: Hits) -> Iterator[tuple[object, ...]]:
        people = by_name(self._participants)
        last, voices = -1, None
        columns = (hits.document, hits.speech, hits.start, hits.end)
        for number, speech, start, end in zip(*(column.tolist() for column in columns), strict=True):
            transcript = self._transcripts[number]
            if voices is None or number != last:
                last, voices = number, Voices(transcript, people)
            span = Span(start, end)
            turn = transcript.turns[speech] if transcript.turns else None
            voice = voices.of(turn) if turn else voices.at(span)
            left, right = _surroundings(transcript.text, span, turn.speech if turn else None, self._context)
            who = (transcript.name, voice.case, voice.participant or voice.speaker, voice.role, voice.turn)
            yield (*who, left, span.of(transcript.text), right, start, end)


def _surroundings(text: str, span: Span, speech: Span | None, context: int) -> tuple[str, str]:
    """The words before and after, within the turn, without a word cut in two."""
    first, last = (speech.start, speech.end) if speech else (0, len(text))
    left, right = max(first, span.start - context), min(last, span.end + context)
    while first < left < span.start and not text[left - 1].isspace():
        left += 1
    while span.end < right < last and not text[right].isspace():
        right -= 1
    return text[left : span.start], text[span.end : max(right, span.end)]


def _line(row: Mapping[Hashable, Any]) -> str:
    left, match, right = (escape(str(row[key])) for key in ("left", "match", "right"))
    cell = '<td dir="auto" style="text-align:{}">{}</td>'
    return (
        f'<tr><td style="{QUIET}">{escape(place(row))}</td>'
        f"{cell.format('end', left)}{cell.format('center', f'<b>{match}</b>')}{cell.format('start', right)}</tr>"
    )
