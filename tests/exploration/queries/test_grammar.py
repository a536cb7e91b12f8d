"""Whatever is typed is understood, or answered with a sentence and the place."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.exploration.queries import parse
from interviews.exploration.queries.expression import Both, Coded, Condition, Either, Negated, Related

PIECES = [*"()=<>~,@", '"', "„", "“", "'", "A", "and", "or", "not", "in", "none", "within", "3", "turns", "followed"]
PIECES += ["by", "near", "case", "review", "gefolgt von", "innerhalb", "\n", "é", "@x"]


def shape(part):
    """The structure of an expression, without places."""
    match part:
        case Coded(code):
            return code.text
        case Both(parts):
            return ("and", *map(shape, parts))
        case Either(parts):
            return ("or", *map(shape, parts))
        case Negated(one):
            return ("not", shape(one))
        case Related(left, relation, right, distance):
            return (shape(left), str(relation), shape(right), *((distance.most,) if distance else ()))
        case Condition(column, operator, values):
            return f"{column.text} {operator} {'|'.join(value.text if value else '-' for value in values)}"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("A or B and C", ("or", "A", ("and", "B", "C"))),
        ("not A and B", ("and", ("not", "A"), "B")),
        ("not A within B", ("not", ("A", "within", "B"))),
        ("A within B within C", (("A", "within", "B"), "within", "C")),
        ("A followed by B within 3 turns within C", (("A", "followed by", "B", 3), "within", "C")),
        ("A followed by B within C", (("A", "followed by", "B"), "within", "C")),
        ("A gefolgt von B innerhalb von 12 Zeichen", ("A", "followed by", "B", 12)),
        ("A NAHE B innerhalb 2 Beiträgen oder C", ("or", ("A", "near", "B", 2), "C")),
        ("A überlappt mit B", ("A", "overlapping", "B")),
        ('"A und B" und „C/D e“', ("and", "A und B", "C/D e")),
        ("case = Nord", "case = Nord"),
        ("Fall in (Nord, 'Bad Süd', keiner)", "Fall = Nord|Bad Süd|-"),
        ("case not in (A,B)", "case != A|B"),
        ("age>=40", "age >= 40"),
        ("age ≤ 40", "age <= 40"),
        ("text ~ „hohe Miete*“", "text ~ hohe Miete*"),
        ("review", "review != -"),
        ('"review"', "review"),
        ("((A))", "A"),
    ],
)
def test_a_question_has_one_structure(question, expected):
    assert shape(parse(question)) == expected


@pytest.mark.parametrize(
    ("question", "sentence", "at"),
    [
        ("A and", "missing", 5),
        ("A B", "'and' or 'or' is missing", 2),
        ("(A or B", "not closed", 0),
        ("A)", "never opened", 1),
        ('A and "B', "quotation mark is not closed", 6),
        ("A near B", "say how near", 7),
        ("A within B within 3 turns", "A distance goes with 'followed by'", 9),
        ("A within 3 turns", "Before a distance comes", 2),
        ("A followed B", "After 'followed' comes 'by'", 2),
        ("A near B within 3 days", "counted in turns or characters", 18),
        ("case = ", "value is missing", 7),
        ("case in Nord", "in brackets", 8),
        ("case in (Nord Sued)", "between values stand commas", 8),
        ("= 3", "name of a code", 0),
        ("A ! B", "means nothing", 2),
        ("and B", "stands in quotation marks", 0),
        ("@", "After @ comes", 0),
        ("@x", "no saved query @x: there are: none yet", 0),
        ("A and\nB and and C", "stands in quotation marks", 6),
        ("(" * 500 + "A" + ")" * 500, "Too many things", 80),
        ("A within " * 500 + "A", "Too many things", None),
        ("not " * 500 + "A", "Too many things", None),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_place(question, sentence, at):
    with pytest.raises(MisuseError, match=sentence) as told:
        parse(question)
    if at is not None:
        assert str(told.value).splitlines()[-1].index("^") == at + 2


def test_an_empty_question_is_refused():
    with pytest.raises(MisuseError, match="question is empty"):
        parse(" \n")


def test_a_long_row_of_or_is_no_problem():
    assert len(parse(" or ".join(["A"] * 5000)).parts) == 5000


def test_saved_queries_that_need_one_another_in_a_circle_are_told():
    with pytest.raises(MisuseError, match="@a → @b → @a"):
        parse("A and @a", {"a": "B or @b", "b": "not @a"})
    with pytest.raises(MisuseError, match="did you mean @rent"):
        parse("@rend", {"rent": "A"})


def test_saved_queries_that_double_at_every_step_are_read_once():
    saved = {f"q{n}": f"@q{n + 1} or @q{n + 1}" for n in range(18)} | {"q18": "A"}
    parse("@q0", saved)


@settings(max_examples=60)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)))
def test_anything_typed_is_understood_or_refused_in_a_sentence(question):
    with suppress(MisuseError):
        assert parse(question, {"x": "A"})
