"""Codings made over an earlier text version, carried to the newest one, with a report of what became of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from interviews.model import Coding, Span
from interviews.text import Change, Edits

Steps = Mapping[tuple[str, int], tuple[int, Edits]]
"""For a transcript and one of its versions, the next version and the edits that lead there."""


@dataclass(frozen=True, slots=True)
class Travel:
    """What became of one coding whose words were edited."""

    coding: str
    transcript: str
    version_before: int
    version: int
    before: Span
    after: Span
    """Where it stands now; empty, at the place where the words were, if it was lost."""
    change: Change


@dataclass(frozen=True, slots=True)
class Carried:
    """Codings in positions of the newest text version; what was changed or lost on the way is reported."""

    codings: tuple[Coding, ...]
    report: tuple[Travel, ...]


def carry(codings: Iterable[Coding], steps: Steps) -> Carried:
    """Carry every coding as far as the steps lead. Codings all of whose words were deleted are only in the report."""
    arrived, report = [], []
    for coding in codings:
        if (coding.transcript, coding.version) not in steps:
            arrived.append(coding)
            continue
        travel = _travel(coding, steps)
        if travel.change is not Change.KEPT:
            report.append(travel)
        if travel.change is not Change.LOST:
            arrived.append(replace(coding, span=travel.after, version=travel.version))
    return Carried(tuple(arrived), tuple(report))


def _travel(coding: Coding, steps: Steps) -> Travel:
    span, version, change = coding.span, coding.version, Change.KEPT
    while (step := steps.get((coding.transcript, version))) is not None:
        version, edits = step
        moved = edits.forward(span)
        # Who coded a whole transcript has coded what was put before or behind it, too.
        span = Span(0, edits.new_length) if coding.unit == "transcript" else moved.span
        # What is lost stays lost, whatever is written at its place later.
        if change is not Change.LOST and moved.change is not Change.KEPT:
            change = moved.change
    return Travel(coding.id, coding.transcript, coding.version, version, coding.span, span, change)
