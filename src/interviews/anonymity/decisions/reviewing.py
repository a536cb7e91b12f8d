"""One person's review of proposals: what each act does, saved before the next one, and taken back one by one.

The terminal and the browser show entities and read keys; what a key does is here, once.
"""

from collections.abc import Callable, Iterable
from typing import Protocol

from interviews.anonymity.decisions.news import newer_entries, with_entries
from interviews.anonymity.decisions.proposals import Proposals
from interviews.anonymity.entity import Decision, Entity, KeyEntry, Occurrence
from interviews.anonymity.mention import EntityType
from interviews.errors import MisuseError, Problem
from interviews.text import fold

COMMANDS = {
    "a": "as proposed", "=": "same as", "t": "type", "m": "keep one mention", "e": "somebody else",
    "v": "view all mentions", "c": "confirm", "n": "next", "u": "undo", "q": "quit",
}  # fmt: skip


def decision_keys() -> dict[str, Decision]:
    """A key for every decision there is: the first letter of its name that is free."""
    keys: dict[str, Decision] = {}
    for decision in Decision:
        keys[next(letter for letter in decision.value if letter not in {*keys, *COMMANDS})] = decision
    return keys


def awaits_confirmation(entity: Entity, author: str) -> bool:
    """Whether this person may be the second one to agree: somebody else decided, and nobody has agreed yet."""
    first = entity.decided_by or entity.accepted_by
    return bool(first) and fold(first) != fold(author) and not entity.confirmed_by


class Keeping(Protocol):
    """Where decisions are kept, and what others decided there."""

    def save(self, proposals: Proposals) -> Iterable[Problem]:
        """Keep what was decided; when it returns, it is on the disk."""

    def news(self) -> Iterable[KeyEntry]:
        """What is known of every entity, where anybody else may have saved since; nothing where nobody has."""


class Review:
    """The proposals as they are decided by one person; `problems` are those of the last save."""

    def __init__(self, proposals: Proposals, author: str, keeping: Keeping) -> None:
        self.proposals = proposals
        self.author = author
        self.problems: tuple[Problem, ...] = ()
        self.decided = 0
        self._keeping = keeping
        self._before: list[Proposals] = []

    def decide(self, entity: str, decision: Decision | str, words: str = "") -> None:
        """Give the entity a decision; `words` are those of a pseudonym, or vaguer ones than can be worked out."""
        self._keep(lambda now: now.decide(entity, decision, words or None, by=self.author))

    def approve(self, entity: str) -> None:
        """Decide as it is proposed."""
        self._keep(lambda now: now.approve(entity, by=self.author))

    def confirm(self, entity: str) -> None:
        """Agree, as the second person, to what somebody else decided."""
        self._keep(lambda now: now.confirm(entity, self.author))

    def join(self, entity: str, other: str = "") -> str:
        """Say that the entity is another one, by default the first that it may be; the id under which both go on."""
        other = other or next(iter(self.proposals.get(entity).may_be), "")
        if other == entity:
            raise MisuseError(f"{other} is this one itself: name another one.")
        self._keep(lambda now: now.merge(entity, other, by=self.author))
        return other

    def retype(self, entity: str, entity_type: str) -> str:
        """Correct the type; the id that the entity has now, open for a decision of its own."""
        written = entity_type.strip().upper()
        if written not in list(EntityType):
            raise MisuseError(f"The type is one of {', '.join(EntityType)}.")
        before = self._keep(lambda now: now.retype(entity, written, by=self.author))
        known = {one.id for one in before.entities}
        return next((one.id for one in self.proposals.entities if one.id not in known), entity)

    def keep_mention(self, entity: str, mention: Occurrence) -> None:
        """Leave this mention as it is, or replace it again if it stays already."""
        keep = mention not in self.proposals.get(entity).kept
        self._keep(
            lambda now: now.keep_mention(
                entity, mention.transcript, mention.span.start, in_head=mention.in_head, keep=keep, by=self.author
            )
        )

    def split(self, entity: str, mentions: Iterable[Occurrence | str], other: str = "") -> str:
        """Say that these mentions are somebody else, or the `other` one; the id of the entity that they are of now."""
        before = self._keep(lambda now: now.split(entity, mentions, other or None, by=self.author))
        known = {one.id for one in before.entities}
        return other or next(one.id for one in self.proposals.entities if one.id not in known)

    def undo(self) -> None:
        """Take back the last act."""
        self.look()
        if not self._before:
            raise MisuseError("There is nothing to take back: undo reaches back to the start of this review.")
        self._save(self.proposals.taken_back(self._before[-1]))
        self._before.pop()
        self.decided -= 1

    def look(self) -> bool:
        """Take over what others decided meanwhile, elsewhere; whether anything did change."""
        news = newer_entries(self._keeping.news(), self.proposals)
        if not news:
            return False
        self.proposals = with_entries(self.proposals, news)
        # What was known before one's own acts holds it, too: an undo takes back nobody else's decision.
        self._before = [with_entries(one, news) for one in self._before]
        return True

    def _keep(self, act: Callable[[Proposals], Proposals]) -> Proposals:
        """Do it to what is known now, and save it first, before anything goes on; the proposals before it."""
        self.look()
        before = self.proposals
        self._save(act(before))
        self._before.append(before)
        self.decided += 1
        return before

    def _save(self, changed: Proposals) -> None:
        self.problems = tuple(self._keeping.save(changed))
        self.proposals = changed
