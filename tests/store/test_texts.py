"""Originals stay out; a new text version comes with the edits by which codings reach it."""

from dataclasses import replace
from pathlib import Path

import pytest

from interviews.errors import MisuseError
from interviews.model import Role, Span, Speaker, Transcript
from interviews.store import Store
from interviews.text import Edit, Edits
from tests.store.records import a_transcript


def revised(transcript: Transcript, *edits: Edit) -> tuple[Transcript, Edits]:
    """The next text version, and the edits that lead there."""
    made = Edits(len(transcript.text), edits)
    return replace(transcript, text=made.apply(transcript.text), version=transcript.version + 1), made


def test_nothing_of_a_registered_original_is_in_the_files(store: Store, place: Path) -> None:
    original = replace(
        a_transcript("Anneliese: Ich wohne bei Mehmet.", version=0),
        speakers=(Speaker("Anneliese", Role.INTERVIEWEE, "Anneliese Schmidt"),),
        source="/home/eva/Interview Anneliese.docx",
    )
    store.register([original], "eva")
    written = b"".join(path.read_bytes() for path in place.parent.iterdir())
    assert original.id.encode() in written
    assert original.digest.encode() not in written  # it would confirm a guessed name
    assert not any(word in written for word in (b"Anneliese", b"Mehmet", b".docx"))
    registration = store.registrations()[0]
    assert (registration.id, registration.name, registration.case) == (original.id, "i1", "Nordstadt")
    assert registration.digest is None
    assert (registration.characters, registration.words, registration.turns, registration.speakers) == (32, 5, 1, 1)


def test_a_registered_transcript_has_no_text_until_it_is_anonymized(store: Store) -> None:
    original = a_transcript(version=0)
    store.register([original], "a")
    assert store.transcripts() == []
    with pytest.raises(MisuseError, match="anonymize it first"):
        store.transcript("i1")
    anonymized = replace(original, version=1)
    store.add_transcripts([anonymized], author="a")
    assert store.transcript("i1") == store.transcript(original.id) == anonymized
    assert len(store.registrations()) == 1


def test_originals_are_refused(store: Store) -> None:
    with pytest.raises(MisuseError, match="vault"):
        store.add_transcripts([a_transcript(name="i2"), a_transcript(version=0)], author="a")
    first = a_transcript()
    with pytest.raises(MisuseError, match="vault"):
        store.add_transcripts([first], {first.id: Edits(len(first.text), [])}, author="a")
    assert store.registrations() == []
    assert store.transcripts() == []


def test_the_newest_version_counts_and_the_older_ones_stay(store: Store) -> None:
    first = a_transcript("A: Herr B kommt.")
    store.add_transcripts([first], author="a")
    before = store.history()[-1].when
    second, edits = revised(first, Edit(Span(8, 9), "[P1]"))
    store.add_transcripts([second], {first.id: edits}, author="a")
    third, more = revised(second, Edit(Span(3, 7), "Frau"))
    store.add_transcripts([third], {first.id: more}, author="a")
    assert store.transcripts() == [third]
    assert store.transcripts(as_of=before) == [first]
    assert store.text_version(first.id, 2) == second
    assert store.edits_between(first.id, 1, 3) == [edits, more]
    assert store.edits_between(first.id, 2, 2) == []
    for wrong in ((3, 1), (1, 4), (0, 1)):
        with pytest.raises(MisuseError, match="no edits lead"):
            store.edits_between(first.id, *wrong)
    with pytest.raises(MisuseError, match="no text version 4"):
        store.text_version(first.id, 4)


def test_a_new_text_without_the_way_to_it_is_refused(store: Store) -> None:
    first = a_transcript()
    store.add_transcripts([first], author="a")
    second, edits = revised(first, Edit(Span(3, 6), "Eine"))
    with pytest.raises(MisuseError, match="needs the edits"):
        store.add_transcripts([second], author="a")
    with pytest.raises(MisuseError, match="needs the edits"):
        store.add_transcripts([replace(second, text="other")], {first.id: edits}, author="a")
    with pytest.raises(MisuseError, match="has text version 1 already"):
        store.add_transcripts([first], author="a")
    with pytest.raises(MisuseError, match="at once"):
        store.add_transcripts([replace(first, id="new", name=name) for name in "ab"], author="a")
    assert store.transcripts() == [first]


def test_two_transcripts_never_share_a_name(store: Store) -> None:
    store.register([a_transcript(version=0)], "a")
    for attempt in (
        lambda: store.register([a_transcript(version=0)], "a"),
        lambda: store.add_transcripts([a_transcript()], author="a"),
        lambda: store.register([a_transcript(name="i2"), a_transcript(name="i2")], "a"),
    ):
        with pytest.raises(MisuseError, match="a name of its own"):
            attempt()
    assert len(store.registrations()) == 1


def test_an_unknown_name_is_said_to_be_unknown(store: Store) -> None:
    with pytest.raises(MisuseError, match="no transcript has the name or id 'i9'"):
        store.transcript("i9")


def test_the_newest_version_of_every_text_is_known_without_reading_it(store: Store) -> None:
    first, other = a_transcript(), a_transcript(name="i2")
    second, edits = revised(first, Edit(Span(0, 1), "B"))
    store.register([a_transcript(name="i3", version=0)], "a")
    store.add_transcripts([first, other], author="a")
    store.add_transcripts([second], {first.id: edits}, author="a")
    assert store.versions() == {first.id: 2, other.id: 1}
