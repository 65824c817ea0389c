"""Phrases that keepers add, and what was not understood."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables, empty."""
    op.create_table(
        "aliases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("phrase", sa.String(100), nullable=False),
        sa.Column("means", sa.String(10), nullable=False),
        sa.Column("value", sa.String(200), nullable=False),
        sa.Column("area", sa.String(60)),
        sa.Column("source", sa.String(300), nullable=False),
        sa.Column("assumed", sa.Boolean(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
        sa.CheckConstraint("means IN ('topic', 'place', 'office', 'role', 'term')", name="means_known"),
        sa.CheckConstraint("(area IS NOT NULL) = (means IN ('place', 'office'))", name="area_of_a_place"),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_aliases_area"),
        sa.PrimaryKeyConstraint("id", name="pk_aliases"),
    )
    op.create_index("ix_aliases_area", "aliases", ["area"])
    op.create_table(
        "unanswered",
        sa.Column("topic", sa.String(40), nullable=False),
        sa.Column("place", sa.Boolean(), nullable=False),
        sa.Column("length", sa.String(10), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("topic", "place", "length", name="pk_unanswered"),
    )
    op.create_table(
        "words_heard",
        sa.Column("word_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("asker_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.PrimaryKeyConstraint("word_hash", "asker_hash", name="pk_words_heard"),
    )
    op.create_table(
        "unknown_words",
        sa.Column("word", sa.String(30), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", name="pk_unknown_words"),
    )


def downgrade() -> None:
    """Forget all of it."""
    for table in ("unknown_words", "words_heard", "unanswered", "aliases"):
        op.drop_table(table)
