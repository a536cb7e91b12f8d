"""The tables of a project, written once for SQLite and PostgreSQL. Rows are only ever added.

There is one exception: somebody who was interviewed withdraws (`erasing.py`).

Moments are microseconds since 1970 in UTC, ids are UUIDs of version 7 as text: both sort by time in any database. Every
row names the event that wrote it, so that the history and the rows cannot tell two stories.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

# The newest migration; a project that says more was made by a newer program. A test holds the two together.
REVISION = "0004"
VERSION_TABLE = "interviews_version"

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _record(name: str, *columns: Column[object] | ForeignKeyConstraint | UniqueConstraint | Index) -> Table:
    """A table of records: id, moment, and the event that wrote them, before the columns of its own."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("created", BigInteger, nullable=False),
        Column("event", Text, ForeignKey("events.id"), nullable=False),
        *columns,
    )


def _text(name: str, *, nullable: bool = False) -> Column[object]:
    return Column(name, Text, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> Column[object]:
    return Column(name, Integer, nullable=nullable)


def _json(name: str) -> Column[object]:
    return Column(name, JSON, nullable=False)


def _of_a_text_version() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["transcript", "version"], ["text_versions.transcript", "text_versions.version"])


events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("created", BigInteger, nullable=False),
    _text("author"),
    _text("action"),
    _text("subject"),
    _number("count"),
    _text("detail"),
    Index(None, "author", "created"),
    Index(None, "subject"),
)

# That a transcript is known, before there is a text of it that may leave the vault. The digest
# is empty: that of the original, which the first projects had, could confirm a guessed name.
transcripts = _record(
    "transcripts",
    _text("name"),
    _text("case_name", nullable=True),
    _text("language"),
    _text("format"),
    _text("digest", nullable=True),
    _number("characters"),
    _number("words"),
    _number("turns"),
    _number("speakers"),
)

# Turns and speakers are read and written only together with the text in whose positions they are, hence JSON.
text_versions = _record(
    "text_versions",
    Column("transcript", Text, ForeignKey("transcripts.id"), nullable=False),
    _number("version"),
    _text("name"),
    _text("case_name", nullable=True),
    _text("language"),
    _text("format"),
    _number("characters"),
    _text("text"),
    _json("speakers"),
    _json("turns"),
    UniqueConstraint("transcript", "version"),
)

# How codings travel from one text version to the next: the edits that turn the one before into `version`.
edits = _record(
    "edits",
    _text("transcript"),
    _number("version"),
    _number("version_before"),
    _number("characters"),
    _json("edits"),
    _of_a_text_version(),
    UniqueConstraint("transcript", "version"),
)

participants = _record("participants", _text("name"), _text("case_name", nullable=True), _json("attributes"))
cases = _record("cases", _text("name"), _json("attributes"))

# Two coders may each have changed the codebook: a merge keeps both under one number, and tells.
codebooks = _record("codebooks", _text("name"), _number("version"), _text("language"), _json("codes"))

# How a version of a codebook came from another: the way that codings made under that one take to their code of today.
revisions = _record("revisions", _text("codebook"), _number("version"), _number("version_before"), _json("steps"))

codings = _record(
    "codings",
    Column("transcript", Text, nullable=False, index=True),
    _number("version"),
    _number("span_start"),
    _number("span_end"),
    _text("code"),
    _text("coder"),
    _text("memo"),
    Column("weight", Float, nullable=True),
    _number("codebook_version", nullable=True),
    _text("unit", nullable=True),
    _text("round", nullable=True),
    _of_a_text_version(),
)

retractions = _record(
    "retractions",
    Column("coding", Text, ForeignKey("codings.id"), nullable=False, index=True),
    _text("author"),
    _text("reason"),
)

# Somebody looked at a coding again after its code had changed: the code it has now, the same or another one.
reviews = _record(
    "reviews",
    Column("coding", Text, ForeignKey("codings.id"), nullable=False, index=True),
    _text("code"),
    _number("codebook_version"),
    _text("author"),
    _text("reason"),
)

# Undo and redo: what was written by the event `target` does not count (1), or counts again (0); the newest row decides.
reversals = _record("reversals", Column("target", Text, ForeignKey("events.id"), nullable=False), _number("undone"))

# A code that holds for a case as a whole (1), or that somebody took back (0); the newest row of case, code and coder.
case_codings = _record(
    "case_codings",
    _text("case_name"),
    _text("code"),
    _text("coder"),
    _text("memo"),
    _number("codebook_version", nullable=True),
    _number("applies"),
)

# Questions about the codings, kept by name; the newest row of a name counts.
queries = _record("queries", _text("name"), _text("text"), _text("author"))

# What a machine proposes, and what a person made of it: a coding, or nothing.
suggestions = _record(
    "suggestions",
    _text("transcript"),
    _number("version"),
    _number("span_start"),
    _number("span_end"),
    _text("code"),
    _text("source"),
    Column("score", Float, nullable=False),
    _of_a_text_version(),
)
decisions = _record(
    "decisions",
    Column("suggestion", Text, ForeignKey("suggestions.id"), nullable=False, index=True),
    _text("coding", nullable=True),
    _text("author"),
)

memos = _record("memos", _text("about"), _text("text"), _text("author"))

# A group grows: `record` is its id, and the newest row of it counts.
groups = _record("groups", _text("record"), _text("name"), _text("description"), _json("members"))

links = _record(
    "links",
    _json("origin"),
    _json("target"),
    _text("name"),
    _text("direction"),
    _text("colour", nullable=True),
)

# Under which GUID another program knows a record: kind and record here, GUID as it was written there. Kind `type` is an
# attribute, with the type of its values instead; kind `folder` a code that is not for coding.
guids = _record("guids", _text("kind"), _text("record"), _text("guid"))

# What is never taken in again, because somebody withdrew: `kind` is a table, `record` the id of a row of it that was
# deleted, or that quoted what was deleted; kind `guid` is the GUID of a transcript in other programs. With a transcript
# goes all that is said about it, whatever its ids.
erasures = _record("erasures", _text("kind"), _text("record"))
