"""One file to one reading: what it is, how it is read, in which language it is, and what a person should know."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from interviews.errors import Problem, Severity
from interviews.formats.kinds import KINDS, Kind
from interviews.formats.language import guess_language
from interviews.formats.metadata import describe_notes
from interviews.formats.names import ending, readable, shown
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, State, Unreadable
from interviews.formats.talk.roles import role_source
from interviews.model import Speaker
from interviews.text import outline_of

Recall = Callable[[str, Path], Reading | None]
"""Called with the digest of a file's bytes before they are parsed: a reading where that need not be done."""

RAISE_UNEXPECTED = False
"""Whether an error inside a reader is raised; our own tests set it, so that none hides behind a problem."""

_FALLBACK = "de"
# How files begin that nothing here reads, and what to do with them.
_FOREIGN = (
    (b"%PDF-", "this is a PDF: save the transcript as .docx or .txt"),
    (b"{\\rtf", "this is an RTF file: save it as .docx or .txt"),
    (b"\xd0\xcf\x11\xe0", "this is an old or password-protected Word file: save it as .docx without password"),
)


# What other programs write about a whole study, and what to do with it.
_STUDY = "this is the study of another program and no transcript: take it in with interviews import PROJECT FILE"
_CODEBOOK = "this is the codebook of another program and no transcript: take it in with interviews import PROJECT FILE"
EXCHANGES = {".qdpx": _STUDY, ".qde": _STUDY, ".qdc": _CODEBOOK}


def read_file(path: Path | str, language: str | None = None, *, recall: Recall | None = None) -> Reading:
    """Read one transcript of any known format; what goes wrong is in the problems and never raised.

    What the file is, its content decides. `language` is guessed from the words where it is not given.
    """
    path = Path(path)
    digest = None
    try:
        file = _opened(path)
        digest = hashlib.sha256(file.content).hexdigest()
        if recall is not None and (known := recall(digest, path)) is not None:
            return replace(known, path=path, digest=digest)
        reading = _with_language(_read(file), language)
        return _rounded_off(reading, path, digest)
    except Unreadable as reason:
        return _unreadable(path, str(reason), digest)
    except Exception:
        if RAISE_UNEXPECTED:
            raise
        return _unreadable(path, "reading it failed in a way that was not foreseen: please report its format", digest)


def _unreadable(path: Path, reason: str, digest: str | None) -> Reading:
    return Reading(None, (Problem(shown(path), reason, Severity.ERROR),), path, digest, state=State.UNREADABLE)


def _opened(path: Path) -> Opened:
    if path.suffix.casefold() in EXCHANGES:
        raise Unreadable(EXCHANGES[path.suffix.casefold()])
    if path.name.startswith("~$"):
        raise Unreadable("this is the lock file of an open Word document: read the document itself")
    return Opened.read(path)


def _read(file: Opened) -> Reading:
    if file.content.startswith(b"PK") and file.package and any(map(_is_study, file.package.names)):
        raise Unreadable(EXCHANGES[".qdpx"])
    for beginning, advice in _FOREIGN:
        if file.content.startswith(beginning):
            raise Unreadable(advice)
    kind = next(kind for kind in KINDS if kind.fits(file))
    return _noting(kind.read(file), file, kind)


def _is_study(entry: str) -> bool:
    return entry.casefold().endswith(".qde")


def _noting(reading: Reading, file: Opened, kind: Kind) -> Reading:
    """With a word on a file whose name says something else than its content."""
    named = ending(file.path)
    if not named or file.suffix in kind.suffixes:
        return reading
    note = f"the file is named {named} and was read as {kind.suffixes[0]}, which its content is"
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


def _rounded_off(reading: Reading, path: Path, digest: str) -> Reading:
    """What all formats share: names that can be printed, how roles are known, what is kept beside the text."""
    transcript = reading.transcript
    problems = tuple(replace(problem, where=readable(problem.where)) for problem in reading.problems)
    if transcript is None:
        return replace(reading, problems=problems, path=path, digest=digest, state=State.UNREADABLE)
    kept = describe_notes(transcript.notes)
    if kept:
        problems += (Problem(shown(path), kept, Severity.INFO),)
    name = readable(transcript.name)
    transcript = replace(transcript, name=name, speakers=tuple(map(_with_source, transcript.speakers)))
    return Reading(transcript, problems, path, digest, outline_of(transcript))


def _with_source(speaker: Speaker) -> Speaker:
    return speaker if speaker.role_from else replace(speaker, role_from=role_source(speaker.label, speaker.role))
