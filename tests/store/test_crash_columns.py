"""A process killed while it writes the cache leaves the cache as it was, or none; another one reads meanwhile."""

import random
import subprocess
import sys
import time

import pytest

from interviews.store import Store
from tests.store.records import a_coding, a_transcript
from tests.store.test_columns import records_of

CHILD = """
import sys
from pathlib import Path
from interviews.store import Store, coded
coded._FEW = 0
folder = Path(sys.argv[2])
print("ready", flush=True)
while True:
    with Store.open(sys.argv[1]) as store:
        store.columns(None, folder)
    for name in ("codings", "turns"):
        (folder / name).unlink(missing_ok=True)
"""
KILLS = 8


@pytest.mark.slow
def test_killed_writers_of_the_cache_change_no_answer(place, tmp_path):
    folder, chance = tmp_path / "cache", random.Random(1)
    folder.mkdir()
    with Store.open(place) as store:
        transcript = a_transcript("A: Die Miete ist hoch. " * 50)
        store.add_transcripts([transcript], author="a")
        store.add_codings([a_coding(transcript, n, n + 7) for n in range(1000)], author="c1")
        expected = store.codings()
        for _ in range(KILLS):
            words = [sys.executable, "-c", CHILD, str(place), str(folder)]
            with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as child:
                assert child.stdout.readline() == "ready\n"
                began, wait = time.monotonic(), chance.uniform(0.05, 0.2)
                while time.monotonic() - began < wait:
                    assert records_of(store.columns(None, folder)[0]) == expected
                    store._coded = None
                child.kill()
            store._coded = None
            assert records_of(store.columns(None, folder)[0]) == expected
