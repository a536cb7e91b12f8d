import base64
import io
import json
import re
import sqlite3
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity import Decision, EntityType, KeyEntry, LeakSeverity, entities_named, find_leaks
from interviews.anonymity.leaks.leaks import _distinct_tokens
from interviews.errors import MisuseError


def entry(number: int, *forms: str, kind: EntityType = EntityType.PER, **more: object) -> KeyEntry:
    decision = Decision(str(more.get("decision", "label")))
    return KeyEntry(
        f"{kind}-{number:03d}",
        kind,
        forms[0],
        forms,
        f"[{kind} {number}]",
        decision,
        partly_kept=bool(more.get("partly_kept")),
        languages=("de",),
    )


KEY = [
    entry(1, "Ayşe Yılmaz", "Frau Yılmaz"),
    entry(2, "Jürgen Schröder"),
    entry(3, "Thorsten Wolf"),
    entry(1, "Marxloh", kind=EntityType.LOC),
    entry(2, "Essen", kind=EntityType.LOC, decision="keep"),
    entry(1, "Weseler Straße 112", kind=EntityType.ADDR),
    entry(1, "0176 55512345", kind=EntityType.CONTACT),
    entry(2, "ayse.yilmaz@example.org", kind=EntityType.CONTACT),
    entry(1, "GE-IH 1990", kind=EntityType.ID),
    entry(1, "43", kind=EntityType.AGE),
]


def leaks_in(path: Path, key: list[KeyEntry] = KEY) -> set[tuple[str, str]]:
    return {(leak.entity, leak.place) for leak in find_leaks([path], key) if leak.certain}


def entities_in(path: Path, key: list[KeyEntry] = KEY) -> set[str]:
    return {entity for entity, _ in leaks_in(path, key)}


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Guten Tag, Frau Yılmaz.", "PER-001"),
        ("guten tag, frau yilmaz", "PER-001"),
        ("YILMAZ", "PER-001"),
        ("Yılmaz’ Wohnung", "PER-001"),
        ("Ayşes Sohn", "PER-001"),
        ("Ays\u0327e", "PER-001"),
        ("Schröders Garten", "PER-002"),
        ("Schroeder", "PER-002"),
        ("Schroder", "PER-002"),
        ("Thorsten Wolf", "PER-003"),
        ("Herr Wolf", "PER-003"),
        ("die Marxloher Straße", "LOC-001"),
        ("Marxloh-Projekt", "LOC-001"),
        ("in der Weseler Str. 112", "ADDR-001"),
        ("Tel. 0176/555 123 45", "CONTACT-001"),
        ("+49 176 55512345", "CONTACT-001"),
        ("0049 (0)176 555-12345", "CONTACT-001"),
        ("\uff10176 555\uff112345", "CONTACT-001"),
        ("0176\u00a0555\u201312345", "CONTACT-001"),
        ("<AYSE.YILMAZ@example.org>", "CONTACT-002"),
        ("Kennzeichen GE - IH 1990", "ID-001"),
    ],
)
def test_a_name_is_found_in_any_of_its_forms(tmp_path: Path, text: str, entity: str) -> None:
    (tmp_path / "notes.txt").write_text(f"one\ntwo {text} and more\n", encoding="utf-8")
    assert (entity, "line 2") in leaks_in(tmp_path / "notes.txt")


@pytest.mark.parametrize(
    "text",
    ["[Person 1] wohnt in [Ort 1]", "Ein Mensch aus Essen, 43 Jahre", "Yilmazoglu", "der Wolf im Schafspelz", ""],
)
def test_what_is_no_name_of_the_key_is_no_certain_leak(tmp_path: Path, text: str) -> None:
    (tmp_path / "notes.txt").write_text(text, encoding="utf-8")
    assert not leaks_in(tmp_path / "notes.txt")


def test_a_name_that_is_a_word_is_a_possible_leak_where_it_is_capitalized(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Ein Wolf.\n", encoding="utf-8")
    assert [leak.severity for leak in find_leaks([tmp_path], KEY)] == [LeakSeverity.POSSIBLE]
    (tmp_path / "notes.txt").write_text("wolf", encoding="utf-8")
    assert not find_leaks([tmp_path], KEY)


def test_a_name_that_another_entity_keeps_is_only_a_possible_leak(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Ich wohne in Marxloh.", encoding="utf-8")
    key = [entry(1, "Peter Marxloh"), entry(1, "Marxloh", kind=EntityType.LOC, decision="keep")]
    assert [leak.severity for leak in find_leaks([tmp_path], key)] == [LeakSeverity.POSSIBLE]
    partly = [entry(1, "Marxloh", kind=EntityType.LOC, partly_kept=True)]
    assert [leak.severity for leak in find_leaks([tmp_path], partly)] == [LeakSeverity.POSSIBLE]


def test_a_name_split_over_two_runs_of_a_document_is_found(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    paragraph = document.add_paragraph("Gespräch mit Frau Yıl")
    paragraph.add_run("maz").bold = True
    document.add_paragraph("Ende")
    document.save(str(tmp_path / "report.docx"))
    assert ("PER-001", "word/document.xml") in leaks_in(tmp_path / "report.docx")


def test_the_properties_of_a_document_are_searched(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.core_properties.title = "Interview Ayşe Yılmaz"
    document.save(str(tmp_path / "report.docx"))
    assert ("PER-001", "docProps/core.xml") in leaks_in(tmp_path / "report.docx")


def test_names_in_a_spreadsheet_are_found_and_cells_are_not_joined(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Code", "Schröder", "Zitat"])
    page.append(["GE", "IH 1990", "x"])
    book.save(tmp_path / "table.xlsx")
    assert {"PER-002", "ID-001"} == entities_in(tmp_path / "table.xlsx")


def test_names_in_a_database_are_found(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "project.db") as connection:
        connection.execute("create table memo (text text)")
        connection.execute("insert into memo values ('Besuch bei Familie Schröder')")
    connection.close()
    assert entities_in(tmp_path / "project.db") == {"PER-002"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_names_in_utf_16_are_found(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "export.txt").write_bytes("Herr Schröder sagt: Ayşe".encode(encoding))
    assert entities_in(tmp_path / "export.txt") == {"PER-001", "PER-002"}


def test_names_in_windows_1252_are_found(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_bytes("Herr Schröder;1".encode("cp1252"))
    assert entities_in(tmp_path / "export.csv") == {"PER-002"}


def test_names_in_outputs_of_a_notebook_are_found(tmp_path: Path) -> None:
    cell = {"cell_type": "code", "outputs": [{"data": {"text/plain": "'Schr\u00f6der'", "text/html": "<b>Ay</b>şe"}}]}
    (tmp_path / "01.ipynb").write_text(json.dumps({"cells": [cell]}), encoding="ascii")
    assert entities_in(tmp_path / "01.ipynb") == {"PER-001", "PER-002"}


def test_a_name_in_embedded_base64_is_found_and_a_picture_gives_none_by_chance(tmp_path: Path) -> None:
    letters = base64.b64encode(b"x" * 90 + "Frau Y\u0131lmaz".encode()).decode()
    (tmp_path / "page.html").write_text(f'<img src="data:text/plain;base64,{letters}">', encoding="utf-8")
    assert entities_in(tmp_path / "page.html") == {"PER-001"}
    pixels = b"\x89PNG\r\n" + b"".join(b"\x00Wolf\xff Ay\xc5\x9fe\x01" for _ in range(30))
    (tmp_path / "page.html").write_text(base64.b64encode(pixels).decode(), encoding="utf-8")
    assert entities_in(tmp_path / "page.html") == set()


def test_names_in_html_entities_are_found(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("<p>Schr&ouml;der und Y&#305;lmaz</p>", encoding="utf-8")
    assert entities_in(tmp_path / "report.html") == {"PER-001", "PER-002"}


def test_names_in_an_archive_within_an_archive_and_in_member_names_are_found(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("Yilmaz.txt", "nothing")
        archive.writestr("a.txt", "Ayşe")
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.zip", inner.getvalue())
    assert leaks_in(tmp_path / "all.zip") == {
        ("PER-001", "inner.zip: name of a member"),
        ("PER-001", "inner.zip: a.txt, line 1"),
    }


def test_a_broken_archive_is_searched_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 broken Yilmaz")
    assert entities_in(tmp_path / "broken.docx") == {"PER-001"}


def test_an_archive_with_a_damaged_member_is_searched_as_far_as_it_goes(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "Frau Yılmaz")
        archive.writestr("b.txt", "x" * 3000)
    content = packed.getvalue()
    at = content.index(b"b.txt") + len(b"b.txt")
    (tmp_path / "damaged.zip").write_bytes(content[:at] + b"\xff\xff\xff" + content[at + 3 :])
    assert "PER-001" in entities_in(tmp_path / "damaged.zip")


def test_names_in_file_names_are_found_in_all_folders_below(tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "Interview_Yilmaz_2019.csv").write_text("a,b")
    assert {(leak.entity, leak.place) for leak in find_leaks([tmp_path], KEY)} == {("PER-001", "file name")}


def test_a_leak_never_shows_the_name(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Ayşe Yılmaz", encoding="utf-8")
    for leak in find_leaks([tmp_path], KEY):
        assert str(leak) == "notes.txt, line 1: PER-001 (certain)"
        assert "lmaz" not in repr(leak)


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="does not exist"):
        find_leaks([tmp_path / "nothing"], KEY)


def test_an_empty_key_and_an_empty_folder_have_no_leaks(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Ayşe", encoding="utf-8")
    assert find_leaks([tmp_path], []) == []
    assert find_leaks([], KEY) == []


def test_words_in_a_row_that_another_entity_keeps_are_only_a_possible_leak(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Das steht unter Offene Werke, sagt sie.", encoding="utf-8")
    kept = entry(1, "Offene Werke", kind=EntityType.ORG, decision="keep")
    key = [entry(1, "Offene, Werke", kind=EntityType.LOC), kept]
    assert [leak.severity for leak in find_leaks([tmp_path], key)] == [LeakSeverity.POSSIBLE]
    assert [leak.severity for leak in find_leaks([tmp_path], key[:1])] == [LeakSeverity.CERTAIN]


@pytest.mark.parametrize("name", ["Anna", "Maria", "Wiśniewska"])
@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_a_frequent_name_that_a_dictionary_lists_as_a_word_is_a_certain_leak(
    tmp_path: Path, name: str, language: str
) -> None:
    person = entry(9, name)
    key = [replace(person, languages=(language,))]
    (tmp_path / "notes.txt").write_text(f"{name} 7", encoding="utf-8")
    assert [leak.certain for leak in find_leaks([tmp_path], key)] == [True]


@pytest.mark.parametrize("name", ["Frau Schäuffele", "Ayşe Öztürk", "علی\u200cرضا"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("other", ["NFC", "NFD"])
def test_a_name_is_found_whether_its_letters_are_composed_or_not(
    tmp_path: Path, name: str, form: str, other: str
) -> None:
    key = [entry(9, unicodedata.normalize(form, name))]
    said = unicodedata.normalize(other, f"Notiz: {name} anrufen")
    (tmp_path / "notes.txt").write_text(said, encoding="utf-8")
    assert [leak.certain for leak in find_leaks([tmp_path], key)] == [True]
    assert entities_named([said], key) == [("PER-009",)]


def test_what_office_writes_into_every_document_names_nobody(tmp_path: Path) -> None:
    docx, openpyxl = pytest.importorskip("docx"), pytest.importorskip("openpyxl")
    key = [
        entry(1, "Microsoft", kind=EntityType.ORG),
        entry(2, "APA", kind=EntityType.ORG),
        entry(1, "Georgia", kind=EntityType.LOC),
        entry(2, "Cambria", kind=EntityType.LOC),
        entry(1, "Hans"),
        entry(2, "Mangal"),
    ]
    document, book = docx.Document(), openpyxl.Workbook()
    document.add_paragraph("Darüber wurde lange gesprochen.").style.font.name = "Georgia"
    book.active["A1"] = "Gesagtes"
    document.save(str(tmp_path / "a.docx"))
    book.save(tmp_path / "b.xlsx")
    assert find_leaks([tmp_path], key) == []
    document.add_paragraph("Das war bei Microsoft mit Hans.")
    document.save(str(tmp_path / "a.docx"))
    assert {leak.entity for leak in find_leaks([tmp_path], key)} == {"ORG-001", "PER-001"}


@pytest.mark.slow
def test_a_name_in_an_exchange_file_is_found_wherever_it_stands(tmp_path: Path) -> None:
    key = [KeyEntry("PER-001", EntityType.PER, "Jörg Demirtaş", ("Jörg Demirtaş",), "[Person 1]", Decision.LABEL)]
    places = {
        "attribute.qdc": '<CodeBook><Codes><Code name="bei J&#246;rg Demirta&#351;"/></Codes></CodeBook>',
        "text.qdc": "<CodeBook><Code><Description>J&#246;rg\nDemirta&#351;</Description></Code></CodeBook>",
        "plain.qdc": '<CodeBook><Code name="JÖRG DEMIRTAŞ"/></CodeBook>',
    }
    for name, content in places.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert [leak.entity for leak in find_leaks([tmp_path / name], key) if leak.certain], name
    entries = {
        "project.qde": places["attribute.qdc"],
        "sources/x.txt": "bei Jörg Demirtaş",
        "sources/Jörg Demirtaş.txt": "x",
        "interviews.json": '{"name": "J\\u00f6rg Demirta\\u015f"}',
    }
    for name, content in entries.items():
        with zipfile.ZipFile(tmp_path / "study.qdpx", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        assert [leak.entity for leak in find_leaks([tmp_path / "study.qdpx"], key) if leak.certain], name


@given(st.sets(st.text(st.sampled_from("aZß1٣_-é\u0301 .\u00b2"), min_size=1, max_size=8)))
def test_tokens_are_the_runs_of_letters_and_digits(words: set[str]) -> None:
    runs = re.findall(r"[^\W_]+", " ".join(words))
    assert _distinct_tokens(words) == set(runs)
