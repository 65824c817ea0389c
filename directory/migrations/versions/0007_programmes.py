"""The catalogue of programmes and services, and where and when each runs."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_TOPICS = (
    "'court_report', 'parole_report', 'allocation', 'breach', 'recall', 'victim', 'approved_premises', "
    "'mappa', 'sex_offender_programme', 'youth_transition', 'unpaid_work', 'programme', "
    "'through_the_gate', 'short_sentence', 'mentoring', 'restorative_justice', 'attendance_centre', "
    "'iom', 'rate_card', 'community_safety', 'safeguarding_children', 'safeguarding_adults', 'pcc', "
    "'marac', 'mash', 'criminal_justice_board', 'case', 'risk_escalation', 'domestic_homicide_review', "
    "'contact', 'term'"
)


def upgrade() -> None:
    """Make the two tables; both are empty until somebody imports into them."""
    op.create_table(
        "programmes",
        sa.Column("id", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("also_called", sa.String(300)),
        sa.Column("topic", sa.String(30), nullable=False),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("delivered_by", sa.String(200)),
        sa.Column("about", sa.String(300), nullable=False),
        sa.Column("purposes", sa.String(200)),
        sa.Column("accredited", sa.Boolean()),
        sa.Column("sex", sa.String(10)),
        sa.Column("age_from", sa.Integer()),
        sa.Column("age_to", sa.Integer()),
        sa.Column("risks", sa.String(100)),
        sa.Column("not_for", sa.String(200)),
        *_fact(),
        sa.CheckConstraint("provider IN ('nps', 'crc')", name="provider_known"),
        sa.CheckConstraint(f"topic IN ({_TOPICS})", name="topic_known"),
        sa.CheckConstraint("sex IN ('men', 'women', 'both')", name="sex_known"),
        sa.PrimaryKeyConstraint("id", name="pk_programmes"),
    )
    op.create_table(
        "programme_runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("programme", sa.String(60), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60)),
        sa.Column("venue", sa.String(200)),
        sa.Column("sessions", sa.String(200)),
        sa.Column("times", sa.String(100)),
        sa.Column("ways", sa.String(100)),
        sa.Column("rate_card", sa.Boolean()),
        sa.Column("price", sa.String(100)),
        sa.Column("waiting_weeks", sa.Integer()),
        sa.Column("next_start", sa.Date()),
        sa.Column("any_time", sa.Boolean(), nullable=False),
        sa.Column("places", sa.Integer()),
        sa.Column("confirmed_on", sa.Date()),
        sa.Column("confirmed_days", sa.Integer(), nullable=False),
        *_fact(),
        sa.ForeignKeyConstraint(["programme"], ["programmes.id"], name="fk_programme_runs_programme"),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_programme_runs_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_programme_runs_office"),
        sa.PrimaryKeyConstraint("id", name="pk_programme_runs"),
    )
    for column in ("programme", "area", "office"):
        op.create_index(f"ix_programme_runs_{column}", "programme_runs", [column])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("programme_runs")
    op.drop_table("programmes")


def _fact() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("source", sa.String(300), nullable=False),
        sa.Column("assumed", sa.Boolean(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
    )
