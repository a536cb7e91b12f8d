"""Every row belongs to an event, so that history and rows cannot tell two stories."""

from sqlalchemy import select

from interviews.model import Case
from interviews.store import Store, schema
from tests.store.records import a_coding, a_transcript


def test_every_row_names_the_event_that_wrote_it(store: Store) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")
    store.add_codings([a_coding(transcript), a_coding(transcript)], "c1")
    added = store.history()[-1]
    with store._engine.connect() as connection:
        assert set(connection.scalars(select(schema.codings.c.event))) == {added.id}
    assert (added.author, added.count, added.detail) == ("c1", 2, "by c1")


def test_saving_nothing_leaves_no_event(store: Store) -> None:
    store.register([], "a")
    store.add_transcripts([], author="a")
    store.add_codings([], "a")
    store.retract([], "a")
    store.add_participants([], "a")
    store.add_cases([], "a")
    store.add_memos([], "a")
    assert store.history() == []


def test_the_revision_grows_with_every_save_and_with_nothing_else(store: Store) -> None:
    before = store.revision()
    store.codings()
    assert store.revision() == before
    store.add_cases([Case("Hafenstadt")], author="a")
    assert store.revision() == before + 1
    assert (store.revision("case"), store.revision("coding")) == (1, 0)
    store.add_cases([Case("Hafenstadt")], author="a")
    assert store.revision() == before + 1
