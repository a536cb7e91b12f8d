"""One entity after the other in the terminal: what is shown of each, and what the keys do."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import click

from interviews.anonymity import Decision, Entity, EntityType, Proposals
from interviews.cli.console import complain, say
from interviews.errors import MisuseError, Problem

MENTIONS = 3
COMMANDS = {
    "a": "as proposed", "=": "same as", "t": "type", "m": "keep one mention", "v": "view all mentions",
    "c": "confirm", "n": "next", "u": "undo", "q": "quit",
}  # fmt: skip
_WORDS = {
    Decision.PSEUDONYM: "pseudonym: ",
    Decision.GENERALIZE: "vaguer words (nothing: they are worked out): ",
}
_ASKED = {
    "=": "the id of the entity that this one is, too: ",
    "t": f"type ({', '.join(EntityType)}): ",
    "m": "number of the mention that stays: ",
}


def decision_keys() -> dict[str, Decision]:
    """A key for every decision there is: the first letter of its name that is free."""
    keys: dict[str, Decision] = {}
    for decision in Decision:
        keys[next(letter for letter in decision.value if letter not in {*keys, *COMMANDS})] = decision
    return keys


class Answers:
    """Keys from a terminal, or lines from anywhere else: a key, and after a blank what it asks for."""

    def __init__(self) -> None:
        self._by_key = sys.stdin.isatty()
        self._rest = ""

    def key(self) -> str:
        """The next key; `q` where there is nothing more to read."""
        say(_MENU)
        if self._by_key:
            typed = click.getchar()
            if typed in ("\x03", "\x04"):
                raise KeyboardInterrupt
            return "\n" if typed in "\r\n" else typed.lower()
        line = sys.stdin.readline()
        typed, _, self._rest = line.strip().partition(" ")
        return typed.lower() or ("\n" if line else "q")

    def words(self, prompt: str) -> str:
        """What is typed after a prompt, or stood behind the key."""
        if self._rest:
            rest, self._rest = self._rest, ""
            return rest.strip()
        if not self._by_key:
            say(prompt)
            return sys.stdin.readline().strip()
        return str(click.prompt(prompt.rstrip(": "), default="", show_default=False)).strip()


@dataclass
class Review:
    """A walk through entities; what a key did is saved before the next one is read."""

    proposals: Proposals
    author: str
    save: Callable[[Proposals], Iterable[Problem]]
    queue: list[str]
    confirming: bool = False
    answers: Answers = field(default_factory=Answers)
    decided: int = 0
    _place: int = 0
    _stale: bool = False
    """Whether what is shown of the entity is not what is known of it now."""
    _before: list[tuple[Proposals, list[str], int]] = field(default_factory=list)

    def run(self) -> None:
        """Show one entity after the other until the last, or until somebody quits."""
        shown = -1
        while self._place < len(self.queue):
            entity = next((one for one in self.proposals.entities if one.id == self.queue[self._place]), None)
            if entity is None:  # it was said to be another one
                self._place += 1
                continue
            if shown != self._place or self._stale:
                self._show(entity)
            shown, self._stale = self._place, False
            typed = self.answers.key()
            if typed == "q":
                return
            try:
                self._press("c" if typed == "\n" and self.confirming else "a" if typed == "\n" else typed, entity)
            except MisuseError as error:
                complain(str(error))

    def _press(self, typed: str, entity: Entity) -> None:
        if typed in _KEYS:
            self._decide(entity, _KEYS[typed])
        elif typed in self._doings:
            self._doings[typed](entity)
        else:
            complain("no such key")

    @property
    def _doings(self) -> dict[str, Callable[[Entity], None]]:
        return {
            "a": lambda entity: self._keep(self.proposals.approve(entity, by=self.author)),
            "c": lambda entity: self._keep(self.proposals.confirm(entity, self.author)),
            "=": self._join,
            "t": self._retype,
            "m": self._keep_mention,
            "v": self._show_all,
            "n": self._skip,
            "u": self._undo,
        }

    def _decide(self, entity: Entity, decision: Decision) -> None:
        words = self.answers.words(_WORDS[decision]) if decision in _WORDS else None
        self._keep(self.proposals.decide(entity, decision, words or None, by=self.author))

    def _join(self, entity: Entity) -> None:
        other = self.answers.words(_ASKED["="]).upper() or next(iter(entity.may_be), "")
        if other == entity.id:
            raise MisuseError(f"{other} is this one itself: name another one.")
        self._keep(self.proposals.merge(entity.id, other, by=self.author))

    def _retype(self, entity: Entity) -> None:
        written = self.answers.words(_ASKED["t"]).upper()
        if written not in list(EntityType):
            raise MisuseError(f"The type is one of {', '.join(EntityType)}.")
        known = {one.id for one in self.proposals.entities}
        changed = self.proposals.retype(entity.id, written, by=self.author)
        new = next((one.id for one in changed.entities if one.id not in known), entity.id)
        queue = [new if one == entity.id else one for one in self.queue]
        self._keep(changed, stay=True)
        self.queue = queue  # it is shown again under its new id, to be decided

    def _keep_mention(self, entity: Entity) -> None:
        written = self.answers.words(_ASKED["m"])
        if not written.isdecimal() or not 0 < int(written) <= len(entity.mentions):
            raise MisuseError(f"Give the number of a mention, 1 to {len(entity.mentions)}.")
        mention = entity.mentions[int(written) - 1]
        changed = self.proposals.keep_mention(entity, mention.transcript, mention.span.start, by=self.author)
        self._keep(changed, stay=True)

    def _show_all(self, entity: Entity) -> None:
        self._show_mentions(entity, len(entity.mentions))

    def _skip(self, entity: Entity) -> None:
        self._place += 1

    def _undo(self, entity: Entity) -> None:
        if not self._before:
            raise MisuseError("There is nothing to take back: undo reaches back to the start of this review.")
        before, queue, place = self._before.pop()
        self.proposals = self.proposals.taken_back(before)
        self.queue, self._place, self._stale = queue, place, True
        self.decided -= 1
        self._tell(self.save(self.proposals))

    def _keep(self, changed: Proposals, *, stay: bool = False) -> None:
        self._tell(self.save(changed))  # first on the disk, then on to the next
        self._before.append((self.proposals, self.queue, self._place))
        self.proposals, self._stale = changed, stay
        self.decided += 1
        self._place += not stay

    def _tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            say(str(problem))

    def _show(self, entity: Entity) -> None:
        say("")
        say(f"{self._place + 1} of {len(self.queue)}: {entity.id}, {entity.type.name}{_who(entity)}")
        say(f"  forms: {' | '.join(entity.forms)}")
        self._show_mentions(entity, MENTIONS)
        say(f"  {_state(entity)}: {entity.decision}{f', {entity.replacement}' if entity.replacement else ''}")
        if entity.note:
            say(f"  note: {entity.note}")
        for id in entity.may_be:
            other = next((one for one in self.proposals.entities if one.id == id), None)
            say(f"  may be: {id}{f', {other.name}' if other else ''}")

    def _show_mentions(self, entity: Entity, count: int) -> None:
        for number, mention in enumerate(entity.mentions[:count], start=1):
            kept = " (kept)" if mention in entity.kept else ""
            say(f"  {number}. {self.proposals.context(entity, number - 1)}{kept}")
        if len(entity.mentions) > count:
            say(f"  and {len(entity.mentions) - count} more mentions")


def _who(entity: Entity) -> str:
    return ", a family" if entity.family else ""


def _state(entity: Entity) -> str:
    if entity.decided_at is None:
        return f"accepted as proposed by {entity.accepted_by}" if entity.accepted_by else "proposed"
    confirmed = f", confirmed by {entity.confirmed_by}" if entity.confirmed_by else ""
    return f"decided by {entity.decided_by or 'you'} on {entity.decided_at.date()}{confirmed}"


_KEYS = decision_keys()
_MENU = ", ".join(
    [
        *(f"{key} {decision.value}" for key, decision in _KEYS.items()),
        *(f"{key} {what}" for key, what in COMMANDS.items()),
    ]
)
