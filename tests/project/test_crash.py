"""A save goes to the vault and to the store: killed anywhere in between, it is completed by the next one."""

import random
import subprocess
import sys
import time

import pytest

import interviews as iv
from tests.small_study import write_files

CHILD = """
import sys, interviews as iv
project = iv.open(sys.argv[1], key=sys.argv[2])
readings = iv.read(sys.argv[3], case_from="folder")
print("ready", flush=True)
project.save(readings)
print("saved", flush=True)
"""
KILLS = 12


@pytest.mark.slow
def test_a_killed_save_of_transcripts_is_all_there_after_the_next_one(tmp_path):
    write_files(tmp_path)
    moments = random.Random(1)
    cut_off = 0
    for number in range(KILLS):
        study, key = tmp_path / f"study{number}", tmp_path / f"{number}.agekey"
        iv.create(study, key=key).close()
        words = [sys.executable, "-c", CHILD, str(study), str(key), str(tmp_path / "talks")]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout.readline() == "ready\n"
            time.sleep(moments.uniform(0, 0.06))
            child.kill()
            acknowledged = child.stdout.read() == "saved\n"
        with iv.open(study, key=key) as project:
            if acknowledged:
                assert len(project.store.registrations()) == 2
            cut_off += not acknowledged
            kept = len(project.vault.originals())
            readings = iv.read(tmp_path / "talks", case_from="folder")
            project.save(readings)
            assert readings.counts["unchanged"] == kept
            assert {one.id for one in project.store.registrations()} == {one.id for one in project.vault.originals()}
            assert sorted(one.name for one in project.vault.originals()) == ["a1", "b1"]
            assert {one.name for one in project.vault.people()[0]} == {"P01", "P02"}
    assert cut_off
