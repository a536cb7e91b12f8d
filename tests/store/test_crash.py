"""An acknowledged save survives `kill -9`."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from interviews.store import Store
from tests.store.records import a_transcript

KILLS = 100


def kill_after(program: "subprocess.Popen[str]", seconds: float) -> list[str]:
    """Let a process save for so long, kill it, and return the ids it has acknowledged."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write("\n")
    program.stdin.flush()
    lines = []
    while not (line := program.stdout.readline()).startswith("started"):  # the first saves may be faster
        lines.append(line)
    time.sleep(seconds)
    os.kill(int(line.split()[1]), signal.SIGKILL)
    while not (line := program.stdout.readline()).startswith("dead"):
        lines.append(line)
    return [line.split()[1] for line in lines]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL") or not hasattr(os, "fork"), reason="needs SIGKILL and fork")
def test_a_hundred_kills_amid_saves_lose_no_acknowledged_coding(place: Path) -> None:
    transcript = a_transcript()
    with Store.open(place) as store:
        store.add_transcripts([transcript], author="a")
    chance = random.Random(7)
    acknowledged: list[str] = []
    command = [sys.executable, str(Path(__file__).with_name("crashing.py")), str(place), transcript.id]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        for _ in range(KILLS):
            acknowledged += kill_after(program, chance.uniform(0, 0.15))
    with Store.open(place) as store:
        kept = {coding.id for coding in store.codings()}
        assert acknowledged  # on a busy machine most die before their first save
        assert set(acknowledged) <= kept
        assert len(kept) <= len(acknowledged) + KILLS  # at most one save a process was on disk but not yet told of
        assert len(store.history()) == len(kept) + 1
    connection = sqlite3.connect(place)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
