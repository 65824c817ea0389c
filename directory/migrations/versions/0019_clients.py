"""Programs that use the interface, and addresses for calendars."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "clients",
        sa.Column("account", sa.String(60), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("requests_a_minute", sa.Integer(), nullable=False),
        sa.Column("look_ups_a_day", sa.Integer()),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name="fk_clients_account", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("account", name="pk_clients"),
        sa.UniqueConstraint("token_hash", name="uq_clients_token_hash"),
    )
    op.create_table(
        "calendar_feeds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(60), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("office", sa.String(60)),
        sa.Column("post", sa.String(200)),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_calendar_feeds_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["office"], ["offices.id"], name="fk_calendar_feeds_office", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_feeds"),
        sa.UniqueConstraint("token_hash", name="uq_calendar_feeds_token_hash"),
    )
    for column in ("account", "office"):
        op.create_index(f"ix_calendar_feeds_{column}", "calendar_feeds", [column])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("calendar_feeds")
    op.drop_table("clients")
