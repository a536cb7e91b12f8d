"""Many files at once: folders and patterns, cases, participants, and one bad file that never stops the others."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from interviews.errors import MisuseError
from interviews.formats.readings import Progress, Readings
from interviews.formats.search import find_files
from interviews.formats.tables.people import Tables


def read_folder(
    path: Path | str,
    *,
    language: str | None = None,
    case_from: Literal["folder"] | None = None,
    participants: Path | str | None = None,
    progress: Progress | None = None,
) -> Readings:
    """All transcripts in a folder and the folders in it."""
    return read_many([path], language=language, case_from=case_from, participants=participants, progress=progress)


def read_many(
    paths: Iterable[Path | str] | Path | str,
    *,
    language: str | None = None,
    case_from: Literal["folder"] | None = None,
    participants: Path | str | None = None,
    progress: Progress | None = None,
) -> Readings:
    """Files, folders (with those in them) and patterns such as `transcripts/*.docx`, to be read in sorted order.

    `case_from="folder"` takes the name of the folder a file lies in as its case. `participants` is a table with the
    columns transcript, speaker, participant, perhaps case, and attributes; without it a `participants.csv` beside or
    above the files is used. Raises `MisuseError` for a path that does not exist; all else is in the problems.
    """
    if case_from not in (None, "folder"):
        raise MisuseError(f'case_from is "folder" or None, not {case_from!r}')
    found = find_files(map(Path, [paths] if isinstance(paths, (str, Path)) else paths))
    tables = Tables(Path(participants) if participants is not None else None)
    return Readings(found, tables, language=language, case_from=case_from, progress=progress)
