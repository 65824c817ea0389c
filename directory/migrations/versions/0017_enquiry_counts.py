"""How many enquiries there were."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "enquiry_counts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60), nullable=False),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("measure", sa.String(10), nullable=False),
        sa.Column("value", sa.String(40), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "day", "area", "office", "provider", "measure", "value", name="pk_enquiry_counts"
        ),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("enquiry_counts")
