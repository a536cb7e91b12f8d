"""An erasure that is killed anywhere is completed by the next one, and nothing else is lost meanwhile."""

import os
import random
import shutil
import signal
import time

import pytest

import interviews as iv
from tests.project.test_erasing import OF_A, WORDS_OF_A, holding, plain_of
from tests.small_study import NAMES, make_study

KILLS = 25


def erase_and_be_killed(folder, key, archive, seconds: float) -> bool:
    """Erase in a process of its own; whether it was killed before it came to its end."""
    child = os.fork()
    if child == 0:
        try:
            with iv.open(folder, key=key) as project:
                iv.erase(project, "P01", archives=[archive], to=folder / "certificate.md")
            os._exit(0)
        except BaseException:
            os._exit(1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL)
    return status != 0


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_any_moment_the_next_erasure_completes_it_and_the_other_interview_stays(tmp_path):
    made = tmp_path / "made"
    with make_study(made) as project:
        iv.archive(project, made / "archive")
        codings = {one.id for one in project.coding_records if one.transcript == project.store.transcript("b1").id}
        original = next(one for one in project.vault.originals() if one.name == "b1")
    moments = random.Random(3)
    killed = 0
    for number in range(KILLS):
        place = shutil.copytree(made, tmp_path / str(number))
        folder, key, archive = place / "study", place / "study.agekey", place / "archive"
        killed += erase_and_be_killed(folder, key, archive, moments.uniform(0, 0.4))
        with iv.open(folder, key=key) as project:
            assert project.vault.original(original.id) == original
            assert all(one.text for one in project.vault.originals())
            assert {one.id for one in project.coding_records} >= codings
            if (place / "study" / "certificate.md").exists() and not list((project.vault.path / "erasing").glob("*")):
                continue
            (erased,) = iv.erase(project, "P01", archives=[archive], to=folder / "certificate.md")
            assert erased.problems == ()
            assert {one.id for one in project.coding_records} == codings
            assert [one.name for one in project.vault.originals()] == ["b1"]
            left = plain_of(project.vault.safe)
            assert [name for name, text in left.items() for word in (*OF_A, *WORDS_OF_A) if word in text] == []
        assert holding((*NAMES, *WORDS_OF_A), folder, archive) == []
        assert "Nichts gefunden" in (folder / "certificate.md").read_text()
    assert killed > KILLS // 5  # the faster the machine, the more of them are done before
