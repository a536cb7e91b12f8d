"""What would be replaced, one line an entity, for a person to decide."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from interviews.anonymity.apply import Anonymization, anonymize_transcripts, head_of
from interviews.anonymity.entity import Decision, Entity, Occurrence, entity_id
from interviews.anonymity.mention import EntityType
from interviews.anonymity.persons import parse_person
from interviews.anonymity.policy import Policy
from interviews.anonymity.proposing import limited
from interviews.anonymity.substitutes import Substitutes
from interviews.anonymity.surrogates import NameSource, check_surrogates
from interviews.errors import MisuseError, Problem
from interviews.model import Transcript
from interviews.text import fold

_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Proposals:
    """The entities found in some transcripts with what is proposed for each; every change makes new proposals."""

    transcripts: tuple[Transcript, ...] = field(repr=False)
    entities: tuple[Entity, ...] = field(repr=False)
    language: str = "de"
    """The language of the labels."""
    problems: tuple[Problem, ...] = ()
    """What could not be understood in a review sheet."""
    policy: Policy = field(default=Policy(), repr=False)
    """What was proposed by."""
    limits: Mapping[str, Mapping[EntityType, Decision]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    """What at least happens in single transcripts, by id and type, because of what somebody agreed to."""
    names: NameSource = field(default=NameSource(), repr=False, compare=False)
    """What surrogates are drawn from."""

    def __len__(self) -> int:
        return len(self.entities)

    def __repr__(self) -> str:
        counts = pd.Series([entity.decision.value for entity in self.entities], dtype=str).value_counts()
        parts = [f"{counts[decision]} {decision}" for decision in Decision if decision in counts]
        mentions = sum(len(entity.mentions) for entity in self.entities)
        detail = f": {', '.join(parts)}" if parts else ""
        return f"Proposals({len(self)} entities, {mentions} mentions, {len(self.transcripts)} transcripts{detail})"

    def _repr_html_(self) -> str:
        counts = pd.crosstab(
            pd.Series([entity.type.value for entity in self.entities], dtype=str, name="type"),
            pd.Series([entity.decision.value for entity in self.entities], dtype=str, name="decision"),
        )
        return f"<p>{self!r}</p>{counts.to_html() if len(counts) else ''}"

    def get(self, entity: str) -> Entity:
        """The entity with this id."""
        found = next((one for one in self.entities if one.id == entity), None)
        if found is None:
            raise MisuseError(f"There is no entity {entity[:20]!r}: the ids stand in the first column of the table.")
        return found

    def decide(
        self, entities: str | Entity | Iterable[str | Entity], decision: Decision | str, replacement: str | None = None
    ) -> "Proposals":
        """The proposals with a decision for one or several entities (ids or the entities themselves).

        A `pseudonym` needs its words as `replacement`, for one entity at a time. Raises MisuseError where the
        pseudonym is a real name of this project or taken, or where nothing vaguer can be worked out.
        """
        chosen = [entities] if isinstance(entities, (str, Entity)) else list(entities)
        ids = [one if isinstance(one, str) else one.id for one in chosen]
        wanted = _decision(decision)
        if wanted is Decision.PSEUDONYM and len(ids) != 1:
            raise MisuseError("A pseudonym stands for one entity: decide one at a time.")
        changed, words = self, self.substitutes()
        for one in ids:
            decided = self._decided(changed.get(one), wanted, replacement, words)
            changed = changed._with(replace(decided, profile=""))
        return changed

    def substitutes(self) -> Substitutes:
        """What stands for the entities by each decision."""
        return Substitutes(self.transcripts, self.entities, self.language, self.policy, self.names)

    def keep_mention(self, entity: str | Entity, transcript: str, start: int) -> "Proposals":
        """Leave one mention as it is (the rose that is a flower), by the transcript's id and where it begins."""
        found = self.get(entity if isinstance(entity, str) else entity.id)
        stays = {one for one in found.mentions if one.transcript == transcript and one.span.start == start}
        if not stays:
            raise MisuseError(f"{found.id} has no mention at {start} in that transcript.")
        return self._with(replace(found, kept=found.kept | stays))

    def merge(self, entity: str, into: str) -> "Proposals":
        """Say that two entities are the same one; it goes on under the second id."""
        one, other = self.get(entity), self.get(into)
        if one.id == other.id:
            return self
        joined = replace(
            other,
            forms=tuple(dict.fromkeys((*other.forms, *one.forms))),
            mentions=tuple(sorted({*other.mentions, *one.mentions}, key=self._order)),
            finders=tuple(dict.fromkeys((*other.finders, *one.finders))),
            score=max(one.score, other.score),
            kept=one.kept | other.kept,
        )
        return self._without(one.id)._with(joined)

    def retype(self, entity: str, entity_type: EntityType | str) -> "Proposals":
        """Correct the type; the entity gets the next free id of that type and its default replacement."""
        found, new_type = self.get(entity), EntityType(entity_type)
        if new_type is found.type:
            return self
        number = 1 + max((one.number for one in self.entities if one.type is new_type), default=0)
        changed = replace(found, id=entity_id(new_type, number), type=new_type, family=False)
        stays = (Decision.KEEP, Decision.PSEUDONYM, Decision.DELETE)
        decision = found.decision if found.decision in stays else Decision.LABEL
        entities = tuple(changed if one.id == found.id else one for one in self.entities)
        moved = replace(self, entities=entities)
        return moved._with(moved._decided(changed, decision, found.replacement, moved.substitutes()))

    def table(self, reveal: bool = False) -> pd.DataFrame:
        """One row an entity. Names are masked; `reveal=True` shows them, with their forms and one context each."""
        rows = [self._row(entity, reveal) for entity in self.entities]
        columns = [
            "id",
            "type",
            "name",
            "mentions",
            "transcripts",
            "decision",
            "replacement",
            "finders",
            "score",
            "note",
        ]
        return pd.DataFrame(rows, columns=columns + (["forms", "context"] if reveal else []))

    def to_excel(self, path: Path | str, *, forbidden: Path | None = None) -> Path:
        """Write the review sheet, which shows the names: never into the project folder (`forbidden`)."""
        from interviews.anonymity.sheet import write_sheet

        return write_sheet(self, Path(path), forbidden)

    def from_excel(self, path: Path | str) -> "Proposals":
        """The proposals with the decisions of a review sheet; rows that cannot be understood are in `problems`."""
        from interviews.anonymity.sheet import read_sheet

        return read_sheet(self, Path(path))

    def accept(self) -> Anonymization:
        """Make the anonymized text versions. Raises MisuseError where two originals would get one pseudonym."""
        for entity in self.entities:
            if entity.decision is Decision.PSEUDONYM:
                self._check_pseudonym(entity, entity.replacement)
        check_surrogates(self.entities)
        return anonymize_transcripts(self.transcripts, limited(self), self.policy.profile)

    def context(self, entity: Entity) -> str:
        """The first mention with the words around it: the original text."""
        if not entity.mentions:
            return ""
        first = entity.mentions[0]
        transcript = next(one for one in self.transcripts if one.id == first.transcript)
        text = head_of(transcript) if first.in_head else transcript.text
        left = text[max(0, first.span.start - _CONTEXT) : first.span.start]
        right = text[first.span.end : first.span.end + _CONTEXT]
        return " ".join(f"{left}»{first.span.of(text)}«{right}".split())

    def _row(self, entity: Entity, reveal: bool) -> tuple[object, ...]:
        shown = entity.name if reveal else _masked(entity.name)
        row = (entity.id, entity.type.value, shown, len(entity.mentions), len(entity.transcripts))
        decided = (entity.decision.value, entity.replacement, ", ".join(entity.finders), round(entity.score, 2))
        more = (" | ".join(entity.forms), self.context(entity)) if reveal else ()
        return (*row, *decided, entity.note, *more)

    def _decided(self, entity: Entity, decision: Decision, replacement: str | None, words: Substitutes) -> Entity:
        if decision is Decision.PSEUDONYM:
            name = " ".join((replacement or "").split())
            self._check_pseudonym(entity, name)
            name = _without_title(name, entity.type)
            self._check_pseudonym(entity, name)
            return replace(entity, decision=decision, replacement=name)
        own = f"[{replacement.strip('[] ')}]" if replacement and decision is Decision.GENERALIZE else None
        made = own or words.of(entity, decision)
        if made is None and decision is Decision.SURROGATE:
            raise MisuseError(
                f"No name is left that is like none of the study's: give {entity.id} a pseudonym, or a label."
            )
        if made is None:
            raise MisuseError(f"Nothing vaguer can be worked out for {entity.id}: give the words, or choose label.")
        return replace(entity, decision=decision, replacement=made)

    def _check_pseudonym(self, entity: Entity, words: str) -> None:
        if not any(char.isalpha() for char in words) or set(words) & set("[]\n"):
            raise MisuseError(f"The pseudonym for {entity.id} must be a name without brackets.")
        folded = set(_name_words(words)) | {fold(words)}
        for other in self.entities:
            if other.type in _NAMES and folded & _all_words(other):
                whose = "its own real name" if other.id == entity.id else f"a real name of this project ({other.id})"
                raise MisuseError(f"The pseudonym for {entity.id} contains {whose}: choose another one.")
            same = other.id != entity.id and other.decision is not Decision.KEEP
            if same and fold(other.replacement) == fold(words):
                raise MisuseError(f"The pseudonym for {entity.id} is that of {other.id} already: choose another one.")

    def _with(self, entity: Entity) -> "Proposals":
        return replace(self, entities=tuple(entity if one.id == entity.id else one for one in self.entities))

    def _without(self, entity: str) -> "Proposals":
        return replace(self, entities=tuple(one for one in self.entities if one.id != entity))

    @property
    def _order(self) -> Callable[[Occurrence], tuple[int, bool, int, int]]:
        number = {transcript.id: i for i, transcript in enumerate(self.transcripts)}
        return lambda one: (number[one.transcript], one.in_head, one.span.start, one.span.end)


_NAMES = (EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.ADDR)


def _decision(decision: Decision | str) -> Decision:
    try:
        return Decision(decision)
    except ValueError:
        raise MisuseError(f"A decision is one of {', '.join(Decision)}.") from None


def _masked(name: str) -> str:
    return f"{name[:1]}… ({len(name)})"


def _name_words(name: str) -> Sequence[str]:
    return [word for word in fold(name).replace("-", " ").split() if len(word) > 2]


def _all_words(entity: Entity) -> set[str]:
    """The names an entity goes by: each form as a whole, and for a person each part of it."""
    whole = {fold(form) for form in entity.forms}
    if entity.type is not EntityType.PER:
        return whole
    return whole | {word for form in entity.forms for word in parse_person(form).words if len(word) > 2}


def _without_title(words: str, entity_type: EntityType) -> str:
    """The title of a person stays in the text, so that of the pseudonym would stand there twice."""
    if entity_type is not EntityType.PER or not words:
        return words
    name = parse_person(words)
    return words[name.start : name.end] or words
