"""One file to one reading: what it is, how it is read, in which language it is, and what a person should know."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from interviews.errors import Problem, Severity
from interviews.formats.kinds import KINDS, Kind
from interviews.formats.language import guess_language
from interviews.formats.metadata import describe_notes
from interviews.formats.names import ending, is_backup, readable, shown, stem
from interviews.formats.opened import Opened
from interviews.formats.reading import NoTranscript, Reading, State, Unreadable
from interviews.formats.tables.columns import check_columns
from interviews.formats.talk.roles import role_source
from interviews.model import Speaker, Transcript
from interviews.text import outline_of

Recall = Callable[[str, Path], Reading | None]
"""Called with the digest of a file's bytes before they are parsed: a reading where that need not be done."""

RAISE_UNEXPECTED = False
"""Whether an error inside a reader is raised; our own tests set it, so that none hides behind a problem."""

_FALLBACK = "de"
_FALLBACK_TAKEN = f"the language could not be told and was taken for {_FALLBACK}: give language="
# From so many different words on, they tell their language better than the settings of the program that wrote the file.
_ENOUGH_WORDS = 50
_OTHER_LANGUAGE = (
    "the file says that its language is {}, but its words are taken for {}: give language= if they are not"
)
# How files begin that nothing here reads, and what to do with them.
_FOREIGN = ((b"\xd0\xcf\x11\xe0", "this is an old or password-protected Word file: save it as .docx without password"),)
# What other programs write about a whole study, and what to do with it.
_STUDY = "this is the study of another program and no transcript: take it in with interviews import PROJECT FILE"
_CODEBOOK = "this is the codebook of another program and no transcript: take it in with interviews import PROJECT FILE"
EXCHANGES = {".qdpx": _STUDY, ".qde": _STUDY, ".qdc": _CODEBOOK}


def read_file(
    path: Path | str,
    language: str | None = None,
    columns: Mapping[str, str] | None = None,
    *,
    recall: Recall | None = None,
) -> Reading:
    """Read one transcript of any known format; what goes wrong is in the problems and never raised.

    What the file is, its content decides. `language` is guessed from the words where it is not given. `columns` names
    those of a table that hold `speaker`, `text`, `start` and `end`, which are guessed otherwise.
    """
    check_columns(columns)
    path = Path(path)
    digest = None
    try:
        file = _opened(path, columns)
        digest = hashlib.sha256(file.content).hexdigest()
        if recall is not None and (known := recall(digest, path)) is not None:
            return replace(known, path=path, digest=digest)
        reading = _with_language(_read(file), language)
        return _rounded_off(reading, path, digest)
    except NoTranscript as reason:
        return _unreadable(path, str(reason), digest, State.NO_TRANSCRIPT)
    except Unreadable as reason:
        return _unreadable(path, str(reason), digest)
    except Exception:
        if RAISE_UNEXPECTED:
            raise
        return _unreadable(path, "reading it failed in a way that was not foreseen: please report its format", digest)


def _unreadable(path: Path, reason: str, digest: str | None, state: State = State.UNREADABLE) -> Reading:
    return Reading(None, (Problem(shown(path), reason, Severity.ERROR),), path, digest=digest, state=state)


def _opened(path: Path, columns: Mapping[str, str] | None) -> Opened:
    if path.suffix.casefold() in EXCHANGES:
        raise NoTranscript(EXCHANGES[path.suffix.casefold()])
    if path.name.startswith("~$"):
        raise Unreadable("this is the lock file of an open Word document: read the document itself")
    if is_backup(path.name):
        raise Unreadable("this is a backup of ELAN: read the .eaf beside it, or rename the backup if that is lost")
    return Opened.read(path, columns)


def _read(file: Opened) -> Reading:
    if file.content.startswith(b"PK") and file.package and any(map(_is_study, file.package.names)):
        raise NoTranscript(EXCHANGES[".qdpx"])
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


def _rounded_off(reading: Reading, path: Path, digest: str) -> Reading:
    """What all formats share: names that can be printed, how roles are known, what is kept beside the text."""
    transcript = reading.transcript
    problems = tuple(replace(problem, where=readable(problem.where)) for problem in reading.problems)
    if transcript is None:
        return replace(reading, problems=problems, path=path, digest=digest, state=State.UNREADABLE)
    kept = describe_notes(transcript.notes)
    if kept:
        problems += (Problem(shown(path), kept, Severity.INFO),)
    transcript = replace(transcript, name=readable(stem(path)), speakers=tuple(map(_with_source, transcript.speakers)))
    return replace(
        reading,
        transcript=transcript,
        problems=problems,
        path=path,
        digest=digest,
        outline=outline_of(transcript),
    )


def _with_source(speaker: Speaker) -> Speaker:
    return speaker if speaker.role_from else replace(speaker, role_from=role_source(speaker.label, speaker.role))
