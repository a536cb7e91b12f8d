"""What waits in the vault, without what was said about interviews that are erased."""

from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

from interviews.anonymity.vault.waiting import Waiting
from interviews.model import CODE_TEXTS, Code, Codebook, Coding, Group, Link, Memo
from interviews.text import Runs


def waiting_without(waiting: Waiting, transcripts: Collection[str], names: Collection[str], runs: Runs) -> Waiting:
    """Without codings of these transcripts and without all that is about them or about what goes with them.

    `names` are ids and names of everything erased; `runs` are words that only the erased texts say.
    """
    codings = [coding for coding in waiting.codings if coding.transcript not in transcripts]
    gone = {*names, *({coding.id for coding in waiting.codings} - {coding.id for coding in codings})}
    memos = _memos(waiting.memos, gone, runs)
    gone |= {memo.id for memo in waiting.memos} - {memo.id for memo in memos}
    return replace(
        waiting,
        texts=MappingProxyType({id: text for id, text in waiting.texts.items() if id not in transcripts}),
        codings=tuple(_without_quotes(coding, runs) for coding in codings),
        memos=tuple(memos),
        groups=tuple(_group(group, gone, runs) for group in waiting.groups),
        links=tuple(link for link in waiting.links if not _leads_to(link, gone)),
        guids=MappingProxyType({name: guid for name, guid in waiting.guids.items() if _record(name) not in gone}),
        codebook=waiting.codebook and codebook_without(waiting.codebook, runs),
    )


def _memos(memos: Iterable[Memo], gone: Collection[str], runs: Runs) -> list[Memo]:
    left = [memo for memo in memos if not runs.stands_in(memo.text)]
    about = {*gone, *({memo.id for memo in memos} - {memo.id for memo in left})}
    while len(kept := [memo for memo in left if memo.about not in about]) < len(left):
        about |= {memo.id for memo in left} - {memo.id for memo in kept}
        left = kept
    return left


def _without_quotes(coding: Coding, runs: Runs) -> Coding:
    return replace(coding, memo="") if runs.stands_in(coding.memo) else coding


def _group(group: Group, gone: Collection[str], runs: Runs) -> Group:
    members = tuple(member for member in group.members if member[1] not in gone)
    return replace(group, members=members, description="" if runs.stands_in(group.description) else group.description)


def _leads_to(link: Link, gone: Collection[str]) -> bool:
    return link.origin[1] in gone or link.target[1] in gone


def _record(name: str) -> str:
    return name.partition(":")[2]


def codebook_without(codebook: Codebook, runs: Runs) -> Codebook:
    """The codebook without what quotes."""
    return replace(codebook, codes=tuple(_code(code, runs) for code in codebook))


def _code(code: Code, runs: Runs) -> Code:
    texts = {name: getattr(code, name) for name in CODE_TEXTS}
    return Code(**{**_fields(code), **{name: "" if runs.stands_in(text) else text for name, text in texts.items()}})


def _fields(code: Code) -> dict[str, Any]:
    return {one.name: getattr(code, one.name) for one in fields(code)}
