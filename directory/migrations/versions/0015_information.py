"""Requests for information to other agencies, and their history."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_CHECKS = {
    "provider": "provider IN ('nps', 'crc')",
    "kind": (
        "kind IN ('offences', 'domestic_abuse', 'children', 'adults', 'court_papers', 'address', 'health', "
        "'youth', 'custody')"
    ),
    "progress": "progress IN ('asked', 'answered', 'closed')",
    "ending": "ending IN ('came', 'answered', 'not_theirs', 'not_needed', 'unanswered')",
}


def upgrade() -> None:
    """Make the tables."""
    moment = sa.String(32)
    op.create_table(
        "information_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60)),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("post", sa.String(30), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("agency", sa.String(60), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("wanted_by", moment, nullable=False),
        sa.Column("progress", sa.String(10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("chased", sa.Integer(), nullable=False),
        sa.Column("answered_at", moment),
        sa.Column("ending", sa.String(20)),
        sa.Column("due_at", moment),
        sa.Column("asked_by", sa.String(60)),
        sa.Column("reference_sealed", sa.LargeBinary()),
        *(sa.CheckConstraint(check, name=f"{column}_known") for column, check in _CHECKS.items()),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_information_requests_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_information_requests_office"),
        sa.ForeignKeyConstraint(["agency"], ["agencies.id"], name="fk_information_requests_agency"),
        sa.PrimaryKeyConstraint("id", name="pk_information_requests"),
    )
    for column in ("area", "office", "asked_at", "due_at", "asked_by"):
        op.create_index(f"ix_information_requests_{column}", "information_requests", [column])
    op.create_index("ix_information_requests_agency", "information_requests", ["agency", "progress"])
    op.create_table(
        "information_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("ending", sa.String(20)),
        sa.ForeignKeyConstraint(
            ["request"],
            ["information_requests.id"],
            name="fk_information_notes_request",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_information_notes"),
    )
    op.create_index("ix_information_notes_request", "information_notes", ["request"])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("information_notes")
    op.drop_table("information_requests")
