"""Mentions of an entity that are somebody else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from interviews.anonymity import Decision, Entity, EntityType, FoundAs, Occurrence, Proposals, find_leaks, propose
from interviews.errors import MisuseError
from interviews.model import Span, Transcript

TEXT = "Witold Kowalski und Witek kamen. Witek blieb, Kowalski ging. Anna kam mit Witek aus Marxloh."


def found(id: str, *words: str) -> Entity:
    places = sorted({(at, at + len(word)) for word in words for at in range(len(TEXT)) if TEXT.startswith(word, at)})
    whole = [one for one in places if not any(one != o and o[0] <= one[0] and one[1] <= o[1] for o in places)]
    mentions = tuple(Occurrence("t1", Span(*place)) for place in whole)
    return Entity(id, EntityType(id[:3]), words[0], words, mentions, ("list",), 0.9, note="n", may_be=("PER-002",))


def made() -> Proposals:
    entities = (found("PER-001", "Witold Kowalski", "Witek", "Kowalski"), found("PER-002", "Anna"))
    proposals = Proposals((Transcript("x", TEXT, id="t1"),), (*entities, found("LOC-001", "Marxloh")))
    return proposals.decide([one.id for one in proposals.entities], Decision.LABEL).confirm("PER-001", "c2")


def test_what_is_written_so_becomes_an_open_entity_of_its_own() -> None:
    before = made()
    after = before.split("PER-001", "witek", by="c1")
    stays, leaves = after.get("PER-001"), after.get("PER-003")
    assert [one.id for one in after.entities] == ["PER-001", "PER-002", "PER-003", "LOC-001"]
    assert (stays.name, stays.forms, len(stays.mentions)) == ("Witold Kowalski", ("Witold Kowalski", "Kowalski"), 2)
    assert (leaves.name, leaves.forms, len(leaves.mentions)) == ("Witek", ("Witek",), 3)
    assert (leaves.replacement, leaves.decided_at, leaves.profile) == ("[Person 3]", None, before.policy.profile)
    assert (stays.decided_by, stays.confirmed_by) == ("c1", "")
    assert (leaves.may_be, leaves.note, leaves.apart, stays.apart) == (("PER-002",), "n", ("PER-001",), ("PER-003",))
    assert leaves.found_as == (FoundAs(EntityType.PER, "Witek"),)
    text = after.accept().versions[0].transcript.text
    assert text.startswith("[Person 1] und [Person 3] kamen. [Person 3] blieb, [Person 1] ging. [Person 2] kam")


def test_single_mentions_leave_with_what_was_kept_of_them_and_the_words_stay_those_of_both() -> None:
    before = made()
    witek = [one for one in before.get("PER-001").mentions if one.span.of(TEXT) == "Witek"]
    kept = before.keep_mention("PER-001", "t1", witek[1].span.start).split("PER-001", witek[1:])
    assert (kept.get("PER-001").kept, kept.get("PER-003").kept) == (frozenset(), {witek[1]})
    assert "Witek" in kept.get("PER-001").forms
    assert kept.get("PER-003").found_as == ()


def test_the_name_of_who_is_left_is_the_fullest_that_is_left() -> None:
    after = made().split("PER-001", ["Witold Kowalski", "Kowalski"])
    assert (after.get("PER-001").name, after.get("PER-003").name) == ("Witek", "Witold Kowalski")


def test_mentions_go_to_another_entity_that_is_known() -> None:
    after = made().confirm("PER-002", "c2").split("PER-001", "Witek", "PER-002", by="c1")
    other = after.get("PER-002")
    assert (set(other.forms), len(other.mentions), other.formerly) == ({"Anna", "Witek"}, 4, ())
    assert (other.decided_by, other.confirmed_by, other.apart) == ("c1", "", ("PER-001",))
    assert after.get("PER-001").may_be == ()
    assert len(after) == 3


@pytest.mark.parametrize(
    ("mentions", "into", "told"),
    [
        ("Maria", None, "no such mention"),
        (Occurrence("t1", Span(0, 3)), None, "no such mention"),
        (["Witold Kowalski", "Witek", "Kowalski"], None, "at least one must stay"),
        ([], None, "Say which"),
        ("Witek", "LOC-001", "of the type PER"),
        ("Witek", "PER-001", "another entity"),
        ("Witek", "PER-009", "no entity"),
    ],
)
def test_what_cannot_be_is_refused(mentions: object, into: str | None, told: str) -> None:
    with pytest.raises(MisuseError, match=told):
        made().split("PER-001", mentions, into)  # type: ignore[arg-type]


def test_numbers_that_were_somebodys_are_not_given_again() -> None:
    one = made().split("PER-001", "Witek").merge("PER-003", "PER-001")
    assert one.split("PER-001", "Witek").get("PER-004").forms == ("Witek",)


@given(st.sets(st.integers(0, 4), min_size=1, max_size=4), st.booleans())
def test_splitting_and_merging_again_leaves_the_mentions_as_they_were(which: set[int], into: bool) -> None:
    before = made()
    whole = before.get("PER-001").mentions
    leaving = [whole[number] for number in which]
    after = before.split("PER-001", leaving, "PER-002" if into else None)
    every = [mention for one in after.entities for mention in one.mentions]
    assert sorted(every) == sorted(mention for one in before.entities for mention in one.mentions)
    back = after.split("PER-002", leaving, "PER-001") if into else after.merge("PER-003", "PER-001")
    assert [one.mentions for one in back.entities] == [one.mentions for one in before.entities]
    assert {form for one in back.entities for form in one.forms} == {f for one in before.entities for f in one.forms}
    assert not [one.apart for one in back.entities if "PER-003" in one.apart or one.id in one.apart]


def test_the_key_and_the_check_for_leaks_hold_both(tmp_path: Path) -> None:
    accepted = made().split("PER-001", "Witek").accept()
    (tmp_path / "x.txt").write_text("Witek und Witold Kowalski", encoding="utf-8")
    assert {leak.entity for leak in find_leaks([tmp_path], accepted.key)} == {"PER-003", "PER-001"}


def filled(path: Path, *rows: dict[str, str]) -> Path:
    """A review sheet in which somebody filled cells of the first rows."""
    book = load_workbook(made().to_excel(path))
    page = book.worksheets[0]
    columns = {cell.value: cell.column for cell in page[1]}
    for number, row in enumerate(rows, start=2):
        for name, written in row.items():
            page.cell(number, columns[name], written)
    book.save(path)
    return path


def test_the_sheet_splits_once_however_often_it_is_read(tmp_path: Path) -> None:
    first = {"somebody else": "witek | Kowalski", "decided by": "c1", "confirmed by": ""}
    path = filled(tmp_path / "review.xlsx", first, {"somebody else": "Maria"})
    after = made().from_excel(path)
    assert after.get("PER-003").forms == ("Witek", "Kowalski")
    assert (after.get("PER-001").decided_by, after.get("PER-003").decided_at) == ("c1", None)
    assert ["no such mention" in one.message for one in after.problems if "row 3" in one.where] == [True]
    assert after.from_excel(path).entities == after.entities


def test_a_sheet_is_about_who_it_was_though_the_name_went_to_the_other(tmp_path: Path) -> None:
    first = {"somebody else": "Witold Kowalski | Kowalski", "decided by": "c1", "confirmed by": ""}
    path = filled(tmp_path / "review.xlsx", first)
    after = made().from_excel(path)
    assert [(one.name, one.decided_by) for one in after.entities[:3:2]] == [("Witek", "c1"), ("Witold Kowalski", "")]
    again = after.from_excel(path)
    assert (again.entities, again.problems) == (after.entities, ())


def test_who_had_agreed_before_agrees_no_more_after_a_split_in_the_sheet(tmp_path: Path) -> None:
    path = filled(tmp_path / "review.xlsx", {"somebody else": "Witek"})
    assert made().get("PER-001").confirmed_by == "c2"
    assert made().from_excel(path).get("PER-001").confirmed_by == ""


TALK = "B: Mein Chef ist Witold Kowalski, seit Jahren. Gestern hat Kowalski angerufen. Kowalski sagt nie etwas.\n"


def test_a_later_round_keeps_the_two_apart_and_new_mentions_go_where_their_words_went() -> None:
    first = propose([Transcript("eins", TALK, id="a")])
    whole = next(one for one in first.entities if "Witold Kowalski" in one.forms)
    split = first.split(whole.id, "Kowalski")
    new = next(one for one in split.entities if one.id in split.get(whole.id).apart)
    longer = Transcript("eins", TALK + "B: Gestern kam Kowalski wieder. Witold Kowalski war auch da.\n", id="a")
    again = propose([longer], key=split.accept().key)
    written = {one.id: [mention.span.of(longer.text) for mention in one.mentions] for one in again.entities}
    assert written[new.id] == ["Kowalski"] * 3
    assert written[whole.id] == ["Witold Kowalski"] * 2
    assert not {whole.id, new.id} & {*again.get(new.id).may_be, *again.get(whole.id).may_be}


def test_who_was_parted_stays_so_where_the_text_was_written_anew() -> None:
    first = propose([Transcript("eins", TALK, id="a")])
    whole = next(one for one in first.entities if "Witold Kowalski" in one.forms)
    key = first.split(whole.id, "Kowalski").accept().key
    moved = TALK.replace("Mein Chef ist Witold Kowalski", "Witold Kowalski ist mein Chef")
    again = propose([Transcript("eins", moved, id="a")], key=key)
    assert "Witold Kowalski" in {one.span.of(moved) for one in again.get(whole.id).mentions}
