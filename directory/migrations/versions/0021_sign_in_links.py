"""Links that sign somebody in on the web, once."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Make the table; no link is on its way yet."""
    op.create_table(
        "sign_in_links",
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("sent_by", sa.String(20), nullable=False),
        sa.Column("account", sa.String(60)),
        sa.Column("agency", sa.String(60)),
        sa.Column("address_hash", sa.LargeBinary(32)),
        sa.Column("expires", sa.String(32), nullable=False),
        sa.CheckConstraint("sent_by IN ('mail', 'telegram', 'invitation', 'keeper')", name="sent_by_known"),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_sign_in_links_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["agency"], ["agencies.id"], name="fk_sign_in_links_agency", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_sign_in_links"),
    )
    for column in ("account", "agency", "address_hash", "expires"):
        op.create_index(f"ix_sign_in_links_{column}", "sign_in_links", [column])


def downgrade() -> None:
    """Take it away, and the links with it."""
    op.drop_table("sign_in_links")
