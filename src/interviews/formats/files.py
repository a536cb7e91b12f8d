"""One file to one reading: what it is, how it is read, in which language it is, and what a person should know."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from interviews.errors import Problem, Severity
from interviews.formats.kinds import KINDS, SUFFIXES, Kind
from interviews.formats.language import guess_language
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable
from interviews.formats.tables.columns import check_columns

_FALLBACK = "de"
# How files begin that nothing here reads, and what to do with them.
_FOREIGN = (
    (b"{\\rtf", "this is an RTF file: save it as .docx or .txt"),
    (b"\xd0\xcf\x11\xe0", "this is an old or password-protected Word file: save it as .docx without password"),
)


def read_file(path: Path | str, language: str | None = None, columns: Mapping[str, str] | None = None) -> Reading:
    """Read one transcript of any known format; what goes wrong is in the problems and never raised.

    `language` is guessed from the words where it is not given: `de`, `en` or `pl`. `columns` names those of a table
    that hold `speaker`, `text`, `start` and `end`, which are guessed otherwise.
    """
    check_columns(columns)
    path = Path(path)
    try:
        reading = _read(path, columns)
    except Unreadable as reason:
        return Reading(None, (Problem(path.name, str(reason), Severity.ERROR),), path)
    return _with_language(reading, language)


def _read(path: Path, columns: Mapping[str, str] | None) -> Reading:
    if path.name.startswith("~$"):
        raise Unreadable("this is the lock file of an open Word document: read the document itself")
    if path.suffix.casefold() not in SUFFIXES:
        raise Unreadable(f"files of this type cannot be read: use {', '.join(SUFFIXES)}")
    file = Opened.read(path, columns)
    for beginning, advice in _FOREIGN:
        if file.content.startswith(beginning):
            raise Unreadable(advice)
    kind = next(kind for kind in KINDS if kind.fits(file))
    return _noting(kind.read(file), file, kind)


def _noting(reading: Reading, file: Opened, kind: Kind) -> Reading:
    """With a word on a file whose name says something else than its content."""
    if file.suffix in kind.suffixes:
        return reading
    note = f"the file is named {file.suffix} and was read as {kind.suffixes[0]}, which its content is"
    return replace(reading, problems=(Problem(file.name, note), *reading.problems))


def _with_language(reading: Reading, language: str | None) -> Reading:
    transcript = reading.transcript
    if transcript is None:
        return reading
    if language is not None:
        return replace(reading, transcript=replace(transcript, language=language))
    guess = guess_language(" ".join(turn.speech.of(transcript.text) for turn in transcript.turns[:400]))
    if guess is not None:
        return replace(reading, transcript=replace(transcript, language=guess))
    where = reading.path.name if reading.path else transcript.name
    note = Problem(where, f"the language could not be told and was taken for {_FALLBACK}: give language=")
    return replace(reading, transcript=replace(transcript, language=_FALLBACK), problems=(*reading.problems, note))
