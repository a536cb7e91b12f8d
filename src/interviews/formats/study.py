"""Many files at once: folders and patterns, cases, participants, and one bad file that never stops the others."""

import glob
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from interviews.errors import MisuseError, Problem, Severity
from interviews.formats.files import read_file
from interviews.formats.kinds import SUFFIXES
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Readings, Unreadable
from interviews.formats.tables.participants import (
    FILE_NAME,
    Row,
    assign_participants,
    collect_participants,
    read_participants,
    transcript_key,
)
from interviews.formats.tables.rows import is_table_beside
from interviews.model import Case

# Beside the transcripts of a study, and no transcripts themselves.
_SET_ASIDE_FOLDERS = frozenset({"gold"})
_SET_ASIDE_BEGINNINGS = ("readme", "~$", ".")
_SET_ASIDE_ENDS = (".marked.txt",)
_TABLES = (".csv", ".tsv", ".xlsx")

Progress = Callable[[int, int], object]
"""Called with the number of files read and of all files."""


def read_folder(
    path: Path | str,
    *,
    language: str | None = None,
    case_from: Literal["folder"] | None = None,
    participants: Path | str | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Readings:
    """All transcripts in a folder and the folders in it."""
    return read_many(
        [path], language=language, case_from=case_from, participants=participants, columns=columns, progress=progress
    )


def read_many(
    paths: Iterable[Path | str] | Path | str,
    *,
    language: str | None = None,
    case_from: Literal["folder"] | None = None,
    participants: Path | str | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Readings:
    """Read files, folders (with those in them) and patterns such as `transcripts/*.docx`, in sorted order.

    `case_from="folder"` takes the name of the folder a file lies in as its case. `participants` is a table with the
    columns transcript, speaker, participant, perhaps case, and attributes; without it a `participants.csv` beside or
    above the files is used. `columns` are those of transcripts as tables, see
    `read_file`. Raises `MisuseError` for a path that does not exist; all else is in the problems.
    """
    if case_from not in (None, "folder"):
        raise MisuseError(f'case_from is "folder" or None, not {case_from!r}')
    files, empty = _expand([paths] if isinstance(paths, (str, Path)) else paths)
    readings = []
    for number, file in enumerate(files, 1):
        reading = read_file(file, language, columns)
        if case_from == "folder" and reading.transcript is not None:
            transcript = replace(reading.transcript, case=file.absolute().parent.name or None)
            reading = replace(reading, transcript=transcript)
        readings.append(reading)
        if progress is not None:
            progress(number, len(files))
    return _with_participants([*readings, *empty], files, participants)


def _expand(paths: Iterable[Path | str]) -> tuple[dict[Path, Path], list[Reading]]:
    """Every file to read, with the folder up to which its participants may be looked for; and folders without any."""
    found: dict[Path, Path] = {}
    empty: list[Reading] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = _transcripts_in(path)
            found |= {file: path for file in inside if file not in found}
            if not inside:
                message = f"the folder holds no transcripts ({', '.join(SUFFIXES)})"
                empty.append(Reading(None, (Problem(path.name or str(path), message, Severity.ERROR),), path))
        elif path.exists():
            found.setdefault(path, path.absolute().parent.parent)
        else:
            found |= {file: root for file, root in _matching(path).items() if file not in found}
    return {file: found[file] for file in sorted(found)}, empty


def _matching(pattern: Path) -> dict[Path, Path]:
    matches = [Path(match) for match in glob.glob(str(pattern), recursive=True)]
    if not matches:
        raise MisuseError(f"{pattern} does not exist: check the path")
    files: dict[Path, Path] = {}
    for match in sorted(matches):
        if match.is_dir():
            if match.name not in _SET_ASIDE_FOLDERS:
                files |= dict.fromkeys(_transcripts_in(match), match.absolute().parent)
        elif _is_transcript(match):
            files[match] = match.absolute().parent.parent
    return files


def _transcripts_in(folder: Path) -> list[Path]:
    inside = (file for file in sorted(folder.rglob("*")) if file.is_file() and _is_transcript(file))
    return [file for file in inside if not any(map(_is_aside, file.relative_to(folder).parts[:-1]))]


def _is_aside(folder: str) -> bool:
    return folder in _SET_ASIDE_FOLDERS or folder.startswith(".")


def _is_transcript(file: Path) -> bool:
    name = file.name.casefold()
    aside = name.startswith(_SET_ASIDE_BEGINNINGS) or name.endswith(_SET_ASIDE_ENDS)
    return not aside and file.suffix.casefold() in SUFFIXES and not _is_table_beside(file)


def _is_table_beside(file: Path) -> bool:
    """Whether it is a table of participants, codings or the like, which is passed over without a word."""
    if file.suffix.casefold() not in _TABLES:
        return False
    if file.name == FILE_NAME:
        return True
    try:
        return is_table_beside(Opened.read(file))
    except Unreadable:
        return False  # reading it will say why


def _with_participants(readings: Sequence[Reading], roots: dict[Path, Path], given: Path | str | None) -> Readings:
    if given is not None and not Path(given).is_file():
        raise MisuseError(f"{given} does not exist: check the path of the participants' table")
    tables: dict[Path, tuple[Row, ...]] = {}
    notices: list[Problem] = []
    done: list[Reading] = []
    used: set[str] = set()
    for reading in readings:
        table = Path(given) if given is not None else _nearest_table(reading.path, roots)
        if table is not None and table not in tables:
            tables[table] = _rows(table, notices, strict=given is not None)
        if reading.transcript is not None and table is not None:
            transcript, fitted = assign_participants(reading.transcript, tables[table])
            used |= fitted
            reading = replace(reading, transcript=transcript)
        done.append(reading)
    rows = [row for table in sorted(tables) for row in tables[table]]
    return _readings(done, rows, used, notices)


def _rows(table: Path, notices: list[Problem], *, strict: bool) -> tuple[Row, ...]:
    """The rows of a table; one that was only found beside the files must not stop them when it cannot be used."""
    try:
        return read_participants(table)
    except MisuseError as error:
        if strict:
            raise
        notices.append(Problem(table.name, str(error).removeprefix(f"{table.name}: "), Severity.ERROR))
        return ()


def _nearest_table(file: Path | None, roots: dict[Path, Path]) -> Path | None:
    if file is None or file not in roots:
        return None
    root = roots[file].absolute()
    for folder in file.absolute().parents:
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        if folder == root:
            return None
    return None


def _readings(readings: Sequence[Reading], rows: Sequence[Row], used: set[str], notices: Sequence[Problem]) -> Readings:
    transcripts = [reading.transcript for reading in readings if reading.transcript is not None]
    cases = {transcript_key(transcript.name): transcript.case for transcript in transcripts}
    unmatched = tuple(
        Problem(
            row.place,
            "the row fits no transcript that was read"
            if transcript_key(row.transcript) not in cases
            else "the row fits no speaker of its transcript: compare it with the labels that were found",
        )
        for row in rows
        if row.place not in used
    )
    people, contradictions = collect_participants(
        [(row, cases[transcript_key(row.transcript)]) for row in rows if row.place in used]
    )
    names = sorted({case for case in cases.values() if case})
    problems = (*notices, *_same_names(readings), *unmatched, *contradictions)
    return Readings(tuple(readings), people, tuple(Case(name) for name in names), problems)


def _same_names(readings: Sequence[Reading]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for reading in readings:
        if reading.transcript is None or reading.path is None:
            continue
        key = transcript_key(reading.transcript.name)
        if key in seen:
            problems.append(Problem(reading.path.name, "another file gives a transcript of the same name: rename one"))
        seen.add(key)
    return problems
