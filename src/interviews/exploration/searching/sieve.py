"""Which places of a search are wanted: by role, case, transcript, speaker, and the passages of a code."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from interviews.exploration.counts.intervals import merge
from interviews.exploration.naming import require
from interviews.exploration.searching.hits import Hits
from interviews.exploration.views.speeches import Numbers
from interviews.exploration.views.view import View
from interviews.exploration.views.voices import Voice, Voices, by_name
from interviews.model import Participant, Role, Transcript

Wanted = str | Sequence[str] | None
Mask = NDArray[np.bool_]


class Sieve:
    """What is wanted of some transcripts, which are known by their numbers.

    Raises MisuseError for an unknown role, case, transcript or speaker, naming the nearest one there is.
    """

    def __init__(
        self,
        transcripts: Sequence[Transcript],
        participants: Sequence[Participant],
        *,
        role: Wanted = None,
        case: Wanted = None,
        transcript: Wanted = None,
        speaker: Wanted = None,
        within: View | None = None,
    ) -> None:
        self._transcripts = transcripts
        self._people = by_name(participants)
        self._roles = _known("role", role, lambda: [str(known) for known in Role])
        self._cases = _known("case", case, lambda: _cases(transcripts, participants))
        self._names = _known("transcript", transcript, lambda: [known.name for known in transcripts])
        self._speakers = _known("speaker", speaker, lambda: _speakers(transcripts))
        self._passages = _passages(within, transcripts) if within is not None else None
        self._masks: dict[int, Mask] = {}

    @property
    def documents(self) -> Mask:
        """For each transcript whether anything of it can be wanted."""
        wanted = np.array([not self._names or one.name in self._names for one in self._transcripts], dtype=np.bool_)
        if self._passages:
            wanted &= np.isin(np.arange(len(wanted)), self._passages[0])
        return wanted

    def keep(self, hits: Hits) -> Hits:
        """The places that are wanted."""
        hits = hits.take(self.documents[hits.document])
        if self._roles or self._cases or self._speakers:
            borders = np.flatnonzero(np.diff(hits.document, prepend=-1, append=-1))
            kept = [
                self._mask(int(hits.document[start]))[hits.speech[start:end]]
                for start, end in pairwise(borders.tolist())
            ]
            hits = hits.take(np.concatenate([np.zeros(0, dtype=np.bool_), *kept]))
        return hits.take(_inside(hits, *self._passages)) if self._passages else hits

    def _mask(self, number: int) -> Mask:
        """For each speech of a transcript whether it is wanted."""
        if number not in self._masks:
            one = self._transcripts[number]
            voices = Voices(one, self._people)
            heard = {(turn.speaker, turn.role): turn for turn in one.turns}
            wanted = {said: self._wants(voices.of(turn)) for said, turn in heard.items()}
            spoken = [wanted[turn.speaker, turn.role] for turn in one.turns] or [self._wants(Voice(case=one.case))]
            self._masks[number] = np.array(spoken, dtype=np.bool_)
        return self._masks[number]

    def _wants(self, voice: Voice) -> bool:
        return (
            (not self._roles or voice.role in self._roles)
            and (not self._cases or voice.case in self._cases)
            and (not self._speakers or (voice.participant or voice.speaker) in self._speakers)
        )


def _known(what: str, names: Wanted, known: Callable[[], Sequence[str]]) -> frozenset[str]:
    wanted = [] if names is None else [names] if isinstance(names, str) else names
    for name in wanted:
        require(what, name, known())
    return frozenset(map(str, wanted))


def _cases(transcripts: Sequence[Transcript], participants: Sequence[Participant]) -> list[str]:
    return sorted({case for case in (*(t.case for t in transcripts), *(p.case for p in participants)) if case})


def _speakers(transcripts: Sequence[Transcript]) -> list[str]:
    return sorted({speaker.participant or speaker.label for one in transcripts for speaker in one.speakers})


def _passages(view: View, transcripts: Sequence[Transcript]) -> tuple[Numbers, Numbers, Numbers]:
    """The passages of some codings, joined where they overlap: transcript by number, start, end."""
    numbers = {one.name: number for number, one in enumerate(transcripts)}
    columns = view.columns("transcript", "start", "end")
    document = np.array([numbers.get(str(name), -1) for name in columns["transcript"]], dtype=np.int64)
    start, end = (columns[name].to_numpy(np.int64) for name in ("start", "end"))
    known = document >= 0
    document, start, end = (part.astype(np.int64) for part in merge(document[known], start[known], end[known]))
    return document, start, end


def _inside(hits: Hits, document: Numbers, start: Numbers, end: Numbers) -> Mask:
    """Whether each place lies wholly within a passage."""
    if not len(document):
        return np.zeros(len(hits), dtype=np.bool_)
    size = max(int(end.max()), int(hits.end.max(initial=0))) + 1
    at = np.searchsorted(document * size + start, hits.document * size + hits.start, side="right") - 1
    inside = (at >= 0) & (document[at] == hits.document) & (hits.end <= end[at])
    return np.asarray(inside, dtype=np.bool_)
