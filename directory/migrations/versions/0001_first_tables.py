"""The first tables: who is where, and the register of cases."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ROLES = (
    "'emergency_services', 'responsible_officer', 'duty_officer', 'spo', 'duty_spo', "
    "'approved_premises', 'reception', 'lead', 'head_of_ldu'"
)


def upgrade() -> None:
    """Make every table; a new directory is at version nought."""
    _create_areas_and_offices()
    _create_posts()
    _create_places()
    _create_cases()
    op.create_table(
        "bank_holidays",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        *_fact(),
        sa.PrimaryKeyConstraint("day", name="pk_bank_holidays"),
    )
    version = op.create_table(
        "directory_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_directory_version"),
    )
    op.bulk_insert(version, [{"id": 1, "version": 0}])


def downgrade() -> None:
    """Take every table away, and with them what they hold."""
    with op.batch_alter_table("areas") as areas:
        areas.drop_constraint("fk_areas_out_of_hours", type_="foreignkey")
        areas.drop_constraint("fk_areas_fallback_office", type_="foreignkey")
    for table in (
        "directory_version",
        "bank_holidays",
        "case_key_check",
        "cases",
        "place_names",
        "places",
        "posts",
        "numbers",
        "offices",
        "areas",
    ):
        op.drop_table(table)


def _fact() -> tuple[sa.Column[str], sa.Column[bool], sa.Column[bool]]:
    return (
        sa.Column("source", sa.String(300), nullable=False),
        sa.Column("assumed", sa.Boolean(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
    )


def _create_areas_and_offices() -> None:
    op.create_table(
        "areas",
        sa.Column("id", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("crc_name", sa.String(200), nullable=False),
        sa.Column("nps_division", sa.String(200), nullable=False),
        sa.Column("hours", sa.String(200), nullable=False),
        sa.Column("out_of_hours", sa.String(60)),
        sa.Column("fallback_office", sa.String(60)),
        *_fact(),
        sa.PrimaryKeyConstraint("id", name="pk_areas"),
    )
    op.create_table(
        "offices",
        sa.Column("id", sa.String(60), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("hours", sa.String(200), nullable=False),
        sa.Column("hours_assumed", sa.Boolean(), nullable=False),
        *_fact(),
        sa.CheckConstraint("kind IN ('office', 'unit', 'approved_premises')", name="ck_offices_kind_known"),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_offices_area"),
        sa.PrimaryKeyConstraint("id", name="pk_offices"),
    )
    op.create_index("ix_offices_area", "offices", ["area"])
    # Areas point to offices and offices to areas, so one of the two has to come later.
    with op.batch_alter_table("areas") as areas:
        areas.create_foreign_key("fk_areas_out_of_hours", "offices", ["out_of_hours"], ["id"])
        areas.create_foreign_key("fk_areas_fallback_office", "offices", ["fallback_office"], ["id"])


def _create_posts() -> None:
    op.create_table(
        "numbers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("e164", sa.String(16), nullable=False),
        sa.Column("verified_on", sa.Date()),
        sa.Column("review_days", sa.Integer(), nullable=False),
        *_fact(),
        sa.PrimaryKeyConstraint("id", name="pk_numbers"),
        sa.UniqueConstraint("e164", name="uq_numbers_e164"),
    )
    op.create_table(
        "posts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60)),
        sa.Column("provider", sa.String(10)),
        sa.Column("role", sa.String(30), nullable=False),
        sa.Column("ask_for", sa.String(300), nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("name", sa.String(200)),
        *_fact(),
        sa.CheckConstraint("provider IN ('nps', 'crc')", name="ck_posts_provider_known"),
        sa.CheckConstraint(f"role IN ({_ROLES})", name="ck_posts_role_known"),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_posts_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_posts_office"),
        sa.ForeignKeyConstraint(["number"], ["numbers.id"], name="fk_posts_number"),
        sa.PrimaryKeyConstraint("id", name="pk_posts"),
    )
    for column in ("area", "office", "number"):
        op.create_index(f"ix_posts_{column}", "posts", [column])


def _create_places() -> None:
    op.create_table(
        "places",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("district", sa.String(200)),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60)),
        sa.Column("population", sa.Integer(), nullable=False),
        *_fact(),
        sa.CheckConstraint(
            "kind IN ('county', 'district', 'place', 'locality')", name="ck_places_kind_known"
        ),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_places_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_places_office"),
        sa.PrimaryKeyConstraint("id", name="pk_places"),
    )
    for column in ("area", "office"):
        op.create_index(f"ix_places_{column}", "places", [column])
    op.create_table(
        "place_names",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.ForeignKeyConstraint(["place"], ["places.id"], name="fk_place_names_place", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("place", "name", name="pk_place_names"),
    )


def _create_cases() -> None:
    op.create_table(
        "cases",
        sa.Column("reference_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("office", sa.String(60), nullable=False),
        sa.Column("officer", sa.String(200)),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("mappa", sa.Boolean(), nullable=False),
        sa.Column("risk", sa.String(10)),
        sa.CheckConstraint("provider IN ('nps', 'crc')", name="ck_cases_provider_known"),
        sa.CheckConstraint("risk IN ('low', 'medium', 'high', 'very_high')", name="ck_cases_risk_known"),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_cases_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name="fk_cases_office"),
        sa.PrimaryKeyConstraint("reference_hash", name="pk_cases"),
    )
    op.create_index("ix_cases_area_office", "cases", ["area", "office"])
    op.create_table(
        "case_key_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("check_value", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_key_check"),
    )
