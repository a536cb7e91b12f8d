"""Interviews that were erased because somebody withdrew: they are never taken in again.

Of each stays its id, and, encrypted, the digests of its text and of the file it was read from, so that this file, which
may still lie where it lay, is known when it is read once more.
"""

from collections.abc import Iterable
from pathlib import Path

from interviews.anonymity.vault.atomic import write_atomically
from interviews.anonymity.vault.catalogue import Entry
from interviews.anonymity.vault.safe import Safe

FILE = "erased.txt"
FOLDER = "erased"


def erased_ids(vault: Path) -> frozenset[str]:
    """All of them; needs no key."""
    file = vault / FILE
    return frozenset(file.read_text(encoding="utf-8").split()) if file.is_file() else frozenset()


def note_erased(vault: Path, transcripts: Iterable[str]) -> None:
    """Add some."""
    ids = sorted(erased_ids(vault).union(transcripts))
    write_atomically(vault / FILE, "".join(f"{id}\n" for id in ids).encode())


def note_digests(safe: Safe, entries: Iterable[Entry]) -> None:
    """Keep what files and texts are known by."""
    digests = {digest for entry in entries for digest in (entry.text, entry.file) if digest}
    if fresh := digests - erased_digests(safe):
        safe.append(FOLDER, {"digests": sorted(fresh)})


def erased_digests(safe: Safe) -> frozenset[str]:
    """SHA-256 of every erased text, and of every file that one was read from."""
    files = safe.numbered(FOLDER)
    return frozenset(digest for file in files for digest in safe.parse(file, lambda record: record["digests"]))
