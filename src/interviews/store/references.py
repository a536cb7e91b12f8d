"""What records say of each other where no key of the database holds it: memos, groups, links, codes, people, counts."""

from collections.abc import Iterable, Iterator, Set
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from interviews.errors import Problem, Severity
from interviews.model import Code
from interviews.model.codebook import SEPARATOR
from interviews.store import schema
from interviews.store.course import outcome
from interviews.store.rows import codebook_of, revision_of

# Which table the rows of an event are in, as many as it says. An undo is one row about one event.
_WRITTEN = {
    ("register", "transcript"): schema.transcripts,
    ("add", "text version"): schema.text_versions,
    ("add", "participant"): schema.participants,
    ("add", "case"): schema.cases,
    ("add", "codebook"): schema.codebooks,
    ("revise", "codebook"): schema.codebooks,
    ("add", "coding"): schema.codings,
    ("change", "coding"): schema.codings,
    ("retract", "coding"): schema.retractions,
    ("review", "coding"): schema.reviews,
    ("adjudicate", "coding"): schema.memos,
    ("release", "quote"): schema.memos,
    ("hold", "quote"): schema.memos,
    ("add", "case coding"): schema.case_codings,
    ("retract", "case coding"): schema.case_codings,
    ("add", "query"): schema.queries,
    ("add", "suggestion"): schema.suggestions,
    ("decide", "suggestion"): schema.decisions,
    ("decide", "coding"): schema.decisions,
    ("add", "memo"): schema.memos,
    ("add", "group"): schema.groups,
    ("add", "link"): schema.links,
    ("add", "guid"): schema.guids,
}


def find_lost_ends(connection: Connection) -> Iterator[Problem]:
    """Memos, members of groups, ends of links and decisions that lead to nothing."""
    known = _known(connection)
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


def _leads(known: Set[str], end: tuple[str, str]) -> bool:
    kind, record = end
    return record in known or kind not in _KINDS


_KINDS = frozenset({"transcript", "code", "coding", "selection", "memo", "participant", "case", "group", "link"})


def _known(connection: Connection) -> set[str]:
    """All that something may be about: ids of records, names of people and cases, paths of codes."""
    tables = (schema.transcripts, schema.codings, schema.memos, schema.links, schema.participants, schema.cases)
    columns: list[Column[Any]] = [table.c.id for table in tables]
    columns += [schema.groups.c.record, schema.participants.c.name, schema.cases.c.name]
    columns += [schema.suggestions.c.id, *_naming_cases()]
    known = {value for column in columns for value in connection.scalars(select(column))}
    return known.union(connection.scalars(select(schema.erasures.c.record)), *_paths(connection).values())


def _naming_cases() -> list[Column[Any]]:
    return [schema.transcripts.c.case_name, schema.text_versions.c.case_name, schema.participants.c.case_name]


def find_lost_codes(connection: Connection) -> Iterator[Problem]:
    """Codes that no version of a codebook has, and codes that stand there twice or below none."""
    paths = _paths(connection)
    anywhere = set().union(*paths.values())
    for name, table in (("codings", schema.codings), ("codes of cases", schema.case_codings)):
        query = select(table.c.code, func.count()).group_by(table.c.code).order_by(table.c.code)
        for code, count in connection.execute(query):
            if code not in anywhere:
                yield Problem(f"code {code}", f"{count} {name} are under it, and no version of a codebook has it")
    for row in connection.execute(select(schema.codebooks).order_by(schema.codebooks.c.created)).mappings():
        yield from _misplaced(f"codebook {row['name']!r}, version {row['version']}", codebook_of(row))


def _misplaced(where: str, codes: Iterable[Code]) -> Iterator[Problem]:
    seen: set[str] = set()
    for path in (code.path for code in codes):
        above = path.rpartition(SEPARATOR)[0]
        if path in seen:
            yield Problem(where, f"code {path} stands there twice: save a version in which it does not")
        elif above and above not in seen:
            yield Problem(where, f"code {path} stands before or without the code above it: save a version with that")
        seen.add(path)


def _paths(connection: Connection) -> dict[tuple[str, int], set[str]]:
    """The codes of each version of each codebook; after a merge those of all of one number."""
    paths: dict[tuple[str, int], set[str]] = {}
    for row in connection.execute(select(schema.codebooks)).mappings():
        paths.setdefault((row["name"], row["version"]), set()).update(code["path"] for code in row["codes"])
    return paths


def find_lost_ways(connection: Connection) -> Iterator[Problem]:
    """Revisions between versions that are not there, or whose steps do not lead from one to the other."""
    editions: dict[tuple[str, int], list[frozenset[str]]] = {}
    for row in connection.execute(select(schema.codebooks)).mappings():
        codes = frozenset(code["path"] for code in row["codes"])
        editions.setdefault((row["name"], row["version"]), []).append(codes)
    ways = schema.revisions
    for row in connection.execute(select(ways).order_by(ways.c.created, ways.c.id)).mappings():
        revision = revision_of(row)
        where = f"revision of codebook {revision.codebook!r} to version {revision.version}"
        before: list[frozenset[str]] | None
        after = editions.get((revision.codebook, revision.version))
        before = [frozenset()] if revision.before == 0 else editions.get((revision.codebook, revision.before))
        if after is None or before is None:
            missing = revision.version if after is None else revision.before
            yield Problem(where, f"there is no version {missing}")
        elif not any(outcome(revision, codes) in after for codes in before):
            yield Problem(where, f"its steps do not make the codes of version {revision.version}", Severity.INFO)


def find_lost_people(connection: Connection) -> Iterator[Problem]:
    """Cases that have codes and that nothing else in the project names; speakers of whom nothing else is known."""
    cases = {name for column in (schema.cases.c.name, *_naming_cases()) for name in connection.scalars(select(column))}
    named = schema.case_codings.c.case_name
    query = select(named, func.count()).group_by(named).order_by(named)
    for case, count in connection.execute(query):
        if case not in cases:
            yield Problem(f"case {case}", f"{count} codes are given to it, and there is no such case")
    people = set(connection.scalars(select(schema.participants.c.name)))
    lists = connection.scalars(select(schema.text_versions.c.speakers))
    speaking = {participant for speakers in lists for _, _, participant in speakers if participant}
    if people and (unknown := sorted(speaking - people)):
        told = f"{len(unknown)} who speak are not among the participants: {', '.join(unknown[:5])}"
        yield Problem("participants", told, Severity.INFO)


def find_miscounted(connection: Connection) -> Iterator[Problem]:
    """Events that say another number of records than there are of them. An erasure takes records, not counts."""
    erased = connection.scalar(select(func.count()).select_from(schema.erasures)) or 0
    counts = {table: _counts(connection, table) for table in {*_WRITTEN.values(), schema.reversals}}
    for id, action, subject, count in connection.execute(
        select(schema.events.c.id, schema.events.c.action, schema.events.c.subject, schema.events.c.count)
    ):
        if action in ("undo", "redo"):
            table, wanted = schema.reversals, 1
        elif (action, subject) in _WRITTEN:
            table, wanted = _WRITTEN[action, subject], count
        else:
            continue
        there = counts[table].get(id, 0)
        if there > wanted or (there < wanted and not erased):
            told = f"it says {wanted} and has {there} rows of {table.name}: some were lost or slipped in"
            yield Problem(f"event {id}", told, Severity.ERROR)


def _counts(connection: Connection, table: Table) -> dict[str, int]:
    rows = connection.execute(select(table.c.event, func.count()).group_by(table.c.event))
    return {event: count for event, count in rows}


REFERENCES = (find_lost_ends, find_lost_codes, find_lost_ways, find_lost_people, find_miscounted)
