"""People, the rota, and numbers that somebody has said are wrong."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, with nobody in them."""
    op.create_table(
        "people",
        sa.Column("id", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60)),
        sa.Column("number", sa.String(16)),
        *_fact(),
        sa.CheckConstraint("provider IN ('nps', 'crc')", name="ck_people_provider_known"),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_people_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_people_office"),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    _create_rota()
    op.create_table(
        "suspect_numbers",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("because", sa.String(20), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "because IN ('wrong-person', 'not-working')", name="ck_suspect_numbers_because_known"
        ),
        sa.ForeignKeyConstraint(
            ["number"], ["numbers.id"], name="fk_suspect_numbers_number", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_suspect_numbers"),
    )
    for table, columns in _INDEXED.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    """Take the tables away, and with them the rota."""
    for table in ("suspect_numbers", "rota_entries", "rota_posts", "people"):
        op.drop_table(table)


_INDEXED = {
    "people": ("area", "office"),
    "rota_posts": ("area", "office"),
    "rota_entries": ("area", "office", "person", "other"),
}


def _fact() -> tuple[sa.Column[str], sa.Column[bool], sa.Column[bool]]:
    return (
        sa.Column("source", sa.String(300), nullable=False),
        sa.Column("assumed", sa.Boolean(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
    )


def _create_rota() -> None:
    op.create_table(
        "rota_posts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60)),
        sa.Column("provider", sa.String(10)),
        sa.Column("role", sa.String(30), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_rota_posts_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_rota_posts_office"),
        sa.PrimaryKeyConstraint("id", name="pk_rota_posts"),
    )
    op.create_table(
        "rota_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("area", sa.String(60)),
        sa.Column("office", sa.String(60)),
        sa.Column("provider", sa.String(10)),
        sa.Column("role", sa.String(30)),
        sa.Column("person", sa.String(60), nullable=False),
        sa.Column("other", sa.String(60)),
        sa.Column("days", sa.String(30)),
        sa.Column("starts", sa.String(25), nullable=False),
        sa.Column("ends", sa.String(25), nullable=False),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
        sa.Column("on_bank_holidays", sa.Boolean(), nullable=False),
        *_fact(),
        sa.CheckConstraint(
            "kind IN ('weekly', 'shift', 'absence', 'cover', 'swap')", name="ck_rota_entries_kind_known"
        ),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_rota_entries_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_rota_entries_office"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_rota_entries_person"),
        sa.ForeignKeyConstraint(["other"], ["people.id"], name="fk_rota_entries_other"),
        sa.PrimaryKeyConstraint("id", name="pk_rota_entries"),
    )
