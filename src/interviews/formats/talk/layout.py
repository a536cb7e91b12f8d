"""What to say about the lines of a text that hold no turn, and about labels that are doubtful."""

import re
from collections.abc import Sequence

from interviews.errors import Severity, counted
from interviews.formats.talk.labels import Labels
from interviews.model import Span

Note = tuple[str, Severity]

_OVERLAP = re.compile(r"//\s*[^\s/][^/\n:]{0,30}:[^\n]{0,1000}?//")
# A head of an interview is seldom longer; what is may be talk in a form that was not recognised.
_MUCH_OUTSIDE = 30
_MOST_PLACES = 8


def outside_notes(above: int, between: int, below: int, turns: int) -> list[Note]:
    """Lines that no turn holds, by where they stand."""
    notes = []
    for count, where in ((above, "above the first turn"), (between, "between turns"), (below, "below the last turn")):
        if count:
            much = count > _MUCH_OUTSIDE and count > turns
            message = f"{counted(count, 'line', 'lines')} {where} belong{'s' * (count == 1)} to no turn"
            notes.append((message, Severity.WARNING if much else Severity.INFO))
    return notes


def label_notes(text: str, labels: Labels, turns: Sequence[tuple[int, Span]], empty: int) -> list[Note]:
    """What stands outside of turns, given where each begins and its speech; and doubtful labels."""
    edges = [0, *(edge for start, speech in turns for edge in (start, speech.end)), len(text)]
    # From the end of a speech to its line end there is only a time mark, which the turn has.
    filled = [
        sum(1 for line in text[start:end].split("\n")[start > 0 :] if line.strip())
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    notes = outside_notes(filled[0], sum(filled[1:-1]), filled[-1], len(turns))
    notes += _doubts(labels)
    if empty:
        notes.append((f"{counted(empty, 'label has', 'labels have')} no speech and gave no turn", Severity.INFO))
    overlaps = sum(len(_OVERLAP.findall(speech.of(text))) for _, speech in turns)
    if overlaps:
        count = counted(overlaps, "remark", "remarks")
        notes.append((f"{count} between // // stay inside the turn of another speaker", Severity.INFO))
    return notes


def _doubts(labels: Labels) -> list[Note]:
    notes = []
    if labels.doubtful:
        count = counted(len(labels.doubtful), "line looks", "lines look")
        reason = "like a new turn, but the label is too rare or not followed by a colon"
        notes.append((f"{count} {reason}: line {_places(labels.doubtful)}", Severity.WARNING))
    if labels.corrected:
        count = counted(len(labels.corrected), "label looks", "labels look")
        reason = "mistyped and was taken" if len(labels.corrected) == 1 else "mistyped and were taken"
        message = f"{count} {reason} for the label of the file that is closest: check line {_places(labels.corrected)}"
        notes.append((message, Severity.WARNING))
    if labels.within:
        count = counted(len(labels.within), "line holds", "lines hold")
        message = f"{count} a further label behind a sentence, which begins no turn: line {_places(labels.within)}"
        notes.append((message, Severity.WARNING))
    return notes


def _places(numbers: Sequence[int]) -> str:
    return ", ".join(str(i + 1) for i in numbers[:_MOST_PLACES]) + " ..." * (len(numbers) > _MOST_PLACES)
