import pandas as pd
import pytest

from interviews.errors import MisuseError
from interviews.findings import framework, profile


@pytest.fixture
def matrix(frame, codebook, cases, participants):
    return framework(frame, codebook, cases, participants)


def test_the_numbers_of_a_profile_are_those_of_its_case(matrix, study):
    hafen = profile("hafen", matrix, transcripts=study.transcripts, quotes=study.quotes)
    assert (hafen.interviews, hafen.participants, hafen.words) == (3, 3, 2500)
    assert (hafen.codings, hafen.passages) == (6, 4)
    assert hafen.groups == (("resident", 2), ("local actor", 1))
    assert hafen.themes["theme"].tolist() == ["Wohnen", "Schule", "Feste"]
    assert hafen.themes["participants"].tolist() == [2, 1, 0]
    assert hafen.silent == ("Feste",)
    assert {quote.case for quote in hafen.quotes} == {"hafen"}
    assert hafen.draft


def test_without_a_table_of_transcripts_the_coded_ones_count_and_words_are_unknown(matrix):
    hafen = profile("hafen", matrix)
    assert (hafen.interviews, hafen.words) == (2, None)


def test_a_case_without_codings_has_a_profile_that_says_so(matrix, study):
    leer = profile("leer", matrix, transcripts=study.transcripts)
    assert (leer.interviews, leer.passages, leer.quotes) == (0, 0, ())
    assert leer.silent == ("Wohnen", "Schule", "Feste")
    assert len(leer.key_passages) == 0
    assert "leer" in leer._repr_html_()


def test_key_passages_come_one_from_each_main_theme(matrix):
    assert profile("hafen", matrix).key_passages["theme"].tolist() == ["Wohnen", "Schule"]


def test_an_unknown_case_is_refused(matrix):
    with pytest.raises(MisuseError, match="nirgends"):
        profile("nirgends", matrix)


def test_words_mark_a_case_only_against_others_in_its_language(make, codebook, cases):
    words = {"hafen-1": "Kran Kran Kran Schiff " * 20, "revier-1": "Zeche Kohle Zeche " * 20}
    frame = make.table(*(make.row(name, 0, 60, "Schule", text=text) for name, text in words.items()))
    matrix = framework(frame, codebook, cases)
    one_language = pd.DataFrame({"transcript": list(words), "case": ["hafen", "revier"], "language": ["de", "de"]})
    assert "kran" in profile("hafen", matrix, transcripts=one_language).marks
    assert profile("hafen", matrix, transcripts=one_language.assign(language=["de", "pl"])).marks == ()
