"""Where two coders differ, and what was decided about it in the name of somebody else, such as `consensus`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from interviews.agreement import Disagreement, find_disagreements
from interviews.errors import MisuseError
from interviews.exploration import View
from interviews.model import Coding, Transcript, now
from interviews.store import Adjudication
from interviews.text import turns_in

if TYPE_CHECKING:
    from interviews.project.nouns import Nouns

CONSENSUS = "consensus"
COLUMNS = (
    *("transcript", "case", "turn", "speaker", "difference", "first", "second", "text", "start", "end"),
    *("decision", "outcome", "reason", "author", "when", "disagreement"),
)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement and what was decided about it, None while that is open."""

    disagreement: Disagreement
    decision: Adjudication | None

    @property
    def id(self) -> str:
        """The ids of its codings, by which it is decided on."""
        return " ".join(sorted(coding.id for coding in self.disagreement.codings))


def disputes_of(project: "Nouns", first: str, second: str, coder: str) -> list[Dispute]:
    """The disagreements of two coders in reading order, each with the decision in the name of `coder`."""
    check_names(project, [first, second], coder)
    about: dict[str, list[Adjudication]] = {}
    for one in project.adjudications:
        if one.coder == coder:
            for id in one.codings:
                about.setdefault(id, []).append(one)
    counting = frozenset(one.id for one in project.coding_records)
    found = find_disagreements(project.coding_records, project.transcripts, first, second)
    return [Dispute(one, _standing([about.get(coding.id, []) for coding in one.codings], counting)) for one in found]


def table_of_disputes(project: "Nouns", disputes: Iterable[Dispute]) -> pd.DataFrame:
    """A row a disagreement: its place and words, the codes of both, what was decided, why, by whom and when."""
    texts = {transcript.id: transcript for transcript in project.transcripts}
    rows = [_row(one, texts[one.disagreement.transcript]) for one in disputes]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.assign(turn=frame["turn"].astype("Int64"), when=pd.to_datetime(frame["when"], utc=True))


def consensus_of(project: "Nouns", first: str, second: str, coder: str) -> View:
    """What holds in the end: the codings in which both agree, those of `first`, and those that decisions made."""
    disputes = disputes_of(project, first, second, coder)
    disputed = {coding.id for one in disputes for coding in one.disagreement.codings}
    records = project.coding_records
    texts = [{one.transcript for one in records if one.coder == name} for name in (first, second)]
    shared = texts[0] & texts[1]
    agreed = {one.id for one in records if one.coder == first} - disputed
    # Only what holds now: the outcome of a decision on codings that were changed since is nobody's any more.
    made = {coding.id for one in disputes if one.decision for coding in one.decision.outcome}
    kept = {one.id for one in records if one.id in agreed | made and one.transcript in shared}
    codings = project.codings
    return codings.take(codings.columns("coding")["coding"].isin(kept).to_numpy())


def coders_of(project: "Nouns") -> list[str]:
    """Those who code, without those in whose name is decided."""
    return sorted({coding.coder for coding in project.coding_records} - project.adjudicators)


def check_names(project: "Nouns", coders: Sequence[str], coder: str) -> None:
    """Raise MisuseError unless these are different people who code, and `coder` is a name of its own."""
    known = coders_of(project)
    for name in coders:
        if name not in known:
            raise MisuseError(f"there is no coder '{name}' here; codings are by: {', '.join(known) or 'nobody yet'}")
    if len(set(coders)) < len(coders):
        raise MisuseError("a disagreement is one between two coders: name two different ones")
    if not coder.strip() or coder in known:
        raise MisuseError(
            f"decisions need a name of their own under which nobody codes, such as '{CONSENSUS}'; '{coder}' is none"
        )


def _standing(decisions: Sequence[Sequence[Adjudication]], counting: frozenset[str]) -> Adjudication | None:
    """The decision that holds: every coding was decided on, and nothing of another decision stands beside it.

    Two people may have decided on the same in two copies of a project, or a coder may have changed or taken back one of
    the codings that were decided on, so that it is not among those `counting`: then it is open again.
    """
    if not all(decisions):
        return None
    known = {one.id: one for several in decisions for one in several}
    *others, newest = sorted(known.values(), key=lambda one: (one.when or now(), one.id))
    settled = counting.issuperset(newest.codings) and not any(one.outcome for one in others)
    return newest if settled else None


def _row(dispute: Dispute, transcript: Transcript) -> tuple[object, ...]:
    found, decided = dispute.disagreement, dispute.decision
    turns = turns_in(transcript.turns, found.span)
    place = (turns[0].number, turns[0].speaker) if turns else (None, None)
    words = (found.span.of(transcript.text), found.span.start, found.span.end)
    codes = (_codes(found.first), _codes(found.second))
    said: tuple[object, ...] = (None,) * 5
    if decided:
        said = (decided.decision, _codes(decided.outcome), decided.reason, decided.author, decided.when)
    return (transcript.name, transcript.case, *place, str(found.difference), *codes, *words, *said, dispute.id)


def _codes(codings: Iterable[Coding]) -> str:
    return "; ".join(dict.fromkeys(coding.code for coding in codings))
