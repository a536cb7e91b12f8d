"""Key files of the vault: made once, readable by their owner only, never overwritten."""

import os
from pathlib import Path

import pyrage

from interviews.anonymity.vault.atomic import sync_folder
from interviews.errors import MisuseError


def create_key(key_file: Path) -> pyrage.x25519.Identity:
    """A new key in a new file that only its owner can read; its public half goes to `Vault.add_keeper`."""
    identity = pyrage.x25519.Identity.generate()
    content = f"# public key: {identity.to_public()}\n{identity}\n".encode()
    try:
        key_file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise MisuseError(
            f"{key_file} exists already, and a key file is never overwritten: name another one with --key (key=)."
        ) from None
    except OSError as error:
        raise MisuseError(f"The key file {key_file} cannot be written: {error.strerror}.") from None
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(key_file.parent)
    return identity


def read_key(key_file: Path) -> pyrage.x25519.Identity:
    """The key in a file. Raises MisuseError where the file is missing or holds none."""
    try:
        lines = key_file.read_text(encoding="utf-8").splitlines()
        secret = next(line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-"))
        return pyrage.x25519.Identity.from_str(secret)
    except FileNotFoundError:
        raise MisuseError(
            f"The key file {key_file} does not exist: without it the vault cannot be opened. If it is lost, another "
            "keeper can let a new key of yours in (interviews keepers); if no keeper has a key any more, nothing opens "
            "the originals again, and the anonymized texts are all that is left."
        ) from None
    except OSError as error:
        raise MisuseError(f"The key file {key_file} cannot be read: {error.strerror}.") from None
    except (StopIteration, ValueError, pyrage.IdentityError):
        raise MisuseError(f"{key_file} holds no age key: a line of it begins with AGE-SECRET-KEY-.") from None
