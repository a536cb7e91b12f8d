"""Linked groups of mentions as entities with stable ids and a proposed decision."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from interviews.anonymity.decisions.policy import default_decision
from interviews.anonymity.decisions.remembering import Memory
from interviews.anonymity.entity import Decision, Entity, KeyEntry, entity_id
from interviews.anonymity.linking.grouping import Group, Named
from interviews.anonymity.linking.persons import parse_person
from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.generalization import generalize
from interviews.anonymity.replacing.labels import label, language_of
from interviews.text import fold


def make_entities(
    found: Sequence[Group],
    language: str,
    keep: Collection[str],
    key: Sequence[KeyEntry],
    revisions: Mapping[str, int] = MappingProxyType({}),
) -> tuple[Entity, ...]:
    """One entity a group, in the groups' order; what an earlier key knows stays: ids, decisions, and what was joined.

    Mentions are known again by their places, in the newest `revisions` of their transcripts; where no place says so, by
    their names.
    """
    memory = Memory.of(key, revisions)
    settled = memory.settle(found)
    groups = [group for group, _ in settled]
    by_place = {position: entry for position, (_, entry) in enumerate(settled) if entry}
    earlier = by_place | _earlier(groups, key, by_place)
    numbers = Counter({entry.type: 0 for entry in key})
    for entry in key:
        numbers[entry.type] = max(numbers[entry.type], int(entry.id.rpartition("-")[2]))
    ids: dict[Named, str] = {}
    for position, group in enumerate(groups):
        if position in earlier:
            made = earlier[position].id
        else:
            numbers[group.type] += 1
            made = entity_id(group.type, numbers[group.type])
        ids.update(dict.fromkeys(group.members, made))
    entities = [
        replace(_entity(group, ids, language, keep, earlier.get(position)), kept=memory.kept(group.members))
        for position, group in enumerate(groups)
    ]
    entities = [_without_apart(one, entities) for one in entities]
    return tuple(sorted(entities, key=lambda one: (list(EntityType).index(one.type), one.number)))


def _earlier(groups: Sequence[Group], key: Sequence[KeyEntry], by_place: Mapping[int, KeyEntry]) -> dict[int, KeyEntry]:
    """Which group an entry of the earlier key stands for: the first one with its name, else with one of its forms.

    Of several entries that share a form, it is the only one that the same transcripts mention; where more than one is
    left, the form decides nothing, unless all of them were kept: what a person let stand twice must not be replaced in
    a later round.
    """
    found = dict(by_place)
    used = {entry.id for entry in found.values()}
    for whole in (True, False):
        owners: dict[tuple[EntityType, bool, str], set[str]] = {}
        entries = {entry.id: entry for entry in key}
        for entry in key:
            for form in [entry.name] if whole else entry.forms:
                owners.setdefault((entry.type, entry.family, fold(form)), set()).add(entry.id)
        for position, group in enumerate(groups):
            if position in found:
                continue
            forms = [_name(group)] if whole else [named.mention.text for named in group.members]
            candidates = {one for form in forms for one in owners.get((group.type, group.family, fold(form)), ())}
            kept = all(entries[one].decision is Decision.KEEP for one in candidates)
            near = candidates if len(candidates) < 2 else _near(group, candidates, entries) or candidates
            free = sorted(near - used)
            if free and (len(near) == 1 or kept):
                found[position] = entries[free[0]]
                used.add(free[0])
    return found


def _near(group: Group, candidates: Collection[str], entries: Mapping[str, KeyEntry]) -> set[str]:
    """Those of the entries that the transcripts of the group mention."""
    transcripts = {named.occurrence.transcript for named in group.members}
    return {one for one in candidates if not transcripts.isdisjoint(entries[one].transcripts)}


def _entity(
    group: Group, ids: dict[Named, str], language: str, keep: Collection[str], earlier: KeyEntry | None
) -> Entity:
    forms = tuple(dict.fromkeys(named.mention.text for named in group.members))
    name = _name(group)
    own = ids[group.first]
    if earlier is not None and not earlier.proposed:
        decision, replacement = earlier.decision, earlier.replacement
        forms = tuple(dict.fromkeys((*earlier.forms, *forms)))
        name = earlier.name if earlier.found_as else name
    else:
        decision = default_decision(group.type, forms, language, keep)
        replacement = _replacement(decision, group, own, name, language)
    made = Entity(
        id=own,
        type=group.type,
        name=name,
        forms=forms,
        mentions=tuple(named.occurrence for named in group.members),
        finders=tuple(sorted({named.mention.finder for named in group.members})),
        score=max(named.mention.score for named in group.members),
        decision=decision,
        replacement=replacement,
        note=_note(group, ids, own),
        family=group.family,
        may_be=_may_be(group, ids, own),
        gender=group.gender,
    )
    return made if earlier is None else _as_known(made, earlier)


def _as_known(entity: Entity, earlier: KeyEntry) -> Entity:
    """The entity with who decided on it."""
    return replace(
        entity,
        decided_by=earlier.decided_by,
        decided_at=earlier.decided_at,
        confirmed_by=earlier.confirmed_by,
        accepted_by=earlier.accepted_by,
        changed_at=earlier.changed_at,
        formerly=earlier.formerly,
        found_as=earlier.found_as,
        apart=earlier.apart,
        profile=earlier.profile,
    )


def _without_apart(entity: Entity, entities: Sequence[Entity]) -> Entity:
    """The entity without what a person said that it is not, in what it may be and in the note."""
    apart = {*entity.apart, *(one.id for one in entities if entity.id in one.apart)}
    if apart.isdisjoint(entity.may_be):
        return entity
    said = (part for part in entity.note.split("; ") if apart.isdisjoint(part.split()))
    return replace(entity, may_be=tuple(id for id in entity.may_be if id not in apart), note="; ".join(said))


def _may_be(group: Group, ids: Mapping[Named, str], own: str) -> tuple[str, ...]:
    """Ids of the entities that it may be, for a person to decide."""
    return tuple(sorted({ids[one] for one in (*group.could_be, *group.may_be) if one in ids} - {own}))


def _note(group: Group, ids: dict[Named, str], own: str) -> str:
    """What linking leaves to a person, in words."""
    said: list[str] = []
    told: set[str] = {own}
    for words, named in (("could be", group.could_be), ("may be", group.may_be), ("part of", group.part_of)):
        others = sorted({ids[one] for one in named if one in ids} - told)
        told.update(others)
        said += [f"{words} {' or '.join(others)}"] if others else []
    if group.supposed:
        said.append("a given or pet name alone is taken for this one: look at its mentions")
    return "; ".join(said)


def _replacement(decision: Decision, group: Group, own: str, name: str, language: str) -> str:
    language = language_of(group.type, group.first.language, language)
    if decision is Decision.KEEP:
        return ""
    if decision is Decision.GENERALIZE:
        return generalize(group.type, name, language) or ""
    return label(group.type, int(own.rpartition("-")[2]), name, language, family=group.family)


def _name(group: Group) -> str:
    return fullest(Counter(named.mention.text for named in group.members), group.type)


def fullest(counts: Mapping[str, int], entity_type: EntityType) -> str:
    """The fullest form: most words of a name, then the most frequent, then the shortest, then the first."""
    if entity_type is not EntityType.PER:
        return min(counts, key=lambda form: (len(form), -counts[form], form))
    bare = {form: form[parse_person(form).start : parse_person(form).end] for form in counts}
    best = max(counts, key=lambda form: (len(parse_person(form).words), counts[form], -len(bare[form]), form))
    return bare[best]
