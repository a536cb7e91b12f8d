"""A review on its way: what was decided so far is kept in the vault, and accepted proposals are signed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from interviews.anonymity import (
    Anonymization,
    KeyEntry,
    Proposals,
    Vault,
    follow,
    is_later,
    number_only,
    same_one,
)
from interviews.errors import MisuseError, Problem, Severity
from interviews.store import Store
from interviews.text import fold

_NAMED = 5


def remembered(vault: Vault) -> tuple[KeyEntry, ...]:
    """What is known about every entity, with its places in the newest revisions of the originals."""
    return followed(vault.known(), vault)


def followed(entries: Iterable[KeyEntry], vault: Vault) -> tuple[KeyEntry, ...]:
    """The entries with their places in the newest revisions of the originals."""
    return follow(entries, revisions_of(vault), vault.revision_edits)


def revisions_of(vault: Vault) -> dict[str, int]:
    """The newest revision of every original."""
    return {entry.id: entry.revision for entry in vault.catalogue()}


def save_proposals(
    proposals: Proposals, store: Store, vault: Vault, author: str
) -> tuple[dict[str, int], list[Problem]]:
    """Keep in the vault what was decided since; the texts stay as they are."""
    known = {entry.id: entry for entry in remembered(vault)}
    carried = {entry.id for entry in vault.key() if not entry.departed}
    fresh, problems = [], []
    for entry in proposals.entries():
        before = known.get(entry.id)
        if before and not is_later(entry, before):
            continue
        if before and not before.departed and not same_one(entry, before):
            told = "is somebody else by now, so what was decided was not saved: propose again and decide on it"
            problems.append(Problem(entry.id, told, Severity.ERROR))
            continue
        if before and _overrules(entry, before, author):
            told = f"{before.decided_by} had decided {before.decision}; now it is {entry.decision}"
            problems.append(Problem(entry.id, told, Severity.INFO))
        signed, more = _signed(entry, author)
        problems += more
        fresh.append(replace(signed, proposed=signed.decided_at is None and signed.id not in carried))
    decided = [entry.id for entry in fresh if entry.changed_at is not None]
    if fresh:
        vault.save_decisions(fresh)
    if decided:
        store.add_event("decided", "entity", len(decided), author=author, detail=listed(decided))
    return {"decisions": len(decided), "open entities": len(proposals.open)}, problems


def signed_key(
    anonymization: Anonymization, vault: Vault, author: str
) -> tuple[tuple[KeyEntry, ...], tuple[KeyEntry, ...], list[Problem]]:
    """The key of an anonymization, signed by who saves it; the earlier entries it goes on from; and what is to be said.

    Raises MisuseError where the proposals were made before others saved decisions that they do not hold.
    """
    known = {entry.id: entry for entry in vault.known()}
    key = {entry.id: entry for entry in anonymization.key}
    replaced = {id for entry in key.values() for id in entry.formerly} | set(anonymization.departed)
    missed = sorted(
        id
        for id, entry in known.items()
        if not entry.departed and id not in replaced
        if (is_later(entry, key[id]) if id in key else entry.decided_at is not None and bool(entry.places))
    )
    if missed:
        raise MisuseError(
            f"Nothing was replaced: since these proposals were made, others saved decisions that they do not hold "
            f"({listed(missed)}). Propose again (interviews anonymize, or iv.anonymize) and accept those proposals."
        )
    signed, problems = [], []
    for entry in key.values():
        made, more = _signed(entry, author)
        signed.append(made if made.decided_at or made.accepted_by else replace(made, accepted_by=author))
        problems += more
    earlier = {entry.id: entry for entry in vault.key()}
    for id in sorted(replaced & known.keys()):
        there = earlier.get(id) or number_only(known[id])
        earlier[id] = replace(there, changed_at=known[id].changed_at)
    return tuple(signed), tuple(earlier.values()), problems


def listed(ids: Iterable[str]) -> str:
    """The first few ids, and how many more there are of each type."""
    every = list(ids)
    counts = Counter(id.partition("-")[0] for id in every[_NAMED:])
    return ", ".join([*every[:_NAMED], *(f"and {count} more {kind}" for kind, count in sorted(counts.items()))])


def _signed(entry: KeyEntry, author: str) -> tuple[KeyEntry, list[Problem]]:
    """The entry with who decided; one's own decision cannot be confirmed by oneself."""
    if entry.decided_at is not None and not entry.decided_by:
        entry = replace(entry, decided_by=author)
    if entry.confirmed_by and fold(entry.confirmed_by) == fold(entry.decided_by or entry.accepted_by):
        told = f"{entry.decided_by or entry.accepted_by} decided on it and cannot confirm it too"
        return replace(entry, confirmed_by=""), [Problem(entry.id, told)]
    return entry, []


def _overrules(entry: KeyEntry, before: KeyEntry, author: str) -> bool:
    other = before.decided_by and fold(before.decided_by) != fold(entry.decided_by or author)
    return bool(other) and (entry.decision, entry.replacement) != (before.decision, before.replacement)
