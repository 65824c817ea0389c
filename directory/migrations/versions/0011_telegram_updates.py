"""Which updates of Telegram are answered or in hand."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the table, with nothing answered yet."""
    op.create_table(
        "telegram_updates",
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("held_until", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.SmallInteger(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("bot", "number", name="pk_telegram_updates"),
    )
    op.create_index("ix_telegram_updates_at", "telegram_updates", ["at"])


def downgrade() -> None:
    """Take it away; what Telegram delivers again is answered again."""
    op.drop_table("telegram_updates")
