"""All rows of codings as arrays, kept in a file beside the database: rows are only ever added, so only new are read.

What the file holds is the beginning of the table. Whether it is that of this very table is told by the ids of some rows
and by what was erased so far; where they differ, the file counts for nothing. Rows that
somebody took back or undid are still among them: that is for those who ask.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Connection

from interviews.model import Names
from interviews.model.columns import NONE, Whole
from interviews.store.arrays import Arrays, read_arrays, write_arrays

_QUERY = """
    SELECT rowid, id, created, (SELECT rowid FROM events WHERE events.id = event), version, span_start, span_end,
           codebook_version, weight, transcript, code, coder,
           coalesce(unit, 'segment'), coalesce(round, ''), memo
    FROM codings WHERE rowid > ? ORDER BY rowid
"""
_WHOLE = {"row": "i8", "created": "i8", "event": "i8", "version": "i4", "start": "i4", "end": "i4"}
_NAMES = ("transcript", "code", "coder", "unit", "round")
_FETCHED = 2_000
_WITNESSES = 32
"""So many rows are compared with the table before the file is believed."""
_FEW = 5_000
"""So many rows are read from the database again rather than written into the file."""
_FILE = "codings"


@dataclass(frozen=True, slots=True, eq=False)
class CodedRows:
    """Columns of one length in the order of the table, and the words that numbers stand for."""

    arrays: Arrays
    names: dict[str, list[str]]
    erased: int = 0
    """How many records had been erased when they were read."""
    kept: int = 0
    """How many of the rows stand in the file."""

    def __len__(self) -> int:
        return len(self.arrays["row"])

    @property
    def last(self) -> int:
        """Number of the last row, 0 without any."""
        return int(self.arrays["row"][-1]) if len(self) else 0

    def named(self, column: str) -> Names:
        """A column of words."""
        return Names(tuple(self.names[column]), self.arrays[column])

    def memos(self, rows: Whole) -> list[str]:
        """The memos of these rows."""
        ends = self.arrays["memo_end"]
        starts = np.concatenate(([0], ends[:-1]))
        written = self.arrays["memo"]
        pairs = zip(starts[rows].tolist(), ends[rows].tolist(), strict=True)
        return [written[start:end].tobytes().decode() if start < end else "" for start, end in pairs]


def coded_rows(connection: Connection, folder: Path | None, known: CodedRows | None) -> CodedRows:
    """Every row of the table: as far as they are known or stand in the folder from there, the others read."""
    erased = count_erased(connection)
    if known is None or known.erased != erased or not _is_beginning(connection, known):
        known = _read_file(folder)
    if known is None or known.erased != erased or not _is_beginning(connection, known):
        known = CodedRows(*_as_arrays([]), erased)
    arrays, names = _as_arrays(_read_rows(connection, known.last))
    fresh = CodedRows(arrays, names, erased)
    return _joined(known, fresh) if len(fresh) else known


def keep_rows(rows: CodedRows, folder: Path) -> CodedRows:
    """Write the rows into the folder, unless most of them stand there already."""
    if len(rows) - rows.kept <= _FEW + rows.kept // 8:
        return rows
    write_arrays(folder / _FILE, {"names": rows.names, "erased": rows.erased}, rows.arrays)
    return replace(rows, kept=len(rows))


def forget_rows(folder: Path) -> None:
    """Delete what `keep_rows` wrote."""
    with suppress(OSError):
        (folder / _FILE).unlink()


def _read_file(folder: Path | None) -> CodedRows | None:
    found = read_arrays(folder / _FILE) if folder else None
    if found is None:
        return None
    about, arrays = found
    return CodedRows(arrays, about["names"], about["erased"], len(arrays["row"]))


def _is_beginning(connection: Connection, rows: CodedRows) -> bool:
    """Whether the table begins with these rows, as far as some of them show."""
    if not len(rows):
        return True
    some = np.unique(np.linspace(0, len(rows) - 1, _WITNESSES).astype(np.int64))
    numbers, ids = rows.arrays["row"][some].tolist(), rows.arrays["id"][some].tolist()
    marks = ",".join("?" * len(numbers))
    found = connection.exec_driver_sql(
        f"SELECT rowid, id FROM codings WHERE rowid IN ({marks}) ORDER BY rowid", tuple(numbers)
    ).all()
    return [(number, id.encode()) for number, id in found] == list(zip(numbers, ids, strict=True))


def count_erased(connection: Connection) -> int:
    """How many records were erased so far; it never grows less."""
    (count,) = connection.exec_driver_sql("SELECT count(*) FROM erasures").one()
    return int(count)


def _read_rows(connection: Connection, after: int) -> Iterator[list[Any]]:
    cursor: Any = connection.exec_driver_sql(_QUERY, (after,)).cursor
    return iter(lambda: cursor.fetchmany(_FETCHED), [])


class _Numbers(dict[str, int]):
    """Numbers for words as they come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


def _as_arrays(batches: Iterable[list[Any]]) -> tuple[Arrays, dict[str, list[str]]]:
    numbers = {name: _Numbers() for name in _NAMES}
    parts = [_part([*zip(*batch, strict=True)], numbers) for batch in batches]
    parts = parts or [_part([() for _ in range(15)], numbers)]
    arrays = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    arrays["memo_end"] = np.cumsum(arrays["memo_end"])
    return arrays, {name: list(known) for name, known in numbers.items()}


def _part(columns: list[tuple[Any, ...]], numbers: dict[str, _Numbers]) -> Arrays:
    row, id, *whole, codebook_version, weight, transcript, code, coder, unit, round, memo = columns
    size = len(row)
    named = zip(_NAMES, (transcript, code, coder, unit, round), strict=True)
    memos = [text.encode() for text in memo]
    return {
        **{
            name: np.array(values, dtype=kind)
            for (name, kind), values in zip(_WHOLE.items(), (row, *whole), strict=True)
        },
        "codebook_version": np.array([NONE if one is None else one for one in codebook_version], dtype="i4"),
        "weight": np.array(weight, dtype="f8"),
        "id": np.array([one.encode() for one in id], dtype="S"),
        **{name: np.fromiter(map(numbers[name].__getitem__, values), "i4", size) for name, values in named},
        "memo_end": np.array([len(text) for text in memos], dtype="i8"),
        "memo": np.frombuffer(b"".join(memos), dtype="u1"),
    }


def _joined(first: CodedRows, then: CodedRows) -> CodedRows:
    """Rows and those that come after them."""
    names = {name: list(dict.fromkeys([*first.names[name], *then.names[name]])) for name in _NAMES}
    added = {name: then.named(name).named(names[name]).numbers for name in _NAMES}
    added["memo_end"] = then.arrays["memo_end"] + len(first.arrays["memo"])
    arrays = {name: np.concatenate((array, added.get(name, then.arrays[name]))) for name, array in first.arrays.items()}
    return replace(first, arrays=arrays, names=names)
