"""Co-occurrence counts the places where two codes meet."""

from interviews.exploration import codings_table, cooccurrence
from tests.exploration.study import CODEBOOK, CODINGS, NORTH, PARTICIPANTS, SOUTH, coding


def test_codes_meet_where_their_passages_overlap_in_one_transcript():
    table = cooccurrence(codings_table(CODINGS, (NORTH, SOUTH), PARTICIPANTS, CODEBOOK))
    assert table.index.tolist() == ["Wohnen", "Wohnen/Miete", "Arbeit"]
    assert table.to_numpy().tolist() == [[1, 1, 0], [1, 2, 0], [0, 0, 1]]


def test_touching_passages_do_not_meet():
    codings = [coding(NORTH, "Die ", "Wohnen"), coding(NORTH, "Miete", "Arbeit")]
    assert cooccurrence(codings_table(codings, (NORTH,))).loc["Wohnen", "Arbeit"] == 0


def test_touching_passages_of_one_code_stay_two():
    codings = [coding(NORTH, "Die ", "Wohnen"), coding(NORTH, "Miete", "Wohnen")]
    assert cooccurrence(codings_table(codings, (NORTH,))).loc["Wohnen", "Wohnen"] == 2
