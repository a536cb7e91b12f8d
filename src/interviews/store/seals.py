"""What every save said when a project was found sound: saves never change, so one that has changed since is damaged.

A letter that a failing disk or a careless hand has changed breaks no rule of the database. Only a digest shows it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from interviews.errors import Problem, Severity
from interviews.store import schema
from interviews.store.archive.lines import APART, line_of, sorted_rows
from interviews.store.rows import from_micros

_BITS = 128
_DIGITS = _BITS // 4
_HEAD = "interviews seal 1"


@dataclass(frozen=True, slots=True)
class Seal:
    """Digests of saves."""

    erasures: int = 0
    """How much had been erased; after another erasure a seal says nothing any more."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """By event, of its row and of all rows that it wrote, in any order."""

    def text(self) -> str:
        """The seal as a file, the first line of which says whether the others are whole."""
        lines = [str(self.erasures), *(f"{event} {self.digests[event]}" for event in sorted(self.digests))]
        body = "\n".join(lines) + "\n"
        return f"{_HEAD} {_digest(body)}\n{body}"


def read_seal(text: str) -> Seal | None:
    """The seal that `text` wrote; None where the file is damaged."""
    head, _, body = text.partition("\n")
    if head != f"{_HEAD} {_digest(body)}":
        return None
    erasures, *lines = body.splitlines()
    return Seal(int(erasures), {line[: -_DIGITS - 1]: line[-_DIGITS:] for line in lines})


def seal(connection: Connection) -> Seal:
    """The seal of what the database holds now."""
    sums: dict[str, int] = {}
    for table in schema.metadata.sorted_tables:
        for row in sorted_rows(connection, table):
            event = row["id"] if table is schema.events else row["event"]
            said = f"{table.name} {line_of(table, row, '')}{row[APART[table.name]] if table.name in APART else ''}"
            sums[event] = sums.get(event, 0) + int(_digest(said), 16)
    erasures = connection.scalar(select(func.count()).select_from(schema.erasures)) or 0
    return Seal(erasures, {event: f"{number % 2**_BITS:0{_DIGITS}x}" for event, number in sums.items()})


def broken_seals(connection: Connection, before: Seal, now: Seal) -> Iterator[Problem]:
    """The saves that do not say any more what they said."""
    if before.erasures != now.erasures:
        return
    table = schema.events
    events = {
        id: f"{author}, {from_micros(created):%Y-%m-%d %H:%M:%S} UTC"
        for id, author, created in connection.execute(select(table.c.id, table.c.author, table.c.created))
    }
    what_to_do = "compare with a copy or an archive (interviews merge names what differs), or take a backup"
    for event, digest in before.digests.items():
        if event not in now.digests:
            yield Problem(f"save {event}", f"it was there and is lost: {what_to_do}", Severity.ERROR)
        elif now.digests[event] != digest:
            where = f"save of {events.get(event, event)}"
            yield Problem(
                where, f"its records were altered since the project was last found sound: {what_to_do}", Severity.ERROR
            )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
