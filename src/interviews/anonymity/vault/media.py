"""Recordings, pictures and PDF files in the vault: encrypted as they stream in, whatever their size."""

import os
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import pyrage

from interviews.anonymity.vault.atomic import stream_atomically
from interviews.errors import MisuseError
from interviews.model import Medium


class DamagedFileError(MisuseError):
    """A file of the vault that no key opens; it stays as it is."""


FOLDER = "media"
ABOUT = ".about"


def medium_record(medium: Medium, held: bool) -> dict[str, Any]:
    """What is known of a medium, and whether its bytes are in the vault, too."""
    return {
        "id": medium.id,
        "name": medium.name,
        "kind": medium.kind,
        "transcript": medium.transcript,
        "held": held,
    }


def medium_from(record: dict[str, Any]) -> Medium:
    """The medium that `medium_record` wrote; its entry is the file in the vault, empty where that has no bytes."""
    entry = f"{FOLDER}/{record['id']}.age" if record["held"] else ""
    return Medium(record["name"], record["kind"], entry, record["transcript"], record["id"])


def encrypt_stream(source: BinaryIO, file: Path, public_keys: Iterable[str]) -> None:
    """Encrypt what `source` gives into a whole new file, or none; only a block of it is in memory at any time."""
    stream_atomically(file, lambda handle: pyrage.encrypt_io(source, handle, _recipients(public_keys)))


def encrypt_anew(file: Path, identities: Sequence[pyrage.x25519.Identity], public_keys: Iterable[str]) -> None:
    """Encrypt a file of any size for other keys, block by block, without its words ever being on the disk.

    Raises DamagedFileError where none of the identities opens it.
    """
    inlet, outlet = os.pipe()
    failed: list[BaseException] = []

    def decrypt() -> None:
        try:
            with os.fdopen(outlet, "wb") as plain, file.open("rb") as encrypted:
                pyrage.decrypt_io(encrypted, plain, list(identities))
        except BaseException as reason:
            failed.append(reason)

    def write(handle: BinaryIO) -> None:
        thread = threading.Thread(target=decrypt)
        thread.start()
        try:
            with os.fdopen(inlet, "rb") as plain:
                pyrage.encrypt_io(plain, handle, _recipients(public_keys))
        finally:
            thread.join()
        if failed:
            raise DamagedFileError(
                f"{file.parent.name}/{file.name} of the vault cannot be decrypted; it stays as it is."
            )

    stream_atomically(file, write)


def _recipients(public_keys: Iterable[str]) -> list[pyrage.x25519.Recipient]:
    return [pyrage.x25519.Recipient.from_str(one) for one in public_keys]
