"""Whole files or none: written beside the place where they belong, flushed to the disk, then renamed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pyrage

from interviews.errors import MisuseError

_KEPT = "what was there is as it was"


def write_atomically(file: Path, content: bytes) -> None:
    """Write a whole file or leave the old one."""
    stream_atomically(file, lambda handle: handle.write(content))


def stream_atomically(file: Path, write: Callable[[BinaryIO], object]) -> None:
    """The same for what is written piece by piece."""
    draft = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        with draft.open("wb") as handle:
            write(handle)
            handle.flush()
            os.fsync(handle.fileno())
        draft.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise MisuseError(f"{file.name} could not be written to the vault: {reason}; {_KEPT}.") from None
    except pyrage.EncryptError:  # what reading or writing failed with, wrapped
        raise MisuseError(
            f"{file.name} could not be written to the vault, its source is damaged or the disk full; {_KEPT}."
        ) from None
    finally:
        draft.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    if os.name == "nt":  # Windows cannot open a folder for synchronisation
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
