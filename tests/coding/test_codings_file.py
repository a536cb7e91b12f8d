from pathlib import Path

import pytest

from interviews.coding import CodingRow, read_codings
from interviews.errors import MisuseError
from interviews.model import Span

HEADER = "transcript,start,end,code,coder,memo\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "codings.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_become_codings_with_their_memo(tmp_path: Path) -> None:
    rows, problems = read_codings(
        written(tmp_path, HEADER + 'i1,0,5,Wohnen/Miete,c1,"teuer, sagt sie"\ni1,7,9,Arbeit,c2,\n')
    )
    assert rows == (
        CodingRow("i1", Span(0, 5), "Wohnen/Miete", "c1", "teuer, sagt sie"),
        CodingRow("i1", Span(7, 9), "Arbeit", "c2"),
    )
    assert problems == ()


@pytest.mark.parametrize("separator", [";", "\t"])
def test_spreadsheets_of_other_countries_are_read(tmp_path: Path, separator: str) -> None:
    text = "\ufeff" + "Coder,Code,Start,End,Transcript\nc1,A,0,5,i1\n".replace(",", separator)
    assert read_codings(written(tmp_path, text))[0] == (CodingRow("i1", Span(0, 5), "A", "c1"),)


def test_a_wrong_row_is_a_problem_and_the_others_are_kept(tmp_path: Path) -> None:
    rows, problems = read_codings(
        written(tmp_path, HEADER + "i1,x,5,A,c1,\ni1,0,5,A,c1,\ni1,9,5,A,c1,\ni1,-1,5,A,c1,\ni1,1,2,,c1,\ni1,1\n")
    )
    assert len(rows) == 1
    assert [problem.where for problem in problems] == [f"codings.csv, line {n}" for n in (2, 4, 5, 6, 7)]
    assert "end and code and coder not filled in" in problems[-1].message


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="code, coder is missing"):
        read_codings(written(tmp_path, "transcript,start,end\n"))
    with pytest.raises(MisuseError, match="transcript"):
        read_codings(written(tmp_path, ""))


def test_a_file_that_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(MisuseError, match="UTF-8"):
        read_codings(tmp_path / "a.csv")
    with pytest.raises(MisuseError, match="cannot be read"):
        read_codings(tmp_path / "b.csv")


def test_turns_and_whole_transcripts_can_be_coded(tmp_path: Path) -> None:
    rows, problems = read_codings(
        written(tmp_path, 'transcript,turn,code,coder,weight,round\ni1,14,A,c1,"2,5",pilot\n')
    )
    assert not problems
    assert rows == (CodingRow("i1", Span(0, 0), "A", "c1", turn=14, weight=2.5, round="pilot", unit="turn"),)
    (row,), _ = read_codings(written(tmp_path, "transcript,code,coder\ni1,A,c1\n"))
    assert row.unit == "transcript"


def test_where_positions_are_given_they_count_and_a_missing_one_is_told(tmp_path: Path) -> None:
    head = "transcript,turn,start,end,code,coder\n"
    rows, problems = read_codings(written(tmp_path, head + "i1,3,0,5,A,c1\ni1,3,,,A,c1\ni1,,,,A,c1\n"))
    assert [(row.unit, row.turn, row.span) for row in rows] == [
        ("segment", None, Span(0, 5)),
        ("turn", 3, Span(0, 0)),
    ]
    assert "turn not filled in" in problems[0].message
    (problem,) = read_codings(written(tmp_path, HEADER + "i1,,,A,c1,\n"))[1]
    assert "start and end not filled in" in problem.message
    (problem,) = read_codings(written(tmp_path, "transcript,code,coder,weight\ni1,A,c1,viel\n"))[1]
    assert "weight is not a number" in problem.message


def test_half_a_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="column end is missing"):
        read_codings(written(tmp_path, "transcript,start,code,coder\n"))
