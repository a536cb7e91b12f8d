"""The first schema of a project.

Revision: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _record(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=f"fk_{name}_event"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    _create_texts()
    _create_study()
    _create_codings()


def _create_texts() -> None:
    _record(
        "transcripts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("case_name", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("speakers", sa.Integer(), nullable=False),
    )
    _record(
        "text_versions",
        sa.Column("transcript", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("case_name", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("speakers", sa.JSON(), nullable=False),
        sa.Column("turns", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["transcript"], ["transcripts.id"], name="fk_text_versions_transcript"),
        sa.UniqueConstraint("transcript", "version", name="uq_text_versions_transcript_version"),
    )
    _record(
        "edits",
        sa.Column("transcript", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("version_before", sa.Integer(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("edits", sa.JSON(), nullable=False),
        _of_a_text_version("edits"),
        sa.UniqueConstraint("transcript", "version", name="uq_edits_transcript_version"),
    )


def _create_study() -> None:
    _record(
        "participants",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("case_name", sa.Text(), nullable=True),
        sa.Column("attributes", sa.JSON(), nullable=False),
    )
    _record(
        "cases",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("attributes", sa.JSON(), nullable=False),
    )
    _record(
        "codebooks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.UniqueConstraint("name", "version", name="uq_codebooks_name_version"),
    )


def _create_codings() -> None:
    _record(
        "codings",
        sa.Column("transcript", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("memo", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=True),
        sa.Column("codebook_version", sa.Integer(), nullable=True),
        _of_a_text_version("codings"),
    )
    _record(
        "retractions",
        sa.Column("coding", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["coding"], ["codings.id"], name="fk_retractions_coding"),
    )
    op.create_index("ix_retractions_coding", "retractions", ["coding"])
    _record(
        "memos",
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
    )


def _of_a_text_version(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["transcript", "version"],
        ["text_versions.transcript", "text_versions.version"],
        name=f"fk_{table}_transcript_version",
    )
