"""With the key every anonymized text leads back to its original, byte for byte; without it, nothing does."""

import itertools
from pathlib import Path

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import interviews as iv
from interviews.anonymity import Vault
from interviews.model import Transcript
from interviews.text import Edits
from tests.small_study import make_study
from tests.strategies import edits_of, texts

NUMBERS = itertools.count()
cases = texts.flatmap(lambda text: st.tuples(st.just(text), edits_of(text)))


@pytest.fixture(scope="module")
def vault(tmp_path_factory) -> Vault:
    folder = tmp_path_factory.mktemp("vault")
    return Vault.create(folder / "v", folder / "a.key")


@given(case=cases)
@settings(max_examples=40)
def test_any_text_with_any_replacements_comes_back_byte_for_byte(vault: Vault, case: tuple[str, Edits]) -> None:
    text, edits = case
    id = f"t{next(NUMBERS)}"
    vault.save_original(Transcript("x", text, id=id))
    vault.save_edits(id, 1, edits)
    anonymized = edits.apply(text)
    kept = vault.edits(id, 1)
    assert kept.inverse(vault.original(id).text).apply(anonymized).encode() == text.encode()


def test_no_file_of_a_vault_opens_without_the_key_of_a_keeper(vault: Vault) -> None:
    stranger = pyrage.x25519.Identity.generate()
    files = list(vault.path.rglob("*.age"))
    assert len(files) > 100
    for file in files:
        with pytest.raises(pyrage.DecryptError):
            pyrage.decrypt(file.read_bytes(), [stranger])


def test_an_original_is_written_outside_the_project_only_and_never_over_a_file(tmp_path: Path) -> None:
    with make_study(tmp_path) as project:
        path = project.write_original("a1", tmp_path / "a1.out.txt")
        assert path.read_bytes() == (tmp_path / "talks" / "nord" / "a1.txt").read_bytes()
        with pytest.raises(iv.MisuseError, match="exists already"):
            project.write_original("a1", path)
        with pytest.raises(iv.MisuseError, match="inside the project folder"):
            project.write_original("a1", project.folder / "a1.txt")
        with pytest.raises(iv.MisuseError, match="No transcripts"):
            project.write_original("Ayşe", tmp_path / "x.txt")
        assert not (project.folder / "a1.txt").exists()


def test_without_the_key_there_is_no_original(tmp_path: Path) -> None:
    make_study(tmp_path).close()
    (tmp_path / "study.agekey").unlink()
    with iv.open(tmp_path / "study", key=tmp_path / "study.agekey") as project:
        with pytest.raises(iv.MisuseError, match="If it is lost, another keeper can"):
            project.write_original("a1", tmp_path / "a1.out.txt")
        assert len(project.transcripts) == 2
