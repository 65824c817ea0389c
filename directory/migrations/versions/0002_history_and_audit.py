"""The owners a case had, and the audit of what was changed and what was disclosed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_HASH_BYTES = 32


def upgrade() -> None:
    """Make the tables; the chain of the audit begins with nothing before it."""
    op.create_table(
        "case_history",
        sa.Column("reference_hash", sa.LargeBinary(_HASH_BYTES), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60), nullable=False),
        sa.Column("officer", sa.String(200)),
        sa.CheckConstraint("provider IN ('nps', 'crc')", name="provider_known"),
        sa.CheckConstraint("since < until", name="not_empty"),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_case_history_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_case_history_office"),
        sa.PrimaryKeyConstraint("reference_hash", "since", name="pk_case_history"),
    )
    op.create_table(
        "case_marks",
        sa.Column("reference_hash", sa.LargeBinary(_HASH_BYTES), nullable=False),
        sa.Column("mark", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("reference_hash", name="pk_case_marks"),
        sa.UniqueConstraint("mark", name="uq_case_marks_mark"),
    )
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("origin", sa.String(200), nullable=False),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(_HASH_BYTES), nullable=False),
        sa.Column("row_hash", sa.LargeBinary(_HASH_BYTES), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
    )
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("row_hash", sa.LargeBinary(_HASH_BYTES), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    op.bulk_insert(head, [{"id": 1, "number": 0, "row_hash": bytes(_HASH_BYTES)}])


def downgrade() -> None:
    """Take the tables away, and with them the history and the audit."""
    for table in ("audit_head", "audit", "case_marks", "case_history"):
        op.drop_table(table)
