"""What leaves as a spreadsheet: codings, codebook, participants, the matrix with its evidence, any table."""

import openpyxl
import pandas as pd
import pytest

import interviews as iv
from interviews.coding import read_codings
from interviews.errors import MisuseError
from interviews.formats import read_table, write_table
from interviews.model import Code, Codebook
from interviews.project.sheets import sheets_of
from tests.small_study import NAMES, make_study


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    with make_study(tmp_path_factory.mktemp("sheets")) as project:
        yield project


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".yaml"])
def test_a_codebook_comes_back_the_same(study, tmp_path, suffix):
    path = iv.export(study.codebook, tmp_path / f"codes{suffix}", project=study)
    assert iv.read_codebook(path) == study.codebook


def test_a_matrix_has_its_evidence_on_a_second_sheet(study, tmp_path):
    path = iv.export(iv.framework(study), tmp_path / "matrix.xlsx", project=study)
    counts, evidence = openpyxl.load_workbook(path).worksheets
    assert [cell.value for cell in counts[1]] == ["case", "Wohnen", "Nachbarschaft"]
    assert evidence.max_row > 3
    assert {cell.value for cell in evidence["K"]} >= {"text"}
    assert not any(name in str(cell.value) for row in evidence for cell in row for name in NAMES)
    assert (
        iv.export(iv.framework(study), tmp_path / "matrix.csv", project=study)
        .read_text("utf-8-sig")
        .startswith("case,")
    )


def test_participants_become_a_table(study, tmp_path):
    path = iv.export(study.participants, tmp_path / "people.csv", project=study)
    assert read_table(path)["participant"].tolist() == [person.name for person in study.participants]
    assert "group" in read_table(path).columns


def test_a_table_of_counts_keeps_the_names_of_its_rows(study, tmp_path):
    table = read_table(iv.export(iv.crosstab(study), tmp_path / "counts.csv", project=study))
    assert table["theme"].tolist() == ["Wohnen", "Nachbarschaft"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_codings_come_back_as_they_were(study, tmp_path, suffix):
    frame = study.codings.table()
    table = read_table(iv.export(study.codings, tmp_path / f"codings{suffix}", project=study))
    assert table["text"].tolist() == frame["text"].tolist()
    assert table["start"].astype(int).tolist() == frame["start"].tolist()


def test_exported_codings_can_be_read_again_whatever_the_codes_are_called(tmp_path):
    frame = pd.DataFrame(
        [["a1", 0, 5, "-Sonstiges", "c1", "=ja"]], columns=["transcript", "start", "end", "code", "coder", "memo"]
    )
    path = tmp_path / "codings.csv"
    write_table(frame, path)
    rows, problems = read_codings(path)
    assert (rows[0].code, rows[0].memo, problems) == ("-Sonstiges", "=ja", ())


def test_rows_and_columns_of_several_levels_are_kept():
    frame = pd.DataFrame([[1, 2]], index=pd.MultiIndex.from_tuples([("a", "b")], names=["case", "role"]))
    frame.columns = pd.MultiIndex.from_tuples([("x", "1"), ("x", "2")])
    (sheet,) = sheets_of(frame)
    assert list(sheet.columns) == ["case", "role", "x / 1", "x / 2"]
    assert list(map(list, sheet.rows)) == [["a", "b", 1, 2]]


def test_filtered_tables_do_not_get_a_column_of_row_numbers():
    (sheet,) = sheets_of(pd.DataFrame({"a": [1, 2, 3]})[lambda frame: frame["a"] > 1])
    assert list(sheet.columns) == ["a"]


def test_what_is_no_table_is_refused(study, tmp_path):
    with pytest.raises(MisuseError, match="cannot be written as a table"):
        iv.export(42, tmp_path / "x.csv", project=study)
    with pytest.raises(MisuseError, match=r"\.csv or \.xlsx"):
        iv.export(Codebook("a", 1, (Code("b"),)), tmp_path / "x.txt", project=study)
