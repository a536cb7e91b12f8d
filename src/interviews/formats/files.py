"""One file to one reading: what it is, how it is read, in which language it is, and what a person should know."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from interviews.errors import Problem, Severity
from interviews.formats.kinds import KINDS, SUFFIXES, Kind
from interviews.formats.language import guess_language
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable
from interviews.model import Transcript

_FALLBACK = "de"
_FALLBACK_TAKEN = f"the language could not be told and was taken for {_FALLBACK}: give language="
# From so many different words on, they tell their language better than the settings of the program that wrote the file.
_ENOUGH_WORDS = 50
_OTHER_LANGUAGE = (
    "the file says that its language is {}, but its words are taken for {}: give language= if they are not"
)
# How files begin that nothing here reads, and what to do with them.
_FOREIGN = (
    (b"%PDF-", "this is a PDF: save the transcript as .docx or .txt"),
    (b"\xd0\xcf\x11\xe0", "this is an old or password-protected Word file: save it as .docx without password"),
)


def read_file(path: Path | str, language: str | None = None) -> Reading:
    """Read one transcript of any known format; what goes wrong is in the problems and never raised.

    `language` is guessed from the words where it is not given: `de`, `en` or `pl`.
    """
    path = Path(path)
    try:
        reading = _read(path)
    except Unreadable as reason:
        return Reading(None, (Problem(path.name, str(reason), Severity.ERROR),), path)
    return _with_language(reading, language)


def _read(path: Path) -> Reading:
    if path.name.startswith("~$"):
        raise Unreadable("this is the lock file of an open Word document: read the document itself")
    if re.fullmatch(r"\.\d{3}", path.suffix) and path.stem.casefold().endswith(".eaf"):
        raise Unreadable("this is a backup of ELAN: read the .eaf beside it, or rename the backup if that is lost")
    if path.suffix.casefold() not in SUFFIXES:
        raise Unreadable(f"files of this type cannot be read: use {', '.join(SUFFIXES)}")
    file = Opened.read(path)
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
    said = " ".join(turn.speech.of(transcript.text) for turn in transcript.turns[:400])
    told = reading.language or _told_language(transcript)
    guess = guess_language(said) if told is None or len(set(said.split())) >= _ENOUGH_WORDS else None
    found = guess or told or _FALLBACK
    note = _FALLBACK_TAKEN if guess is None and told is None else None
    if guess is not None and told not in (None, guess):
        note = _OTHER_LANGUAGE.format(told, guess)
    where = reading.path.name if reading.path else transcript.name
    problems = (*reading.problems, Problem(where, note)) if note else reading.problems
    return replace(reading, transcript=replace(transcript, language=found), problems=problems)


def _told_language(transcript: Transcript) -> str | None:
    """The language that the file itself gives for more than half of its turns."""
    counts = Counter(turn.language for turn in transcript.turns if turn.language)
    language, count = max(counts.items(), key=lambda pair: pair[1], default=(None, 0))
    return language if 2 * count > len(transcript.turns) else None
