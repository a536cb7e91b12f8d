"""Transcripts as tables, one row a turn: CSV, TSV and workbooks of oral history archives, programs and people."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from interviews.errors import Problem, Severity, counted
from interviews.formats.opened import Opened
from interviews.formats.reading import NoTranscript, Reading, Unreadable
from interviews.formats.tables.clock import factor_of, have_frames, read_time
from interviews.formats.tables.columns import WIDEST, Columns, chosen_columns, guessed_columns, is_other_table
from interviews.formats.tables.grid import Grid, csv_grid, is_workbook, workbook_grids
from interviews.formats.talk.openers import label_key
from interviews.formats.talk.roles import assign, question_rates
from interviews.formats.talk.turns import role_notes
from interviews.formats.talk.writing import Said, write_turns
from interviews.model import Role, SourceNote, Speaker, Transcript
from interviews.text import unguard

_NO_TRANSCRIPT = (
    "the table is no transcript: one needs a row for every turn, with columns such as speaker and text; "
    "choose them with columns="
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_Note = tuple[str, Severity]


@dataclass(frozen=True, slots=True)
class _Row:
    """One turn as its row has it."""

    label: str = field(repr=False)
    text: str = field(repr=False)
    start_ms: int | None
    end_ms: int | None
    others: tuple[tuple[str, str], ...] = field(repr=False)
    """Name of a further column, and its cell."""


def read_rows_of_csv(file: Opened) -> Reading:
    """A transcript of a CSV or TSV file."""
    notes: list[_Note] = [(note, Severity.WARNING) for note in file.decoded.notes]
    return _reading(file, [csv_grid(file.text)], "csv", notes)


def read_rows_of_workbook(file: Opened) -> Reading:
    """A transcript of the first sheet of a workbook that holds one."""
    return _reading(file, workbook_grids(file.content), "xlsx", [])


def is_table_beside(file: Opened) -> bool:
    """Whether the file holds participants, codings or the like, which lie beside transcripts and are none."""
    try:
        grids = workbook_grids(file.content) if is_workbook(file.package) else [csv_grid(file.text)]
    except Unreadable:
        return False
    first = next((row for row in grids[0].rows if any(row)), []) if grids else []
    return is_other_table(first)


def _reading(file: Opened, grids: Sequence[Grid], format: str, notes: list[_Note]) -> Reading:
    fitting = [(grid, columns) for grid in grids if (columns := _columns(file, grid)) is not None]
    if not fitting:
        raise NoTranscript(_NO_TRANSCRIPT)
    grid, columns = fitting[0]
    further = sum(any(map(any, other.rows)) for other in grids if other is not grid)
    if further:
        alike = f"; {len(fitting) - 1} of them could be read too, each as a file of its own" * (len(fitting) > 1)
        count = counted(further, "further sheet of the workbook was", "further sheets of the workbook were")
        notes.append((f"{count} left out{alike}", Severity.WARNING))
    if columns.header is None:
        notes.append(("the columns were guessed from what stands in them: check speakers and text", Severity.WARNING))
    rows, more = _rows(grid, columns)
    if not rows:
        raise Unreadable("the table holds no words in the column of what is said")
    transcript, last = _transcript(rows, file, format)
    transcript = replace(transcript, notes=(*_notes_on_table(grid, columns), *transcript.notes))
    problems = [Problem(file.name, message, severity) for message, severity in (*notes, *more, *last)]
    return Reading(transcript, tuple(problems), file.path)


def _columns(file: Opened, grid: Grid) -> Columns | None:
    return chosen_columns(grid.rows, file.columns) if file.columns else guessed_columns(grid.rows)


def _rows(grid: Grid, columns: Columns) -> tuple[list[_Row], list[_Note]]:
    """The rows with words in them, and what to say of the others."""
    begin = 0 if columns.header is None else columns.header + 1
    header = [] if columns.header is None else grid.rows[columns.header]
    body = [[unguard(cell) for cell in row] for row in grid.rows[begin:] if any(cell.strip() for cell in row)]
    clocks = {i: _clock(body, header, i) for i in (columns.start, columns.end) if i is not None}
    without = columns.used | _constant(body, header).keys()
    rows: list[_Row] = []
    unread = 0
    for row in body:
        text = _said(row, columns)
        start, end, failed = _times(row, columns, clocks)
        unread += failed
        if text:
            rows.append(_Row(_label(row, columns), text, start, end, tuple(_others(row, header, without))))
    frames = any(frames for _, frames in clocks.values())
    return rows, _notes_on_rows(body, columns, len(body) - len(rows), unread, frames)


def _times(
    row: Sequence[str], columns: Columns, clocks: Mapping[int, tuple[int, bool]]
) -> tuple[int | None, int | None, int]:
    """Start and end of a row, an end before the start left out, and how many of its cells hold no time."""
    found: list[tuple[int | None, int | None]] = []
    failed = 0
    for i in (columns.start, columns.end):
        cell = _cell(row, i) if i is not None else ""
        found.append(read_time(cell, *clocks[i]) if i is not None and cell else (None, None))
        failed += bool(cell) and found[-1][0] is None
    (start, late), (end, _) = found
    end = late if columns.end is None else end
    if start is not None and end is not None and end < start:
        return start, None, failed + 1
    return start, end, failed


def _clock(body: Sequence[Sequence[str]], header: Sequence[str], column: int) -> tuple[int, bool]:
    cells = [cell for row in body if (cell := _cell(row, column))]
    return factor_of(cells, _cell(header, column)), have_frames(cells)


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _said(row: Sequence[str], columns: Columns) -> str:
    """The words of a row; archives write some letters as entities of HTML."""
    return _ENTITY.sub(lambda match: unescape(match[0]), _cell(row, columns.text))


def _label(row: Sequence[str], columns: Columns) -> str:
    label = _cell(row, columns.speaker) if columns.speaker is not None else ""
    return " ".join(label.rstrip(": ").split())


def _others(row: Sequence[str], header: Sequence[str], without: frozenset[int] | set[int]) -> Iterator[tuple[str, str]]:
    for i in range(len(row)):
        if i not in without and (cell := _cell(row, i)):
            yield _cell(header, i), cell


def _constant(body: Sequence[Sequence[str]], header: Sequence[str]) -> dict[int, str]:
    """What a column says that is the same in every row, such as the number of a tape: once, not for every turn."""
    cells = {i: {_cell(row, i) for row in body} for i in range(min(len(header), WIDEST))}
    return {i: only for i, said in cells.items() if len(said) == 1 and (only := next(iter(said)))}


def _notes_on_table(grid: Grid, columns: Columns) -> Iterator[SourceNote]:
    """What stands above the names of the columns, and in columns that say one thing only."""
    if columns.header is None:
        return
    above = ["\t".join(row).strip() for row in grid.rows[: columns.header]]
    if any(above):
        yield SourceNote("remark", "\n".join(line for line in above if line))
    header = grid.rows[columns.header]
    body = [row for row in grid.rows[columns.header + 1 :] if any(cell.strip() for cell in row)]
    for i, only in _constant(body, header).items():
        if i not in columns.used:
            yield SourceNote("remark", f"{_cell(header, i)}: {only}")


def _notes_on_rows(
    body: Sequence[Sequence[str]], columns: Columns, silent: int, unread: int, frames: bool
) -> list[_Note]:
    notes: list[_Note] = []
    if silent:
        notes.append((f"{counted(silent, 'row without words was', 'rows without words were')} left out", Severity.INFO))
    if unread:
        count = counted(unread, "time could not be read and was", "times could not be read and were")
        notes.append((f"{count} left out", Severity.WARNING))
    if frames:
        notes.append(("the last two digits of the times were read as frames, 25 a second", Severity.INFO))
    entities = sum(_said(row, columns) != _cell(row, columns.text) for row in body)
    if entities:
        count = counted(entities, "row has", "rows have")
        notes.append((f"{count} characters written as HTML entities: they became those characters", Severity.INFO))
    return notes


def _transcript(rows: Sequence[_Row], file: Opened, format: str) -> tuple[Transcript, list[_Note]]:
    names, notes = _names(rows)
    spoken = _spoken(rows, names)
    silent = sum(not row.label for row, name in zip(rows, spoken, strict=True) if name)
    if silent:
        count = counted(silent, "row without a speaker", "rows without a speaker")
        notes.append((f"{count} went to the speaker before: check them", Severity.WARNING))
    labels = list(dict.fromkeys(name for name in spoken if name))
    asked = question_rates((name, row.text) for row, name in zip(rows, spoken, strict=True) if name)
    roles = assign(labels, {}, asked) if labels else None
    of: dict[str, Role] = dict(roles.of) if roles else {}
    notes += (
        role_notes(roles) if roles else [("no speakers are named: every row is a turn of nobody", Severity.WARNING)]
    )
    said = [
        Said(name, row.text, row.start_ms, row.end_ms, label=row.label) for row, name in zip(rows, spoken, strict=True)
    ]
    text, turns = write_turns(said, of)
    remarks = [
        SourceNote("remark", f"{name}: {cell}" if name else cell, span=turn.speech)
        for row, turn in zip(rows, turns, strict=True)
        for name, cell in row.others
    ]
    if remarks:
        count = counted(len(remarks), "cell of another column is", "cells of other columns are")
        notes.append((f"{count} kept beside the text, not in it", Severity.INFO))
    speakers = tuple(Speaker(label, of[label]) for label in labels)
    source = str(file.path)
    transcript = Transcript(file.path.stem, text, turns, speakers, source=source, format=format, notes=tuple(remarks))
    return transcript, notes


def _spoken(rows: Sequence[_Row], names: dict[str, str]) -> list[str | None]:
    """The speaker of every row: where the cell is empty, that of the row before, as archives write it."""
    spoken: list[str | None] = []
    for row in rows:
        spoken.append(names[label_key(row.label)] if row.label else spoken[-1] if spoken else None)
    return spoken


def _names(rows: Sequence[_Row]) -> tuple[dict[str, str], list[_Note]]:
    """For every label key the speaker's label: its most frequent spelling, and initials for the name they stand for."""
    spellings: dict[str, Counter[str]] = {}
    for row in rows:
        if row.label:
            spellings.setdefault(label_key(row.label), Counter())[row.label] += 1
    names = {key: min(count, key=lambda name: (-count[name], name)) for key, count in spellings.items()}
    full: dict[str, list[str]] = {}
    for key, name in names.items():
        if len(name.split()) > 1:
            words = name.split()
            for letters in {"".join(word[0] for word in words), words[0][0] + words[-1][0]}:
                full.setdefault(label_key(letters), []).append(key)
    taken = {keys[0]: letters for letters, keys in full.items() if letters in names and len(keys) == 1}
    for key, letters in taken.items():
        names[key] = names[letters]
    notes = []
    if taken:
        count = counted(len(taken), "speaker is", "speakers are")
        notes.append((f"{count} named in full and by initials: taken for one each, check them", Severity.WARNING))
    return names, notes
