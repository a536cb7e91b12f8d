"""What is compared: stretches of speech of the transcripts that at least two coders worked on.

A character unit is never one array element a character: between two neighbouring ends of codings or speeches nothing
changes, so such a stretch is one unit whose weight is its number of characters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from interviews.agreement.ratings import MISSING, Ratings
from interviews.model import Coding, Transcript

Ints = NDArray[np.int64]
# Bits of one machine word that hold codes; the sign bit stays free.
_WORD = 62


class Unit(StrEnum):
    """What counts as one judgement of a coder."""

    CHARACTER = "character"
    TURN = "turn"


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Stretches of speech in the order of the transcripts, and who gave which of them a code.

    `transcript` (index into `transcripts`), `turn` (number), `start`, `end` and `weights` have one element a unit.
    """

    transcripts: tuple[Transcript, ...]
    coders: tuple[str, ...]
    present: NDArray[np.bool_]
    """Whether a coder coded anything in a transcript, shape (transcripts, coders)."""
    transcript: Ints
    turn: Ints
    start: Ints
    end: Ints
    weights: NDArray[np.float64]
    applied: dict[str, tuple[Ints, Ints, Ints]]
    """By code: first unit, unit after the last, and coder of every coding."""

    def __len__(self) -> int:
        return len(self.start)

    def given(self, code: str) -> Ints:
        """Shape (units, coders): 1 where the coder gave the code, 0 where not, MISSING where the coder was absent."""
        steps = np.zeros((len(self) + 1, len(self.coders)), dtype=np.int64)
        if code in self.applied:
            first, after, coder = self.applied[code]
            np.add.at(steps, (first, coder), 1)
            np.add.at(steps, (after, coder), -1)
        given = (np.cumsum(steps[:-1], axis=0) > 0).astype(np.int64)
        given[~self.present[self.transcript]] = MISSING
        return given

    def ratings(self, code: str) -> Ratings:
        """Whether each coder gave each unit the code."""
        return Ratings((False, True), self.given(code), self.weights)

    def sets(self, codes: Sequence[str]) -> Ratings:
        """Which of the codes each coder gave each unit, as sets; the empty set where none applied."""
        shape = (len(self), len(self.coders))
        group, members = np.zeros(shape, dtype=np.int64), [frozenset[str]()]
        for at in range(0, len(codes), _WORD):
            word = codes[at : at + _WORD]
            bits = np.zeros(shape, dtype=np.int64)
            for bit, code in enumerate(word):
                bits |= (self.given(code) == 1).astype(np.int64) << bit
            patterns, bits = np.unique(bits, return_inverse=True)
            pairs, group = np.unique(group * len(patterns) + bits.reshape(shape), return_inverse=True)
            group = group.reshape(shape)
            members = [
                members[pair // len(patterns)] | _codes(word, int(patterns[pair % len(patterns)])) for pair in pairs
            ]
        group[~self.present[self.transcript]] = MISSING
        return Ratings(tuple(members), group, self.weights)


def lay_out(codings: Sequence[Coding], transcripts: Sequence[Transcript], coders: Sequence[str], unit: Unit) -> Units:
    """Cut the transcripts that at least two of the coders coded into units, and find each coding's units.

    The codings must be these coders', not empty, and in positions of these transcripts.
    """
    present = _present(codings, transcripts, coders)
    shared = present.sum(axis=1) > 1
    chosen = tuple(transcript for transcript, yes in zip(transcripts, shared, strict=True) if yes)
    # One axis for all texts, so that a coding is found by binary search among all units at once.
    origin = np.concatenate(([0], np.cumsum([len(transcript.text) + 1 for transcript in chosen]))).astype(np.int64)
    start, end, turn, home = _speeches(chosen, origin, unit)
    placed, first, after = _placed(codings, chosen, origin)
    weights = np.ones(len(start))
    if unit is Unit.CHARACTER:
        start, end, speech = _cut(start, end, np.concatenate((first, after)))
        turn, home, weights = turn[speech], home[speech], (end - start).astype(np.float64)
    applied = _by_code(placed, coders, np.searchsorted(end, first, "right"), np.searchsorted(start, after, "left"))
    start, end = start - origin[home], end - origin[home]
    return Units(chosen, tuple(coders), present[shared], home, turn, start, end, weights, applied)


def _placed(
    codings: Sequence[Coding], transcripts: Sequence[Transcript], origin: Ints
) -> tuple[list[Coding], Ints, Ints]:
    """The codings of these transcripts, with start and end on the common axis."""
    place = {transcript.id: i for i, transcript in enumerate(transcripts)}
    placed = [coding for coding in codings if coding.transcript in place]
    shift = origin[np.array([place[coding.transcript] for coding in placed], dtype=np.int64)]
    first = np.array([coding.span.start for coding in placed], dtype=np.int64) + shift
    return placed, first, np.array([coding.span.end for coding in placed], dtype=np.int64) + shift


def _present(codings: Iterable[Coding], transcripts: Sequence[Transcript], coders: Sequence[str]) -> NDArray[np.bool_]:
    seen = {(coding.transcript, coding.coder) for coding in codings}
    cells = [[(transcript.id, coder) in seen for coder in coders] for transcript in transcripts]
    return np.array(cells, dtype=np.bool_).reshape(len(transcripts), len(coders))


def _speeches(transcripts: Sequence[Transcript], starts: Ints, unit: Unit) -> tuple[Ints, Ints, Ints, Ints]:
    """Start, end, turn number and transcript of every speech that is not empty.

    A text without turns is one speech when characters are compared, and nothing when turns are.
    """
    rows = []
    for i, transcript in enumerate(transcripts):
        speeches = [(turn.speech.start, turn.speech.end, turn.number) for turn in transcript.turns]
        if not speeches and unit is Unit.CHARACTER:
            speeches = [(0, len(transcript.text), 0)]
        rows += [(starts[i] + start, starts[i] + end, turn, i) for start, end, turn in sorted(speeches) if start < end]
    start, end, turn, home = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return start, end, turn, home


def _cut(start: Ints, end: Ints, points: Ints) -> tuple[Ints, Ints, Ints]:
    """The speeches cut at all points: start, end and speech of every piece."""
    if len(start) == 0:
        return start, end, start
    bounds = np.unique(np.concatenate((start, end, points)))
    speech = np.searchsorted(start, bounds[:-1], side="right") - 1
    inside = (speech >= 0) & (bounds[:-1] < end[speech])
    return bounds[:-1][inside], bounds[1:][inside], speech[inside]


def _by_code(
    codings: Sequence[Coding], coders: Sequence[str], first: NDArray[np.intp], after: NDArray[np.intp]
) -> dict[str, tuple[Ints, Ints, Ints]]:
    column = {coder: i for i, coder in enumerate(coders)}
    coder = np.array([column[coding.coder] for coding in codings], dtype=np.int64)
    rows: dict[str, list[int]] = {}
    for row, coding in enumerate(codings):
        rows.setdefault(coding.code, []).append(row)
    # A coding that lies between two speeches touches no unit: its first would come after its last.
    after = np.maximum(first, after)
    return {code: (first[at], after[at], coder[at]) for code, at in rows.items()}


def _codes(word: Sequence[str], bits: int) -> frozenset[str]:
    return frozenset(code for bit, code in enumerate(word) if bits >> bit & 1)
