"""From a draft to its place: a new folder or zip in one step, a folder that is there file by file and yet in one step.

All changed files of a new state are moved into a hidden folder inside the archive in one step; from that moment on the
archive is read as the new state (`sources.Folder`), whatever happens while the files are moved on to their places.
"""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from interviews.errors import MisuseError, StoreError
from interviews.store.archive.layout import SUMS, read_sums
from interviews.store.archive.reading import read_digests, read_event_ids
from interviews.store.archive.sources import PENDING, Folder, Source, digest_of, is_archive, open_source
from interviews.store.damage import DamageError, UnsoundError

_DRAFT = ".interviews-draft-"
# The same moment in every zip: the first that zips can tell.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16


@contextmanager
def open_draft(target: Path) -> Iterator[Path]:
    """An empty folder on the disk of the target, removed in the end; what killed programs left is removed first."""
    inside = target.is_dir()
    home, prefix = (target, _DRAFT) if inside else (target.parent, f".{target.name}{_DRAFT}")
    try:
        home.mkdir(parents=True, exist_ok=True)
        for left in home.glob(f"{_escaped(prefix)}*"):
            shutil.rmtree(left, ignore_errors=True)
        draft = Path(tempfile.mkdtemp(prefix=prefix, dir=home))
    except OSError as error:
        raise StoreError(f"{target} cannot be written, nothing was changed: {error.strerror}") from None
    try:
        content = draft / "archive"
        content.mkdir()
        yield content
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def check_target(target: Path, events: Iterable[str]) -> None:
    """Refuse a target that holds anything else than an earlier state of the same project."""
    if is_zip(target):
        if target.exists():
            with open_source(target) as source:
                _check_same_study(source, target, set(events))
        return
    if not target.exists():
        return
    if not target.is_dir():
        raise MisuseError(f"{target} is a file: name a new folder for the archive, or a file that ends in .zip")
    if is_archive(target):
        source = Folder(target)
        _check_same_study(source, target, set(events))
        _check_untouched(source, target)
    elif any(not entry.name.startswith(".") for entry in target.iterdir()):
        raise MisuseError(f"{target} holds something else than an archive: name a new or empty folder")


def is_zip(target: Path) -> bool:
    """Whether a place is meant for a zip."""
    return target.suffix.lower() == ".zip" and not target.is_dir()


def put(draft: Path, target: Path) -> int:
    """Put the archive in the draft at its place, and how many files of it are new there or changed."""
    try:
        if is_zip(target):
            return _put_zip(draft, target)
        if not target.exists():
            files = _files(draft)
            _sync(draft, files)
            draft.rename(target)
            return len(files)
        return _update(draft, target)
    except OSError as error:
        raise StoreError(f"{target} cannot be written, nothing was changed: {error.strerror}") from None


def finish(folder: Path) -> None:
    """Move the files of a state that is waiting to their places; SHA256SUMS comes last, and then all is done."""
    pending = folder / PENDING
    if (pending / SUMS).is_file():
        new = read_sums((pending / SUMS).read_bytes())
        old = read_sums((folder / SUMS).read_bytes()) if (folder / SUMS).is_file() else {}
        for name in _files(pending):
            if name != SUMS:
                (folder / name).parent.mkdir(exist_ok=True)
                (pending / name).replace(folder / name)
        for name in set(old) - set(new):
            (folder / name).unlink(missing_ok=True)
        (pending / SUMS).replace(folder / SUMS)
    shutil.rmtree(pending, ignore_errors=True)


def _update(draft: Path, folder: Path) -> int:
    finish(folder)
    known = read_digests(Folder(folder)) if is_archive(folder) else {}
    for name in _files(draft):
        if (folder / name).is_symlink() or (name not in known and name != SUMS and (folder / name).exists()):
            raise MisuseError(f"{folder / name} is no file of the archive and stands in its way: move it elsewhere")
    for name in _files(draft):
        if (folder / name).is_file() and (folder / name).read_bytes() == (draft / name).read_bytes():
            (draft / name).unlink()
    changed = _files(draft)
    if changed:
        _sync(draft, changed)
        draft.rename(folder / PENDING)
        finish(folder)
    return len(changed)


def _put_zip(draft: Path, target: Path) -> int:
    packed = draft.with_name(target.name)
    files = _files(draft)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in files:
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system, entry.external_attr = 3, _PLAIN_FILE  # the same on every system
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as to, (draft / name).open("rb") as file:
                shutil.copyfileobj(file, to)
    _sync(packed.parent, [packed.name])
    packed.replace(target)
    return len(files)


def _check_same_study(source: Source, target: Path, events: set[str]) -> None:
    try:
        there = read_event_ids(source)
    except DamageError:
        raise MisuseError(
            f"{target} holds something else than an archive, or a damaged one: name another place"
        ) from None
    if there and not there & events:
        raise MisuseError(f"{target} is an archive of another study: name a new folder")
    if ahead := len(there - events):
        raise MisuseError(
            f"{target} holds {ahead} saves that this project does not have: merge it first "
            "(interviews merge PROJECT ARCHIVE), or name a new folder"
        )


def _check_untouched(source: Source, target: Path) -> None:
    """Refuse to write over what a person changed: nothing tells whether it is kept anywhere else."""
    for name, digest in read_digests(source).items():
        try:
            if digest_of(source, name)[0] == digest:
                continue
        except UnsoundError as fault:
            if not os.path.lexists(target / name):
                continue  # what is gone is written anew
            raise MisuseError(f"{target / name}: {fault}; move it elsewhere") from None
        raise MisuseError(
            f"{target / name} was changed since the archive was written, and would be lost: move it elsewhere"
        )


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _sync(folder: Path, names: Iterable[str]) -> None:
    """Let the files reach the disk before anything says that they are there."""
    for name in names:
        with (folder / name).open("r+b") as file:
            os.fsync(file.fileno())


def _escaped(text: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in text)
