"""Very many codings, and the turns they are about, as arrays: for what is asked of all of them at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from interviews.model.coding import Coding
from interviews.model.transcript import Transcript

Whole = NDArray[np.integer]
"""Whole numbers of any width."""
NONE = -1
"""The number of what is missing."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """A column of words: each word stands once in `names`, and a row holds its number, -1 for none."""

    names: tuple[str, ...]
    numbers: Whole

    @classmethod
    def of(cls, values: Iterable[str | None]) -> Self:
        """These words, numbered as they come."""
        known: dict[str | None, int] = {None: NONE}
        numbers = np.fromiter((known.setdefault(value, len(known) - 1) for value in values), np.int32)
        return cls(tuple(name for name in known if name is not None), numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    def take(self, rows: Whole) -> Self:
        """Some rows, in this order; -1 is a row without a word."""
        return replace(self, numbers=np.append(self.numbers, np.int32(NONE))[rows])

    def named(self, names: Sequence[str]) -> Self:
        """The same words with the numbers that they have in `names`; those that are not there are missing."""
        places = {name: number for number, name in enumerate(names)}
        new = np.array([*(places.get(name, NONE) for name in self.names), NONE], dtype=np.int32)
        return replace(self, names=tuple(names), numbers=new[self.numbers])

    def values(self) -> NDArray[np.object_]:
        """The word of every row, None where there is none."""
        return np.array([*self.names, None], dtype=object)[self.numbers]


@dataclass(frozen=True, slots=True, eq=False)
class CodingColumns:
    """Codings as columns of one length, with the fields of `Coding`."""

    id: NDArray[np.bytes_]
    """In UTF-8."""
    created: Whole
    """Microseconds since 1970 in UTC."""
    transcript: Names
    """Ids of transcripts."""
    version: Whole
    start: Whole
    end: Whole
    code: Names
    coder: Names
    weight: NDArray[np.float64]
    """NaN for none."""
    codebook_version: Whole
    """-1 for none."""
    unit: Names
    round: Names
    review: Names
    memos: Callable[[Whole], list[str]]
    """The memos of these rows."""

    def __len__(self) -> int:
        return len(self.id)

    def take(self, rows: Whole) -> Self:
        """Some of the codings, in this order."""
        columns = {field.name: getattr(self, field.name) for field in fields(self)}
        columns.pop("memos")
        taken: dict[str, Any] = {
            name: column.take(rows) if isinstance(column, Names) else column[rows] for name, column in columns.items()
        }
        return replace(self, **taken, memos=lambda some: self.memos(rows[some]))


def columns_of(codings: Sequence[Coding]) -> CodingColumns:
    """Records as columns, in their order."""

    def whole(values: Iterable[int]) -> Whole:
        return np.fromiter(values, np.int64, len(codings))

    return CodingColumns(
        id=np.array([coding.id.encode() for coding in codings], dtype=np.bytes_),
        created=whole((coding.created - _EPOCH) // _MICROSECOND for coding in codings),
        transcript=Names.of(coding.transcript for coding in codings),
        version=whole(coding.version for coding in codings),
        start=whole(coding.span.start for coding in codings),
        end=whole(coding.span.end for coding in codings),
        code=Names.of(coding.code for coding in codings),
        coder=Names.of(coding.coder for coding in codings),
        weight=np.array([np.nan if coding.weight is None else coding.weight for coding in codings], dtype=np.float64),
        codebook_version=whole(
            NONE if coding.codebook_version is None else coding.codebook_version for coding in codings
        ),
        unit=Names.of(coding.unit for coding in codings),
        round=Names.of(coding.round for coding in codings),
        review=Names.of(coding.review for coding in codings),
        memos=lambda rows: [codings[row].memo for row in rows],
    )


@dataclass(frozen=True, slots=True, eq=False)
class Talk:
    """Who speaks where in all transcripts, without their texts: a row a transcript, and a row a turn."""

    transcripts: tuple[str, ...]
    """Ids."""
    names: tuple[str, ...]
    cases: tuple[str | None, ...]
    versions: Whole
    lengths: Whole
    """Code points."""
    transcript: Whole
    """For each turn, the row of its transcript; turns come by transcript and position."""
    number: Whole
    start: Whole
    end: Whole
    role: Names
    speaker: Names
    participant: Names


def talk_of(transcripts: Sequence[Transcript]) -> Talk:
    """The turns of transcripts."""
    turns = [(row, turn) for row, transcript in enumerate(transcripts) for turn in transcript.turns]
    people = [{speaker.label: speaker.participant for speaker in one.speakers} for one in transcripts]

    def whole(values: Iterable[int]) -> Whole:
        return np.fromiter(values, np.int64)

    return Talk(
        transcripts=tuple(one.id for one in transcripts),
        names=tuple(one.name for one in transcripts),
        cases=tuple(one.case for one in transcripts),
        versions=whole(one.version for one in transcripts),
        lengths=whole(len(one.text) for one in transcripts),
        transcript=whole(row for row, _ in turns),
        number=whole(turn.number for _, turn in turns),
        start=whole(turn.speech.start for _, turn in turns),
        end=whole(turn.speech.end for _, turn in turns),
        role=Names.of(str(turn.role) for _, turn in turns),
        speaker=Names.of(turn.speaker for _, turn in turns),
        participant=Names.of(people[row].get(turn.speaker) if turn.speaker else None for row, turn in turns),
    )
