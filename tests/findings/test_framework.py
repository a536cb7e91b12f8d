import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.findings import framework
from interviews.model import Case, Code, Codebook


@pytest.fixture
def matrix(frame, codebook, cases, participants):
    return framework(frame, codebook, cases, participants)


@pytest.mark.parametrize(
    ("measure", "hafen", "revier"),
    [
        ("codings", [5, 1, 0], [0, 2, 0]),
        ("passages", [3, 1, 0], [0, 2, 0]),
        ("transcripts", [2, 1, 0], [0, 1, 0]),
        ("participants", [2, 1, 0], [0, 1, 0]),
    ],
)
def test_every_measure_counts_what_a_person_counts(matrix, measure, hafen, revier):
    counts = matrix.counts(measure)
    assert list(counts.columns) == ["Wohnen", "Schule", "Feste"]
    assert counts.loc["hafen"].tolist() == hafen
    assert counts.loc["revier"].tolist() == revier
    assert counts.loc["leer"].tolist() == [0, 0, 0]


def test_an_unknown_measure_is_refused(matrix):
    with pytest.raises(MisuseError, match="passages"):
        matrix.counts("words")


def test_overlapping_codings_of_a_theme_are_one_passage_with_its_words_once(matrix, make):
    cell = matrix.cell("hafen", "Wohnen")
    assert cell[["transcript", "start", "end"]].values.tolist() == [
        ["hafen-1", 0, 90],
        ["hafen-1", 200, 260],
        ["hafen-2", 0, 80],
    ]
    assert cell["text"][0] == (make.text * 20)[:90]
    assert cell["codes"][0] == ("Wohnen/Miete", "Wohnen/Suche")
    assert cell["coders"][0] == ("c1", "c2")


def test_touching_passages_stay_two(matrix):
    assert len(matrix.cell("revier", "Schule")) == 2


def test_a_case_or_theme_that_is_not_there_is_refused(matrix):
    with pytest.raises(MisuseError, match="case"):
        matrix.cell("nirgends", "Wohnen")
    with pytest.raises(MisuseError, match="theme"):
        matrix.summary("hafen", "Wetter")


def test_codings_without_a_case_or_of_a_foreign_theme_are_counted_all_the_same(make, codebook, cases):
    frame = make.table(make.row("hafen-1", 0, 9, "Verkehr/Bus"), make.row("x-1", 0, 9, "Schule", case=None))
    counts = framework(frame, codebook, cases).counts()
    assert counts.loc["hafen", "Verkehr"] == 1
    assert counts.loc["–", "Schule"] == 1
    assert counts.to_numpy().sum() == 2


def test_categories_as_the_codings_table_has_them_are_understood(frame, codebook, cases):
    ordered = frame.assign(
        case=pd.Categorical(frame["case"], ["hafen", "revier"], ordered=True),
        theme=pd.Categorical(frame["theme"], ["Wohnen", "Schule", "Feste"], ordered=True),
        turn=frame["turn"].astype("Int64"),
    )
    assert framework(ordered, codebook, cases).counts().equals(framework(frame, codebook, cases).counts())


def test_a_table_without_a_needed_column_is_refused_by_name(frame, codebook, cases):
    with pytest.raises(MisuseError, match="'coder'"):
        framework(frame.drop(columns="coder"), codebook, cases)


def test_without_codings_every_case_and_theme_is_shown_with_none(make, codebook, cases):
    matrix = framework(make.table(), codebook, cases)
    assert matrix.counts().shape == (3, 3)
    assert matrix.counts("participants").to_numpy().sum() == 0
    assert "Feste" in matrix._repr_html_()
    assert matrix.chart().to_dict()


places = st.tuples(
    st.sampled_from(["a-1", "a-2", "b-1"]),
    st.integers(0, 60),
    st.integers(1, 20),
    st.sampled_from(["X", "X/1", "X/2", "Y", "Y/1"]),
    st.sampled_from(["c1", "c2", "c3"]),
)


@given(st.lists(places, max_size=30))
def test_the_cells_sum_to_the_distinct_codings_and_passages_never_exceed_them(make, rows):
    frame = make.table(
        *(make.row(name, start, start + length, code, coder) for name, start, length, code, coder in rows)
    )
    matrix = framework(frame, Codebook("b", 1, (Code("X"), Code("Y"))), [Case("a"), Case("b"), Case("c")])
    distinct = {(name, start, start + length, code) for name, start, length, code, _ in rows}
    codings, passages = matrix.counts().to_numpy(), matrix.counts("passages").to_numpy()
    assert codings.sum() == len(distinct)
    assert (passages <= codings).all()
    assert ((passages == 0) == (codings == 0)).all()
    assert (matrix.counts("transcripts").to_numpy() <= passages).all()


def test_a_summary_is_a_draft_with_no_more_passages_than_asked_for(matrix):
    summary = matrix.summary("hafen", "Wohnen", n=2)
    assert summary.draft
    assert len(summary.passages) == 2
    assert "draft" in summary._repr_html_()
    assert len(matrix.summary("leer", "Feste").passages) == 0


def test_the_matrix_escapes_what_it_shows(make, codebook):
    matrix = framework(make.table(make.row("<b>-1", 0, 9, "Schule")), codebook, [Case("<b>")])
    assert "<b>" not in matrix._repr_html_()
    assert "&lt;b&gt;" in matrix._repr_html_()


def test_the_chart_names_every_case_theme_and_number(matrix):
    spec = matrix.chart().to_dict()
    cells = spec["data"]["values"]
    assert len(cells) == 9
    assert {"case": "hafen", "theme": "Wohnen", "count": 3}.items() <= cells[0].items()


def test_a_representation_shows_figures_only(matrix):
    assert repr(matrix) == "Framework(3 cases, 3 themes, 8 codings)"
