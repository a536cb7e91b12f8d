"""A project out into an archive, which any later program or person can read, and back into a project."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from interviews.anonymity import Vault, find_leaks
from interviews.anonymity.vault.erased import erased_ids
from interviews.coding import to_yaml
from interviews.errors import LeakError, MisuseError, Problem, StoreError
from interviews.model import Codebook
from interviews.project.gate import refuse_unfinished
from interviews.project.project import Project
from interviews.project.results import Saved
from interviews.project.settings import FILE, Settings, key_file_for, parse_settings, settings_text, write_settings
from interviews.store import Doomed, Store, archive, copy_store

Progress = Callable[[int, int], None]


def write_archive(project: Project, target: Path, *, checked: Iterable[str], progress: Progress) -> Saved:
    """Write a project as plain files into a folder or a zip; what would name someone is not written.

    While a review is not finished nothing is.

    An archive of the same project is brought up to date in its place. Without the key of the vault nothing can be
    checked; then the result says so.
    """
    archive.check_target(target, (event.id for event in project.store.history()))
    _refuse_unfinished(project, target)
    harmless = sorted(set(checked))
    with archive.open_draft(target) as draft:
        _write(project, draft, progress)
        problems = _check(project, draft, target, harmless)
        if harmless and _note(project, f"let through the leak check: {', '.join(harmless)}"):
            shutil.rmtree(draft)  # what was decided belongs into the history in the archive, too
            draft.mkdir()
            _write(project, draft, progress)
        files = sum(path.is_file() for path in draft.rglob("*"))
        changed = archive.put(draft, target)
    return Saved({"files": files, "new or changed files": changed}, tuple(problems))


def restore_project(source: Path, folder: Path, *, vault: Path | None, key: Path | None, progress: Progress) -> None:
    """Make the project in a new folder that an archive holds; `vault` is where its originals are, if anywhere."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise MisuseError(f"{folder} is not empty: choose a new folder for the project.")
    with archive.open_source(source) as opened:
        settings = parse_settings(archive.read_settings_text(opened), source / FILE)
    place = _relative(vault, folder) if vault else None
    settings = _portable(settings, place)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.draft-", dir=folder.parent) as drafts:
            draft = Path(drafts) / folder.name
            draft.mkdir()
            copy_store(source, draft / settings.store, progress)
            if vault:
                _leave_out_erased(vault, draft / settings.store)
                _check_vault(vault, key or key_file_for(vault), draft / settings.store)
            write_settings(draft, settings)
            if folder.exists():
                folder.rmdir()
            draft.rename(folder)
    except OSError as reason:
        raise StoreError(f"The project {folder} cannot be made: {reason.strerror}.") from None


def _write(project: Project, draft: Path, progress: Progress) -> None:
    settings = settings_text(_portable(project.settings))
    project.store.write_archive(draft, settings, _codebook_text, progress)


def _portable(settings: Settings, vault: str | None = None) -> Settings:
    """What holds on any computer: not where this one keeps its store, its vault and its models."""
    reviewers, assignments = settings.reviewers, settings.assignments
    return Settings(settings.name, settings.language, vault=vault, reviewers=reviewers, assignments=assignments)


def _refuse_unfinished(project: Project, target: Path) -> None:
    try:
        vault = project.vault
    except MisuseError as reason:
        if project.settings.reviewers > 1:
            raise MisuseError(
                f"{target.name} was not written: whether a second person confirmed the anonymization, as the project's "
                f"settings ask, is written in the vault. {reason}"
            ) from None
        return
    refuse_unfinished(target.name, project.store, vault, project.settings)


def _codebook_text(codebook: Codebook) -> str | None:
    """The codebook as people read it; None where a code stands before its parent or has none."""
    try:
        return to_yaml(codebook)
    except MisuseError:
        return None


def _check(project: Project, draft: Path, target: Path, harmless: Sequence[str]) -> list[Problem]:
    """Raise LeakError if a file names somebody; where no key is at hand, say that nobody looked."""
    try:
        key = project.vault.key()
    except MisuseError as reason:
        told = f"it was not checked for names: {reason} It holds nothing that this copy of the project does not hold"
        return [Problem(target.name, told)]
    leaks = [leak for leak in find_leaks([draft], key) if leak.certain and leak.entity not in harmless]
    if leaks:
        places = "; ".join(f"{leak.entity} in {_below(leak.path, draft)}, {leak.place}" for leak in leaks[:5])
        more = f" and {len(leaks) - 5} more" if len(leaks) > 5 else ""
        raise LeakError(
            f"{target.name} was not written, it would name someone: {places}{more}. Anonymize again, or let a place "
            f"that you looked at through: --checked {leaks[0].entity}."
        )
    return []


def _below(path: Path, draft: Path) -> str:
    return path.relative_to(draft).as_posix()


def _note(project: Project, detail: str) -> bool:
    """Note a decision in the history, once: an archive of what did not change stays the same."""
    known = any((event.action, event.detail) == ("export", detail) for event in project.store.history())
    if not known:
        project.note_export(detail)
    return not known


def _relative(vault: Path, folder: Path) -> str:
    if not vault.is_dir():
        raise MisuseError(f"The vault {vault} is not there: name the folder of an existing one, or leave it out.")
    if vault.resolve().is_relative_to(folder.resolve()):
        raise MisuseError(f"The vault {vault} lies inside the project: keep it elsewhere.")
    return Path(os.path.relpath(vault.resolve(), folder.resolve())).as_posix()


def _leave_out_erased(vault: Path, database: Path) -> None:
    """An archive from before somebody withdrew does not bring the interview back."""
    with Store.open(database) as store:
        known = {registration.id for registration in store.registrations()}
        if erased := erased_ids(vault) & known:
            store.erase(Doomed(erased), "restore")
            store.scrub()


def _check_vault(vault: Path, key_file: Path, database: Path) -> None:
    """Refuse the vault of another study; whoever has no key names one unseen."""
    if not key_file.is_file():
        return
    originals = {original.id for original in Vault.open(vault, key_file).originals()}
    with Store.open(database) as store:
        known = {registration.id for registration in store.registrations()}
    if originals and known and not originals & known:
        raise MisuseError(f"The vault {vault} holds the texts of another study: name the one of this study.")
