"""Who can open a vault: the public keys in `recipients.txt`, each under its owner's name."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyrage

from interviews.anonymity.vault.atomic import write_atomically
from interviews.errors import MisuseError

RECIPIENTS = "recipients.txt"


@dataclass(frozen=True, slots=True)
class Keeper:
    """Somebody whose key opens the vault."""

    public_key: str
    name: str = ""


def read_keepers(vault: Path) -> tuple[Keeper, ...]:
    """All keepers of the vault in this folder; a comment before a key is its owner's name."""
    keepers, name = [], ""
    for line in (vault / RECIPIENTS).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            name = line.lstrip("# ").strip()
        elif line.strip():
            keepers.append(Keeper(line.strip(), name))
            name = ""
    return tuple(keepers)


def write_keepers(vault: Path, keepers: Iterable[Keeper]) -> None:
    """Write them as `age --recipients-file` reads them."""
    lines = [f"# {one.name}\n{one.public_key}\n" if one.name else f"{one.public_key}\n" for one in keepers]
    write_atomically(vault / RECIPIENTS, "".join(lines).encode())


def new_keeper(public_key: str, name: str = "") -> Keeper:
    """A keeper, if this is a public key and the name fits into a line."""
    try:
        pyrage.x25519.Recipient.from_str(public_key)
    except pyrage.RecipientError:
        raise MisuseError("This is no public age key: it begins with age1 and has 62 characters.") from None
    return Keeper(public_key, " ".join(name.split()).lstrip("# "))
