"""Somebody else's copy is read as it is, with what its log still holds, and left without a trace."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from interviews.errors import InterviewsError, MisuseError, StoreError
from interviews.store import DamageError, Store, copies, open_copy
from tests.store.records import a_coding
from tests.store.studies import archived, small_study


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def study(store: Store) -> Store:
    small_study(store)
    return store


def test_a_database_copied_with_its_log_gives_every_row(study: Store, place: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copied"
    folder.mkdir()
    study.add_codings([a_coding(study.transcripts()[0])], "c1")
    for suffix in ("", "-wal"):  # as a person copies it while the program is open
        shutil.copy(f"{place}{suffix}", folder / f"project.db{suffix}")
    assert (folder / "project.db-wal").stat().st_size > 0
    before = state(folder)
    with open_copy(folder) as copy:
        assert copy.codings() == study.codings()
    assert state(folder) == before


def test_a_project_that_is_open_elsewhere_can_be_read(study: Store, place: Path) -> None:
    before = place.read_bytes()
    with open_copy(place) as copy:
        assert copy.codings() == study.codings()
    assert place.read_bytes() == before
    study.add_codings([a_coding(study.transcripts()[0])], "c1")


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="nothing is read-only to the superuser")
def test_a_copy_on_a_read_only_disk_can_be_read(study: Store, place: Path, tmp_path: Path) -> None:
    study.close()
    folder = tmp_path / "disk"
    folder.mkdir()
    shutil.copy(place, folder)
    folder.chmod(0o555)
    with open_copy(folder) as copy:
        assert len(copy.codings()) == 1
    folder.chmod(0o755)


_NEWER = ("revisions", "reviews", "reversals", "case_codings", "queries", "decisions", "suggestions")


def test_a_copy_of_an_older_version_is_brought_up_to_date_beside_it(study: Store, place: Path) -> None:
    study.close()
    with sqlite3.connect(place) as connection:
        for table in ("groups", "links", "guids", "erasures", *_NEWER):
            connection.execute(f"DROP TABLE {table}")
        for column in ("unit", "round"):
            connection.execute(f"ALTER TABLE codings DROP COLUMN {column}")
        for index in ("ix_codings_transcript", "ix_events_author_created", "ix_events_subject"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("ALTER TABLE codebooks RENAME TO old")
        connection.execute(
            "CREATE TABLE codebooks (id TEXT NOT NULL, created BIGINT NOT NULL, event TEXT NOT NULL,"
            " name TEXT NOT NULL, version INTEGER NOT NULL, language TEXT NOT NULL, codes JSON NOT NULL,"
            " CONSTRAINT fk_codebooks_event FOREIGN KEY(event) REFERENCES events (id),"
            " CONSTRAINT pk_codebooks PRIMARY KEY (id),"
            " CONSTRAINT uq_codebooks_name_version UNIQUE (name, version))"
        )
        connection.execute("INSERT INTO codebooks SELECT * FROM old")
        connection.execute("DROP TABLE old")
        connection.execute("UPDATE interviews_version SET version_num = '0001'")
    connection.close()
    before = place.read_bytes()
    with open_copy(place) as copy:
        assert len(copy.codings()) == 1
        assert copy.codebook().name == "klein"
    assert place.read_bytes() == before


def test_a_program_that_goes_on_saving_is_waited_for_only_so_long(
    study: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter(range(100))
    monkeypatch.setattr(copies, "_state", lambda path: (0, next(moments)))
    with pytest.raises(StoreError, match="another program is saving into"), open_copy(place):
        pass


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04 cut", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_copy_of_a_project_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(InterviewsError) as caught, open_copy(path):
        pass
    assert "\n" not in str(caught.value)
    with pytest.raises(MisuseError), open_copy(tmp_path / "nowhere"):
        pass
    with pytest.raises(MisuseError, match="neither a project nor its database nor an archive"), open_copy(tmp_path):
        pass


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE codings SET span_end = 999", "codings, row 1: it lies outside its text"),
        ("UPDATE codings SET span_start = 'x'", "codings, row 1: span_start is no whole number"),
        ("UPDATE codings SET created = 9e18", "codings, row 1: created is no moment"),
        ("UPDATE codings SET version = 5", "codings: a row refers to no record of text_versions"),
        ("UPDATE text_versions SET turns = '[[1]]'", "text_versions, row 1: turns does not hold what it should"),
        ("UPDATE text_versions SET turns = '['", "text_versions, row 1: a value is not what its column holds"),
        ("UPDATE text_versions SET text = 'x'", "text_versions, row 1: its text does not have as many characters"),
        (
            "UPDATE text_versions SET version = 0; UPDATE codings SET version = 0; UPDATE suggestions SET version = 0",
            "an original, which belongs in a vault",
        ),
        ("UPDATE codebooks SET codes = '{}'", "codebooks, row 1: codes does not hold what it should"),
        ("UPDATE memos SET text = x'ff'", "memos, row 1: text is no text"),
    ],
)
def test_a_copy_that_is_not_sound_is_refused(study: Store, place: Path, change: str, told: str) -> None:
    study.close()
    connection = sqlite3.connect(place)
    connection.executescript(change)
    connection.close()
    with pytest.raises(DamageError) as caught, open_copy(place):
        pass
    assert told in str(caught.value)


def test_an_archive_opens_like_a_database(study: Store, tmp_path: Path) -> None:
    archived(study, tmp_path / "archive")
    with open_copy(tmp_path / "archive") as copy:
        assert copy.codings() == study.codings()
