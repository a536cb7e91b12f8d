"""What was decided so far: the key, and what a review that was left has saved since; what of it no text carries yet."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from interviews.anonymity.entity import Decision, Entity, KeyEntry
from interviews.text import fold

_NEVER = datetime.min.replace(tzinfo=UTC)


def known_entries(key: Iterable[KeyEntry], saved: Iterable[KeyEntry]) -> tuple[KeyEntry, ...]:
    """The newest of what is known about every entity; `saved` are entries saved since, the earliest first.

    What became part of another entity keeps its number only.
    """
    known = {entry.id: entry for entry in key}
    for entry in saved:
        if entry.id in known and not is_later(entry, known[entry.id]):
            continue
        known[entry.id] = entry
        for id in entry.formerly:
            if id in known and id != entry.id and not is_later(known[id], entry):
                known[id] = number_only(known[id])
    return tuple(known.values())


def is_later(one: KeyEntry | Entity, other: KeyEntry | Entity) -> bool:
    """Whether a person did something to the first after the last that was done to the other."""
    return (one.changed_at or _NEVER) > (other.changed_at or _NEVER)


def number_only(entry: KeyEntry) -> KeyEntry:
    """An entry of which nothing but the number stays: it is never given to somebody else."""
    return replace(entry, name="", forms=(), transcripts=(), places=(), departed=True)


def same_one(entry: KeyEntry, other: KeyEntry) -> bool:
    """Whether two entries of one id are about the same entity, by a place or a name of theirs."""
    spans = {(place.transcript, place.in_head, place.span) for place in entry.places}
    if any((place.transcript, place.in_head, place.span) in spans for place in other.places):
        return True
    return not {fold(form) for form in (*entry.forms, entry.name)}.isdisjoint(map(fold, (*other.forms, other.name)))


def unapplied(known: Iterable[KeyEntry], key: Iterable[KeyEntry], texts: Collection[str]) -> list[str]:
    """Ids of the entities that were decided otherwise than the anonymized `texts` (ids of transcripts) show."""
    carried = {entry.id: entry for entry in key if not entry.departed}
    owners = {place: entry.id for entry in carried.values() for place in _spans(entry, texts)}
    return sorted(
        entry.id
        for entry in known
        if entry.changed_at is not None and not entry.departed and not _is_elsewhere(entry, texts)
        if not _carries(carried, entry, texts) or _took(entry, owners, texts)
    )


def unconfirmed(known: Iterable[KeyEntry], texts: Collection[str]) -> list[str]:
    """Ids of the entities in the anonymized `texts` to which no second person has agreed."""
    return sorted(
        entry.id
        for entry in known
        if not entry.departed and not _is_elsewhere(entry, texts)
        if not entry.confirmed_by or fold(entry.confirmed_by) == fold(entry.decided_by or entry.accepted_by)
    )


def _is_elsewhere(entry: KeyEntry, texts: Collection[str]) -> bool:
    """Whether none of the texts mentions it; one of which that is not known counts as mentioned."""
    return bool(entry.transcripts) and not any(one in texts for one in entry.transcripts)


def _carries(key: Mapping[str, KeyEntry], entry: KeyEntry, texts: Collection[str]) -> bool:
    """Whether the texts show what the entry says."""
    if any(id in key for id in entry.formerly if id != entry.id):
        return False
    there = key.get(entry.id)
    if there is None:  # nothing of it is replaced: so it should be, or nobody has decided that it be replaced
        return entry.decision is Decision.KEEP or entry.decided_at is None
    return _effect(entry, texts) == _effect(there, texts)


def _took(entry: KeyEntry, owners: Mapping[tuple[object, ...], str], texts: Collection[str]) -> bool:
    """Whether the texts show a mention of it as another one's, from which it was split off since."""
    return any(owners.get(place, entry.id) != entry.id for place in _spans(entry, texts))


def _spans(entry: KeyEntry, texts: Collection[str]) -> list[tuple[object, ...]]:
    return [(one.transcript, one.revision, one.in_head, one.span) for one in entry.places if one.transcript in texts]


def _effect(entry: KeyEntry, texts: Collection[str]) -> tuple[object, ...]:
    kept = {(place.transcript, place.in_head, place.span) for place in entry.places if place.kept}
    return entry.decision, entry.replacement, {one for one in kept if one[0] in texts}
