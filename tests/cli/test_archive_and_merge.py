"""`interviews archive`, `interviews new --from` and `interviews merge`, as a person types them."""

import shutil

import pytest

import interviews as iv
from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("commands")
    make_study(folder).close()
    return folder


def test_a_study_travels_by_commands_alone(interviews, folder, tmp_path):
    key = ("--key", folder / "study.agekey")
    status, printed, _ = interviews("archive", folder / "study", tmp_path / "archive", *key)
    assert (status, "archive written to" in printed) == (0, True)
    status, printed, _ = interviews("new", tmp_path / "coder", "--from", tmp_path / "archive")
    assert status == 0
    assert "2 transcripts" in printed
    assert "holds no originals" in printed
    with iv.open(tmp_path / "coder") as project:
        project.save(iv.Memo("Wohnen", "gut", "c3"), author="c3")
    status, _, told = interviews("archive", tmp_path / "coder", tmp_path / "coder.zip")
    assert (status, "it was not checked for names" in told) == (1, True)
    for expected in ("merged: 1 memo", "merged: nothing new"):
        status, printed, _ = interviews("merge", folder / "study", tmp_path / "coder.zip", *key)
        assert (status, printed.strip()) == (0, expected)


def test_a_project_can_be_given_its_vault_again(interviews, folder, tmp_path):
    key = ("--key", folder / "study.agekey")
    interviews("archive", folder / "study", tmp_path / "a.zip", *key)
    status, printed, _ = interviews(
        "new", tmp_path / "again", "--from", tmp_path / "a.zip", "--vault", folder / "study.vault", *key
    )
    assert (status, "study.vault" in printed) == (0, True)
    assert interviews("leaks", tmp_path / "again", *key)[0] == 0


def test_a_conflict_of_codebooks_leaves_with_status_1(interviews, folder, tmp_path):
    shutil.copytree(folder / "study", tmp_path / "one")
    shutil.copytree(folder / "study", tmp_path / "two")
    for name in ("one", "two"):
        with iv.open(tmp_path / name) as project:
            book = project.codebook
            project.save(type(book)(book.name, 2, book.codes[: 2 if name == "one" else 3]), author=name)
    status, _, told = interviews("merge", tmp_path / "one", tmp_path / "two")
    assert status == 1
    # a code that a saved codebook leaves out is retired, and kept for what is coded with it
    assert "code Wohnen/Miete: retired differs: “yes” (one" in told
    assert "save it as version 3" in told


def test_misuse_is_one_sentence_and_status_2(interviews, folder, tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "x.docx").write_text("x")
    for words in (
        ("archive", folder / "study", tmp_path / "thesis"),
        ("new", tmp_path / "a", "--from", tmp_path / "thesis"),
        ("merge", folder / "study", tmp_path / "thesis"),
        ("merge", folder / "study", tmp_path / "nowhere"),
    ):
        status, _, told = interviews(*words)
        assert status == 2
        assert told.startswith("interviews: ")
        assert "Traceback" not in told
