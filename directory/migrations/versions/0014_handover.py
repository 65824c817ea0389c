"""Requests for a call back, their history, the messages they cause, and how people are reached."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_PROVIDERS = "provider IN ('nps', 'crc')"
_STATES = "state IN ('waiting', 'offered', 'taken', 'closed')"
_URGENCIES = "urgency IN ('urgent', 'today', 'can_wait')"
_IF_SHUT = "if_shut IN ('premises', 'opening')"


def upgrade() -> None:
    """Make the tables."""
    _create_handovers()
    _create_notes()
    _create_outbox()
    op.create_table(
        "duty_groups",
        sa.Column("office", sa.String(60), nullable=False),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("telegram", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(_PROVIDERS, name="provider_known"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_duty_groups_office"),
        sa.PrimaryKeyConstraint("office", "provider", name="pk_duty_groups"),
    )
    op.create_table(
        "call_back_numbers",
        sa.Column("account", sa.String(60), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_call_back_numbers_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account", name="pk_call_back_numbers"),
    )


def downgrade() -> None:
    """Take them away."""
    for table in ("call_back_numbers", "duty_groups", "outbox", "handover_notes", "handovers"):
        op.drop_table(table)


def _create_handovers() -> None:
    moment = sa.String(32)
    op.create_table(
        "handovers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60)),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("topic", sa.String(30)),
        sa.Column("urgency", sa.String(10), nullable=False),
        sa.Column("if_shut", sa.String(10), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("until", moment, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("version", "reopened", "rung")),
        sa.Column("offered_to", sa.String(60)),
        sa.Column("step_ends", moment),
        sa.Column("taken_by", sa.String(60)),
        sa.Column("taker", sa.String(60)),
        sa.Column("promised", moment),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("moves", "tries")),
        sa.Column("outcome", sa.String(20)),
        sa.Column("due_at", moment),
        sa.Column("agency", sa.String(60)),
        sa.Column("asker", sa.String(60)),
        sa.Column("number_sealed", sa.LargeBinary()),
        sa.Column("reference_sealed", sa.LargeBinary()),
        sa.CheckConstraint(_PROVIDERS, name="provider_known"),
        sa.CheckConstraint(_STATES, name="state_known"),
        sa.CheckConstraint(_URGENCIES, name="urgency_known"),
        sa.CheckConstraint(_IF_SHUT, name="if_shut_known"),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_handovers_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_handovers_office"),
        sa.PrimaryKeyConstraint("id", name="pk_handovers"),
    )
    for column in ("area", "office", "due_at", "asker"):
        op.create_index(f"ix_handovers_{column}", "handovers", [column])


def _create_notes() -> None:
    op.create_table(
        "handover_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handover", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("role", sa.String(30)),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("because", sa.String(20)),
        sa.Column("person", sa.String(60)),
        sa.Column("outcome", sa.String(20)),
        sa.ForeignKeyConstraint(
            ["handover"], ["handovers.id"], name="fk_handover_notes_handover", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_handover_notes"),
    )
    for column in ("handover", "at"):
        op.create_index(f"ix_handover_notes_{column}", "handover_notes", [column])


def _create_outbox() -> None:
    moment = sa.String(32)
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("recipient", sa.String(80), nullable=False),
        sa.Column("said", sa.String(20), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("handover", sa.Integer()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("instead_of", sa.Integer()),
        sa.Column("written_at", moment, nullable=False),
        sa.Column("not_before", moment, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("held_until", moment),
        sa.Column("sent_at", moment),
        sa.Column("failed", sa.String(40)),
        sa.Column("place", sa.String(60)),
        sa.ForeignKeyConstraint(
            ["handover"], ["handovers.id"], name="fk_outbox_handover", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
    )
    op.create_index("ix_outbox_waiting", "outbox", ["sent_at", "not_before"])
    op.create_index("ix_outbox_recipient", "outbox", ["recipient", "sent_at", "id"])
    op.create_index("ix_outbox_handover", "outbox", ["handover"])
