"""One file: the text stays as it is, the language is guessed, and nothing is ever raised."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.errors import Severity
from interviews.formats import SUFFIXES, read_file
from interviews.formats.language import guess_language
from tests.formats.documents.word import document, paragraph
from tests.strategies import texts

GERMAN = "I: Wie war das für Sie?\nB: Also das war schon so, dass wir nicht wussten, wie es weitergeht und was ist.\n"
ENGLISH = "I: How was that for you?\nP: Well it was just so that we had no idea what they would do with all of this.\n"
POLISH = "B: Jak to było dla pani?\nR: No to było tak, że ja nie wiedziałam, co z tym zrobić i jak to jest tam.\n"
FRENCH = "I: Comment cela s'est passé?\nR: Nous ne savions pas du tout ce que cela voulait dire pour notre vie.\n"


@given(texts, st.sampled_from([".txt", ".md"]), st.booleans())
def test_the_text_is_the_file_apart_from_line_ends_and_mark(
    tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str, mark: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / f"text{suffix}"
    path.write_bytes(("\ufeff" * mark + text).encode())
    transcript = read_file(path, "de").transcript
    if transcript is None:
        assert not text.strip()
    else:
        assert transcript.text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary(max_size=200), st.sampled_from([*SUFFIXES, ".exe", ""]))
def test_random_bytes_never_raise(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"junk{suffix}"
    path.write_bytes(content)
    check_reading(path)


DOCUMENT = document(paragraph("I: Ja?"), paragraph("B: Nein."))


@given(st.integers(0, len(DOCUMENT) - 1), st.binary(min_size=1, max_size=8), st.sampled_from(SUFFIXES))
def test_a_document_with_damaged_bytes_never_raises(
    tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"damaged{suffix}"
    path.write_bytes(DOCUMENT[:at] + junk + DOCUMENT[at + len(junk) :])
    check_reading(path)


def check_reading(path: Path) -> None:
    reading = read_file(path, "de")
    if reading.transcript is None:
        assert [problem.severity for problem in reading.problems] == [Severity.ERROR]
    assert all(problem.where == path.name for problem in reading.problems)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.docx", b"", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("a.txt", b"%PDF-1.7", "PDF"),
        ("a.txt", b"{\\rtf1 I: Ja?}", "RTF"),
        ("a.odt", b"PK\x03\x04", "damaged"),
        ("~$a.docx", b"I: Ja?", "lock file"),
    ],
)
def test_what_cannot_be_read_gives_one_clear_sentence(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    reading = read_file(path)
    assert reading.transcript is None
    (problem,) = reading.problems
    assert problem.severity is Severity.ERROR
    assert problem.where == name
    assert sentence in problem.message


def test_a_missing_file_and_a_folder_are_problems_too(tmp_path: Path) -> None:
    (tmp_path / "ordner.txt").mkdir()
    for path in (tmp_path / "fehlt.txt", tmp_path / "ordner.txt"):
        assert "cannot be opened" in read_file(path).problems[0].message


@pytest.mark.parametrize(
    ("text", "language"),
    [(GERMAN, "de"), (ENGLISH, "en"), (POLISH, "pl"), (FRENCH * 5, None), ("ja", None), ("", None)],
)
def test_the_language_is_told_by_common_words(text: str, language: str | None) -> None:
    assert guess_language(text) == language


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wohnungsgesellschaft kündigt Mietverträge", "de"),
        ("Mieszkania podrożały wczoraj", "pl"),
        ("مرحبا كيف حالك", None),
    ],
)
def test_a_dictionary_tells_the_language_of_a_few_words(text: str, language: str | None) -> None:
    assert guess_language(text) == language


def test_a_language_that_is_not_known_is_taken_for_german_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FRENCH * 5)
    reading = read_file(path)
    assert reading.transcript is not None
    assert reading.transcript.language == "de"
    assert "language could not be told" in reading.problems[-1].message
    given_language = read_file(path, "fr")
    assert given_language.transcript is not None
    assert given_language.transcript.language == "fr"
    assert given_language.problems == reading.problems[:-1]


def test_a_transcript_knows_its_name_source_and_format(tmp_path: Path) -> None:
    path = tmp_path / "hafen-1.md"
    path.write_text(GERMAN)
    transcript = read_file(path).transcript
    assert transcript is not None
    assert (transcript.name, transcript.source, transcript.format) == ("hafen-1", str(path), "md")
    assert transcript.version == 0
