"""A project is looked through with what lies beside its database: codebooks, caches, vault."""

import shutil
import sqlite3

import pytest

import interviews as iv
from interviews.errors import MisuseError, Severity
from interviews.store.arrays import write_arrays
from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder = tmp_path_factory.mktemp("verifying")
    make_study(folder).close()
    return folder


@pytest.fixture
def folder(study, tmp_path):
    return shutil.copytree(study, tmp_path / "here") / "study"


def look(folder, **options):
    return iv.verify(folder, key=folder.parent / "study.agekey", **options)


def test_a_study_is_sound_and_says_what_was_looked_through(folder):
    found = look(folder)
    assert found
    assert found.problems == ()
    assert str(found).endswith("vault: 2 text versions, sound\nsound")
    parts = ["database", "schema", "records", "references", "seal", "cache", "codebook files", "vault"]
    assert list(found.table()["part"]) == parts
    assert look(folder).table().set_index("part").loc["seal", "checked"] == 7


def test_without_the_key_the_vault_is_not_looked_into_and_that_is_told(folder):
    with iv.open(folder) as project:
        (problem,) = iv.verify(project).problems
    assert str(problem) == "vault: it was not checked: its key is not at hand; --key FILE names it"
    assert problem.severity is Severity.INFO


def test_a_vault_that_is_not_there_is_told(folder):
    shutil.rmtree(folder.parent / "study.vault")
    found = look(folder)
    assert not found.sound
    assert "study.vault is not there: if it was moved, write its place into interviews.toml" in str(found)


def test_edits_that_are_missing_in_the_vault_are_told(folder):
    for file in (folder.parent / "study.vault" / "edits").iterdir():
        file.unlink()
    told = [str(problem) for problem in look(folder).problems]
    assert len(told) == 2
    assert told[0].startswith("a1, text version 1: The vault has no edits/")
    assert told[0].endswith("Take the vault from a backup.")


def test_a_text_that_was_altered_is_found_beside_the_vault(folder):
    connection = sqlite3.connect(folder / "project.db")
    connection.execute("UPDATE text_versions SET text = replace(text, 'feucht', 'Feucht')")
    connection.commit()
    connection.close()
    (problem,) = look(folder).problems
    assert str(problem).startswith("a1, text version 1: it is not what the vault makes of the text as read")


def test_a_codebook_file_that_says_something_else_is_told_and_no_fault(folder):
    (folder / "codebooks").mkdir(exist_ok=True)
    file = shutil.copy(folder.parent / "klein.yaml", folder / "codebooks" / "klein.yaml")
    assert look(folder).problems == ()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("kostet", "kostet, kalt"), encoding="utf-8")
    found = look(folder)
    assert found.sound
    assert "codebooks/klein.yaml: it says something else than version 1, which counts" in str(found)
    file.write_text(text.replace("codes:", "codes"), encoding="utf-8")
    found = look(folder)
    assert not found.sound
    assert "klein.yaml, line " in str(found)


def test_a_damaged_note_is_told_and_made_anew(folder):
    look(folder)
    note = folder / "cache" / "seal" / "saves.txt"
    note.write_text(note.read_text(encoding="utf-8").replace("a", "b"), encoding="utf-8")
    assert "cache/seal/saves.txt: it does not say what the database says" in str(look(folder))
    note.write_text("x")
    found = look(folder, repair=True)
    assert found.repaired == ("cache/seal/saves.txt deleted; it is made anew when it is needed",)
    assert found.sound


def test_columns_that_say_something_else_are_deleted_and_made_anew(folder):
    columns = folder / "cache" / "codings"
    with iv.open(folder) as project:
        expected = project.codings.table()
        rows = project.store._coded
        assert rows
        names = {**rows.names, "coder": [*reversed(rows.names["coder"])]}
        write_arrays(columns / "codings", {"names": names, "erased": rows.erased}, rows.arrays)
    with iv.open(folder) as project:
        assert not project.codings.table().equals(expected)
    assert "cache/codings/codings: it does not say what the database says" in str(look(folder))
    assert look(folder, repair=True).repaired == ("cache/codings/codings deleted; it is made anew when it is needed",)
    with iv.open(folder) as project:
        assert project.codings.table().equals(expected)
    assert look(folder).sound


def test_no_note_is_taken_of_a_project_that_is_not_sound(folder):
    look(folder)
    note = (folder / "cache" / "seal" / "saves.txt").read_text(encoding="utf-8")
    connection = sqlite3.connect(folder / "project.db")
    connection.execute("UPDATE codings SET memo = 'x'")
    connection.commit()
    connection.close()
    for _ in range(2):
        assert not look(folder)
    assert (folder / "cache" / "seal" / "saves.txt").read_text(encoding="utf-8") == note


def test_an_erasure_leaves_no_digest_of_what_is_gone(folder):
    look(folder)
    with iv.open(folder, key=folder.parent / "study.agekey") as project:
        iv.erase(project, "a1")
    assert not (folder / "cache" / "seal").exists()
    assert look(folder).sound


def test_what_is_no_project_is_misuse(tmp_path):
    with pytest.raises(MisuseError, match="is no project"):
        iv.verify(tmp_path)
