# ruff: noqa: E501 - elements and quotes on one line
"""Every program's way of writing is read to the same study as the clean form."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from interviews.errors import Problem
from interviews.formats.refi import read_qdc, read_qdpx
from interviews.formats.refi.grammar import CODEBOOK
from interviews.model import Exchange
from tests.formats.refi.dialects import QUOTES, TEXTS, Dialect, meaning, upper, write
from tests.formats.refi.studies import write_entries

CLEAN = Dialect()


def cut(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) < 50 else folded[:50] + "…"


def lower(name: str) -> str:
    return upper(name).lower()


def braced(name: str) -> str:
    return "{" + upper(name).lower() + "}"


def hex_of_digits(name: str) -> str:
    """NVivo for Mac: the first 16 digits of the GUID, as the hexadecimal codes of their characters."""
    digits = upper(name).replace("-", "").lower()[:16].encode().hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


DIALECTS = {
    "ATLAS.ti": Dialect(project="Studie.qde", crlf=True, quote=cut),
    "MAXQDA": Dialect(head='modifiedDateTime="2026-02-01T10:00:00Z"'),
    "MAXQDA, cases without name": Dialect(case_names=False),
    "MAXQDA, variables on sources": Dialect(people="sources"),
    "NVivo": Dialect(sources="Sources/", container="Nodes", namespace="urn:QDA-XML:project:1:0"),
    "NVivo for Mac": Dialect(guid=hex_of_digits, container="Nodes", entries=("sources/.root",)),
    "old codebook namespace": Dialect(namespace="urn:QDA-XML:codebook:0:4"),
    "QualCoder": Dialect(bom=True, crlf=True, own_selections=True, guid=lower, sources="Sources/"),
    "QualCoder for MAXQDA": Dialect(bom=True, crlf=True, crlf_counts_two=True, own_selections=True),
    "transact-qda": Dialect(extra="<tq:x><tq:Code/></tq:x>"),
    "Magnolia": Dialect(project="Studie.qde", guid=lower, entries=("magnolia-settings.json",)),
    "Quirkos": Dialect(head=""),
    "an example of the norm": Dialect(member='<MemberSource guid="{}"/>'),
    "members as text": Dialect(member="<MemberSource>{}</MemberSource>"),
    "braces": Dialect(guid=braced),
    "one slash": Dialect(scheme="internal:/"),
    "three slashes": Dialect(scheme="internal:///"),
    "relative": Dialect(scheme="relative:///sources/"),
    "units of UTF-16": Dialect(utf16=True),
    "units of UTF-16, CRLF as two": Dialect(utf16=True, crlf=True, crlf_counts_two=True),
    "the end included": Dialect(inclusive=True),
    "the end included, UTF-16": Dialect(inclusive=True, utf16=True),
    "the mark counted": Dialect(bom=True, bom_counts=True),
    "everything at once": Dialect(utf16=True, crlf=True, crlf_counts_two=True, inclusive=True, bom=True, bom_counts=True),
    "texts in the XML": Dialect(content=True),
    "a folder in the zip": Dialect(project="Studie/project.qde", sources="Studie/sources/"),
}  # fmt: skip


def read(tmp_path: Path, dialect: Dialect, name: str = "studie.qdpx") -> Exchange:
    return read_qdpx(write_entries(tmp_path / name, write(dialect)))


@pytest.mark.parametrize("name", DIALECTS)
def test_a_dialect_is_read_as_the_clean_form(tmp_path: Path, name: str) -> None:
    study = read(tmp_path, DIALECTS[name])
    assert meaning(study) == meaning(read(tmp_path, CLEAN))
    assert not study.unverified
    assert len(study.codings) == sum(len(codes) for _, _, codes, _ in QUOTES)


def test_the_clean_form_is_read_without_a_word_but_what_was_verified(tmp_path: Path) -> None:
    study = read(tmp_path, CLEAN)
    assert [problem.message for problem in study.problems] == [
        "Selection: 6 of 6 verified by the words quoted in the file"
    ]
    assert {one.name: one.text for one in study.transcripts} == TEXTS


def test_attribute_values_as_sets_stay_groups(tmp_path: Path) -> None:
    study = read(tmp_path, Dialect(people="sets"))
    assert [group.name for group in study.groups] == ["Alle", "age: 34", "age: 51"]


def test_colours_in_the_form_of_style_sheets_are_understood(tmp_path: Path) -> None:
    study = read(tmp_path, Dialect(colour="rgba(17, 34, 51, 1)"))
    assert meaning(study) == meaning(read(tmp_path, CLEAN))


def test_positions_are_said_to_be_counted_otherwise(tmp_path: Path) -> None:
    messages = [problem.message for problem in read(tmp_path, DIALECTS["units of UTF-16"]).problems]
    assert any("in UTF-16 units" in message for message in messages)


def test_without_names_every_passage_is_kept_and_marked(tmp_path: Path) -> None:
    study = read(tmp_path, Dialect(quote=lambda words: ""))
    assert meaning(study) == meaning(read(tmp_path, CLEAN))
    assert study.unverified == {coding.id for coding in study.codings}
    assert any("0 of 6 verified" in problem.message for problem in study.problems)


@pytest.mark.parametrize("name", ["units of UTF-16", "QualCoder for MAXQDA"])
def test_without_names_positions_are_counted_so_that_words_stay_whole(tmp_path: Path, name: str) -> None:
    silent = replace(DIALECTS[name], quote=lambda words: "", own_selections=False)
    assert meaning(read(tmp_path, silent)) == meaning(read(tmp_path, CLEAN))


def test_a_single_passage_that_cuts_a_word_does_not_change_how_positions_are_counted(tmp_path: Path) -> None:
    files = write(Dialect(quote=lambda words: ""))
    xml = files["project.qde"]
    shorter = re.sub(rb'endPosition="(\d+)"', lambda at: b'endPosition="%d"' % (int(at[1]) - 1), xml, count=1)
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", files | {"project.qde": shorter}))
    assert not any("otherwise" in problem.message for problem in study.problems)


def test_a_name_of_ones_own_is_kept_as_memo(tmp_path: Path) -> None:
    study = read(tmp_path, Dialect(quote=lambda words: "Kälte!" if "Wohnung" in words else words))
    own = [coding for coding in study.codings if coding.memo]
    assert [coding.memo for coding in own] == ["Kälte!"]
    assert study.unverified == {own[0].id}


def test_passages_at_the_wrong_place_are_kept_where_they_are_said_to_be(tmp_path: Path) -> None:
    files = write(CLEAN)
    files["project.qde"] = re.sub(rb'startPosition="\d+"', b'startPosition="0"', files["project.qde"], count=1)
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", files))
    assert len(study.unverified) == 1
    assert any("1 whose words stand elsewhere" in problem.message for problem in study.problems)


def test_texts_with_nothing_else_than_letters_of_one_unit_are_not_taken_for_utf16(tmp_path: Path) -> None:
    assert not any("otherwise" in problem.message for problem in read(tmp_path, CLEAN).problems)


def test_equal_guids_are_kept_and_reported(tmp_path: Path) -> None:
    def same(name: str) -> str:
        return upper("Anna") if name == "Olena" else upper(name)

    files = {**write(replace(CLEAN, content=True, guid=same))}
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", files))
    assert {one.name: one.text for one in study.transcripts} == TEXTS
    assert len({one.id for one in study.transcripts}) == 2
    assert any("used more than once" in problem.message for problem in study.problems)


@pytest.mark.parametrize("zipped", ["studie.zip", "studie.QDPX"])
def test_the_name_of_the_file_does_not_matter(tmp_path: Path, zipped: str) -> None:
    assert meaning(read(tmp_path, CLEAN, zipped)) == meaning(read(tmp_path, CLEAN))


def test_bare_xml_is_read_with_the_texts_in_it(tmp_path: Path) -> None:
    path = tmp_path / "project.qde"
    path.write_bytes(write(replace(CLEAN, content=True))["project.qde"])
    assert meaning(read_qdpx(path)) == meaning(read(tmp_path, CLEAN))


def test_a_missing_text_loses_nothing_else(tmp_path: Path) -> None:
    files = write(CLEAN)
    del files[f"sources/{upper('Olena')}.txt"]
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", files))
    assert len(study.codings) == 7
    assert len(study.unverified) == 2
    assert any("TextSource: 1 without its text" in problem.message for problem in study.problems)


def test_local_paths_are_neither_shown_nor_written(tmp_path: Path) -> None:
    dialect = replace(CLEAN, head='basePath="C:/Users/geheim"')
    study = read(tmp_path, dialect)
    assert "geheim" not in repr(study.problems) + repr(study.ids)


def test_problems_quote_nothing_of_the_file(tmp_path: Path) -> None:
    problems: list[Problem] = []
    for dialect in DIALECTS.values():
        problems += read(tmp_path, dialect).problems
    shown = " ".join(problem.message for problem in problems)
    assert not any(word in shown for word in ("Anna", "Olena", "Wohn", "Heizung", "c1"))


@pytest.mark.parametrize("namespace", [CODEBOOK, "urn:QDA-XML:codebook:0:4", "urn:QDA-XML:codebook:1:0"])
@pytest.mark.parametrize("sets", ["", "<Sets/>"])
def test_codebooks_of_every_namespace_are_read(tmp_path: Path, namespace: str, sets: str) -> None:
    path = tmp_path / "codes.qdc"
    code = f'<Code guid="{upper("a")}" name="a" isCodable="true"><Code guid="{upper("b")}" name="b" isCodable="true"/></Code>'
    path.write_text(f'<?xml version="1.0"?><CodeBook xmlns="{namespace}"><Codes>{code}</Codes>{sets}</CodeBook>')
    study = read_qdc(path)
    assert study.codebook is not None
    assert [one.path for one in study.codebook] == ["a", "a/b"]
    assert any("breaks rules" in problem.message for problem in study.problems) == (namespace != CODEBOOK or bool(sets))


def swap(old: str, new: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    def change(files: dict[str, bytes]) -> dict[str, bytes]:
        content = files["project.qde"].decode()
        assert old in content
        return {**files, "project.qde": content.replace(old, new).encode()}

    return change


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('isCodable="true" color="#112233"', "", "breaks rules"),
        (' creationDateTime="2026-02-03T10:00:00Z"', ' creationDateTime="gestern"', "breaks rules"),
        ('name="Nachbarn"', 'name=""', "Code: 1 without a name"),
        ('name="Nachbarn"', 'name="Haus/Hof"', "Code: 1 with a / in its name"),
        ('name="Nachbarn"', 'name="Wohnen"', "Code: 1 named like another one"),
        ('name="c2"', 'name="c1"', "User: 1 named like another one"),
        ('name="Anna" plain', "plain", "TextSource: 1 without a name"),
    ],
)
def test_what_is_missing_or_doubled_is_made_up_and_reported(tmp_path: Path, old: str, new: str, expected: str) -> None:
    files: dict[str, Any] = swap(old, new)(write(CLEAN))
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", files))
    assert any(expected in problem.message for problem in study.problems), study.problems
    assert len(study.codings) == 7
