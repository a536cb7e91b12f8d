"""Copies of one study become one: in any order the same, twice the same, and what does not fit is refused whole."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from sqlalchemy import insert

from interviews.errors import MisuseError, StoreError
from interviews.model import Coding, Memo, Span, Transcript
from interviews.store import Store, open_copy, schema
from interviews.text import Edit, Edits
from tests.store.records import a_coding, a_transcript
from tests.store.studies import Act, archived, copied, fill_disk, merged, revise, small_study, works


@pytest.fixture
def copies(store: Store, tmp_path: Path) -> tuple[Store, Store]:
    """The small study, and somebody else's copy of it."""
    small_study(store)
    return store, copied(store, tmp_path / "copy")


@pytest.mark.slow
@settings(max_examples=10)
@given(one=works(), two=works(), three=works())
def test_copies_merged_in_any_order_and_grouping_give_the_same_bytes(
    one: Act, two: Act, three: Act, fresh: Callable[[], Store], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    with fresh() as base:
        small_study(base)
        stores = []
        for number, act in enumerate((one, two, three)):
            stores.append(copied(base, folder / f"work{number}"))
            act(stores[-1])
        outcomes = []
        for number, order in enumerate(permutations(stores)):
            first, second, third = (copied(one, folder / f"{number}-{i}") for i, one in enumerate(order))
            grouped = merged(first, merged(second, third)) if number % 2 else merged(first, second, third)
            again = merged(grouped, first, third, second) if number > 3 else grouped
            outcomes.append(archived(again, folder / f"archive{number}"))
            for store in (first, second, third):
                store.close()
        assert all(outcome == outcomes[0] for outcome in outcomes)
        for store in stores:
            store.close()


def test_what_each_wrote_is_there_and_a_retraction_counts_for_all(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    (kept,) = mine.codings()
    theirs.add_codings([other := a_coding(theirs.transcripts()[0], coder="c2")], "c2")
    theirs.retract([kept.id], "c2", "not rent")
    mine.add_memos([Memo(kept.id, "look again", "c1")], "c1")
    outcome = mine.merge({"theirs": theirs})
    assert outcome.counts == {"events": 2, "codings": 1, "retractions": 1}
    assert mine.codings() == [other]
    assert len(mine.memos()) == 2
    assert mine.merge({"theirs": theirs}).counts == {}


def test_a_copy_merges_through_its_archive_as_through_its_database(copies: tuple[Store, Store], tmp_path: Path) -> None:
    mine, theirs = copies
    theirs.add_codings([a_coding(theirs.transcripts()[0], coder="c2")], "c2")
    archived(theirs, tmp_path / "archive")
    with open_copy(tmp_path / "archive") as read:
        assert mine.merge({"archive": read}).counts["codings"] == 1
    with open_copy(tmp_path / "copy") as read:
        assert mine.merge({"folder": read}).counts == {}


def test_codings_over_an_older_text_travel_to_the_newer_one(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    revise(mine)
    theirs.add_codings([coding := a_coding(theirs.transcripts()[0], coder="c2")], "c2")
    mine.merge({"theirs": theirs})
    assert next(one for one in mine.codings() if one.id == coding.id).span == Span(7, 16)


def test_another_study_is_refused(store: Store, fresh: Callable[[], Store]) -> None:
    small_study(store)
    before = store.history()
    with fresh() as other:
        small_study(other)
        with pytest.raises(MisuseError, match="have no save in common: it is another study"):
            store.merge({"other": other})
    with fresh() as empty, pytest.raises(MisuseError, match="no save in common"):
        store.merge({"empty": empty})
    assert store.history() == before


def test_texts_that_were_anonymized_separately_are_refused_by_name(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    revise(mine)
    revise(theirs)
    theirs.add_memos([Memo("x", "y", "z")], "c2")
    with pytest.raises(MisuseError, match=r"'i 1' \(text version 2\): anonymized here and in theirs separately"):
        mine.merge({"theirs": theirs})
    assert len(mine.memos()) == 1


def test_two_transcripts_of_one_name_are_refused(copies: tuple[Store, Store]) -> None:
    for store in copies:
        store.add_transcripts([a_transcript(name="i 7")], author="x")
    with pytest.raises(MisuseError, match="'i 7': theirs and the project each have another transcript of this name"):
        copies[0].merge({"theirs": copies[1]})
    assert len(copies[0].transcripts()) == 2


def test_a_transcript_that_was_registered_in_both_is_told_so(copies: tuple[Store, Store]) -> None:
    original = Transcript("transcript 7", "A: Ja.")
    for store in copies:
        store.register([original], "x")
    with pytest.raises(MisuseError, match="'transcript 7' was read in twice"):
        copies[0].merge({"theirs": copies[1]})


@pytest.mark.parametrize("column", ["text", "author", "created"])
def test_a_record_that_was_altered_is_refused(copies: tuple[Store, Store], column: str) -> None:
    mine, theirs = copies
    with theirs._writing() as connection:
        connection.exec_driver_sql(f"UPDATE memos SET {column} = 7")
    with pytest.raises(MisuseError, match=r"memos \S+ is not the same in theirs and here, though records never change"):
        mine.merge({"theirs": theirs})


def test_a_record_that_was_taken_out_or_slipped_in_is_refused(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    with theirs._writing() as connection:
        connection.exec_driver_sql("DELETE FROM memos")
    for one, other in (copies, copies[::-1]):
        with pytest.raises(MisuseError, match="belongs to a save that other and the project both know"):
            one.merge({"other": other})
    event = mine.history()[0].id
    row = {"id": "x", "created": 0, "event": event, "about": "", "text": "never said", "author": "lead"}
    with theirs._writing() as connection:
        connection.execute(insert(schema.memos), [row])
    with pytest.raises(MisuseError, match="belongs to a save that"):
        mine.merge({"theirs": theirs})


def test_of_several_copies_all_come_in_or_none(copies: tuple[Store, Store], fresh: Callable[[], Store]) -> None:
    mine, theirs = copies
    theirs.add_memos([Memo("x", "y", "z")], "c2")
    with fresh() as stranger:
        small_study(stranger)
        with pytest.raises(MisuseError):
            mine.merge({"theirs": theirs, "stranger": stranger})
    assert len(mine.memos()) == 1


def test_the_moment_of_a_save_stays_what_it_was(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    moment = mine.history()[-1].when
    theirs.add_codings([a_coding(theirs.transcripts()[0], coder="c2")], "c2")
    mine.merge({"theirs": theirs})
    assert len(mine.codings(moment)) == 1
    assert mine.history() == theirs.history()


def test_the_revision_grows_so_that_nobody_trusts_what_was_read_before(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    before = mine.revision("coding")
    theirs.add_codings([a_coding(theirs.transcripts()[0], coder="c2")], "c2")
    mine.merge({"theirs": theirs})
    assert mine.revision("coding") > before


def test_a_chain_of_texts_comes_in_with_its_edits(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    revise(theirs)
    second = theirs.transcript("i 1")
    edits = Edits(len(second.text), [Edit(Span(0, 0), "N. ")])
    third = replace(second, text=edits.apply(second.text), version=3)
    theirs.add_transcripts([third], {third.id: edits}, author="lead")
    theirs.add_codings([Coding(third.id, Span(0, 5), "Wohnen", "c2", 3)], "c2")
    mine.merge({"theirs": theirs})
    assert mine.carried() == theirs.carried()


@pytest.mark.slow
def test_a_full_disk_merges_nothing(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    theirs.add_codings([a_coding(theirs.transcripts()[0], coder="c2") for _ in range(3000)], "c2")
    fill_disk(mine)
    with pytest.raises(StoreError, match=r"nothing was changed: the disk is full$"):
        mine.merge({"theirs": theirs})
    assert len(mine.codings()) == 1
    assert len(mine.history()) == len(theirs.history()) - 1
