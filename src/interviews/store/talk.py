"""Who speaks where in all transcripts, kept in a file beside the database: texts are many times as long as their turns.

The file counts as long as the table of text versions is the same, which its first and last rows and their number tell.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Connection, and_, func, select

from interviews.model import Names, Talk
from interviews.store import schema
from interviews.store.arrays import read_arrays, write_arrays
from interviews.store.history import until

_FILE = "turns"
_NAMES = ("role", "speaker", "participant")
_WHOLE = ("transcript", "number", "start", "end")
_OUTER = ("versions", "lengths")


def read_talk(connection: Connection, as_of: datetime | None = None, folder: Path | None = None) -> Talk:
    """The turns of the newest text version of every transcript, by name; now they are in the folder, or put there."""
    if as_of is not None or folder is None:
        return _read(connection, as_of)
    key = _key(connection)
    found = read_arrays(folder / _FILE)
    if found is not None and found[0]["key"] == key:
        about, arrays = found
        columns: dict[str, Any] = {name: tuple(about[name]) for name in ("transcripts", "names", "cases")}
        columns |= {name: arrays[name] for name in (*_OUTER, *_WHOLE)}
        return Talk(**columns | {name: Names(tuple(about[name]), arrays[name]) for name in _NAMES})
    talk = _read(connection)
    about = {"key": key, "transcripts": talk.transcripts, "names": talk.names, "cases": talk.cases}
    about |= {name: getattr(talk, name).names for name in _NAMES}
    whole = {name: getattr(talk, name) for name in (*_OUTER, *_WHOLE)}
    write_arrays(folder / _FILE, about, whole | {name: getattr(talk, name).numbers for name in _NAMES})
    return talk


def _key(connection: Connection) -> list[object]:
    """What the turns rest on: rows are only ever added, or erased."""
    table = schema.text_versions
    versions = connection.execute(select(func.count(), func.min(table.c.id), func.max(table.c.id)).select_from(table))
    erased = connection.scalars(select(func.count()).select_from(schema.erasures))
    return [*versions.one(), erased.one()]


def _read(connection: Connection, as_of: datetime | None = None) -> Talk:
    table = schema.text_versions
    newest = select(table.c.transcript, func.max(table.c.version).label("version")).where(until(table, as_of))
    chosen = newest.group_by(table.c.transcript).subquery()
    same = and_(table.c.transcript == chosen.c.transcript, table.c.version == chosen.c.version)
    columns = ("transcript", "name", "case_name", "version", "characters", "speakers", "turns")
    query = select(*(table.c[name] for name in columns)).join(chosen, same)
    return _talk(connection.execute(query.order_by(table.c.name, table.c.transcript)).all())


def _talk(rows: Sequence[Sequence[Any]]) -> Talk:
    ids, names, cases, versions, lengths, speakers, turns = zip(*rows, strict=True) if rows else ((),) * 7
    people = [{label: participant for label, _, participant in listed} for listed in speakers]
    # A turn is a list that begins with number, start, end, speaker, role (see `rows.py`).
    every = [(place, *turn[:5]) for place, listed in enumerate(turns) for turn in listed]
    transcript, number, start, end, speaker, role = zip(*every, strict=True) if every else ((),) * 6
    heard = zip(transcript, speaker, strict=True)

    def whole(values: Sequence[int]) -> Any:
        return np.array(values, dtype=np.int64)

    return Talk(
        transcripts=ids,
        names=names,
        cases=cases,
        versions=whole(versions),
        lengths=whole(lengths),
        transcript=whole(transcript),
        number=whole(number),
        start=whole(start),
        end=whole(end),
        role=Names.of(role),
        speaker=Names.of(speaker),
        participant=Names.of(people[place].get(label) if label else None for place, label in heard),
    )
