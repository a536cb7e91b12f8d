"""Cross-tabulations count codings, transcripts and characters."""

import pytest

from interviews.errors import MisuseError
from interviews.exploration import codings_table, cooccurrence, crosstab
from tests.exploration.study import CODEBOOK, CODINGS, NORTH, PARTICIPANTS, SOUTH

FRAME = codings_table(CODINGS, (NORTH, SOUTH), PARTICIPANTS, CODEBOOK)


def test_codes_by_case_shows_every_code_and_case():
    table = crosstab(FRAME)
    assert table.index.tolist() == ["Wohnen", "Wohnen/Miete", "Arbeit", "Zusammenleben"]
    assert table.columns.tolist() == ["Nord", "Sued", "West"]
    assert table.to_numpy().tolist() == [[2, 0, 0], [1, 1, 0], [1, 0, 0], [0, 0, 0]]


def test_a_transcript_counts_once_however_often_it_was_coded():
    assert crosstab(FRAME, "theme", "case", "transcripts").loc["Wohnen"].tolist() == [1, 1, 0]


def test_characters_marked_by_two_coders_count_once():
    table = crosstab(FRAME, "code", "case", "characters")
    assert table.loc["Wohnen", "Nord"] == len("Sozialwohnung. Die Miete")
    assert crosstab(FRAME, "theme", "case", "characters").loc["Wohnen", "Nord"] == len("Sozialwohnung. Die Miete")


def test_any_attribute_of_the_participants_can_be_counted():
    assert crosstab(FRAME, "theme", "Alter").loc["Wohnen"].to_dict() == {"30-39": 3, "60-69": 1}


def test_margins_count_anew():
    table = crosstab(FRAME, "code", "case", "transcripts", margins=True)
    assert table.loc["all"].to_dict() == {"Nord": 1, "Sued": 1, "West": 0, "all": 2}
    assert table.loc["Wohnen/Miete", "all"] == 2


def test_codings_without_a_case_are_counted_apart():
    frame = FRAME.assign(case=FRAME["case"].where(FRAME["case"] != "Sued"))
    assert crosstab(frame).loc["Wohnen/Miete"].to_dict() == {"Nord": 1, "Sued": 0, "West": 0, "(none)": 1}


def test_no_codings_give_zeros():
    assert crosstab(FRAME.iloc[:0]).to_numpy().sum() == 0
    assert cooccurrence(FRAME.iloc[:0]).empty


@pytest.mark.parametrize("wrong", [{"rows": "nothing"}, {"values": "words"}])
def test_what_cannot_be_counted_is_refused(wrong):
    with pytest.raises(MisuseError, match=r"there is no (column|kind of count)"):
        crosstab(FRAME, **wrong)
