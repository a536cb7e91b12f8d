import base64
import bz2
import functools
import gzip
import io
import json
import lzma
import pickle
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity import Decision, EntityType, KeyEntry, search_files
from interviews.anonymity.leaks import extracts_packed
from interviews.errors import Severity
from tests.anonymity.files_with_names import database, gif, jpeg, pdf, png, tarred, tiff, webp, zipped

NAME = "Ayşe Yılmaz"
UTF8 = NAME.encode()


def entry(id_: str, *forms: str, decision: Decision = Decision.LABEL) -> KeyEntry:
    return KeyEntry(id_, EntityType(id_[:-4]), forms[0], forms, f"[{id_}]", decision, languages=("de",))


KEY = [entry("PER-001", NAME), entry("PER-002", "Jürgen Schröder")]


def found(path: Path, content: bytes | str | None = None, key: list[KeyEntry] = KEY) -> set[str]:
    """Which entities are found beyond doubt."""
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return {leak.entity for leak in search_files([path], key) if leak.certain}


def told(path: Path, content: bytes | None = None) -> list[str]:
    """What is told as not searched, known limits apart."""
    if content is not None:
        path.write_bytes(content)
    return [one.message for one in search_files([path], KEY).problems if one.severity is not Severity.INFO]


# Pictures


@pytest.mark.parametrize(
    "chunk",
    [
        (b"tEXt", b"Author\0J\xfcrgen Schr\xf6der"),
        (b"zTXt", b"Comment\0\0" + zlib.compress("Jürgen Schröder".encode("latin-1"))),
        (b"iTXt", "Title\0\0\0de\0Titel\0Jürgen Schröder".encode()),
        (b"iTXt", b"Title\0\1\0\0\0" + zlib.compress("Jürgen Schröder".encode())),
        (b"eXIf", tiff({0x013B: "Jürgen Schröder".encode()}, ">")),
    ],
)
def test_what_a_png_says_beside_its_pixels_is_searched(tmp_path: Path, chunk: tuple[bytes, bytes]) -> None:
    assert found(tmp_path / "a.png", png(chunk)) == {"PER-002"}
    assert not told(tmp_path / "a.png")


def test_what_follows_a_picture_in_its_file_is_searched(tmp_path: Path) -> None:
    assert found(tmp_path / "a.png", png(behind=zipped(a__txt=UTF8))) == {"PER-001"}
    assert found(tmp_path / "a.jpg", jpeg(behind=b"\n\nFrau " + UTF8)) == {"PER-001"}


@pytest.mark.parametrize(
    "segment",
    [
        (0xFE, UTF8),
        (0xE1, b"Exif\0\0" + tiff({0x010E: UTF8})),
        (0xE1, b"Exif\0\0" + tiff({0x9C9D: NAME.encode("utf-16-le")}, ">")),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:creator>" + UTF8 + b"</dc:creator></x:xmpmeta>"),
        (0xED, b"Photoshop 3.0\0008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x50\0\x0c" + UTF8),
    ],
)
def test_what_a_jpeg_says_beside_its_pixels_is_searched(tmp_path: Path, segment: tuple[int, bytes]) -> None:
    assert found(tmp_path / "a.jpg", jpeg(segment)) == {"PER-001"}


def test_tiff_webp_and_gif_are_searched(tmp_path: Path) -> None:
    assert found(tmp_path / "a.tif", tiff({0x013B: UTF8, 0x0131: b"Program"})) == {"PER-001"}
    assert found(tmp_path / "b.webp", webp((b"VP8 ", b"x" * 9), (b"EXIF", tiff({0x010E: UTF8})))) == {"PER-001"}
    assert found(tmp_path / "c.webp", webp((b"XMP ", b"<x>" + UTF8 + b"</x>"))) == {"PER-001"}
    assert found(tmp_path / "d.gif", gif(UTF8)) == {"PER-001"}


def test_pixels_name_nobody_and_a_picture_says_that_they_were_not_searched(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg())
    search = search_files([tmp_path / "a.jpg"], KEY)
    assert not search.leaks
    assert [(one.severity, one.message) for one in search.problems] == [
        (Severity.INFO, "what a picture shows is not searched")
    ]
    assert search.is_complete


def test_coordinates_in_a_picture_are_told(tmp_path: Path) -> None:
    assert "coordinates" in told(tmp_path / "a.jpg", jpeg((0xE1, b"Exif\0\0" + tiff({0x010F: b"Phone"}, gps=True))))[0]


def test_a_picture_within_a_document_within_an_archive_is_searched(tmp_path: Path) -> None:
    from docx import Document

    (tmp_path / "a.png").write_bytes(png((b"tEXt", b"Author\0Schr\xf6der")))
    document = Document()
    document.add_picture(str(tmp_path / "a.png"))
    document.save(str(tmp_path / "a.docx"))
    packed = gzip.compress(tarred("a.docx", (tmp_path / "a.docx").read_bytes()))
    assert found(tmp_path / "all.tar.gz", packed) == {"PER-002"}


# Documents


def test_comments_tracked_changes_and_custom_properties_of_word_are_searched(tmp_path: Path) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts = {
        "word/comments.xml": f'<w:comments {space}><w:comment w:author="Jürgen Schröder"/></w:comments>',
        "word/document.xml": f"<w:p {space}><w:del><w:r><w:delText>Frau Yıl</w:delText></w:r>"
        "<w:r><w:delText>maz</w:delText></w:r></w:del></w:p>",
    }
    for name, content in parts.items():
        archive = {"[Content_Types].xml": "<Types/>", name: content}
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as file:
            for member, words in archive.items():
                file.writestr(member, words)
        assert len(found(tmp_path / "a.docx", packed.getvalue())) == 1, name
    for name in ("customXml/item1.xml", "docProps/custom.xml", "docProps/app.xml", "meta.xml", "content.xml"):
        with zipfile.ZipFile(tmp_path / "b.odt", "w") as file:
            file.writestr(name, f"<a><b>{NAME}</b></a>")
        assert found(tmp_path / "b.odt") == {"PER-001"}, name


def test_words_properties_and_comments_of_a_pdf_are_searched(tmp_path: Path) -> None:
    assert found(tmp_path / "a.pdf", pdf("Frau Schröder kommt")) == {"PER-002"}
    assert found(tmp_path / "a.pdf", pdf("x", title=f"Gespräch mit {NAME}")) == {"PER-001"}
    assert found(tmp_path / "a.pdf", pdf("x", note=f"von {NAME}")) == {"PER-001"}
    assert found(tmp_path / "a.pdf", pdf("x", hidden=b"<xmp>" + UTF8 + b"</xmp>")) == {"PER-001"}
    assert found(tmp_path / "a.pdf", pdf("x", hidden=b"(J\\374rgen Schr\\366der)")) == {"PER-002"}
    assert found(tmp_path / "a.pdf", pdf("niemand")) == set()
    assert not told(tmp_path / "a.pdf")


def test_a_damaged_pdf_is_told(tmp_path: Path) -> None:
    assert "damaged" in told(tmp_path / "a.pdf", pdf("x")[:300] + b"\n%%EOF")[0]


def test_rich_text_is_searched_as_it_reads(tmp_path: Path) -> None:
    assert found(tmp_path / "a.rtf", r"{\rtf1\ansi Frau Schr\'f6der}") == {"PER-002"}
    assert found(tmp_path / "a.rtf", r"{\rtf1\ansi Frau Y\u305?lmaz}") == {"PER-001"}
    assert found(tmp_path / "a.rtf", r"{\rtf1{\info{\author Schr{\b\'f6}der}}}") == {"PER-002"}


@pytest.mark.parametrize(
    "page",
    [
        '<p title="Ayşe">x</p>',
        '<img alt="Y&#x131;lmaz">',
        '<div data-who="{&quot;name&quot;:&quot;Y\\u0131lmaz&quot;}">',
        "<!-- Yılmaz -->",
        "<b>Yıl</b>maz",
        '<a href="mailto:x?subject=Y%C4%B1lmaz">x</a>',
    ],
)
def test_every_corner_of_a_web_page_is_searched(tmp_path: Path, page: str) -> None:
    assert found(tmp_path / "a.html", f"<html><body>{page}</body></html>") == {"PER-001"}


@pytest.mark.parametrize(
    "output",
    [
        {"text": ["Frau\nYılmaz sagt\n"]},
        {"data": {"text/plain": "['ja\\nYılmaz', 2]"}},
        {"data": {"text/html": "<td>Y&#305;lmaz</td>"}},
        {"data": {"image/png": base64.b64encode(png((b"iTXt", b"Title\0\0\0\0\0Y\xc4\xb1lmaz"))).decode()}},
        {"data": {"application/vnd.vega.v5+json": {"data": {"name": "Yılmaz"}}}},
        {"traceback": ["KeyError: 'Yılmaz'"]},
    ],
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_every_output_of_a_notebook_is_searched(tmp_path: Path, output: dict[str, object], ascii_only: bool) -> None:
    notebook = {"cells": [{"cell_type": "code", "outputs": [output], "metadata": {}}], "nbformat": 4}
    assert found(tmp_path / "a.ipynb", json.dumps(notebook, ensure_ascii=ascii_only)) == {"PER-001"}


def test_a_name_is_found_through_the_emphasis_of_markdown(tmp_path: Path) -> None:
    assert found(tmp_path / "a.md", "Frau Yıl**maz** und Nachbar*innen") == {"PER-001"}
    assert found(tmp_path / "a.md", "Frau **Yıl**maz") == {"PER-001"}


def test_a_mail_is_searched(tmp_path: Path) -> None:
    mail = "Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nFrau Y=C4=B1l=\nmaz"
    assert found(tmp_path / "a.eml", mail) == {"PER-001"}


# Databases


def parted(before: int) -> str:
    """A text of which a page of 512 bytes takes the first 36 letters, and the next ones 508 each."""
    return "x" * before + " Yilmaz " + "y" * (1492 - before)


PLACES = [*range(24, 40), *range(534, 546)]


def test_a_name_is_found_at_every_place_where_pages_of_a_database_part(tmp_path: Path) -> None:
    split = 0
    for before in PLACES:
        path = database(
            tmp_path / f"{before}.db",
            ("PRAGMA page_size = 512", ()),
            ("CREATE TABLE memo (text TEXT)", ()),
            ("INSERT INTO memo VALUES (?)", (parted(before),)),
        )
        split += b"Yilmaz" not in path.read_bytes()
        assert found(path) == {"PER-001"}, before
    assert split >= 8


def test_a_deleted_row_is_found_even_where_pages_part_its_words(tmp_path: Path) -> None:
    split = 0
    for before in PLACES[16:]:  # of what stood on the first of the pages, deleting overwrites the beginning
        path = database(
            tmp_path / f"{before}.db",
            ("PRAGMA page_size = 512", ()),
            ("CREATE TABLE memo (text TEXT)", ()),
            ("INSERT INTO memo VALUES (?)", ("x" * 300,)),
            ("INSERT INTO memo VALUES (?)", (parted(before),)),
        )
        database(path, ("PRAGMA secure_delete = OFF", ()), ("DELETE FROM memo WHERE rowid = 2", ()))
        split += b"Yilmaz" not in path.read_bytes()
        assert found(path) == {"PER-001"}, before
    assert split >= 4


def test_the_write_ahead_log_is_part_of_the_database(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("CREATE TABLE memo (text TEXT)")
    connection.executemany("INSERT INTO memo VALUES (?)", [("x" * n + " Yilmaz " + "y" * 9000,) for n in (4060, 50)])
    connection.execute("DELETE FROM memo WHERE rowid = 2")
    connection.commit()
    for name in ("a.db", "a.db-wal"):
        shutil.copy(tmp_path / name, tmp_path / name.replace("a.", "copy."))
    connection.close()
    assert found(tmp_path / "copy.db") == {"PER-001"}
    assert found(tmp_path / "copy.db-wal") == {"PER-001"}


@pytest.mark.parametrize("kind", ["fts5(text, content='')", "fts5(text)", "fts4(text)"])
def test_a_word_that_only_a_search_index_remembers_is_found(tmp_path: Path, kind: str) -> None:
    path = database(
        tmp_path / "a.db",
        (f"CREATE VIRTUAL TABLE words USING {kind}", ()),
        ("INSERT INTO words(rowid, text) VALUES (1, ?)", ("yilma yilmaa yilmaz yilmazz",)),
    )
    assert found(path) == {"PER-001"}


def test_a_file_within_a_database_is_opened(tmp_path: Path) -> None:
    path = database(
        tmp_path / "a.db",
        ("CREATE TABLE media (bytes BLOB)", ()),
        ("INSERT INTO media VALUES (?)", (gzip.compress(UTF8),)),
    )
    assert found(path) == {"PER-001"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("zeros", [1, 15, 16, 17, 4_001])
def test_a_name_between_empty_stretches_of_any_length_is_found(tmp_path: Path, encoding: str, zeros: int) -> None:
    content = bytes(zeros) + f" {NAME} ".encode(encoding) + bytes(zeros)
    assert found(tmp_path / "a.bin", content) == {"PER-001"}


def test_a_database_in_utf_16_and_a_damaged_one_are_searched(tmp_path: Path) -> None:
    path = database(
        tmp_path / "a.db",
        ("PRAGMA encoding = 'UTF-16le'", ()),
        ("CREATE TABLE memo (text TEXT)", ()),
        ("INSERT INTO memo VALUES (?)", ("x" * 3000 + f" {NAME} " + "y" * 3000,)),
    )
    assert found(path) == {"PER-001"}
    content = path.read_bytes()
    assert found(tmp_path / "b.db", content[:100] + b"\xff" * 40 + content[140:]) == {"PER-001"}
    assert told(tmp_path / "b.db") == [
        "the database is damaged: its pages were searched, its tables could not be opened"
    ]


# What is packed, and what cannot be opened


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, lambda held: tarred("a.txt", held)])
def test_packed_files_are_opened(tmp_path: Path, pack: object) -> None:
    assert found(tmp_path / "a.bin", pack(UTF8)) == {"PER-001"}  # type: ignore[operator]
    assert not told(tmp_path / "a.bin")


def test_what_packed_files_say_of_their_members_is_searched(tmp_path: Path) -> None:
    assert found(tmp_path / "a.tar", tarred("Yilmaz.txt", b"x")) == {"PER-001"}
    assert found(tmp_path / "a.tar", tarred("a.txt", b"x", owner="yilmaz")) == {"PER-001"}
    held = io.BytesIO()
    with gzip.GzipFile("Yilmaz.txt", "wb", fileobj=held) as file:
        file.write(b"x")
    assert found(tmp_path / "a.gz", held.getvalue()) == {"PER-001"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"7z\xbc\xaf\x27\x1c" + bytes(30), "7z"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(30), "rar"),
        (b"\x28\xb5\x2f\xfd" + bytes(30), "zstd"),
        (b"age-encryption.org/v1\n-> X25519 x", "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old format"),
        (b"PAR1" + bytes(30), "Parquet"),
        (b"ID3\x03" + bytes(30), "recording"),
        (b"\0\0\0\x18ftypmp42" + bytes(30), "recording"),
        (b"\0\0\0\x18ftypheic" + bytes(30), "HEIC"),
        (gzip.compress(UTF8 * 100, mtime=0)[:-30], "damaged"),
        (tarred("a.txt", UTF8 * 400)[:3000], "damaged"),
    ],
)
def test_what_cannot_be_searched_is_told(tmp_path: Path, content: bytes, words: str) -> None:
    assert words in " ".join(told(tmp_path / "a.bin", content))
    assert not search_files([tmp_path / "a.bin"], KEY).is_complete


def test_bytes_of_no_known_kind_that_look_packed_are_told(tmp_path: Path) -> None:
    import random

    assert "packed or encrypted" in told(tmp_path / "a.bin", random.Random(1).randbytes(20_000))[0]
    assert not told(tmp_path / "b.bin", pickle.dumps([f"word {n}" for n in range(9000)]))


def test_a_protected_member_of_an_archive_is_told_and_the_others_are_searched(tmp_path: Path) -> None:
    content = bytearray(zipped(a__txt=b"x", b__txt=UTF8))
    for at in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[at] |= 1
    assert found(tmp_path / "a.zip", bytes(content)) == {"PER-001"}
    assert told(tmp_path / "a.zip") == ["it is protected by a password and was not searched"]


def test_archives_nested_too_deeply_are_told(tmp_path: Path) -> None:
    content = UTF8
    for _ in range(3):
        content = zipped(a__zip=content)
    assert found(tmp_path / "a.zip", content) == {"PER-001"}
    for _ in range(4):
        content = zipped(a__zip=content)
    assert "too many archives" in told(tmp_path / "a.zip", content)[0]


def test_a_bomb_is_told_and_searched_as_far_as_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracts_packed, "LARGEST", 100_000)
    held = UTF8 + bytes(3_000_000)
    for content in (gzip.compress(held), bz2.compress(held), lzma.compress(held)):
        assert found(tmp_path / "a.bin", content) == {"PER-001"}
        assert "larger than" in " ".join(told(tmp_path / "a.bin"))
    assert "larger than" in told(tmp_path / "a.tar", tarred("a.txt", held))[0]


def test_pickles_and_tables_of_numbers_are_searched_as_bytes(tmp_path: Path) -> None:
    assert found(tmp_path / "a.pkl", pickle.dumps({"who": NAME})) == {"PER-001"}


def test_a_file_that_may_not_be_read_is_told_and_the_others_are_searched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/proc/self/mem")
    (tmp_path / "b.txt").write_text(NAME)
    search = search_files([tmp_path], KEY)
    assert {leak.entity for leak in search} == {"PER-001"}
    assert [one.severity for one in search.problems] == [Severity.ERROR]


def test_names_of_folders_are_searched(tmp_path: Path) -> None:
    (tmp_path / "Frau Yilmaz" / "x").mkdir(parents=True)
    assert [(leak.entity, leak.place) for leak in search_files([tmp_path], KEY)] == [("PER-001", "folder name")]


def test_no_place_and_no_problem_repeats_the_name_of_a_member(tmp_path: Path) -> None:
    inner = zipped(Yilmaz__txt=UTF8, Yilmaz__7z=b"7z\xbc\xaf\x27\x1c" + bytes(9))
    (tmp_path / "a.zip").write_bytes(inner)
    search = search_files([tmp_path / "a.zip"], KEY)
    assert {leak.place for leak in search} == {"archive: name of a member", "a part that is called after PER-001"}
    assert "ilmaz" not in repr(search)


@functools.cache
def whole_files() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        statements = ("CREATE TABLE memo (text TEXT)", "CREATE VIRTUAL TABLE words USING fts5(text)")
        insert = ("INSERT INTO memo VALUES (?)", ("x" * 5000 + NAME + "y" * 5000,))
        held = database(Path(folder) / "a.db", *((one, ()) for one in statements), insert).read_bytes()
    exif = tiff({0x010E: UTF8}, gps=True)
    files = {
        "db": held,
        "png": png((b"iTXt", b"Title\0\1\0\0\0" + zlib.compress(UTF8)), (b"eXIf", exif)),
        "jpg": jpeg((0xFE, UTF8), (0xE1, b"Exif\0\0" + exif)),
        "webp": webp((b"EXIF", exif)),
        "gif": gif(UTF8),
        "tif": exif,
        "gz": gzip.compress(UTF8),
        "xz": lzma.compress(UTF8),
        "bz2": bz2.compress(UTF8),
        "tar": tarred("a.txt", UTF8),
        "zip": zipped(a__txt=UTF8),
        "rtf": rb"{\rtf1\ansi Frau Y\u305?lmaz}",
    }
    return files


@given(st.data())
def test_no_damage_to_a_file_stops_the_search(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(whole_files())))
    content = bytearray(whole_files()[name])
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, min(len(content), 400) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(1, len(content)))]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.bin").write_bytes(content)
        search_files([Path(folder) / "a.bin"], KEY)


# Dates and offices

DATED = [
    entry("DATE-001", "12. März 1985"),
    entry("OCC-001", "Leiterin des Ordnungsamts"),
    entry("OCC-002", "Lehrerin"),
]


@pytest.mark.parametrize(
    "written",
    [
        *("12.03.1985", "12.3.85", "12. März 1985", "12 March 1985", "March 12th, 1985", "12 marca 1985", "1985-03-12"),
        *("12/03/1985", "den 12.\u00a0Mär. 1985", "12-03-1985", "12th of March, 1985"),
    ],
)
def test_a_full_date_is_found_however_it_is_written(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.txt").write_text(f"Geboren ist sie {written}, glaube ich.")
    assert [leak.entity for leak in search_files([tmp_path / "a.txt"], DATED)] == ["DATE-001"]


def test_a_date_as_files_and_programs_write_it_is_a_possible_leak(tmp_path: Path) -> None:
    for written, certain in (("12.03.1985", True), ("1985-03-12", False), ("19850312", False), ("03/12/1985", False)):
        (tmp_path / "a.txt").write_text(f"am {written} war")
        assert [leak.certain for leak in search_files([tmp_path / "a.txt"], DATED)] == [certain], written
    (tmp_path / "a.txt").write_text("am 12.03.1985 war")
    key = [entry("DATE-001", "1985-03-12")]
    assert [leak.certain for leak in search_files([tmp_path / "a.txt"], key)] == [True]


@pytest.mark.parametrize(
    "written", ["1985", "März 1985", "12. März", "13.03.1985", "1985-03-12T10:00", "1985-03-12 10:00", "112.03.1985"]
)
def test_what_is_no_full_date_or_another_one_is_not_found(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.txt").write_text(f"Das war {written} so.")
    assert not list(search_files([tmp_path / "a.txt"], DATED))


@given(st.dates(), st.sampled_from(["{0.day}.{0.month}.{0.year:04}", "{0.year:04}-{0.month:02}-{0.day:02}"]))
def test_every_date_that_is_written_is_read(day: object, form: str) -> None:
    from interviews.anonymity.leaks.dates import find_dates

    assert day in [found for _, found, _ in find_dates(f"am {form.format(day)}.")]


def test_an_office_of_several_words_is_a_possible_leak_and_a_single_word_is_not_searched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sie war Leiterin des Ordnungsamts und Lehrerin.")
    assert [(leak.entity, leak.certain) for leak in search_files([tmp_path / "a.txt"], DATED)] == [("OCC-001", False)]


def test_only_what_a_project_derives_itself_is_passed_over(tmp_path: Path) -> None:
    for folder in ("cache/codings", "cache/own", "marked"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55", "utf-8")
        (tmp_path / folder / "note.txt").write_text(NAME, encoding="utf-8")
    leaks = lambda: {leak.path.parent.name for leak in search_files([tmp_path], KEY) if leak.certain}  # noqa: E731
    assert leaks() == {"codings", "own", "marked"}
    (tmp_path / "interviews.toml").write_text('name = "study"', encoding="utf-8")
    assert leaks() == {"own", "marked"}
