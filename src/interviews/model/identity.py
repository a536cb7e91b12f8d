"""Identifiers and moments of records."""

from datetime import UTC, datetime

import uuid_utils


def new_id() -> str:
    """A new time-ordered identifier (UUID version 7, RFC 9562): later ones sort after earlier ones."""
    return str(uuid_utils.uuid7())


def now() -> datetime:
    """This moment in UTC, to the microsecond."""
    return datetime.now(UTC)
