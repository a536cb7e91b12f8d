"""Suggested codings in one table, on which people decide: here, or in a file without Python."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from types import MappingProxyType
from typing import Literal

import pandas as pd

from interviews.errors import MisuseError, Problem, Severity
from interviews.exploration.views.display import SHOWN, summary
from interviews.exploration.views.voices import Voices, by_name
from interviews.model import Coding, Participant, Span, Suggestion, Transcript
from interviews.text import Sheet

Decision = Literal["accept", "reject"]
COLUMNS = (
    "decision",
    "code",
    "transcript",
    "turn",
    "speaker",
    "words",
    "source",
    "score",
    "start",
    "end",
    "version",
    "id",
)
_WIDTHS = {"decision": 12, "words": 80, "id": 10}
_NEEDED = ("decision", "code", "transcript", "start", "end")
_ACCEPTED = frozenset("accept accepted yes y x ja j annehmen angenommen 1 true tak".split())
_REJECTED = frozenset("reject rejected no n nein ablehnen abgelehnt 0 false nie".split())


@dataclass(frozen=True, repr=False)
class Suggestions:
    """Suggestions and what was decided on them; each step gives new ones. Open ones become nothing."""

    items: tuple[Suggestion, ...]
    transcripts: Sequence[Transcript]
    participants: Sequence[Participant] = ()
    decisions: Mapping[str, Decision] = field(default_factory=lambda: MappingProxyType({}))
    """By the id of the suggestion."""
    problems: tuple[Problem, ...] = ()

    def __len__(self) -> int:
        return len(self.items)

    def table(self) -> pd.DataFrame:
        """A row a suggestion, in the columns of the file: decision, code, place, words, source, score."""
        texts = {one.id: one for one in self.transcripts}
        people = by_name(self.participants)
        voices = {id: Voices(texts[id], people) for id in {item.transcript for item in self.items}}
        rows = []
        for item in self.items:
            text, voice = texts[item.transcript], voices[item.transcript].at(item.span)
            place = (text.name, voice.turn, voice.participant or voice.speaker, item.span.of(text.text))
            told = (item.source, item.score, item.span.start, item.span.end, item.version, item.id)
            rows.append((self.decisions.get(item.id, ""), item.code, *place, *told))
        frame = pd.DataFrame(rows, columns=list(COLUMNS))
        frame["turn"] = frame["turn"].astype("Int64")
        return frame

    def sheet(self) -> Sheet:
        """The table as a spreadsheet has it, to decide there: accept or reject in the column `decision`."""
        return Sheet("suggestions", COLUMNS, self.table().astype(object).to_numpy().tolist(), _WIDTHS)

    def accept(self, ids: Iterable[str] | Literal["all"] = "all") -> "Suggestions":
        """Decide that these are right; without names all that are open. Raises MisuseError for an unknown id."""
        return self._decide(ids, "accept")

    def reject(self, ids: Iterable[str] | Literal["all"] = "all") -> "Suggestions":
        """Decide that these are wrong; without names all that are open. Raises MisuseError for an unknown id."""
        return self._decide(ids, "reject")

    def codings(self, coder: str) -> list[Coding]:
        """The accepted ones as codings of this coder."""
        return list(self.codings_by_id(coder).values())

    def codings_by_id(self, coder: str) -> dict[str, Coding]:
        """The same by the ids of the suggestions."""
        turns = {(one.id, turn.speech) for one in self.transcripts for turn in one.turns}
        return {
            item.id: Coding(
                item.transcript,
                item.span,
                item.code,
                coder,
                item.version,
                unit="turn" if (item.transcript, item.span) in turns else "segment",
            )
            for item in self.items
            if self.decisions.get(item.id) == "accept"
        }

    @property
    def open(self) -> tuple[Suggestion, ...]:
        """Those on which nobody has decided."""
        return tuple(item for item in self.items if item.id not in self.decisions)

    def summary(self) -> str:
        """How many, and how far people are."""
        decided = list(self.decisions.values())
        counts = f"{decided.count('accept')} accepted, {decided.count('reject')} rejected, {len(self.open)} open"
        return f"{summary(len(self), 'suggestion', 'suggestions')}: {counts}"

    def __repr__(self) -> str:
        rows = replace(self, items=self.items[:SHOWN]).table().to_dict("records")
        lines = [f"  {row['decision'] or 'open':<6}  [{row['code']}]  {_short(str(row['words']))}" for row in rows]
        return "\n".join([self.summary(), *lines])

    def _repr_html_(self) -> str:
        frame = replace(self, items=self.items[:SHOWN]).table()[["decision", "code", "transcript", "turn", "words"]]
        return f"<p>{escape(self.summary())}</p>{frame.to_html(index=False, escape=True)}"

    def _decide(self, ids: Iterable[str] | Literal["all"], decision: Decision) -> "Suggestions":
        known = {item.id for item in self.items}
        chosen = [item.id for item in self.open] if ids == "all" else list(ids)
        if unknown := [id for id in chosen if id not in known]:
            raise MisuseError(f"there is no suggestion {unknown[0]!r} among these {len(self)}; ids are in .table()")
        return replace(self, decisions={**self.decisions, **dict.fromkeys(chosen, decision)})


def suggestions_of_rows(
    rows: Sequence[Sequence[str]],
    transcripts: Sequence[Transcript],
    participants: Sequence[Participant] = (),
    where: str = "table",
) -> Suggestions:
    """Suggestions and decisions from the rows of a table that `write` wrote, as a person and a program left it.

    The first row names the columns. Rows that cannot be understood, or whose words do not stand at their place any
    more, are left out and named in `problems`. Raises MisuseError where the table has no such columns.
    """
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    if missing := [name for name in _NEEDED if name not in header]:
        raise MisuseError(f"{where} is no table of suggestions: it has no column {missing[0]}.")
    named = {one.name: one for one in transcripts}
    items: dict[str, Suggestion] = {}
    decisions: dict[str, Decision] = {}
    problems = []
    for number, row in enumerate(rows[1:], 2):
        cells = {name: cell.strip() for name, cell in zip(header, row, strict=False)}
        if not any(cells.values()):
            continue
        try:
            item, decision = _suggestion(cells, named), _decision(cells["decision"])
            if decisions.get(item.id, decision) != decision:
                raise ValueError("another row decides otherwise on the same suggestion")
        except ValueError as error:
            problems.append(Problem(f"{where}, row {number}", f"{error}; the row was left out", Severity.ERROR))
            continue
        items[item.id] = item
        if decision:
            decisions[item.id] = decision
    return Suggestions(tuple(items.values()), transcripts, participants, decisions, tuple(problems))


def _suggestion(cells: Mapping[str, str], named: Mapping[str, Transcript]) -> Suggestion:
    transcript = named.get(cells["transcript"])
    if transcript is None:
        raise ValueError(f"there is no transcript {cells['transcript'][:40]!r}")
    if not cells["code"]:
        raise ValueError("no code is given")
    start, end, version = (_number(cells.get(name) or "0", name) for name in ("start", "end", "version"))
    if not start < end <= len(transcript.text):
        raise ValueError(f"{start} to {end} is no stretch of {transcript.name}")
    if version not in (0, transcript.version):
        raise ValueError(f"{transcript.name} has a newer text than the table: search again")
    span, words = Span(start, end), cells.get("words", "")
    if words and " ".join(words.split()) != " ".join(span.of(transcript.text).split()):
        raise ValueError(f"other words stand at {start} to {end} of {transcript.name}")
    score = float(cells.get("score") or 1.0)
    made = Suggestion(transcript.id, span, cells["code"], cells.get("source", ""), score, transcript.version)
    return replace(made, id=cells["id"]) if cells.get("id") else made


def _decision(word: str) -> Decision | None:
    said = word.casefold().strip(" .!")
    if not said:
        return None
    if said in _ACCEPTED:
        return "accept"
    if said in _REJECTED:
        return "reject"
    raise ValueError(f"{word[:20]!r} is no decision: write accept or reject")


def _number(cell: str, name: str) -> int:
    number = float(cell) if cell.replace(".", "", 1).isdecimal() else -1.0
    if number < 0 or number != int(number):
        raise ValueError(f"the {name} {cell[:20]!r} is no position")
    return int(number)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 160 else words[:159] + "…"
