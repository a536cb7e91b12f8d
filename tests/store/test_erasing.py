"""What somebody who withdrew has said is gone from the database, and no copy brings it back."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from interviews.errors import StoreError
from interviews.model import (
    Case,
    Code,
    Codebook,
    Coding,
    Group,
    Link,
    Memo,
    Participant,
    Role,
    Span,
    Speaker,
    Transcript,
)
from interviews.store import Doomed, Store, copy_store
from interviews.store.soundness import find_unsound
from interviews.text import Edit, Edits
from tests.store.studies import archived, copied, loaded

STAYING = Transcript("b1", "B: Die Miete ist zu hoch, und im Sommer ist es laut.", id="t-stay", version=1)
GOING = Transcript(
    "a1",
    "B: Mein Papagei heißt Zephyrin und pfeift morgens die Hymne. Die Miete ist zu hoch, und im Sommer ist es laut.",
    speakers=(Speaker("B", Role.INTERVIEWEE, "P01"),),
    case="Nordstadt",
    id="t-go",
    version=1,
)
AGAIN = "Ja. "
DISTINCTIVE = ("Papagei", "Zephyrin", "pfeift", "Hymne")
QUOTE = "Papagei heißt Zephyrin und pfeift morgens"
ALL = Doomed(frozenset({"t-go"}), frozenset({"P01"}), frozenset({"Nordstadt"}))


def fill(store: Store) -> None:
    """Two interviews; everything there can be about one of them, and what quotes it elsewhere."""
    store.add_transcripts([STAYING, GOING], author="lead")
    edits = Edits(len(GOING.text), [Edit(Span(3, 3), AGAIN)])
    store.add_transcripts(
        [replace(GOING, text=edits.apply(GOING.text), version=2, name="a1 neu")], {"t-go": edits}, author="lead"
    )
    examples = Code("Tiere", definition="Alles über Tiere.", anchor="Mein Papagei heißt Zephyrin", counter="Kein Tier.")
    store.add_codebook(Codebook("klein", 1, (examples, Code("Wohnen", anchor="Die Miete ist zu hoch"))), author="lead")
    store.add_participants([Participant("P01", "Nordstadt", {"age": "40"}), Participant("P02")], author="lead")
    store.add_cases([Case("Nordstadt"), Case("Südstadt")], author="lead")
    codings = [
        Coding("t-go", Span(3, 20), "Tiere", "c1", id="c-1"),
        Coding("t-go", Span(3, 9), "Tiere", "c2", version=2, id="c-2"),
        Coding("t-stay", Span(3, 20), "Wohnen", "c1", memo=f"anders als „{QUOTE}“", id="c-3"),
        Coding("t-stay", Span(3, 12), "Wohnen", "c2", id="c-4"),
    ]
    store.add_codings(codings, author="lead")
    store.retract(["c-2"], "c2", "a slip about the Papagei")
    memos = [("t-go", "gut", "m-1"), ("m-1", "ja", "m-2"), ("P01", "nett", "m-3"), ("t-stay", QUOTE, "m-4")]
    store.add_memos([Memo(about, text, "lead", id=id) for about, text, id in memos], "lead")
    store.add_memos([Memo("t-stay", "bleibt", "lead", id="m-5")], "lead")
    store.add_groups([Group("alle", (("transcript", "t-go"), ("transcript", "t-stay")), QUOTE, "g-1")], "lead")
    store.add_links([Link(("coding", "c-1"), ("coding", "c-4"), id="l-1")], "lead")
    store.add_links([Link(("coding", "c-3"), ("coding", "c-4"), id="l-2")], "lead")
    store.add_guids({"transcript:t-go": "{GO}", "selection:c-1": "{C}", "transcript:t-stay": "{STAY}"}, "lead")
    store.add_event("export", "file", 1, author="lead", detail="a1 neu.docx")


def bytes_of(place: Path) -> bytes:
    return b"".join(file.read_bytes() for file in place.parent.iterdir())


def test_what_was_said_and_what_was_said_about_it_is_gone_and_all_else_stays(store: Store) -> None:
    fill(store)
    before = [coding for coding in store.codings() if coding.transcript == "t-stay"]
    erased = store.erase(ALL, "lead")
    assert dict(erased.codes) == {"Tiere": 1}
    assert [one.id for one in store.registrations()] == ["t-stay"]
    assert store.transcripts() == [STAYING]
    assert [one.name for one in store.participants()] == ["P02"]
    assert [one.name for one in store.cases()] == ["Südstadt"]
    assert [coding.id for coding in store.codings()] == ["c-3", "c-4"]
    assert [replace(one, memo="") for one in before] == store.codings()
    assert [memo.id for memo in store.memos()] == ["m-5"]
    assert [(group.members, group.description) for group in store.groups()] == [((("transcript", "t-stay"),), "")]
    assert [link.id for link in store.links()] == ["l-2"]
    assert store.guids() == {"transcript:t-stay": "{STAY}"}
    assert [code.anchor for code in store.codebook()] == ["", "Die Miete ist zu hoch"]
    assert [code.definition for code in store.codebook()] == ["Alles über Tiere.", ""]


def test_no_byte_of_the_files_holds_a_word_of_it(store: Store, place: Path) -> None:
    fill(store)
    assert all(word.encode() in bytes_of(place) for word in DISTINCTIVE)
    store.erase(ALL, "lead")
    store.scrub()
    content = bytes_of(place)
    assert not [word for word in (*DISTINCTIVE, "a1 neu", "{GO}") if word.encode() in content]
    assert b"Sommer" in content


def test_the_history_counts_what_was_erased_and_names_nothing(store: Store) -> None:
    fill(store)
    store.erase(ALL, "lead")
    told = {event.subject: event.count for event in store.history() if event.action == "erase"}
    assert (told["transcript"], told["text version"], told["coding"], told["participant"]) == (1, 2, 2, 1)
    assert not [event for event in store.history() if "a1" in event.detail or "Papagei" in event.detail]


def test_a_second_time_adds_nothing(store: Store) -> None:
    fill(store)
    store.erase(ALL, "lead")
    before = store.history(), store.erasures()
    store.erase(ALL, "lead")
    assert (store.history(), store.erasures()) == before


def test_what_is_left_is_sound_and_its_archive_comes_back(store: Store, tmp_path: Path) -> None:
    fill(store)
    store.erase(ALL, "lead")
    with store._reading() as connection:
        assert find_unsound(connection, "{} {}".format) == []
    files = archived(store, tmp_path / "a")
    assert not [name for name, content in files.items() if b"Papagei" in content or Path(name).name.startswith("a1")]
    with loaded(tmp_path / "a", tmp_path / "again.db") as again:
        assert again.erasures() == store.erasures()


def test_a_copy_from_before_does_not_bring_it_back(store: Store, tmp_path: Path) -> None:
    fill(store)
    with copied(store, tmp_path / "copy") as copy:
        copy.add_codings(
            [Coding("t-go", Span(0, 1), "Tiere", "c3"), Coding("t-stay", Span(0, 1), "Wohnen", "c3")], "c3"
        )
        copy.add_participants([Participant("P01", None, {"age": "41"})], "c3")
        copy.add_memos([Memo("t-stay", f"Sie sagt: {QUOTE}", "c3"), Memo("t-stay", "neu", "c3")], "c3")
        store.erase(ALL, "lead")
        merged = store.merge({"copy": copy})
        assert merged.refused == {"copy": 1}
        assert [one.id for one in store.registrations()] == ["t-stay"]
        assert [one.name for one in store.participants()] == ["P02"]
        assert [(one.coder, one.transcript) for one in store.codings()][-1] == ("c3", "t-stay")
        assert [memo.text for memo in store.memos()] == ["bleibt", "neu"]
        assert len(copy.transcripts()) == 2, "the copy stays as it is"


def test_a_copy_in_which_it_was_erased_erases_it_here(store: Store, place: Path, tmp_path: Path) -> None:
    fill(store)
    with copied(store, tmp_path / "copy") as copy:
        copy.erase(ALL, "lead")
        store.add_codings([Coding("t-go", Span(0, 1), "Tiere", "c3")], "c3")
        merged = store.merge({"copy": copy})
    assert merged.erased == {"t-go"}
    assert store.transcripts() == [STAYING]
    content = place.read_bytes()
    assert not [word for word in DISTINCTIVE if word.encode() in content]


@pytest.mark.parametrize("first", ["one", "two"])
def test_the_order_in_which_copies_are_merged_does_not_matter(store: Store, tmp_path: Path, first: str) -> None:
    fill(store)
    with copied(store, tmp_path / "one") as one, copied(store, tmp_path / "two") as two:
        one.erase(ALL, "lead")
        two.add_codings([Coding("t-go", Span(0, 1), "Tiere", "c3"), Coding("t-stay", Span(0, 1), "Wohnen", "c3")], "c3")
        pair = {"one": one, "two": two}
        for name in (first, *(pair.keys() - {first})):
            store.merge({name: pair[name]})
        assert [one.id for one in store.registrations()] == ["t-stay"]
        assert [coding.coder for coding in store.codings()] == ["c1", "c2", "c3"]


@pytest.mark.slow
def test_a_reader_in_another_program_is_told_of_instead_of_leaving_words_in_the_log(store: Store, place: Path) -> None:
    fill(store)
    other = sqlite3.connect(place)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM events").fetchone()
    store.erase(ALL, "lead")
    with pytest.raises(StoreError, match="open in another program"):
        store.scrub()
    other.close()
    store.scrub()


def test_an_older_archive_made_into_a_project_can_be_told_what_was_erased(store: Store, tmp_path: Path) -> None:
    fill(store)
    archived(store, tmp_path / "a")
    copy_store(tmp_path / "a", tmp_path / "again.db")
    with Store.open(tmp_path / "again.db") as again:
        again.erase(Doomed(frozenset({"t-go"})), "restore")
        assert again.transcripts() == [STAYING]
