"""A review as its page leads it: acts come in, are saved one by one, and what changed goes back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from interviews.anonymity import Occurrence, Review
from interviews.errors import InterviewsError, MisuseError
from interviews.lab.anonymization.views import Plain, tell_entity, tell_mentions, tell_study
from interviews.model import Span
from interviews.project import Project
from interviews.project.deciding import Asked, review_of

Act = Mapping[str, Any]


class Session:
    """One review. An act that is sent twice, as after a lost answer, is saved once."""

    def __init__(self, project: Project, asked: Asked) -> None:
        self.review: Review = review_of(project, asked.proposals, asked.author)
        self.applied = False
        self._project = project
        self._asked = asked
        self._answers: dict[str, Plain] = {}
        self._revision = 1

    def study(self) -> Plain:
        """The study, and every entity."""
        revision = self.revision()
        entities = [tell_entity(one, self.review.author) for one in self.review.proposals.entities]
        return tell_study(self._project, self._asked) | {"entities": entities, "revision": revision}

    def mentions(self, id: str) -> list[Plain]:
        """The mentions of one entity."""
        return tell_mentions(self.review.proposals, id)

    def revision(self) -> int:
        """A number that is another one after anybody decided anything."""
        self._revision += self.review.look()
        return self._revision

    def act(self, acts: Sequence[Act]) -> list[Plain]:
        """Save acts one after the other; when an act is answered as saved, it is on the disk."""
        return [self._act(act) for act in acts]

    def apply(self, told_open: Any) -> Plain:
        """Replace in all texts what is decided, and what is open as it is proposed.

        `told_open` is how many open entities the person was told of. Raises MisuseError where they are others by now:
        nobody accepts what they have not been told.
        """
        self.revision()
        left = len(self.review.proposals.open)
        if told_open != left:
            raise MisuseError(f"{left} entities are open by now: look at them before you replace anything.")
        saved = self._project.save(self.review.proposals.accept(), author=self.review.author)
        self.applied = True
        return {
            "summary": saved.summary,
            "problems": [str(problem) for problem in saved.problems],
            "revision": self.revision(),
        }

    def _act(self, act: Act) -> Plain:
        id = act.get("id")
        if not isinstance(id, str) or not id:
            return {"id": id, "saved": False, "problem": "an act needs an id"}
        if id not in self._answers:
            answer = self._done(act)
            if not answer["saved"]:
                return {"id": id} | answer
            self._answers[id] = {"id": id} | answer
        return self._answers[id]

    def _done(self, act: Act) -> Plain:
        since = self.revision()
        before = {one.id: one for one in self.review.proposals.entities}
        try:
            at = _OPERATIONS[act["op"]](self.review, act)
        except InterviewsError as error:
            return {"saved": False, "problem": str(error)}
        except (KeyError, TypeError, ValueError):
            return {"saved": False, "problem": "the act is not complete: load the page again"}
        self._revision += 1
        now = self.review.proposals.entities
        return {
            "saved": True,
            "op": act["op"],
            "entity": at,
            "problems": [str(problem) for problem in self.review.problems],
            "changed": [tell_entity(one, self.review.author) for one in now if before.get(one.id) != one],
            "gone": sorted(before.keys() - {one.id for one in now}),
            "revision": [since, self._revision],
        }


def _decide(review: Review, act: Act) -> str:
    review.decide(act["entity"], act["decision"], str(act.get("words") or ""))
    return str(act["entity"])


def _approve(review: Review, act: Act) -> str:
    review.approve(act["entity"])
    return str(act["entity"])


def _confirm(review: Review, act: Act) -> str:
    review.confirm(act["entity"])
    return str(act["entity"])


def _keep_mention(review: Review, act: Act) -> str:
    review.keep_mention(act["entity"], _mention(act["mention"]))
    return str(act["entity"])


def _split(review: Review, act: Act) -> str:
    review.split(act["entity"], [_mention(place) for place in act["mentions"]], str(act.get("into") or ""))
    return str(act["entity"])


def _mention(place: Sequence[Any]) -> Occurrence:
    transcript, start, end, in_head = place
    return Occurrence(transcript, Span(start, end), in_head)


def _undo(review: Review, act: Act) -> str:
    before = {one.id: one for one in review.proposals.entities}
    review.undo()
    changed = [one.id for one in review.proposals.entities if before.get(one.id) != one]
    return min(changed, key=lambda id: id in before, default="")  # rather one that is back


_OPERATIONS: Mapping[str, Callable[[Review, Act], str]] = {
    "decide": _decide,
    "approve": _approve,
    "confirm": _confirm,
    "join": lambda review, act: review.join(act["entity"], str(act.get("into") or "")),
    "retype": lambda review, act: review.retype(act["entity"], str(act["type"])),
    "mention": _keep_mention,
    "split": _split,
    "undo": _undo,
}
