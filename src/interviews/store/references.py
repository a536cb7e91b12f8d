"""What records say of each other where no key of the database holds it: codes, people, counts; and see `ends.py`."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Table, func, select

from interviews.errors import Problem, Severity
from interviews.model import Code
from interviews.model.codebook import SEPARATOR
from interviews.store import schema
from interviews.store.course import outcome
from interviews.store.ends import find_lost_ends, naming_cases, paths_of_versions
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


def find_lost_codes(connection: Connection) -> Iterator[Problem]:
    """Codes that no version of a codebook has, and codes that stand there twice or below none."""
    paths = paths_of_versions(connection)
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
    cases = {name for column in (schema.cases.c.name, *naming_cases()) for name in connection.scalars(select(column))}
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
