"""What was read, as tables for people: one row a file, or one row a speaker."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from interviews.formats.namesakes import Namesake, label_of
from interviews.formats.reading import Reading
from interviews.model import Outline

if TYPE_CHECKING:
    import pandas as pd

_FILES = ["file", "format", "language", "turns", "speakers", "duration", "words", "problems", "state"]
SPEAKERS = ["transcript", "speaker", "role", "known from", "turns", "words", "questions", "participant", "case"]


def files_table(readings: Iterable[Reading], namesakes: Mapping[Path, Namesake]) -> "pd.DataFrame":
    """One row a file: file, format, language, turns, speakers, duration (h:mm:ss), words, problems, state.

    Files of one name are told apart by their folders.
    """
    import pandas as pd  # half a second of start-up

    return pd.DataFrame([_file_row(reading, namesakes) for reading in readings], columns=_FILES)


def speakers_table(outlines: Iterable[Outline]) -> "pd.DataFrame":
    """One row a speaker; `questions` is the share of the transcript's question marks that are the speaker's."""
    import pandas as pd

    rows = []
    for outline in outlines:
        asked = sum(voice.questions for voice in outline.voices)
        for voice in outline.voices:
            share = round(voice.questions / asked, 2) if asked else None
            who = (outline.name, voice.label, voice.role.value, voice.role_from)
            rows.append((*who, voice.turns, voice.words, share, voice.participant or "", outline.case or ""))
    return pd.DataFrame(rows, columns=SPEAKERS)


def _file_row(reading: Reading, namesakes: Mapping[Path, Namesake]) -> tuple[object, ...]:
    file = label_of(reading.path, namesakes) if reading.path else ""
    problems = "; ".join(problem.message for problem in reading.problems)
    outline = reading.outline
    if outline is None:
        return (file, "", "", 0, 0, "", 0, problems, reading.state.value)
    measures = (outline.turns, len(outline.voices), duration(outline), outline.words)
    return (file, outline.format, outline.language, *measures, problems, reading.state.value)


def duration(outline: Outline) -> str:
    """The latest time any turn gives, as h:mm:ss; empty where the transcript has no times."""
    if outline.duration_ms is None:
        return ""
    seconds = outline.duration_ms // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
