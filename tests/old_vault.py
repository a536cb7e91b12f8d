"""A vault as the version before wrote it: everything encrypted for the keepers, no interview with a key of its own."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from interviews.anonymity.vault.safe import encrypt
from interviews.anonymity.vault.serialization import edits_record, transcript_record
from interviews.anonymity.vault.vault import Vault
from interviews.model import Transcript
from interviews.text import Edits


def make_old_vault(path: Path, key_file: Path, originals: Iterable[Transcript]) -> Vault:
    """A vault with these originals and a first text version of each, in format 1."""
    vault = Vault.create(path, key_file)
    for original in originals:
        _write(vault, f"originals/{original.id}", {**transcript_record(original), "file": None})
        _write(vault, f"edits/{original.id}-1", {**edits_record(Edits(len(original.text), [])), "revision": 1})
    shutil.rmtree(path / "keys")
    (path / "README.txt").write_text("This folder is the vault of an interview project.\n")
    return vault


def _write(vault: Vault, name: str, record: dict[str, Any]) -> None:
    plain = json.dumps({"format": 1, **record}, ensure_ascii=False).encode()
    (vault.path / f"{name}.age").write_bytes(encrypt(plain, vault.keepers))
