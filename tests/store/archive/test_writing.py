"""An archive says everything a project holds, to people and programs, and always in the same bytes."""

import json
import re
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from interviews.store import Store, schema
from interviews.store.archive import layout
from interviews.store.archive.lines import APART, FILE
from tests.store.records import a_coding
from tests.store.studies import archived, revise, small_study

README = Path(layout.__file__).with_name(layout.README).read_text(encoding="utf-8")
TABLES = schema.metadata.sorted_tables


@pytest.fixture
def files(store: Store, tmp_path: Path) -> dict[str, bytes]:
    small_study(store)
    return archived(store, tmp_path / "one")


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_row_of_every_table_is_in_the_archive(store: Store, tmp_path: Path, table: Table) -> None:
    small_study(store)
    revise(store)
    files = archived(store, tmp_path / "one")
    records = [json.loads(line) for line in files[layout.table_file(table)].splitlines()]
    with store._engine.connect() as connection:
        ids = list(connection.scalars(select(table.c.id)))
    assert ids, "the small study holds a record of every table"
    assert sorted(record["id"] for record in records) == sorted(ids)
    apart = APART.get(table.name)
    assert set(records[0]) == {FILE if column.name == apart else column.name for column in table.columns}


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_the_readme_explains_every_table_and_field_in_both_languages(table: Table) -> None:
    for language in README.split("# English"):
        rows = re.search(rf"^\| `{table.name}` \|.*\n(?:\| \|.*\n)*", language, re.MULTILINE)
        assert rows, table.name
        named = set(re.findall(r"`(\w+)`", rows[0]))
        own = {column.name for column in table.columns if column.name not in ("id", "created", "event")}
        own = {FILE if name == APART.get(table.name) else name for name in own}
        assert own <= named, f"{table.name}: {own - named}"


def test_the_readme_names_every_file(files: dict[str, bytes]) -> None:
    for language in README.split("# English"):
        for name in files:
            assert f"`{name}`" in language or f"`{name.partition('/')[0]}/`" in language, name


def test_the_list_of_digests_covers_every_other_file(files: dict[str, bytes]) -> None:
    assert set(layout.read_sums(files[layout.SUMS])) == set(files) - {layout.SUMS}


def test_the_same_project_gives_the_same_bytes(store: Store, tmp_path: Path, files: dict[str, bytes]) -> None:
    assert archived(store, tmp_path / "two") == files


def test_one_more_coding_adds_two_lines(store: Store, tmp_path: Path, files: dict[str, bytes]) -> None:
    (transcript,) = store.transcripts()
    store.add_codings([a_coding(transcript)], "c1")
    after = archived(store, tmp_path / "two")
    changed = {name for name in after if after[name] != files.get(name)}
    assert changed == {"tables/codings.jsonl", "tables/events.jsonl", layout.SUMS}
    for name in changed - {layout.SUMS}:
        assert after[name].startswith(files[name])
        assert after[name].count(b"\n") == files[name].count(b"\n") + 1


def test_texts_are_files_with_the_very_characters(store: Store, files: dict[str, bytes]) -> None:
    (record,) = (json.loads(line) for line in files["tables/text_versions.jsonl"].splitlines())
    assert files[record["file"]].decode() == store.transcripts()[0].text
    (coding, _) = (json.loads(line) for line in files["tables/codings.jsonl"].splitlines())
    assert files[record["file"]].decode()[coding["span_start"] : coding["span_end"]] == "Die Miete"


def test_an_empty_project_has_an_archive(store: Store, tmp_path: Path) -> None:
    files = archived(store, tmp_path / "one")
    assert {layout.table_file(table) for table in TABLES} <= set(files)
