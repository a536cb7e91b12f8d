"""A question is answered as the language says, however it is put together."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.exploration import View, codings_table
from interviews.exploration.queries import answer, parse
from tests.exploration.queries import reference
from tests.exploration.study import CODEBOOK, CODINGS, NORTH, PARTICIPANTS, SOUTH

CODES = ["A", "A/x", "B", "C"]
VIEW = View(codings_table(CODINGS, (NORTH, SOUTH), PARTICIPANTS, CODEBOOK), CODEBOOK)

rows = st.lists(
    st.fixed_dictionaries(
        {
            "transcript": st.sampled_from(["t1", "t2"]),
            "start": st.integers(0, 12),
            "length": st.integers(0, 5),
            "turn": st.one_of(st.none(), st.integers(1, 4)),
            "code": st.sampled_from(CODES),
            "case": st.sampled_from(["Nord", "Sued", None]),
            "weight": st.sampled_from([1.0, 2.0, None]),
        }
    ),
    min_size=1,
    max_size=10,
)
relations = st.sampled_from(["overlapping", "within", "containing", "equals", "followed by", "preceded by"])
distances = st.builds("within {} {}".format, st.integers(0, 4), st.sampled_from(["turns", "characters"]))
leaves = st.sampled_from(
    [*CODES, "case = Nord", "case != Nord", "case in (Nord, none)", "weight >= 2", "weight < 2", "weight = none"]
)


def larger(part):
    return st.one_of(
        st.builds("({} and {})".format, part, part),
        st.builds("({} or {} or {})".format, part, part, part),
        st.builds("not {}".format, part),
        st.builds("({} {} {})".format, part, relations, part),
        st.builds("({} followed by {} {})".format, part, part, distances),
        st.builds("({} preceded by {} {})".format, part, part, distances),
        st.builds("({} near {} {})".format, part, part, distances),
    )


questions = st.recursive(leaves, lambda part: larger(part.map(lambda words: f"({words})")), max_leaves=6)


def view_of(records):
    frame = pd.DataFrame([{**row, "end": row["start"] + row["length"]} for row in records])
    frame["turn"] = frame["turn"].astype("Int64")
    frame["case"] = pd.Categorical(frame["case"], ["Nord", "Sued"])
    frame["code"] = pd.Categorical(frame["code"], CODES)
    return View(frame.drop(columns="length"))


@given(rows, questions)
def test_any_question_has_the_answers_of_the_plainest_evaluation(records, question):
    plain = [{**row, "end": row["start"] + row["length"]} for row in records]
    found = answer(view_of(records), question, {}).nonzero()[0].tolist()
    assert found == sorted(reference.answers(parse(question), plain))


@settings(max_examples=30)
@given(rows, questions, questions)
def test_or_joins_what_each_side_answers(records, one, other):
    view = view_of(records)
    both = answer(view, one, {}) | answer(view, other, {})
    assert (answer(view, f"({one}) or ({other})", {}) == both).all()


def found(question, **more):
    return VIEW.query(question, **more).table()["code"].tolist()


def test_a_code_stands_for_its_codings_and_those_of_its_sub_codes():
    assert found("Wohnen") == ["Wohnen", "Wohnen", "Wohnen/Miete", "Wohnen/Miete"]
    assert found("miete") == ["Wohnen/Miete", "Wohnen/Miete"]


def test_a_coding_answers_where_it_shares_a_character_with_the_other_code():
    assert found('Miete and (code = "Wohnen" and coder = c2 or case = Sued)') == ["Wohnen/Miete"]
    assert found("Arbeit and Wohnen") == []
    assert found("Wohnen and not Miete") == ["Wohnen"]


def test_a_coding_lies_within_another_one_not_within_itself():
    assert VIEW.query("Wohnen within Wohnen").table()["text"].tolist() == ["Sozialwohnung", "Die Miete"]


def test_turns_count_how_far_a_code_follows():
    assert found("Miete followed by Arbeit within 3 turns") == ["Wohnen/Miete"]
    assert found("Miete followed by Arbeit within 2 turns") == []
    assert found("Arbeit preceded by Miete within 3 turns") == ["Arbeit"]


def test_german_words_ask_the_same():
    assert found("Miete gefolgt von Arbeit innerhalb von 3 Beiträgen und Fall = nord") == ["Wohnen/Miete"]
    assert found("NICHT Wohnen oder Arbeit") == ["Arbeit"]
    assert found("Wohnen innerhalb Wohnen und codierer = c1") == ["Wohnen", "Wohnen/Miete"]
    assert found("rolle = Befragte und nicht Wohnen") == ["Arbeit"]


def test_an_answer_remembers_its_question_and_can_be_asked_on():
    view = VIEW.query("Wohnen  and\ncase = Nord")
    assert view.question == "Wohnen and case = Nord"
    assert repr(view).startswith("Wohnen and case = Nord\n3 codings")
    assert "<code>Wohnen and case = Nord</code>" in view._repr_html_()
    assert len(view.query("Miete")) == 1


def test_a_saved_query_stands_in_another_one_as_if_in_brackets():
    saved = {"rent": "Miete or Arbeit", "north": "@rent and case = Nord"}
    assert found("@north", saved=saved) == ["Wohnen/Miete", "Arbeit"]
    assert found("not @rent", saved=saved) == ["Wohnen"]
    with pytest.raises(MisuseError, match="no code 'Mite'") as told:
        VIEW.query("@rent", {"rent": "Mite"})
    assert str(told.value).startswith("In the saved query @rent: ")


def test_no_codings_have_no_answers():
    nothing = View(codings_table([], (NORTH,), PARTICIPANTS, CODEBOOK), CODEBOOK)
    assert len(nothing.query("Wohnen near Arbeit within 2 turns or not (Miete within Wohnen) or memo ~ x")) == 0
