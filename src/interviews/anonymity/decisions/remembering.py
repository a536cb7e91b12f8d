"""What a later round remembers of an earlier one: whose each mention was, what became one, what was kept."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from interviews.anonymity.entity import Entity, KeyEntry, Occurrence, Place
from interviews.anonymity.linking.grouping import Group, Named
from interviews.anonymity.linking.persons import parse_person
from interviews.anonymity.mention import EntityType
from interviews.errors import Problem, Severity
from interviews.text import Change, Edits, fold

Settled = tuple[Group, KeyEntry | None]


def place_of(occurrence: Occurrence, entity: Entity, head: str, revisions: Mapping[str, int]) -> Place:
    """Where a mention is remembered; `head` is that of its transcript."""
    where, span, in_head = occurrence.transcript, occurrence.span, occurrence.in_head
    words = span.of(head) if in_head else ""
    return Place(where, span, in_head, revisions.get(where, 1), words, occurrence in entity.kept)


def follow(
    entries: Iterable[KeyEntry], newest: Mapping[str, int], edits_to: Callable[[str, int], Edits]
) -> tuple[KeyEntry, ...]:
    """The entries with their places in the newest revisions (`newest`, by transcript) of the originals.

    `edits_to(transcript, revision)` leads there from the revision before. A place whose words were corrected stays what
    it is: it is found nowhere any more.
    """
    edits: dict[tuple[str, int], Edits] = {}

    def moved(place: Place) -> Place:
        now = newest.get(place.transcript, place.revision)
        if place.in_head:
            return replace(place, revision=now)
        span = place.span
        for number in range(place.revision + 1, now + 1):
            step = (place.transcript, number)
            edits[step] = edits.get(step) or edits_to(*step)
            travelled = edits[step].forward(span)
            if travelled.change is not Change.KEPT:
                return place
            span = travelled.span
        return replace(place, span=span, revision=now)

    return tuple(replace(entry, places=tuple(map(moved, entry.places))) for entry in entries)


@dataclass(frozen=True, slots=True)
class Memory:
    """The places of an earlier round; `revisions` says which are the newest, 1 where it says nothing."""

    entries: Mapping[str, KeyEntry] = field(repr=False)
    spans: Mapping[tuple[str, bool, int, int], tuple[str, Place]] = field(repr=False)
    words: Mapping[tuple[str, str], tuple[str, Place]] = field(repr=False)
    """Places in heads by their words, where these stood there once."""

    @classmethod
    def of(cls, key: Iterable[KeyEntry], revisions: Mapping[str, int]) -> "Memory":
        """What a key remembers."""
        entries = {entry.id: entry for entry in key if not entry.departed}
        spans: dict[tuple[str, bool, int, int], tuple[str, Place]] = {}
        words: dict[tuple[str, str], list[tuple[str, Place]]] = defaultdict(list)
        for entry in entries.values():
            for place in entry.places:
                if place.revision == revisions.get(place.transcript, 1):
                    spans[_span_key(place)] = entry.id, place
                    words[place.transcript, _plain(place.words)].append((entry.id, place))
        once = {key: known[0] for key, known in words.items() if key[1] and len(known) == 1}
        return cls(entries, spans, once)

    def place(self, named: Named) -> tuple[str, Place] | None:
        """The id of the entity to which a mention belonged, and its place then."""
        found = self.spans.get(_span_key(named.occurrence))
        if not named.occurrence.in_head:
            return found
        written = _plain(named.mention.text)
        if found and _plain(found[1].words) == written:
            return found
        return self.words.get((named.occurrence.transcript, written))

    def owner(self, named: Named) -> str | None:
        """The id of the entity to which a mention belonged."""
        found = self.place(named)
        return found[0] if found else None

    def kept(self, members: Iterable[Named]) -> frozenset[Occurrence]:
        """Which of these mentions stay on purpose."""
        places = ((named.occurrence, self.place(named)) for named in members)
        return frozenset(occurrence for occurrence, place in places if place and place[1].kept)

    def settle(self, groups: Sequence[Group]) -> list[Settled]:
        """The groups as an earlier round left them: what was one entity then is one now, what was two stays two."""
        if not self.entries:
            return [(group, None) for group in groups]
        parts = [part for group in groups for part in self._parts(group)]
        joined: dict[str, list[Group]] = defaultdict(list)
        settled: list[Settled] = []
        for group, owner in parts:
            owner = owner or self._found_as(group)
            if owner is None:
                settled.append((group, None))
            else:
                joined[owner].append(group)
        settled += [(_joined(groups, self.entries[owner]), self.entries[owner]) for owner, groups in joined.items()]
        return sorted(settled, key=lambda one: (list(EntityType).index(one[0].type), one[0].first.order))

    def _parts(self, group: Group) -> list[tuple[Group, str | None]]:
        """A group cut into what belonged to different entities; a mention that is new goes where its words went."""
        owners = {named: self.owner(named) for named in group.members}
        known = {owner for owner in owners.values() if owner}
        by_words = self._split_off(known)
        for named, owner in owners.items():
            if owner:
                by_words[fold(named.mention.text)].add(owner)
        only = next(iter(known)) if len(known) == 1 else None
        parts: dict[str | None, list[Named]] = defaultdict(list)
        for named, owner in owners.items():
            candidates = by_words[fold(named.mention.text)]
            parts[owner or (next(iter(candidates)) if len(candidates) == 1 else only)].append(named)
        if len(parts) == 1:
            return [(group, next(iter(parts)))]
        firsts = {owner: members[0] for owner, members in parts.items()}
        return [
            (replace(group, members=tuple(members), could_be=_others(firsts, owner, group)), owner)
            for owner, members in parts.items()
        ]

    def _split_off(self, known: Iterable[str]) -> defaultdict[str, set[str]]:
        """The words of those that a person said the known ones are not, as far as these are not called so, too."""
        by_words: defaultdict[str, set[str]] = defaultdict(set)
        for one in map(self.entries.__getitem__, known):
            for id in one.apart:
                others = self.entries[id].forms if id in self.entries else ()
                for words in set(map(fold, others)) - set(map(fold, one.forms)):
                    by_words[words].add(id)
        return by_words

    def _found_as(self, group: Group) -> str | None:
        """The only entity that a person said this type and name to be; a given name is one only where it was known."""
        names = {fold(named.mention.text) for named in group.members}
        where = {named.occurrence.transcript for named in group.members}
        found = [
            entry.id
            for entry in self.entries.values()
            for one in entry.found_as
            if one.type is group.type and fold(one.name) in names
            if not (one.type is EntityType.PER and _is_bare(one.name)) or where & set(entry.transcripts)
        ]
        return found[0] if len(set(found)) == 1 else None


def lost_places(key: Iterable[KeyEntry], entities: Iterable[Entity]) -> list[Problem]:
    """Which entities had mentions that stayed on purpose and cannot be found again."""
    now = {entity.id: entity.kept for entity in entities}
    problems = []
    for entry in key:
        lost = sum(place.kept for place in entry.places) - len(now.get(entry.id, ()))
        if lost > 0 and not entry.departed:
            told = f"mentions that were kept and are not found where they stood: {lost}; look for them"
            problems.append(Problem(entry.id, told, Severity.WARNING))
    return problems


def _joined(groups: Sequence[Group], entry: KeyEntry) -> Group:
    members = sorted({named for group in groups for named in group.members}, key=lambda named: named.order)
    own = set(members)
    could_be = dict.fromkeys(named for group in groups for named in group.could_be if named not in own)
    return Group(entry.type, tuple(members), entry.family, tuple(could_be))


def _others(firsts: Mapping[str | None, Named], owner: str | None, group: Group) -> tuple[Named, ...]:
    return (*group.could_be, *(named for one, named in firsts.items() if one != owner))


def _span_key(place: Occurrence | Place) -> tuple[str, bool, int, int]:
    return place.transcript, place.in_head, place.span.start, place.span.end


def _plain(words: str) -> str:
    return fold(words.replace("_", " "))


def _is_bare(name: str) -> bool:
    return len(parse_person(name).words) < 2
