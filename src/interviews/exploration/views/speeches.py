"""What is searched of a transcript: its speeches, folded, each by itself; labels of speakers are none."""

from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from interviews.model import Span, Transcript
from interviews.text import Folded

# Neither a letter nor a blank: no word and no phrase reaches from one speech into the next.
_BETWEEN = "\0"

Numbers = NDArray[np.int64]


class Speeches:
    """The speeches of one transcript in a row, and the way from there to positions of its text.

    A speech is known by its place in `transcript.turns`; a text without turns is one speech.
    """

    def __init__(self, transcript: Transcript) -> None:
        self.spans = speeches_of(transcript)
        self.text = _BETWEEN.join(span.of(transcript.text) for span in self.spans)
        lengths = [len(span) + len(_BETWEEN) for span in self.spans]
        self.starts: Numbers = np.array([0, *accumulate(lengths[:-1])], dtype=np.int64)
        self._moved = np.array([span.start for span in self.spans], dtype=np.int64) - self.starts
        self.folded = Folded(self.text)

    def places(self, starts: Numbers, ends: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Speech, start and end in the transcript's text of folded stretches."""
        starts, ends = self.folded.spans(starts, ends)
        speech = np.searchsorted(self.starts, starts, side="right") - 1
        return speech, starts + self._moved[speech], ends + self._moved[speech]


def speeches_of(transcript: Transcript) -> list[Span]:
    """Where the speeches stand, in order."""
    return [turn.speech for turn in transcript.turns] or [Span(0, len(transcript.text))]
