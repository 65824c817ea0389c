"""Which account belongs to whom on the rota, so that shifts and calls back reach people."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column; nobody is linked yet."""
    with op.batch_alter_table("accounts") as accounts:
        accounts.add_column(sa.Column("person", sa.String(60)))
        accounts.create_foreign_key("fk_accounts_person", "people", ["person"], ["id"], ondelete="SET NULL")
        accounts.create_unique_constraint("uq_accounts_person", ["person"])


def downgrade() -> None:
    """Take it away."""
    with op.batch_alter_table("accounts") as accounts:
        accounts.drop_constraint("uq_accounts_person", type_="unique")
        accounts.drop_constraint("fk_accounts_person", type_="foreignkey")
        accounts.drop_column("person")
