"""Bad input, given to the real program in processes of its own: a sentence, and nothing is lost."""

import os
import shutil
import subprocess
import sys

import pytest

import interviews as iv
from tests.conftest import REPOSITORY
from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies, real processes
HEAD = "transcript,start,end,code,coder,version\n"


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    make_study(folder).close()
    return folder


@pytest.fixture
def folder(study, tmp_path):
    return shutil.copytree(study, tmp_path / "here") / "study"


def start(*words):
    command = [sys.executable, "-m", "interviews.cli.main", *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src"), "COLUMNS": "300"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def interviews(*words):
    """Exit status and complaints of one run."""
    program = start(*words)
    _, complaints = program.communicate(timeout=300)
    assert "Traceback" not in complaints
    return program.returncode, complaints


def codings(folder):
    with iv.open(folder) as project:
        return len(project.codings)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a1,0,5,Wohnne/Zustand,c1,1", "Wohnne/Zustand"),
        ("a1,0,99999,Wohnen/Zustand,c1,1", "99999"),
        ("a1,9,3,Wohnen/Zustand,c1,1", "line 2"),
        ("a1,-4,3,Wohnen/Zustand,c1,1", "line 2"),
        ("a1,x,3,Wohnen/Zustand,c1,1", "line 2"),
        ("nobody,0,3,Wohnen/Zustand,c1,1", "nobody"),
        ("a1,0,3,Wohnen/Zustand,,1", "line 2"),
    ],
)
def test_of_a_coding_file_what_is_wrong_is_told_and_the_rest_comes_in(folder, row, told):
    file = folder.parent / "codings-bad.csv"
    file.write_text(f"{HEAD}{row}\nb1,0,5,Nachbarschaft,c9,1\n", encoding="utf-8")
    status, complaints = interviews("import", folder, file)
    assert status == 1
    assert told in complaints
    assert codings(folder) == 8
    assert interviews("verify", folder)[0] == 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("codes:\n  - name: A\n  - name: A\n", 3),
        ("codes:\n  - name: A\n    codes:\n      - name: B\n      - name: B\n", 5),
        ("codes:\n  - name: A\n    parent: B\n  - name: B\n    parent: A\n", 3),
        ("codes:\n  - name: A\n    parent: A\n", 3),
        ("codes:\n  - name: A\n    definition: [oh\n", 3),
        ("codes:\n  - nme: A\n", 2),
        ("codes:\n  - name: A/B\n", 2),
        ("codes:\n\t- name: A\n", 2),
        ("codes: 7\n", 1),
        ("version: two\ncodes:\n  - name: A\n", 1),
        ("codes:\n  - &a\n    name: A\n    codes: [*a]\n", 4),
    ],
)
def test_a_codebook_edited_into_nonsense_is_told_with_its_line_and_changes_nothing(folder, text, line):
    file = folder.parent / "nonsense.yaml"
    file.write_text(text, encoding="utf-8")
    status, complaints = interviews("codebook", file, "--project", folder)
    assert status == 2
    assert complaints.startswith("interviews: nonsense.yaml, line ")
    assert int(complaints.split("line ")[1].split(",")[0].split(":")[0]) in (line, line + 1)
    assert complaints.count("\n") <= 2
    with iv.open(folder) as project:
        assert project.codebook.version == 1


def test_another_study_is_not_merged_and_nothing_has_changed(folder, tmp_path):
    make_study(tmp_path / "other").close()
    before = (folder / "project.db").read_bytes()
    status, complaints = interviews("merge", folder, tmp_path / "other" / "study")
    assert status == 2
    assert "have no save in common: it is another study" in complaints
    assert (folder / "project.db").read_bytes() == before


def test_a_damaged_copy_is_not_merged(folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "copy")
    content = (copy / "project.db").read_bytes()
    (copy / "project.db").write_bytes(content[: len(content) // 2])
    status, complaints = interviews("merge", folder, copy)
    assert status == 2
    assert "damaged" in complaints
    assert codings(folder) == 7


def test_programs_that_write_at_once_all_save(folder):
    programs = []
    for number in range(4):
        file = folder.parent / f"c{number}.csv"
        rows = [f"a1,{start},{start + 3},Nachbarschaft,w{number},1" for start in range(40)]
        file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
        programs.append(start("import", folder, file))
    programs.append(start("codebook", folder.parent / "klein.yaml", "--project", folder))
    for program in programs:
        _, complaints = program.communicate(timeout=300)
        assert (program.returncode, complaints) == (0, "")
    assert codings(folder) == 7 + 4 * 40
    assert interviews("verify", folder)[0] == 0


def test_who_did_nothing_undoes_nothing(folder):
    for word in ("undo", "redo"):
        status, complaints = interviews(word, folder, "--author", "nobody")
        assert status == 2
        assert f"there is nothing that nobody could {word}" in complaints
