"""An import and its anonymization go to the vault and to the store: killed in between, the next one completes them."""

import random
import subprocess
import sys
import time

import pytest

import interviews as iv
from interviews.formats import refi
from tests.foreign_study import foreign_exchange, texts

IMPORT = """
import sys, interviews as iv
project = iv.open(sys.argv[1], key=sys.argv[2])
exchange = iv.read_exchange(sys.argv[3])
print("ready", flush=True)
project.save(exchange)
print("saved", flush=True)
"""
ACCEPT = """
import sys, interviews as iv
project = iv.open(sys.argv[1], key=sys.argv[2])
proposals = iv.anonymize(project).accept()
print("ready", flush=True)
project.save(proposals)
print("saved", flush=True)
"""
KILLS = 6


def killed(child, study, key, file, seconds):
    """Run a child until it has been saving for so long; whether it had acknowledged its save."""
    words = [sys.executable, "-c", child, str(study), str(key), str(file)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.kill()
        return process.stdout.read() == "saved\n"


@pytest.mark.slow
@pytest.mark.parametrize(("child", "longest"), [(IMPORT, 0.15), (ACCEPT, 0.25)], ids=["import", "anonymization"])
def test_what_was_cut_off_is_all_there_once_after_the_next_time(tmp_path, child, longest):
    refi.write_qdpx(foreign_exchange(texts(tmp_path)), tmp_path / "foreign.qdpx")
    moments = random.Random(2)
    cut_off = 0
    for number in range(KILLS):
        study, key = tmp_path / f"study{number}", tmp_path / f"{number}.agekey"
        with iv.create(study, key=key) as project:
            if child is ACCEPT:
                project.save(iv.read_exchange(tmp_path / "foreign.qdpx"))
        cut_off += not killed(child, study, key, tmp_path / "foreign.qdpx", moments.uniform(0, longest))
        with iv.open(study, key=key) as project:
            project.save(iv.read_exchange(tmp_path / "foreign.qdpx"))
            project.save(iv.anonymize(project).accept())
            assert len(project.vault.originals()) == len(project.transcripts) == 2
            assert len(project.coding_records) == 7
            assert len(project.store.memos()) == 2
            assert len(project.store.groups()) == 1
            assert len(project.store.links()) == 1
            assert [one.name for one in project.participants] == ["[Person 1]"]
            assert project.save(iv.read_exchange(tmp_path / "foreign.qdpx")).summary == "nothing new"
    assert cut_off
