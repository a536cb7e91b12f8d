"""`interviews verify`, as a person types it."""

import json
import shutil

import pytest

from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder = tmp_path_factory.mktemp("commands")
    make_study(folder).close()
    return folder


@pytest.fixture
def folder(study, tmp_path):
    return shutil.copytree(study, tmp_path / "here") / "study"


def test_a_sound_project_leaves_with_status_0(interviews, folder):
    status, printed, told = interviews("verify", folder, "--key", folder.parent / "study.agekey")
    assert (status, told) == (0, "")
    assert "references" in printed


def test_a_damaged_database_is_told_in_a_sentence_with_status_1(interviews, folder):
    database = folder / "project.db"
    content = bytearray(database.read_bytes())
    content[8192:20000] = bytes(20000 - 8192)
    database.write_bytes(content)
    status, _, told = interviews("verify", folder)
    assert status == 1
    assert "take it from a backup" in told
    assert "Traceback" not in told
    database.write_bytes(content[:100])
    status, printed, told = interviews("verify", folder, "--repair", "--json")
    assert status == 1
    assert json.loads(printed)["sound"] is False
    assert "Traceback" not in told
    assert database.read_bytes() == content[:100]


def test_a_folder_that_is_no_project_is_misuse(interviews, tmp_path):
    status, _, told = interviews("verify", tmp_path)
    assert status == 2
    assert "is no project" in told
