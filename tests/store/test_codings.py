"""Codings are added, retracted and read as of a moment; a save is all or nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from interviews.errors import MisuseError
from interviews.model import Memo, Span, now
from interviews.store import Store
from tests.store.records import a_coding, a_transcript


def test_a_retracted_coding_is_gone_now_and_there_as_of_before(store: Store) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")
    kept, taken = a_coding(transcript), a_coding(transcript, 4, 9)
    store.add_codings([kept, taken], "c1")
    before = now()
    store.retract([taken.id], "c1", "wrong code")
    assert store.codings() == [kept]
    assert store.codings(as_of=before) == [kept, taken]
    assert store.codings(as_of=kept.created - timedelta(days=1)) == []


def test_a_second_retraction_changes_nothing(store: Store) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")
    coding = a_coding(transcript)
    store.add_codings([coding], "c1")
    store.retract([coding.id], "c1")
    events = store.history()
    store.retract([coding.id, coding.id], "c1")
    assert store.history() == events


def test_retracting_what_is_not_there_retracts_nothing(store: Store) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")
    coding = a_coding(transcript)
    store.add_codings([coding], "c1")
    with pytest.raises(MisuseError, match="1 of 2 ids"):
        store.retract([coding.id, "nobody"], "c1")
    assert store.codings() == [coding]


def test_one_coding_outside_its_text_keeps_all_out(store: Store) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")
    good = a_coding(transcript)
    with pytest.raises(MisuseError, match="outside its transcript"):
        store.add_codings([good, replace(good, id="x", span=Span(0, len(transcript.text) + 1))], "c1")
    with pytest.raises(MisuseError, match="1 of 2 codings"):
        store.add_codings([good, replace(good, id="x", version=2)], "c1")
    with pytest.raises(MisuseError, match="saved already"):
        store.add_codings([good, good], "c1")
    assert store.codings() == []
    assert [event.subject for event in store.history()] == ["text version"]


def test_a_coding_may_end_where_its_text_ends(store: Store) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")
    coding = a_coding(transcript, 0, len(transcript.text))
    store.add_codings([coding], "c1")
    assert store.codings() == [coding]


def test_half_a_character_is_refused_in_a_sentence(store: Store) -> None:
    with pytest.raises(MisuseError, match="half of a character"):
        store.add_memos([Memo("x", "\ud83d", "a")], "a")
    assert store.memos() == []
    assert store.history() == []
