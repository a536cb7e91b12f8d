# ruff: noqa: E501 - XML and what is found in it, each on one line
"""Our rules find whatever the official schemas find, and what those cannot see."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from interviews.formats.refi import check_structure
from interviews.formats.refi.grammar import CODEBOOK, PROJECT

U, C, V, S, P, T, N, G = (f"{number:08X}-0000-4000-8000-000000000000" for number in range(8))
PROJECT_XML = f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="{PROJECT}" name="Studie" origin="X" creatingUserGUID="{U}" creationDateTime="2026-01-01T10:00:00Z">
<Users><User guid="{U}" name="c1" id="1"/></Users>
<CodeBook><Codes><Code guid="{C}" name="Wohnen" isCodable="true" color="#AABBCC"><Description>d</Description>
<NoteRef targetGUID="{N}"/><Code guid="{{10000000-0000-4000-8000-000000000000}}" name="Miete" isCodable="0"/></Code></Codes></CodeBook>
<Variables><Variable guid="{V}" name="Alter" typeOfVariable="Integer"><Description>d</Description></Variable></Variables>
<Cases><Case guid="{G}" name="Haus"><Description>d</Description><CodeRef targetGUID="{C}"/>
<VariableValue><VariableRef targetGUID="{V}"/><IntegerValue>7</IntegerValue></VariableValue>
<SourceRef targetGUID="{S}"/><SelectionRef targetGUID="{P}"/></Case></Cases>
<Sources><TextSource guid="{S}" name="t" creatingUser="{U}" modifiedDateTime="2026-01-01T10:00:00.5+02:00">
<Description>d</Description><PlainTextContent>Die Wohnung war kalt.</PlainTextContent>
<PlainTextSelection guid="{P}" name="Wohnung" startPosition="4" endPosition="11"><Description>d</Description>
<Coding guid="{T}" creatingUser="{U}" creationDateTime="2026-01-01T10:00:00Z"><CodeRef targetGUID="{C}"/><NoteRef targetGUID="{N}"/></Coding>
<NoteRef targetGUID="{N}"/></PlainTextSelection>
<Coding guid="20000000-0000-4000-8000-000000000000"><CodeRef targetGUID="{C}"/></Coding><NoteRef targetGUID="{N}"/>
<VariableValue><VariableRef targetGUID="{V}"/></VariableValue></TextSource>
<PictureSource guid="20000000-0000-4000-8000-000000000001" path="internal://a.png"><PictureSelection
 guid="20000000-0000-4000-8000-000000000002" firstX="1" firstY="2" secondX="3" secondY="4"/></PictureSource>
<PDFSource guid="20000000-0000-4000-8000-000000000003"><PDFSelection guid="20000000-0000-4000-8000-000000000004"
 page="0" firstX="1" firstY="2" secondX="3" secondY="4"/><Representation guid="20000000-0000-4000-8000-000000000005"
 plainTextPath="internal://b.txt"/></PDFSource>
<AudioSource guid="20000000-0000-4000-8000-000000000006"><Transcript guid="20000000-0000-4000-8000-000000000007">
<PlainTextContent>Ja.</PlainTextContent><SyncPoint guid="20000000-0000-4000-8000-000000000008" timeStamp="0" position="0"/>
<TranscriptSelection guid="20000000-0000-4000-8000-000000000009" fromSyncPoint="20000000-0000-4000-8000-000000000008"/>
</Transcript><AudioSelection guid="20000000-0000-4000-8000-000000000010" begin="0" end="9"/></AudioSource>
<VideoSource guid="20000000-0000-4000-8000-000000000011"><VideoSelection
 guid="20000000-0000-4000-8000-000000000012" begin="0" end="9"/></VideoSource></Sources>
<Notes><Note guid="{N}" name="n" plainTextPath="internal://n.txt"/></Notes>
<Links><Link guid="20000000-0000-4000-8000-000000000013" direction="OneWay" color="#abc" originGUID="{N}" targetGUID="{S}"/></Links>
<Sets><Set guid="20000000-0000-4000-8000-000000000014" name="s"><Description>d</Description><MemberCode targetGUID="{C}"/>
<MemberSource targetGUID="{S}"/><MemberNote targetGUID="{N}"/></Set></Sets>
<Graphs><Graph guid="20000000-0000-4000-8000-000000000015" name="g"><Vertex guid="20000000-0000-4000-8000-000000000016"
 representedGUID="{C}" firstX="1" firstY="2" shape="Oval" color="#000000"/><Edge guid="20000000-0000-4000-8000-000000000017"
 sourceVertex="20000000-0000-4000-8000-000000000016" targetVertex="20000000-0000-4000-8000-000000000016"
 direction="Associative" lineStyle="solid"/></Graph></Graphs>
<Description>d</Description><NoteRef targetGUID="{N}"/></Project>"""
CODEBOOK_XML = f"""<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="{CODEBOOK}" origin="X"><Codes><Code guid="{C}" name="Wohnen" isCodable="true" color="#AABBCC">
<Description>d</Description><Code guid="{V}" name="Miete" isCodable="false"/></Code></Codes>
<Sets><Set guid="{G}" name="s"><Description>d</Description><MemberCode guid="{C}"/></Set></Sets></CodeBook>"""
VALUES = [
    *(
        "",
        " ",
        "x",
        "-1",
        "1.5",
        "007",
        "true",
        "TRUE",
        "#12345",
        "#ABCDEF",
        "Text",
        "Oval",
        "{}",
        U,
        f"{{{U}}}",
        U[:-1],
    ),
    *(
        "2026-02-30",
        "2026-01-01",
        "2026-01-01T25:00:00",
        "2026-01-01T24:00:00Z",
        "2026-01-01T10:00:00+15:00",
        "1e5",
        "NaN",
    ),
]


def mutations(source: str, seed: int) -> Iterator[bytes]:
    """The file with one thing changed: attribute, element, order or text."""
    chance = random.Random(seed)
    for _ in range(400):
        root = etree.fromstring(source.encode())
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        element = chance.choice(elements)
        chance.choice(CHANGES)(chance, element, elements)
        yield etree.tostring(root)


def change_attribute(chance: random.Random, element: Any, elements: list[Any]) -> None:
    if element.attrib:
        element.set(chance.choice(list(element.attrib)), chance.choice(VALUES))


def drop_attribute(chance: random.Random, element: Any, elements: list[Any]) -> None:
    if element.attrib:
        del element.attrib[chance.choice(list(element.attrib))]


def add_attribute(chance: random.Random, element: Any, elements: list[Any]) -> None:
    element.set(chance.choice(["extra", "name", "guid", "path", "color", "modifiedDateTime"]), chance.choice(VALUES))


def drop(chance: random.Random, element: Any, elements: list[Any]) -> None:
    if element.getparent() is not None:
        element.getparent().remove(element)


def empty(chance: random.Random, element: Any, elements: list[Any]) -> None:
    for child in list(element):
        element.remove(child)


def move(chance: random.Random, element: Any, elements: list[Any]) -> None:
    target = chance.choice(elements)
    if element.getparent() is not None and target not in element.iter():
        target.insert(chance.randrange(len(target) + 1), element)


def double(chance: random.Random, element: Any, elements: list[Any]) -> None:
    if element.getparent() is not None:
        element.addnext(etree.fromstring(etree.tostring(element)))


def write(chance: random.Random, element: Any, elements: list[Any]) -> None:
    element.text = chance.choice(VALUES)


def rename(chance: random.Random, element: Any, elements: list[Any]) -> None:
    element.tag = chance.choice(elements).tag


def estrange(chance: random.Random, element: Any, elements: list[Any]) -> None:
    element.tag = chance.choice(["{urn:x}Code", "Code", "{urn:QDA-XML:codebook:1.0}Code", "{urn:QDA-XML:project:1.0}X"])


CHANGES = [
    change_attribute,
    drop_attribute,
    add_attribute,
    drop,
    empty,
    move,
    double,
    write,
    rename,
    estrange,
]


def test_valid_files_are_found_valid() -> None:
    assert check_structure(PROJECT_XML.encode()) == ()
    assert check_structure(CODEBOOK_XML.encode()) == ()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("source", "schema"), [(PROJECT_XML, "Project-mrt2019.xsd"), (CODEBOOK_XML, "Codebook-mrt2019.xsd")]
)
def test_whatever_breaks_the_schema_breaks_our_rules(shared_data: Path, source: str, schema: str, seed: int) -> None:
    official = etree.XMLSchema(etree.parse(str(shared_data / "refi" / schema)))
    assert official.validate(etree.fromstring(source.encode())), official.error_log
    broken = 0
    for content in mutations(source, seed):
        if not official.validate(etree.fromstring(content)):
            broken += 1
            assert check_structure(content), (official.error_log[0].message, content.decode())
    assert broken > 150


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('endPosition="11"', 'endPosition="99"', "PlainTextSelection: it reaches beyond its text"),
        ('startPosition="4"', 'startPosition="-4"', "PlainTextSelection: it reaches beyond its text"),
        ('startPosition="4"', 'startPosition="12"', "PlainTextSelection: it ends before it begins"),
        (f'<CodeRef targetGUID="{C}"/><NoteRef', f'<CodeRef targetGUID="{N}"/><NoteRef', "CodeRef: targetGUID leads to the wrong kind of element"),
        (f'<SourceRef targetGUID="{S}"/>', '<SourceRef targetGUID="FFFFFFFF-0000-4000-8000-000000000000"/>', "SourceRef: targetGUID leads to nothing in the file"),
        (f'<User guid="{U}"', f'<User guid="{{{C.lower()}}}"', "Code: its guid is that of another element"),
        ("<PlainTextContent>Ja.</PlainTextContent>", "", "Transcript: it must have one text, in PlainTextContent or at plainTextPath"),
        ('typeOfVariable="Integer"', 'typeOfVariable="Text"', "VariableValue: its value is of another type than its variable"),
        ('begin="0" end="9"', 'begin="10" end="9"', "AudioSelection: it ends before it begins"),
    ],
)  # fmt: skip
def test_what_the_schema_cannot_see_is_found(old: str, new: str, finding: str) -> None:
    assert old in PROJECT_XML
    found = check_structure(PROJECT_XML.replace(old, new, 1).encode())
    assert any(message.startswith(finding) for message in found), found


def test_lengths_of_texts_in_files_are_checked_where_they_are_known() -> None:
    content = re.sub("<PlainTextContent>Die.*?</PlainTextContent>", "", PROJECT_XML)
    content = content.replace('name="t"', 'name="t" plainTextPath="internal://t.txt"').encode()
    assert check_structure(content, {"internal://t.txt": 11}) == ()
    assert check_structure(content, {"internal://t.txt": 10}) != ()


def test_findings_quote_nothing_of_the_file() -> None:
    content = PROJECT_XML.replace('name="Wohnen"', 'geheim="Wohnen"').replace("<Graph ", "<Geheim/><Graph ")
    assert not any(
        "geheim" in finding.casefold() or "Wohnen" in finding for finding in check_structure(content.encode())
    )


@pytest.mark.parametrize("content", [b"", b"<", b"<a/>", b"<!DOCTYPE a><a/>", b"\xff\xfe", PROJECT_XML.encode()[:900]])
def test_what_is_no_such_file_is_a_finding(content: bytes) -> None:
    assert check_structure(content)
