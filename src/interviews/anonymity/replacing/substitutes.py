"""What stands for an entity by each decision: a label, vaguer words, a surrogate, or nothing but dots."""

from collections.abc import Iterable
from functools import cached_property

from interviews.anonymity.decisions.policy import Policy
from interviews.anonymity.entity import Decision, Entity
from interviews.anonymity.linking.persons import parse_person
from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.apply import head_of
from interviews.anonymity.replacing.generalization import generalize
from interviews.anonymity.replacing.labels import DELETED, label, language_of
from interviews.anonymity.replacing.roles import role_told
from interviews.anonymity.replacing.surrogates import NameSource, Surrogates
from interviews.model import Transcript

_AROUND = 60


class Substitutes:
    """The words for the entities of some transcripts; surrogates once drawn are not drawn again."""

    def __init__(
        self,
        transcripts: Iterable[Transcript],
        entities: Iterable[Entity],
        language: str,
        policy: Policy,
        names: NameSource,
    ) -> None:
        self._transcripts = {transcript.id: transcript for transcript in transcripts}
        self._entities = tuple(entities)
        self._language = language
        self._policy = policy
        self._names = names

    def of(self, entity: Entity, decision: Decision) -> str | None:
        """The words by a decision; None where nothing vaguer is known, or no surrogate is left.

        Raises MisuseError for a surrogate of what is no person.
        """
        if decision is Decision.SURROGATE:
            return self.surrogates.of(entity, [before for before, _ in self._around(entity)])
        if decision is Decision.GENERALIZE:
            return self._vaguer(entity)
        return {Decision.KEEP: "", Decision.DELETE: DELETED}.get(decision, self._label(entity))

    @cached_property
    def surrogates(self) -> Surrogates:
        """The names already given, and where new ones come from."""
        return Surrogates(self._names, self._entities, self._transcripts.values(), self._language)

    def _label(self, entity: Entity) -> str:
        is_person = entity.type is EntityType.PER and not entity.family
        role = role_told(self._around(entity)) if is_person and self._policy.roles else ""
        if role:
            return f"[{role} {entity.number}]"
        return label(entity.type, entity.number, entity.name, self._language_of(entity), family=entity.family)

    def _vaguer(self, entity: Entity) -> str | None:
        return generalize(
            entity.type,
            entity.name,
            self._language_of(entity),
            before=[before for before, _ in self._around(entity)] if entity.type is EntityType.LOC else (),
            cases=sorted({case for one in entity.transcripts if (case := self._transcripts[one].case)}),
            seasons=self._policy.seasons,
        )

    def _language_of(self, entity: Entity) -> str:
        spoken = self._transcripts[entity.mentions[0].transcript].language if entity.mentions else ""
        return language_of(entity.type, spoken, self._language)

    def _around(self, entity: Entity) -> list[tuple[str, str]]:
        """What stands before the name and after it, of each mention, within its line."""
        around = []
        for mention in entity.mentions:
            transcript = self._transcripts[mention.transcript]
            text = head_of(transcript) if mention.in_head else transcript.text
            name = parse_person(mention.span.of(text)) if entity.type is EntityType.PER else None
            start = mention.span.start + (name.start if name else 0)
            end = mention.span.start + name.end if name else mention.span.end
            before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
            around.append((before.rpartition("\n")[2], after.partition("\n")[0]))
        return around
