"""What a coder does, one act at a time: a passage, a turn, a whole transcript or a case gets a code."""

from dataclasses import replace
from typing import TYPE_CHECKING

from interviews.coding import check_codings, steps
from interviews.errors import MisuseError
from interviews.model import Coding, Span, Transcript
from interviews.model.codebook import SEPARATOR
from interviews.project.naming import refuse_naming

if TYPE_CHECKING:
    from interviews.project.nouns import Nouns
    from interviews.project.project import Project

_LONGEST_NAME = 60


def coding_of(
    project: "Project",
    transcript: str,
    code: str,
    coder: str,
    *,
    span: Span | None = None,
    turn: int | None = None,
    memo: str = "",
    weight: float | None = None,
    round: str = "",
) -> Coding:
    """The coding of a passage by `span`, of a `turn` by its number, or without either of the whole transcript."""
    text = project.store.transcript(transcript)
    if span is not None and turn is not None:
        raise MisuseError("give either the span of a passage or the number of a turn, not both")
    where = span or (_speech(text, turn) if turn is not None else Span(0, len(text.text)))
    unit = "segment" if span is not None else "turn" if turn is not None else "transcript"
    return Coding(text.id, where, code, coder, text.version, memo=memo, weight=weight, unit=unit, round=round)


def in_vivo(
    project: "Project", transcript: str, span: Span, coder: str, under: str | None, id: str | None = None
) -> Coding:
    """A coding whose code is called by the very words; where the codebook has none of that name, it gets one."""
    words = " ".join(span.of(project.store.transcript(transcript).text).split()).replace(SEPARATOR, "∕")
    if not words or len(words) > _LONGEST_NAME:
        raise MisuseError(
            f"these words make no name of a code: it has 1 to {_LONGEST_NAME} characters, and they have {len(words)}"
        )
    path = f"{under}{SEPARATOR}{words}" if under else words
    if project.codebook.get(path) is None:
        project.revise(steps.add(path, reason="in vivo"), author=coder)
    coding = coding_of(project, transcript, path, coder, span=span)
    return replace(coding, id=id) if id else coding


def check_coding(project: "Nouns", coding: Coding) -> None:
    """Raise MisuseError unless the coding fits text and codebook, and its memo names nobody who was replaced."""
    lengths = {coding.transcript: project.store.length(coding.transcript, coding.version)}
    for problem in check_codings([coding], project.codebook, lengths):
        raise MisuseError(str(problem))
    refuse_naming("Memo", [coding.memo], project.key_at_hand() if coding.memo else ())


def _speech(transcript: Transcript, number: int) -> Span:
    speech = next((turn.speech for turn in transcript.turns if turn.number == number), None)
    if speech is None:
        raise MisuseError(f"{transcript.name} has no turn {number}; it has {len(transcript.turns)} turns")
    return speech
