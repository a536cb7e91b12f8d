"""A coding finds its code of today along the revisions of the codebook, whichever version it was made under."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.model import Case, CellSummary, Change, Code, Codebook, Group, Link, Memo, Revision, Step
from interviews.store import Store
from interviews.store.course import Course
from tests.store.records import a_coding, a_transcript
from tests.store.studies import copied

BOOK = Codebook("b", 1, (Code("Wohnen", "alles"), Code("Wohnen/Miete"), Code("Arbeit")))
RENAME = Step(Change.RENAME, "Wohnen", ("Wohnraum",))
MERGE = Step(Change.MERGE, "Wohnen/Miete", ("Arbeit",))
REDEFINE = Step(Change.REDEFINE, "Wohnen", fields={"definition": "nur Mieten"}, reason="zu weit")


def course(version: int, *ways: tuple[int, int, Step], paths: frozenset[str] | None = None) -> Course:
    revisions = {new: Revision("b", new, old, (step,)) for new, old, step in ways}
    known = paths or frozenset({"Wohnen", "Wohnen/Miete", "Arbeit", "Wohnraum", "Wohnraum/Miete"})
    return Course(version, known, tuple(sorted({1, version, *revisions})), revisions)


def test_without_a_codebook_a_code_stays_what_it_is() -> None:
    assert Course().place(3, "Wohnen") == ("Wohnen", "")


def test_a_code_follows_the_one_it_was_renamed_with() -> None:
    assert course(2, (2, 1, RENAME)).place(1, "Wohnen/Miete") == ("Wohnraum/Miete", "")
    assert course(2, (2, 1, RENAME)).place(2, "Wohnraum") == ("Wohnraum", "")


def test_steps_follow_each_other() -> None:
    onwards = course(3, (2, 1, MERGE), (3, 2, Step(Change.RENAME, "Arbeit", ("Wohnraum",))))
    assert onwards.place(1, "Wohnen/Miete") == ("Wohnraum", "")
    assert onwards.place(2, "Arbeit") == ("Wohnraum", "")


def test_what_means_something_else_now_has_to_be_looked_at_again() -> None:
    changed = course(2, (2, 1, REDEFINE))
    assert changed.place(1, "Wohnen") == ("Wohnen", "Wohnen: definition changed in version 2 (zu weit)")
    assert changed.place(1, "Wohnen/Miete") == ("Wohnen/Miete", "")
    assert changed.place(2, "Wohnen") == ("Wohnen", "")


def test_a_branch_that_was_left_is_gone_back_first() -> None:
    # version 2 was undone, version 3 made from 1 again
    left = course(3, (2, 1, RENAME), (3, 1, REDEFINE))
    assert left.place(2, "Wohnraum/Miete") == ("Wohnen/Miete", "")
    assert left.place(2, "Wohnraum")[0] == "Wohnen"
    assert left.place(1, "Wohnen")[1]


def test_a_code_that_is_no_more_is_told() -> None:
    gone = course(1, (2, 1, Step(Change.ADD, "Neu")), paths=frozenset({"Wohnen"}))
    assert gone.place(2, "Neu") == ("Neu", "Neu is no code of version 1")


def test_a_version_of_another_study_is_taken_for_the_present_one() -> None:
    assert course(2, (2, 1, RENAME)).place(77, "Wohnen/Miete") == ("Wohnen/Miete", "")


@given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=2, max_size=6))
def test_a_code_renamed_again_and_again_is_found_from_every_version(names: list[str]) -> None:
    ways = [(n + 2, n + 1, Step(Change.RENAME, old, (new,))) for n, (old, new) in enumerate(pairwise(names))]
    line = course(len(names), *ways, paths=frozenset(names))
    for number, name in enumerate(names, 1):
        assert line.place(number, name) == (names[-1], "")


@pytest.fixture
def renamed(store: Store) -> Store:
    """One coding made before, and one after, a code was renamed; a memo, a group, a link and a GUID from before."""
    transcript = a_transcript()
    store.add_transcripts([transcript], author="lead")
    store.add_codebook(BOOK, author="lead")
    store.add_codings([a_coding(transcript)], author="c1")
    store.add_memos([Memo("Wohnen/Miete", "zu weit?", "c1")], author="c1")
    store.add_groups([Group("g", (("code", "Wohnen"),))], author="c1")
    store.add_links([Link(("code", "Wohnen"), ("transcript", transcript.id))], author="c1")
    store.add_guids({"code:Wohnen": "{A}"}, author="c1")
    codes = tuple(replace(code, path=RENAME.forward(code.path)) for code in BOOK)
    store.add_codebook(replace(BOOK, version=2, codes=codes), "lead", Revision("b", 2, 1, (RENAME,)))
    late = replace(a_coding(transcript, 0, 2), code="Wohnraum/Miete", codebook_version=None)
    store.add_codings([late], author="c1")
    return store


def test_the_store_gives_every_code_as_it_is_called_today(renamed: Store) -> None:
    assert {coding.code for coding in renamed.codings()} == {"Wohnraum/Miete"}
    assert [coding.codebook_version for coding in renamed.codings()] == [1, 2]
    assert [memo.about for memo in renamed.memos()] == ["Wohnraum/Miete"]
    assert [group.members for group in renamed.groups()] == [(("code", "Wohnraum"),)]
    assert [link.origin for link in renamed.links()] == [("code", "Wohnraum")]
    assert renamed.guids() == {"code:Wohnraum": "{A}"}


def test_what_a_copy_wrote_under_the_old_name_while_it_was_renamed_elsewhere_finds_the_code(
    store: Store, tmp_path: Path
) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="lead")
    store.add_codebook(BOOK, author="lead")
    store.add_cases([Case("Nord")], author="lead")
    other = copied(store, tmp_path / "copy")
    codes = tuple(replace(code, path=RENAME.forward(code.path)) for code in BOOK)
    store.add_codebook(replace(BOOK, version=2, codes=codes), "lead", Revision("b", 2, 1, (RENAME,)))
    other.add_summary(CellSummary("Nord", "Wohnen", "Teuer.", "c1"))
    other.add_memos([Memo("Wohnen/Miete", "zu weit?", "c1"), Memo(transcript.id, "lang", "c1")], author="c1")
    store.merge({"copy": other})
    other.close()
    store.add_memos([Memo("Wohnraum/Miete", "doch", "lead")], author="lead")
    assert [(one.theme, one.text) for one in store.summaries()] == [("Wohnraum", "Teuer.")]
    assert {memo.about for memo in store.memos()} == {"Nord", "Wohnraum/Miete", transcript.id}
    store.undo("lead")  # the memo
    store.undo("lead")  # the new name
    assert [one.theme for one in store.summaries()] == ["Wohnen"]


def test_an_undone_revision_is_not_on_the_way(renamed: Store) -> None:
    before = datetime.now(UTC)
    assert renamed.undo("lead").subject == "codebook"
    assert renamed.codebook().version == 1
    assert {coding.code for coding in renamed.codings()} == {"Wohnen/Miete"}
    assert renamed.guids() == {"code:Wohnen": "{A}"}
    assert {coding.code for coding in renamed.codings(before)} == {"Wohnraum/Miete"}
    assert renamed.next_version("b") == 3
    renamed.redo("lead")
    assert {coding.code for coding in renamed.codings()} == {"Wohnraum/Miete"}


def test_a_review_settles_what_a_revision_left_open(renamed: Store) -> None:
    store, books = renamed, renamed.codebook()
    step = Step(Change.REDEFINE, "Wohnraum/Miete", fields={"definition": "nur kalt"})
    store.add_codebook(replace(books, version=3), "lead", Revision("b", 3, 2, (step,)))
    first, second = store.codings()
    assert all((first.review, second.review))
    store.review({first.id: first.code, second.id: "Arbeit"}, "c2", "gelesen")
    assert [(one.code, one.review, one.codebook_version) for one in store.codings()] == [
        ("Wohnraum/Miete", "", 3),
        ("Arbeit", "", 3),
    ]
    store.undo("c2")
    assert all(one.review for one in store.codings())


def test_a_review_of_nothing_is_refused(renamed: Store) -> None:
    (first, _) = renamed.codings()
    with pytest.raises(MisuseError, match="no code 'Nichts'"):
        renamed.review({first.id: "Nichts"}, "c1")
    with pytest.raises(MisuseError, match="1 of 1 ids are no codings"):
        renamed.review({"x": "Arbeit"}, "c1")
