"""Codebooks that live: revisions, reviews, undo; codings of cases and rounds; saved queries and suggestions.

Revision: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the new tables, two columns of codings, and what finds an event by who and what, and codings by text."""
    op.add_column("codings", sa.Column("unit", sa.Text(), nullable=True))
    op.add_column("codings", sa.Column("round", sa.Text(), nullable=True))
    op.create_index("ix_codings_transcript", "codings", ["transcript"])
    op.create_index("ix_events_author_created", "events", ["author", "created"])
    op.create_index("ix_events_subject", "events", ["subject"])
    _record(
        "revisions",
        *_texts("codebook"),
        *_numbers("version", "version_before"),
        sa.Column("steps", sa.JSON(), nullable=False),
    )
    _record(
        "reviews",
        *_texts("coding", "code"),
        *_numbers("codebook_version"),
        *_texts("author", "reason"),
        sa.ForeignKeyConstraint(["coding"], ["codings.id"], name="fk_reviews_coding"),
    )
    op.create_index("ix_reviews_coding", "reviews", ["coding"])
    _record(
        "reversals",
        *_texts("target"),
        *_numbers("undone"),
        sa.ForeignKeyConstraint(["target"], ["events.id"], name="fk_reversals_target"),
    )
    _record(
        "case_codings",
        *_texts("case_name", "code", "coder", "memo"),
        sa.Column("codebook_version", sa.Integer(), nullable=True),
        *_numbers("applies"),
    )
    _record("queries", *_texts("name", "text", "author"))
    _record(
        "suggestions",
        *_texts("transcript"),
        *_numbers("version", "span_start", "span_end"),
        *_texts("code", "source"),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["transcript", "version"],
            ["text_versions.transcript", "text_versions.version"],
            name="fk_suggestions_transcript_version",
        ),
    )
    _record(
        "decisions",
        *_texts("suggestion"),
        sa.Column("coding", sa.Text(), nullable=True),
        *_texts("author"),
        sa.ForeignKeyConstraint(["suggestion"], ["suggestions.id"], name="fk_decisions_suggestion"),
    )
    op.create_index("ix_decisions_suggestion", "decisions", ["suggestion"])


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


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]
