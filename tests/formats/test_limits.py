"""Hostile files are refused before they cost anything."""

import io
import zipfile
from pathlib import Path

import pytest

from interviews.formats import limits, read_file
from interviews.formats.limits import Package, parse_xml, without_plain_doctype
from interviews.formats.reading import Unreadable


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bombe.docx"
    path.write_bytes(packed({"word/document.xml": bytes(60 * 2**20)}))
    reading = read_file(path)
    assert reading.transcript is None
    assert "far more than a document holds" in reading.problems[0].message


def test_a_directory_that_lies_about_sizes_is_caught_while_unpacking() -> None:
    content = bytearray(packed({"a": bytes(20 * 2**20)}))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Unreadable):
        Package(bytes(content)).read("a")


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(Unreadable):
        Package(packed({str(i): b"" for i in range(limits.ENTRIES + 1)}))


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    path = tmp_path / "lang.txt"
    path.write_text("I: Ja?\nB: Nein.\n")
    assert read_file(path).transcript is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        "<!DOCTYPE a>",
    ],
)
def test_a_document_type_is_refused(doctype: str, encoding: str) -> None:
    with pytest.raises(Unreadable, match="document type"):
        parse_xml(f'<?xml version="1.0" encoding="{encoding}"?>{doctype}<a/>'.encode(encoding))


def test_xml_nested_without_end_is_refused() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        parse_xml(b"<a>" * 5000 + b"</a>" * 5000)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE Trans SYSTEM "trans-14.dtd">',
        "<!DOCTYPE a>",
        "<!DOCTYPE a SYSTEM\n'x.dtd' >",
        '<!DOCTYPE TEI PUBLIC "-//TEI//DTD" "tei.dtd">',
    ],
)
@pytest.mark.parametrize("before", ["", '<?xml version="1.0"?>\n', "<!-- b --><?x?>"])
def test_a_document_type_that_only_names_a_file_is_taken_out(doctype: str, before: str) -> None:
    content = without_plain_doctype(f"{before}{doctype}\n<a>b</a>".encode())
    assert b"DOCTYPE" not in content
    assert parse_xml(content).text == "b"


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
        '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/p"> %p;]><a/>',
        '<!DOCTYPE a SYSTEM "a.dtd"><!DOCTYPE a [<!ENTITY x "x">]><a/>',
        '<!DOCTYPE a SYSTEM "a>" [<!ENTITY x "x">]><a/>',
        "<!DOCTYPE <!DOCTYPE a>a><a/>",
        "<!DOCTYPE a>".ljust(20_000) + "<!DOCTYPE a><a/>",
        "<!--" + "x" * 20_000 + "--><!DOCTYPE a><a/>",
    ],
)
def test_a_document_type_that_declares_anything_stays_and_is_refused(content: str) -> None:
    with pytest.raises(Unreadable, match="document type"):
        parse_xml(without_plain_doctype(content.encode()))


def test_what_looks_like_a_document_type_inside_the_text_is_not_touched() -> None:
    content = b"<a><![CDATA[<!DOCTYPE a>]]></a>"
    assert without_plain_doctype(content) == content


def test_an_entity_without_declaration_is_never_looked_for(tmp_path: Path) -> None:
    (tmp_path / "a.dtd").write_text('<!ENTITY x "geheim">')
    content = f'<!DOCTYPE a SYSTEM "{tmp_path}/a.dtd"><a>&x;</a>'.encode()
    with pytest.raises(Unreadable, match="damaged"):
        parse_xml(without_plain_doctype(content))
