"""From the places of a search to what is coded of them: the turn, the sentence, or the hit alone."""

from collections.abc import Iterator, Sequence
from typing import Literal

from interviews.errors import MisuseError
from interviews.exploration.naming import require
from interviews.exploration.searching.hits import Hits
from interviews.exploration.views.speeches import speeches_of
from interviews.model import Span, Transcript
from interviews.text import sentences

Unit = Literal["turn", "sentence", "hit"]


def passages_of(hits: Hits, transcripts: Sequence[Transcript], unit: Unit) -> Iterator[tuple[Transcript, Span]]:
    """The passage around each place, each passage once.

    Raises MisuseError for another unit, and for turns of a transcript that has none.
    """
    require("unit", unit, ("turn", "sentence", "hit"))
    last: tuple[int, Span] | None = None
    cut: tuple[int, int, list[Span]] = (-1, -1, [])
    columns = (hits.document, hits.speech, hits.start, hits.end)
    for number, speech, start, end in zip(*(column.tolist() for column in columns), strict=True):
        transcript, span = transcripts[number], Span(start, end)
        if unit == "turn":
            span = _turn(transcript, speech)
        elif unit == "sentence":
            if cut[:2] != (number, speech):
                cut = (number, speech, _sentences(transcript, speech))
            span = _around(cut[2], span)
        if (number, span) != last:
            yield transcript, span
        last = (number, span)


def _turn(transcript: Transcript, speech: int) -> Span:
    if not transcript.turns:
        raise MisuseError(f"the transcript {transcript.name!r} has no turns: take the unit sentence or hit")
    return transcript.turns[speech].speech


def _sentences(transcript: Transcript, speech: int) -> list[Span]:
    spoken = speeches_of(transcript)[speech]
    return [span.shift(spoken.start) for span in sentences(spoken.of(transcript.text), transcript.language)]


def _around(found: Sequence[Span], hit: Span) -> Span:
    """From the beginning of the first sentence that has something of the hit to the end of the last one."""
    touched = [sentence for sentence in found if sentence.overlaps(hit)]
    return Span(min(touched[0].start, hit.start), max(touched[-1].end, hit.end)) if touched else hit
