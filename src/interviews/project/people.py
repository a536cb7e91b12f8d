"""Participants and cases on their way into the store: they say nothing there that was taken out of the texts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from interviews.anonymity import EntityType, KeyEntry, entities_named
from interviews.anonymity.replacing.labels import label
from interviews.errors import Problem, Severity
from interviews.model import Case, Participant, Transcript
from interviews.text import fold

Framing = TypeVar("Framing", Participant, Case)
# Municipalities and organizations are published as cases; one that was replaced all the same is told.
_PUBLISHED = (EntityType.LOC, EntityType.ORG)


@dataclass(frozen=True, slots=True)
class Alias:
    """What stands for a name that names somebody: always the label, for a pseudonym may change or be someone's name."""

    label: str
    entity: str


@dataclass(frozen=True, slots=True)
class Aliases:
    """The participants and cases whose names name a replaced entity, each with what it is called in the store."""

    participants: Mapping[str, Alias] = field(repr=False)
    cases: Mapping[str, Alias] = field(repr=False)
    key: tuple[KeyEntry, ...] = field(repr=False)

    def of_transcript(self, transcript: Transcript, original: Transcript) -> Transcript:
        """The anonymized transcript with its case and its speakers' participants under their aliases."""
        pairs = zip(transcript.speakers, original.speakers, strict=True)
        speakers = tuple(
            replace(now, participant=was.participant and _called(self.participants, was.participant))
            for now, was in pairs
        )
        return replace(transcript, speakers=speakers, case=original.case and _called(self.cases, original.case))

    def of_participants(self, participants: Iterable[Participant]) -> tuple[list[Participant], list[Problem]]:
        """The participants as the store may hold them, and what was changed, told without the words."""
        moved = [replace(one, case=one.case and _called(self.cases, one.case)) for one in participants]
        return _renamed(moved, self.participants, self.key, "participant")

    def of_cases(self, cases: Iterable[Case]) -> tuple[list[Case], list[Problem]]:
        """The cases as the store may hold them, and what was changed, told without the words."""
        renamed, problems = _renamed(list(cases), self.cases, self.key, "case")
        names = {fold(case.name) for case in renamed}
        told = "it was replaced in the texts, and a case is called so still: keep it, or give the case another name"
        replaced = [entry for entry in self.key if entry.replaced and entry.type in _PUBLISHED]
        called = [entry.id for entry in replaced if names & set(map(fold, entry.forms))]
        return renamed, [*problems, *(Problem(entity, told) for entity in called)]


def find_aliases(
    participants: Sequence[Participant],
    cases: Iterable[Case],
    originals: Sequence[Transcript],
    key: tuple[KeyEntry, ...],
    language: str,
) -> Aliases:
    """Who of these is called after somebody or something that was replaced; a case may be called after a place."""
    speaking = [speaker.participant for original in originals for speaker in original.speakers]
    people = [*(one.name for one in participants), *speaking]
    of_case = [*(one.case for one in participants), *(original.case for original in originals)]
    places = {fold(form) for entry in key if entry.type in _PUBLISHED for form in entry.forms}
    units = [name for name in [*(case.name for case in cases), *of_case] if name and fold(name) not in places]
    hidden = frozenset(EntityType) - set(_PUBLISHED)
    return Aliases(_aliases(people, key, frozenset(EntityType), language), _aliases(units, key, hidden, language), key)


def _aliases(
    names: Iterable[str | None], key: Sequence[KeyEntry], types: Collection[EntityType], language: str
) -> dict[str, Alias]:
    """The same names in the same order get the same aliases; two of one entity are numbered, the fuller name first."""
    given = list(dict.fromkeys(name for name in names if name))
    meant = {name: entry for name, entry in _meant(given, key).items() if entry.type in types}
    taken = {name for name in given if name not in meant}
    aliases: dict[str, Alias] = {}
    for name in sorted(meant, key=lambda name: _likeness(meant[name], name) < len(fold(name))):
        entry = meant[name]
        number = int(entry.id.rpartition("-")[2])
        words = _free(label(entry.type, number, entry.name, language, family=entry.family), taken)
        taken.add(words)
        aliases[name] = Alias(words, entry.id)
    return aliases


def _meant(names: Sequence[str], key: Sequence[KeyEntry]) -> dict[str, KeyEntry]:
    """Of each name that names somebody or something replaced: whom or what, persons before places."""
    replaced = {entry.id: entry for entry in key if entry.replaced}
    persons = [entry for entry in replaced.values() if entry.type is EntityType.PER]
    meant: dict[str, KeyEntry] = {}
    for name, ids in zip(names, entities_named(names, key), strict=True):
        # A name that is an ordinary word, too, is beyond doubt where it is all that somebody is called.
        whole = [entry for entry in persons if _likeness(entry, name) == len(fold(name))]
        named = whole or [replaced[one] for one in ids]
        if named:
            meant[name] = max(named, key=lambda entry: (entry.type not in _PUBLISHED, _likeness(entry, name)))
    return meant


def _likeness(entry: KeyEntry, name: str) -> int:
    """How many letters of the name a form of the entity covers."""
    return max((len(form) for form in map(fold, entry.forms) if form in fold(name)), default=0)


def _renamed(
    records: Sequence[Framing], aliases: Mapping[str, Alias], key: Iterable[KeyEntry], kind: str
) -> tuple[list[Framing], list[Problem]]:
    """The records under their aliases, without attributes that name somebody."""
    pairs = [pair for record in records for pair in record.attributes.items()]
    texts = list(dict.fromkeys(text for name, value in pairs for text in (name, _line(name, value))))
    named = dict(zip(texts, entities_named(texts, key), strict=True))
    renamed: list[Framing] = []
    problems: list[Problem] = []
    for record in records:
        called = _called(aliases, record.name)
        if called != record.name:
            told = f"the {kind} was called after {aliases[record.name].entity}; this is what it is called here"
            problems.append(Problem(called, told, Severity.INFO))
        problems += [Problem(called, told) for told in _naming(record, named)]
        kept = {name: value for name, value in record.attributes.items() if not named[_line(name, value)]}
        renamed.append(replace(record, name=called, attributes=MappingProxyType(kept)))
    return renamed, problems


def _naming(record: Participant | Case, named: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Which attributes name whom; one whose very name does so is told by its number."""
    for number, (name, value) in enumerate(record.attributes.items(), 1):
        if entities := named[_line(name, value)]:
            which = f"attribute {number}" if named[name] else f"the attribute {name!r}"
            yield f"{which} names {', '.join(entities)} and was left out"


def _line(name: str, value: str) -> str:
    return f"{name}\n{value}"


def _called(aliases: Mapping[str, Alias], name: str) -> str:
    return aliases[name].label if name in aliases else name


def _free(words: str, taken: set[str]) -> str:
    number, candidate = 1, words
    while candidate in taken:
        number += 1
        candidate = f"{words} {number}"
    return candidate
