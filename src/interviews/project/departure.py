"""The whole study as it leaves for another program: what the store holds, anonymized, and nothing of the vault."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from interviews.errors import MisuseError, Problem, Severity
from interviews.model import Codebook, Coder, Coding, Exchange, Group
from interviews.project.incoming import BELONGING
from interviews.project.lineage import guids_of_renamed

if TYPE_CHECKING:
    from interviews.project.nouns import Nouns

_References = frozenset[tuple[str, str]]
# Kinds of GUIDs whose record has an id: those of records that are not in the file stay here.
_BY_ID = {"transcript": "transcript", "coding": "coding", "selection": "coding", "memo": "memo", "group": "group"}


def exchange_of(project: "Nouns") -> Exchange:
    """The newest of everything, in an order that is the same for the same records; each text is a first version."""
    store = project.store
    codings, codebooks, guids = project.coding_records, store.codebooks(), store.guids()
    if codebooks:
        guids |= guids_of_renamed(codebooks[-1], store.revisions(), guids)
    earlier = store.earlier_summaries()
    noted = store.memos()
    memos = [memo for memo in noted if memo.id not in earlier]
    groups, links = store.groups(), [link for link in store.links() if link.origin[1] not in earlier]
    others = {memo.id for memo in memos} | {group.id for group in groups} | {link.id for link in links}
    gone = store.known_ids() - others - {coding.id for coding in codings}
    about = [memo for memo in memos if memo.about not in gone]
    there = _there(project, codebooks[-1:], codings, {"memo": [m.id for m in about], "group": [g.id for g in groups]})
    leading = [link for link in links if link.origin in there and link.target in there]
    whole = [replace(group, members=tuple(one for one in group.members if one in there)) for group in groups]
    said_of_cases = tuple(one for one in store.case_codings() if ("code", one.code) in there)
    held = {(one.target[1], *one.origin) for one in leading if one.direction == BELONGING}
    held |= {(one.case, "code", one.code) for one in said_of_cases if ("case", one.case) in there}
    left = {
        "transcripts that are not anonymized": len(store.registrations()) - len(project.transcripts),
        "codings that were taken back or lost their words": len(store.coding_ids()) - len(codings),
        "memos about such codings": len(memos) - len(about),
        "links that lead to something not there": len(links) - len(leading),
        "members of groups that are not there": _members(groups) - _members(whole),
        "words that stood in a cell of the framework matrix before": len(noted) - len(memos),
        "earlier versions of the codebook": len(codebooks[:-1]),
        "recordings, pictures and PDF files": _count_media(project),
    }
    return Exchange(
        name=project.name,
        language=project.settings.language,
        transcripts=tuple(replace(transcript, version=1) for transcript in project.transcripts),
        codebook=codebooks[-1] if codebooks else None,
        codings=tuple(coding if coding.version == 1 else replace(coding, version=1) for coding in codings),
        coders=_coders(codings, guids),
        participants=project.participants,
        cases=project.cases,
        memos=tuple(about),
        groups=tuple(whole),
        links=tuple(link for link in leading if link.direction != BELONGING),
        types=_of_kind("type", guids),
        ids={name: guid for name, guid in sorted(guids.items()) if _has_place(name, there)},
        folders=frozenset(path for path in _of_kind("folder", guids) if ("code", path) in there),
        belongings=tuple(sorted(held)),
        case_codings=said_of_cases,
        anonymized=True,
        problems=tuple(_stay(left)),
    )


def _of_kind(kind: str, guids: Mapping[str, str]) -> dict[str, str]:
    start = f"{kind}:"
    return {name.removeprefix(start): value for name, value in sorted(guids.items()) if name.startswith(start)}


def _coders(codings: Iterable[Coding], guids: Mapping[str, str]) -> tuple[Coder, ...]:
    """Everybody who has coded, and those who came from another program without a coding of theirs."""
    return tuple(Coder(name) for name in sorted({coding.coder for coding in codings} | _of_kind("coder", guids).keys()))


def _there(
    project: "Nouns", codebooks: Iterable[Codebook], codings: Iterable[Coding], others: Mapping[str, Iterable[str]]
) -> _References:
    """Everything that a group or a link may lead to."""
    records: dict[str, Iterable[str]] = {
        "transcript": [transcript.id for transcript in project.transcripts],
        "code": [code.path for codebook in codebooks for code in codebook],
        "coding": [coding.id for coding in codings],
        "case": [case.name for case in project.cases],
        "participant": [one.name for one in project.participants],
        **others,
    }
    return frozenset((kind, record) for kind, listed in records.items() for record in listed)


def _has_place(name: str, there: _References) -> bool:
    """Whether a GUID is that of something in the file."""
    kind, _, record = name.partition(":")
    return kind not in ("type", "folder") and (kind not in _BY_ID or (_BY_ID[kind], record) in there)


def _count_media(project: "Nouns") -> int:
    """How many media the vault holds; none for those who work without its key."""
    try:
        return len(project.vault.media())
    except MisuseError:
        return 0


def _members(groups: Iterable[Group]) -> int:
    return sum(len(group.members) for group in groups)


def _stay(left: Mapping[str, int]) -> Iterable[Problem]:
    for what, count in left.items():
        if count:
            yield Problem("project", f"{count} {what}: not in the file, they stay here", Severity.INFO)
