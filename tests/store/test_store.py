"""Opening, closing, the history, and the rule that nothing is ever overwritten."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from interviews.errors import MisuseError
from interviews.model import Case, Code, Codebook, Group, Link, Memo, Participant, Span
from interviews.store import Store
from interviews.text import Edit, Edits
from tests.store.records import a_coding, a_transcript


def everything(store: Store) -> None:
    """Use every way of writing."""
    first = a_transcript("A: Frau B sagt nein.")
    edits = Edits(len(first.text), [Edit(Span(8, 9), "[P1]")])
    second = replace(first, text=edits.apply(first.text), version=2)
    store.register([a_transcript("secret", name="i2", version=0)], "a")
    store.add_transcripts([first], author="a")
    coding = a_coding(first)
    store.add_codings([coding], "c1")
    store.add_transcripts([second], {first.id: edits}, author="a")
    store.retract([coding.id], "c1", "mistaken")
    store.add_participants([Participant("P1")], "a")
    store.add_participants([Participant("P1", "Nordstadt")], "a")
    store.add_cases([Case("Nordstadt", {"size": "big"})], "a")
    store.add_codebook(Codebook("k", 1, (Code("Wohnen"),)), "a")
    store.add_memos([Memo(coding.id, "look again", "a")], "a")
    group = Group("pilots", (("transcript", first.id),))
    store.add_groups([group], "a")
    store.add_groups([replace(group, description="interviewed before the others")], "a")
    store.add_links([Link(("code", "Wohnen"), ("transcript", first.id))], "a")
    store.add_guids({"code:Wohnen": "G1"}, "a")
    store.add_event("export", "quote", 3, author="a", detail="zitate.docx")


def test_no_row_is_ever_changed_or_deleted(tmp_path: Path) -> None:
    statements: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement.lstrip().upper())

    with Store.create(tmp_path / "project.db") as store:
        event.listen(Engine, "before_cursor_execute", listen)
        try:
            everything(store)
            store.codings()
        finally:
            event.remove(Engine, "before_cursor_execute", listen)
    kinds = {statement.split()[0] for statement in statements}
    assert {"INSERT", "SELECT"} <= kinds
    assert kinds <= {"INSERT", "SELECT", "PRAGMA", "BEGIN"}
    assert not any("OR REPLACE" in statement or "ON CONFLICT" in statement for statement in statements)


def test_the_history_says_who_did_what_to_how_many(store: Store) -> None:
    everything(store)
    history = store.history()
    assert [(event.author, event.action, event.subject, event.count) for event in history] == [
        ("a", "register", "transcript", 1),
        ("a", "add", "text version", 1),
        ("c1", "add", "coding", 1),
        ("a", "add", "text version", 1),
        ("c1", "retract", "coding", 1),
        ("a", "add", "participant", 1),
        ("a", "add", "participant", 1),
        ("a", "add", "case", 1),
        ("a", "add", "codebook", 1),
        ("a", "add", "memo", 1),
        ("a", "add", "group", 1),
        ("a", "add", "group", 1),
        ("a", "add", "link", 1),
        ("a", "add", "guid", 1),
        ("a", "export", "quote", 3),
    ]
    assert sorted(history, key=lambda event: (event.when, event.id)) == history


def test_a_change_is_a_new_row_and_the_old_one_stays(store: Store) -> None:
    store.add_participants([Participant("P1", "Nordstadt"), Participant("P0")], "a")
    before = store.history()[-1].when
    store.add_participants([Participant("P1", "Südstadt"), Participant("P0")], "a")
    assert store.participants() == [Participant("P0"), Participant("P1", "Südstadt")]
    assert store.participants(as_of=before) == [Participant("P0"), Participant("P1", "Nordstadt")]
    assert store.history()[-1].count == 1


def test_another_codebook_needs_a_higher_version(store: Store) -> None:
    first, second = Codebook("k", 1, (Code("Wohnen"),)), Codebook("k", 2, (Code("Arbeit"),))
    store.add_codebook(first, "a")
    store.add_codebook(first, "a")
    with pytest.raises(MisuseError, match="higher version"):
        store.add_codebook(Codebook("k", 1, (Code("Arbeit"),)), "a")
    store.add_codebook(second, "a")
    assert (store.codebook(), store.codebook(1), store.codebooks()) == (second, first, [first, second])
    with pytest.raises(MisuseError, match="no version 7"):
        store.codebook(7)


def test_a_project_is_found_by_file_and_folder_of_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "Studie #1 100 % früh?"
    folder.mkdir()
    with Store.create(folder) as store:
        store.add_memos([Memo("x", "y", "a")], "a")
    for place in (folder, str(folder / "project.db")):
        with Store.open(place) as store:
            assert len(store.memos()) == 1
    assert [path.name for path in folder.iterdir()] == ["project.db"]


def test_a_url_names_a_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/project.db"
    Store.create(url).close()
    Store.open(url).close()
    for other in ("postgresql://team/study", "sqlite://", "://"):
        with pytest.raises(MisuseError):
            Store.open(other)


def test_creating_never_touches_a_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "project.db").write_text("precious")
    with pytest.raises(MisuseError, match="already"):
        Store.create(tmp_path)
    assert (tmp_path / "project.db").read_text() == "precious"


def test_a_creation_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (id TEXT)")
        raise KeyboardInterrupt

    monkeypatch.setattr("interviews.store.access.database.migrate", fail)
    with pytest.raises(KeyboardInterrupt):
        Store.create(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_opening_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="no project"):
        Store.open(tmp_path / "project.db")
    assert list(tmp_path.iterdir()) == []


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(MisuseError, match="closed"):
        store.codings()
