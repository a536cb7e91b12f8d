"""What waited in the vault finds its place once its texts are anonymized and it is known whom it would name."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from interviews.anonymity import KeyEntry, Vault, Waiting, entities_named
from interviews.errors import Problem, Severity
from interviews.model import Codebook, Coding, Group, Link, Memo
from interviews.project.codebooks import next_codebook
from interviews.project.definitions import count_defined, nameless, unsaid
from interviews.project.naming import without_naming_memos
from interviews.project.people import Aliases
from interviews.project.returning import waiting_under_todays_codes
from interviews.project.revisions import edits_to_version
from interviews.store import Store
from interviews.text import Change, Edits

Record = TypeVar("Record", Memo, Group, Link)
_OF_ATTRIBUTES = ("type:", "variable:")


@dataclass(slots=True)
class _Ready:
    """What can be placed now, and what cannot."""

    codings: list[Coding] = field(default_factory=list)
    memos: list[Memo] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    guids: dict[str, str] = field(default_factory=dict)
    codebooks: list[Codebook] = field(default_factory=list)
    waiting: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


def place_waiting(
    waiting: Sequence[Waiting],
    store: Store,
    vault: Callable[[], Vault],
    key: Sequence[KeyEntry],
    aliases: Aliases | None,
    author: str,
) -> tuple[dict[str, int], list[Problem]]:
    """Put into the store what its texts and the key allow. What is there already is not put there again."""
    ready, lost = _Ready(), Counter[str]()
    known = store.known_ids()
    texts = store.versions()
    for one in (waiting_under_todays_codes(one, store) for one in waiting):
        fresh = replace(one, codings=tuple(coding for coding in one.codings if coding.id not in known))
        lost.update(_place_codings(fresh, texts, vault, ready))
        # Before anything was anonymized, nobody knows whom a memo names.
        held = not texts or any(id not in texts for id in one.texts)
        _take_rest(one, known, held, ready)
    ready.problems += _lost(lost, store)
    ready.codings, told = without_naming_memos(ready.codings, key)
    ready.problems += told
    _keep_naming(ready, key)
    _call_as_here(ready, aliases)
    return _write(ready, store, author), [*ready.problems, *_still_waiting(ready)]


def _place_codings(
    waiting: Waiting, texts: Mapping[str, int], vault: Callable[[], Vault], ready: _Ready
) -> Counter[str]:
    """Take the codings whose texts are anonymized; how many of each transcript have lost their words."""
    edits: dict[str, Edits] = {}
    revisions: dict[tuple[str, str], int] = {}
    lost: Counter[str] = Counter()
    for coding in waiting.codings:
        transcript, version = coding.transcript, texts.get(coding.transcript)
        if version is None:
            ready.waiting["codings"] += 1
        elif coding.version > 0:
            ready.codings.append(coding)
        else:
            if transcript not in edits:
                revisions = revisions or {(known.id, known.text): known.revision for known in vault().catalogue()}
                read = revisions[transcript, waiting.texts[transcript]]
                edits[transcript] = edits_to_version(vault(), transcript, version, read)
            moved = edits[transcript].forward(coding.span)
            if moved.change is Change.LOST:
                lost[transcript] += 1
            else:
                ready.codings.append(replace(coding, span=moved.span, version=version))
    return lost


def _lost(lost: Counter[str], store: Store) -> list[Problem]:
    told = "codings have no words in the anonymized text and stay in the vault"
    names = {one.id: one.name for one in store.transcripts()} if lost else {}
    return [Problem(names[id], f"{count} {told}", Severity.ERROR) for id, count in lost.items()]


def _take_rest(waiting: Waiting, known: frozenset[str], held: bool, ready: _Ready) -> None:
    """Memos, groups and links wait together until all texts they came with are anonymized."""
    memos = [memo for memo in waiting.memos if memo.id not in known]
    links = [link for link in waiting.links if link.id not in known]
    if held:
        groups = [group for group in waiting.groups if group.id not in known]
        ready.waiting.update(memos=len(memos), groups=len(groups), links=len(links))
        if waiting.codebook:  # the same one may have come twice
            ready.waiting["texts of codes"] = max(ready.waiting["texts of codes"], count_defined(waiting.codebook))
        return
    ready.memos += memos
    ready.groups += waiting.groups
    ready.links += links
    ready.guids |= waiting.guids
    ready.codebooks += [waiting.codebook] if waiting.codebook else []


def _keep_naming(ready: _Ready, key: Sequence[KeyEntry]) -> None:
    """Leave in the vault what names somebody who was replaced."""
    ready.memos = _nameless(ready.memos, [memo.text for memo in ready.memos], "memos", key, ready)
    words = [f"{group.name}\n{group.description}" for group in ready.groups]
    ready.groups = _nameless(ready.groups, words, "groups", key, ready)
    ready.links = _nameless(ready.links, [link.name for link in ready.links], "links", key, ready)
    for place, codebook in enumerate(ready.codebooks):
        ready.codebooks[place], told = nameless(codebook, key)
        ready.problems += told
    attributes = [name for name in ready.guids if name.startswith(_OF_ATTRIBUTES)]
    for name, entities in zip(attributes, entities_named(attributes, key), strict=True):
        if entities:
            del ready.guids[name]


def _nameless(
    records: Sequence[Record], words: Sequence[str], what: str, key: Sequence[KeyEntry], ready: _Ready
) -> list[Record]:
    found = entities_named(words, key)
    if entities := sorted({entity for entities in found for entity in entities}):
        count = sum(map(bool, found))
        told = f"{count} name {', '.join(entities)} and stay in the vault: write what stands in the text instead"
        ready.problems.append(Problem(what, told))
    return [record for record, entities in zip(records, found, strict=True) if not entities]


def _call_as_here(ready: _Ready, aliases: Aliases | None) -> None:
    """People and cases under the names that they have in the store."""
    if aliases is None:
        return
    called = {name: alias.label for name, alias in {**aliases.cases, **aliases.participants}.items()}

    def end(reference: tuple[str, str]) -> tuple[str, str]:
        kind, record = reference
        return kind, called.get(record, record) if kind in ("case", "participant") else record

    ready.memos = [replace(memo, about=called.get(memo.about, memo.about)) for memo in ready.memos]
    ready.links = [replace(link, origin=end(link.origin), target=end(link.target)) for link in ready.links]
    ready.groups = [replace(group, members=tuple(map(end, group.members))) for group in ready.groups]
    ready.guids = {f"{kind}:{end((kind, record))[1]}": guid for (kind, record), guid in _parted(ready.guids)}


def _parted(guids: Mapping[str, str]) -> Iterable[tuple[tuple[str, str], str]]:
    for name, guid in guids.items():
        kind, _, record = name.partition(":")
        yield (kind, record), guid


def _write(ready: _Ready, store: Store, author: str) -> dict[str, int]:
    groups = _grown(ready.groups, store.groups())
    for codebook in ready.codebooks:
        saved = store.codebooks()
        number = store.next_version(saved[-1].name) if saved else None
        now, _ = next_codebook(saved, unsaid(codebook, saved[-1]) if saved else codebook, number)
        if now is not None:
            store.add_codebook(now, author=author)
    store.add_codings(ready.codings, author)
    store.add_memos(ready.memos, author)
    store.add_groups(groups, author)
    store.add_links(ready.links, author)
    known = store.guids()
    store.add_guids({name: guid for name, guid in ready.guids.items() if name not in known}, author)
    counts = {"codings": len(ready.codings), "memos": len(ready.memos)}
    counts |= {"groups": len(groups), "links": len(ready.links)}
    return {what: count for what, count in counts.items() if count}


def _grown(groups: Iterable[Group], known: Iterable[Group]) -> list[Group]:
    """The groups that say more than is known of them, with the members of both."""
    before = {group.id: group for group in known}
    grown: dict[str, Group] = {}
    for group in groups:
        there = before.get(group.id)
        if there is None:
            grown[group.id] = before[group.id] = group
        elif set(group.members) - set(there.members):
            members = tuple(dict.fromkeys([*there.members, *group.members]))
            grown[group.id] = before[group.id] = replace(there, members=members)
    return list(grown.values())


def _still_waiting(ready: _Ready) -> list[Problem]:
    counted = [f"{what}: {count}" for what, count in ready.waiting.items() if count]
    told = "wait in the vault until the texts they came with are anonymized"
    return [Problem("vault", f"{', '.join(counted)} {told}", Severity.INFO)] if counted else []
