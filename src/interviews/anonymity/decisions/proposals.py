"""What would be replaced, one line an entity, for a person to decide."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from interviews.anonymity.decisions import joining
from interviews.anonymity.decisions.deciding import check_pseudonym, decided, decision_of
from interviews.anonymity.decisions.keywords import words_around
from interviews.anonymity.decisions.policy import Policy
from interviews.anonymity.decisions.proposing import limited, proposed
from interviews.anonymity.decisions.splitting import chosen, split, taken_in
from interviews.anonymity.entity import Decision, Entity, KeyEntry, Occurrence
from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.apply import Anonymization, anonymize_transcripts, entry_of
from interviews.anonymity.replacing.substitutes import Substitutes
from interviews.anonymity.replacing.surrogates import NameSource, check_surrogates
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
    """What could not be understood in a review sheet, and what a review left before could not find again."""
    departed: tuple[str, ...] = ()
    """Ids of an earlier round that no text mentions any more; their numbers stay their own."""
    revisions: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """The revisions of the texts, by transcript; 1 where it says nothing."""
    policy: Policy = field(default=Policy(), repr=False)
    """What was proposed by."""
    limits: Mapping[str, Mapping[EntityType, Decision]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    """What at least happens in single transcripts, by id and type, because of what somebody agreed to."""
    names: NameSource = field(default=NameSource(), repr=False, compare=False)
    """What surrogates are drawn from."""
    made_for: tuple[Path, Path] | None = field(default=None, repr=False, compare=False)
    """Folder of the project that they were made for, and file of its vault's key; None for texts of no project."""

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

    @property
    def open(self) -> tuple[Entity, ...]:
        """The entities that nobody has decided on, those that were accepted as proposed included."""
        return tuple(entity for entity in self.entities if entity.decided_at is None)

    def get(self, entity: str) -> Entity:
        """The entity with this id."""
        found = next((one for one in self.entities if one.id == entity), None)
        if found is None:
            raise MisuseError(f"There is no entity {entity[:20]!r}: the ids stand in the first column of the table.")
        return found

    def decide(
        self,
        entities: str | Entity | Iterable[str | Entity],
        decision: Decision | str,
        replacement: str | None = None,
        *,
        by: str = "",
        at: datetime | None = None,
    ) -> "Proposals":
        """The proposals with a decision for one or several entities (ids or the entities themselves).

        A `pseudonym` needs its words as `replacement`, for one entity at a time. `by` is who decides, by default who
        saves the proposals; `at` when, by default now. Raises MisuseError where the pseudonym is a real name of this
        project or taken, or where nothing vaguer can be worked out.
        """
        chosen = [entities] if isinstance(entities, (str, Entity)) else list(entities)
        ids = [one if isinstance(one, str) else one.id for one in chosen]
        wanted = decision_of(decision)
        if wanted is Decision.PSEUDONYM and len(ids) != 1:
            raise MisuseError("A pseudonym stands for one entity: decide one at a time.")
        changed, words = self, self.substitutes()
        for one in ids:
            made = decided(changed.get(one), wanted, replacement, changed.entities, words)
            changed = changed._with(joining.touched(made, by, at))
        return changed

    def substitutes(self) -> Substitutes:
        """What stands for the entities by each decision."""
        return Substitutes(self.transcripts, self.entities, self.language, self.policy, self.names)

    def approve(
        self, entities: str | Entity | Iterable[str | Entity], *, by: str = "", at: datetime | None = None
    ) -> "Proposals":
        """The proposals with these entities decided as they are proposed."""
        changed = self
        for one in [entities] if isinstance(entities, (str, Entity)) else list(entities):
            found = changed.get(one if isinstance(one, str) else one.id)
            changed = changed._with(joining.touched(found, by, at))
        return changed

    def confirm(self, entities: str | Entity | Iterable[str | Entity], by: str) -> "Proposals":
        """The proposals with the agreement of a second person, `by`, to what is decided for these entities.

        Raises MisuseError where that is the person who decided, or where nobody has decided yet.
        """
        chosen = [entities] if isinstance(entities, (str, Entity)) else list(entities)
        if not by.strip():
            raise MisuseError("Say who confirms: confirm(ids, by='c2').")
        changed = self
        for one in chosen:
            found = changed.get(one if isinstance(one, str) else one.id)
            if found.decided_at is None and not found.accepted_by:
                raise MisuseError(f"Nobody has decided on {found.id} yet: decide first, another person confirms.")
            if fold(by.strip()) == fold(found.decided_by or found.accepted_by):
                raise MisuseError(f"{found.id} was decided by {by.strip()}: somebody else must confirm it.")
            changed = changed._with(replace(found, confirmed_by=by.strip(), changed_at=datetime.now(UTC)))
        return changed

    def keep_mention(
        self,
        entity: str | Entity,
        transcript: str,
        start: int,
        *,
        in_head: bool | None = None,
        keep: bool = True,
        by: str = "",
    ) -> "Proposals":
        """Leave one mention as it is (the rose that is a flower), by the transcript's id and where it begins.

        `in_head` says whether that is in its head or its text, by default wherever a mention begins there. With
        `keep=False` it is replaced like the others again.
        """
        found = self.get(entity if isinstance(entity, str) else entity.id)
        kept = joining.keep_one(found, transcript, start, in_head=in_head, keep=keep)
        return self._with(joining.touched(kept, by))

    def merge(self, entity: str, into: str, *, by: str = "") -> "Proposals":
        """Say that two entities are the same one; it goes on under the second id."""
        one, other = self.get(entity), self.get(into)
        if one.id == other.id:
            return self
        joined = self._without(one.id)._with(joining.touched(joining.join(one, other, self.order), by))
        return replace(joined, entities=joining.told_same(joined.entities, one.id, other.id))

    def retype(self, entity: str, entity_type: EntityType | str, *, by: str = "") -> "Proposals":
        """Correct the type; the entity gets the next free id of that type and its default replacement."""
        found, new_type = self.get(entity), EntityType(entity_type)
        if new_type is found.type:
            return self
        changed = joining.retype(found, new_type, self._taken())
        stays = (Decision.KEEP, Decision.PSEUDONYM, Decision.DELETE)
        decision = found.decision if found.decision in stays else Decision.LABEL
        entities = tuple(changed if one.id == found.id else one for one in self.entities)
        moved = replace(self, entities=joining.told_same(entities, found.id, changed.id))
        made = decided(changed, decision, found.replacement, moved.entities, moved.substitutes())
        return moved._with(joining.touched(made, by))

    def split(
        self,
        entity: str,
        mentions: Occurrence | str | Iterable[Occurrence | str],
        into: str | None = None,
        *,
        by: str = "",
    ) -> "Proposals":
        """Say that some mentions of an entity are somebody else: an entity of their own, or the one with the id `into`.

        `mentions` are single ones, or words: all mentions that are written so. What becomes an entity of its own gets
        the next free id, and is open for a decision. Raises MisuseError where a mention is not the entity's, where all
        would leave, and where `into` is unknown, the entity itself or of another type.
        """
        found, other = self.get(entity), self.get(into) if into else None
        if other and (other.id == found.id or other.type is not found.type):
            raise MisuseError(f"Mentions of {found.id} can only go to another entity of the type {found.type}.")
        leaving = chosen(found, [mentions] if isinstance(mentions, (str, Occurrence)) else mentions, self)
        id = other.id if other else joining.next_id(found.type, self._taken())
        stays, leaves = split(found, leaving, id, self)
        changed = self._with(joining.touched(stays, by))
        if other:
            return changed._with(joining.touched(taken_in(other, leaves, self.order), by))
        leaves = joining.undecided(leaves)
        at = max(i for i, one in enumerate(self.entities, 1) if one.type is found.type)
        changed = replace(changed, entities=(*changed.entities[:at], leaves, *changed.entities[at:]))
        return changed._with(proposed(leaves, changed, changed.substitutes()))

    def taken_back(self, before: "Proposals") -> "Proposals":
        """The proposals as they were `before`: saving these takes back what was decided and saved since."""
        return replace(before, entities=joining.taken_back(self.entities, before.entities))

    def table(self, reveal: bool = False) -> pd.DataFrame:
        """One row an entity. Names are masked; `reveal=True` shows them, with their forms and one context each."""
        rows = [self._row(entity, reveal) for entity in self.entities]
        columns = "id type name mentions transcripts decision replacement finders score note".split()
        columns += ["may be", "decided by", "decided on", "confirmed by"]
        return pd.DataFrame(rows, columns=columns + (["forms", "context"] if reveal else []))

    def to_excel(self, path: Path | str, *, forbidden: Path | None = None) -> Path:
        """Write the review sheet, which shows the names: never into the project folder (`forbidden`)."""
        from interviews.anonymity.decisions.sheet import write_sheet

        return write_sheet(self, Path(path), forbidden)

    def from_excel(self, path: Path | str) -> "Proposals":
        """The proposals with the decisions of a review sheet; rows that cannot be understood are in `problems`."""
        from interviews.anonymity.decisions.sheet_reading import read_sheet

        return read_sheet(self, Path(path))

    def accept(self) -> Anonymization:
        """Make the anonymized text versions. Raises MisuseError where two originals would get one pseudonym."""
        for entity in self.entities:
            if entity.decision is Decision.PSEUDONYM:
                check_pseudonym(entity, entity.replacement, self.entities)
        check_surrogates(self.entities)
        made = anonymize_transcripts(self.transcripts, limited(self), self.revisions)
        return replace(made, departed=self.departed, profile=self.policy.profile)

    def entries(self) -> tuple[KeyEntry, ...]:
        """What the vault keeps of the proposals: every entity with its names, its places, and what was decided."""
        texts = {transcript.id: transcript for transcript in self.transcripts}
        return tuple(entry_of(entity, texts, self.revisions) for entity in self.entities)

    def context(self, entity: Entity, mention: int = 0) -> str:
        """A mention (the first by default) with the words around it: the original text."""
        if not entity.mentions:
            return ""
        left, words, right = words_around(self.transcripts, entity.mentions[mention], _CONTEXT)
        return " ".join(f"{left}»{words}«{right}".split())

    def _row(self, entity: Entity, reveal: bool) -> tuple[object, ...]:
        shown = entity.name if reveal else _masked(entity.name)
        row = (entity.id, entity.type.value, shown, len(entity.mentions), len(entity.transcripts))
        decision = (entity.decision.value, entity.replacement, ", ".join(entity.finders), round(entity.score, 2))
        more = (" | ".join(entity.forms), self.context(entity)) if reveal else ()
        day = entity.decided_at.date().isoformat() if entity.decided_at else ""
        who = (", ".join(entity.may_be), entity.decided_by, day, entity.confirmed_by)
        return (*row, *decision, entity.note, *who, *more)

    def _taken(self) -> list[str]:
        """Every id that is, or was, somebody's."""
        return [*(id for one in self.entities for id in (one.id, *one.formerly)), *self.departed]

    def _with(self, entity: Entity) -> "Proposals":
        return replace(self, entities=tuple(entity if one.id == entity.id else one for one in self.entities))

    def _without(self, entity: str) -> "Proposals":
        return replace(self, entities=tuple(one for one in self.entities if one.id != entity))

    @property
    def order(self) -> Callable[[Occurrence], tuple[int, bool, int, int]]:
        """What mentions are sorted by: as they stand in the transcripts."""
        number = {transcript.id: i for i, transcript in enumerate(self.transcripts)}
        return lambda one: (number[one.transcript], one.in_head, one.span.start, one.span.end)


def _masked(name: str) -> str:
    return f"{name[:1]}… ({len(name)})"
