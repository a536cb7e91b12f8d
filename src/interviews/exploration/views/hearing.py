"""Who is heard in very many stretches of text at once; the rule is that of `Voices.at`."""

import numpy as np
from numpy.typing import NDArray

from interviews.model import Role, Talk
from interviews.model.columns import Whole


def heard_in(talk: Talk, place: Whole, start: Whole, end: Whole) -> NDArray[np.int64]:
    """For each stretch the row of the first turn that shares a character with it, -1 where none does.

    One of an interviewee comes before any other. `place` is the row of the stretch's transcript; the turns of a
    transcript follow one another.
    """
    if not len(talk.start):
        return np.full(len(place), -1, dtype=np.int64)
    # One axis for all transcripts: each is moved beyond the end of the one before.
    longest = int(max(talk.lengths.max(), talk.end.max(initial=0))) + 1
    shift, here = talk.transcript * longest, place * longest
    first = np.searchsorted(talk.end + shift, start + here, side="right")
    behind = np.searchsorted(talk.start + shift, end + here, side="left")
    answers = np.flatnonzero(talk.role.numbers == _number(talk, Role.INTERVIEWEE))
    answer = np.append(answers, len(talk.start))[np.searchsorted(answers, first)]
    heard = np.where(answer < behind, answer, first)
    return np.where(first < behind, heard, -1).astype(np.int64)


def _number(talk: Talk, role: Role) -> int:
    return talk.role.names.index(role) if role in talk.role.names else len(talk.role.names)
