"""Who may open a project's vault: one is added, shut out, or given a new key."""

from pathlib import Path

from interviews.anonymity import Vault
from interviews.anonymity.vault.keepers import new_keeper, write_keepers
from interviews.anonymity.vault.renewal import add_keeper, complete, remove_keeper, rotate
from interviews.errors import MisuseError, Problem, Severity


def change_keepers(
    vault: Vault, key_file: Path, *, add: str | None, name: str, remove: str | None, new_key: bool
) -> tuple[Vault, list[Problem]]:
    """The vault as it is open now, and what should be known; a change that was cut off is completed in any case.

    A `name` alone is that of whoever has this key.
    """
    if sum(map(bool, (add, remove, new_key))) > 1:
        raise MisuseError("One change of keepers at a time: add, remove or rotate.")
    if add:
        return vault, add_keeper(vault.safe, add, name)
    if remove:
        return vault, remove_keeper(vault.safe, remove)
    if new_key:
        _, kept, problems = rotate(vault.safe, key_file, name)
        told = f"it opens only copies of the vault made before: keep it as long as you keep those, then delete {kept}"
        return Vault.open(vault.path, key_file), [*problems, Problem("your earlier key", told, Severity.INFO)]
    problems = complete(vault.safe)
    if name:
        own = str(vault.safe.identity.to_public())
        write_keepers(
            vault.path, [new_keeper(own, name) if one.public_key == own else one for one in vault.safe.keepers]
        )
    return vault, problems
