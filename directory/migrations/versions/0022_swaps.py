"""What is had in return for a shift; numbers that are never given twice; messages that wait, in order."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

_NUMBERED = ("handovers", "information_requests", "cover_requests")
_WAITING = sa.text("sent_at IS NULL")


def upgrade() -> None:
    """Add them."""
    op.add_column("cover_requests", sa.Column("in_return", sa.Text()))
    op.create_index("ix_outbox_unsent", "outbox", ["id"], sqlite_where=_WAITING, postgresql_where=_WAITING)
    _make_anew(sqlite_autoincrement=True)


def downgrade() -> None:
    """Take them away."""
    _make_anew()
    op.drop_index("ix_outbox_unsent", "outbox")
    with op.batch_alter_table("cover_requests") as requests:
        requests.drop_column("in_return")


def _make_anew(**how: bool) -> None:
    """SQLite says how numbers are given when a table is made, and only then; PostgreSQL never reuses one."""
    if op.get_bind().dialect.name == "sqlite":
        for name in _NUMBERED:
            with op.batch_alter_table(name, recreate="always", table_kwargs=how) as made:
                made.create_primary_key(f"pk_{name}", ["id"])
