"""Codebooks as spreadsheets: what teams have is read, and what was written is read back the same."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import interviews as iv
from interviews.coding import codebook_of_rows, codebook_sheet
from interviews.errors import MisuseError
from interviews.formats import write_sheets
from interviews.model import Code, Codebook

# Control characters other than tab and line feed have no place in a workbook.
CHARACTERS = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="/\ufffe\uffff", include_characters="\n\t"
)
AWKWARD = st.sampled_from(
    ["=SUMME(A1)", "-5", "007", "1,5", "+49", "@x", "'=x", "'", '"a"', " rand ", "a > b", "1e5", "ja"]
)
NAMES = st.one_of(AWKWARD, st.text(CHARACTERS, min_size=1, max_size=6)).filter(str.strip)
TEXTS = st.one_of(AWKWARD, st.text(CHARACTERS, max_size=12), st.just(""))
COLOURS = st.from_regex(r"\A#[0-9A-F]{6}\Z")


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    codes: dict[str, Code] = {}
    for name in draw(st.lists(NAMES, min_size=1, max_size=6)):
        above = draw(st.sampled_from([None, *codes.values()]))
        path = f"{above.path}/{name}" if above else name
        code = Code(
            path, draw(TEXTS), draw(TEXTS), draw(TEXTS), draw(TEXTS), draw(TEXTS), draw(COLOURS), memo=draw(TEXTS)
        )
        labels = MappingProxyType(draw(st.dictionaries(st.sampled_from(["de", "en", "pl", "pt-BR"]), TEXTS)))
        codes[path] = replace(code, labels=labels, retired=draw(st.booleans()), anchor_source=draw(TEXTS))
    return Codebook(draw(TEXTS), draw(st.integers(1, 99)), tuple(codes.values()), draw(st.sampled_from(["de", "en"])))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@given(book=codebooks())
@example(book=Codebook("=a", 3, (Code("-5"), Code("-5/007"), Code("'=x"), Code('"a"'), Code(" a "), Code(" a /b"))))
def test_a_written_codebook_is_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, book: Codebook, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"codes{suffix}"
    write_sheets([codebook_sheet(book)], path)
    assert iv.read_codebook(path) == book


def rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().split("\n")]


PATHS = """
Code|Definition|Ankerbeispiel|Farbe
Wohnen|Alles zur Wohnung|Die Wohnung war klein|#4477AA
Wohnen / Zugang|Suche||
Arbeit > Zugang|||
Arbeit|||
"""
PARENTS = """
Name|Obercode|Beschreibung
Zugang|Wohnen|Suche
Wohnen||Alles zur Wohnung
Kaution|Wohnen/Zugang|
"""
LEVELS = """
Hauptkategorie|Unterkategorie|Abgrenzung
Wohnen||
|Zugang|nicht: Miete
|Miete|
Arbeit|Zugang|
"""


@pytest.mark.parametrize(
    ("table", "paths"),
    [
        (PATHS.replace("Arbeit|||\n", "").replace("Arbeit > Zugang", "Arbeit"), ["Wohnen", "Wohnen/Zugang", "Arbeit"]),
        (PARENTS, ["Wohnen", "Wohnen/Zugang", "Wohnen/Zugang/Kaution"]),
        (LEVELS, ["Wohnen", "Wohnen/Zugang", "Wohnen/Miete", "Arbeit", "Arbeit/Zugang"]),
        ("Thema|Code|Subcode\nA|b|c\nA|b|d\n", ["A", "A/b", "A/b/c", "A/b/d"]),
        ("Ebene 1|Ebene 2|Ebene 3\nA||\n||c\n|b|", ["A", "A/c", "A/b"]),
    ],
)
def test_codes_stand_as_paths_under_parents_or_in_levels(table: str, paths: list[str]) -> None:
    assert [code.path for code in codebook_of_rows(rows(table), "codes.xlsx")] == paths


def test_a_path_may_stand_before_its_parent() -> None:
    book = codebook_of_rows(rows(PATHS), "codes.xlsx")
    assert [code.path for code in book] == ["Wohnen", "Wohnen/Zugang", "Arbeit", "Arbeit/Zugang"]


def test_headers_in_german_and_polish_are_known_and_colours_go_down() -> None:
    book = codebook_of_rows(rows(PATHS.replace("Definition", "Definicja")), "codes.xlsx")
    first, second = book.codes[:2]
    assert (first.definition, first.anchor, first.colour) == ("Alles zur Wohnung", "Die Wohnung war klein", "#4477AA")
    assert second.colour == "#4477AA"
    assert book.name == "codes"


def test_headers_as_german_textbooks_print_them_are_known() -> None:
    table = rows("Kategorie|Übergeordneter Code|Ankerbeispiele|Kodierregeln\nKosten|Wohnen|teuer|Geld\nWohnen|||")
    kosten = codebook_of_rows(table, "codes.csv").codes[1]
    assert (kosten.path, kosten.anchor, kosten.use_when) == ("Wohnen/Kosten", "teuer", "Geld")


def test_names_in_other_languages_have_columns_of_their_own() -> None:
    book = codebook_of_rows(rows("code|label_en|Bezeichnung (pl)\nWohnen|Housing|Mieszkanie"), "c.csv")
    assert book.codes[0].labels == {"en": "Housing", "pl": "Mieszkanie"}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("", "codes.xlsx: the table is empty"),
        ("code", "codes.xlsx, row 1: there are no codes"),
        ("Definition\nx", "codes.xlsx, row 1: there is no column 'code'"),
        ("code|Defintion\na|b", r"codes.xlsx, row 1: the column 'Defintion' is not known \(did you mean 'definition'"),
        ("code|Code\na|b", "codes.xlsx, row 1: there are two columns"),
        ("code|farbe\na|rot", "codes.xlsx, row 2: the colour must be"),
        ("code|memo\na|\n|x", "codes.xlsx, row 3: this row names no code"),
        ("code\na\n\na", "codes.xlsx, row 4: the code 'a' is there already"),
        ("code\na\nB/c", "codes.xlsx, row 3: there is no code 'B'"),
        ("code|parent\na|b\nb|a", "codes.xlsx, row 2: there is no code 'b'"),
        ("code|version\na|zwei", "codes.xlsx, row 2: the version"),
    ],
)
def test_complaints_name_file_and_row(table: str, words: str) -> None:
    with pytest.raises(MisuseError, match=words):
        codebook_of_rows(rows(table) if table else [], "codes.xlsx")


def test_numbers_of_a_workbook_are_names(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["Code", "Definition"], [2020, 1.5], ["2020/a", None]):
        book.active.append(row)
    book.save(tmp_path / "codes.xlsx")
    read = iv.read_codebook(tmp_path / "codes.xlsx")
    assert [(code.path, code.definition) for code in read] == [("2020", "1.5"), ("2020/a", "")]
