"""Bringing a database to the schema of this program."""

import re
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from interviews.errors import StoreError
from interviews.store import schema

_NUMBER = re.compile(r"\d{4}")
FOLDER = Path(__file__).parent / "migrations"


def is_current(connection: Connection, name: str) -> bool:
    """Whether the database has this program's schema; `StoreError` if it is a newer one's or nobody's."""
    query = text(f"SELECT version_num FROM {schema.VERSION_TABLE}")
    revision = connection.scalar(query) if inspect(connection).has_table(schema.VERSION_TABLE) else None
    if not isinstance(revision, str) or not _NUMBER.fullmatch(revision):
        raise StoreError(f"{name} holds no project, or its creation was interrupted: open another file or create one")
    if revision > schema.REVISION:
        raise StoreError(
            f"{name} was made by a newer version of interviews (schema {revision}, this one knows "
            f"{schema.REVISION}): update the program"
        )
    return bool(revision == schema.REVISION)


def migrate(connection: Connection, revision: str = "head") -> None:
    """Apply every migration that is missing up to `revision`, within the transaction of the connection."""
    from alembic import command  # half a second that opening a current project does not need
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
