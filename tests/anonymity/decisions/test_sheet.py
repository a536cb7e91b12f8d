"""A review sheet as people and Excel leave it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from interviews.anonymity import Decision, EntityType, Proposals
from interviews.errors import MisuseError
from interviews.model import Transcript
from tests.anonymity.decisions.test_proposals import TEXT, found

Change = Callable[[dict[str, dict[str, Any]]], object]
TODAY = datetime.now(UTC).date()


@pytest.fixture
def proposals() -> Proposals:
    entities = (
        found(1, EntityType.PER, (8, 19)),
        found(2, EntityType.PER, (38, 44), (49, 56)),
        found(3, EntityType.PER, (70, 74), (79, 83)),
        found(1, EntityType.LOC, (29, 36)),
    )
    made = Proposals((Transcript("x", TEXT, id="t1"),), entities)
    for one in entities:
        made = made.decide(one.id, Decision.LABEL, by="c1", at=datetime(2026, 11, 20, 15, tzinfo=UTC))
    return made


@pytest.fixture
def edited(proposals: Proposals, tmp_path: Path) -> Callable[..., Proposals]:
    """Writes the sheet, lets a hand change its cells, and reads it; `columns` are those that are left, in order."""

    def edit(change: Change, columns: list[str] | None = None, again: tuple[str, ...] = ()) -> Proposals:
        page = load_workbook(proposals.to_excel(tmp_path / "review.xlsx")).worksheets[0]
        header, *lines = page.iter_rows(values_only=True)
        rows = {str(line[0]): dict(zip(map(str, header), line, strict=True)) for line in lines}
        change(rows)
        book = Workbook()
        assert book.active is not None
        shown = columns or [str(name) for name in header]
        book.active.append(shown)
        written = [*rows.values(), *(rows[id] for id in again)]
        for row in written:
            book.active.append([row.get(name) for name in shown])
        book.save(tmp_path / "review.xlsx")
        return proposals.from_excel(tmp_path / "review.xlsx")

    return edit


Edited = Callable[..., Proposals]


def test_a_sheet_that_nobody_touched_decides_nothing(edited: Edited, proposals: Proposals) -> None:
    assert edited(lambda rows: None) == proposals


@pytest.mark.parametrize(
    ("word", "decision"),
    [
        ("behalten", "keep"),
        ("  Behalten. ", "keep"),
        ("„behalten“", "keep"),
        ("KEEP\u00a0", "keep"),
        ("ke\u200bep", "keep"),
        ("Kürzel", "label"),
        ("Ku\u0308rzel", "label"),
        ("Label", "label"),
        ("“label”", "label"),
    ],
)
def test_decisions_are_understood_as_people_write_them(edited: Edited, word: str, decision: str) -> None:
    made = edited(lambda rows: rows["PER-002"].update({"decision": word, "decided by": "c2"}))
    assert (made.get("PER-002").decision, made.get("PER-002").decided_by) == (decision, "c2")
    assert not made.problems


def test_german_words_that_need_more_are_understood_too(edited: Edited) -> None:
    def change(rows: dict[str, dict[str, Any]]) -> None:
        rows["PER-001"].update({"decision": "Pseudonym", "replacement": "„Nuray Aksoy“\u00a0"})
        rows["LOC-001"].update({"decision": "verallgemeinern", "replacement": "Stadtteil im Norden"})

    made = edited(change)
    assert made.get("PER-001").replacement == "Nuray Aksoy"
    assert made.get("LOC-001").replacement == "[Stadtteil im Norden]"


def test_delete_is_understood_as_soon_as_there_is_such_a_decision(edited: Edited) -> None:
    made = edited(lambda rows: rows["PER-001"].update({"decision": "löschen"}))
    if "delete" in list(Decision):
        assert made.get("PER-001").decision == "delete"
    else:
        assert "A decision is one of" in str(made.problems)


def test_columns_may_stand_in_another_order(edited: Edited) -> None:
    columns = ["note", "decision", "confirmed by", "replacement", "context", "name", "ID ", "type"]

    def change(rows: dict[str, dict[str, Any]]) -> None:
        for row in rows.values():
            row["ID "] = row["id"]
        rows["LOC-001"]["decision"] = "keep"

    made = edited(change, columns)
    assert made.get("LOC-001").decision is Decision.KEEP
    assert not made.problems


def test_columns_that_are_missing_leave_everything_as_it_was(edited: Edited, proposals: Proposals) -> None:
    assert edited(lambda rows: None, ["id", "name", "same as"]).entities == proposals.entities
    made = edited(lambda rows: rows["PER-003"].update({"same as": "PER-002"}), ["id", "same as"])
    assert len(made.get("PER-002").mentions) == 4
    assert [problem.message for problem in made.problems] == [
        "there is no column name: whom each row is about was taken from its id alone"
    ]
    with pytest.raises(MisuseError, match="must name the columns id and decision"):
        edited(lambda rows: None, ["name", "decision"])
    with pytest.raises(MisuseError, match="must name the columns id and decision"):
        edited(lambda rows: None, ["id", "name"])


@pytest.mark.parametrize("written", ["PER–002", "per-002", "PER‑2", " Per 002 ", "PER\u00a0–\u00a0002", "“PER-002”"])
def test_an_id_is_understood_however_it_was_copied(edited: Edited, written: str) -> None:
    def change(rows: dict[str, dict[str, Any]]) -> None:
        rows["PER-003"]["same as"] = written
        rows["PER-002"]["id"] = written
        rows["PER-002"]["decision"] = "keep"

    made = edited(change)
    assert not made.problems
    assert len(made.get("PER-002").mentions) == 4
    assert made.get("PER-002").decision is Decision.KEEP


def test_several_ids_in_same_as_are_a_problem(edited: Edited) -> None:
    made = edited(lambda rows: rows["PER-003"].update({"same as": "PER-001, PER-002"}))
    assert len(made.problems) == 1
    assert len(made.entities) == 4


def test_a_name_is_known_though_excel_changed_its_quotes_and_blanks(tmp_path: Path) -> None:
    text = "Frau O'Brien-Smith kam."
    odd = Proposals((Transcript("x", text, id="t1"),), ())
    from interviews.anonymity import Entity, Occurrence
    from interviews.model import Span

    name = "O'Brien-Smith"
    one = Entity("PER-001", EntityType.PER, name, (name,), (Occurrence("t1", Span(5, 18)),), ("list",), 0.9)
    odd = Proposals(odd.transcripts, (one,)).decide("PER-001", "label")
    page = (book := load_workbook(odd.to_excel(tmp_path / "a.xlsx"))).worksheets[0]
    page["C2"], page["H2"] = "O’Brien–Smith\u00a0", "keep"
    book.save(tmp_path / "a.xlsx")
    made = odd.from_excel(tmp_path / "a.xlsx")
    assert not made.problems
    assert made.get("PER-001").decision is Decision.KEEP


def test_rows_that_were_deleted_stay_as_they_were(edited: Edited, proposals: Proposals) -> None:
    made = edited(lambda rows: (rows.pop("PER-001"), rows["PER-002"].update({"decision": "keep"})))
    assert made.get("PER-001") == proposals.get("PER-001")
    assert made.get("PER-002").decision is Decision.KEEP


def test_a_row_that_stands_twice_counts_once_and_one_that_contradicts_itself_not_at_all(
    edited: Edited, proposals: Proposals, tmp_path: Path
) -> None:
    twice = edited(lambda rows: rows["PER-002"].update({"decision": "keep"}), again=("PER-002",))
    assert not twice.problems
    assert twice.get("PER-002").decision is Decision.KEEP

    def contradict(rows: dict[str, dict[str, Any]]) -> None:
        rows["again"] = rows["PER-002"] | {"decision": "keep"}

    made = edited(contradict)
    assert made.get("PER-002") == proposals.get("PER-002")
    assert [str(problem) for problem in made.problems] == [
        "review.xlsx, row 3: the rows 3 and 6 say different things about PER-002: none of them was taken"
    ]


@pytest.mark.parametrize("day", [date(2026, 11, 24), datetime(2026, 11, 24, 10, 5), "2026-11-24", "24.11.2026", 46350])
def test_the_day_of_a_decision_is_read_however_excel_keeps_it(edited: Edited, day: object) -> None:
    made = edited(lambda rows: rows["PER-001"].update({"decided by": "c2", "decided on": day}))
    one = made.get("PER-001")
    assert not made.problems
    assert (one.decided_by, one.decided_at and one.decided_at.date()) == ("c2", date(2026, 11, 24))


@pytest.mark.parametrize("day", ["gestern", "24.24.2026", "2999-01-01", "99999"])
def test_a_day_that_is_none_or_has_not_come_is_a_problem(edited: Edited, proposals: Proposals, day: str) -> None:
    made = edited(lambda rows: rows["PER-001"].update({"decided by": "c2", "decided on": day}))
    assert made.get("PER-001") == proposals.get("PER-001")
    assert "The day in decided on" in str(made.problems[0])


def test_who_signs_a_row_has_looked_at_it_though_nothing_was_changed(tmp_path: Path) -> None:
    entity = found(1, EntityType.PER, (8, 19))
    fresh = Proposals((Transcript("x", TEXT, id="t1"),), (entity,))
    page = (book := load_workbook(fresh.to_excel(tmp_path / "a.xlsx"))).worksheets[0]
    assert fresh.open
    columns = {cell.value: cell.column for cell in page[1]}
    page.cell(2, columns["decided by"], "c1")
    book.save(tmp_path / "a.xlsx")
    signed = fresh.from_excel(tmp_path / "a.xlsx")
    assert not signed.open
    assert (signed.get("PER-001").decided_by, signed.get("PER-001").decision) == ("c1", Decision.LABEL)


def test_a_second_person_confirms_in_the_sheet_and_nobody_oneself(edited: Edited) -> None:
    def change(rows: dict[str, dict[str, Any]]) -> None:
        rows["PER-001"]["confirmed by"] = "c2"
        rows["PER-002"]["confirmed by"] = "C1"

    made = edited(change)
    assert (made.get("PER-001").confirmed_by, made.get("PER-002").confirmed_by) == ("c2", "")
    assert "somebody else must confirm it" in str(made.problems)


def test_what_an_entity_may_be_stands_in_a_column_of_its_own(proposals: Proposals, tmp_path: Path) -> None:
    from dataclasses import replace

    two = replace(proposals.entities[1], may_be=("PER-001",))
    page = load_workbook(
        replace(proposals, entities=(proposals.entities[0], two)).to_excel(tmp_path / "a.xlsx")
    ).worksheets[0]
    columns = {cell.value: cell.column for cell in page[1]}
    assert page.cell(3, columns["may be"]).value == "PER-001"
    assert page.cell(3, columns["same as"]).value in (None, "")
