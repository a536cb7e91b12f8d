"""Arrays in one file that is read by mapping it into memory: written whole or not at all, and refused when damaged."""

import json
import mmap
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]
_MAGIC = b"interviews arrays 1\n"
_NUMBER = 8
_ALIGNED = 64
_ABANDONED_S = 3600


def write_arrays(path: Path, about: Mapping[str, object], arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays and what they are about, which JSON can hold. A disk that refuses is none of the caller's troubles.

    Whoever reads meanwhile keeps the file as it was.
    """
    blocks = {name: np.ascontiguousarray(array).view(np.uint8).data for name, array in arrays.items()}
    listed = [[name, arrays[name].dtype.str, len(block), crc32(block)] for name, block in blocks.items()]
    header = json.dumps({"about": about, "arrays": listed}).encode()
    start = _MAGIC + len(header).to_bytes(_NUMBER) + crc32(header).to_bytes(_NUMBER) + header
    _clear(path)
    with suppress(OSError), NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False) as draft:
        try:
            draft.write(start)
            for block in blocks.values():
                draft.write(bytes(-draft.tell() % _ALIGNED))
                draft.write(block)
            draft.close()
            os.replace(draft.name, path)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise


def _clear(path: Path) -> None:
    """Delete drafts that were never finished; one that is being written is younger."""
    for draft in path.parent.glob(f"{path.name}.*"):
        with suppress(OSError):
            if time.time() - draft.stat().st_mtime > _ABANDONED_S:
                draft.unlink()


def read_arrays(path: Path) -> tuple[dict[str, Any], Arrays] | None:
    """What `write_arrays` wrote, not to be changed; None where it is missing or not whole."""
    try:
        with path.open("rb") as file:
            held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # ValueError: an empty file
        return None
    at = len(_MAGIC)
    length, sum_of_header = (int.from_bytes(held[at + n * _NUMBER : at + (n + 1) * _NUMBER]) for n in range(2))
    at += 2 * _NUMBER
    header = held[at : at + length]
    if not header or held[: len(_MAGIC)] != _MAGIC or crc32(header) != sum_of_header:
        return None
    told = json.loads(header)
    arrays: Arrays = {}
    at += length
    for name, kind, size, checksum in told["arrays"]:
        at += -at % _ALIGNED
        block = memoryview(held)[at : at + size]
        if len(block) != size or crc32(block) != checksum:
            return None
        arrays[name] = np.frombuffer(block, dtype=kind)
        at += size
    return told["about"], arrays
