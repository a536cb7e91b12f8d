"""Keyword in context: every place where a word or phrase is said, with the words around it."""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

import pandas as pd

from interviews.errors import MisuseError
from interviews.exploration.display import QUIET, SHOWN, place, summary
from interviews.exploration.naming import require
from interviews.exploration.voices import Voices, by_name
from interviews.model import Participant, Role, Span, Transcript, Turn
from interviews.text import Folded, fold, turns_in

COLUMNS = ("transcript", "case", "speaker", "role", "turn", "left", "match", "right", "start", "end")
# A wildcard goes on within a word, through hyphens and the marks of gender-neutral forms (Bewohner*innen).
_WITHIN_WORD = r"(?:\w|[-*:_'](?=\w))*"


class Concordance:
    """The places found by a search; shows itself as keyword in context."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def table(self) -> pd.DataFrame:
        """One row a place: `left`, `match` and `right` are verbatim, `start` and `end` positions in the text."""
        return self._frame.copy()

    def __len__(self) -> int:
        return len(self._frame)

    def __repr__(self) -> str:
        lines = [summary(len(self), "place", "places")]
        for row in self._frame.head(SHOWN).to_dict("records"):
            left, match, right = (" ".join(str(row[key]).split()) for key in ("left", "match", "right"))
            lines.append(f"{left[-50:]:>50} [{match}] {right[:50]:<50}  {place(row)}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = "".join(_line(row) for row in self._frame.head(SHOWN).to_dict("records"))
        return f"<p>{summary(len(self), 'place', 'places')}</p><table>{rows}</table>"


def search(
    transcripts: Sequence[Transcript],
    participants: Sequence[Participant],
    query: str,
    *,
    role: str | Sequence[str] | None = None,
    case: str | Sequence[str] | None = None,
    context: int = 60,
    regex: bool = False,
) -> Concordance:
    """Every place where `query` is said, with up to `context` characters of the same turn on either side.

    Upper case and diacritics make no difference. Words match as a whole; `*` stands for any part of a word, so
    `*wohnung*` finds the Sozialwohnungen; blanks in a phrase match any white space. With `regex`, the query is a
    regular expression over the text as it is, upper case making no difference. Labels of speakers are not searched.

    Raises MisuseError for a query without a word, an invalid regular expression, and an unknown role or case.
    """
    pattern = _expression(query) if regex else _words(query)
    people = by_name(participants)
    roles, cases = _wanted("role", role, list(Role)), _wanted("case", case, _cases(transcripts, participants))
    found: list[tuple[object, ...]] = []
    for transcript in sorted(transcripts, key=lambda t: t.name):
        voices = Voices(transcript, people)
        for span, turn in _matches(transcript, pattern, regex):
            voice = voices.of(turn) if turn else voices.at(span)
            if (roles and voice.role not in roles) or (cases and voice.case not in cases):
                continue
            left, right = _surroundings(transcript.text, span, turn.speech if turn else None, context)
            who = (transcript.name, voice.case, voice.participant or voice.speaker, voice.role, voice.turn)
            found.append((*who, left, span.of(transcript.text), right, span.start, span.end))
    frame = pd.DataFrame(found, columns=list(COLUMNS))
    frame["turn"] = frame["turn"].astype("Int64")
    return Concordance(frame)


def _words(query: str) -> re.Pattern[str]:
    words = [[re.escape(fold(part)) for part in word.split("*")] for word in query.split()]
    if not any(any(parts) for parts in words):
        raise MisuseError("the search query has no word: give at least one letter besides wildcards")
    phrase = r"\s+".join(_WITHIN_WORD.join(parts) for parts in words)
    return re.compile(rf"(?<!\w){phrase}(?!\w)")


def _expression(query: str) -> re.Pattern[str]:
    if not query.strip():
        raise MisuseError("the search query is empty: give a regular expression")
    try:
        return re.compile(query, re.IGNORECASE | re.MULTILINE)
    except re.error as error:
        raise MisuseError(f"the query is not a valid regular expression: {error}") from error


def _matches(transcript: Transcript, pattern: re.Pattern[str], regex: bool) -> Iterator[tuple[Span, Turn | None]]:
    """Matches in the text that lie in somebody's speech; everywhere in a transcript without turns."""
    folded = None if regex else _folded(transcript.text)
    for match in pattern.finditer(folded.text if folded else transcript.text):
        if match.end() == match.start():
            continue
        span = folded.span(*match.span()) if folded else Span(*match.span())
        turns = turns_in(transcript.turns, span)
        if turns or not transcript.turns:
            yield span, turns[0] if turns else None


@lru_cache(maxsize=512)
def _folded(text: str) -> Folded:
    """The texts searched last stay folded: folding takes longer than searching."""
    return Folded(text)


def _surroundings(text: str, span: Span, speech: Span | None, context: int) -> tuple[str, str]:
    """The words before and after, within the turn, without a word cut in two."""
    first, last = (speech.start, speech.end) if speech else (0, len(text))
    left, right = max(first, span.start - context), min(last, span.end + context)
    while first < left < span.start and not text[left - 1].isspace():
        left += 1
    while span.end < right < last and not text[right].isspace():
        right -= 1
    return text[left : span.start], text[span.end : max(right, span.end)]


def _cases(transcripts: Sequence[Transcript], participants: Sequence[Participant]) -> list[str]:
    return sorted({case for case in (*(t.case for t in transcripts), *(p.case for p in participants)) if case})


def _wanted(what: str, names: str | Sequence[str] | None, known: Sequence[str]) -> frozenset[str]:
    wanted = [] if names is None else [names] if isinstance(names, str) else names
    for name in wanted:
        require(what, name, known)
    return frozenset(wanted)


def _line(row: Mapping[Hashable, Any]) -> str:
    left, match, right = (escape(str(row[key])) for key in ("left", "match", "right"))
    cell = '<td dir="auto" style="text-align:{}">{}</td>'
    return (
        f'<tr><td style="{QUIET}">{escape(place(row))}</td>'
        f"{cell.format('end', left)}{cell.format('center', f'<b>{match}</b>')}{cell.format('start', right)}</tr>"
    )
