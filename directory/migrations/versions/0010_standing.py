"""Who is verified, by invitation or by an address, for how long; and how many cases an account asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_STANDINGS = "'public', 'partner', 'reception', 'officer', 'admin'"
_YES_OR_NO = {"agencies": ("revoked",), "accounts": ("coordinator", "suspended")}


def upgrade() -> None:
    """Add the columns and the tables; everybody stays verified as they are."""
    for table, columns in _YES_OR_NO.items():
        with op.batch_alter_table(table) as altered:
            for column in columns:
                altered.add_column(sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false()))
    for table, columns in _YES_OR_NO.items():
        with op.batch_alter_table(table) as altered:
            for column in columns:
                altered.alter_column(column, existing_type=sa.Boolean(), server_default=None)
    with op.batch_alter_table("agencies") as agencies:
        agencies.add_column(sa.Column("domain", sa.String(253)))
        agencies.create_unique_constraint("uq_agencies_domain", ["domain"])
    with op.batch_alter_table("accounts") as accounts:
        accounts.add_column(sa.Column("verified_until", sa.Date()))
        accounts.add_column(sa.Column("address_hash", sa.LargeBinary(32)))
        accounts.create_unique_constraint("uq_accounts_address_hash", ["address_hash"])
    _create_invitations()
    _create_mailed_codes()
    _create_look_ups()


def downgrade() -> None:
    """Take them away."""
    for table in ("look_ups", "mailed_codes", "invitations"):
        op.drop_table(table)
    with op.batch_alter_table("accounts") as accounts:
        accounts.drop_constraint("uq_accounts_address_hash", type_="unique")
        for column in ("address_hash", "verified_until", "suspended", "coordinator"):
            accounts.drop_column(column)
    with op.batch_alter_table("agencies") as agencies:
        agencies.drop_constraint("uq_agencies_domain", type_="unique")
        for column in ("domain", "revoked"):
            agencies.drop_column(column)


def _create_invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("agency", sa.String(60), nullable=False),
        sa.Column("standing", sa.String(20), nullable=False),
        sa.Column("area", sa.String(60)),
        sa.Column("office", sa.String(60)),
        sa.Column("coordinator", sa.Boolean(), nullable=False),
        sa.Column("expires", sa.String(32), nullable=False),
        sa.Column("issued_by", sa.String(60)),
        sa.CheckConstraint(f"standing IN ({_STANDINGS})", name="standing_known"),
        sa.ForeignKeyConstraint(
            ["agency"], ["agencies.id"], name="fk_invitations_agency", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_invitations_area", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_invitations_office", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["issued_by"], ["accounts.id"], name="fk_invitations_issued_by", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_invitations"),
    )
    for column in ("agency", "area", "office", "issued_by"):
        op.create_index(f"ix_invitations_{column}", "invitations", [column])


def _create_mailed_codes() -> None:
    op.create_table(
        "mailed_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("address_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("agency", sa.String(60), nullable=False),
        sa.Column("tries_left", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency"], ["agencies.id"], name="fk_mailed_codes_agency", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_mailed_codes"),
    )
    for column in ("person_hash", "address_hash", "agency"):
        op.create_index(f"ix_mailed_codes_{column}", "mailed_codes", [column])


def _create_look_ups() -> None:
    op.create_table(
        "look_ups",
        sa.Column("account", sa.String(60), nullable=False),
        sa.Column("reference_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("beside", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("account", "reference_hash", name="pk_look_ups"),
    )
    op.create_index("ix_look_ups_at", "look_ups", ["at"])
