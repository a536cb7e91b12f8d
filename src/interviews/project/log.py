"""The history of a study: a table for counting, and a log in sentences for reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd
from babel.dates import format_datetime

from interviews.project.log_words import SENTENCES, WORDS
from interviews.store import Event, Store

COLUMNS = ("when", "author", "action", "subject", "count", "detail")
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One event in words."""

    moment: str
    author: str
    sentence: str
    undone: bool

    def __str__(self) -> str:
        return f"{self.moment} {self.author} {self.sentence}"


@dataclass(frozen=True, slots=True, repr=False)
class Log:
    """What happened, a line an event, the oldest first."""

    lines: tuple[Line, ...]

    def __len__(self) -> int:
        return len(self.lines)

    def __repr__(self) -> str:
        return "\n".join(map(str, self.lines)) or "Nothing was saved yet."

    def _repr_html_(self) -> str:
        rows = "".join(
            ('<tr style="opacity:.6">' if line.undone else "<tr>")
            + "".join(f"<td>{escape(cell)}</td>" for cell in (line.moment, line.author, line.sentence))
            + "</tr>"
            for line in self.lines
        )
        return f"<table>{rows}</table>"


def table_of_events(store: Store) -> pd.DataFrame:
    """A row an event, the oldest first: `when`, `author`, `action`, `subject`, `count`, `detail`, `undone`."""
    undone = store.undone()
    rows = [[*(getattr(event, name) for name in COLUMNS), event.id in undone] for event in store.history()]
    return pd.DataFrame(rows, columns=[*COLUMNS, "undone"])


def read_log(store: Store, language: str, last: int | None = None) -> Log:
    """The log in German or, for any other language, in English; times are those of this computer's clock."""
    known = language if language in SENTENCES else "en"
    events, undone = store.history()[-last if last else 0 :], store.undone()
    coded = store.coded([event.id for event in events if event.subject == "coding"])
    return Log(tuple(_line(event, known, coded, event.id in undone) for event in events))


def _line(event: Event, language: str, coded: Mapping[str, Sequence[tuple[str, str]]], undone: bool) -> Line:
    words = WORDS[language]
    if event.action in ("undo", "redo"):
        action, colon, detail = event.detail.partition(":")
        sentence = words[event.action].format(sentence=_sentence(event, action, language, "", colon + detail))
    else:
        detail = f": {event.detail}" if event.detail else ""
        sentence = _sentence(event, event.action, language, _named(coded.get(event.id, ()), words), detail)
    moment = format_datetime(event.when.astimezone(), "EEE d. MMM y HH:mm", locale=language)
    return Line(moment, event.author, sentence + (words["undone"] if undone else ""), undone)


def _sentence(event: Event, action: str, language: str, what: str, detail: str) -> str:
    one, many = SENTENCES[language].get((action, event.subject), (f"{action} {event.subject}{{detail}}",) * 2)
    chosen = one if event.count == 1 else many
    return chosen.format(count=f"{event.count:,}", what=what, detail=detail, name=event.detail)


def _named(coded: Sequence[tuple[str, str]], words: Mapping[str, str]) -> str:
    """The codes of codings and the transcripts they are in, as far as there are few."""
    if not coded:
        return ""
    shown = []
    for names in zip(*coded, strict=True):
        distinct = list(dict.fromkeys(names))
        more = len(distinct) - _MOST_NAMED
        shown.append(", ".join(distinct[:_MOST_NAMED]) + (f" (+{more} {words['more']})" if more > 0 else ""))
    return f": {shown[0]} {words['in']} {shown[1]}"
