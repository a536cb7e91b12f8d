"""Which files are meant: those named, those a pattern matches, those in a folder; and what was passed over there."""

import glob
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from interviews.errors import MisuseError, Problem, Severity, counted
from interviews.formats.files import EXCHANGES
from interviews.formats.kinds import SUFFIXES
from interviews.formats.names import ending, is_backup, readable, shown
from interviews.formats.opened import Opened
from interviews.formats.reading import Unreadable
from interviews.formats.tables.participants import FILE_NAME
from interviews.formats.tables.rows import is_table_beside

# Beside the transcripts of a study, and no transcripts themselves.
_SET_ASIDE_FOLDERS = frozenset({"gold"})
_SET_ASIDE_ENDS = (".marked.txt",)
# What is passed over for another reason than the ending of its name, and how it is told.
_HIDDEN = ("hidden", "hidden")
_BACKUP = ("backup of ELAN", "backups of ELAN")
_LOCK = ("lock file", "lock files")
_ASIDE = ("set aside by its name", "set aside by their names")
_LINK = ("link to a folder", "links to folders")
_BROKEN = ("broken link", "broken links")
_OTHER = ("no regular file", "no regular files")
_TABLE = ("table of participants, codings or the like", "tables of participants, codings or the like")
# Word and spreadsheet files that nothing here reads and that may well be transcripts.
_OLD_ENDINGS = (".doc", ".wpd", ".wps", ".pages", ".xls", ".ods")
_TABLE_ENDINGS = frozenset({".csv", ".tsv", ".xlsx"})


@dataclass(frozen=True, slots=True)
class Source:
    """Where a file was looked for."""

    root: Path
    """The folder up to which its table of participants is sought."""
    searched: bool = False
    """Whether it was found in a folder, and not named."""


@dataclass(slots=True)
class Found:
    """The files to read, and what a person should know about those that are not read."""

    files: dict[Path, Source] = field(default_factory=dict)
    notices: list[Problem] = field(default_factory=list)
    empty: list[tuple[Path, str]] = field(default_factory=list)
    """Folders that hold nothing to read, each with a sentence."""


def find_files(paths: Iterable[Path]) -> Found:
    """Every file to read, sorted. Raises `MisuseError` for a path that does not exist."""
    found = Found()
    for path in paths:
        if _is_folder(path):
            _search(path, path, found)
        elif _exists(path):
            found.files.setdefault(path, Source(path.absolute().parent.parent))
        else:
            _match(path, found)
    found.files = {file: found.files[file] for file in sorted(found.files)}
    return found


def _match(pattern: Path, found: Found) -> None:
    matches = [Path(match) for match in glob.glob(str(pattern), recursive=True)]
    if not matches:
        raise MisuseError(f"{readable(str(pattern))[:300]} does not exist: check the path")
    for match in sorted(matches):
        root = match.absolute().parent
        if not match.is_dir():
            if _passed_over(match.name) is None and _fits(match) and not _is_table_beside(match):
                found.files.setdefault(match, Source(root.parent, searched=True))
        elif match.name not in _SET_ASIDE_FOLDERS:
            _search(match, root, found, told_empty=False)


def _search(folder: Path, root: Path, found: Found, *, told_empty: bool = True) -> None:
    """Take what a folder and those in it hold; links to folders are not followed, so that none goes in circles."""
    walk = _Walk(folder)
    walk.go()
    for file in walk.files:
        found.files.setdefault(file, Source(root, searched=True))
    if walk.passed or walk.endings:
        found.notices.append(Problem(shown(folder), walk.describe(), Severity.INFO))
    if studies := sum(walk.endings[ending] for ending in EXCHANGES):
        found.notices.append(Problem(shown(folder), _told(studies), Severity.INFO))
    if old := sum(walk.endings[ending] for ending in _OLD_ENDINGS):
        message = f"{old} of them may hold {'a transcript' if old == 1 else 'transcripts'} in a form that is not read:"
        found.notices.append(Problem(shown(folder), f"{message} save as .docx, .odt, .txt or .xlsx", Severity.WARNING))
    if walk.closed:
        message = f"{counted(walk.closed, 'folder', 'folders')} could not be opened: look at the permissions"
        found.notices.append(Problem(shown(folder), message, Severity.ERROR))
    if not walk.files and told_empty:
        found.empty.append((folder, f"the folder holds no transcripts ({', '.join(SUFFIXES)})"))


def _told(studies: int) -> str:
    what = "is from another program" if studies == 1 else "are from other programs"
    return f"{studies} of them {what}, a study or codebook: take in with interviews import PROJECT FILE"


class _Walk:
    """One way through a folder and the folders in it."""

    def __init__(self, folder: Path) -> None:
        self.files: list[Path] = []
        self.endings: Counter[str] = Counter()
        self.passed: Counter[tuple[str, str]] = Counter()
        self.closed = 0
        self._ahead = [folder]

    def go(self) -> None:
        while self._ahead:
            folder = self._ahead.pop()
            try:
                with os.scandir(folder) as entries:
                    for entry in entries:
                        self._meet(entry, folder / entry.name)
            except OSError:
                self.closed += 1

    def describe(self) -> str:
        """`7 passed over: 3 .mp3, 2 .jpg, 1 lock file, 1 hidden`."""
        parts = [
            f"{count} {name}" for name, count in sorted(self.endings.items(), key=lambda pair: (-pair[1], pair[0]))
        ]
        parts += [counted(count, *words) for words, count in sorted(self.passed.items())]
        total = self.endings.total() + self.passed.total()
        return f"{counted(total, 'file', 'files')} passed over: {', '.join(parts)}"

    def _meet(self, entry: "os.DirEntry[str]", path: Path) -> None:
        reason = _passed_over(entry.name) or _obstacle(entry)
        if reason is not None:
            self.passed[reason] += 1
        elif entry.is_dir(follow_symlinks=False):
            if entry.name in _SET_ASIDE_FOLDERS:
                self.passed[_ASIDE] += 1
            else:
                self._ahead.append(path)
        elif _is_table_beside(path):
            self.passed[_TABLE] += 1
        elif _fits(path):
            self.files.append(path)
        elif path.name.casefold() != FILE_NAME:
            self.endings[ending(path)] += 1


def _passed_over(name: str) -> tuple[str, str] | None:
    plain = name.casefold()
    if plain.startswith(("~$", ".~lock")):
        return _LOCK
    if plain.startswith("."):
        return _HIDDEN
    if is_backup(name):
        return _BACKUP
    return _ASIDE if plain.startswith("readme") or plain.endswith(_SET_ASIDE_ENDS) else None


def _obstacle(entry: "os.DirEntry[str]") -> tuple[str, str] | None:
    """Why an entry can be neither entered nor read."""
    try:
        if entry.is_symlink():
            return _LINK if entry.is_dir() else None if entry.is_file() else _BROKEN
        return None if entry.is_dir() or entry.is_file() else _OTHER
    except OSError:  # links that lead in a circle
        return _BROKEN


def _fits(file: Path) -> bool:
    """Whether the name is that of a transcript: with a known ending, or with none."""
    return file.name.casefold() != FILE_NAME and (file.suffix.casefold() in SUFFIXES or not ending(file))


def _is_table_beside(file: Path) -> bool:
    """Whether a file of that ending holds participants, codings or the like, which lie beside transcripts."""
    if file.suffix.casefold() not in _TABLE_ENDINGS or file.name.casefold() == FILE_NAME:
        return False
    try:
        return is_table_beside(Opened.read(file))
    except Unreadable:
        return False  # reading it will say why


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # such as a name that is too long
        return False
