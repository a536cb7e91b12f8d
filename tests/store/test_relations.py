"""Groups, links and GUIDs: a change is a new row, what is known already is none, and every id is remembered."""

from dataclasses import replace

import pytest

from interviews.errors import MisuseError
from interviews.model import Group, Link, Memo, now
from interviews.store import Store
from tests.store.records import a_coding, a_transcript

GROUP = Group("pilots", (("transcript", "t1"),))


def test_the_newest_row_of_a_group_counts_and_the_earlier_one_is_there_as_of_before(store: Store) -> None:
    store.add_groups([GROUP], "a")
    before = now()
    grown = replace(GROUP, members=(*GROUP.members, ("code", "Wohnen")))
    store.add_groups([grown], "a")
    assert store.groups() == [grown]
    assert store.groups(as_of=before) == [GROUP]


def test_what_is_known_already_is_no_event(store: Store) -> None:
    for _ in range(2):
        store.add_groups([GROUP], "a")
        store.add_guids({"group:x": "G1"}, "a")
    store.add_guids({}, "a")
    store.add_links([], "a")
    assert [(event.subject, event.count) for event in store.history()] == [("group", 1), ("guid", 1)]


def test_the_guid_given_last_counts(store: Store) -> None:
    store.add_guids({"code:A:B": "G1", "code:C": "G2"}, "a")
    before = now()
    store.add_guids({"code:A:B": "G3", "code:C": "G2"}, "a")
    assert store.guids() == {"code:A:B": "G3", "code:C": "G2"}
    assert store.guids(as_of=before) == {"code:A:B": "G1", "code:C": "G2"}
    assert [event.count for event in store.history()] == [2, 1]


def test_a_link_is_saved_once(store: Store) -> None:
    link = Link(("code", "A"), ("code", "B"))
    store.add_links([link], "a")
    with pytest.raises(MisuseError, match="saved already"):
        store.add_links([link], "a")
    assert store.links() == [link]


def test_every_id_is_known_that_of_a_retracted_coding_too(store: Store) -> None:
    transcript = a_transcript()
    coding, memo, link = a_coding(transcript), Memo("x", "y", "a"), Link(("code", "A"), ("code", "B"))
    store.add_transcripts([transcript], author="a")
    store.add_codings([coding], "a")
    store.retract([coding.id], "a")
    store.add_memos([memo], "a")
    store.add_groups([GROUP], "a")
    store.add_links([link], "a")
    assert store.known_ids() == {coding.id, memo.id, GROUP.id, link.id}
