"""When the disk, the file or another program is in the way: one sentence, and nothing has changed."""

import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from interviews.errors import StoreError
from interviews.model import Memo
from interviews.store import Store, sqlite
from tests.store.records import a_coding, a_transcript
from tests.store.studies import fill_disk

ONE_SENTENCE = r"^[^\n.]+\.db (could not be read or saved, nothing was changed|cannot be created): [^\n]+$"


@pytest.fixture
def open_folder(place: Path) -> Iterator[Path]:
    """A folder with a project in it that another user of this machine can reach."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "project.db").write_bytes(place.read_bytes())
        (folder / "project.db").chmod(0o644)
        yield folder


def as_nobody(action: Callable[[], object]) -> str:
    """What a process without rights of the superuser, to whom nothing is read-only, hears as `StoreError`."""
    read, write = os.pipe()
    if (child := os.fork()) == 0:
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            action()
        except StoreError as error:
            os.write(write, str(error).encode())
        finally:
            os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as heard:
        return heard.read()


def in_a_process(action: Callable[[str], object], argument: str) -> int:
    """The id of a process that leaves with status 0 if the action succeeds."""
    if (child := os.fork()) == 0:
        status = 1
        try:
            action(argument)
            status = 0
        finally:
            os._exit(status)
    return child


def add_a_memo(place: Path) -> None:
    with Store.open(place) as store:
        store.add_memos([Memo("x", "y", "a")], "a")


def test_a_connection_keeps_every_promise(store: Store) -> None:
    with store._engine.connect() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process of another user")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_is_read_only_says_so(open_folder: Path, what: str) -> None:
    file = open_folder / "project.db"
    if os.getuid() != 0:
        (open_folder if what == "folder" else file).chmod(0o555 if what == "folder" else 0o444)
    elif what == "file":
        open_folder.chmod(0o777)
    before = file.read_bytes()
    message = as_nobody(lambda: add_a_memo(file))
    open_folder.chmod(0o755)
    assert "read-only" in message
    assert message.startswith("project.db could not be read or saved, nothing was changed: ")
    assert file.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process of another user")
def test_a_project_in_a_read_only_folder_cannot_be_created(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    message = as_nobody(lambda: Store.create(open_folder / "new.db"))
    open_folder.chmod(0o755)
    assert message == "new.db cannot be created: Permission denied"
    assert not (open_folder / "new.db").exists()


def test_a_full_disk_loses_nothing_that_was_saved(store: Store, place: Path) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")
    store.add_codings([coding := a_coding(transcript)], "c1")
    fill_disk(store)
    events = store.history()
    with pytest.raises(StoreError, match=ONE_SENTENCE) as caught:
        store.add_codings([a_coding(transcript) for _ in range(2000)], "c1")
    assert "the disk is full" in str(caught.value)
    assert store.codings() == [coding]
    assert store.history() == events
    store.close()
    with Store.open(place) as again:
        assert again.codings() == [coding]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 not a database" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_not_a_project_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "project.db"
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


def test_a_damaged_project_says_so(store: Store, place: Path) -> None:
    store.add_transcripts([a_transcript("A: " + "Wort " * 20_000)], author="a")
    store.close()
    content = bytearray(place.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    place.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"), Store.open(place) as damaged:
        damaged.transcripts()


def test_a_locked_project_says_so(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE_MS", 50)
    other = sqlite3.connect(place, isolation_level=None)
    with Store.open(place) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=ONE_SENTENCE) as caught:
            store.add_memos([Memo("x", "y", "a")], "a")
        other.execute("COMMIT")
        other.close()
        assert "another program has locked it" in str(caught.value)
        assert store.memos() == []
        store.add_memos([Memo("x", "y", "a")], "a")
        assert len(store.memos()) == 1


def test_an_error_never_shows_a_text(store: Store) -> None:
    transcript = a_transcript("A: Streng geheim.")
    fill_disk(store)
    with pytest.raises(StoreError) as caught:
        store.add_transcripts([transcript, a_transcript("Streng geheim. " * 10_000, name="i2")], author="a")
    seen: BaseException | None = caught.value
    while seen is not None:
        assert "geheim" not in str(seen)
        seen = seen.__context__


def test_who_goes_on_saving_finds_room_in_the_log_and_nothing_else(store: Store, place: Path) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")
    log = place.with_name(f"{place.name}-wal")
    codings = []
    while log.stat().st_size < sqlite.LOG_BYTES:
        assert len(codings) < 20
        store.add_codings([coding := a_coding(transcript)], "c1")
        codings.append(coding)
    with closing(sqlite3.connect(place)) as other:
        assert not other.execute("SELECT name FROM sqlite_master WHERE name = 'room'").fetchall()
    copy = place.with_name("copy.db")  # as a power cut leaves it
    shutil.copy(place, copy)
    shutil.copy(log, copy.with_name("copy.db-wal"))
    store.add_codings([last := a_coding(transcript)], "c1")
    assert store.codings() == [*codings, last]
    with Store.open(copy) as again:
        assert again.codings() == codings
    store.close()
    assert not log.exists()


def test_a_save_that_is_interrupted_while_it_begins_is_in_nobodys_way(store: Store, place: Path) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")

    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    event.listen(store._engine, "begin", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.add_codings([a_coding(transcript)], "c1")
    event.remove(store._engine, "begin", interrupt)
    with closing(sqlite3.connect(place, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    store.add_codings([coding := a_coding(transcript)], "c1")
    assert store.codings() == [coding]


def test_threads_that_save_at_once_all_succeed(store: Store) -> None:
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")
    codings = [a_coding(transcript) for _ in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda one: store.add_codings([one], "c1"), codings))
    assert {one.id for one in store.codings()} == {one.id for one in codings}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes of its own")
def test_processes_that_save_at_once_all_succeed(place: Path) -> None:
    transcript = a_transcript()
    with Store.open(place) as store:
        store.add_transcripts([transcript], author="a")

    def save(coder: str) -> None:
        with Store.open(place) as mine:
            for _ in range(20):
                mine.add_codings([a_coding(transcript, coder=coder)], coder)

    children = [in_a_process(save, f"c{n}") for n in range(4)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    with Store.open(place) as store:
        assert Counter(coding.coder for coding in store.codings()) == {f"c{n}": 20 for n in range(4)}
