"""Called by Alembic: run the steps over the connection that `interviews.store.migrate` hands in."""

from alembic import context

from interviews.store import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    version_table=schema.VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
