"""Where coders disagree, as stretches a person can read."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from interviews.agreement.units import Units

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = ("transcript", "turn", "code", "coded_by", "not_coded_by", "characters", "start", "end", "text")
WITHHELD = "(not anonymized: reveal=True shows it)"


def list_disagreements(units: Units, codes: Sequence[str], reveal: bool = False) -> "DataFrame":
    """Stretches within one turn to which some coders gave a code and others present did not, the longest first.

    `start` and `end` are code points of the transcript's text.
    """
    from pandas import DataFrame

    rows = [row for code in codes for row in _of_code(units, code, reveal)]
    rows.sort(key=lambda row: (-int(str(row[5])), str(row[0]), int(str(row[6])), str(row[2])))
    return DataFrame(rows, columns=list(COLUMNS))


def _of_code(units: Units, code: str, reveal: bool) -> Iterator[tuple[object, ...]]:
    given = units.given(code)
    split = (given == 1).any(axis=1) & (given == 0).any(axis=1)
    for first, last in _stretches(units, given, np.flatnonzero(split)):
        transcript = units.transcripts[units.transcript[first]]
        start, end = int(units.start[first]), int(units.end[last])
        yield (
            transcript.name,
            int(units.turn[first]),
            code,
            _names(units, given[first] == 1),
            _names(units, given[first] == 0),
            end - start,
            start,
            end,
            transcript.text[start:end] if reveal or transcript.version > 0 else WITHHELD,
        )


def _stretches(units: Units, given: NDArray[np.int64], at: NDArray[np.intp]) -> list[tuple[int, int]]:
    """First and last unit of every run of neighbours in one turn on which the same coders differ."""
    if len(at) == 0:
        return []
    before, after = at[:-1], at[1:]
    joined = (
        (units.transcript[before] == units.transcript[after])
        & (units.turn[before] == units.turn[after])
        & (units.end[before] == units.start[after])
        & (given[before] == given[after]).all(axis=1)
    )
    breaks = np.flatnonzero(~joined)
    firsts, lasts = np.concatenate(([0], breaks + 1)), np.concatenate((breaks, [len(at) - 1]))
    return [(int(at[first]), int(at[last])) for first, last in zip(firsts, lasts, strict=True)]


def _names(units: Units, chosen: NDArray[np.bool_]) -> str:
    return ", ".join(coder for coder, yes in zip(units.coders, chosen, strict=True) if yes)
