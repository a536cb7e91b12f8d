"""The guard at the door: does anything that leaves still hold a name that was replaced?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from interviews.anonymity.entity import KeyEntry
from interviews.anonymity.extracts import Extract, composed, read_extracts
from interviews.anonymity.sought import NUMBER_RUN, Phrase, Sought, number_of, seek
from interviews.errors import MisuseError
from interviews.text import fold

_TOKEN = re.compile(r"[^\W_]+")
# What stands between digits; beyond ASCII are also no-break blanks and dashes.
_MARKS = b"+ \t()/.-"
_PIECE = 100_000
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


def find_leaks(paths: Iterable[Path], key: Iterable[KeyEntry]) -> list[Leak]:
    """Every place in the files (folders with all below them) where an original form of a replaced entity stands.

    Read are raw bytes as UTF-8, UTF-16 and Windows-1252 (which covers databases), the insides of docx, xlsx and other
    zip archives once nested, with words split by markup joined; JSON, HTML and URL escapes; file and member names.
    Searched is every form in all its inflections without regard to case or diacritics; words of the language only
    where capitalized, as possible leaks; phone numbers in any spacing. Not searched: dates, ages and occupations,
    which are too common as words; the compressed insides of PDF files and pictures. Raises MisuseError for a path that
    does not exist or cannot be read.
    """
    sought = seek(key)
    leaks: list[Leak] = []
    for path in _files(paths):
        found: dict[tuple[str, str], LeakSeverity] = {}
        try:
            for extract in read_extracts(path):
                for entity, place, severity in _search(extract, sought):
                    if found.get((entity, place)) is not LeakSeverity.CERTAIN:
                        found[entity, place] = severity
        except OSError as error:
            raise MisuseError(f"{path.name} cannot be checked for leaks: {error.strerror}.") from None
        leaks += [Leak(path, place, entity, found[entity, place]) for entity, place in sorted(found)]
    return leaks


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
            yield from sorted(file for file in path.rglob("*") if file.is_file())
        elif path.exists():
            yield path
        else:
            raise MisuseError(f"{path} does not exist, so it cannot be checked for leaks.")


def _search(extract: Extract, sought: Sought) -> Iterator[tuple[str, str, LeakSeverity]]:
    """Entity, place and severity of each hit in one readable part."""
    words = " ".join(_distinct_words(extract.text))
    likely = sought.beginnings(set(_TOKEN.findall(words)))
    hits = {token: found for token in likely if (found := sought.beginning_with(token, _quickly_folded(token)))}
    if hits:
        yield from _phrases(extract, hits)
    if sought.numbers:
        yield from _numbers(extract, sought, _has_other_digits(words))


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


def _has_other_digits(words: str) -> bool:
    """Whether there are digits of other scripts, which are left to the folding of each."""
    return not words.isascii() and any(sign.isdecimal() and sign > "9" for sign in set(words))


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
