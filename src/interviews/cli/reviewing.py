"""One entity after the other in the terminal: what is shown of each, and what the keys do."""

import sys
from dataclasses import dataclass, field

import click

from interviews.anonymity import COMMANDS, Decision, Entity, EntityType, Occurrence, Review, decision_keys
from interviews.cli.console import complain, say
from interviews.errors import MisuseError

MENTIONS = 3
_WORDS = {
    Decision.PSEUDONYM: "pseudonym: ",
    Decision.GENERALIZE: "vaguer words (nothing: they are worked out): ",
}
_ASKED = {
    "=": "the id of the entity that this one is, too: ",
    "t": f"type ({', '.join(EntityType)}): ",
    "m": "number of the mention that stays (or, again, does not): ",
    "e": "numbers of the mentions that are somebody else, or their words (and = the id, if that one is known): ",
}


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
class Walk:
    """A walk through entities; what a key did is saved before the next one is read."""

    review: Review
    queue: list[str]
    confirming: bool = False
    answers: Answers = field(default_factory=Answers)
    _place: int = 0
    _stale: bool = False
    """Whether what is shown of the entity is not what is known of it now."""
    _before: list[tuple[list[str], int]] = field(default_factory=list)

    def run(self) -> None:
        """Show one entity after the other until the last, or until somebody quits."""
        shown = -1
        while self._place < len(self.queue):
            if shown != self._place:
                self.review.look()
            entity = self._entity(self.queue[self._place])
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
                self._press("c" if typed == "\n" and self.confirming else "a" if typed == "\n" else typed, entity.id)
            except MisuseError as error:
                complain(str(error))

    def _press(self, typed: str, entity: str) -> None:
        if typed in _KEYS:
            decision = _KEYS[typed]
            words = self.answers.words(_WORDS[decision]) if decision in _WORDS else ""
            self.review.decide(entity, decision, words)
            self._done()
        elif typed in _DOINGS:
            _DOINGS[typed](self, entity)
        else:
            complain("no such key")

    def _approve(self, entity: str) -> None:
        self.review.approve(entity)
        self._done()

    def _confirm(self, entity: str) -> None:
        self.review.confirm(entity)
        self._done()

    def _join(self, entity: str) -> None:
        self.review.join(entity, self.answers.words(_ASKED["="]).upper())
        self._done()

    def _retype(self, entity: str) -> None:
        new = self.review.retype(entity, self.answers.words(_ASKED["t"]))
        self._done(stay=True)
        self.queue = [new if one == entity else one for one in self.queue]  # it is shown again, to be decided

    def _keep_mention(self, entity: str) -> None:
        written, mentions = self.answers.words(_ASKED["m"]), self.review.proposals.get(entity).mentions
        if not written.isdecimal() or not 0 < int(written) <= len(mentions):
            raise MisuseError(f"Give the number of a mention, 1 to {len(mentions)}.")
        self.review.keep_mention(entity, mentions[int(written) - 1])
        self._done(stay=True)

    def _split(self, entity: str) -> None:
        written, _, other = self.answers.words(_ASKED["e"]).partition("=")
        known = other.strip().upper()
        new = self.review.split(entity, self._meant(entity, written), known)
        self._done(stay=True)
        if not known:  # it is decided on next
            self.queue = [*self.queue[: self._place + 1], new, *self.queue[self._place + 1 :]]

    def _meant(self, entity: str, written: str) -> list[Occurrence | str]:
        """The mentions with these numbers, or, where it is no numbers, all with these words."""
        mentions, said = self.review.proposals.get(entity).mentions, written.replace(",", " ").split()
        if not all(one.isdecimal() for one in said):
            return [written]
        if not all(0 < int(one) <= len(mentions) for one in said):
            raise MisuseError(f"Give numbers of mentions, 1 to {len(mentions)}, or words as they are written.")
        return [mentions[int(one) - 1] for one in said]

    def _show_all(self, entity: str) -> None:
        shown = self.review.proposals.get(entity)
        self._show_mentions(shown, len(shown.mentions))

    def _skip(self, entity: str) -> None:
        self._place += 1

    def _undo(self, entity: str) -> None:
        self.review.undo()
        self.queue, self._place = self._before.pop()
        self._stale = True
        self._tell()

    def _done(self, *, stay: bool = False) -> None:
        self._before.append((self.queue, self._place))
        self._stale = stay
        self._place += not stay
        self._tell()

    def _tell(self) -> None:
        for problem in self.review.problems:
            say(str(problem))

    def _entity(self, id: str) -> Entity | None:
        return next((one for one in self.review.proposals.entities if one.id == id), None)

    def _show(self, entity: Entity) -> None:
        say("")
        say(f"{self._place + 1} of {len(self.queue)}: {entity.id}, {entity.type.name}{_who(entity)}")
        say(f"  forms: {' | '.join(entity.forms)}")
        self._show_mentions(entity, MENTIONS)
        say(f"  {_state(entity)}: {entity.decision}{f', {entity.replacement}' if entity.replacement else ''}")
        if entity.note:
            say(f"  note: {entity.note}")
        for id in entity.may_be:
            other = self._entity(id)
            say(f"  may be: {id}{f', {other.name}' if other else ''}")

    def _show_mentions(self, entity: Entity, count: int) -> None:
        for number, mention in enumerate(entity.mentions[:count], start=1):
            kept = " (kept)" if mention in entity.kept else ""
            say(f"  {number}. {self.review.proposals.context(entity, number - 1)}{kept}")
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
_DOINGS = {
    "a": Walk._approve, "c": Walk._confirm, "=": Walk._join, "t": Walk._retype, "m": Walk._keep_mention,
    "e": Walk._split, "v": Walk._show_all, "n": Walk._skip, "u": Walk._undo,
}  # fmt: skip
_MENU = ", ".join(
    [
        *(f"{key} {decision.value}" for key, decision in _KEYS.items()),
        *(f"{key} {what}" for key, what in COMMANDS.items()),
    ]
)
