"""Undo and redo: per person, over any distance, and nothing is deleted."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.model import Codebook, Coding, Memo, new_id
from interviews.store import Store
from tests.store.records import a_coding, a_transcript
from tests.store.studies import KLEIN, copied


@pytest.fixture
def coded(store: Store) -> Store:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="lead")
    store.add_codebook(KLEIN, author="lead")
    for coder in ("c1", "c2", "c1"):
        store.add_codings([a_coding(transcript, 0, 2, coder)], author=coder)
    return store


def coders(store: Store) -> list[str]:
    return [coding.coder for coding in store.codings()]


def test_everybody_undoes_only_what_they_did(coded: Store) -> None:
    coded.undo("c1")
    assert coders(coded) == ["c1", "c2"]
    coded.undo("c1")
    assert coders(coded) == ["c2"]
    with pytest.raises(MisuseError, match="nothing that c1 could undo"):
        coded.undo("c1")


def test_redo_brings_back_in_order(coded: Store) -> None:
    first = [coding.id for coding in coded.codings()]
    coded.undo("c1")
    coded.undo("c1")
    coded.redo("c1")
    assert [coding.id for coding in coded.codings()] == first[:2]
    coded.redo("c1")
    assert [coding.id for coding in coded.codings()] == first
    with pytest.raises(MisuseError, match="nothing that c1 could redo"):
        coded.redo("c1")


def test_after_something_new_there_is_nothing_to_redo(coded: Store) -> None:
    coded.undo("c1")
    coded.add_memos([Memo("x", "neu", "c1")], author="c1")
    with pytest.raises(MisuseError, match="nothing that c1 could redo"):
        coded.redo("c1")
    coded.undo("c1")
    assert coded.memos() == []
    coded.undo("c1")
    assert coders(coded) == ["c2"]


def test_a_retraction_can_be_undone(coded: Store) -> None:
    (first, *_) = coded.codings()
    coded.retract([first.id], "c1", "slip")
    coded.undo("c1")
    assert first in coded.codings()
    coded.retract([first.id], "c1", "after all")
    assert first not in coded.codings()


def test_a_change_is_one_act(coded: Store) -> None:
    (first, *_) = coded.codings()
    coded.change(first.id, replace(first, id=new_id(), memo="genauer"), author="c1")
    assert sorted(one.memo for one in coded.codings()) == ["", "", "genauer"]
    coded.undo("c1")
    assert first in coded.codings()
    with pytest.raises(MisuseError, match="no codings of this project; nothing was changed"):
        coded.change("x", first, author="c1")


def test_texts_cannot_be_undone(coded: Store) -> None:
    coded.undo("lead")  # the codebook
    with pytest.raises(MisuseError, match="nothing that lead could undo"):
        coded.undo("lead")
    assert len(coded.transcripts()) == 1


def test_a_codebook_that_others_built_on_stays(coded: Store) -> None:
    coded.add_codebook(Codebook("klein", 2, KLEIN.codes[:1]), author="other")
    with pytest.raises(MisuseError, match="has to be undone first"):
        coded.undo("lead")


def test_every_moment_can_be_seen_again(coded: Store) -> None:
    before = datetime.now(UTC)
    coded.undo("c1")
    assert len(coded.codings(before)) == 3
    assert len(coded.codings()) == 2


def test_another_session_goes_on_where_the_last_one_stopped(coded: Store, place: Path) -> None:
    coded.undo("c1")
    coded.close()
    with Store.open(place) as again:
        again.undo("c1")
        assert coders(again) == ["c2"]
        again.redo("c1")
        assert coders(again) == ["c1", "c2"]


def test_the_history_tells_of_it(coded: Store) -> None:
    undone = coded.undo("c1")
    last = coded.history()[-1]
    assert (last.action, last.subject, last.author, last.count) == ("undo", "coding", "c1", 1)
    assert coded.undone() == {undone.id}


def test_an_undo_counts_in_a_merged_copy(coded: Store, tmp_path: Path) -> None:
    other = copied(coded, tmp_path / "other")
    other.undo("c1")
    coded.merge({"other": other})
    assert coders(coded) == ["c1", "c2"]


@settings(max_examples=15, deadline=None)
@given(acts=st.lists(st.sampled_from(["code", "retract", "undo", "redo"]), max_size=12))
@pytest.mark.slow
def test_undo_and_redo_walk_along_the_states_there_were(tmp_path_factory: pytest.TempPathFactory, acts) -> None:
    with Store.create(tmp_path_factory.mktemp("undo") / "project.db") as store:
        transcript = a_transcript()
        store.add_transcripts([transcript], author="lead")
        states: list[list[Coding]] = [[]]
        at = 0
        for act in acts:
            try:
                if act == "code":
                    store.add_codings([a_coding(transcript, 0, 2)], author="c")
                elif act == "retract":
                    ids = [coding.id for coding in store.codings()[:1]]
                    store.retract(ids, "c")
                    act = "code" if ids else "nothing"
                else:
                    getattr(store, act)("c")
            except MisuseError:
                assert at == (0 if act == "undo" else len(states) - 1)
                continue
            if act == "code":
                states = [*states[: at + 1], store.codings()]
            at += {"code": 1, "undo": -1, "redo": 1}.get(act, 0)
            assert store.codings() == states[at]
