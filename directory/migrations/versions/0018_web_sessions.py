"""Who is signed in on the web."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Make the table; nobody is signed in yet."""
    op.create_table(
        "web_sessions",
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("account", sa.String(60), nullable=False),
        sa.Column("signed_in_by", sa.String(20), nullable=False),
        sa.Column("begun", sa.String(32), nullable=False),
        sa.Column("used", sa.String(32), nullable=False),
        sa.CheckConstraint(
            "signed_in_by IN ('mail', 'telegram', 'invitation', 'keeper')", name="signed_in_by_known"
        ),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_web_sessions_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_web_sessions"),
    )
    op.create_index("ix_web_sessions_account", "web_sessions", ["account"])
    op.create_index("ix_web_sessions_begun", "web_sessions", ["begun"])


def downgrade() -> None:
    """Take it away: everybody is signed out."""
    op.drop_table("web_sessions")
