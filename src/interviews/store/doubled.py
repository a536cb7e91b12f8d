"""Codings that stand there twice after a merge, as when one table was imported in two copies: told, never joined."""

from collections import Counter
from collections.abc import Collection

from sqlalchemy import Connection, select

from interviews.errors import Problem
from interviews.store import schema
from interviews.store.history import until


def find_doubled(connection: Connection, since: Collection[str]) -> list[Problem]:
    """How many codings of each coder stand twice on the same words with the same code, one of them by an event in
    `since`; those that were taken back or undone do not count."""
    table = schema.codings
    same = (table.c.coder, table.c.transcript, table.c.version, table.c.span_start, table.c.span_end, table.c.code)
    taken_back = schema.retractions
    retracted = select(taken_back.c.coding).where(until(taken_back, None))
    query = select(table.c.event, *same).where(until(table, None), table.c.id.not_in(retracted))
    times: Counter[tuple[object, ...]] = Counter()
    fresh = set()
    for event, *what in connection.execute(query):
        times[tuple(what)] += 1
        if event in since:
            fresh.add(tuple(what))
    by_coder = Counter(str(what[0]) for what in fresh if times[what] > 1)
    return [
        Problem(
            f"codings of {coder}",
            f"{count} stand twice now, on the same words with the same code, and count twice: was one table "
            "imported in two copies, or do two people code as one? If so, take one of each back",
        )
        for coder, count in sorted(by_coder.items())
    ]
