"""The whole study as it leaves for another program: what the store holds, anonymized, and nothing of the vault."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from interviews.errors import Problem, Severity
from interviews.model import Codebook, Coder, Coding, Exchange, Group, Memo

if TYPE_CHECKING:
    from interviews.project.project import Project

_TYPE = "type:"
_CODER = "coder:"


def exchange_of(project: "Project") -> Exchange:
    """The newest of everything in the project, in an order that is the same for the same records."""
    store = project.store
    codings, codebooks, guids = project.coding_records, store.codebooks(), store.guids()
    memos, groups, links = store.memos(), store.groups(), store.links()
    others = {memo.id for memo in memos} | {group.id for group in groups} | {link.id for link in links}
    gone = store.known_ids() - others - {coding.id for coding in codings}
    about = [memo for memo in memos if memo.about not in gone]
    there = _records(project, codebooks[-1:], codings, about, groups)
    leading = [link for link in links if link.origin in there and link.target in there]
    left = {
        "transcripts that are not anonymized": len(store.registrations()) - len(project.transcripts),
        "codings that were taken back or lost their words": len(gone),
        "memos about such codings": len(memos) - len(about),
        "links that lead to something not there": len(links) - len(leading),
        "earlier versions of the codebook": len(codebooks[:-1]),
    }
    return Exchange(
        name=project.name,
        language=project.settings.language,
        transcripts=project.transcripts,
        codebook=codebooks[-1] if codebooks else None,
        codings=codings,
        coders=_coders(codings, guids),
        participants=project.participants,
        cases=project.cases,
        memos=tuple(about),
        groups=tuple(_with_members(group, there) for group in groups),
        links=tuple(leading),
        types={name.removeprefix(_TYPE): kind for name, kind in sorted(guids.items()) if name.startswith(_TYPE)},
        ids={name: guid for name, guid in sorted(guids.items()) if not name.startswith(_TYPE)},
        anonymized=True,
        problems=tuple(_stay(left)),
    )


def _coders(codings: Iterable[Coding], guids: Iterable[str]) -> tuple[Coder, ...]:
    """Everybody who has coded, and those who came from another program without a coding of theirs."""
    names = {coding.coder for coding in codings}
    names |= {name.removeprefix(_CODER) for name in guids if name.startswith(_CODER)}
    return tuple(Coder(name) for name in sorted(names))


def _records(
    project: "Project",
    codebooks: Iterable[Codebook],
    codings: Iterable[Coding],
    memos: Iterable[Memo],
    groups: Iterable[Group],
) -> frozenset[tuple[str, str]]:
    """Everything that a group or a link may lead to."""
    return frozenset(
        [("transcript", transcript.id) for transcript in project.transcripts]
        + [("code", code.path) for codebook in codebooks for code in codebook]
        + [("coding", coding.id) for coding in codings]
        + [("memo", memo.id) for memo in memos]
        + [("group", group.id) for group in groups]
        + [("case", case.name) for case in project.cases]
        + [("participant", one.name) for one in project.participants]
    )


def _with_members(group: Group, there: frozenset[tuple[str, str]]) -> Group:
    return replace(group, members=tuple(member for member in group.members if member in there))


def _stay(left: dict[str, int]) -> Iterable[Problem]:
    for what, count in left.items():
        if count:
            yield Problem("project", f"{count} {what}: not in the file, they stay here", Severity.INFO)
