"""What a query finds beyond its own letters, where it is looked for, and what becomes of all that was found."""

import time

import pytest

from interviews.errors import MisuseError
from interviews.exploration import View, codings_table, index_words, search
from interviews.exploration.searching.scan import Expression
from interviews.model import Span, Transcript
from tests.exploration.study import CODEBOOK, CODINGS, NORTH, PARTICIPANTS, SOUTH, transcript

BOTH = [NORTH, SOUTH]


def said(*speeches, language="de"):
    return [transcript("t", speeches=[("B", speech) for speech in speeches], language=language)]


def found(transcripts, query, **more):
    return search(transcripts, PARTICIPANTS, query, **more).table()["match"].tolist()


@pytest.mark.parametrize("query", ["Bewohner:innen", "Bewohner*innen", "BewohnerInnen", "Bewohner/-innen"])
def test_every_way_of_writing_a_gender_neutral_form_asks_for_all_of_them(query):
    ways = ["Bewohner*innen", "Bewohner:innen", "Bewohner_innen", "BewohnerInnen", "Bewohner/innen", "Bewohnerinnen"]
    assert found(said(", ".join([*ways, "Bewohner", "Bewohnerschaft"])), query) == ways


def test_phrases_in_quotation_marks_stand_beside_one_another():
    talk = said("Die hohe Miete und die teure Wohnung, eine hohe Wohnung.")
    assert found(talk, '"hohe Miete" „teure Wohnung“') == ["hohe Miete", "teure Wohnung"]
    assert found(talk, '"hohe Miete"') == ["hohe Miete"]


def test_no_place_reaches_from_one_turn_into_the_next():
    spoken = Transcript("t", "hohe Miete", version=1)
    assert found([spoken], "hohe Miete") == ["hohe Miete"]
    assert found(said("hohe", "Miete"), "hohe Miete") == []


def test_other_forms_of_a_word_are_found():
    assert found(said("I go, she went, he goes, the goal.", language="en"), "go", forms=True) == ["go", "went", "goes"]


@pytest.mark.slow  # the dictionaries
@pytest.mark.parametrize(
    ("language", "talk", "query", "forms"),
    [
        ("de", "Wir gehen, er ging, sie sind gegangen, der Gang.", "gehen", ["gehen", "ging", "gegangen"]),
        ("de", "Die Wohnung, die Wohnungen, die Sozialwohnung.", "Wohnungen", ["Wohnung", "Wohnungen"]),
        ("de", "Das Haus, die Häuser, den Häusern", "Haus", ["Haus", "Häuser", "Häusern"]),
        (
            "de",
            "Ein Bewohner, den Bewohnern, alle Bewohner*innen",
            "Bewohner",
            ["Bewohner", "Bewohnern", "Bewohner*innen"],
        ),
        ("de", "Der Termin in Berlin war kein Term.", "Term", ["Term"]),
        ("pl", "Mieszkanie, w mieszkaniu, dużo mieszkań, dom.", "mieszkanie", ["Mieszkanie", "mieszkaniu", "mieszkań"]),
    ],
)
def test_other_forms_of_a_word_are_found_in_the_language_of_the_transcript(language, talk, query, forms):
    assert found(said(talk, language=language), query, forms=True) == forms


def test_misspelled_words_are_found_by_their_length():
    talk = said("Die Wohnugn, die Whonung, die Wohnungen; die Mitte, der Mut.")
    assert found(talk, "Wohnung", fuzzy=True) == ["Wohnugn", "Whonung"]
    assert found(talk, "Wohnungem", fuzzy=True) == ["Wohnugn", "Wohnungen"][1:]
    assert found(talk, "Mit", fuzzy=True) == []


def test_arabic_and_cyrillic_are_found_without_regard_to_marks_and_case():
    talk = said("قال مُحَمَّد إن البيت صغير", "Мой дом в Киеве, ДОМ!")
    assert found(talk, "محمد") == ["مُحَمَّد"]
    assert found(talk, "дом") == ["дом", "ДОМ"]
    assert found(talk, "*иев*") == ["Киеве"]


def test_a_regular_expression_that_explodes_is_stopped_in_a_sentence():
    began = time.process_time()
    with pytest.raises(MisuseError, match="stopped after"):
        Expression("(a|aa)+$", seconds=0.3).scan(0, Transcript("t", "a" * 60 + "b", version=1))
    assert time.process_time() - began < 2


def test_signs_that_touch_a_word_are_found_and_letters_within_one_are_not():
    talk = said("Gut😀. Das kostet 50€? Na gut 😀")
    assert found(talk, "😀") == ["😀", "😀"]
    assert found(talk, "€") == ["€"]
    assert found(talk, "50€?") == ["50€?"]
    assert found(talk, "ut") == []


def test_a_study_without_interviews_has_no_place():
    assert len(search((), (), "Miete", words=index_words(()))) == len(search((), (), "Mie*")) == 0
    assert found([transcript("t", speeches=[("B", "")])], "Miete", words=index_words([])) == []


def test_a_long_word_with_wildcards_does_not_explode():
    began = time.process_time()
    assert found(said("a" * 20_000), "*a*a*b*") == []
    assert time.process_time() - began < 1


def test_a_place_may_be_narrowed_by_transcript_speaker_and_number():
    assert len(search(BOTH, PARTICIPANTS, "Miete")) == 2
    assert len(search(BOTH, PARTICIPANTS, "Miete", transcript="nord-1")) == 1
    assert len(search(BOTH, PARTICIPANTS, "Miete", speaker="B02")) == 1
    assert search(BOTH, PARTICIPANTS, "Arbeit", limit=3).table()["transcript"].tolist() == [
        "nord-1",
        "nord-1",
        "sued-1",
    ]
    with pytest.raises(MisuseError, match="did you mean 'nord-1'"):
        search(BOTH, PARTICIPANTS, "Miete", transcript="nord")


MANY = [transcript(f"t{number:02}") for number in range(30)]


@pytest.mark.parametrize("words", [None, index_words(MANY)])
@pytest.mark.parametrize("limit", [0, 1, 2, 3, 40, 300])
def test_the_first_places_are_the_first_of_all(words, limit):
    every = search(MANY, PARTICIPANTS, '"*o*" "die arbeit"', role="interviewee", words=words).table()
    first = search(MANY, PARTICIPANTS, '"*o*" "die arbeit"', role="interviewee", words=words, limit=limit).table()
    assert first.to_dict("records") == every.head(limit).to_dict("records")


def test_within_a_code_only_its_passages_and_those_of_its_sub_codes_are_searched():
    view = View(codings_table(CODINGS, BOTH, PARTICIPANTS, CODEBOOK), CODEBOOK)
    assert len(search(BOTH, PARTICIPANTS, "die", within=view.where(code="Wohnen"))) == 2
    assert len(search(BOTH, PARTICIPANTS, "Arbeit", within=view.where(code="Wohnen"))) == 0
    assert len(search(BOTH, PARTICIPANTS, "die", within=view.where(code="Zusammenleben"))) == 0


def test_places_are_counted_by_any_column():
    hits = search(BOTH, PARTICIPANTS, "die")
    assert hits.count("role").to_dict() == {"interviewee": 6, "interviewer": 2}
    assert hits.count("match").to_dict() == {"die": 8}
    with pytest.raises(MisuseError, match="column"):
        hits.count("cases")


def test_places_are_drawn_along_the_interviews_and_counted_in_bars():
    hits = search(BOTH, PARTICIPANTS, "die")
    marks = hits.chart().to_dict()["data"]["values"]
    assert {mark["transcript"] for mark in marks} == {"nord-1", "sued-1"}
    assert all(0 <= mark["at"] <= 100 for mark in marks)
    bars = hits.chart("role", language="en").to_dict()["data"]["values"]
    assert [(bar["name"], bar["places"]) for bar in bars] == [("interviewee", 6), ("interviewer", 2)]


@pytest.mark.parametrize(
    ("unit", "passages"),
    [
        ("turn", ["In einer Sozialwohnung. Die Miete in der Zweizimmer-Wohnung war hoch."]),
        ("sentence", ["In einer Sozialwohnung.", "Die Miete in der Zweizimmer-Wohnung war hoch."]),
        ("hit", ["Sozialwohnung", "Zweizimmer-Wohnung"]),
    ],
)
def test_what_was_found_is_coded_once_by_turn_sentence_or_hit(unit, passages):
    hits = search([NORTH], PARTICIPANTS, '"*wohnung"')
    codings = hits.code("Wohnen", coder="c1", unit=unit)
    assert [coding.span.of(NORTH.text) for coding in codings] == passages
    assert {(one.transcript, one.code, one.coder, one.version) for one in codings} == {(NORTH.id, "Wohnen", "c1", 1)}
    assert {one.unit for one in codings} == {"turn" if unit == "turn" else "segment"}


def test_a_phrase_over_two_sentences_takes_both():
    hits = search([NORTH], PARTICIPANTS, "Sozialwohnung. Die Miete")
    (coding,) = hits.code("Wohnen", coder="c1", unit="sentence")
    assert coding.span.of(NORTH.text).startswith("In einer")
    assert coding.span.of(NORTH.text).endswith("war hoch.")


def test_what_is_coded_already_is_left_out():
    hits = search([NORTH], PARTICIPANTS, "Sozialwohnung", known=lambda: CODINGS)
    assert hits.code("Wohnen", coder="c1", unit="hit") == []
    assert len(hits.code("Wohnen", coder="c3", unit="hit")) == 1


def test_turns_of_a_text_without_turns_are_refused():
    hits = search([Transcript("t", "Die Miete.", version=1)], (), "Miete")
    with pytest.raises(MisuseError, match="no turns"):
        hits.code("Wohnen", coder="c1")
    assert hits.code("Wohnen", coder="c1", unit="sentence")[0].span == Span(0, 10)


@pytest.mark.parametrize("wrong", [{"query": None}, {"query": 5}, {"context": -1}, {"limit": -1}, {"limit": "3"}])
def test_what_is_no_query_or_no_number_is_told_in_a_sentence(wrong):
    with pytest.raises(MisuseError, match=r"and not (None|5|-1|'3')"):
        search((), (), **{"query": "Miete", **wrong})
