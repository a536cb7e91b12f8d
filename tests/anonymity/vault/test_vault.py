import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from interviews.anonymity.entity import Decision, KeyEntry
from interviews.anonymity.mention import EntityType
from interviews.anonymity.vault.vault import Vault, create_key
from interviews.errors import MisuseError
from interviews.model import Case, Participant, Role, Span, Speaker, Transcript, Turn
from interviews.text import Edit, Edits

TEXT = "B: Ich heiße Ayşe Yılmaz 👍.\n"
ORIGINAL = Transcript(
    "Interview_Yilmaz",
    TEXT,
    turns=(Turn(1, Span(3, len(TEXT) - 1), "B", Role.INTERVIEWEE, Span(0, 2), start_ms=0, end_ms=900, language="de"),),
    speakers=(Speaker("B", Role.INTERVIEWEE, "P07"),),
    case="Duisburg",
    source="/somewhere/Interview_Yilmaz.txt",
    id="t-1",
)
ENTRY = KeyEntry("PER-001", EntityType.PER, "Ayşe Yılmaz", ("Ayşe Yılmaz", "Yilmaz"), "[Person 1]", Decision.LABEL)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault.create(tmp_path / "study.vault", tmp_path / "keys" / "study.key", project=tmp_path / "study")


def files(vault: Vault) -> list[Path]:
    return [file for file in vault.path.rglob("*") if file.is_file()]


def test_an_original_comes_back_exactly_as_it_was_read(vault: Vault) -> None:
    vault.save_original(ORIGINAL)
    assert vault.original("t-1") == ORIGINAL
    assert vault.originals() == (ORIGINAL,)


def test_several_originals_are_kept_as_each_would_be_or_none_where_one_is_no_original(vault: Vault) -> None:
    others = [replace(ORIGINAL, id=f"t-{number}", name=f"Interview {number}") for number in range(2, 5)]
    with pytest.raises(MisuseError, match="no original"):
        vault.save_originals([*others, replace(ORIGINAL, version=1)])
    assert vault.originals() == ()
    assert not list((vault.path / "keys").glob("*.age"))
    entries = vault.save_originals(others)
    assert entries == [vault.save_original(one) for one in others]
    assert vault.originals() == tuple(others)


def test_edits_come_back_and_lead_back_to_the_original_byte_for_byte(vault: Vault) -> None:
    edits = Edits(len(TEXT), [Edit(Span(13, 24), "[Person 1]")])
    vault.save_edits("t-1", 1, edits)
    again = vault.edits("t-1", 1)
    assert again == edits
    assert again.inverse(TEXT).apply(again.apply(TEXT)) == TEXT


def test_the_key_has_versions_and_the_last_one_counts(vault: Vault) -> None:
    assert vault.key() == ()
    vault.save_key([ENTRY])
    vault.save_key([])
    vault.save_key([ENTRY, ENTRY])
    assert vault.key() == (ENTRY, ENTRY)
    assert len(list((vault.path / "key").glob("*.age"))) == 3


def test_no_file_of_the_vault_holds_a_readable_name(vault: Vault) -> None:
    vault.save_original(ORIGINAL)
    vault.save_key([ENTRY])
    for file in files(vault):
        content = file.read_bytes()
        assert "Yılmaz".encode() not in content
        assert b"Yilmaz" not in content
        assert "Yilmaz" not in file.name


def test_every_encrypted_file_is_in_the_public_age_format(vault: Vault) -> None:
    vault.save_original(ORIGINAL)
    assert (vault.path / "originals" / "t-1.age").read_bytes().startswith(b"age-encryption.org/v1\n")


def test_the_key_file_can_be_read_by_its_owner_only(vault: Vault, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "keys" / "study.key").stat().st_mode) == 0o600


def test_a_vault_opens_again_with_its_key(vault: Vault, tmp_path: Path) -> None:
    vault.save_original(ORIGINAL)
    assert Vault.open(vault.path, tmp_path / "keys" / "study.key").original("t-1") == ORIGINAL


def test_a_wrong_key_is_refused_in_one_sentence(vault: Vault, tmp_path: Path) -> None:
    create_key(tmp_path / "other.key")
    with pytest.raises(MisuseError, match="does not open the vault"):
        Vault.open(vault.path, tmp_path / "other.key")


def test_a_missing_key_is_named(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match=r"nowhere\.key does not exist"):
        Vault.open(vault.path, tmp_path / "nowhere.key")


@pytest.mark.parametrize("content", [b"", b"hello", b"AGE-SECRET-KEY-1XYZ", b"\xff\xfe\x00"])
def test_a_file_that_is_no_key_is_refused(vault: Vault, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.key").write_bytes(content)
    with pytest.raises(MisuseError, match="holds no age key"):
        Vault.open(vault.path, tmp_path / "bad.key")


def test_a_folder_that_is_no_vault_is_refused(tmp_path: Path) -> None:
    create_key(tmp_path / "a.key")
    with pytest.raises(MisuseError, match="is no vault"):
        Vault.open(tmp_path, tmp_path / "a.key")


@pytest.mark.parametrize("cut", [0, 10, 150, -1])
def test_a_damaged_file_is_reported_and_the_others_stay_readable(vault: Vault, cut: int) -> None:
    vault.save_original(ORIGINAL)
    vault.save_key([ENTRY])
    file = vault.path / "originals" / "t-1.age"
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(MisuseError, match=r"originals/t-1\.age of the vault cannot be decrypted"):
        vault.original("t-1")
    assert vault.key() == (ENTRY,)


def test_what_is_not_there_is_named(vault: Vault) -> None:
    with pytest.raises(MisuseError, match=r"no originals/t-9\.age"):
        vault.original("t-9")


def test_an_id_cannot_lead_out_of_the_vault(vault: Vault) -> None:
    with pytest.raises(MisuseError, match="cannot name a file"):
        vault.original("../../etc/passwd")


def test_a_second_keeper_can_open_what_was_written_before_and_after(vault: Vault, tmp_path: Path) -> None:
    vault.save_original(ORIGINAL)
    second = create_key(tmp_path / "second.key")
    vault.add_keeper(str(second.to_public()))
    vault.save_key([ENTRY])
    opened = Vault.open(vault.path, tmp_path / "second.key")
    assert opened.original("t-1") == ORIGINAL
    assert opened.key() == (ENTRY,)
    assert len(vault.keepers) == 2


def test_a_keeper_needs_a_public_key(vault: Vault) -> None:
    with pytest.raises(MisuseError, match="no public age key"):
        vault.add_keeper("age1nonsense")


def test_another_text_never_overwrites_an_original(vault: Vault) -> None:
    vault.save_original(ORIGINAL)
    vault.save_original(ORIGINAL)
    with pytest.raises(MisuseError, match="never overwritten"):
        vault.save_original(Transcript("x", "another text", id="t-1"))
    assert vault.original("t-1") == ORIGINAL


def test_an_anonymized_version_is_no_original(vault: Vault) -> None:
    with pytest.raises(MisuseError, match="only version 0"):
        vault.save_original(Transcript("x", "text", version=1))


def test_vault_and_key_stay_apart_from_the_project_and_from_each_other(tmp_path: Path) -> None:
    project = tmp_path / "study"
    with pytest.raises(MisuseError, match="The vault must not lie inside the project"):
        Vault.create(project / "vault", tmp_path / "a.key", project=project)
    with pytest.raises(MisuseError, match="The key file must not lie inside the project"):
        Vault.create(tmp_path / "vault", project / "a.key", project=project)
    with pytest.raises(MisuseError, match="The key file must not lie inside the vault"):
        Vault.create(tmp_path / "vault", tmp_path / "vault" / "a.key", project=project)
    assert not (tmp_path / "vault").exists()


def test_neither_a_key_nor_a_full_folder_is_overwritten(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="exists already"):
        Vault.create(tmp_path / "new.vault", tmp_path / "keys" / "study.key")
    with pytest.raises(MisuseError, match="is not empty"):
        Vault.create(vault.path, tmp_path / "new.key")


def test_a_write_killed_before_the_rename_leaves_the_old_file(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.save_key([ENTRY])
    edits = Edits(3, [Edit(Span(0, 1), "x")])
    vault.save_edits("t-1", 1, edits)
    before = {file: file.read_bytes() for file in files(vault)}

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        vault.save_edits("t-1", 1, Edits(3, []))
    assert vault.edits("t-1", 1) == edits
    assert {file: file.read_bytes() for file in before} == before


def test_a_full_disk_leaves_the_old_file_and_says_so(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    edits = Edits(3, [Edit(Span(0, 1), "x")])
    vault.save_edits("t-1", 1, edits)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MisuseError, match="No space left on device; what was there is"):
        vault.save_edits("t-1", 1, Edits(3, []))
    monkeypatch.undo()
    assert vault.edits("t-1", 1) == edits
    assert not [file for file in files(vault) if file.name.endswith(".new")]


def test_only_the_owner_of_a_key_can_decrypt(vault: Vault) -> None:
    vault.save_original(ORIGINAL)
    stranger = pyrage.x25519.Identity.generate()
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt((vault.path / "originals" / "t-1.age").read_bytes(), [stranger])


def test_neither_vault_nor_key_entry_shows_a_name(vault: Vault) -> None:
    vault.save_original(ORIGINAL)
    assert repr(vault) == "Vault(1 originals)"
    assert "maz" not in repr(ENTRY)


def test_of_people_the_last_word_counts_and_no_file_shows_a_name(vault: Vault) -> None:
    assert vault.people() == ((), ())
    first, other = Participant("Ayşe Yılmaz", "Duisburg", {"note": "Schwester von Emre"}), Participant("P02")
    vault.save_people([first, other], [Case("Duisburg")])
    changed = Participant("Ayşe Yılmaz", "Duisburg", {"group": "resident"})
    vault.save_people([changed], [])
    assert vault.people() == ((changed, other), (Case("Duisburg"),))
    assert [file.name for file in sorted((vault.path / "people").iterdir())] == ["000001.age", "000002.age"]
    assert not any("Ayşe".encode() in file.read_bytes() or b"Emre" in file.read_bytes() for file in files(vault))


def test_a_vault_made_before_people_were_kept_in_it_takes_them(vault: Vault) -> None:
    (vault.path / "people").rmdir()
    assert vault.people() == ((), ())
    vault.save_people([Participant("P01")], [])
    assert [one.name for one in vault.people()[0]] == ["P01"]


def test_a_revision_stands_beside_the_original_with_the_edits_that_lead_to_it(vault: Vault) -> None:
    vault.save_original(ORIGINAL, "f1")
    assert vault.revision("t-1") == 1
    changed = replace(ORIGINAL, text=f"Gut. {ORIGINAL.text}")
    assert vault.revise_original(changed, "f2").revision == 2
    assert vault.original("t-1") == changed
    assert vault.original("t-1", 1) == ORIGINAL
    assert vault.originals() == (changed,)
    assert vault.revision_edits("t-1", 2).apply(ORIGINAL.text) == changed.text
    assert {path.name for path in (vault.path / "originals").iterdir()} == {"t-1.age", "t-1-r2.age"}
    assert "originals/ID-rN.age" in (vault.path / "README.txt").read_text()
    with pytest.raises(MisuseError, match="never overwritten"):
        vault.save_original(ORIGINAL)


def test_the_catalogue_knows_files_and_speakers_and_is_made_where_there_is_none(vault: Vault) -> None:
    entry = vault.save_original(ORIGINAL, "f1")
    vault.save_catalogue([entry])
    assert vault.catalogue() == (entry,)
    shutil.rmtree(vault.path / "catalogue")
    assert vault.catalogue() == (entry,)
    assert "Yilmaz" not in repr(entry)
    vault.save_original(replace(ORIGINAL, case="elsewhere"))
    assert vault.catalogue()[0].file == "f1"


def test_edits_know_which_revision_they_are_over(vault: Vault) -> None:
    vault.save_original(ORIGINAL)
    vault.save_edits("t-1", 1, Edits(len(TEXT), []))
    vault.revise_original(replace(ORIGINAL, text="Anders."))
    vault.save_edits("t-1", 2, Edits(7, []))
    assert [vault.edited_revision("t-1", version) for version in (1, 2)] == [1, 2]


def test_an_id_that_looks_like_a_revision_is_refused(vault: Vault) -> None:
    with pytest.raises(MisuseError, match="ends like that of a revision"):
        vault.save_original(replace(ORIGINAL, id="t-1-r2"))
