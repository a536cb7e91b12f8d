"""Which column of a table is the speaker's, which holds what is said, and when: told, named, or seen in the cells."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from interviews.errors import MisuseError
from interviews.formats.reading import Unreadable
from interviews.formats.tables.clock import is_time

NAMES = ("speaker", "text", "start", "end")
_WORDS = {
    "speaker": "speaker|speakers|speaker name|sprecher|sprecherin|sprecher in|sprechende|name|person|wer|who|label|"
    "interviewpartner|participant|participant name|participantrole|teilnehmer|osoba|mówca|rozmówca|kto|redner",
    "text": "text|texte|words|transcript|transcription|transkript|transkription|content|inhalt|speech|utterance|said|"
    "äußerung|aussage|beitrag|was|what|gesagtes|gesagt|wypowiedź|tekst|treść|transkrypcja|message|spoken text",
    "start": "start|start time|starttime|starttime ms|start ms|begin|beginn|begin time|von|from|in|time in|od|początek|"
    "timestamp|timestamps|time|timecode|time code|timespan|zeit|zeitmarke|zeitstempel|uhrzeit|anfang|czas|tc",
    "end": "end|end time|endtime|end ms|ende|bis|to|stop|out|time out|do|koniec",
}
_KNOWN = {word: column for column, words in _WORDS.items() for word in words.split("|")}
# Tables that lie beside transcripts and are none, by columns that only they have together.
_OTHERS = (
    frozenset({"transcript", "speaker", "participant"}),
    frozenset({"transcript", "start", "end", "code", "coder"}),
    frozenset({"code", "coder"}),
    frozenset({"citation", "consent"}),
    frozenset({"code", "definition"}),
    frozenset({"id", "decision"}),
)
_SEARCHED = 20
_FEW = 3
_MOST = 0.8
# Wider tables hold a survey and no talk; what stands further right is not looked at.
WIDEST = 100


class Columns(NamedTuple):
    """Places of the columns in a row, and of the row with their names; None where there is none."""

    header: int | None
    text: int
    speaker: int | None = None
    start: int | None = None
    end: int | None = None

    @property
    def used(self) -> frozenset[int]:
        """The columns whose cells become turns."""
        return frozenset(i for i in (self.text, self.speaker, self.start, self.end) if i is not None)


def check_columns(columns: Mapping[str, str] | None) -> None:
    """Raise `MisuseError` where a choice of columns names something else than these, or no text."""
    if columns is None:
        return
    for name in columns:
        if name not in NAMES:
            raise MisuseError(f"{name!r} is no column of a transcript: choose among {', '.join(NAMES)}")
    if "text" not in columns:
        raise MisuseError("say which column holds what is said, such as columns={'text': 'Was', 'speaker': 'Wer'}")


def is_other_table(header: Sequence[str]) -> bool:
    """Whether a first row is that of participants, codings, quotes, codes or a review, which are no transcripts."""
    names = {_plain(cell) for cell in header}
    return any(other <= names for other in _OTHERS)


def chosen_columns(rows: Sequence[Sequence[str]], columns: Mapping[str, str]) -> Columns:
    """The columns by the names that somebody chose; `Unreadable` where the table has no such row of names."""
    wanted = {key: _plain(name) for key, name in columns.items()}
    for number, row in enumerate(rows[:_SEARCHED]):
        names = [_plain(cell) for cell in row]
        if set(wanted.values()) <= set(names):
            return Columns(number, **{key: names.index(name) for key, name in wanted.items()})
    raise Unreadable("the table has no row with the names of the chosen columns: compare them with its header")


def guessed_columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns by their names, or by what stands in them; None where the table is no transcript."""
    filled = [i for i, row in enumerate(rows) if any(cell.strip() for cell in row)]
    for number in filled[:_SEARCHED]:
        found = _named(number, rows[number])
        if found is not None:
            return found
    return _seen([rows[i] for i in filled])


def _named(number: int, row: Sequence[str]) -> Columns | None:
    places: dict[str, int] = {}
    for i, cell in enumerate(row):
        column = _KNOWN.get(_plain(cell))
        if column is not None:
            places.setdefault(column, i)
    if "text" not in places or not places.keys() & {"speaker", "start"} or is_other_table(row):
        return None
    return Columns(number, **places)


def _seen(rows: Sequence[Sequence[str]]) -> Columns | None:
    """By content: the times, the longest words, and the few names that return."""
    width = min(max(map(len, rows), default=0), WIDEST)
    if len(rows) < _FEW or width < 2:
        return None
    cells = [[row[i].strip() for row in rows if i < len(row) and row[i].strip()] for i in range(width)]
    times = [i for i in range(width) if cells[i] and sum(map(is_time, cells[i])) >= _MOST * len(cells[i])]
    numbers = [i for i in range(width) if all(cell.isdecimal() for cell in cells[i])]
    words = [i for i in range(width) if i not in times and i not in numbers]
    text = max(words, key=lambda i: sum(map(len, cells[i])), default=None)
    if text is None or sum(" " in cell for cell in cells[text]) < len(cells[text]) / 2:
        return None
    speakers = [i for i in words if i != text and _are_names(cells[i], len(rows))]
    speaker = min(speakers, key=lambda i: (abs(i - text), i), default=None)
    start, end = ([*times, None, None])[:2]
    found = Columns(None, text, speaker, start, end)
    return found if (speakers or times) and _is_like_others(rows[0], found, cells) else None


def _is_like_others(first: Sequence[str], columns: Columns, cells: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is a turn as well, and not a row of names that nobody knows."""
    speaker, start = columns.speaker, columns.start
    named = speaker is None or (speaker < len(first) and cells[speaker].count(first[speaker].strip()) > 1)
    return named and (start is None or (start < len(first) and is_time(first[start])))


def _are_names(cells: Sequence[str], rows: int) -> bool:
    """Few, short, and returning."""
    different = len({cell.casefold() for cell in cells})
    return max(map(len, cells)) <= 60 and different <= max(2, rows / 3) and len(cells) > different


def _plain(cell: str) -> str:
    words = unicodedata.normalize("NFC", cell).casefold()
    return " ".join(re.sub(r"[_\-.,:;/*()\[\]\ufeff]", " ", words).split())
