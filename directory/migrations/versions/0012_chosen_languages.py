"""In which language somebody has chosen to be answered."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the table; nobody has chosen yet."""
    op.create_table(
        "chosen_languages",
        sa.Column("person", sa.LargeBinary(32), nullable=False),
        sa.Column("language", sa.String(5), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_chosen_languages"),
    )


def downgrade() -> None:
    """Take it away: everybody is answered in the language of their app."""
    op.drop_table("chosen_languages")
