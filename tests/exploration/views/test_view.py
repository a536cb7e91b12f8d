"""A view is narrowed by conditions and shows readable passages."""

import pytest

from interviews.errors import MisuseError
from interviews.exploration import View, codings_table, crosstab
from tests.exploration.study import CODEBOOK, CODINGS, NORTH, PARTICIPANTS, SOUTH, coding, transcript

VIEW = View(codings_table(CODINGS, (NORTH, SOUTH), PARTICIPANTS, CODEBOOK), CODEBOOK)


def test_a_code_includes_its_sub_codes():
    assert VIEW.where(code="Wohnen").count().to_dict() == {"Wohnen": 2, "Wohnen/Miete": 2}
    assert len(VIEW.where(code="Wohnen/Miete")) == 2


def test_conditions_are_values_lists_or_functions_and_all_must_hold():
    assert len(VIEW.where(case="Nord", coder=["c1", "c2"])) == 4
    assert len(VIEW.where(case="Nord", coder=["c2"])) == 1
    assert len(VIEW.where(text=lambda words: "Miete" in words)) == 3
    assert len(VIEW.where(role="interviewee").where(theme="Arbeit")) == 1


def test_none_stands_for_a_missing_value():
    nowhere = transcript("w-1", None, None)
    view = View(codings_table([coding(nowhere, "Miete", "Arbeit"), *CODINGS], (NORTH, SOUTH, nowhere), PARTICIPANTS))
    assert len(view.where(case=None)) == 1
    assert len(view.where(case=["Nord", None])) == 5
    assert len(view.where(participant=None)) == 1


def test_what_was_asked_away_is_not_counted_with_a_zero():
    narrowed = VIEW.where(theme="Wohnen", case=["Nord", "West"]).table()
    table = crosstab(narrowed)
    assert (list(table.index), list(table.columns)) == (["Wohnen", "Wohnen/Miete"], ["Nord", "West"])


def test_counts_by_several_columns_show_what_does_not_occur():
    assert VIEW.count(["case", "coder"])["West"].sum() == 0
    assert VIEW.count("case").to_dict() == {"Nord": 4, "Sued": 1, "West": 0}


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"cod": "Wohnen"}, "no column 'cod': did you mean 'code'"),
        ({"code": "Wonen"}, "no code 'Wonen': did you mean 'Wohnen'"),
        ({"case": "Nort"}, "no case 'Nort': did you mean 'Nord'"),
    ],
)
def test_a_mistyped_name_is_refused_with_the_nearest(conditions, message):
    with pytest.raises(MisuseError, match=message):
        VIEW.where(**conditions)


def test_a_view_is_not_changed_by_what_is_done_with_its_table():
    taken = VIEW.table()
    taken["coder"] = "x"
    assert VIEW.table()["coder"].iloc[0] == "c1"


def test_html_escapes_words_and_reads_in_either_direction():
    evil = transcript("x-1", speeches=[("B", "<script>alert(1)</script> שלום & mehr")])
    view = View(codings_table([coding(evil, "<script>alert(1)</script> שלום &", "Wohnen/Miete")], [evil]), CODEBOOK)
    html = view._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert 'dir="auto"' in html
    assert "background:#ffff00;color:#000" in html
    assert "x-1, turn 1, B01" in html


def test_a_long_view_shows_the_first_and_says_how_many_there_are():
    frame = codings_table([c for c in CODINGS for _ in range(6)], (NORTH, SOUTH), PARTICIPANTS, CODEBOOK)
    assert "30 codings, the first 20 shown" in repr(View(frame))
    assert View(frame)._repr_html_().count("border-left") == 20


@pytest.mark.parametrize("asked", [("a",), (-1,), (2, -1)])
def test_passages_are_asked_for_by_whole_numbers(asked):
    with pytest.raises(MisuseError, match="is a whole number"):
        VIEW.show(*asked)


def test_a_question_is_a_text():
    with pytest.raises(MisuseError, match="a question is a text"):
        VIEW.query(None)
