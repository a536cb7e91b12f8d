from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.coding import read_codebook, to_yaml, write_codebook
from interviews.errors import MisuseError
from interviews.model import Code, Codebook

NESTED = """\
codebook: ankunft
version: 3
language: de
codes:
  - name: Wohnen
    labels: {en: Housing, no: Bolig}
    colour: "#4477AA"
    definition: Alles, was die Wohnung betrifft.
    codes:
      - name: Zugang
        use_when: Suche und Bewerbung.
      - name: Miete
        colour: "#112233"
        codes: [{name: Kaution}]
  - name: 2020
"""
FLAT = """\
codes:
  - {name: Kaution, parent: Wohnen/Miete}
  - {name: Wohnen, colour: "#4477AA"}
  - {name: Miete, parent: Wohnen}
"""


def read(text: str, folder: Path) -> Codebook:
    path = folder / "codes.yaml"
    path.write_text(text, encoding="utf-8")
    return read_codebook(path)


def test_nested_codes_become_paths_and_inherit_the_colour(tmp_path: Path) -> None:
    book = read(NESTED, tmp_path)
    assert (book.name, book.version, book.language) == ("ankunft", 3, "de")
    assert {code.path: code.colour for code in book} == {
        "Wohnen": "#4477AA",
        "Wohnen/Zugang": "#4477AA",
        "Wohnen/Miete": "#112233",
        "Wohnen/Miete/Kaution": "#112233",
        "2020": "#777777",
    }
    assert book.codes[0].labels == {"en": "Housing", "no": "Bolig"}
    assert book.codes[1].use_when == "Suche und Bewerbung."


def test_codes_placed_by_parent_stand_after_it(tmp_path: Path) -> None:
    book = read(FLAT, tmp_path)
    assert [code.path for code in book] == ["Wohnen", "Wohnen/Miete", "Wohnen/Miete/Kaution"]
    assert {code.colour for code in book} == {"#4477AA"}
    assert book.name == "codes"


_WHOLE = ("not a YAML file", "empty", "no codes")
"""Complaints about the file as a whole have no column."""
WRONG = {
    "not YAML": ("codes: [\n  - {name: A", 2, "not valid YAML"),
    "binary": ("codes: \x00\x01", 1, "not a YAML file"),
    "empty": ("# nothing but a remark\n", 1, "empty"),
    "no codes": ("codebook: a\n", 1, "no codes"),
    "no codes in the list": ("codes:\n", 1, "no codes"),
    "a list at the top": ("- a\n", 1, "key: value"),
    "duplicate": ("codes:\n- name: A\n- name: B\n- name: A\n", 4, "already defined in line 2"),
    "duplicate below": ("codes:\n- name: A\n  codes:\n  - name: x\n- name: x\n  parent: A\n", 5, "'A/x' is already"),
    "cycle": ("codes:\n- name: A\n  parent: B\n- name: B\n  parent: A\n", 3, "cycle (A → B → A)"),
    "its own parent": ("codes:\n- name: A\n  parent: A\n", 3, "cycle (A → A)"),
    "cycle by alias": ("codes:\n- &a\n  name: A\n  codes:\n  - *a\n", 5, "cycle"),
    "unknown parent": ("codes:\n- name: Wohnen\n- name: B\n  parent: Wohnnen\n", 4, "did you mean 'Wohnen'?"),
    "waits for unknown": ("codes:\n- {name: C, parent: X/B}\n- {name: B, parent: X}\n", 3, "no code 'X'"),
    "unknown key": ("codes:\n- name: A\n  defintion: x\n", 3, "did you mean 'definition'?"),
    "unknown key on top": ("codes: [{name: A}]\nverison: 2\n", 2, "did you mean 'version'?"),
    "parent of a nested code": (
        "codes:\n- name: A\n  codes:\n  - name: B\n    parent: A\n",
        5,
        "'parent' is not known",
    ),
    "key twice": ("codes:\n- name: A\n  name: B\n", 3, "twice"),
    "no name": ("codes:\n- definition: x\n", 2, "no name"),
    "empty name": ("codes:\n- name:\n", 2, "no name"),
    "slash": ("codes:\n- name: A/B\n", 2, "contains '/'"),
    "colour": ("codes:\n- name: A\n  colour: red\n", 3, "six hexadecimal digits"),
    "colour without quotes, a remark": ("codes:\n- name: A\n  codes:\n  - name: B\n    colour: [1]\n", 5, "plain text"),
    "text as list": ("codes:\n- name: A\n  definition: [x]\n", 3, "plain text"),
    "codes as mapping": ("codes:\n  A: x\n", 2, "must be a list"),
    "code as text": ("codes:\n- A\n", 2, "key: value"),
    "tab": ("codes:\n- name: A\n\tmemo: x\n", 3, "a tab; indent with blanks"),
    "retired": ("codes:\n- name: A\n  retired: maybe\n", 3, "'retired' must be true or false"),
    "retired list": ("codes:\n- name: A\n  retired: [1]\n", 3, "plain text"),
    "anchor": ("codes:\n- name: A\n  anchor: {txt: x}\n", 3, "did you mean 'text'?"),
    "anchor list": ("codes:\n- name: A\n  anchor: [x]\n", 3, "plain text"),
    "was": ("codes:\n- name: A\n  was: {x: y}\n", 3, "plain text"),
    "labels": ("codes:\n- name: A\n  labels: Housing\n", 3, "key: value"),
    "version": ("version: one\ncodes:\n- name: A\n", 1, "whole number"),
}


@pytest.mark.parametrize(("text", "line", "words"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_codebook_is_refused_with_file_and_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(MisuseError) as raised:
        read(text, tmp_path)
    assert str(raised.value).startswith(f"codes.yaml, line {line}{': ' if words in _WHOLE else ', column '}")
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("junk", [b"\xff\xfe\x00\x9f", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "codes.yaml"
    path.write_bytes(junk)
    with pytest.raises(MisuseError, match="UTF-8"):
        read_codebook(path)


def test_a_missing_file_and_an_unwritable_folder_are_misuse(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="cannot be read"):
        read_codebook(tmp_path / "no.yaml")
    with pytest.raises(MisuseError, match="cannot be written"):
        write_codebook(Codebook("a", 1, (Code("A"),)), tmp_path / "none" / "a.yaml")


def test_a_code_without_its_parent_is_not_written() -> None:
    with pytest.raises(MisuseError, match="'Wohnen'"):
        to_yaml(Codebook("a", 1, (Code("Wohnen/Miete"),)))


def test_long_texts_stay_on_one_line_and_empty_fields_are_left_out() -> None:
    book = Codebook(
        "a", 1, (Code("A", definition="Wort " * 80 + "Ende", colour="#112233"), Code("A/B", colour="#112233"))
    )
    written = to_yaml(book).splitlines()
    assert len(written) == 9
    assert sum("colour" in line for line in written) == 1
    assert not any("use_when" in line for line in written)


def test_the_bundled_codebook_survives_writing(codebook_file: Path, tmp_path: Path) -> None:
    if not codebook_file.exists():
        pytest.skip("the bundled codebook is not there")
    book = read_codebook(codebook_file)
    assert all(code.definition and code.use_when and code.not_when and code.anchor for code in book)
    write_codebook(book, tmp_path / "again.yaml")
    again = read_codebook(tmp_path / "again.yaml")
    assert again == book
    assert to_yaml(again) == to_yaml(book)


def test_a_code_apart_from_its_family_keeps_its_place(tmp_path: Path) -> None:
    paths = ["A", "A/x", "A/y", "A/x/1", "A/z", "B", "A/x/2"]
    book = Codebook("a", 1, tuple(Code(path) for path in paths))
    write_codebook(book, tmp_path / "codes.yaml")
    assert [code.path for code in read_codebook(tmp_path / "codes.yaml")] == paths


def test_an_anchor_has_its_source_and_a_code_can_be_retired(tmp_path: Path) -> None:
    text = "codes:\n- name: A\n  retired: true\n  anchor: {text: Wir suchen, source: 'nord-02, turn 14'}\n"
    book = read(text, tmp_path)
    assert (book.codes[0].anchor, book.codes[0].anchor_source) == ("Wir suchen", "nord-02, turn 14")
    assert book.codes[0].retired
    assert "\n      text: Wir suchen\n      source: nord-02, turn 14\n" in to_yaml(book)


def test_what_a_code_was_is_read_with_its_place(tmp_path: Path) -> None:
    book = read("codes:\n- name: A\n  was: [X, Y/b]\n- name: B\n  was: Z\n", tmp_path)
    assert {path: [one.path for one in formers] for path, formers in book.was.items()} == {
        "A": ["X", "Y/b"],
        "B": ["Z"],
    }
    assert book.was["B"][0].where == "codes.yaml, line 5, column 8"


def test_codes_lie_as_deep_as_one_likes(tmp_path: Path) -> None:
    book = Codebook("a", 1, tuple(Code("/".join("x" * depth)) for depth in range(1, 400)))
    write_codebook(book, tmp_path / "deep.yaml")
    assert read_codebook(tmp_path / "deep.yaml") == book


names = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="/"), min_size=1, max_size=6).filter(
    str.strip
)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
colours = st.from_regex(r"\A#[0-9A-F]{6}\Z")


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """Codes hung at random under earlier ones, not necessarily next to them."""
    codes: dict[str, Code] = {}
    for name in draw(st.lists(names, min_size=1, max_size=8)):
        above = draw(st.sampled_from([None, *codes.values()]))
        path = f"{above.path}/{name}" if above else name
        source, retired = draw(texts), draw(st.booleans())
        code = Code(path, draw(texts), anchor=draw(texts), anchor_source=source, memo=draw(texts), retired=retired)
        code = replace(code, colour=draw(colours))
        labels = MappingProxyType(draw(st.dictionaries(st.sampled_from(["en", "pl", "no"]), texts)))
        codes[path] = replace(
            code, labels=labels, colour=above.colour if above and draw(st.booleans()) else code.colour
        )
    return Codebook(draw(texts), draw(st.integers(1, 99)), tuple(codes.values()), draw(st.sampled_from(["de", "en"])))


@given(codebooks())
def test_a_written_codebook_is_read_back_the_same(tmp_path_factory: pytest.TempPathFactory, book: Codebook) -> None:
    path = tmp_path_factory.mktemp("round") / "codes.yaml"
    write_codebook(book, path)
    assert read_codebook(path) == book
