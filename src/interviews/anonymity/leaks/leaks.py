"""The guard at the door: does anything that leaves still hold a name that was replaced?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import overload

from interviews.anonymity.entity import KeyEntry
from interviews.anonymity.leaks.dates import find_dates
from interviews.anonymity.leaks.extracts import Extract, composed, read_extracts
from interviews.anonymity.leaks.parts import Remark
from interviews.anonymity.leaks.sought import NUMBER_RUN, Phrase, Sought, number_of, seek
from interviews.errors import MisuseError, Problem, Severity
from interviews.text import fold

_TOKEN = re.compile(r"[^\W_]+")
# What stands between digits; beyond ASCII are also no-break blanks and dashes.
_MARKS = b"+ \t()/.-"
# All signs of ASCII that are neither letters nor digits.
_PARTED = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalnum()})
_PIECE = 100_000
# Where a project keeps what is derived from its database, which is searched: columns of numbers, indexes of words.
_DERIVED, _BESIDE = ("cache/codings", "cache/words", "cache/seal"), "interviews.toml"
_VAGUE = ("contents", "between two pages")
_TITLES = frozenset("herr herrn frau familie dr prof mr mrs ms miss pan pani pana panu pania imam".split())


class LeakSeverity(StrEnum):
    """How sure it is that a place names somebody."""

    CERTAIN = "certain"
    """The original words of a replaced entity."""
    POSSIBLE = "possible"
    """A name that is an ordinary word too, or that was left in place elsewhere on purpose: a person must look."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A place where a replaced name still stands. It never holds the name itself."""

    path: Path
    place: str
    """Line, part of the document, or `file name`."""
    entity: str
    """Id of the entity in the key."""
    severity: LeakSeverity

    @property
    def certain(self) -> bool:
        """Whether it is a leak beyond doubt."""
        return self.severity is LeakSeverity.CERTAIN

    def __str__(self) -> str:
        return f"{self.path.name}, {self.place}: {self.entity} ({self.severity})"


@dataclass(frozen=True, slots=True)
class Leaks(Sequence[Leak]):
    """The leaks found, by file; `problems` says what could not be searched, so that nobody takes it for searched."""

    leaks: tuple[Leak, ...]
    problems: tuple[Problem, ...] = ()
    files: int = 0
    """How many files were searched."""

    @overload
    def __getitem__(self, index: int) -> Leak: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Leak, ...]: ...
    def __getitem__(self, index: int | slice) -> Leak | tuple[Leak, ...]:
        return self.leaks[index]

    def __len__(self) -> int:
        return len(self.leaks)

    def __iter__(self) -> Iterator[Leak]:
        return iter(self.leaks)

    def __repr__(self) -> str:
        lines = [f"{len(self)} leaks in {self.files} files", *map(str, self.leaks)]
        return "\n".join([*lines, *(f"{problem.severity}: {problem}" for problem in self.problems)])

    @property
    def is_complete(self) -> bool:
        """Whether everything was searched that is known to be searchable; what pictures show never is."""
        return all(problem.severity is Severity.INFO for problem in self.problems)


def find_leaks(paths: Iterable[Path], key: Iterable[KeyEntry]) -> list[Leak]:
    """Every place in the files (folders with all below them) where an original form of a replaced entity stands.

    What is searched, and for what, says `search_files`. Raises MisuseError for a path that does not exist or a file
    that cannot be read.
    """
    found = search_files(paths, key)
    unread = next((one for one in found.problems if one.severity is Severity.ERROR), None)
    if unread:
        raise MisuseError(f"{unread.where} cannot be checked for leaks: {unread.message}.")
    return list(found)


def search_files(paths: Iterable[Path], key: Iterable[KeyEntry]) -> Leaks:
    """Search files, and folders with all below them, for every original form of a replaced entity.

    Read are raw bytes as UTF-8, UTF-16 and Windows-1252; docx, xlsx, odt, qdpx and other zip archives with all their
    members and properties, gzip, bzip2, xz and tar, also one in the other; SQLite databases with their write-ahead log,
    deleted rows and search indexes; words, properties, comments and attachments of PDF files; what pictures say beside
    their pixels; Rich Text; JSON, HTML, mail and URL escapes, and words split by markup; names of files, folders and
    members. Searched is every form in all its inflections without regard to case or diacritics; words of the language
    only where capitalized, as possible leaks; phone numbers in any spacing; full dates in any spelling; offices of
    several words, as possible leaks. Not searched: ages, years, single words for occupations, which are too common;
    what pictures and recordings show or say. What could not be opened is in `problems`.
    """
    sought = seek(key)
    leaks: list[Leak] = []
    problems: list[Problem] = []
    files = 0
    for path in _files(paths):
        found: dict[tuple[str, str], LeakSeverity] = {}
        remarks: list[Remark] = []
        try:
            for extract in _extracts(path):
                if isinstance(extract, Remark):
                    remarks.append(extract)
                    continue
                for entity, place, severity in _search(extract, sought):
                    if found.get((entity, place)) is not LeakSeverity.CERTAIN:
                        found[entity, place] = severity
        except OSError as error:
            remarks.append(Remark("", error.strerror or "it cannot be read", Severity.ERROR))
        files += path.is_file()
        places = _without_vague(found)
        leaks += [
            Leak(path, _unnamed(place, sought), entity, places[entity, place]) for entity, place in sorted(places)
        ]
        problems += _problems(path, [one._replace(place=_unnamed(one.place, sought)) for one in remarks])
    return Leaks(tuple(leaks), tuple(problems), files)


def _extracts(path: Path) -> Iterator[Extract | Remark]:
    if not path.is_file():
        yield Extract("folder name", path.name, False)
        return
    yield from read_extracts(path)


def _without_vague(found: Mapping[tuple[str, str], LeakSeverity]) -> dict[tuple[str, str], LeakSeverity]:
    """The hits in a file, without those of a database's pages that a table of it explains."""
    explained = {(entity, severity) for (entity, place), severity in found.items() if place.startswith("table ")}
    return {
        (entity, place): severity
        for (entity, place), severity in found.items()
        if place not in _VAGUE or (entity, severity) not in explained
    }


def _unnamed(place: str, sought: Sought) -> str:
    """A place within a file, without the names that members and tables of it may be called by."""
    named = {entity for entity, _, _ in _search(Extract("", place, False), sought)} if place else set()
    return f"a part that is called after {', '.join(sorted(named))}" if named else place


def _problems(path: Path, remarks: Iterable[Remark]) -> Iterator[Problem]:
    """What was not searched in a file; a remark for many places of it once."""
    places: dict[tuple[str, Severity], list[str]] = {}
    for remark in remarks:
        places.setdefault((remark.message, remark.severity), []).append(remark.place)
    for (message, severity), where in places.items():
        inside = sorted(set(filter(None, where)))
        shown = ", ".join(inside[:3]) + (f" and {len(inside) - 3} more" if len(inside) > 3 else "")
        yield Problem(f"{path.name}, {shown}" if shown else path.name, message, severity)


def entities_named(texts: Iterable[str], key: Iterable[KeyEntry]) -> list[tuple[str, ...]]:
    """For each text, the ids of the replaced entities that it names beyond doubt; the same search as `find_leaks`."""
    sought = seek(key)
    found: dict[str, tuple[str, ...]] = {"": ()}  # most memos are empty, and what is said twice is searched once
    named = []
    for text in texts:
        if text not in found:
            hits = _search(Extract("", composed(text), False), sought)
            found[text] = tuple(sorted({one for one, _, severity in hits if severity is LeakSeverity.CERTAIN}))
        named.append(found[text])
    return named


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in map(Path, paths):
        if path.is_dir():
            if path.name[:1] != ".":  # as a folder for drafts, whose name is drawn by lot
                yield path
            derived = [project.parent / name for project in path.rglob(_BESIDE) for name in _DERIVED]
            yield from sorted(
                found
                for found in path.rglob("*")
                if (found.is_file() or found.is_dir()) and not any(one in found.parents for one in derived)
            )
        elif path.exists():
            yield path
        else:
            raise MisuseError(f"{path} does not exist, so it cannot be checked for leaks.")


def _search(extract: Extract, sought: Sought) -> Iterator[tuple[str, str, LeakSeverity]]:
    """Entity, place and severity of each hit in one readable part."""
    words = _distinct_words(extract.text)
    likely = sought.beginnings(_distinct_tokens(words))
    hits = {token: found for token in likely if (found := sought.beginning_with(token, _quickly_folded(token)))}
    if hits:
        yield from _phrases(extract, hits)
    if sought.numbers:
        yield from _numbers(extract, sought, _has_other_digits(likely))
    if sought.dates:
        yield from _dates(extract, sought, " ".join(words))


def _distinct_words(text: str) -> set[str]:
    """Each word once, since most stand in a text many times; piece by piece, for a study can be large."""
    words: set[str] = set()
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE)
        end = len(text) if end < 0 else end
        words.update(text[start:end].split())
        start = end
    return words


def _distinct_tokens(words: Iterable[str]) -> set[str]:
    """What `_TOKEN` finds in the words, each once: those of ASCII, which are most, need no pattern for it."""
    others = [word for word in words if not word.isascii()]
    plain = " ".join([word for word in words if word.isascii()]).translate(_PARTED)
    return {*plain.split(), *_TOKEN.findall(" ".join(others))}


def _phrases(extract: Extract, hits: Mapping[str, list[Phrase]]) -> Iterator[tuple[str, str, LeakSeverity]]:
    tokens = _TOKEN.findall(extract.text)
    for at, token in enumerate(tokens):
        for phrase in hits.get(token, ()):
            words = tokens[at : at + len(phrase.words)]
            if phrase.fits([fold(word) for word in words]):
                titled = at > 0 and fold(tokens[at - 1]) in _TITLES
                severity = LeakSeverity.CERTAIN if titled or phrase.is_certain(token) else LeakSeverity.POSSIBLE
                yield phrase.entity, _place(extract, words), severity


def _numbers(extract: Extract, sought: Sought, anyhow: bool) -> Iterator[tuple[str, str, LeakSeverity]]:
    # Only the first digit may come from a country's prefix: most numbers are ruled out without parsing each run.
    joined = extract.text.encode("ascii", "ignore").translate(None, _MARKS)
    likely = [(number, entity) for number, entity in sought.numbers.items() if anyhow or number[1:].encode() in joined]
    for match in NUMBER_RUN.finditer(extract.text) if likely else ():
        run = number_of(match[0])
        for number, entity in likely:
            if number in run:
                yield entity, _line(extract, match.start()), LeakSeverity.CERTAIN


def _dates(extract: Extract, sought: Sought, words: str) -> Iterator[tuple[str, str, LeakSeverity]]:
    # Most texts say none of the years: then no date needs to be read.
    if not any(str(day.year) in words or f"{day.year % 100:02}" in words for day in sought.dates):
        return
    for start, day, is_sure in find_dates(extract.text):
        if day in sought.dates:
            entity, is_left = sought.dates[day]
            severity = LeakSeverity.CERTAIN if is_sure and not is_left else LeakSeverity.POSSIBLE
            yield entity, _line(extract, start), severity


def _has_other_digits(tokens: Iterable[str]) -> bool:
    """Whether there are digits of other scripts, which are left to the folding of each."""
    return any(sign.isdecimal() for token in tokens if not token.isascii() for sign in token if sign > "9")


def _quickly_folded(token: str) -> str:
    return token.lower() if token.isascii() else fold(token)


def _place(extract: Extract, words: list[str]) -> str:
    if not extract.lined:
        return extract.place or "contents"
    match = re.search(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, words)) + r"(?![^\W_])", extract.text)
    return _line(extract, match.start() if match else 0)


def _line(extract: Extract, at: int) -> str:
    if not extract.lined:
        return extract.place or "contents"
    line = f"line {extract.text.count(chr(10), 0, at) + 1}"
    return f"{extract.place}, {line}" if extract.place else line
