"""What memos, groups and links lead to: ids of records, names of people and cases, paths of codes."""

from collections.abc import Iterable, Iterator, Set
from typing import Any

from sqlalchemy import Column, Connection, select

from interviews.errors import Problem
from interviews.store import schema
from interviews.store.known import chosen

End = tuple[str, str]
"""Kind and record."""

# Kinds whose records are in the database; media are in the vault.
_KINDS = frozenset({"transcript", "code", "coding", "selection", "memo", "participant", "case", "group", "link"})


def lost_ends(connection: Connection, ends: Iterable[End]) -> set[str]:
    """The records among these ends that the project does not have."""
    left = {record for kind, record in ends if kind in _KINDS}
    for column in _named_by():
        left -= set(chosen(connection, column, sorted(left)))
    return left.difference(*paths_of_versions(connection).values()) if left else left


def find_lost_ends(connection: Connection) -> Iterator[Problem]:
    """Memos, members of groups, ends of links and decisions that lead to nothing."""
    known = {value for column in _named_by() for value in connection.scalars(select(column))}
    known = known.union(*paths_of_versions(connection).values())
    memos, groups, links = schema.memos, schema.groups, schema.links
    for id, about in connection.execute(select(memos.c.id, memos.c.about).order_by(memos.c.id)):
        if about and about not in known:
            yield Problem(f"memo {id}", "what it is about is not in the project")
    for id, name, members in connection.execute(select(groups.c.id, groups.c.name, groups.c.members)):
        if lost := sum(not _leads(known, member) for member in members):
            yield Problem(f"group {name} ({id})", f"{lost} of its {len(members)} members are not in the project")
    for id, origin, target in connection.execute(select(links.c.id, links.c.origin, links.c.target)):
        if not (_leads(known, origin) and _leads(known, target)):
            yield Problem(f"link {id}", "what it leads to is not in the project")
    made = schema.decisions.c.coding
    query = select(schema.decisions.c.id).where(made.is_not(None), made.not_in(select(schema.codings.c.id)))
    for id in connection.scalars(query):
        yield Problem(f"decision {id}", "the coding that came of it is not in the project")


def _leads(known: Set[str], end: End) -> bool:
    kind, record = end
    return record in known or kind not in _KINDS


def _named_by() -> list[Column[Any]]:
    tables = (schema.transcripts, schema.codings, schema.memos, schema.links, schema.participants, schema.cases)
    columns: list[Column[Any]] = [table.c.id for table in tables]
    columns += [schema.groups.c.record, schema.participants.c.name, schema.cases.c.name]
    return [*columns, schema.suggestions.c.id, schema.erasures.c.record, *naming_cases()]


def naming_cases() -> list[Column[Any]]:
    """Where else than in the table of cases a case is named."""
    return [schema.transcripts.c.case_name, schema.text_versions.c.case_name, schema.participants.c.case_name]


def paths_of_versions(connection: Connection) -> dict[tuple[str, int], set[str]]:
    """The codes of each version of each codebook; after a merge those of all of one number."""
    paths: dict[tuple[str, int], set[str]] = {}
    for row in connection.execute(select(schema.codebooks)).mappings():
        paths.setdefault((row["name"], row["version"]), set()).update(code["path"] for code in row["codes"])
    return paths
