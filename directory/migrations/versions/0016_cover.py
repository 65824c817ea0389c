"""Requests for cover of a coming shift, and of whom each was asked."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Make the tables."""
    moment = sa.String(32)
    op.create_table(
        "cover_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60)),
        sa.Column("provider", sa.String(10)),
        sa.Column("role", sa.String(30), nullable=False),
        sa.Column("team", sa.String(60)),
        sa.Column("begins", moment, nullable=False),
        sa.Column("ends", moment, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("due_at", moment),
        sa.Column("person", sa.String(60)),
        sa.Column("asked_by", sa.String(60)),
        sa.CheckConstraint("state IN ('asked', 'taken', 'nobody', 'withdrawn')", name="state_known"),
        sa.PrimaryKeyConstraint("id", name="pk_cover_requests"),
    )
    op.create_index("ix_cover_requests_due_at", "cover_requests", ["due_at"])
    op.create_table(
        "cover_asked",
        sa.Column("request", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(60), nullable=False),
        sa.ForeignKeyConstraint(
            ["request"], ["cover_requests.id"], name="fk_cover_asked_request", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_cover_asked_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("request", "account", name="pk_cover_asked"),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("cover_asked")
    op.drop_table("cover_requests")
