"""The codings table puts every coding with its place and its speaker."""

from dataclasses import replace

import pytest

from interviews.errors import MisuseError
from interviews.exploration import codings_table
from interviews.exploration.views.table import COLUMNS
from interviews.model import Coding, Span
from tests.exploration.study import CODEBOOK, CODINGS, NORTH, PARTICIPANTS, SOUTH, coding, transcript


def table(codings=CODINGS, codebook=CODEBOOK):
    return codings_table(codings, (NORTH, SOUTH), PARTICIPANTS, codebook)


def test_a_row_has_the_words_the_speaker_and_the_place():
    row = table().iloc[0]
    assert (row["transcript"], row["text"], row["turn"], row["role"]) == ("nord-1", "Sozialwohnung", 2, "interviewee")
    assert (row["participant"], row["speaker"], row["case"], row["Alter"]) == ("B01", "B", "Nord", "30-39")


def test_the_case_of_the_participant_stands_in_where_the_transcript_has_none():
    frame = table()
    assert set(frame[frame["transcript"] == "sued-1"]["case"]) == {"Sued"}


def test_a_coding_over_a_question_and_its_answer_stands_with_the_answer():
    frame = table()
    assert frame[frame["code"] == "Arbeit"]["turn"].tolist() == [5]


def test_codes_and_cases_come_in_their_order_used_or_not():
    frame = table([*CODINGS, coding(NORTH, "gern", "Altes")])
    assert frame["code"].cat.categories.tolist() == ["Wohnen", "Wohnen/Miete", "Arbeit", "Zusammenleben", "Altes"]
    assert frame["case"].cat.categories.tolist() == ["Nord", "Sued", "West"]


def test_the_order_of_the_codings_makes_no_difference():
    assert table().equals(table(CODINGS[::-1]))


def test_a_transcript_without_turns_has_codings_without_a_speaker():
    bare = replace(transcript("frei"), turns=(), speakers=())
    row = codings_table([coding(bare, "Miete", "Wohnen")], [bare]).iloc[0]
    assert row["case"] == "Nord"
    assert row[["turn", "speaker", "participant"]].isna().all()


def test_no_codings_give_an_empty_table_with_all_columns():
    assert list(table([]).columns) == [*COLUMNS, "Alter"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (Coding("nowhere", Span(0, 1), "Wohnen", "c1"), "not given"),
        (Coding(NORTH.id, Span(0, 1), "Wohnen", "c1", version=2), "another text version"),
        (Coding(NORTH.id, Span(0, 9999), "Wohnen", "c1"), "beyond the text"),
    ],
)
def test_codings_without_a_place_in_the_texts_are_refused(wrong, message):
    with pytest.raises(MisuseError, match=message):
        table([*CODINGS, wrong])
