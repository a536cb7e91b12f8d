"""The course of an interview: passages by lane, drawn in the colours of the codebook."""

from dataclasses import replace

import pytest

from interviews.errors import MisuseError
from interviews.exploration import Course, codings_table, sequence
from tests.exploration.study import CODEBOOK, CODINGS, NORTH, PARTICIPANTS, SOUTH, coding

FRAME = codings_table(CODINGS, (NORTH, SOUTH), PARTICIPANTS, CODEBOOK)


def test_overlapping_codings_of_one_code_are_one_passage_with_its_turns():
    table = sequence(FRAME, NORTH)
    rows = table[["lane", "first_turn", "last_turn"]].to_numpy().tolist()
    assert rows == [["Wohnen", 2, 2], ["Wohnen/Miete", 2, 2], ["Arbeit", 4, 5]]
    assert NORTH.text[table["start"][0] : table["end"][0]] == "Sozialwohnung. Die Miete"
    assert sequence(FRAME, NORTH, "theme")["lane"].tolist() == ["Wohnen", "Arbeit"]


def test_the_place_in_percent_is_that_in_the_text():
    table = sequence(FRAME, NORTH)
    assert (table["from_percent"] * len(NORTH.text) / 100).round().tolist() == table["start"].tolist()


def test_the_chart_takes_colours_of_the_nearest_code_above():
    grey = replace(CODEBOOK, codes=tuple(replace(c, colour="#777777") if "/" in c.path else c for c in CODEBOOK))
    chart = Course(sequence(FRAME, NORTH), "nord-1", grey).chart("en").to_dict()
    assert {bar["colour"] for bar in chart["data"]["values"]} == {"#1f77b4", "#777777"}
    assert chart["title"]["text"] == "Codes along nord-1"
    assert chart["data"]["values"][0]["from"] == 2


def test_a_transcript_without_turns_is_drawn_in_percent():
    bare = replace(NORTH, turns=(), speakers=())
    frame = codings_table([coding(bare, "Die Miete", "Wohnen")], [bare])
    chart = Course(sequence(frame, bare), "nord-1").chart().to_dict()
    assert chart["encoding"]["x"]["title"] == "Prozent des Textes"


def test_a_transcript_without_codings_has_nothing_to_draw():
    nothing = sequence(FRAME.iloc[:0], NORTH)
    assert len(nothing) == 0
    with pytest.raises(MisuseError, match="nothing to draw"):
        Course(nothing, "nord-1").chart()
    with pytest.raises(MisuseError, match="no kind of lane"):
        sequence(FRAME, NORTH, "coder")
