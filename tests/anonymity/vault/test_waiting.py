"""What waits in the vault, and media: encrypted, given back as they came, and readable for every keeper."""

import hashlib
import io
import random
import tracemalloc
from pathlib import Path

import pyrage
import pytest

from interviews.anonymity.vault.vault import Vault, create_key
from interviews.anonymity.vault.waiting import Waiting
from interviews.errors import MisuseError
from interviews.model import Coding, Group, Link, Medium, Memo, Span

CODING = Coding("t-1", Span(13, 24), "Wohnen/Zustand", "c1", version=0, memo="Ayşe selbst", weight=0.5)
WAITING = Waiting(
    {"t-1": "ab12"},
    (CODING,),
    (Memo(CODING.id, "Frau Yılmaz 👍 noch einmal fragen", "c1"),),
    (Group("Familie Yılmaz", (("transcript", "t-1"), ("code", "Wohnen"))),),
    (Link(("coding", CODING.id), ("case", "Yılmaz"), "dazu", "one-way", "#FF0000"),),
    {f"coding:{CODING.id}": "{AB}", "case:Yılmaz": "CD"},
)
MEDIUM = Medium("Gespräch Yılmaz.mp3", "audio", "sources/AB.mp3", "t-1", "m-1")


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault.create(tmp_path / "study.vault", tmp_path / "study.key")


def decrypted(vault: Vault, file: str, key: Path) -> bytes:
    """A file of interview t-1, in the two steps that the vault's README tells."""
    interview_key = _opened(vault.path / "keys" / "t-1.age", key.read_text())
    return _opened(vault.path / file, interview_key.decode())


def _opened(file: Path, key: str) -> bytes:
    secret = next(line for line in key.splitlines() if not line.startswith("#"))
    return bytes(pyrage.decrypt(file.read_bytes(), [pyrage.x25519.Identity.from_str(secret)]))


def test_what_waits_comes_back_as_it_came_the_earliest_first(vault: Vault) -> None:
    assert vault.waiting() == ()
    vault.save_waiting(WAITING)
    vault.save_waiting(Waiting({"t-2": "x"}))
    assert vault.waiting() == (WAITING, Waiting({"t-2": "x"}))
    assert WAITING
    assert not Waiting({"t-2": "x"})
    assert "Yılmaz" not in repr(WAITING)


def test_no_file_of_what_waits_is_readable_without_a_key(vault: Vault) -> None:
    vault.save_waiting(WAITING)
    vault.save_medium(MEDIUM, io.BytesIO("Yılmaz spricht".encode()))
    for file in vault.path.rglob("*.age"):
        assert b"lmaz" not in file.read_bytes()
        assert "lmaz" not in file.name


def test_a_vault_made_before_there_was_anything_to_wait_takes_it_all_the_same(vault: Vault) -> None:
    (vault.path / "waiting").rmdir()
    vault.save_waiting(WAITING)
    assert vault.waiting() == (WAITING,)


def test_a_medium_comes_back_byte_for_byte_and_is_never_on_the_disk_unencrypted(vault: Vault, tmp_path: Path) -> None:
    content = random.Random(3).randbytes(300_000)
    vault.save_medium(MEDIUM, io.BytesIO(content))
    assert decrypted(vault, "media/m-1.age", tmp_path / "study.key") == content
    assert vault.media() == (Medium(MEDIUM.name, "audio", "media/m-1.age", "t-1", "m-1"),)
    assert not any(content[:64] in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_a_medium_whose_bytes_are_missing_is_known_by_name(vault: Vault) -> None:
    vault.save_medium(MEDIUM, None)
    assert [(one.name, one.entry) for one in vault.media()] == [(MEDIUM.name, "")]


class Endless(io.RawIOBase):
    """A recording of 30 MB that is nowhere as a whole."""

    left = 30_000_000

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        size = min(size if size > 0 else 65536, self.left)
        self.left -= size
        return b"\7" * size


def test_the_size_of_a_medium_is_never_in_memory(vault: Vault) -> None:
    tracemalloc.start()
    try:
        vault.save_medium(MEDIUM, Endless())  # type: ignore[arg-type]
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
    assert (vault.path / "media" / "m-1.age").stat().st_size > 30_000_000


class Torn(io.RawIOBase):
    def read(self, size: int = -1) -> bytes:
        raise OSError(5, "the stick was pulled out")


def test_a_medium_that_breaks_off_leaves_nothing_behind(vault: Vault) -> None:
    with pytest.raises(MisuseError, match="what was there is as it was"):
        vault.save_medium(MEDIUM, Torn())  # type: ignore[arg-type]
    assert vault.media() == ()
    assert list((vault.path / "media").iterdir()) == []


def test_a_new_keeper_reads_what_waits_and_the_media(vault: Vault, tmp_path: Path) -> None:
    content = random.Random(4).randbytes(1_000_000)
    vault.save_waiting(WAITING)
    vault.save_medium(MEDIUM, io.BytesIO(content))
    vault.add_keeper(str(create_key(tmp_path / "second.key").to_public()))
    other = Vault.open(vault.path, tmp_path / "second.key")
    assert other.waiting() == (WAITING,)
    assert [one.name for one in other.media()] == [MEDIUM.name]
    assert hashlib.sha256(decrypted(vault, "media/m-1.age", tmp_path / "second.key")).digest() == (
        hashlib.sha256(content).digest()
    )
