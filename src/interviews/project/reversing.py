"""The way back: an original as it was read, for keepers, outside the project."""

from pathlib import Path

from interviews.anonymity import Vault
from interviews.errors import MisuseError, StoreError
from interviews.project.revisions import newest_entries
from interviews.store import Store


def write_original(store: Store, vault: Vault, transcript: str, path: Path, project: Path) -> Path:
    """Write the text as it was read, in UTF-8, into a new file outside the project folder.

    The anonymized text is led back by the replacements that were kept; where that is not the original, character by
    character, nothing is written.
    """
    if path.resolve().is_relative_to(project.resolve()):
        raise MisuseError("An original must not lie inside the project folder: name another place for it.")
    id = _meant(store, vault, transcript)
    text = vault.original(id).text
    version = store.versions().get(id)
    if version is not None:
        made_from = vault.original(id, vault.edited_revision(id, version)).text
        edits, anonymized = vault.edits(id, version), store.text_version(id, version).text
        if edits.inverse(made_from).apply(anonymized) != made_from:
            raise StoreError(
                "The anonymized text does not lead back to the original: the vault or the project is damaged."
            )
    try:
        with path.open("xb") as file:
            file.write(text.encode("utf-8", "surrogatepass"))
    except FileExistsError:
        raise MisuseError(f"{path} exists already, and is not overwritten: name a new file.") from None
    except OSError as reason:
        raise StoreError(f"{path} cannot be written: {reason.strerror}.") from None
    return path


def _meant(store: Store, vault: Vault, transcript: str) -> str:
    called = {entry.id for entry in newest_entries(vault) if transcript in (entry.id, entry.outline.name)}
    called |= {one.id for one in store.registrations() if transcript in (one.id, one.name)}
    called |= {one.id for one in store.transcripts() if transcript == one.name}
    if len(called) != 1:
        raise MisuseError(
            f"{len(called) or 'No'} transcripts are called so: interviews transcripts PROJECT lists them."
        )
    return called.pop()
