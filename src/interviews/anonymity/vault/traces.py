"""Whether words that are erased still stand somewhere: a row of them that nothing else in the study says."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from interviews.anonymity.leaks.extracts import read_extracts
from interviews.anonymity.leaks.parts import Remark
from interviews.errors import MisuseError
from interviews.text import Runs, words_of


@dataclass(frozen=True, slots=True)
class Trace:
    """A place where erased words still stand. It never holds the words."""

    path: Path
    place: str


def find_traces(paths: Iterable[Path], runs: Runs) -> list[Trace]:
    """Every part of the files (folders with all below them) in which one of the runs stands."""
    if not runs:
        return []
    found: dict[tuple[Path, str], None] = {}
    for path in _files(paths):
        try:
            for extract in read_extracts(path):
                if not isinstance(extract, Remark) and runs.place_in(words_of(extract.text)) is not None:
                    found[path, extract.place or "contents"] = None
        except OSError as error:
            raise MisuseError(f"{path.name} cannot be searched: {error.strerror}.") from None
    return [Trace(path, place) for path, place in found]


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield from sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
