"""Words of an erased text that stand elsewhere: in an example of a code, in a memo, in a reason."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table, select, update

from interviews.model import CODE_TEXTS
from interviews.store import schema
from interviews.text import Runs, words_of

# What people write about texts, by table and column. Memos that quote are deleted as a whole.
_WRITTEN = (
    (schema.codings, "memo"),
    (schema.retractions, "reason"),
    (schema.reviews, "reason"),
    (schema.case_codings, "memo"),
    (schema.queries, "text"),
    (schema.suggestions, "source"),
    (schema.groups, "name"),
    (schema.groups, "description"),
    (schema.links, "name"),
    (schema.events, "detail"),
)
_ATTRIBUTES = (schema.participants, schema.cases)
_EXAMPLES = ("anchor", "counter")
_LEAST_EXAMPLE = 3
# Shorter names are those of coders, too, of whom the history speaks.
_LEAST_NAME = 4


class Quoted:
    """What only the erased texts say, and what they are called."""

    def __init__(self, connection: Connection, transcripts: Collection[str]) -> None:
        table = schema.text_versions
        self._connection, self._of_others = (
            connection,
            select(table.c.text).where(table.c.transcript.not_in(transcripts)),
        )
        erased = list(connection.execute(select(table.c.text).where(table.c.transcript.in_(transcripts))).scalars())
        self._runs = Runs(erased, connection.execute(self._of_others).scalars() if erased else ())
        self._texts = [_in_words(text) for text in erased]
        versions = select(table.c.name).where(table.c.transcript.in_(transcripts))
        known = select(schema.transcripts.c.name).where(schema.transcripts.c.id.in_(transcripts))
        names = map(_in_words, {*connection.scalars(versions), *connection.scalars(known)})
        self._names = [name for name in names if len(name.strip()) >= _LEAST_NAME]

    def __contains__(self, text: str) -> bool:
        return self._runs.stands_in(text)

    def is_example(self, text: str) -> bool:
        """Whether the example of a code is from these texts, were it only a few words."""
        words = _in_words(text)
        if len(words.split()) < _LEAST_EXAMPLE or not any(words in erased for erased in self._texts):
            return text in self
        return not any(words in _in_words(other) for other in self._connection.execute(self._of_others).scalars())

    def is_named(self, text: str) -> bool:
        """Whether one of these texts is named or quoted."""
        return any(name in _in_words(text) for name in self._names) or text in self


def blank(connection: Connection, quoted: Quoted) -> Iterator[tuple[str, str]]:
    """Take out what quotes; the table and id of each row that was changed."""
    for table, column in _WRITTEN:
        found = quoted.is_named if table is schema.events else quoted.__contains__
        yield from _rewrite(connection, table, column, partial(_without, found))
    for table in _ATTRIBUTES:
        yield from _rewrite(connection, table, "attributes", lambda value: _of_attributes(value, quoted))
    yield from _rewrite(connection, schema.codebooks, "codes", lambda codes: [_of_code(code, quoted) for code in codes])
    yield from _rewrite(connection, schema.revisions, "steps", lambda steps: [_of_step(step, quoted) for step in steps])


def drop_members(connection: Connection, gone: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Take records that are gone out of the groups; the table and id of each row that was changed."""

    def left(members: Iterable[list[str]]) -> list[list[str]]:
        return [member for member in members if tuple(member) not in gone]

    yield from _rewrite(connection, schema.groups, "members", left)


def _rewrite(
    connection: Connection, table: Table, column: str, change: Callable[[Any], Any]
) -> Iterator[tuple[str, str]]:
    for id, value in connection.execute(select(table.c.id, table.c[column])).all():
        changed = change(value)
        if changed != value:
            connection.execute(update(table).where(table.c.id == id).values({column: changed}))
            yield table.name, id


def _in_words(text: str) -> str:
    """The words with a blank before and after each."""
    return f" {' '.join(words_of(text))} "


def _without(found: Callable[[str], bool], text: str) -> str:
    return "" if found(text) else text


def _of_attributes(attributes: dict[str, str], quoted: Quoted) -> dict[str, str]:
    return {name: "" if value in quoted else value for name, value in attributes.items()}


def _of_code(code: dict[str, Any], quoted: Quoted) -> dict[str, Any]:
    found = {name: quoted.is_example if name in _EXAMPLES else quoted.__contains__ for name in CODE_TEXTS}
    return {name: "" if name in found and found[name](value) else value for name, value in code.items()}


def _of_step(step: dict[str, Any], quoted: Quoted) -> dict[str, Any]:
    reason = "" if step["reason"] in quoted else step["reason"]
    return step | {"fields": _of_code(step["fields"], quoted), "reason": reason}
