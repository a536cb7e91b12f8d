"""A database is looked through: damage is told in a sentence, what is derived is made anew, no record is touched."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from interviews.errors import Severity
from interviews.store import Examination, Seal, Store, examine, repair
from tests.store.records import a_coding
from tests.store.studies import archived, revise, small_study


@pytest.fixture(scope="module")
def sound(empty_project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Seal]:
    """A study with a record in every table, and its seal."""
    path = Path(shutil.copy(empty_project, tmp_path_factory.mktemp("sound") / "project.db"))
    with Store.open(path) as store:
        transcript = small_study(store)
        revise(store)
        store.add_codings([a_coding(transcript, 0, end) for end in range(1, 9)], "c1")
    examination = look(path)
    assert examination.seal
    return path, examination.seal


@pytest.fixture
def path(sound: tuple[Path, Seal], tmp_path: Path) -> Path:
    return Path(shutil.copy(sound[0], tmp_path / "project.db"))


def look(path: Path, before: Seal | None = None) -> Examination:
    return examine(path, before, lambda: None)


def told(path: Path, before: Seal | None = None) -> list[str]:
    """What asks for a look."""
    problems = [problem for part in look(path, before).parts for problem in part.problems]
    return [str(problem) for problem in problems if problem.severity is not Severity.INFO]


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_study_has_every_part_looked_through(sound: tuple[Path, Seal]) -> None:
    path, seal = sound
    assert told(path, seal) == []
    counts = {part.what: part.count for part in look(path, seal).parts}
    assert counts["schema"] == 21
    assert counts["records"] > 30
    assert counts["seal"] == counts["references"] == len(seal.digests)


def test_looking_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    look(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE codings SET span_end = 9999", "it lies outside its text: take the project from a backup"),
        ("UPDATE codings SET span_start = 9, span_end = 3", "it lies outside its text"),
        ("UPDATE codings SET coder = x'00ff'", "coder is no text"),
        ("UPDATE memos SET created = 'today'", "created is no moment"),
        ("UPDATE text_versions SET version = 0 WHERE version = 1", "refers to no record of text_versions"),
        ("UPDATE edits SET edits = '[]'", "these edits do not make its text version from the one before"),
        ("UPDATE groups SET members = '{'", "a value is not what its column holds"),
        ("UPDATE revisions SET version_before = 7", "it leads from a version to an earlier one"),
        ("""UPDATE revisions SET steps = '[{"change":"move","code":"a","to":[],"fields":{},"reason":""}]'""", "steps"),
        ("UPDATE reviews SET coding = 'gone'", "a row refers to no record of codings"),
        ("UPDATE codings SET code = 'Wohnne'", "code Wohnne: 10 codings are under it, and no version of a codebook"),
        ("UPDATE memos SET about = 'gone'", "what it is about is not in the project"),
        ("""UPDATE "groups" SET members = '[["coding","gone"]]'""", "1 of its 1 members are not in the project"),
        ("""UPDATE links SET target = '["code","gone"]'""", "what it leads to is not in the project"),
        ("UPDATE decisions SET coding = 'gone'", "the coding that came of it is not in the project"),
        ("UPDATE case_codings SET case_name = 'Südstadt'", "1 codes are given to it, and there is no such case"),
        ("UPDATE revisions SET version = 9", "there is no version 9"),
        ("UPDATE codebooks SET codes = replace(codes, 'Wohnen/Miete', 'Wohnen')", "code Wohnen stands there twice"),
        ("UPDATE codebooks SET codes = replace(codes, '\"Wohnen\"', '\"Arbeit\"')", "before or without the code above"),
        ("DELETE FROM memos", "it says 1 and has 0 rows of memos: some were lost or slipped in"),
        ("DROP TABLE queries", "table queries: it is missing"),
        ("ALTER TABLE memos DROP COLUMN text", "memos.text: it is missing"),
        ("DROP INDEX ix_events_subject", "index ix_events_subject: it is missing, which makes work slow"),
        ("UPDATE interviews_version SET version_num = '0099'", "was made by a newer version of interviews"),
        ("UPDATE interviews_version SET version_num = '0003'", "an older version made it"),
        ("UPDATE interviews_version SET version_num = 'x'", "holds no project"),
        ("DROP TABLE interviews_version", "holds no project"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(path: Path, statement: str, expected: str) -> None:
    change(path, "DELETE FROM erasures", statement)
    assert expected in "\n".join(told(path))


def test_a_letter_that_has_changed_is_found_by_the_seal(path: Path, sound: tuple[Path, Seal]) -> None:
    change(path, "UPDATE memos SET text = 'noch zweimal' || char(10) || 'lesen'")
    assert told(path) == []
    (problem,) = told(path, sound[1])
    assert problem.startswith("save of lead, 20")
    assert "its records were altered since the project was last found sound: compare with a copy" in problem


def test_saves_that_are_lost_are_found_by_the_seal(path: Path) -> None:
    before = shutil.copy(path, path.with_name("before.db"))
    with Store.open(path) as store:
        store.add_codings([a_coding(store.transcripts()[0])], "c1")
    now = look(path).seal
    (problem,) = told(before, now)
    assert "it was there and is lost" in problem


def test_what_is_saved_later_breaks_no_seal(path: Path, sound: tuple[Path, Seal]) -> None:
    with Store.open(path) as store:
        store.retract([store.codings()[0].id], "c1")
        store.undo("c1")
    assert told(path, sound[1]) == []


def test_after_an_erasure_the_seal_says_nothing(path: Path, sound: tuple[Path, Seal]) -> None:
    with Store.open(path) as store:
        store.erase(store.erasures(), "lead")
    change(path, "INSERT INTO erasures SELECT 'x', created, event, kind, record FROM erasures")
    change(path, "UPDATE memos SET text = ''")
    assert told(path, sound[1]) == []


def test_an_index_is_made_anew_and_no_record_is_touched(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        before = archived(store, tmp_path / "before")
    change(path, "DROP INDEX ix_reviews_coding")
    assert repair(path) == ["index ix_reviews_coding made anew"]
    assert told(path) == []
    assert repair(path) == []
    with Store.open(path) as store:
        assert archived(store, tmp_path / "after") == before


def test_an_index_that_disagrees_with_its_table_is_made_anew(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    (hidden,) = connection.execute("SELECT * FROM sqlite_schema WHERE name = 'ix_events_subject'").fetchall()
    connection.execute("DELETE FROM sqlite_schema WHERE name = 'ix_events_subject'")
    connection.commit()
    connection.close()
    change(path, "INSERT INTO events VALUES ('x', 0, 'a', 'export', 'file', 1, '')")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", hidden)
    connection.commit()
    connection.close()
    assert told(path)[0].startswith("index ix_events_subject: it does not agree with its table")
    assert "index ix_events_subject made anew" in repair(path)
    assert told(path) == []


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"x" * 5000])
def test_a_file_that_is_no_database_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "project.db"
    assert "there is no database here" in told(path)[0]
    path.write_bytes(content)
    assert len(told(path)) == 1
    assert repair(path) == []


def test_a_log_left_behind_is_written_into_the_file(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE memos SET text = text || '!'")
    connection.commit()
    left = path.with_name("left.db")
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", f"{left}{suffix}")
    connection.close()
    assert repair(left) == ["the log of the database was written into it"]
    assert told(left) == []


def answers(path: Path, folder: Path) -> object:
    """Everything that a program reads from a database; None where it cannot."""
    try:
        with Store.open(path) as store:
            return archived(store, folder), store.carried(), store.memos(), store.groups(), store.case_codings()
    except Exception:  # whatever the damage does
        return None


def _flip(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _strew(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(2, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)


def _blank(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    end = min(len(content), start + chance.choice([16, 512, 4096]))
    content[start:end] = bytes(end - start)


def _cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def _behead(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(108)] = chance.randrange(256)  # the header, and the root of the list of tables


@pytest.mark.slow
@pytest.mark.parametrize("harm", [_flip, _strew, _blank, _cut, _behead])
def test_damage_that_changes_an_answer_is_always_found(
    sound: tuple[Path, Seal], tmp_path: Path, harm: Callable[[bytearray, random.Random], None]
) -> None:
    path, seal = sound
    content, expected = path.read_bytes(), answers(path, tmp_path / "sound")
    chance, found = random.Random(7), 0
    for number in range(25):
        damaged = bytearray(content)
        harm(damaged, chance)
        (folder := tmp_path / str(number)).mkdir()
        for name in ("looked.db", "read.db", "repaired.db"):
            (folder / name).write_bytes(damaged)
        problems = told(folder / "looked.db", seal)
        changed = answers(folder / "read.db", folder / "answers") != expected
        assert problems or not changed, number
        repair(folder / "repaired.db")
        assert told(folder / "repaired.db", seal) or answers(folder / "repaired.db", folder / "after") == expected
        found += bool(problems)
        shutil.rmtree(folder)
    assert found


@pytest.mark.slow
def test_a_log_that_is_damaged_loses_saves_and_that_is_told(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:  # while it is open the log stays beside it
        transcript = store.transcripts()[0]
        store.add_codings([a_coding(transcript)], "c9")
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", f"{tmp_path}/copy.db{suffix}")
        seal = look(path).seal
    log = (tmp_path / "copy.db-wal").read_bytes()
    chance = random.Random(3)
    for number in range(20):
        damaged = bytearray(log)
        if number == 0:
            damaged[:] = bytes(len(damaged))
        else:
            _strew(damaged, chance)
        (folder := tmp_path / str(number)).mkdir()
        for name in ("looked.db", "read.db"):
            shutil.copy(tmp_path / "copy.db", folder / name)
            (folder / f"{name}-wal").write_bytes(damaged)
        problems = told(folder / "looked.db", seal)
        with Store.open(folder / "read.db") as store:
            lost = not any(
                coding.coder == "c9" or event.author == "c9"
                for coding, event in zip(store.codings()[-1:], store.history()[-1:], strict=True)
            )
        assert bool(problems) == lost
