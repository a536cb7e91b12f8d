"""Recordings, pictures and PDF files in the vault: encrypted as they stream in, whatever their size."""

import os
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import pyrage

from interviews.anonymity.atomic import stream_atomically
from interviews.errors import MisuseError
from interviews.model import Medium

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


def encrypt_stream(source: BinaryIO, file: Path, keepers: Iterable[str]) -> None:
    """Encrypt what `source` gives into a whole new file, or none; only a block of it is in memory at any time."""
    stream_atomically(file, lambda handle: pyrage.encrypt_io(source, handle, _recipients(keepers)))


def encrypt_anew(file: Path, identity: pyrage.x25519.Identity, keepers: Iterable[str]) -> None:
    """Encrypt a large file for other keepers, block by block, without its words ever being on the disk."""
    inlet, outlet = os.pipe()
    failed: list[BaseException] = []

    def decrypt() -> None:
        try:
            with os.fdopen(outlet, "wb") as plain, file.open("rb") as encrypted:
                pyrage.decrypt_io(encrypted, plain, [identity])
        except BaseException as reason:
            failed.append(reason)

    def write(handle: BinaryIO) -> None:
        thread = threading.Thread(target=decrypt)
        thread.start()
        try:
            with os.fdopen(inlet, "rb") as plain:
                pyrage.encrypt_io(plain, handle, _recipients(keepers))
        finally:
            thread.join()
        if failed:
            raise MisuseError(f"{file.parent.name}/{file.name} of the vault cannot be decrypted; nothing changed.")

    stream_atomically(file, write)


def _recipients(keepers: Iterable[str]) -> list[pyrage.x25519.Recipient]:
    return [pyrage.x25519.Recipient.from_str(keeper) for keeper in keepers]
