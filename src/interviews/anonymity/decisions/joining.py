"""What a person says of who is who: two entities are one, a type was wrong, one mention is something else."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from interviews.anonymity.entity import Entity, FoundAs, Occurrence, entity_id
from interviews.anonymity.mention import EntityType
from interviews.errors import MisuseError


def touched(entity: Entity, by: str = "", at: datetime | None = None) -> Entity:
    """The entity as decided by a person, at a moment (now by default); a confirmation of what was before falls."""
    now = datetime.now(UTC)
    return replace(entity, decided_by=by, decided_at=at or now, confirmed_by="", changed_at=now, profile="")


def undecided(entity: Entity) -> Entity:
    """The entity as nobody has decided on it, new since now."""
    now = datetime.now(UTC)
    return replace(entity, decided_by="", decided_at=None, confirmed_by="", accepted_by="", changed_at=now)


def join(one: Entity, other: Entity, order: Callable[[Occurrence], Any]) -> Entity:
    """The second entity with all that belonged to the first."""
    return replace(
        other,
        forms=tuple(dict.fromkeys((*other.forms, *one.forms))),
        mentions=tuple(sorted({*other.mentions, *one.mentions}, key=order)),
        finders=tuple(dict.fromkeys((*other.finders, *one.finders))),
        score=max(one.score, other.score),
        kept=one.kept | other.kept,
        may_be=tuple(dict.fromkeys(id for id in (*other.may_be, *one.may_be) if id not in (one.id, other.id))),
        formerly=tuple(dict.fromkeys(id for id in (*other.formerly, one.id, *one.formerly) if id != other.id)),
        found_as=_found_as(other, one),
        apart=tuple(dict.fromkeys(id for id in (*other.apart, *one.apart) if id not in (one.id, other.id))),
    )


def retype(entity: Entity, entity_type: EntityType, taken: Iterable[str]) -> Entity:
    """The entity under the next id of another type that is not `taken`; its replacement is that of the old type."""
    return replace(
        entity,
        id=next_id(entity_type, taken),
        type=entity_type,
        family=False,
        formerly=tuple(dict.fromkeys((entity.id, *entity.formerly))),
        found_as=_found_as(entity, entity),
    )


def next_id(entity_type: EntityType, taken: Iterable[str]) -> str:
    """The next id of a type that is not `taken`."""
    numbers = [int(id.rpartition("-")[2]) for id in taken if id.startswith(f"{entity_type}-")]
    return entity_id(entity_type, 1 + max(numbers, default=0))


def keep_one(entity: Entity, transcript: str, start: int, *, in_head: bool | None = None, keep: bool = True) -> Entity:
    """The entity with one mention that stays, or, if not `keep`, is replaced like the others again."""
    there = (one for one in entity.mentions if one.transcript == transcript and one.span.start == start)
    stays = {one for one in there if in_head is None or one.in_head == in_head}
    if not stays:
        raise MisuseError(f"{entity.id} has no mention at {start} in that transcript.")
    return replace(entity, kept=entity.kept | stays if keep else entity.kept - stays)


def told_same(entities: Iterable[Entity], one: str, other: str) -> tuple[Entity, ...]:
    """What is said of the first one, whom entities may be or are not, said of the second; without one, of nobody."""

    def told(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (other if id == one else id for id in ids))))

    return tuple(
        replace(entity, may_be=told(entity.may_be), apart=told(entity.apart))
        if one in (*entity.may_be, *entity.apart) and entity.id != other
        else entity
        for entity in entities
    )


def taken_back(now: Sequence[Entity], before: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities as they were `before`, so that a later save takes back what was done since."""
    known = {entity.id: entity for entity in now}
    gone = [known[id] for id in sorted(known.keys() - {entity.id for entity in before})]
    moment = datetime.now(UTC)

    def restored(entity: Entity) -> Entity:
        there = known.get(entity.id)
        if there and replace(there, changed_at=entity.changed_at, formerly=entity.formerly) == entity:
            return there
        back = (one.id for one in gone if not set(one.mentions).isdisjoint(entity.mentions))
        return replace(entity, changed_at=moment, formerly=(*entity.formerly, *back))

    return tuple(map(restored, before))


def _found_as(entity: Entity, former: Entity) -> tuple[FoundAs, ...]:
    """What the machine may call the entity, now that it is (also) what it called another one."""
    known = {found.name for found in former.found_as}
    own = (FoundAs(former.type, form) for form in dict.fromkeys((former.name, *former.forms)) if form not in known)
    return tuple(dict.fromkeys((*entity.found_as, *own, *former.found_as)))
