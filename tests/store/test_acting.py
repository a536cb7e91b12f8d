"""No act that was acknowledged is lost: not by `kill -9` amid it, nor where two people act at once."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from interviews.store import Event, Store, examine, schema
from interviews.store.undoing import UNDOABLE
from tests.store.records import a_transcript
from tests.store.studies import KLEIN
from tests.store.test_crash import kill_after

pytestmark = pytest.mark.slow
PROGRAM = str(Path(__file__).with_name("acting.py"))
KILLS = 40
ACTS = 120


@pytest.fixture
def study(place: Path) -> Path:
    with Store.open(place) as store:
        store.add_transcripts([a_transcript()], author="lead")
        store.add_codebook(KLEIN, author="lead")
    return place


def check_sound(place: Path) -> None:
    problems = [str(problem) for part in examine(place, None, lambda: None).parts for problem in part.problems]
    assert problems == []


def undone_as_told(events: list[Event], targets: dict[str, str]) -> set[str]:
    """What does not count after these events, one after the other, by the rules of undo and redo."""
    done: dict[str, list[Event]] = {}
    taken_back: dict[str, list[Event]] = {}
    for event in events:
        acts, undone = done.setdefault(event.author, []), taken_back.setdefault(event.author, [])
        if event.action == "undo":
            assert targets[event.id] == acts[-1].id
            undone.append(acts.pop())
        elif event.action == "redo":
            assert targets[event.id] == undone[-1].id
            acts.append(undone.pop())
        elif event.subject in UNDOABLE:
            acts.append(event)
    forgotten = {event.id for author in taken_back for event in taken_back[author]}
    return forgotten


def check_serial(place: Path) -> None:
    """The answers are those of one act after the other, in the order of the history."""
    with Store.open(place) as store:
        history = store.history()
        with store._reading() as connection:
            table = schema.reversals
            targets = {event: target for event, target in connection.execute(select(table.c.event, table.c.target))}
            rows = connection.execute(select(schema.codings.c.id, schema.codings.c.event)).all()
        undone = undone_as_told(history, targets)
        assert store.undone() == undone
        assert {coding.id for coding in store.codings()} == {id for id, event in rows if event not in undone}
        books = [book.version for book in store.codebooks()]
        assert books == sorted(set(books))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL") or not hasattr(os, "fork"), reason="needs SIGKILL and fork")
def test_kills_amid_any_act_lose_no_acknowledged_one(study: Path) -> None:
    chance = random.Random(11)
    acknowledged: list[str] = []
    command = [sys.executable, PROGRAM, str(study), "c1", "0"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        for _ in range(KILLS):
            acknowledged += kill_after(program, chance.uniform(0, 0.3))
    with Store.open(study) as store:
        kept = [event.action for event in store.history() if event.author == "c1"]
    assert acknowledged
    assert not Counter(acknowledged) - Counter(kept)
    assert len(kept) <= len(acknowledged) + KILLS
    check_serial(study)
    check_sound(study)


def test_two_people_at_once_lose_nothing_and_the_answers_are_those_of_one_after_the_other(study: Path) -> None:
    people = ("c1", "c2")
    commands = [[sys.executable, PROGRAM, str(study), who, str(ACTS)] for who in people]
    programs = [subprocess.Popen(one, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for one in commands]
    told = [program.communicate() for program in programs]
    assert [complaint for _, complaint in told] == ["", ""]
    with Store.open(study) as store:
        history = store.history()
    for who, (acknowledged, _) in zip(people, told, strict=True):
        wanted = [line.split()[1] for line in acknowledged.splitlines()]
        assert wanted == [event.action for event in history if event.author == who]
    check_serial(study)
    check_sound(study)
