"""Killed amid an archive or a merge: the old state or the new one, never half of one."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from interviews.model import Coding, Span
from interviews.store import Store, open_copy
from interviews.store.archive import is_archive
from tests.store.archive.crashing import STEP
from tests.store.studies import copied, loaded, small_study

KILLS = 30
COPIES = 8
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL") or not hasattr(os, "fork"), reason="needs SIGKILL and fork"),
]


def start(*words: object) -> "subprocess.Popen[str]":
    command = [sys.executable, str(Path(__file__).with_name("crashing.py")), *map(str, words)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def kill_after(program: "subprocess.Popen[str]", seconds: float, *, first: bool) -> list[str]:
    """Let a process work for so long, `first` until it has done something, kill it; what it has acknowledged."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write("\n")
    program.stdin.flush()
    lines: list[str] = []
    child = 0
    while not child or (first and not lines):
        line = program.stdout.readline()
        if line.startswith("started"):
            child = int(line.split()[1])
        else:
            lines.append(line)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    while not (line := program.stdout.readline()).startswith("dead"):
        lines.append(line)
    return [line.split()[1] for line in lines]


def test_a_killed_archive_is_the_old_one_or_the_new_one(place: Path, tmp_path: Path) -> None:
    with Store.open(place) as store:
        small_study(store)
    target = tmp_path / "out" / "study"
    chance = random.Random(7)
    acknowledged, cut_off = 1, 0
    with start(place, "archive", target) as program:
        for number in range(KILLS):
            told = kill_after(program, chance.uniform(0, 0.3), first=number % 2 == 0)
            acknowledged = max([acknowledged, *map(int, told)])
            if not is_archive(target):
                assert not target.exists()
                continue
            cut_off += any(".interviews-" in path.name for path in [*target.iterdir(), *target.parent.iterdir()])
            with loaded(target, tmp_path / f"{number}.db") as read:
                found = len(read.codings())
            assert found % STEP == 1
            assert acknowledged <= found <= acknowledged + STEP
            acknowledged = found
    assert acknowledged > 1
    assert cut_off, "no process was killed amid an archive"


def test_a_killed_merge_has_all_of_a_copy_or_nothing(place: Path, tmp_path: Path) -> None:
    with Store.open(place) as store:
        transcript = small_study(store)
        for number in range(COPIES):
            with copied(store, tmp_path / f"k{number}") as copy:
                codings = [Coding(transcript.id, Span(3, 12), "Wohnen", f"k{number}") for _ in range(3000)]
                copy.add_codings(codings, f"k{number}")
    copies = [tmp_path / f"k{number}" for number in range(COPIES)]
    chance = random.Random(7)
    acknowledged: set[str] = set()
    with start(place, "merge", *copies) as program:
        for _ in range(3 * COPIES):
            acknowledged |= set(kill_after(program, chance.uniform(0, 0.6), first=False))
            with Store.open(place) as store:
                counts = Counter(coding.coder for coding in store.codings())
                events = Counter(event.author for event in store.history())
            for copy in copies:
                assert counts[copy.name] in ((3000,) if str(copy) in acknowledged else (0, 3000))
                assert counts[copy.name] == 3000 * events[copy.name]
    with Store.open(place) as store:
        for copy in copies:
            with open_copy(copy) as other:
                store.merge({copy.name: other})
        assert len(store.codings()) == 1 + 3000 * COPIES
