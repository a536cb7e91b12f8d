"""What is read and written together is one transaction, of one thread."""

from threading import Thread

import pytest

from interviews.errors import MisuseError
from interviews.store import Store
from tests.store.records import a_coding, a_transcript


def test_an_error_takes_back_all_that_was_written_together(store: Store) -> None:
    transcript = a_transcript()

    def write() -> None:
        with store.together():
            store.add_transcripts([transcript], author="a")
            store.add_codings([a_coding(transcript)], "c1")
            assert len(store.codings()) == 1
            store.length(transcript.id, 7)

    with pytest.raises(MisuseError, match="no text version"):
        write()
    assert store.codings() == [] == store.history()
    assert store.lengths([transcript.id]) == {}


def test_what_is_written_together_is_seen_by_others_when_it_ends(store: Store) -> None:
    transcript = a_transcript()
    seen: list[int] = []

    def look() -> None:
        seen.append(len(store.versions()))

    with store.together():
        store.add_transcripts([transcript], author="a")
        other = Thread(target=look)
        other.start()
        other.join()
    look()
    assert seen == [0, 1]
    assert store.length(transcript.id, transcript.version) == len(transcript.text)


def test_what_is_together_inside_of_something_together_is_part_of_it(store: Store) -> None:
    transcript = a_transcript()

    def write() -> None:
        with store.together():
            with store.together():
                store.add_transcripts([transcript], author="a")
            store.add_codings([a_coding(transcript)], "c1")
            store.length(transcript.id, 7)

    with pytest.raises(MisuseError, match="no text version"):
        write()
    assert store.history() == []
