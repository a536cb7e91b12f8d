"""Groups, links and foreign GUIDs; two codebooks may have one number after a merge.

Revision: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the new tables, and the table of codebooks without its rule of one version."""
    _record("groups", *_texts("record", "name", "description"), sa.Column("members", sa.JSON(), nullable=False))
    _record(
        "links",
        sa.Column("origin", sa.JSON(), nullable=False),
        sa.Column("target", sa.JSON(), nullable=False),
        *_texts("name", "direction"),
        sa.Column("colour", sa.Text(), nullable=True),
    )
    _record("guids", *_texts("kind", "record", "guid"))
    with op.batch_alter_table("codebooks") as codebooks:
        codebooks.drop_constraint("uq_codebooks_name_version", type_="unique")


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
