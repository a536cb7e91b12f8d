"""The ids of interviews that were erased because somebody withdrew: they are never taken in again."""

from collections.abc import Iterable
from pathlib import Path

from interviews.anonymity.atomic import write_atomically

FILE = "erased.txt"


def erased_ids(vault: Path) -> frozenset[str]:
    """All of them; needs no key."""
    file = vault / FILE
    return frozenset(file.read_text(encoding="utf-8").split()) if file.is_file() else frozenset()


def note_erased(vault: Path, transcripts: Iterable[str]) -> None:
    """Add some."""
    ids = sorted(erased_ids(vault).union(transcripts))
    write_atomically(vault / FILE, "".join(f"{id}\n" for id in ids).encode())
