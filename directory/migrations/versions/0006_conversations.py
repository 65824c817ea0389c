"""Where conversations stand, and who has just reported a number."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_HASH_BYTES = 32


def upgrade() -> None:
    """Make the tables, with nobody talking."""
    op.create_table(
        "conversations",
        sa.Column("chat", sa.LargeBinary(_HASH_BYTES), nullable=False),
        sa.Column("token", sa.String(100), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_conversations"),
    )
    op.create_table(
        "number_reports",
        sa.Column("asker", sa.LargeBinary(_HASH_BYTES), nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("because", sa.String(20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "because IN ('wrong-person', 'not-working')", name="ck_number_reports_because_known"
        ),
        sa.PrimaryKeyConstraint("asker", "number", name="pk_number_reports"),
    )
    for table in ("conversations", "number_reports"):
        op.create_index(f"ix_{table}_at", table, ["at"])


def downgrade() -> None:
    """Take the tables away; every conversation begins anew."""
    for table in ("number_reports", "conversations"):
        op.drop_table(table)
