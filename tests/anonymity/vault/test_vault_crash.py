"""Vaults in trouble: programs killed amid a change of keys, and disks that are full."""

import os
import random
import resource
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from interviews.anonymity.vault.keys import create_key
from interviews.anonymity.vault.renewal import MARK, complete, remove_keeper, rotate
from interviews.anonymity.vault.vault import Vault
from interviews.errors import MisuseError
from interviews.model import Transcript
from interviews.text import Edits
from tests.old_vault import make_old_vault

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
TALKS = [Transcript(f"t{number}", "B: Frau Demir kam. " * 200, id=f"t-{number}") for number in range(6)]
KILLS = 15


def in_child(act: Callable[[], object], seconds: float | None = None) -> int:
    """Do something in a process of its own, killed after so many seconds; its exit status, -9 where it was killed."""
    child = os.fork()
    if child == 0:
        try:
            act()
            os._exit(0)
        except BaseException:
            os._exit(1)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def assert_readable(path: Path, key_file: Path) -> None:
    opened = Vault.open(path, key_file)
    assert list(opened.originals()) == TALKS
    assert all(opened.edits(one.id, 1).length == len(one.text) for one in TALKS)
    assert len(opened.catalogue()) == len(TALKS)


@pytest.mark.slow
@pytest.mark.parametrize("change", ["add", "remove", "rotate"])
def test_killed_amid_a_change_of_keys_every_keeper_who_stays_reads_everything(tmp_path: Path, change: str) -> None:
    moments = random.Random(change)
    statuses = []
    for number in range(KILLS):
        folder = tmp_path / str(number)
        anna, ben = folder / "anna.key", folder / "ben.key"
        vault = make_old_vault(folder / "v", anna, TALKS)
        other = str(create_key(ben).to_public())
        if change != "add":
            vault.add_keeper(other, "Ben")
        acts = {
            "add": lambda vault=vault, other=other: vault.add_keeper(other, "Ben"),
            "remove": lambda vault=vault, other=other: remove_keeper(vault.safe, other),
            "rotate": lambda vault=vault, anna=anna: rotate(vault.safe, anna),
        }
        statuses.append(in_child(acts[change], moments.uniform(0, 0.25)))
        assert_readable(vault.path, anna)
        if change == "rotate":
            assert_readable(vault.path, ben)
        opened = Vault.open(vault.path, anna)
        if complete(opened.safe):  # the new key was not in its place yet
            rotate(opened.safe, anna)
        if change == "add":
            opened.add_keeper(other, "Ben")
            assert_readable(vault.path, ben)
        assert_readable(vault.path, anna)
        assert not (vault.path / MARK).exists()
    assert -9 in statuses


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "small"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(place)]
    try:
        subprocess.run(words, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may make a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_save_onto_a_full_disk_leaves_what_was_there_and_says_so(small_disk: Path, tmp_path: Path) -> None:
    vault = Vault.create(small_disk / "v", tmp_path / "anna.key")
    vault.save_original(TALKS[0])
    vault.save_edits("t-0", 1, Edits(len(TALKS[0].text), []))
    large = Transcript("x", "Wörter und Sätze. " * 20_000, id="t-9")
    with pytest.raises(MisuseError, match=r"No space left on device; what was there is as it was"):
        vault.save_original(large)
    assert vault.originals() == (TALKS[0],)
    assert vault.edits("t-0", 1) == Edits(len(TALKS[0].text), [])
    assert not list(small_disk.rglob("*.new"))
    vault.save_edits("t-0", 2, Edits(len(TALKS[0].text), []))


def test_a_change_of_keepers_on_a_full_disk_leaves_a_vault_that_opens(small_disk: Path, tmp_path: Path) -> None:
    vault = make_old_vault(small_disk / "v", tmp_path / "anna.key", TALKS)
    assert len(vault.catalogue()) == len(TALKS)
    with suppress(OSError), (small_disk / "filler").open("ab", buffering=0) as filler:
        while True:
            filler.write(b"x" * 4096)
    with pytest.raises(MisuseError, match="No space left on device"):
        vault.add_keeper(str(create_key(tmp_path / "ben.key").to_public()))
    (small_disk / "filler").unlink()
    assert_readable(vault.path, tmp_path / "anna.key")
    assert len(vault.keepers) == 1


def test_a_limit_on_the_size_of_files_is_a_full_disk_too(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path / "v", tmp_path / "anna.key")
    vault.save_original(TALKS[0])
    before = {file: file.read_bytes() for file in vault.path.rglob("*.age")}
    told = tmp_path / "told"

    def save() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        try:
            vault.save_original(Transcript("x", "Wörter. " * 2000, id="t-9"))
        except MisuseError as reason:
            told.write_text(str(reason))

    assert in_child(save) == 0
    assert "what was there is as it was" in told.read_text()
    assert {file: file.read_bytes() for file in before} == before
    assert vault.originals() == (TALKS[0],)
