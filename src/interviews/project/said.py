"""What a project says already, in its store or waiting in its vault: what comes in a second time adds nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from interviews.anonymity import Waiting
from interviews.model import Coding, Group, Link, Memo
from interviews.store import Store

_About = tuple[str, bool, int, int, str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """The records of a project by what they say, each with its id."""

    ids: frozenset[str]
    live: frozenset[str]
    """Ids of the codings that were not taken back."""
    codings: Mapping[_About, list[tuple[str, str]]]
    """Id and memo of the codings of these words: transcript, whether over the text as read, start, end, code, coder."""
    memos: Mapping[tuple[str, str], list[str]]
    """Ids of the memos with these words about a record: cells of one case may hold the same."""
    groups: Mapping[str, Group]
    links: Mapping[tuple[tuple[str, str], tuple[str, str], str, str], str]
    guids: Mapping[str, str]
    """The record (`kind:record`) that goes by a GUID in other programs; of several, the last one."""
    written: Mapping[str, str]
    """The GUIDs that wait in the vault with their records, by `kind:record`."""

    def coding(self, coding: Coding) -> str | None:
        """The id under which these words are coded so already; a memo that differs makes it another coding."""
        known = self.codings.get(_about(coding), ())
        return next((id for id, memo in known if coding.memo in ("", memo)), None)

    def record(self, kind: str, guid: str | None) -> str | None:
        """The record of a kind that goes by a GUID."""
        name = self.guids.get(plain(guid)) if guid else None
        return name.partition(":")[2] if name is not None and name.startswith(kind + ":") else None

    def taken_back(self, id: str | None) -> bool:
        """Whether the coding of this id was saved and is no longer there."""
        return id in self.ids and id not in self.live


def read_said(store: Store, waiting: Iterable[Waiting]) -> Said:
    """Everything said in the store and in what waits."""
    kept = list(waiting)
    codings = store.codings()
    said: dict[_About, list[tuple[str, str]]] = {}
    for coding in [*codings, *(coding for one in kept for coding in one.codings)]:
        said.setdefault(_about(coding), []).append((coding.id, coding.memo))
    memos: list[Memo] = [*(memo for one in kept for memo in one.memos), *store.memos()]
    by_words: dict[tuple[str, str], list[str]] = {}
    for memo in memos:
        by_words.setdefault((memo.about, memo.text), []).append(memo.id)
    groups: list[Group] = [*(group for one in kept for group in one.groups), *store.groups()]
    links: list[Link] = [*(link for one in kept for link in one.links), *store.links()]
    guids = {plain(guid): name for one in kept for name, guid in one.guids.items()}
    records = {id for one in kept for id in _ids(one)}
    saved = store.known_ids()
    return Said(
        ids=saved | records,
        live=frozenset(coding.id for coding in codings) | (records - saved),
        codings=said,
        memos=by_words,
        groups={group.id: group for group in groups},
        links={(link.origin, link.target, link.direction, link.name): link.id for link in links},
        written={name: guid for one in kept for name, guid in one.guids.items()},
        guids=guids | {plain(guid): name for name, guid in store.guids().items()},
    )


def plain(guid: str) -> str:
    """A GUID without what programs write differently: braces and the case of its letters."""
    return guid.strip("{}").upper()


def _about(coding: Coding) -> _About:
    span = coding.span
    return (coding.transcript, coding.version == 0, span.start, span.end, coding.code, coding.coder)


def _ids(waiting: Waiting) -> Iterable[str]:
    for records in (waiting.codings, waiting.memos, waiting.groups, waiting.links):
        yield from (record.id for record in records)
