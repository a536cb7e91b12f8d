"""Codebooks go out and come back with what the standard can say."""

import tempfile
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from interviews.errors import MisuseError
from interviews.formats.refi import check_structure, default_guid, read_qdc, write_qdc
from interviews.model import Code, Codebook, Group
from tests.formats.refi.studies import codebooks

FULL = Code("Wohnen", "Alles\n\nübers Wohnen", "bei Miete", "bei Büros", "„kalt“", "„Amt“", "#AABBCC")


@pytest.mark.parametrize("language", ["de", "en", "pl", "uk"])
def test_all_parts_of_a_code_come_back(tmp_path: Path, language: str) -> None:
    codes = (FULL, Code("Wohnen/Miete", use_when="nur dies"), Code("Amt", "", "", "", "ein Beispiel"))
    groups = (Group("Gruppe", (("code", "Wohnen"), ("code", "Amt")), "Beschreibung"),)
    problems = write_qdc(Codebook("codes", 1, codes, language), tmp_path / "codes.qdc", groups=groups)
    study = read_qdc(tmp_path / "codes.qdc")
    assert study.codebook is not None
    assert study.codebook.codes == codes
    assert study.groups == groups
    assert study.ids == {}
    assert [problem.message.split(":")[0] for problem in problems] == ["name, version and language of the codebook"]


def test_guids_stay_as_they_were_written(tmp_path: Path) -> None:
    ids = {"code:Wohnen": "{aaaaaaaa-0000-4000-8000-00000000000f}", "code:Amt": "AAAAAAAA-0000-4000-8000-00000000000e"}
    book = Codebook("codes", 1, (FULL, Code("Amt")))
    for name in ("a.qdc", "b.qdc"):
        write_qdc(book, tmp_path / name, ids=ids)
        study = read_qdc(tmp_path / name)
        assert study.ids == ids
        ids = dict(study.ids)
    assert (tmp_path / "a.qdc").read_bytes() == (tmp_path / "b.qdc").read_bytes()


def test_a_code_without_guid_always_gets_the_same() -> None:
    assert default_guid("code", "Wohnen") == default_guid("code", "Wohnen")
    assert default_guid("code", "Wohnen") != default_guid("coder", "Wohnen")
    assert default_guid("coding", "0190a1b2-0000-7000-8000-00000000000a") == "0190A1B2-0000-7000-8000-00000000000A"


def test_the_source_of_an_anchor_comes_back_and_a_retired_code_is_told(tmp_path: Path) -> None:
    code = replace(FULL, anchor_source="nord-02, turn 14", retired=True)
    problems = write_qdc(Codebook("codes", 1, (code,)), tmp_path / "codes.qdc")
    assert "1 retired, written like those in use" in " ".join(problem.message for problem in problems)
    codebook = read_qdc(tmp_path / "codes.qdc").codebook
    assert codebook is not None
    assert codebook.codes == (replace(code, retired=False),)


def test_what_has_no_place_is_reported(tmp_path: Path) -> None:
    code = replace(FULL, labels=MappingProxyType({"en": "Housing"}), memo="Notiz", colour="rot")
    groups = (Group("g", (("transcript", "x"),)),)
    problems = write_qdc(Codebook("b", 2, (code,)), tmp_path / "a.qdc", groups=groups)
    shown = " ".join(problem.message for problem in problems)
    for what in ("with a memo", "names in other languages", "colour that is not", "no code of the codebook", "version"):
        assert what in shown


@pytest.mark.parametrize(
    "content", ["<html><body>Login</body></html>", "<CodeBook", "<?xml version='1.0'?><x><Codes/></x>"]
)
def test_what_is_no_codebook_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.qdc"
    path.write_text(content)
    with pytest.raises(MisuseError, match=r"^a\.qdc holds no REFI-QDA codebook that can be read: export it again"):
        read_qdc(path)


def test_a_damaged_codebook_tells_the_line_of_the_damage(tmp_path: Path) -> None:
    write_qdc(Codebook("b", 1, (FULL, Code("Größe"))), tmp_path / "a.qdc")
    content = (tmp_path / "a.qdc").read_bytes().replace("Größe".encode(), "Größe".encode("latin-1"))
    (tmp_path / "a.qdc").write_bytes(content)
    line = content[: content.index(b"Gr\xf6")].count(b"\n") + 1
    study = read_qdc(tmp_path / "a.qdc")
    assert study.codebook is not None
    assert [code.path for code in study.codebook] == ["Wohnen"]
    assert f"damaged in line {line}: only what stands before was read; export it again" in study.problems[0].message


def test_an_empty_codebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="no codes"):
        write_qdc(Codebook("b", 1, ()), tmp_path / "a.qdc")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@given(codebooks())
def test_every_codebook_is_valid(shared_schema: Any, book: Codebook) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.qdc"
        write_qdc(book, path)
        content = path.read_bytes()
        study = read_qdc(path)
    assert check_structure(content) == ()
    shared_schema.assertValid(etree.fromstring(content))
    assert study.codebook is not None
    assert len(study.codebook) == len(book)


@pytest.fixture(scope="module")
def shared_schema(shared_data: Path) -> Any:
    return etree.XMLSchema(etree.parse(str(shared_data / "refi" / "Codebook-mrt2019.xsd")))
