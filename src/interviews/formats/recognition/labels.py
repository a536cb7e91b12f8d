"""Labels too long to stand in front of every turn."""

from collections.abc import Sequence
from dataclasses import replace

from interviews.errors import counted
from interviews.formats.captions.grammar import Cue
from interviews.model import SourceNote

# No name is longer; one that is would be repeated at every turn and could fill the memory.
_LONGEST = 200


def without_long_labels(cues: Sequence[Cue]) -> tuple[list[Cue], list[str], list[SourceNote]]:
    """The cues with short labels in place of endless ones, which are kept as notes of the source; and a word on it."""
    taken = {cue.speaker for cue in cues}
    long = list(dict.fromkeys(cue.speaker for cue in cues if cue.speaker and len(cue.speaker) > _LONGEST))
    if not long:
        return list(cues), [], []
    free = (name for number in range(1, len(taken) + len(long) + 1) if (name := f"Speaker {number}") not in taken)
    short = dict(zip(long, free, strict=False))
    notes = [
        f"{counted(len(long), 'speaker has a name', 'speakers have names')} of more than {_LONGEST} characters: "
        "a number stands in the text"
    ]
    sources = [SourceNote("label", f"{number}: {name}") for name, number in short.items()]
    return [replace(cue, speaker=short.get(cue.speaker or "", cue.speaker)) for cue in cues], notes, sources
