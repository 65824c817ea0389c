"""Alembic's door: migrations run on the connection, and in the transaction, that they are handed."""

from alembic import context

from directory.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite alters a table by making it anew
)
with context.begin_transaction():
    context.run_migrations()
