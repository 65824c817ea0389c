"""What is logged at the desk, and at which desk a caller held who asks to be called back."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

_TOPICS = (
    "court_report", "parole_report", "allocation", "breach", "recall", "victim",
    "approved_premises", "mappa", "sex_offender_programme", "youth_transition", "unpaid_work",
    "programme", "through_the_gate", "short_sentence", "mentoring", "restorative_justice",
    "attendance_centre", "iom", "rate_card", "community_safety", "safeguarding_children",
    "safeguarding_adults", "pcc", "marac", "mash", "criminal_justice_board", "case",
    "risk_escalation", "domestic_homicide_review", "contact", "term",
)  # fmt: skip
_ROLES = (
    "emergency_services", "responsible_officer", "duty_officer", "spo", "duty_spo",
    "approved_premises", "reception", "lead", "head_of_ldu",
)  # fmt: skip


def _known(column: str, words: tuple[str, ...]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def upgrade() -> None:
    """Make the table and the column."""
    op.create_table(
        "callers_sent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("desk", sa.String(60), nullable=False),
        sa.Column("asked_topic", sa.String(30)),
        sa.Column("asked_role", sa.String(30)),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60)),
        sa.Column("provider", sa.String(10)),
        sa.Column("role", sa.String(30), nullable=False),
        sa.Column("account", sa.String(60)),
        _known("asked_topic", _TOPICS),
        _known("asked_role", _ROLES),
        _known("provider", ("nps", "crc", "both")),
        _known("role", _ROLES),
        sa.ForeignKeyConstraint(["desk"], ["offices.id"], name="fk_callers_sent_desk"),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_callers_sent_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_callers_sent_office"),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_callers_sent_account", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_callers_sent"),
    )
    for column in ("at", "desk", "account"):
        op.create_index(f"ix_callers_sent_{column}", "callers_sent", [column])
    op.add_column("handovers", sa.Column("reception", sa.String(60)))
    op.create_index("ix_handovers_reception", "handovers", ["reception"])


def downgrade() -> None:
    """Take them away."""
    op.drop_index("ix_handovers_reception", "handovers")
    op.drop_column("handovers", "reception")
    op.drop_table("callers_sent")
