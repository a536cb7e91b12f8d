"""Whole files or none: written beside the place where they belong, flushed to the disk, then renamed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pyrage

from interviews.errors import MisuseError

_KEPT = "what was there is as it was"


def write_atomically(file: Path, content: bytes, *, named: bool = True) -> None:
    """Write a whole file or leave the old one.

    With `named` off its name need not be on the disk yet: who writes many files calls `sync_names` once after them.
    """
    stream_atomically(file, lambda handle: handle.write(content), named=named)


def stream_atomically(file: Path, write: Callable[[BinaryIO], object], *, named: bool = True) -> None:
    """The same for what is written piece by piece."""
    draft = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        with draft.open("wb") as handle:
            write(handle)
            handle.flush()
            os.fsync(handle.fileno())
        draft.replace(file)
        if named:
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


def sync_names(folder: Path) -> None:
    """Have the names of the vault's files in a folder on the disk."""
    try:
        sync_folder(folder)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise MisuseError(f"{folder.name} could not be written to the vault: {reason}; {_KEPT}.") from None


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    if os.name == "nt":  # Windows cannot open a folder for synchronisation
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
