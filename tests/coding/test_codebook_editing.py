"""Steps applied to a codebook's file: what people wrote beside the codes stays, wherever the codes go."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.coding import read_codebook, revise, revise_file, revise_text, steps, to_yaml
from interviews.coding.codebook_file import codebook_of_text
from interviews.coding.outline_reading import remarks_in
from interviews.errors import MisuseError
from interviews.model import Code, Codebook
from tests.coding.revised import codebooks
from tests.coding.revised import steps as any_step

FILE = Path("codes.yaml")


def by_path(book: Codebook) -> dict[str, Code]:
    return {code.path: code for code in book}


@st.composite
def remarked(draw: st.DrawFn, book: Codebook) -> str:
    """The codebook as YAML with remarks between and beside its lines, and some codes in braces."""
    lines = []
    for number, line in enumerate(to_yaml(book).splitlines()):
        indent = len(line) - len(line.lstrip())
        if draw(st.integers(0, 3)) == 0:
            lines.append(" " * draw(st.sampled_from([0, indent, indent + 2])) + f"# over {number}")
        if draw(st.integers(0, 5)) == 0:
            lines.append("")
        leaf = re.fullmatch(r"( *- )name: (\w+)", line)
        if leaf and draw(st.booleans()) and not book_has_more(book, leaf[2]):
            line = f"{leaf[1]}{{name: {leaf[2]}}}"
        lines.append(line + (f"  # at {number}" if draw(st.integers(0, 3)) == 0 else ""))
    return "\n".join([*lines, "# end", ""])


def book_has_more(book: Codebook, name: str) -> bool:
    return any(code.name == name and code != Code(code.path) for code in book) or any(
        code.parent and code.parent.endswith(name) for code in book
    )


@settings(max_examples=25)
@given(st.data())
def test_remarks_survive_any_steps_and_the_file_says_what_the_codebook_says(data: st.DataObject) -> None:
    text = data.draw(codebooks().flatmap(remarked))
    try:
        book = codebook_of_text(text, FILE)
    except MisuseError:  # a remark made nonsense of it
        return
    remarks = sorted(remarks_in(text).values())
    for _ in range(data.draw(st.integers(1, 4))):
        step = data.draw(any_step(book))
        try:
            expected = revise(book, [step])
        except MisuseError:
            continue
        text = revise_text(text, FILE, [step])
        book = codebook_of_text(text, FILE)
        assert by_path(book) == by_path(expected)
        assert [code.path for code in book] == [code.path for code in expected]
        assert book.version == expected.version
        assert sorted(remarks_in(text).values()) == remarks


HAND = """\
codebook: ankunft
version: 3   # raised by hand

codes:
  # --- themes ---
  - name: Wohnen
    was: Wohnung
    codes: [{name: Miete}, {name: Alt}]  # by the team
  - {name: Arbeit, colour: "#112233"}
  - name: Suche
    parent: Arbeit
"""


def test_only_the_lines_of_a_renamed_code_change_and_the_version_and_what_it_was() -> None:
    text = revise_text(HAND.replace("    was: Wohnung\n", ""), FILE, [steps.rename("Arbeit", "Work")])
    assert text == HAND.replace("version: 3   #", "version: 4  #").replace("    was: Wohnung\n", "").replace(
        '  - {name: Arbeit, colour: "#112233"}\n', "  - name: Work\n    colour: '#112233'\n"
    ).replace("parent: Arbeit", "parent: Work")


def test_what_was_heeded_is_taken_out_and_a_version_can_be_given() -> None:
    text = revise_text(HAND, FILE, [], version=9)
    assert "was" not in text
    assert "version: 9  # raised by hand" in text


def test_codes_in_brackets_get_lines_of_their_own_once_one_of_them_changes() -> None:
    text = revise_text(HAND, FILE, [steps.move("Wohnen/Alt", None, after="Wohnen")])
    assert "    codes:  # by the team\n      - name: Miete\n  - name: Alt\n" in text


def test_line_ends_of_windows_stay() -> None:
    text = revise_text(HAND.replace("\n", "\r\n"), FILE, [steps.rename("Arbeit", "Work")])
    assert text.count("\r\n") == text.count("\n")


def test_a_file_with_aliases_is_written_anew_with_its_remarks_on_top() -> None:
    text = "codes:\n- name: A  # first\n  memo: &m x\n- name: B\n  memo: *m\n"
    changed = revise_text(text, FILE, [steps.rename("A", "C")])
    assert changed.startswith("# first\n")
    assert [(code.path, code.memo) for code in codebook_of_text(changed, FILE)] == [("C", "x"), ("B", "x")]


def test_the_bundled_codebook_keeps_every_other_line(codebook_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "codes.yaml"
    path.write_bytes(codebook_file.read_bytes())
    revise_file(path, [steps.rename("Wohnen/Miete", "Mieten"), steps.redefine("Wohnen", memo="neu")])
    before, after = codebook_file.read_text().splitlines(), path.read_text().splitlines()
    assert len(set(after) - set(before)) == 3
    assert read_codebook(path).get("Wohnen/Mieten") is not None
    with pytest.raises(MisuseError, match="cannot be read"):
        revise_file(tmp_path / "none.yaml", [])
