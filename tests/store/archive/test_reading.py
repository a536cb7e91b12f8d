"""An archive becomes a database again, byte for byte the same; a damaged or hostile one becomes nothing."""

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings

from interviews.errors import InterviewsError, StoreError
from interviews.store import DamageError, Store, copy_store, migrate, schema
from interviews.store.archive import layout, sources
from tests.store.studies import Act, archived, content, loaded, small_study, studies

STEP = """
import sqlalchemy as sa
from alembic import op
revision = "0005"
down_revision = "0004"
def upgrade():
    with op.batch_alter_table("memos") as memos:
        memos.add_column(sa.Column("colour", sa.Text(), nullable=False, server_default="#777777"))
"""


@pytest.fixture
def folder(store: Store, tmp_path: Path) -> Path:
    """An archive of the small study."""
    small_study(store)
    archived(store, tmp_path / "study")
    return tmp_path / "study"


def seal(folder: Path) -> None:
    """Write the digests anew, as somebody does who alters an archive on purpose."""
    digests = {
        name: hashlib.sha256(value).hexdigest() for name, value in content(folder).items() if name != layout.SUMS
    }
    (folder / layout.SUMS).write_bytes(layout.sums_of(digests))


def complaints(folder: Path, tmp_path: Path) -> list[str]:
    place = tmp_path / "read.db"
    with pytest.raises(DamageError) as caught:
        copy_store(folder, place)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.slow
@settings(max_examples=20)
@given(study=studies())
def test_an_archive_of_any_project_comes_back_byte_for_byte(
    study: Act, fresh: Callable[[], Store], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("round")
    with fresh() as store:
        study(store)
        before = archived(store, folder / "one")
        with loaded(folder / "one", folder / "read.db") as again:
            assert archived(again, folder / "two") == before
            assert again.codings() == store.codings()
            assert again.transcripts() == store.transcripts()
            assert again.codebooks() == store.codebooks()
            assert again.history() == store.history()


def test_what_comes_back_is_found_sound(folder: Path, tmp_path: Path) -> None:
    copy_store(folder, tmp_path / "read.db")
    with Store.open(tmp_path / "read.db") as store:
        assert len(store.codings()) == 1
        assert "Ło\u0301dź" in store.transcript("i 1").text


def test_a_changed_file_is_named(folder: Path, tmp_path: Path) -> None:
    (text,) = (folder / "texts").iterdir()
    text.write_text("A: Die Miete ist niedrig.\n", encoding="utf-8")
    (told,) = complaints(folder, tmp_path)
    assert told.startswith(f"texts/{text.name}: the file was changed")


def test_missing_and_foreign_files_are_named(folder: Path, tmp_path: Path) -> None:
    (folder / "tables" / "memos.jsonl").unlink()
    (folder / "texts" / "more.txt").write_text("x")
    (folder / "texts" / ".DS_Store").write_text("x")
    (folder / "LICENSE").write_text("x")
    assert complaints(folder, tmp_path) == [
        "tables/memos.jsonl: the file is missing",
        "texts/more.txt: the file is not in SHA256SUMS: it does not belong to the archive",
    ]


ALTERED = [
    ("codings", b'"span_end": 12', b'"span_end": 999', "line 1: it lies outside its text"),
    ("codings", b'"span_start": 3', b'"span_start": 20', "line 1: it lies outside its text"),
    ("codings", b'"span_end": 12', b'"span_end": "12"', "line 1: span_end is no whole number"),
    ("codings", b'"span_end": 12', b'"span_end": 1e99', "line 1: span_end is no whole number"),
    ("codings", b'"span_end": 12', b'"span_end": ' + b"9" * 5000, "line 1: this is not JSON in UTF-8"),
    ("codings", b'"weight": null', b'"weight": NaN', "line 1: this is not JSON in UTF-8"),
    (
        "codings",
        b'"version": 1',
        b'"version": 2',
        "line 1: its transcript, version refers to no record of text_versions",
    ),
    ("codings", b'"coder": "c1"', b'"coder": null', "line 1: coder is missing"),
    ("codings", b'"coder": "c1"', b'"coder": "\\ud83d"', "line 1: coder is no text"),
    ("codings", b'"coder": "c1", ', b"", "line 1: a record here has exactly the fields"),
    ("codings", b'"coder"', b'"\xff"', "line 1: this is not JSON in UTF-8"),
    ("codings", b'"created": "2', b'"created": "x2', "line 1: created is no moment"),
    ("codings", b'"created": "20', b'"created": "99', "line 2: it stands after a later record"),
    ("codings", b'"event": "', b'"event": "x', "line 1: its event refers to no record of events"),
    ("retractions", b'"coding": "', b'"coding": "x', "line 1: its coding refers to no record of codings"),
    ("text_versions", b'"turns": [[1, 3,', b'"turns": [[1, 3000000,', "line 1: a turn lies outside its text"),
    ("text_versions", b'"interviewee"', b'"butler"', "line 1: speakers does not hold what it should"),
    ("text_versions", b'"file": "texts/', b'"file": "../', "it names a text file that is not in SHA256SUMS"),
    ("text_versions", b'"characters": ', b'"characters": 1', "its text does not have as many characters as it says"),
    ("memos", b"{", b"[" * 100_000, "line 1: this is not JSON in UTF-8"),
    ("codebooks", b'"path": "Wohnen"', b'"root": "Wohnen"', "codes does not hold what it should"),
    ("groups", b'["code", ', b'["code", 1, ', "members does not hold what it should"),
]


@pytest.mark.parametrize(("table", "old", "new", "told"), ALTERED)
def test_an_altered_record_is_named_by_file_and_line(
    folder: Path, tmp_path: Path, table: str, old: bytes, new: bytes, told: str
) -> None:
    path = folder / "tables" / f"{table}.jsonl"
    before = path.read_bytes()
    path.write_bytes(before.replace(old, new, 1))
    assert path.read_bytes() != before
    seal(folder)
    assert any(one.startswith(f"tables/{table}.jsonl, line") and told in one for one in complaints(folder, tmp_path))


def test_a_record_that_stands_twice_is_named(folder: Path, tmp_path: Path) -> None:
    path = folder / "tables" / "codings.jsonl"
    first = path.read_bytes().split(b"\n")[0]
    path.write_bytes(first + b"\n" + path.read_bytes())
    seal(folder)
    assert complaints(folder, tmp_path)[0] == "tables/codings.jsonl, line 2: another record has this id already"


@pytest.mark.parametrize(
    "line",
    [
        "0" * 64 + "  ../../etc/passwd",
        "0" * 64 + "  /etc/passwd",
        "0" * 64 + "  texts/../../x.txt",
        "0" * 64 + "  texts\\x.txt",
        "0" * 64 + "  tables/a/b.jsonl",
        "0" * 64 + "  texts/con\u0301.txt",
        "0" * 64 + "  readme.md",
        "not a digest",
    ],
)
def test_names_that_lead_elsewhere_are_refused(folder: Path, tmp_path: Path, line: str) -> None:
    with (folder / layout.SUMS).open("a", encoding="utf-8") as sums:
        sums.write(line + "\n")
    (told,) = complaints(folder, tmp_path)
    assert told.startswith("SHA256SUMS: line ")


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs symbolic links")
def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    (text,) = (folder / "texts").iterdir()
    shutil.move(text, tmp_path / "elsewhere.txt")
    text.symlink_to(tmp_path / "elsewhere.txt")
    assert "is a link" in complaints(folder, tmp_path)[0]
    shutil.move(folder / "tables", tmp_path / "tables")
    (folder / "tables").symlink_to(tmp_path / "tables")
    assert all("is a link" in told for told in complaints(folder, tmp_path) if told.startswith("t"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_not_waited_for(folder: Path, tmp_path: Path) -> None:
    (folder / "tables" / "memos.jsonl").unlink()
    os.mkfifo(folder / "tables" / "memos.jsonl")
    assert "no plain file" in complaints(folder, tmp_path)[0]


def test_files_and_lines_that_are_too_long_are_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LINE_BYTES", 300)
    assert "tables/text_versions.jsonl: a line is longer than 0 MB" in complaints(folder, tmp_path)
    monkeypatch.setattr(sources, "FILE_BYTES", 1000)
    assert "README.md: the file is larger than 0 MB" in complaints(folder, tmp_path)


def test_an_archive_of_a_newer_version_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (folder / layout.ABOUT).write_text('{"format": "interviews archive", "version": 1, "schema": "9999"}')
    seal(folder)
    with pytest.raises(StoreError, match="newer version of interviews: update the program"):
        copy_store(folder, tmp_path / "read.db")


def test_an_archive_of_an_older_version_is_brought_up_to_date(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrations = shutil.copytree(migrate.FOLDER, tmp_path / "migrations")
    (migrations / "versions" / "revision_0005.py").write_text(STEP)
    monkeypatch.setattr(migrate, "FOLDER", migrations)
    monkeypatch.setattr(schema, "REVISION", "0005")
    copy_store(folder, tmp_path / "read.db")
    with Store.open(tmp_path / "read.db") as store:
        assert len(store.memos()) == 1
        assert len(store.codings()) == 1
        with store._engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT colour FROM memos").fetchall() == [("#777777",)]


@pytest.mark.slow
def test_damaged_bytes_are_a_complaint_and_never_a_crash(folder: Path, tmp_path: Path) -> None:
    whole = content(folder)
    for number, name in enumerate(sorted(whole)):
        for cut in {len(whole[name]) // 2, 0}:
            (folder / name).write_bytes(whole[name][:cut] + b"\xff" * (cut // 7))
            if name != layout.SUMS and number % 2:
                seal(folder)
            place = tmp_path / f"{number}-{cut}.db"
            with suppress(InterviewsError):  # anything else is a crash
                copy_store(folder, place)
            shutil.rmtree(folder)
            for other, value in whole.items():
                (folder / other).parent.mkdir(parents=True, exist_ok=True)
                (folder / other).write_bytes(value)
