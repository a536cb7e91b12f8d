"""A project is brought to this program's schema, and a newer program's project is left alone."""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from interviews.errors import StoreError
from interviews.store import Store, migrate, schema, sqlite
from tests.store.records import a_transcript

STEP = """
import sqlalchemy as sa
from alembic import op
revision = "0005"
down_revision = "0004"
def upgrade():
    op.add_column("memos", sa.Column("colour", sa.Text()))
"""


def differences(path: Path) -> list[object]:
    engine = sqlite.connect(path)
    with engine.connect() as connection:
        options = {"compare_type": True, "version_table": schema.VERSION_TABLE}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), schema.metadata)
    engine.dispose()
    return list(found)


def statements(path: Path) -> dict[str, list[str]]:
    """What made each table and index, its constraints in any order."""
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {name: _parts(sql) for name, sql in found if name != schema.VERSION_TABLE}


def _parts(sql: str) -> list[str]:
    parts = re.split(r",\s*(?=CONSTRAINT|\w+ (?:TEXT|INTEGER|BIGINT|FLOAT|JSON))", sql.replace('"', ""))
    return sorted(" ".join(part.split()).replace(" )", "").replace(")", "") for part in parts)


def test_the_migrations_make_the_schema(place: Path, tmp_path: Path) -> None:
    assert differences(place) == []
    engine = sqlite.connect(tmp_path / "direct.db")
    schema.metadata.create_all(engine)
    engine.dispose()
    assert statements(place) == statements(tmp_path / "direct.db")


def test_the_newest_migration_is_the_one_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.FOLDER))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.REVISION]


def test_the_schema_can_be_written_for_postgresql() -> None:
    for table in schema.metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))


def test_a_project_of_a_newer_program_is_left_alone(place: Path) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute(f"UPDATE {schema.VERSION_TABLE} SET version_num = '0007'")
    connection.close()
    before = place.read_bytes()
    with pytest.raises(StoreError, match=r"newer version of interviews \(schema 0007, .*: update the program$"):
        Store.open(place)
    assert place.read_bytes() == before


def test_a_project_of_an_older_program_is_brought_up_to_date(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    transcript = a_transcript()
    with Store.open(place) as store:
        store.add_transcripts([transcript], author="a")
    folder = shutil.copytree(migrate.FOLDER, tmp_path / "100 %" / "migrations")
    (folder / "versions" / "revision_0005.py").write_text(STEP)
    monkeypatch.setattr(migrate, "FOLDER", folder)
    monkeypatch.setattr(schema, "REVISION", "0005")
    for _ in range(2):
        with Store.open(place) as store:
            assert store.transcripts() == [transcript]
    assert "colour" in str(statements(place)["memos"])


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE documents (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="holds no project"):
        Store.open(path)
    assert path.read_bytes() == before
