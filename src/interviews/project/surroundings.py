"""What lies beside the database of a project: codebooks as files, and the vault with the texts as read."""

from collections.abc import Iterator
from pathlib import Path

from interviews.anonymity import Vault
from interviews.coding import read_codebook
from interviews.errors import MisuseError, Problem, Severity
from interviews.project.settings import Settings, key_file_for
from interviews.store import Examined, Store

_RESTORE_VAULT = "take the vault from a backup"


def examine_codebooks(folder: Path, store: Store) -> Examined:
    """Whether the codebook files in the project folder can be read, and say what counts."""
    files = sorted((folder / "codebooks").glob("*.y*ml"))
    problems = [problem for file in files for problem in _codebook(file, store)]
    return Examined("codebook files", len(files), "files beside the database", tuple(problems))


def _codebook(file: Path, store: Store) -> Iterator[Problem]:
    where = f"codebooks/{file.name}"
    try:
        written = read_codebook(file)
    except MisuseError as reason:
        yield Problem(where, f"it cannot be read: {reason}")
        return
    saved = store.codebooks()
    if saved and written.codes != saved[-1].codes:
        told = f"it says something else than version {saved[-1].version}, which counts: interviews codebook FILE "
        yield Problem(
            where,
            f"{told}--project P takes it in, interviews export P FILE --what codebook writes it anew",
            Severity.INFO,
        )


def examine_vault(folder: Path, settings: Settings, key: Path | None, store: Store) -> Examined:
    """Whether the vault beside the project has the original of every text, and the edits that make the text of it."""
    problems: list[Problem] = []
    count = 0
    try:
        for found in _texts(_opened(folder, settings, key), store):
            count += 1
            problems += found
    except _NotCheckedError as reason:
        problems.append(Problem("vault", f"it was not checked: {reason}", Severity.INFO))
    except MisuseError as reason:
        problems.append(Problem("vault", str(reason)))
    return Examined("vault", count, "text versions", tuple(problems))


class _NotCheckedError(Exception):
    """Why nobody could look into the vault, which is as it should be."""


def _opened(folder: Path, settings: Settings, key: Path | None) -> Vault:
    if settings.vault is None:
        raise _NotCheckedError("this copy of the project has none")
    place = (folder / settings.vault).resolve()
    if not place.exists():
        raise MisuseError(f"{place} is not there: if it was moved, write its place into interviews.toml")
    key_file = key or key_file_for(place)
    if not key_file.is_file():
        raise _NotCheckedError("its key is not at hand; --key FILE names it")
    return Vault.open(place, key_file)


def _texts(vault: Vault, store: Store) -> Iterator[list[Problem]]:
    originals = {entry.id for entry in vault.catalogue()}
    for id, newest in sorted(store.versions().items()):
        for version in range(1, newest + 1):
            yield list(_text(vault, store, id, version)) if id in originals else [_elsewhere(id)]


def _elsewhere(id: str) -> Problem:
    told = "its text as read is not in this vault: it came in anonymized, from another program or another copy"
    return Problem(f"transcript {id}", told, Severity.INFO)


def _text(vault: Vault, store: Store, id: str, version: int) -> Iterator[Problem]:
    try:
        text = store.text_version(id, version)
    except MisuseError:  # this number was never given
        return
    where = f"{text.name}, text version {version}"
    try:
        original = vault.original(id, vault.edited_revision(id, version))
        made = vault.edits(id, version).apply(original.text)
    except MisuseError as reason:
        yield Problem(where, f"{reason} {_RESTORE_VAULT.capitalize()}.")
    except ValueError:
        yield Problem(where, f"the edits in the vault do not fit the text as read: {_RESTORE_VAULT}")
    else:
        if made != text.text:
            yield Problem(where, "it is not what the vault makes of the text as read: one of the two was altered")
