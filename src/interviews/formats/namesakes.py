"""Files of the same name in different folders: what tells them apart."""

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from interviews.formats.names import readable, shown, stem, transcript_key


@dataclass(frozen=True, slots=True)
class Namesake:
    """A file among others of its name: the folders that tell it from them, the outermost first."""

    folders: tuple[str, ...]
    others: tuple[Path, ...]
    """The others, as absolute paths."""

    def label(self, path: Path) -> str:
        """The file for people: `north/1.docx`."""
        return "/".join((*map(readable, self.folders), shown(path)))

    def name(self, name: str) -> str:
        """The transcript's name: `north-1`."""
        return "-".join((*map(readable, self.folders), name))


def label_of(path: Path, namesakes: Mapping[Path, Namesake]) -> str:
    """The file for people, with its folders where several files have its name."""
    return namesakes[path].label(path) if path in namesakes else shown(path)


def find_namesakes(files: Iterable[Path]) -> dict[Path, Namesake]:
    """The files whose name another one in another folder has, whatever the two names end with."""
    groups: dict[str, list[Path]] = defaultdict(list)
    for file in files:
        groups[transcript_key(readable(stem(file)))].append(file)
    found: dict[Path, Namesake] = {}
    for group in groups.values():
        if len({file.parent for file in group}) > 1:
            found |= _told_apart(group)
    return found


def _told_apart(group: Sequence[Path]) -> dict[Path, Namesake]:
    """As few folders as make a difference, counted from below; a file above all others needs none."""
    absolute = {file: Path(os.path.abspath(file)) for file in group}
    folders = {path.parent for path in absolute.values()}
    if len(folders) == 1:
        return {}
    common = len(Path(os.path.commonpath(folders)).parts)
    below = {folder: folder.parts[common:] for folder in folders}
    needed = _how_many([parts for parts in below.values() if parts])
    return {
        file: Namesake(below[path.parent][-needed:], tuple(other for other in absolute.values() if other != path))
        for file, path in absolute.items()
    }


def _how_many(ways: Sequence[Sequence[str]]) -> int:
    deepest = max(map(len, ways))
    return next(n for n in range(1, deepest + 1) if len({tuple(way[-n:]) for way in ways}) == len(ways))
