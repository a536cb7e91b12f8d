"""Which mentions name the same person, place or organisation: a proposal that prefers two entities to a wrong one."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from interviews.anonymity.forms.inflection import Bases
from interviews.anonymity.linking.grouping import Group, Named
from interviews.anonymity.linking.organisation_links import key_of, with_short_names
from interviews.anonymity.linking.person_links import link_persons
from interviews.anonymity.linking.place_links import with_levels
from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.generalization import age_of
from interviews.text import fold

_GENDERED = re.compile(r"[*:_/](?:in|innen)$")
_ARTICLE = re.compile(r"^(?:der|die|das|den|dem|des|the|am|im|vom|zur|zum|w|we|na)\s+")


def link(mentions: Iterable[Named]) -> list[Group]:
    """Groups by type and first mention; every mention is in exactly one."""
    by_type: dict[EntityType, list[Named]] = defaultdict(list)
    for named in mentions:
        by_type[named.mention.type].append(named)
    groups: list[Group] = []
    for entity_type in EntityType:
        found = sorted(by_type[entity_type], key=lambda named: named.order)
        groups += _LINKS.get(entity_type, partial(_link_by_form, entity_type))(found)
    return groups


def _link_by_form(entity_type: EntityType, found: Sequence[Named]) -> list[Group]:
    """One group for each base form in the whole project: the same place is the same place in every interview."""
    bases = Bases((_words(named.mention.text), named.language) for named in found)
    if entity_type is EntityType.LOC:
        bases = Bases((_head(named, bases), named.language) for named in found)
    groups: dict[str, list[Named]] = defaultdict(list)
    for named in found:
        groups[_key(entity_type, named, bases)].append(named)
    return [Group(entity_type, tuple(members)) for members in groups.values()]


def _link_places(found: Sequence[Named]) -> list[Group]:
    return with_levels(_link_by_form(EntityType.LOC, found))


def _link_organisations(found: Sequence[Named]) -> list[Group]:
    return with_short_names(_link_by_form(EntityType.ORG, found))


_LINKS: Mapping[EntityType, Callable[[Sequence[Named]], list[Group]]] = {
    EntityType.PER: link_persons,
    EntityType.LOC: _link_places,
    EntityType.ORG: _link_organisations,
}


def _key(entity_type: EntityType, named: Named, bases: Bases) -> str:
    text = named.mention.text
    if entity_type is EntityType.AGE:
        age = age_of(text)
        return str(age) if age is not None else fold(text)
    if entity_type in (EntityType.CONTACT, EntityType.ID):
        return normal_number(text)
    if entity_type is EntityType.DATE:
        return _words(text)
    if entity_type is EntityType.ORG and len(key := key_of(text, named.language)) > 1:
        return " ".join(key)
    return bases.of(_words(text) if entity_type is not EntityType.LOC else _head(named, bases), named.language)


def _head(named: Named, bases: Bases) -> str:
    """The place itself: Nordstadt of `Dortmunder Nordstadt` where that is attested alone, too, and of its people."""
    words = _GENDERED.sub("", _words(named.mention.text))
    first, _, rest = words.partition(" ")
    return rest if rest and first.endswith("er") and rest in bases else words


def normal_number(text: str) -> str:
    """A phone, mail or file number without the blanks and marks that people set differently."""
    plain = re.sub(r"[\s()/.\-–]", "", fold(text)) if "@" not in text else fold(text)
    return re.sub(r"^(?:\+|00)(?:49|48|44)0?(?=\d{6})", "0", plain)


def _words(text: str) -> str:
    return _ARTICLE.sub("", " ".join(fold(text).split()))
