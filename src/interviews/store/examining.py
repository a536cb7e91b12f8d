"""A database looked through from its pages to what its records say of each other; damage is told, never raised."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Table, func, select

from interviews.errors import Problem, Severity, StoreError
from interviews.store import schema, sqlite
from interviews.store.damage import MOST_PROBLEMS
from interviews.store.inventory import RESTORE, find_broken_pages, find_gaps, mend
from interviews.store.migrate import is_current, migrate
from interviews.store.references import REFERENCES
from interviews.store.seals import Seal, broken_seals, seal
from interviews.store.soundness import CHECKS, find_unsound

STEPS = 4 + len(CHECKS) + len(REFERENCES)
"""How often `examine` calls `step`."""
_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError)
_AFTER_AN_UPDATE = "an older version made it: any other command, or interviews verify --repair, brings it up to date"


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked through."""

    what: str
    count: int
    """How many of it, as `of` calls them."""
    of: str
    problems: tuple[Problem, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether something is wrong with it that makes it unsafe to rest on."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(slots=True)
class Examination:
    """What became of looking a database through; the seal is there where nothing was broken."""

    parts: list[Examined]
    seal: Seal | None = None


def examine(path: Path, before: Seal | None, step: Callable[[], None]) -> Examination:
    """Look a database file through. What was damaged hides what rests on it, so that is not looked at any more."""
    examination = Examination([])
    if not path.is_file():
        told = f"there is no database here: {RESTORE}"
        return Examination([Examined("database", 0, "pages", (Problem(path.name, told, Severity.ERROR),))])
    engine = sqlite.connect(path)
    try:
        with sqlite.explained(path.name), engine.begin() as connection:
            for part in _parts(connection, path.name, before, examination, step):
                examination.parts.append(part)
                if part.broken:
                    break
    except (StoreError, *_UNREADABLE) as reason:
        told = str(reason) if isinstance(reason, StoreError) else f"it cannot be read: {RESTORE}"
        fault = Problem("database", told, Severity.ERROR)
        examination.parts.append(Examined("database", 0, "pages", (fault,)))
    finally:
        engine.dispose()
    if any(part.broken for part in examination.parts):
        examination.seal = None
    return examination


def repair(path: Path) -> list[str]:
    """Make anew what the database derives from its records, and write its log into the file; what was done, in words.

    No record is touched, and where the pages do not fit together nothing is.
    """
    done: list[str] = []
    if not path.is_file():
        return done
    log = path.with_name(f"{path.name}-wal")
    left_behind = log.is_file() and log.stat().st_size > 0
    engine = sqlite.connect(path)
    try:
        with sqlite.explained(path.name):
            with sqlite.writing(engine).begin() as connection:
                if not is_current(connection, path.name) and not find_broken_pages(connection):
                    migrate(connection)
                    done.append("the database was brought up to date")
                done += mend(connection)
            if left_behind and sqlite.empty_log(engine):
                done.append("the log of the database was written into it")
    except (StoreError, *_UNREADABLE):
        pass  # the examination that follows tells what is wrong
    finally:
        engine.dispose()
    return done


def _parts(
    connection: Connection, name: str, before: Seal | None, examination: Examination, step: Callable[[], None]
) -> Iterator[Examined]:
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    yield Examined("database", pages, "pages", tuple(find_broken_pages(connection)))
    step()
    yield Examined("schema", len(schema.metadata.tables), "tables", tuple(_schema(connection, name)))
    step()
    records = sum(_count(connection, table) for table in schema.metadata.sorted_tables)
    faults = (_with_advice(one) for one in find_unsound(connection, lambda table, row: f"{table}, row {row}", step))
    yield Examined("records", records, "rows", tuple(faults))
    found: list[Problem] = []
    for check in REFERENCES:
        found += islice(check(connection), MOST_PROBLEMS)
        step()
    yield Examined("references", _count(connection, schema.events), "saves and what they wrote", tuple(found))
    now = seal(connection)
    step()
    known = before or Seal()
    examination.seal = now
    yield Examined("seal", len(known.digests), "saves since found sound", tuple(broken_seals(connection, known, now)))
    step()


def _schema(connection: Connection, name: str) -> Iterable[Problem]:
    if is_current(connection, name):
        return find_gaps(connection)
    return [Problem(name, _AFTER_AN_UPDATE, Severity.ERROR)]


def _with_advice(problem: Problem) -> Problem:
    return Problem(problem.where, f"{problem.message}: {RESTORE}", problem.severity)


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
