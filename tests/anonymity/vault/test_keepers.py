"""Who can open a vault, and with which keys."""

import io
import json
import random
import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest

from interviews.anonymity.vault import renewal
from interviews.anonymity.vault.keepers import Keeper
from interviews.anonymity.vault.keys import create_key
from interviews.anonymity.vault.renewal import add_keeper, complete, remove_keeper, rotate
from interviews.anonymity.vault.safe import Safe, encrypt
from interviews.anonymity.vault.vault import Vault
from interviews.errors import MisuseError
from interviews.model import Medium, Participant, Transcript
from interviews.text import Edits
from tests.old_vault import make_old_vault

TALK = Transcript("Gespräch", "B: Ich heiße Ayşe Yılmaz.\n", id="t-1")
OTHER = Transcript("Anderes", "B: Guten Tag, sagt Frau Demir.\n", id="t-2")
SOUND = Medium("ton.mp3", "audio", "sources/a.mp3", "t-1", "m-1")


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made = Vault.create(tmp_path / "v", tmp_path / "anna.key", name="Anna")
    fill(made)
    return made


def fill(vault: Vault) -> None:
    for talk in (TALK, OTHER):
        vault.save_original(talk)
        vault.save_edits(talk.id, 1, Edits(len(talk.text), []))
    vault.save_people([Participant("Ayşe Yılmaz")], [])
    vault.save_medium(SOUND, io.BytesIO(random.Random(1).randbytes(200_000)))


def secret(key_file: Path) -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.from_str(key_file.read_text().splitlines()[1])


def opens(file: Path, *identities: pyrage.x25519.Identity) -> bool:
    try:
        pyrage.decrypt(file.read_bytes(), list(identities))
    except pyrage.DecryptError:
        return False
    return True


def identities_in(file: Path, identity: pyrage.x25519.Identity) -> list[pyrage.x25519.Identity]:
    lines = bytes(pyrage.decrypt(file.read_bytes(), [identity])).decode().splitlines()
    return [pyrage.x25519.Identity.from_str(line) for line in lines if not line.startswith("#")]


def all_is_readable(path: Path, key_file: Path) -> bool:
    opened = Vault.open(path, key_file)
    assert opened.originals() == (TALK, OTHER)
    assert [opened.edits(one.id, 1).length for one in (TALK, OTHER)] == [len(TALK.text), len(OTHER.text)]
    assert [one.name for one in opened.people()[0]] == ["Ayşe Yılmaz"]
    medium = bytes(pyrage.decrypt((path / "media" / "m-1.age").read_bytes(), opened.safe.identities("t-1")))
    return medium == random.Random(1).randbytes(200_000)


def test_an_interview_opens_with_its_own_key_and_with_no_other(vault: Vault, tmp_path: Path) -> None:
    anna = secret(tmp_path / "anna.key")
    (own,) = identities_in(vault.path / "keys" / "t-1.age", anna)
    (foreign,) = identities_in(vault.path / "keys" / "t-2.age", anna)
    for name in ("originals/t-1", "edits/t-1-1", "media/m-1"):
        assert opens(vault.path / f"{name}.age", own)
        assert not opens(vault.path / f"{name}.age", anna, foreign)


def test_the_two_steps_in_the_readme_are_enough_without_this_program(vault: Vault, tmp_path: Path) -> None:
    readme = (vault.path / "README.txt").read_text()
    assert "age --decrypt --identity KEYFILE keys/ID.age > interview.key" in readme
    assert "age --decrypt --identity interview.key originals/ID.age" in readme
    own = identities_in(vault.path / "keys" / "t-1.age", secret(tmp_path / "anna.key"))
    record = json.loads(bytes(pyrage.decrypt((vault.path / "originals" / "t-1.age").read_bytes(), own)))
    assert record["text"] == TALK.text


@pytest.mark.skipif(shutil.which("age") is None, reason="the program age is not installed")
def test_the_program_age_opens_an_original_and_takes_a_key_file_with_two_keys(vault: Vault, tmp_path: Path) -> None:
    key = vault.safe.interview_key("t-1")
    vault.safe.write_interview_key("t-1", renewal.new_interview_key(key, finished=False))
    interview_key = tmp_path / "interview.key"
    interview_key.write_bytes(_by_age(tmp_path / "anna.key", vault.path / "keys" / "t-1.age"))
    assert json.loads(_by_age(interview_key, vault.path / "originals" / "t-1.age"))["text"] == TALK.text


def _by_age(identity: Path, file: Path) -> bytes:
    words = ["age", "--decrypt", "--identity", str(identity), str(file)]
    return subprocess.run(words, check=True, capture_output=True).stdout


def test_where_the_key_of_an_interview_is_destroyed_nothing_opens_it(vault: Vault) -> None:
    (vault.path / "keys" / "t-1.age").unlink()
    with pytest.raises(MisuseError, match="cannot be decrypted"):
        vault.original("t-1")
    assert vault.original("t-2") == OTHER


def test_every_folder_of_the_vault_is_explained_in_its_readme(vault: Vault) -> None:
    readme = (vault.path / "README.txt").read_text()
    assert all(f"{folder.name}/" in readme for folder in vault.path.iterdir() if folder.is_dir())


def test_keepers_have_names_and_the_list_is_one_that_age_reads(vault: Vault, tmp_path: Path) -> None:
    second = str(create_key(tmp_path / "ben.key").to_public())
    vault.add_keeper(second, "Ben  von\nNebenan")
    assert [keeper.name for keeper in vault.safe.keepers] == ["Anna", "Ben von Nebenan"]
    lines = (vault.path / "recipients.txt").read_text().splitlines()
    assert [line for line in lines if not line.startswith("#")] == list(vault.keepers)
    assert all_is_readable(vault.path, tmp_path / "ben.key")


def test_a_removed_keeper_opens_nothing_even_with_the_interview_keys_of_before(vault: Vault, tmp_path: Path) -> None:
    ben = create_key(tmp_path / "ben.key")
    vault.add_keeper(str(ben.to_public()), "Ben")
    copied = [one for id in ("t-1", "t-2") for one in identities_in(vault.path / "keys" / f"{id}.age", ben)]
    assert remove_keeper(vault.safe, str(ben.to_public())) == []
    assert vault.safe.keepers == (Keeper(vault.keepers[0], "Anna"),)
    files = list(vault.path.rglob("*.age"))
    assert len(files) > 8
    assert not [file for file in files if opens(file, ben, *copied)]
    assert all_is_readable(vault.path, tmp_path / "anna.key")
    with pytest.raises(MisuseError, match="does not open the vault"):
        Vault.open(vault.path, tmp_path / "ben.key")


def test_the_last_keeper_and_oneself_cannot_be_removed(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="last keeper cannot be removed"):
        remove_keeper(vault.safe, vault.keepers[0])
    vault.add_keeper(str(create_key(tmp_path / "ben.key").to_public()))
    with pytest.raises(MisuseError, match="your own key"):
        remove_keeper(vault.safe, vault.keepers[0])
    with pytest.raises(MisuseError, match="No keeper of this vault"):
        remove_keeper(vault.safe, "age1nobody")


def test_a_new_key_takes_the_place_of_the_earlier_one_which_opens_nothing_any_more(
    vault: Vault, tmp_path: Path
) -> None:
    key_file = tmp_path / "anna.key"
    before = secret(key_file)
    copied = identities_in(vault.path / "keys" / "t-1.age", before)
    _, kept, problems = rotate(vault.safe, key_file)
    assert problems == []
    assert kept.name == "anna.key.old-1"
    assert kept.stat().st_mode & 0o77 == key_file.stat().st_mode & 0o77 == 0
    assert str(secret(kept)) == str(before) != str(secret(key_file))
    assert all_is_readable(vault.path, key_file)
    assert not [file for file in vault.path.rglob("*.age") if opens(file, before, *copied)]
    assert [keeper.name for keeper in Vault.open(vault.path, key_file).safe.keepers] == ["Anna"]
    assert not (vault.path / renewal.MARK).exists()


def test_a_damaged_file_stops_no_change_of_keys_and_is_told(vault: Vault, tmp_path: Path) -> None:
    ben = str(create_key(tmp_path / "ben.key").to_public())
    vault.add_keeper(ben)
    damaged = vault.path / "originals" / "t-1.age"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    (problem,) = remove_keeper(vault.safe, ben)
    assert "t-1" in problem.where
    assert vault.original("t-2") == OTHER
    assert vault.edits("t-1", 1) == Edits(len(TALK.text), [])
    assert len(identities_in(vault.path / "keys" / "t-1.age", secret(tmp_path / "anna.key"))) == 2


def test_an_old_vault_opens_and_takes_the_new_form_interview_by_interview(tmp_path: Path) -> None:
    vault = make_old_vault(tmp_path / "v", tmp_path / "anna.key", [TALK, OTHER])
    anna = secret(tmp_path / "anna.key")
    assert vault.originals() == (TALK, OTHER)
    assert not (vault.path / "keys").exists()
    vault.save_edits("t-1", 2, Edits(len(TALK.text), []))
    assert not opens(vault.path / "originals" / "t-1.age", anna)
    assert opens(vault.path / "originals" / "t-2.age", anna)
    assert vault.originals() == (TALK, OTHER)
    assert "interview.key" in (vault.path / "README.txt").read_text()


def test_a_change_of_keepers_brings_the_whole_of_an_old_vault_to_the_new_form(tmp_path: Path) -> None:
    vault = make_old_vault(tmp_path / "v", tmp_path / "anna.key", [TALK, OTHER])
    add_keeper(vault.safe, str(create_key(tmp_path / "ben.key").to_public()))
    anna = secret(tmp_path / "anna.key")
    assert not [file for file in (vault.path / "originals").iterdir() if opens(file, anna)]
    assert Vault.open(vault.path, tmp_path / "ben.key").originals() == (TALK, OTHER)


def test_an_interview_whose_change_of_keys_was_cut_off_is_readable_and_completed_by_the_next_save(vault: Vault) -> None:
    key = vault.safe.interview_key("t-1")
    assert key is not None
    unfinished = renewal.new_interview_key(key, finished=False)
    vault.safe.write_interview_key("t-1", unfinished)
    assert vault.original("t-1") == TALK
    vault.save_edits("t-1", 2, Edits(len(TALK.text), []))
    after = vault.safe.interview_key("t-1")
    assert after is not None
    assert after.finished
    assert after.public == unfinished.public
    assert opens(vault.path / "originals" / "t-1.age", after.identities[0])


def test_somebody_elses_rotation_is_left_to_them(vault: Vault, tmp_path: Path) -> None:
    ben = create_key(tmp_path / "ben.key")
    vault.add_keeper(str(ben.to_public()))
    mark = vault.path / renewal.MARK
    mark.write_text(f"told\nreplaced: {vault.keepers[0]}\nby: {ben.to_public()}\n")
    (problem,) = complete(vault.safe)
    assert "once more" in problem.message
    assert mark.exists()
    assert complete(Safe(vault.path, ben)) == []
    assert vault.keepers == (str(ben.to_public()),)


def test_a_file_for_another_key_is_damage_and_no_crash(vault: Vault) -> None:
    stranger = str(pyrage.x25519.Identity.generate().to_public())
    (vault.path / "keys" / "t-1.age").write_bytes(encrypt(b"x", [stranger]))
    with pytest.raises(MisuseError, match=r"keys/t-1\.age of the vault cannot be decrypted"):
        vault.original("t-1")
    assert vault.original("t-2") == OTHER
