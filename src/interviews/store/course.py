"""The course of a codebook: the way from the version that a coding was made under to the code it has today.

As a coding's place travels along the edits of its text (`carry.py`), its code travels along the revisions of the
codebook. Nothing is rewritten: a revision that is taken back is simply not on the way any more.
"""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from typing import Any

from sqlalchemy import Connection, Select, select

from interviews.model import Change, Codebook, Revision, Step
from interviews.model.codebook import SEPARATOR
from interviews.store import schema
from interviews.store.history import until
from interviews.store.quick import ask
from interviews.store.rows import codebook_of, revision_of

Placed = tuple[str, str]
"""The path of a code today, and why a coding under it has to be looked at again; empty where nothing has changed."""


@dataclass(frozen=True)
class Course:
    """The versions of one codebook and how they came from each other; they may branch, after an undo or a merge."""

    version: int | None = None
    """The version that counts; None where there is no codebook yet."""
    paths: frozenset[str] = frozenset()
    """The codes of that version."""
    versions: tuple[int, ...] = ()
    """Every version there ever was, sorted."""
    revisions: Mapping[int, Revision] = field(default_factory=dict)
    """By the version that they lead to."""
    saved: tuple[tuple[int, int], ...] = ()
    """When each version was saved, in microseconds, in that order."""

    def path_since(self, moment: int, path: str) -> str:
        """What became of a path that was written down at a moment, in microseconds; anything else stays as it is.

        Who wrote it in a copy did not know what was saved elsewhere meanwhile: where it was no path of a code any more,
        it is taken for that of the version before.
        """
        at = bisect_right(self.saved, moment, key=lambda one: one[0])
        known = [version for _, version in self.saved[: max(at, 1)]]
        today = self.place(known[-1], path)[0] if known else path
        if today in self.paths or not self._left & _line_above(path):
            return today
        earlier = (self.place(version, path)[0] for version in reversed(known))
        return next((one for one in earlier if one in self.paths), today)

    def place(self, version: int | None, path: str) -> Placed:
        """What became of a code that a coding of this version of the codebook names."""
        if self.version is None:
            return path, ""
        start = self._unnumbered if version is None else version
        reasons = []
        for step, number in self._way(start):
            if number is None:
                path = step.backward(path)
            else:
                if step.unsettles(path):
                    reasons.append(_told(step, number))
                path = step.forward(path)
        if path not in self.paths:
            reasons.append(f"{path} is no code of version {self.version}")
        return path, "; ".join(reasons)

    @cached_property
    def _unnumbered(self) -> int:
        """Codings that name no version are from a time before there were revisions."""
        return max((one for one in self.versions if one not in self.revisions), default=self.version or 0)

    def _way(self, start: int) -> Sequence[tuple[Step, int | None]]:
        """The steps from a version to the one that counts, each with its version, or None for a step taken back."""
        known, ways = self._known_ways, self._known_ways.get(start)
        if ways is None:
            ways = known[start] = self._find_way(start)
        return ways

    @cached_property
    def _left(self) -> frozenset[str]:
        """The paths that codes were renamed, moved or merged from."""
        return frozenset(step.code for one in self.revisions.values() for step in one.steps if step.to)

    @cached_property
    def _known_ways(self) -> dict[int, Sequence[tuple[Step, int | None]]]:
        return {}

    def _find_way(self, start: int) -> Sequence[tuple[Step, int | None]]:
        if start not in self.versions or self.version is None:
            return ()  # a version of another study: it is taken for the present one
        mine, theirs = self._line(self.version), self._line(start)
        shared = set(mine) & set(theirs)
        back = [step for one in theirs if one not in shared for step in reversed(self._steps(one))]
        onwards = [(step, one) for one in reversed(mine) if one not in shared for step in self._steps(one)]
        return [*((step, None) for step in back), *onwards]

    def _line(self, version: int) -> list[int]:
        """A version and those it came from, the newest first. What nobody recorded came from the version before it."""
        line, here = [version], version
        while here is not None and here > self.versions[0]:
            revision = self.revisions.get(here)
            before = revision.before if revision else max(one for one in self.versions if one < here)
            line.append(before)
            here = before
        return line

    def _steps(self, version: int) -> tuple[Step, ...]:
        revision = self.revisions.get(version)
        return revision.steps if revision else ()


def read_version(connection: Connection) -> int | None:
    """The version of the codebook that counts; None where there is none yet."""
    found = ask(connection, _newest_version())
    return found[0][0] if found else None


@cache
def _newest_version() -> Select[Any]:
    books = schema.codebooks
    newest = select(books.c.version).where(until(books, None)).order_by(books.c.created.desc(), books.c.id.desc())
    return newest.limit(1)


def read_course(connection: Connection, as_of: datetime | None = None) -> Course:
    """The course of the codebook that counts, or counted at a moment."""
    books, ways = schema.codebooks, schema.revisions
    newest = select(books).where(until(books, as_of)).order_by(books.c.created.desc(), books.c.id.desc()).limit(1)
    row = connection.execute(newest).mappings().one_or_none()
    if row is None:
        return Course()
    codebook = codebook_of(row)
    query = select(books.c.created, books.c.version).where(books.c.name == codebook.name)
    saved = [(created, version) for created, version in connection.execute(query.order_by(books.c.created))]
    rows = connection.execute(
        select(ways).where(ways.c.codebook == codebook.name).order_by(ways.c.created, ways.c.id)
    ).mappings()
    taken = {one["event"]: revision_of(one) for one in rows}
    revisions = {revision.version: revision for revision in taken.values()}
    if len(revisions) < len(taken):  # after a merge, two people's revisions may have led to one number
        revisions |= _line_of(connection, row["event"], codebook, taken)
    paths = frozenset(code.path for code in codebook)
    versions = tuple(sorted({version for _, version in saved}))
    return Course(codebook.version, paths, versions, revisions, tuple(saved))


def outcome(revision: Revision, codes: Collection[str]) -> frozenset[str]:
    """The paths that a revision makes of those of a codebook."""
    made = set(codes)
    for step in revision.steps:
        made = {step.forward(path) for path in made}
        if step.change is Change.ADD:
            made.add(step.code)
        elif step.change is Change.SPLIT:
            made.update(step.to)
    return frozenset(made)


def _line_of(
    connection: Connection, event: str, codebook: Codebook, taken: Mapping[str, Revision]
) -> dict[int, Revision]:
    """The revisions that led to the codebook that an event saved, by version; each fits the codes before and after."""
    books = schema.codebooks
    rows = connection.execute(select(books).where(books.c.name == codebook.name).order_by(books.c.created, books.c.id))
    editions = [(row["event"], codebook_of(row)) for row in rows.mappings()]
    line: dict[int, Revision] = {}
    while (revision := taken.get(event)) is not None:
        line[revision.version] = revision
        after = frozenset(code.path for code in codebook)
        before = [one for one in editions if one[1].version == revision.before and revision.before < revision.version]
        fitting = [one for one in before if outcome(revision, {code.path for code in one[1]}) == after]
        if not before:
            break
        event, codebook = (fitting or before)[-1]
    return line


def _line_above(path: str) -> set[str]:
    """The path, and those of the codes above it."""
    names = path.split(SEPARATOR)
    return {SEPARATOR.join(names[:depth]) for depth in range(1, len(names) + 1)}


def _told(step: Step, version: int) -> str:
    reason = f" ({step.reason})" if step.reason else ""
    told = {
        Change.REDEFINE: f"{step.code}: {_listed(step.fields)} changed in version {version}{reason}",
        Change.SPLIT: f"{step.code} was split into {_listed(step.to)} in version {version}{reason}",
        Change.RETIRE: f"{step.code} was retired in version {version}{reason}",
    }
    return told[step.change]


def _listed(names: Collection[str]) -> str:
    return ", ".join(names)
