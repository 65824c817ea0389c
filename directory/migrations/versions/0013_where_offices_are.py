"""Where an office is: its address, and its position or that of its town."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the columns; nothing is known yet."""
    with op.batch_alter_table("offices") as offices:
        offices.add_column(sa.Column("address", sa.String(300)))
        offices.add_column(sa.Column("position", sa.String(40)))
        offices.add_column(sa.Column("position_of", sa.String(10)))
        offices.create_check_constraint("position_of_known", "position_of IN ('office', 'town')")


def downgrade() -> None:
    """Take them away."""
    with op.batch_alter_table("offices") as offices:
        offices.drop_constraint("position_of_known", type_="check")
        for column in ("position_of", "position", "address"):
            offices.drop_column(column)
