from interviews.coding import CodingRow, check_codings
from interviews.model import Code, Codebook, Coding, Span

BOOK = Codebook("ankunft", 1, (Code("Wohnen"), Code("Wohnen/Miete")))


def messages(*rows: CodingRow | Coding) -> list[str]:
    return [str(problem) for problem in check_codings(rows, BOOK, {"interview-1": 100})]


def test_codings_that_fit_have_no_problem() -> None:
    assert (
        messages(
            CodingRow("interview-1", Span(0, 100), "Wohnen", "c1"),
            Coding("interview-1", Span(5, 6), "Wohnen/Miete", "c1"),
        )
        == []
    )


def test_a_coding_outside_the_text_is_found() -> None:
    assert messages(CodingRow("interview-1", Span(90, 101), "Wohnen", "c1")) == [
        "interview-1, 90–101: the coding ends outside the text, which has 100 characters"
    ]


def test_an_empty_coding_is_found() -> None:
    assert "covers no character" in messages(CodingRow("interview-1", Span(9, 9), "Wohnen", "c1"))[0]


def test_a_code_the_codebook_lacks_is_found_with_the_nearest_one() -> None:
    assert "did you mean 'Wohnen/Miete'?" in messages(CodingRow("interview-1", Span(0, 9), "Wohnen/Mieten", "c1"))[0]


def test_an_unknown_transcript_is_found_with_the_nearest_one() -> None:
    found = messages(CodingRow("interview_1", Span(0, 900), "Wohnen", "c1"))
    assert len(found) == 1
    assert "did you mean 'interview-1'?" in found[0]


def test_a_retired_code_is_for_no_new_coding() -> None:
    book = Codebook("ankunft", 2, (Code("Wohnen", retired=True),))
    (problem,) = check_codings([CodingRow("i", Span(0, 5), "Wohnen", "c1")], book, {"i": 100})
    assert "was retired: choose another one" in str(problem)
