"""Suggestions are decided on in a table, which comes back as people and spreadsheets leave it."""

import csv

import pytest
from openpyxl import load_workbook

from interviews.errors import MisuseError
from interviews.exploration import search, suggestions_of_rows
from interviews.formats import read_rows, write_sheets
from tests.exploration.study import NORTH, PARTICIPANTS, SOUTH

BOTH = [NORTH, SOUTH]


@pytest.fixture
def suggestions():
    return search(BOTH, PARTICIPANTS, "Miete").suggest("Wohnen/Miete", unit="sentence")


def written(suggestions, path):
    write_sheets([suggestions.sheet()], path)
    return path


def back(path):
    return suggestions_of_rows(read_rows(path), BOTH, PARTICIPANTS, path.name)


def test_a_suggestion_says_where_it_comes_from_and_is_open(suggestions):
    assert len(suggestions) == len(suggestions.open) == 2
    row = suggestions.table().iloc[0]
    assert (row["words"], row["source"]) == ("Die Miete in der Zweizimmer-Wohnung war hoch.", "search: Miete")
    assert suggestions.codings("c1") == []


def test_some_or_all_are_accepted_and_become_codings(suggestions):
    first, second = (item.id for item in suggestions.items)
    (coding,) = suggestions.accept([second]).codings("c1")
    assert (coding.transcript, coding.code, coding.coder) == (SOUTH.id, "Wohnen/Miete", "c1")
    assert len(suggestions.reject([first]).accept().codings("c1")) == 1
    with pytest.raises(MisuseError, match="no suggestion 'x'"):
        suggestions.accept(["x"])


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_table_comes_back_as_it_was_written(suggestions, tmp_path, suffix):
    decided = suggestions.accept([suggestions.items[0].id])
    again = back(written(decided, tmp_path / f"table{suffix}"))
    assert again.items == decided.items
    assert again.decisions == decided.decisions
    assert again.problems == ()


def test_decisions_typed_into_a_workbook_are_understood_in_words_of_people(suggestions, tmp_path):
    path = written(suggestions, tmp_path / "table.xlsx")
    book = load_workbook(path)
    page = book.worksheets[0]
    page["A2"], page["A3"] = " Ja ", "REJECT"
    book.save(path)
    assert list(back(path).decisions.values()) == ["accept", "reject"]


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("decision", "perhaps", "no decision"),
        ("transcript", "west-9", "no transcript"),
        ("start", "-4", "no position"),
        ("end", "999999", "no stretch"),
        ("words", "Something else", "other words"),
        ("version", "7", "newer text"),
        ("code", "", "no code"),
    ],
)
def test_a_row_that_cannot_be_understood_is_left_out_and_named(suggestions, tmp_path, column, cell, told):
    path = written(suggestions.accept(), tmp_path / "table.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0][column] = cell
    again = suggestions_of_rows([list(rows[0]), *(list(row.values()) for row in rows)], BOTH, (), "table.csv")
    assert len(again) == 1
    (problem,) = again.problems
    assert problem.where == "table.csv, row 2"
    assert told in problem.message


def test_rows_that_contradict_one_another_are_told(suggestions, tmp_path):
    rows = read_rows(written(suggestions.accept(), tmp_path / "table.csv"))
    again = suggestions_of_rows([*rows, ["reject", *rows[1][1:]]], BOTH, (), "table.csv")
    assert "decides otherwise" in again.problems[0].message


def test_another_table_is_refused():
    with pytest.raises(MisuseError, match="no table of suggestions"):
        suggestions_of_rows([["a", "b"], ["1", "2"]], BOTH)
    with pytest.raises(MisuseError, match="no table of suggestions"):
        suggestions_of_rows([], BOTH)


def test_suggestions_show_themselves(suggestions):
    assert "2 suggestions: 1 accepted, 0 rejected, 1 open" in repr(suggestions.accept([suggestions.items[0].id]))
    assert "Wohnen/Miete" in suggestions._repr_html_()
