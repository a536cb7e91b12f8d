"""An archive comes to its place whole or not at all; what else lies there stays."""

import errno
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from interviews.errors import InterviewsError, MisuseError, StoreError
from interviews.store import Store, archive, copy_store
from interviews.store.archive import layout, places, sources
from interviews.store.archive.sources import PENDING
from tests.store.records import a_coding, a_transcript
from tests.store.studies import archived, content, copied, loaded, small_study, write
from tests.store.test_sqlite import as_nobody


def put(store: Store, target: Path) -> int:
    """What the project does."""
    archive.check_target(target, (event.id for event in store.history()))
    with archive.open_draft(target) as draft:
        write(store, draft)
        return archive.put(draft, target)


@pytest.fixture
def study(store: Store) -> Store:
    small_study(store)
    return store


def code_once_more(store: Store) -> None:
    store.add_codings([a_coding(store.transcripts()[0])], "c1")


def test_a_new_folder_holds_the_archive_and_nothing_else(study: Store, tmp_path: Path) -> None:
    put(study, tmp_path / "out" / "study")
    with loaded(tmp_path / "out" / "study", tmp_path / "read.db") as again:
        assert again.codings() == study.codings()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["study"]


def test_an_archive_of_the_same_project_is_updated_and_foreign_files_stay(study: Store, tmp_path: Path) -> None:
    target = tmp_path / "study"
    target.mkdir()
    (target / ".git").mkdir()
    (target / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    put(study, target)
    (target / "LICENSE").write_text("CC BY 4.0")
    (target / "texts" / "notes.txt").write_text("mine")
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*.txt")}
    code_once_more(study)
    assert put(study, target) == 3
    assert (target / ".git" / "HEAD").read_text() == "ref: refs/heads/main\n"
    assert (target / "LICENSE").read_text() == "CC BY 4.0"
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*.txt")} == before
    assert put(study, target) == 0
    assert not [path for path in target.iterdir() if path.name.startswith(".interviews")]
    (target / "texts" / "notes.txt").unlink()
    with loaded(target, tmp_path / "read.db") as again:
        assert len(again.codings()) == 2


def test_git_sees_two_more_lines(study: Store, tmp_path: Path) -> None:
    target = tmp_path / "study"

    def git(*words: str) -> str:
        named = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=true"]
        return subprocess.run(["git", *named, *words], cwd=target, check=True, capture_output=True, text=True).stdout

    put(study, target)
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    code_once_more(study)
    put(study, target)
    assert (
        git("diff", "--numstat", "--", "tables").split() == "1 0 tables/codings.jsonl 1 0 tables/events.jsonl".split()
    )
    git("stash", "-q")
    with loaded(target, tmp_path / "read.db") as again:  # its line ends came back from git as they were
        assert len(again.codings()) == 1


def test_what_holds_something_else_is_refused(study: Store, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter1.md").write_text("x")
    (tmp_path / "file").write_text("x")
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as photos:
        photos.writestr("1.jpg", "x")
    for name in ("thesis", "file", "photos.zip"):
        with pytest.raises(MisuseError, match=r"name a(nother)? (new|place)"):
            put(study, tmp_path / name)
    assert content(tmp_path / "thesis") == {"chapter1.md": b"x"}


def test_a_file_in_the_way_is_not_written_over(study: Store, tmp_path: Path) -> None:
    (tmp_path / "study").mkdir()
    (tmp_path / "study" / ".gitattributes").write_text("*.txt text")
    with pytest.raises(MisuseError, match="stands in its way"):
        put(study, tmp_path / "study")
    assert content(tmp_path / "study") == {".gitattributes": b"*.txt text"}


def test_what_a_person_changed_by_hand_is_not_written_over(study: Store, tmp_path: Path) -> None:
    put(study, tmp_path / "study")
    codings = tmp_path / "study" / "tables" / "codings.jsonl"
    codings.write_bytes(codings.read_bytes() + b"{}\n")
    with pytest.raises(MisuseError, match=r"codings.jsonl was changed since the archive was written"):
        put(study, tmp_path / "study")
    assert codings.read_bytes().endswith(b"{}\n")


def test_a_file_that_was_deleted_is_written_anew(study: Store, tmp_path: Path) -> None:
    put(study, tmp_path / "study")
    (tmp_path / "study" / "README.md").unlink()
    assert put(study, tmp_path / "study") == 1


@pytest.mark.parametrize("name", ["study", "study.zip"])
def test_the_archive_of_another_study_is_refused(
    study: Store, fresh: Callable[[], Store], tmp_path: Path, name: str
) -> None:
    with fresh() as other:
        other.add_transcripts([a_transcript()], author="x")
        put(other, tmp_path / name)
    with pytest.raises(MisuseError, match="an archive of another study"):
        put(study, tmp_path / name)


@pytest.mark.parametrize("name", ["study", "study.zip"])
def test_an_archive_that_knows_more_than_the_project_is_refused(study: Store, tmp_path: Path, name: str) -> None:
    with copied(study, tmp_path / "copy") as other:
        code_once_more(other)
        put(other, tmp_path / name)
    with pytest.raises(MisuseError, match="holds 1 saves that this project does not have: merge it first"):
        put(study, tmp_path / name)


def test_a_zip_is_the_same_each_time_and_comes_back(study: Store, tmp_path: Path) -> None:
    put(study, tmp_path / "one.zip")
    put(study, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    put(study, tmp_path / "one.zip")
    with loaded(tmp_path / "one.zip", tmp_path / "read.db") as again:
        assert archived(again, tmp_path / "again") == archived(study, tmp_path / "direct")


def test_a_zip_that_a_person_packed_from_the_folder_is_read(study: Store, tmp_path: Path) -> None:
    files = archived(study, tmp_path / "study")
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as packed:
        for name, value in files.items():
            packed.writestr(f"study/{name}", value)
        packed.writestr("__MACOSX/study/._README.md", "x")
    copy_store(tmp_path / "packed.zip", tmp_path / "read.db")


@pytest.mark.parametrize("kind", ["bomb", "twice", "cut", "outside", "many"])
def test_a_hostile_zip_is_refused_and_writes_nothing_outside(
    study: Store, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = archived(study, tmp_path / "study")
    path = tmp_path / "in" / "bad.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, value in files.items():
            bomb = kind == "bomb" and name == "tables/memos.jsonl"
            packed.writestr(name, b"\0" * 2**25 if bomb else value)
        if kind == "outside":
            packed.writestr("texts/../../evil.txt", "x")
        if kind == "many":
            monkeypatch.setattr(sources, "_DIRECTORY_BYTES", 500)
        if kind == "twice":
            with pytest.warns(UserWarning, match="Duplicate name"):
                packed.writestr("README.md", "x")
    if kind == "cut":
        path.write_bytes(path.read_bytes()[:-100])
    before = content(tmp_path / "study")
    with pytest.raises(InterviewsError):
        copy_store(path, tmp_path / "in" / "read.db")
    assert content(tmp_path / "study") == before
    assert not (tmp_path / "evil.txt").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process of another user")
@pytest.mark.parametrize("name", ["study", "study.zip"])
def test_a_read_only_folder_is_one_sentence_and_changes_nothing(study: Store, tmp_path: Path, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        told = as_nobody(lambda: put(study, Path(folder) / name))
        Path(folder).chmod(0o755)
        assert told == f"{Path(folder) / name} cannot be written, nothing was changed: Permission denied"
        assert list(Path(folder).iterdir()) == []


def test_a_full_disk_is_one_sentence_and_changes_nothing(
    study: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(study, tmp_path / "study")
    before = content(tmp_path / "study")
    code_once_more(study)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(places, "_sync", full)
    with pytest.raises(StoreError, match=r"nothing was changed: No space left on device$"):
        put(study, tmp_path / "study")
    assert content(tmp_path / "study") == before


@pytest.mark.parametrize("moved", range(5))
def test_an_update_that_was_cut_off_is_read_as_the_new_state_and_finished_by_the_next(
    study: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: int
) -> None:
    target = tmp_path / "study"
    put(study, target)
    code_once_more(study)
    left = iter(range(moved))
    replace = Path.replace

    def cut_off(self: Path, to: Path) -> Path:
        if PENDING in self.parts and next(left, None) is None:
            raise KeyboardInterrupt
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", cut_off)
    if moved < 3:
        with pytest.raises(KeyboardInterrupt):
            put(study, target)
    else:
        put(study, target)
    monkeypatch.undo()
    with loaded(target, tmp_path / "read.db") as again:
        assert len(again.codings()) == 2
    assert put(study, target) == 0
    assert content(target) == archived(study, tmp_path / "direct")


def test_what_a_killed_program_left_is_removed(study: Store, tmp_path: Path) -> None:
    (tmp_path / ".study.interviews-draft-abc").mkdir()
    put(study, tmp_path / "study")
    (tmp_path / "study" / ".interviews-draft-abc").mkdir()
    put(study, tmp_path / "study")
    assert {path.name for path in tmp_path.iterdir() if path.name != "project.db"} >= {"study"}
    assert not list(tmp_path.rglob(".*interviews-draft*"))


def test_standard_tools_can_check_the_digests(study: Store, tmp_path: Path) -> None:
    put(study, tmp_path / "study")
    program = "sha256sum" if sys.platform == "linux" else None
    if program is None:
        pytest.skip("no such tool is known here")
    subprocess.run([program, "--check", "--quiet", layout.SUMS], cwd=tmp_path / "study", check=True)
