"""Deciding where coders differ: whose codings hold, both, neither, or one of its own; theirs stay as they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interviews.errors import MisuseError
from interviews.exploration import View
from interviews.model import Coding, Span, new_id, now
from interviews.project.acts import check_coding
from interviews.project.disputes import CONSENSUS, check_names, coders_of
from interviews.project.naming import refuse_naming
from interviews.project.results import Saved
from interviews.store import Adjudication

if TYPE_CHECKING:
    from interviews.project.nouns import Nouns

BOTH, NEITHER, OWN = "both", "neither", "own"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided: the coder whose codings hold, `both`, `neither`, or `own` with a code."""

    decision: str
    code: str = ""
    span: Span | None = None
    """Of an own coding; without one it covers the words of both."""
    reason: str = ""
    coder: str = CONSENSUS
    """In whose name the outcome stands."""
    round: str = ""


def adjudicate(
    project: "Nouns", which: View | str | Iterable[str], verdict: Verdict, author: str, id: str = ""
) -> Saved:
    """Decide on disagreements, each in an act of its own; an `id` of the act can be given where there is one only."""
    refuse_naming("Reason", [verdict.reason], project.key_at_hand() if verdict.reason else ())
    _check_decision(project, verdict)
    records = {one.id: one for one in project.coding_records}
    decided = [_decide(project, _group(ids.split(), records), verdict, id) for ids in _ids(which)]
    project.store.adjudicate(decided, author)
    return Saved({"decided disagreements": len(decided), "codings": sum(len(one.outcome) for one in decided)})


def _decide(project: "Nouns", group: Sequence[Coding], verdict: Verdict, id: str) -> Adjudication:
    check_names(project, list(dict.fromkeys(one.coder for one in group)), verdict.coder)
    outcome = tuple(_outcome(group, verdict))
    for coding in outcome:
        check_coding(project, coding)
    told = verdict.decision if verdict.decision in (BOTH, NEITHER, OWN) else f"as {verdict.decision}"
    return Adjudication(tuple(one.id for one in group), told, verdict.coder, outcome, verdict.reason.strip(), id)


def _outcome(group: Sequence[Coding], verdict: Verdict) -> Iterable[Coding]:
    """The codings that come of a decision: new ones, in the name in which it is made."""
    if verdict.decision == OWN:
        whole = Span(min(one.span.start for one in group), max(one.span.end for one in group))
        where, (transcript, version) = verdict.span or whole, (group[0].transcript, group[0].version)
        return [Coding(transcript, where, verdict.code, verdict.coder, version, round=verdict.round)]
    chosen = {(one.code, one.span): one for one in group if verdict.decision in (BOTH, one.coder)}
    return [_in_the_name_of(verdict, one) for one in chosen.values()]


def _in_the_name_of(verdict: Verdict, one: Coding) -> Coding:
    mine = replace(one, coder=verdict.coder, round=verdict.round, memo="", codebook_version=None, review="")
    return replace(mine, id=new_id(), created=now())


def _check_decision(project: "Nouns", verdict: Verdict) -> None:
    if (verdict.decision == OWN) is not bool(verdict.code):
        raise MisuseError(f"a code is given where the decision is one's {OWN}, and only there")
    known = coders_of(project)
    if verdict.decision not in (BOTH, NEITHER, OWN, *known):
        raise MisuseError(
            f"'{verdict.decision}' is no decision: say whose codings hold ({', '.join(known)}), {BOTH}, {NEITHER}, "
            "or give a code"
        )


def _ids(which: View | str | Iterable[str]) -> list[str]:
    if isinstance(which, View):
        which = [str(ids) for ids in which.columns("disagreement")["disagreement"]]
    return list(dict.fromkeys([which] if isinstance(which, str) else which))


def _group(ids: Sequence[str], records: Mapping[str, Coding]) -> list[Coding]:
    """The codings of a disagreement. Raises MisuseError where they are not there any more, or are no disagreement."""
    found = [records[id] for id in ids if id in records]
    if not ids or len(found) < len(ids):
        raise MisuseError("a coding that was to be decided on was changed or taken back meanwhile: look at it again")
    if len({one.coder for one in found}) > 2 or len({one.transcript for one in found}) > 1:
        raise MisuseError("a disagreement is one between two coders in one transcript")
    return found
