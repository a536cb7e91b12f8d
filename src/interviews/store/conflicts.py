"""Two codebooks of one name and version, as a merge may leave them: shown field by field, never joined by guess."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from interviews.errors import Problem
from interviews.model import Change, Code, Codebook, Step
from interviews.store import schema
from interviews.store.history import until
from interviews.store.rows import codebook_of, from_micros, revision_of

_FIELDS = tuple(name for name in Code.__dataclass_fields__ if name != "path")


@dataclass(frozen=True, slots=True)
class _Edition:
    """A codebook, with who saved it when, and the steps that made it, if anybody wrote them down."""

    codebook: Codebook
    signature: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return self.signature


def find_conflicts(connection: Connection, since: Collection[str] = ()) -> list[Problem]:
    """Where codebooks of one name and version differ, and no higher version followed.

    Those of which one came in by an event in `since` are shown in any case: a version that followed knew one of them.
    """
    codebooks, events = schema.codebooks, schema.events
    steps = _steps_by_event(connection)
    query = select(codebooks, events.c.author, events.c.id.label("by")).join(events, codebooks.c.event == events.c.id)
    editions: dict[tuple[str, int], list[_Edition]] = {}
    fresh = set()
    counting: dict[str, _Edition] = {}
    standing = query.where(until(codebooks, None)).order_by(codebooks.c.created, codebooks.c.id)
    for row in connection.execute(standing).mappings():
        here = (row["name"], row["version"])
        edition = _Edition(codebook_of(row), signed(row["author"], row["created"]), steps.get(row["by"], ()))
        editions.setdefault(here, []).append(edition)
        counting[row["name"]] = edition
        if row["by"] in since:
            fresh.add(here)
    highest = {name: max(number for other, number in editions if other == name) for name, _ in editions}
    problems: list[Problem] = []
    for (name, version), saved in sorted(editions.items()):
        if version == highest[name] or (name, version) in fresh:
            where = f"codebook {name!r}, version {version}"
            problems += _compare(where, _distinct(saved), counting[name], _next_number(connection, name))
        if version > counting[name].codebook.version:
            problems += _passed_by(f"codebook {name!r}, version {version}", saved[-1], counting[name])
    return problems


def _next_number(connection: Connection, name: str) -> int:
    """The lowest number that no version has had, those that were undone included."""
    table = schema.codebooks
    return 1 + int(connection.scalars(select(func.max(table.c.version)).where(table.c.name == name)).one() or 0)


def _passed_by(where: str, edition: _Edition, counting: _Edition) -> Iterator[Problem]:
    """A higher version that does not count, as it was saved before the one of a lower number from the other copy."""
    did = f" did this: {'; '.join(map(_shown_step, edition.steps))}" if edition.steps else ""
    told = f"it does not count, as version {counting.codebook.version} was saved later ({counting})"
    yield Problem(where, f"{edition}{did or ' saved it'}; {told}: take its steps once more")


def signed(author: str, created: int) -> str:
    """Who saved something, and when."""
    return f"{author}, {from_micros(created):%Y-%m-%d %H:%M:%S} UTC"


def side_by_side(signatures: Iterable[str], values: Iterable[str]) -> str:
    """What each of several people said."""
    return " | ".join(f"“{value}” ({signature})" for signature, value in zip(signatures, values, strict=True))


def _steps_by_event(connection: Connection) -> dict[str, tuple[Step, ...]]:
    return {row["event"]: revision_of(row).steps for row in connection.execute(select(schema.revisions)).mappings()}


def _distinct(editions: Iterable[_Edition]) -> list[_Edition]:
    """Each codebook once, as it was saved last, in the order of saving."""
    kept: list[_Edition] = []
    for edition in editions:
        kept = [one for one in kept if one.codebook != edition.codebook] + [edition]
    return kept


def _compare(where: str, editions: list[_Edition], counting: _Edition, number: int) -> Iterator[Problem]:
    if len(editions) < 2:
        return
    told = [*_heads(where, editions), *_codes(where, editions)]
    if not told:
        told = [Problem(where, "the codes stand in another order")]
    yield from told
    for edition in editions:
        if edition.steps:
            yield Problem(where, f"{edition} did this: {'; '.join(map(_shown_step, edition.steps))}")
    last, version = editions[-1], counting.codebook.version
    counts = f"the one saved last ({last}) counts"
    if version != last.codebook.version:
        counts = f"what was saved last, version {version} ({counting}), counts and came from one of them"
    again = "Take the steps that it lacks once more (interviews revise), or put" if _revised(editions) else "Put"
    yield Problem(
        where,
        f"there are {len(editions)} codebooks of this version; {counts}. {again} "
        f"together what is to stay and save it as version {number}",
    )


def _revised(editions: Iterable[_Edition]) -> bool:
    return any(edition.steps for edition in editions)


def _shown_step(step: Step) -> str:
    """A step in a few words, such as `rename Wohnen → Wohnraum (zu eng)`."""
    to = f" → {', '.join(step.to)}" if step.to else ""
    fields = f": {', '.join(step.fields)}" if step.fields and step.change is Change.REDEFINE else ""
    return f"{step.change} {step.code}{to}{fields}" + (f" ({step.reason})" if step.reason else "")


def _heads(where: str, editions: list[_Edition]) -> Iterator[Problem]:
    languages = [edition.codebook.language for edition in editions]
    if len(set(languages)) > 1:
        yield Problem(where, f"the language differs: {side_by_side(map(str, editions), languages)}")


def _codes(where: str, editions: list[_Edition]) -> Iterator[Problem]:
    for path in dict.fromkeys(code.path for edition in editions for code in edition.codebook):
        codes = [edition.codebook.get(path) for edition in editions]
        if None in codes:
            having = [str(edition) for edition, code in zip(editions, codes, strict=True) if code]
            yield Problem(f"{where}, code {path}", f"it stands only in what was saved by {'; '.join(having)}")
        for name in _FIELDS:
            values = [_shown(getattr(code, name)) for code in codes if code]
            if len(set(values)) > 1:
                told = side_by_side([str(one) for one, code in zip(editions, codes, strict=True) if code], values)
                yield Problem(f"{where}, code {path}", f"{name} differs: {told}")


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value.replace("\n", " ⏎ ")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(f"{language}: {label}" for language, label in sorted(dict(value).items()))  # type: ignore[call-overload]
