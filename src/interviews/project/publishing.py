"""Nothing leaves without having passed the leak check."""

import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from interviews.anonymity import KeyEntry, find_leaks
from interviews.errors import LeakError, MisuseError, StoreError
from interviews.project.gate import refuse_unfinished
from interviews.project.naming import named_in
from interviews.project.project import Project


def _mask() -> int:
    """What the user's other new files are not allowed."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _key(path: Path, project: Project) -> Sequence[KeyEntry]:
    try:
        return project.vault.key()
    except MisuseError as reason:
        raise MisuseError(
            f"{path.name} was not written: what leaves is checked for replaced names, which takes the vault and its "
            f"key. {reason} Whoever has both can export; copies are handed on by interviews archive"
        ) from None


def publish(write: Callable[[Path], object], path: Path, project: Project, *, checked: Iterable[str] = ()) -> Path:
    """Write a file by `write`, check it, and only then put it at `path`; a leak leaves nothing behind.

    What `write` leaves beside the file is checked with it and not kept: the words of a picture, which hold no letters.
    `checked` names entities (such as `PER-012`) whose places a person looked at and found harmless; that is noted in
    the history. Raises LeakError with the places, never the words, of what would have identified someone,
    and MisuseError while a review is not finished.
    """
    path, harmless = Path(path), sorted(set(checked))
    key = _key(path, project)
    refuse_unfinished(path.name, project.store, project.vault, project.settings)
    if path.is_dir():
        raise MisuseError(f"{path} is a folder: name the file to write in it.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft_folder = Path(tempfile.mkdtemp(prefix=".draft-", dir=path.parent))
    except OSError as reason:
        raise StoreError(f"{path} cannot be written: {reason.strerror}.") from None
    try:
        draft = draft_folder / path.name
        write(draft)
        leaks = [leak for leak in find_leaks(sorted(draft_folder.iterdir()), key) if leak.certain]
        leaks = [leak for leak in leaks if leak.entity not in harmless]
        if leaks:
            places = "; ".join(f"{leak.entity} at {leak.place}" for leak in leaks[:5])
            more = f" and {len(leaks) - 5} more" if len(leaks) > 5 else ""
            raise LeakError(
                f"{path.name} was not written, it would name someone: {places}{more}. "
                f"{_in_codebook(project, key, {leak.entity for leak in leaks})}Anonymize again, or let a place "
                f"that you looked at through: --checked {leaks[0].entity}."
            )
        project.note_exported(path.name)  # before it is there: no file may leave that an erasure cannot name
        if harmless:
            project.note_export(f"let through the leak check: {', '.join(harmless)}")
        draft.chmod(0o666 & ~_mask())  # writers that go by way of a temporary file leave it to its owner alone
        draft.replace(path)
    finally:
        shutil.rmtree(draft_folder, ignore_errors=True)
    return path


def _in_codebook(project: Project, key: Iterable[KeyEntry], entities: Collection[str]) -> str:
    """Which codes of the newest codebook name one of these, for only a corrected codebook helps there."""
    named = [problem for codebook in project.store.codebooks()[-1:] for problem in named_in(codebook, key)]
    places = [problem.where for problem in named if any(entity in problem.message for entity in entities)]
    if not places:
        return ""
    return f"It stands in the {'; '.join(places)}: take in a corrected codebook (.yaml, .xlsx or .qdc). "
