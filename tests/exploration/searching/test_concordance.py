"""Searching finds words as people write them, and gives positions in the text itself."""

import pytest
from hypothesis import given

from interviews.errors import MisuseError
from interviews.exploration import search
from interviews.model import Transcript
from tests.exploration.study import NORTH, PARTICIPANTS, SOUTH, transcript
from tests.strategies import texts


def found(query, **more):
    return search([NORTH], PARTICIPANTS, query, **more).table()["match"].tolist()


def test_a_plain_word_matches_whole_words_without_regard_to_case():
    assert found("MIETE") == ["Miete"]
    assert found("wohnung") == ["Wohnung"]


def test_a_wildcard_finds_compounds():
    assert found("*wohnung*") == ["Sozialwohnung", "Zweizimmer-Wohnung", "Wohnungslosenhilfe"]
    assert found("Wohnung*") == ["Wohnung", "Wohnungslosenhilfe"]


def test_a_wildcard_keeps_gender_neutral_forms_whole():
    assert found("Bewohner*") == ["Bewohner*innen"]


def test_diacritics_make_no_difference():
    assert found("uber die") == ["Über die"]


def test_a_phrase_matches_over_a_line_break():
    broken = transcript("z-1", speeches=[("B", "im\nersten  Jahr")])
    assert search([broken], (), "im ersten Jahr").table()["match"].tolist() == ["im\nersten  Jahr"]


def test_labels_of_speakers_are_not_found():
    assert found("B") == []


def test_role_and_case_narrow_the_search():
    assert found("Arbeit") == ["Arbeit", "Arbeit"]
    assert found("Arbeit", role="interviewee") == ["Arbeit"]
    assert len(search([NORTH, SOUTH], PARTICIPANTS, "Miete", case=["Sued"])) == 1


def test_a_place_has_its_speaker_turn_and_surroundings():
    row = search([NORTH], PARTICIPANTS, "Miete", context=25).table().iloc[0]
    assert (row["speaker"], row["case"], row["turn"]) == ("B01", "Nord", 2)
    assert (row["left"], row["right"]) == ("einer Sozialwohnung. Die ", " in der")
    assert NORTH.text[row["start"] : row["end"]] == "Miete"


def test_a_regular_expression_reads_the_text_as_it_is():
    assert found(r"über|\bmit\b", regex=True) == ["Mit", "Über"]
    assert found("uber", regex=True) == []


@pytest.mark.parametrize(
    ("query", "regex"), [("", False), ("*a*b*c*d*", False), ("  ", False), ("* *", False), ("", True), ("(", True)]
)
def test_a_query_that_cannot_be_searched_is_refused(query, regex):
    with pytest.raises(MisuseError, match="query"):
        found(query, regex=regex)


@pytest.mark.parametrize("wrong", [{"role": "interviewe"}, {"case": "Nort"}])
def test_an_unknown_role_or_case_is_refused_with_the_nearest(wrong):
    with pytest.raises(MisuseError, match="did you mean"):
        found("Miete", **wrong)


@given(texts)
def test_every_word_of_a_text_is_found_where_it_stands(text):
    text = f"Haus {text} Straße"
    table = search([Transcript("t", text, version=1)], (), "strasse").table()
    assert text[-len("Straße") :] in table["match"].tolist()
    assert all(text[row.start : row.end] == row.match for row in table.itertuples())


def test_html_is_escaped_and_the_rest_is_counted():
    many = transcript("x-1", speeches=[("B", "<b>Miete</b>")] * 25)
    shown = search([many], (), "Miete")
    assert "&lt;b&gt;" in shown._repr_html_()
    assert "25 places, the first 20 shown" in repr(shown)


def test_no_place_is_an_empty_table():
    assert len(search([NORTH], (), "Palmen")) == 0
    assert "0 places" in repr(search([NORTH], (), "Palmen"))
