"""Records on their way into the store: each kind is checked, and goes where its kind goes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from interviews.coding import CodingRow, check_codings
from interviews.errors import MisuseError, Problem
from interviews.exploration import check_queries
from interviews.model import Case, CaseCoding, Coding, Group, Link, Memo, Participant, Query, Suggestion
from interviews.project.naming import refuse_naming, without_naming_memos
from interviews.project.originals import admit_people
from interviews.project.placing import leave_out_known, place_codings
from interviews.project.saving import alone

if TYPE_CHECKING:
    from interviews.project.project import Project

Admitted = tuple[list[Any], list[Problem]]
"""The records that the store may hold, and what is wrong with the others."""


def save_records(records: list[Any], project: "Project", author: str) -> tuple[dict[str, int], list[Problem]]:
    """Save records of one kind; how many of what, and what was wrong with the others."""
    if not records:
        return {}, []
    kind: type[Any] = type(records[0])
    if not all(isinstance(record, kind) for record in records):
        raise MisuseError("Save records of one kind at a time.")
    if kind is CodingRow:
        (records, problems), kind = _placed(records, project), Coding
        project.store.add_codings(records, author=author)
    elif kind in (Participant, Case):
        records, problems = _people(records, project)
        _adder(kind, project)(records, author=author)
    else:
        with project.store.together():
            records, problems = _admitted(records, kind, project)
            _adder(kind, project)(records, author=author)
    return {_PLURALS[kind]: len(records)}, problems


_PLURALS: dict[type[Any], str] = {
    Coding: "codings",
    CaseCoding: "codes of cases",
    Memo: "memos",
    Participant: "participants",
    Case: "cases",
    Group: "groups",
    Link: "links",
    Query: "queries",
    Suggestion: "suggestions",
}


# What people write themselves, and may name somebody in.
_WRITTEN: dict[type[Any], Callable[[Any], str]] = {
    Memo: lambda memo: memo.text,
    Group: lambda group: f"{group.name}\n{group.description}",
    Link: lambda link: link.name,
    Query: lambda query: f"{query.name}\n{query.text}",
}


# What leads to other records: their kinds and names.
_ENDS: dict[type[Any], Callable[[Any], Iterable[tuple[str, str]]]] = {
    Memo: lambda memo: [("memo", memo.about)] if memo.about else [],
    Group: lambda group: group.members,
    Link: lambda link: [link.origin, link.target],
}


def _adder(kind: type[Any], project: "Project") -> Callable[..., None]:
    store = project.store
    adders: dict[type[Any], Callable[..., None]] = {
        Coding: store.add_codings,
        CaseCoding: store.add_case_codings,
        Memo: store.add_memos,
        Participant: store.add_participants,
        Case: store.add_cases,
        Group: store.add_groups,
        Link: store.add_links,
        Query: store.add_queries,
        Suggestion: store.add_suggestions,
    }
    if kind not in adders:
        raise MisuseError(f"A project does not save {kind.__name__}.")
    return adders[kind]


def _admitted(records: list[Any], kind: type[Any], project: "Project") -> Admitted:
    problems: list[Problem] = []
    if kind in (Coding, Suggestion):
        records, problems = sound_codings(records, project)
    elif kind is CaseCoding:
        _check_cases(records, project)
    elif kind is Query:
        check_queries(records, project.queries)
    elif kind in _ENDS:
        _check_ends(records, _ENDS[kind], project)
    if kind in (Coding, CaseCoding) and any(record.memo for record in records):
        records, naming = without_naming_memos(records, project.key_at_hand())
        problems = [*problems, *naming]
    elif kind in _WRITTEN:
        refuse_naming(kind.__name__, map(_WRITTEN[kind], records), project.key_at_hand())
    return records, problems


def _placed(rows: list[CodingRow], project: "Project") -> Admitted:
    """Rows of a file as codings, without those that are there already."""
    codings, problems = place_codings(rows, project.codebook, project.store, lambda: project.vault)
    fresh, repeated = leave_out_known(codings, project.coding_records)
    problems += repeated
    if any(coding.memo for coding in fresh):
        fresh, naming = without_naming_memos(fresh, project.key_at_hand())
        problems += naming
    return fresh, problems


def sound_codings(records: Iterable[Any], project: "Project") -> Admitted:
    """The codings or suggestions that fit the texts and the codebook, and what is wrong with the others."""
    records = list(records)
    codebook, lengths = project.codebook, project.store.lengths({record.transcript for record in records})
    sound, problems = [], []
    for record in records:
        wrong = check_codings([record], codebook, lengths)
        problems += wrong
        if not wrong:
            sound.append(_of_version(record, codebook.version))
    return sound, problems


def _of_version(record: Any, version: int) -> Any:
    """A coding with the version of the codebook that it was checked with; anything else as it is."""
    if isinstance(record, Coding) and record.codebook_version is None:
        return replace(record, codebook_version=version)
    return record


def _check_cases(codings: list[CaseCoding], project: "Project") -> None:
    known = {case.name for case in project.cases}
    codebook = project.codebook
    for coding in codings:
        if coding.case not in known:
            raise MisuseError(f"there is no case {coding.case!r}; nothing was saved")
        code = codebook.get(coding.code)
        if code is None or code.retired:
            why = f"the code {coding.code!r} was retired" if code else f"the codebook has no code {coding.code!r}"
            raise MisuseError(f"{why}; nothing was saved")


def _check_ends(records: list[Any], ends_of: Callable[[Any], Iterable[tuple[str, str]]], project: "Project") -> None:
    lost = project.store.lost(end for record in records for end in ends_of(record))
    if lost := lost - {record.id for record in records}:
        first = f"{min(lost)!r}{f' and {len(lost) - 1} more' if len(lost) > 1 else ''}"
        raise MisuseError(
            f"the project has no {first}: give the id of a coding, transcript, memo or group, the name of a case "
            "or participant, or the path of a code; nothing was saved"
        )


def _people(people: list[Any], project: "Project") -> Admitted:
    """Participants or cases as the store may hold them; where no key of the vault is at hand, as they are."""
    try:
        vault = project.vault
    except MisuseError:
        return people, []
    with alone(project.folder):
        return admit_people(people, vault, project.settings.language)
