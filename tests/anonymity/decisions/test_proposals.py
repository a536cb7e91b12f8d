from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity import Decision, Entity, EntityType, Occurrence, Proposals, find_leaks
from interviews.errors import MisuseError
from interviews.model import Span, Transcript
from interviews.text import fold

TEXT = "Ich bin Ayşe Yılmaz, 43, aus Marxloh. Mehmet und Mehmets Schule. Eine Rose für Rose. =SUM"


def found(number: int, kind: EntityType, *places: tuple[int, int], **more: object) -> Entity:
    forms = tuple(dict.fromkeys(TEXT[start:end] for start, end in places))
    mentions = tuple(Occurrence("t1", Span(*place)) for place in places)
    made = Entity(f"{kind}-{number:03d}", kind, forms[0], forms, mentions, ("list",), 0.9)
    return made


@pytest.fixture
def proposals() -> Proposals:
    entities = (
        found(1, EntityType.PER, (8, 19)),
        found(2, EntityType.PER, (38, 44), (49, 56)),
        found(3, EntityType.PER, (70, 74), (79, 83)),
        found(1, EntityType.LOC, (29, 36)),
        found(1, EntityType.AGE, (21, 23)),
    )
    made = Proposals((Transcript("x", TEXT, id="t1"),), entities)
    return made.decide([one.id for one in entities], Decision.LABEL).decide("AGE-001", "generalize")


def test_every_decision_makes_new_proposals_and_leaves_the_old_ones(proposals: Proposals) -> None:
    kept = proposals.decide("LOC-001", "keep")
    assert kept.get("LOC-001").decision is Decision.KEEP
    assert proposals.get("LOC-001").decision is Decision.LABEL


def test_accepted_proposals_replace_what_was_decided(proposals: Proposals) -> None:
    text = proposals.decide("LOC-001", "keep").accept().versions[0].transcript.text
    assert text == (
        "Ich bin [Person 1], [40-49 Jahre], aus Marxloh. [Person 2] und [Person 2]s Schule. "
        "Eine [Person 3] für [Person 3]. =SUM"
    )


def test_one_mention_can_stay(proposals: Proposals) -> None:
    text = proposals.keep_mention("PER-003", "t1", 70).accept().versions[0].transcript.text
    assert "Eine Rose für [Person 3]." in text
    with pytest.raises(MisuseError, match="no mention at 71"):
        proposals.keep_mention("PER-003", "t1", 71)


def test_the_table_masks_names_unless_they_are_asked_for(proposals: Proposals) -> None:
    shown = proposals.table().to_string() + repr(proposals) + proposals._repr_html_()
    for secret in ("Ayşe", "Yılmaz", "Mehmet", "Marxloh"):
        assert secret not in shown
    assert proposals.table().loc[0, "name"] == "A… (11)"
    open_table = proposals.table(reveal=True)
    assert open_table.loc[1, "forms"] == "Mehmet | Mehmets"
    assert "»Ayşe Yılmaz«, 43, aus Marxloh" in open_table.loc[0, "context"]


def test_repr_counts(proposals: Proposals) -> None:
    assert repr(proposals) == "Proposals(5 entities, 7 mentions, 1 transcripts: 4 label, 1 generalize)"


@pytest.mark.parametrize(
    ("entity", "pseudonym", "sentence"),
    [
        ("PER-002", "Ayşe", r"real name of this project \(PER-001\)"),
        ("PER-002", "AYSE Kaya", r"real name of this project \(PER-001\)"),
        ("PER-002", "Ali Yilmaz", r"real name of this project \(PER-001\)"),
        ("PER-002", "Mehmet", "its own real name"),
        ("PER-002", "", "must be a name"),
        ("PER-002", "[Person 1]", "without brackets"),
        ("PER-002", "Nuray", r"that of PER-001 already"),
        ("PER-002", "nuray", r"that of PER-001 already"),
    ],
)
def test_a_pseudonym_that_names_or_confuses_somebody_is_refused(
    proposals: Proposals, entity: str, pseudonym: str, sentence: str
) -> None:
    decided = proposals.decide("PER-001", "pseudonym", "Nuray")
    with pytest.raises(MisuseError, match=sentence) as refusal:
        decided.decide(entity, "pseudonym", pseudonym)
    assert "Ayşe" not in str(refusal.value)


@pytest.mark.parametrize("decision", ["pseudonym", "generalize"])
def test_words_that_no_file_can_hold_are_refused(proposals: Proposals, decision: str) -> None:
    with pytest.raises(MisuseError, match="half of a character"):
        proposals.decide("PER-001", decision, "Nur\ud83day")


def test_misuse_is_answered_in_a_sentence(proposals: Proposals) -> None:
    with pytest.raises(MisuseError, match="There is no entity"):
        proposals.decide("PER-099", "keep")
    with pytest.raises(MisuseError, match="A decision is one of label, pseudonym, generalize, keep"):
        proposals.decide("PER-001", "burn")
    with pytest.raises(MisuseError, match="Nothing vaguer"):
        proposals.decide("PER-001", "generalize")
    with pytest.raises(MisuseError, match="one at a time"):
        proposals.decide(["PER-001", "PER-002"], "pseudonym", "Nuray")


def test_words_given_for_a_generalization_are_put_in_brackets(proposals: Proposals) -> None:
    assert (
        proposals.decide("LOC-001", "generalize", "Stadtteil im Norden").get("LOC-001").replacement
        == "[Stadtteil im Norden]"
    )


def test_merged_entities_get_one_label(proposals: Proposals) -> None:
    merged = proposals.merge("PER-002", "PER-001")
    assert [one.id for one in merged.entities] == ["PER-001", "PER-003", "LOC-001", "AGE-001"]
    assert "[Person 1] und [Person 1]s Schule" in merged.accept().versions[0].transcript.text


def test_a_corrected_type_gives_the_next_id_of_that_type(proposals: Proposals) -> None:
    changed = proposals.retype("PER-003", "LOC")
    assert changed.get("LOC-002").replacement == "[Ort 2]"
    with pytest.raises(MisuseError):
        changed.get("PER-003")


def test_a_sheet_brings_back_what_was_decided_in_it(proposals: Proposals, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = proposals.to_excel(tmp_path / "review.xlsx")
    assert proposals.from_excel(path) == proposals
    book = load_workbook(path)
    page = book.worksheets[0]
    columns = {cell.value: cell.column for cell in page[1]}
    rows = {page.cell(row, 1).value: row for row in range(2, page.max_row + 1)}
    page.cell(rows["PER-001"], columns["decision"], "pseudonym")
    page.cell(rows["PER-001"], columns["replacement"], "Nuray Aksoy")
    page.cell(rows["PER-003"], columns["same as"], "per-002")
    page.cell(rows["LOC-001"], columns["decision"], "Keep")
    page.cell(rows["AGE-001"], columns["decision"], "hide it")
    page.cell(rows["PER-002"], columns["type"], "WHO")
    book.save(path)
    back = proposals.from_excel(path)
    assert back.get("PER-001").replacement == "Nuray Aksoy"
    assert back.get("LOC-001").decision is Decision.KEEP
    assert len(back.get("PER-002").mentions) == 4
    assert [str(problem) for problem in back.problems] == [
        f"review.xlsx, row {rows['AGE-001']}: A decision is one of {', '.join(Decision)}.",
        f"review.xlsx, row {rows['PER-002']}: The type is one of PER, LOC, ORG, ADDR, CONTACT, DATE, AGE, OCC, ID.",
    ]


def test_a_sheet_written_before_ids_moved_never_decides_on_somebody_else(proposals: Proposals, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = proposals.to_excel(tmp_path / "review.xlsx")
    book = load_workbook(path)
    page = book.worksheets[0]
    rows = {page.cell(row, 1).value: row for row in range(2, page.max_row + 1)}
    columns = {cell.value: cell.column for cell in page[1]}
    page.cell(rows["PER-002"], columns["decision"], "keep")
    page.cell(rows["PER-003"], columns["same as"], "PER-001")
    book.save(path)
    mehmet, rose = (
        replace(one, id=f"PER-{number:03d}") for one, number in zip(proposals.entities[1:3], (3, 2), strict=True)
    )
    ayse = proposals.entities[0]
    later = replace(proposals, entities=(ayse, rose, mehmet))
    back = later.from_excel(path)
    assert back.get("PER-003").name == "Mehmet"
    assert back.get("PER-003").decision is Decision.KEEP
    assert {one.id for one in back.entities} == {"PER-001", "PER-003"}  # the rose was said to be the first
    assert [problem.message.split(":")[0] for problem in back.problems] == [
        "LOC-001 of the sheet is not among these proposals any more",
        "AGE-001 of the sheet is not among these proposals any more",
    ]


def test_a_name_typed_over_a_label_is_taken_as_the_pseudonym(proposals: Proposals, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = proposals.to_excel(tmp_path / "review.xlsx")
    book = load_workbook(path)
    book.worksheets[0]["I2"] = "Nuray"
    book.save(path)
    assert proposals.from_excel(path).get("PER-001").decision is Decision.PSEUDONYM


def test_a_sheet_is_made_for_people_and_the_same_every_time(proposals: Proposals, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    one, other = proposals.to_excel(tmp_path / "a.xlsx"), proposals.to_excel(tmp_path / "b.xlsx")
    assert one.read_bytes() == other.read_bytes()
    page = load_workbook(one).worksheets[0]
    assert page.freeze_panes == "D2"
    lists = {validation.formula1 for validation in page.data_validations.dataValidation}
    assert '"label,pseudonym,generalize,keep,surrogate,delete"' in lists


def test_a_name_that_begins_with_an_equals_sign_is_no_formula(proposals: Proposals, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    odd = Proposals(proposals.transcripts, (found(9, EntityType.PER, (85, 89)),))
    page = load_workbook(odd.to_excel(tmp_path / "a.xlsx")).worksheets[0]
    assert (page["C2"].value, page["C2"].data_type) == ("=SUM", "s")


def test_a_sheet_is_never_written_into_the_project(proposals: Proposals, tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="outside the project"):
        proposals.to_excel(tmp_path / "study" / "exports" / "a.xlsx", forbidden=tmp_path / "study")
    with pytest.raises(MisuseError, match=r"should end in \.xlsx"):
        proposals.to_excel(tmp_path / "a.csv")


@pytest.mark.parametrize("content", [None, b"", b"no excel", b"PK\x03\x04"])
def test_what_is_no_sheet_is_refused(proposals: Proposals, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "review.xlsx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(MisuseError, match=r"does not exist|no Excel file"):
        proposals.from_excel(path)


def test_a_review_sheet_left_in_an_export_is_a_leak(proposals: Proposals, tmp_path: Path) -> None:
    proposals.to_excel(tmp_path / "review.xlsx")
    assert {leak.entity for leak in find_leaks([tmp_path], proposals.accept().key) if leak.certain} >= {
        "PER-001",
        "PER-002",
    }


PSEUDONYMS = st.sampled_from(
    ["Nuray", "nuray", "NURAY", "Nuray Aksoy", "Ali", "Ayşe", "Mehmet", "Rose", "Person 1", "x"]
)


@given(st.lists(st.tuples(st.sampled_from(["PER-001", "PER-002", "PER-003"]), PSEUDONYMS), max_size=8))
def test_two_originals_never_get_one_pseudonym(decisions: list[tuple[str, str]]) -> None:
    entities = (
        found(1, EntityType.PER, (8, 19)),
        found(2, EntityType.PER, (38, 44), (49, 56)),
        found(3, EntityType.PER, (79, 83)),
    )
    made = Proposals((Transcript("x", TEXT, id="t1"),), entities).decide([one.id for one in entities], "label")
    for entity, pseudonym in decisions:
        try:
            made = made.decide(entity, "pseudonym", pseudonym)
        except MisuseError:
            continue
    replacements = [fold(entry.replacement) for entry in made.accept().key]
    assert len(set(replacements)) == len(replacements)
    assert not {fold(name) for name in ("Ayşe", "Mehmet", "Rose")} & set(replacements)
