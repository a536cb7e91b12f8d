"""Proposals brought up to date with what other people, or other programs, decided and saved since they were made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from interviews.anonymity.decisions.decisions import is_later
from interviews.anonymity.decisions.joining import told_same
from interviews.anonymity.decisions.proposals import Proposals
from interviews.anonymity.entity import Entity, KeyEntry, Occurrence


def newer_entries(known: Iterable[KeyEntry], proposals: Proposals) -> list[KeyEntry]:
    """Those of the known entries that say more than the proposals do."""
    now = {entity.id: entity for entity in proposals.entities}
    return [entry for entry in known if _is_news(entry, now.get(entry.id), proposals)]


def with_entries(proposals: Proposals, news: Sequence[KeyEntry]) -> Proposals:
    """The proposals with what these entries say; entities that became part of another one are gone.

    No mention is lost on the way, and none is of two: what no entry claims stays with the entity that it was of, and
    what two claim, because two people decided in the same moment, is of the one that was decided on last.
    """
    entries = [entry for entry in news if not entry.departed]
    now = {entity.id: entity for entity in proposals.entities}
    there = {entry.id for entry in entries}
    gone = {entry.id: "" for entry in news if entry.departed}
    for entry in entries:
        parts = [id for id in (entry.id, *entry.formerly) if id in now]
        now[entry.id] = _told(entry, now[parts[0]] if parts else None, proposals)
        gone |= {id: entry.id for id in parts if id not in there}
    owners = _owners(entity for id, entity in now.items() if id not in gone)
    for entity in proposals.entities:
        left = [mention for mention in entity.mentions if mention not in owners]
        owners |= dict.fromkeys(left, entity.id)
        if left and gone.pop(entity.id, None) is None:
            now[entity.id] = _with_forms_of(now[entity.id], entity, left)
    entities = tuple(_owning(entity, owners, proposals) for id, entity in now.items() if id not in gone)
    for id, into in gone.items():
        entities = told_same(entities, id, into)
    return replace(proposals, entities=tuple(entity for entity in entities if entity.mentions))


def _owners(entities: Iterable[Entity]) -> dict[Occurrence, str]:
    """Whose each mention is: of the entity that a person changed last."""
    owners: dict[Occurrence, Entity] = {}
    for entity in entities:
        for mention in entity.mentions:
            if mention not in owners or is_later(entity, owners[mention]):
                owners[mention] = entity
    return {mention: entity.id for mention, entity in owners.items()}


def _with_forms_of(entity: Entity, before: Entity, mentions: Iterable[Occurrence]) -> Entity:
    kept = entity.kept | (before.kept & set(mentions))
    return replace(entity, forms=tuple(dict.fromkeys((*entity.forms, *before.forms))), kept=kept)


def _owning(entity: Entity, owners: Mapping[Occurrence, str], proposals: Proposals) -> Entity:
    own = {mention for mention, owner in owners.items() if owner == entity.id}
    if own == set(entity.mentions):
        return entity
    return replace(entity, mentions=tuple(sorted(own, key=proposals.order)), kept=entity.kept & own)


def _is_news(entry: KeyEntry, entity: Entity | None, proposals: Proposals) -> bool:
    if entry.departed:  # of what became part of another entity only the number is left
        return entity is not None and not entry.forms and not is_later(entity, entry)
    if entity is None:
        return entry.changed_at is not None and bool(_mentions(entry, proposals))
    accepted = bool(entry.accepted_by) and not entity.accepted_by and entity.decided_at is None
    return accepted or is_later(entry, entity)


def _told(entry: KeyEntry, entity: Entity | None, proposals: Proposals) -> Entity:
    """The entity as the entry tells it; how it was found, and what it may be, is known of the entity only."""
    mentions = _mentions(entry, proposals)
    base = entity or Entity(entry.id, entry.type, entry.name, entry.forms, (), (), 0.0)
    return replace(
        base,
        id=entry.id,
        type=entry.type,
        name=entry.name,
        forms=entry.forms,
        mentions=tuple(sorted(mentions, key=proposals.order)) or base.mentions,
        kept=frozenset(mention for mention, kept in mentions.items() if kept) if mentions else base.kept,
        decision=entry.decision,
        replacement=entry.replacement,
        family=entry.family,
        decided_by=entry.decided_by,
        decided_at=entry.decided_at,
        confirmed_by=entry.confirmed_by,
        accepted_by=entry.accepted_by,
        changed_at=entry.changed_at,
        formerly=entry.formerly,
        found_as=entry.found_as,
        apart=entry.apart,
        profile=entry.profile,
        may_be=tuple(id for id in base.may_be if id not in (entry.id, *entry.formerly, *entry.apart)),
    )


def _mentions(entry: KeyEntry, proposals: Proposals) -> dict[Occurrence, bool]:
    """Its mentions in these texts as they were when they were proposed, and whether each stays."""
    texts = {transcript.id for transcript in proposals.transcripts}
    return {
        Occurrence(place.transcript, place.span, place.in_head): place.kept
        for place in entry.places
        if place.transcript in texts and place.revision == proposals.revisions.get(place.transcript, 1)
    }
