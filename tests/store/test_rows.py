"""Every record comes back as it was given, whatever its letters."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.model import Case, Codebook, Group, Link, Memo, Participant, Transcript
from interviews.store import Store
from interviews.store.rows import from_micros, to_micros
from tests.store import records

pytestmark = pytest.mark.slow  # many generated files and records

Fresh = Callable[[], Store]


def reopened(store: Store) -> Store:
    """The same project through new connections, so that nothing can come from memory."""
    store._engine.dispose()
    return store


@settings(max_examples=25)  # each example is a database of its own
@given(st.lists(records.transcripts, max_size=3, unique_by=lambda t: t.name))
def test_transcripts_come_back_without_their_file(fresh: Fresh, transcripts: list[Transcript]) -> None:
    with fresh() as store:
        store.add_transcripts([replace(t, source="/home/anna/Interview Anna.docx") for t in transcripts], author="a")
        assert reopened(store).transcripts() == sorted(transcripts, key=lambda t: (t.name, t.id))
        assert all(store.text_version(t.id, t.version).digest == t.digest for t in transcripts)


@settings(max_examples=25)
@given(st.data(), records.transcripts)
def test_codings_come_back(fresh: Fresh, draw: st.DataObject, transcript: Transcript) -> None:
    codings = draw.draw(st.lists(records.codings_of(transcript), max_size=5))
    with fresh() as store:
        store.add_transcripts([transcript], author="a")
        store.add_codings(codings, "a")
        assert reopened(store).codings() == sorted(codings, key=lambda c: (c.created, c.id))


@settings(max_examples=25)
@given(
    st.lists(records.participants, max_size=4, unique_by=lambda p: p.name),
    st.lists(records.cases, max_size=4, unique_by=lambda c: c.name),
    st.lists(records.memos, max_size=4),
    records.codebooks,
)
def test_participants_cases_memos_and_codebooks_come_back(
    fresh: Fresh, participants: list[Participant], cases: list[Case], memos: list[Memo], codebook: Codebook
) -> None:
    with fresh() as store:
        store.add_participants(participants, "a")
        store.add_cases(cases, "a")
        store.add_memos(memos, "a")
        store.add_codebook(codebook, "a")
        reopened(store)
        assert store.participants() == sorted(participants, key=lambda p: p.name)
        assert store.cases() == sorted(cases, key=lambda c: c.name)
        assert store.memos() == sorted(memos, key=lambda m: (m.created, m.id))
        assert store.codebook() == codebook


@settings(max_examples=25)
@given(st.lists(records.groups, max_size=3), st.lists(records.links, max_size=3), records.guids)
def test_groups_links_and_guids_come_back(
    fresh: Fresh, groups: list[Group], links: list[Link], guids: dict[str, str]
) -> None:
    with fresh() as store:
        store.add_groups(groups, "a")
        store.add_links(links, "a")
        store.add_guids(guids, "a")
        reopened(store)
        assert store.groups() == sorted(groups, key=lambda g: (g.name, g.id))
        assert store.links() == sorted(links, key=lambda one: one.id)
        assert store.guids() == guids


@given(records.moments)
def test_moments_keep_every_microsecond(moment: datetime) -> None:
    assert from_micros(to_micros(moment)) == moment


def test_moments_elsewhere_are_the_same_moments_in_utc() -> None:
    noon = datetime(2026, 6, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert from_micros(to_micros(noon)) == datetime(2026, 6, 1, 10, tzinfo=UTC)


def test_a_moment_without_time_zone_is_refused(store: Store) -> None:
    with pytest.raises(MisuseError, match="time zone"):
        store.codings(datetime(2026, 1, 1))
