"""Tables: what is written can be read again, and no cell can act as a formula."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.formats import read_table, write_table

CELLS = st.one_of(
    st.sampled_from(
        ["=1+1", "+49 30", "-", "-5", "@x", "'=x", "''=x", "'ja'", "\tx", "a;b", 'q"q', "zwei\nZeilen", "👍", ""]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=8),
)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6), st.sampled_from([".csv", ".xlsx"]))
def test_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"tabelle{suffix}"
    frame = pd.DataFrame(rows, columns=["eins", "=zwei"], dtype=str)
    write_table(frame, path)
    kept = frame[(frame["eins"].str.strip() != "") | (frame["=zwei"].str.strip() != "")]
    assert read_table(path).to_numpy().tolist() == kept.to_numpy().tolist()
    assert list(read_table(path).columns) == ["eins", "=zwei"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line(tmp_path: Path, sign: str) -> None:
    (tmp_path / "t.csv").write_text(f'code{sign}definition\n"A"{sign}"eins\nzwei"\n"B{sign}1\nC{sign}2\n')
    with pytest.raises(MisuseError, match="in the row of line 4 is never closed"):
        read_table(tmp_path / "t.csv")
    (tmp_path / "t.csv").write_text(f'code{sign}definition\nA{sign}5" breit\nB{sign}"so ""groß"""\n')
    assert read_table(tmp_path / "t.csv")["definition"].tolist() == ['5" breit', 'so "groß"']


@pytest.mark.parametrize("value", ["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "'=1"])
def test_formulas_get_an_apostrophe(tmp_path: Path, value: str) -> None:
    frame = pd.DataFrame({"a": [value], "n": [-5]})
    write_table(frame, tmp_path / "t.csv")
    assert f"\n'{value}" in (tmp_path / "t.csv").read_bytes().decode().replace('"', "")
    write_table(frame, tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    assert sheet["A2"].data_type in ("s", "inlineStr")
    assert sheet["A2"].quotePrefix
    assert read_table(tmp_path / "t.xlsx")["a"].tolist() == [value]
    assert sheet["B2"].value == -5


def test_csv_is_utf8_with_a_mark_and_lf(tmp_path: Path) -> None:
    write_table(pd.DataFrame({"ä": ["ö", None], "n": [1, 2.5]}), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == "ä,n\nö,1.0\n,2.5\n".encode("utf-8-sig")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_same_table_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    frame = pd.DataFrame({"a": ["x", "y"], "n": [1, 2]})
    for name in ("eins", "zwei"):
        write_table(frame, tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"eins{suffix}").read_bytes() == (tmp_path / f"zwei{suffix}").read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        "a,b\nß,2\n".encode(),
        "a;b\nß;2\n".encode("utf-8-sig"),
        "a\tb\r\nß\t2\r\n".encode("utf-16"),
        "\n\na;b\n\nß;2\n;\n".encode(),
    ],
)
def test_tables_of_any_program_are_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    assert read_table(path).to_dict("records") == [{"a": "ß", "b": "2"}]


def test_a_table_of_an_old_code_page_is_read(tmp_path: Path) -> None:
    line = "Größe und Straße über Köln, schön für die Bewohnerinnen"
    (tmp_path / "t.csv").write_bytes(f"a;b\n{line};2\n".encode("cp1252"))
    assert read_table(tmp_path / "t.csv").to_dict("records") == [{"a": line, "b": "2"}]


def test_a_workbook_gives_text(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["a", "b", "c"])
    book.active.append([1, 2.5, None])
    book.save(tmp_path / "t.xlsx")
    assert read_table(tmp_path / "t.xlsx").to_dict("records") == [{"a": "1", "b": "2.5", "c": ""}]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"a\0b", b"PK\x03\x04 kaputt", b"a,a\n1,2\n"])
def test_what_is_no_table_is_misuse_that_names_the_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(MisuseError, match=r"^t\.csv"):
        read_table(path)


def test_missing_files_and_other_suffixes_are_misuse(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="cannot be opened"):
        read_table(tmp_path / "fehlt.csv")
    with pytest.raises(MisuseError, match=r"\.csv or \.xlsx"):
        write_table(pd.DataFrame(), tmp_path / "t.json")
    with pytest.raises(MisuseError, match="cannot be written"):
        write_table(pd.DataFrame(), tmp_path / "fehlt" / "t.csv")
