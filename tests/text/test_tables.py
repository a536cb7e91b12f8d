"""Tables as bytes: the same table gives the same file, and nothing in it is lost or acts as a formula."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.text import Sheet, as_csv, as_xlsx, fit_for_xml, unguard
from interviews.text.cells import LONGEST, guard, pieces
from interviews.text.workbook import ROWS, TooLargeError


def cells(*sheets: Sheet) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(sheets)))
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def one(value: object) -> object:
    return cells(Sheet("t", ["a", "b"], [[value, "x"]]))[1][0]


@given(st.text())
def test_a_guard_can_be_taken_off_again(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).startswith(("=", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (5, 5),
        (-2.5, -2.5),
        (0.1 + 0.2, 0.1 + 0.2),
        (10**20, str(10**20)),
        (float("nan"), None),
        (float("inf"), "inf"),
        (pd.NA, None),
        (pd.NaT, None),
        (None, None),
        ("NaT", "NaT"),
        (True, "True"),
        ("007", "007"),
        ("-5", "-5"),
        ("=1+1", "=1+1"),
        ("'=1", "''=1"),
        ("'ja'", "'ja'"),
        ("a\x00b\ufffe", "a\ufffdb\ufffd"),
        (" zwei\nZeilen\t", " zwei\nZeilen\t"),
        (date(2024, 5, 1), datetime(2024, 5, 1)),
        (datetime(2024, 5, 1, 12, 30, 5), datetime(2024, 5, 1, 12, 30, 5)),
        (pd.Timestamp(2024, 5, 1, 12, 30), datetime(2024, 5, 1, 12, 30)),
        (datetime(2024, 5, 1, 12, tzinfo=UTC), "2024-05-01 12:00:00+00:00"),
        (date(1850, 1, 1), "1850-01-01"),
    ],
)
def test_numbers_days_and_words_stay_what_they_are(value: object, kept: object) -> None:
    assert one(value) == kept


def test_words_that_look_like_formulas_are_marked_as_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx([Sheet("t", ["=a"], [["=HYPERLINK(1)"]])])))
    sheet = book.worksheets[0]
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(as_xlsx([Sheet("t", ["=a"], [["=b"]])]))).read(
        "xl/worksheets/sheet1.xml"
    )
    assert sheet["A2"].data_type != "f"
    assert sheet["A2"].quotePrefix
    assert sheet["A1"].quotePrefix
    assert sheet["A1"].font.b


def test_a_text_too_long_for_a_cell_goes_on_in_a_further_column() -> None:
    text = "ä" * (LONGEST + 10)
    rows = cells(Sheet("t", ["a", "b"], [["kurz", 1], [text, 2]]))
    assert rows[0] == ["a", "a (continued 2)", "b"]
    assert rows[1] == ["kurz", None, 1]
    assert "".join(str(cell) for cell in rows[2][:2]) == text


@given(st.integers(0, 3), st.sampled_from(["a", "👍"]))
def test_no_piece_is_longer_than_excel_allows(times: int, letter: str) -> None:
    text = letter * (times * 20_000 + 5)
    assert "".join(pieces(text)) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= LONGEST for piece in pieces(text))


def test_more_rows_than_a_sheet_has_are_refused() -> None:
    with pytest.raises(TooLargeError, match=r"write \.csv"):
        as_xlsx([Sheet("t", ["a"], [["x"]] * ROWS)])


def test_names_of_sheets_are_made_fit() -> None:
    names = ["Wohnen/Miete: [neu]", "x" * 40, "x" * 41, "", "A", "a"]
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx([Sheet(name, ["a"], []) for name in names])))
    assert len({name.casefold() for name in book.sheetnames}) == len(names)
    assert all(1 <= len(name) <= 31 for name in book.sheetnames)


def test_the_same_table_gives_the_same_bytes_without_an_hour() -> None:
    sheet = Sheet("t", ["a"], [["x"], [1]])
    assert as_xlsx([sheet]) == as_xlsx([sheet])
    with zipfile.ZipFile(io.BytesIO(as_xlsx([sheet]))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pandas_reads_what_was_written() -> None:
    sheet = Sheet("t", ["ä", "n"], [["ö", 1], ["=x", 2]])
    assert pd.read_excel(io.BytesIO(as_xlsx([sheet]))).to_dict("list") == {"ä": ["ö", "=x"], "n": [1, 2]}
    assert pd.read_csv(io.BytesIO(as_csv(sheet))).to_dict("list") == {"ä": ["ö", "'=x"], "n": [1, 2]}


def test_csv_keeps_what_xml_cannot_hold_save_halves_of_characters() -> None:
    assert as_csv(Sheet("t", ["a"], [["\x01\ud800"]])) == "\ufeffa\n\x01\ufffd\n".encode()
    assert fit_for_xml("\ud800") == "\ufffd"


@pytest.mark.parametrize("words", ["a\rb", "a\r=1+1", "\r=1+1", "a\r", "a\r\nb"])
def test_csv_quotes_a_carriage_return_so_that_no_row_and_no_formula_begins_behind_it(words: str) -> None:
    written = as_csv(Sheet("s", ["a", "b"], [[words, "x"]])).decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(written, newline=""), strict=True)
    assert header == ["a", "b"]
    assert [unguard(cell) for cell in row] == [words, "x"]
    assert written.startswith("a,b\n")
    assert written.endswith("x\n")
