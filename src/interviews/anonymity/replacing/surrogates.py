"""Names that stand for names: of like origin, gender and length, drawn with a secret of the project, never twice."""

import hashlib
import hmac
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from interviews.anonymity.entity import Decision, Entity, KeyEntry
from interviews.anonymity.linking.persons import Title, parse_person, title_before
from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.apply import head_of
from interviews.anonymity.replacing.name_parts import NameParts, parts_of, singular
from interviews.anonymity.replacing.origins import (
    ORIGINS,
    Pool,
    common_of,
    feminine,
    gender_of,
    origin_of,
    pool_of,
    stem_of_family,
    syllables,
)
from interviews.anonymity.replacing.real_names import RealNames
from interviews.anonymity.replacing.roles import gender_told
from interviews.errors import MisuseError
from interviews.model import Transcript
from interviews.text import fold

_NAMED = frozenset({EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.ADDR})


def _no_secret() -> bytes:
    raise MisuseError("Surrogates are drawn with a secret of the vault: propose them by iv.anonymize(project).")


@dataclass(frozen=True, slots=True)
class NameSource:
    """What surrogates rest on besides the proposals: a secret, the key of earlier rounds, the names of participants."""

    secret: Callable[[], bytes] = field(default=_no_secret, repr=False)
    key: tuple[KeyEntry, ...] = field(default=(), repr=False)
    people: tuple[str, ...] = field(default=(), repr=False)


class Surrogates:
    """Draws surrogates; those that earlier rounds gave, or this one, are never given to anybody else.

    A family name has one surrogate in the whole study, so that relatives share it; a given name has one for each
    person. What is drawn depends on the secret: from the name alone nobody can tell it.
    """

    def __init__(
        self,
        source: NameSource,
        entities: Iterable[Entity],
        transcripts: Iterable[Transcript] = (),
        home: str = "de",
    ) -> None:
        self._source = source
        self._home = home
        self._entities = tuple(entities)
        self._families: dict[str, str] = {}
        persons = [one for one in self._entities if one.type is EntityType.PER and not one.family]
        surnames = (parts_of(one.name, one.forms).family for one in persons)
        self._surnames = frozenset(name for name in surnames if name)
        held = {entity.id for entity in self._entities}
        gone = [entry for entry in source.key if entry.id not in held]
        every: list[Entity | KeyEntry] = [*self._entities, *gone]
        real = [form for one in every if one.type in _NAMED for form in (one.name, *one.forms)]
        known = tuple(transcripts)
        self._languages = {one.id: one.language for one in known}
        texts = (text for one in known for text in (one.text, head_of(one)))
        self._real = RealNames([*real, *source.people], texts, {home, *(one.language for one in known)})
        self._given = RealNames()
        self._refused: set[str] = set()
        for one in every:
            if one.decision.is_name:
                self._given.add(one.replacement)
        for one in every:
            if one.decision is Decision.SURROGATE:
                self._remember(one)

    def of(self, entity: Entity, befores: Sequence[str] = ()) -> str | None:
        """The surrogate of a person; the one that it has already where that still fits, None where no name is left.

        `befores` is what stands before its mentions. Raises MisuseError for what is no person.
        """
        if entity.type is not EntityType.PER:
            raise MisuseError(
                f"Surrogates are made for persons only: give {entity.id} a label, vaguer words or a pseudonym of yours."
            )
        titles = _titles(entity, befores)
        parts = _told_by(titles, parts_of(entity.name, entity.forms, is_family=entity.family), self._surnames)
        origin = origin_of(parts.given, parts.family, entity.name, self._home_of(entity))
        gender = (
            _gender(titles) or gender_told(befores) or gender_of(parts.given, origin) or _gender_of_family(parts.family)
        )
        old = entity.replacement.split() if entity.decision is Decision.SURROGATE else []
        kept = [word for word in old if not self._is_real(word)]
        given = self._given_name(entity, parts, origin, gender, kept)
        family = self._family_name(parts.family, origin, gender) if parts.family else ""
        return None if given is None or family is None else " ".join(filter(None, (given, family)))

    def _home_of(self, entity: Entity) -> str:
        """The language in which alone an entity is talked about, else the study's."""
        spoken = {self._languages.get(transcript, self._home) for transcript in entity.transcripts} & set(ORIGINS)
        return spoken.pop() if len(spoken) == 1 else self._home

    def clashes(self, words: str) -> bool:
        """Whether a surrogate given earlier is a real name of the study by now."""
        return any(self._is_real(word) for word in words.split())

    def _given_name(self, entity: Entity, parts: NameParts, origin: str, gender: str, kept: list[str]) -> str | None:
        if not parts.given:
            return ""
        families = {stem_of_family(fold(name)) for name in self._families.values()}
        for word in kept:
            if stem_of_family(fold(word)) not in families:
                return word
        pools = [pool.given(gender) for pool in self._pools(origin)]
        return self._draw(f"given {entity.id} {' '.join(parts.given)}", parts.given[0], pools)

    def _family_name(self, family: str, origin: str, gender: str) -> str | None:
        stem = stem_of_family(family)
        drawn = self._families.get(stem)
        if drawn is None or self._is_real(drawn):
            drawn = self._draw(f"family {stem}", family, [pool.family for pool in self._pools(origin)])
            if drawn is None:
                return None
            self._families[stem] = drawn
        return feminine(drawn, origin) if gender == "f" else drawn

    def _pools(self, origin: str) -> Iterator[Pool]:
        """Where to look: among the common names of the group, all of it, then of the study's language."""
        yield from (common_of(origin), pool_of(origin), common_of(self._home), pool_of(self._home))

    def _draw(self, purpose: str, like: str, pools: Iterable[Sequence[str]]) -> str | None:
        """The first free name in the order that the secret gives them, those with as many syllables first."""
        wanted = syllables(like)
        for pool in pools:
            left = [name for name in pool if name not in self._refused]
            for name in sorted(left, key=lambda name: (abs(syllables(name) - wanted), self._rank(purpose, name))):
                if not self._is_real(name) and not self._given.has(name):
                    self._given.add(name)
                    return name
                self._refused.add(name)  # what is taken once stays taken
        return None

    def _rank(self, purpose: str, name: str) -> bytes:
        return hmac.digest(self._secret, f"{purpose}\0{name}".encode(), hashlib.sha256)

    @cached_property
    def _secret(self) -> bytes:
        return self._source.secret()

    def _is_real(self, name: str) -> bool:
        return self._real.has(name)

    def _remember(self, one: Entity | KeyEntry) -> None:
        """The surrogate of a family name, from a person or family that has one already."""
        parts = parts_of(one.name, one.forms, is_family=one.family) if one.name else NameParts((), None)
        words = one.replacement.split()
        if parts.family and words and (len(words) > 1 or not parts.given):
            drawn = words[-1][:-1] + "i" if words[-1].endswith(("ska", "cka", "dzka")) else words[-1]
            self._families.setdefault(stem_of_family(parts.family), drawn)


def check_surrogates(entities: Sequence[Entity]) -> None:
    """Raises MisuseError where a surrogate is a real name of the study by now, or stands for two names."""
    real = {word: one.id for one in entities if one.type in _NAMED for word in _real_words(one)}
    held: dict[str, Entity] = {}
    for one in entities:
        if one.decision is not Decision.SURROGATE:
            continue
        whose = next((real[word] for word in map(fold, one.replacement.split()) if word in real), None)
        other = held.setdefault(fold(one.replacement), one)
        if whose:
            how = "decide it again (in the sheet: empty its replacement)"
            raise MisuseError(f"The surrogate of {one.id} is a real name of this project by now ({whose}): {how}.")
        if not _share_a_name(one, other):
            raise MisuseError(f"{one.id} and {other.id} have one surrogate: decide {one.id} again.")


def _real_words(entity: Entity) -> set[str]:
    whole = {fold(form) for form in entity.forms}
    if entity.type is not EntityType.PER:
        return whole
    return whole | {word for form in entity.forms for word in parse_person(form).words if len(word) > 2}


def _share_a_name(one: Entity, other: Entity) -> bool:
    """Whether two entities are called the same so far: an uncle and a niece of whom only the family name is said."""
    return one.id == other.id or not _stems(one).isdisjoint(_stems(other))


def _stems(entity: Entity) -> set[str]:
    return {stem_of_family(word.removesuffix("s")) for word in parse_person(entity.name).words}


def _told_by(titles: set[Title], parts: NameParts, families: Collection[str]) -> NameParts:
    """The parts with what titles before a single word say, and what the study's other names do."""
    if parts.given and (parts.family or len(parts.given) > 1):
        return parts
    word = parts.family or parts.given[0]
    shorter = (word.removesuffix(ending) for ending in ("'s", "'", "s", "es", "ens"))
    base = next((name for name in shorter if name in families), singular(word))  # die Demirs
    surname = titles & {Title.FEMALE, Title.MALE, Title.OFFICE} and Title.GIVEN not in titles
    return NameParts((), base) if parts.family or base in families or surname else NameParts((base,), None)


def _titles(entity: Entity, befores: Iterable[str]) -> set[Title]:
    said = {title for form in entity.forms for title in parse_person(form).titles}
    return said | {title for title in map(title_before, befores) if title}


def _gender(titles: set[Title]) -> str:
    found = titles & {Title.FEMALE, Title.MALE}
    return "" if len(found) != 1 else "f" if Title.FEMALE in found else "m"


def _gender_of_family(family: str | None) -> str:
    return "f" if family and family.endswith(("ska", "cka", "dzka", "owa", "ewa", "ova", "eva")) else ""
