"""Every fact holds from a day and until a day; providers, teams, e-mail addresses, agencies and accounts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_HELD = ("areas", "offices", "numbers", "posts", "places", "people")
_WITH_A_TEAM = ("posts", "people", "rota_posts", "rota_entries")
_INDEXED = {
    "teams": ("area", "office"),
    "other_hours": ("area", "office"),
    "emails": ("area", "office"),
    "secure_domains": ("provider",),
    "agencies": ("area",),
    "accounts": ("agency", "area", "office"),
}
_PROVIDERS = "'nps', 'crc'"
_TOPICS = (
    "'court_report', 'parole_report', 'allocation', 'breach', 'recall', 'victim', 'approved_premises', "
    "'mappa', 'sex_offender_programme', 'youth_transition', 'unpaid_work', 'programme', "
    "'through_the_gate', 'short_sentence', 'mentoring', 'restorative_justice', 'attendance_centre', "
    "'iom', 'rate_card', 'community_safety', 'safeguarding_children', 'safeguarding_adults', 'pcc', "
    "'marac', 'mash', 'criminal_justice_board', 'case', 'risk_escalation', 'domestic_homicide_review', "
    "'contact', 'term'"
)
# As nDelius has them; another name gets a number.
_BENCH = "Bedfordshire, Northamptonshire, Cambridgeshire and Hertfordshire"
_CODES = {
    "NPS North West": "N01",
    "NPS North East": "N02",
    "NPS Wales": "N03",
    "NPS Midlands": "N04",
    "NPS South West and South Central": "N05",
    "NPS South East and Eastern": "N06",
    "NPS London": "N07",
    "Northumbria Community Rehabilitation Company": "C01",
    "Cumbria and Lancashire Community Rehabilitation Company": "C02",
    "Durham Tees Valley Community Rehabilitation Company": "C03",
    "Humberside, Lincolnshire and North Yorkshire Community Rehabilitation Company": "C04",
    "West Yorkshire Community Rehabilitation Company": "C05",
    "Merseyside Community Rehabilitation Company": "C06",
    "Cheshire and Greater Manchester Community Rehabilitation Company": "C07",
    "Derbyshire, Leicestershire, Nottinghamshire and Rutland Community Rehabilitation Company": "C08",
    "South Yorkshire Community Rehabilitation Company": "C09",
    "Wales Community Rehabilitation Company": "C10",
    "Staffordshire and West Midlands Community Rehabilitation Company": "C11",
    "Warwickshire and West Mercia Community Rehabilitation Company": "C12",
    f"{_BENCH} Community Rehabilitation Company": "C13",
    "Norfolk and Suffolk Community Rehabilitation Company": "C14",
    "Bristol, Gloucestershire, Somerset and Wiltshire Community Rehabilitation Company": "C15",
    "Thames Valley Community Rehabilitation Company": "C16",
    "London Community Rehabilitation Company": "C17",
    "Essex Community Rehabilitation Company": "C18",
    "Dorset, Devon and Cornwall Community Rehabilitation Company": "C19",
    "Hampshire and Isle of Wight Community Rehabilitation Company": "C20",
    "Kent, Surrey and Sussex Community Rehabilitation Company": "C21",
}


def upgrade() -> None:
    """Make the tables and columns; what is held already holds for ever."""
    _create_providers()
    _create_teams()
    for table in _HELD:
        with op.batch_alter_table(table) as altered:
            altered.add_column(sa.Column("valid_from", sa.Date()))
            altered.add_column(sa.Column("valid_to", sa.Date()))
    for table in _WITH_A_TEAM:
        with op.batch_alter_table(table) as altered:
            altered.add_column(sa.Column("team", sa.String(60)))
            altered.create_foreign_key(f"fk_{table}_team", "teams", ["team"], ["id"])
            altered.create_index(f"ix_{table}_team", ["team"])
    with op.batch_alter_table("offices") as offices:
        offices.add_column(sa.Column("cluster", sa.String(200)))
    with op.batch_alter_table("numbers") as numbers:
        numbers.add_column(sa.Column("purpose", sa.String(200)))
    with op.batch_alter_table("posts") as posts:
        posts.add_column(sa.Column("topic", sa.String(30)))
        posts.add_column(sa.Column("extension", sa.String(10)))
        posts.add_column(sa.Column("hours", sa.String(200)))
        posts.create_check_constraint("topic_known", f"topic IN ({_TOPICS})")
    _name_the_providers_of_areas()
    _create_other_hours()
    _create_addresses()
    _create_accounts()
    for table, columns in _INDEXED.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    """Take them away; an area has the names of its providers again."""
    for table in ("accounts", "agencies", "secure_domains", "emails", "other_hours"):
        op.drop_table(table)
    _name_areas_as_before()
    with op.batch_alter_table("posts") as posts:
        posts.drop_constraint("topic_known", type_="check")
        for column in ("topic", "extension", "hours"):
            posts.drop_column(column)
    with op.batch_alter_table("numbers") as numbers:
        numbers.drop_column("purpose")
    with op.batch_alter_table("offices") as offices:
        offices.drop_column("cluster")
    for table in _WITH_A_TEAM:
        with op.batch_alter_table(table) as altered:
            altered.drop_index(f"ix_{table}_team")
            altered.drop_constraint(f"fk_{table}_team", type_="foreignkey")
            altered.drop_column("team")
    for table in _HELD:
        with op.batch_alter_table(table) as altered:
            altered.drop_column("valid_from")
            altered.drop_column("valid_to")
    for table in ("teams", "providers"):
        op.drop_table(table)


def _fact() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("source", sa.String(300), nullable=False),
        sa.Column("assumed", sa.Boolean(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
    )


def _in_area(table: str, *, must: bool = True) -> tuple[sa.schema.SchemaItem, ...]:
    """An area and perhaps an office of it."""
    return (
        sa.Column("area", sa.String(60), nullable=not must),
        sa.Column("office", sa.String(60)),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=f"fk_{table}_area"),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name=f"fk_{table}_office"),
    )


def _create_providers() -> None:
    op.create_table(
        "providers",
        sa.Column("code", sa.String(10), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("also_called", sa.String(300)),
        sa.Column("former_trusts", sa.String(300)),
        sa.Column("owner", sa.String(200)),
        *_fact(),
        sa.CheckConstraint(f"kind IN ({_PROVIDERS})", name="kind_known"),
        sa.PrimaryKeyConstraint("code", name="pk_providers"),
    )


def _create_teams() -> None:
    op.create_table(
        "teams",
        sa.Column("id", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("code", sa.String(10)),
        sa.Column("topics", sa.String(300)),
        *_in_area("teams"),
        *_fact(),
        sa.CheckConstraint(f"provider IN ({_PROVIDERS})", name="provider_known"),
        sa.PrimaryKeyConstraint("id", name="pk_teams"),
    )


_ADD_PROVIDER = sa.text(
    "INSERT INTO providers (code, name, kind, source, assumed, sample) "
    "VALUES (:code, :name, :kind, :source, false, :sample)"
)
_POINT_TO_PROVIDERS = sa.text("UPDATE areas SET crc = :crc, nps = :nps WHERE id = :area")


def _name_the_providers_of_areas() -> None:
    with op.batch_alter_table("areas") as areas:
        areas.add_column(sa.Column("crc", sa.String(10)))
        areas.add_column(sa.Column("nps", sa.String(10)))
    database, known = op.get_bind(), dict[str, str]()
    held = database.execute(sa.text("SELECT id, crc_name, nps_division, source, sample FROM areas")).all()
    for area, crc_name, division, source, sample in held:
        for name, kind in ((crc_name, "crc"), (division, "nps")):
            if name not in known:
                known[name] = _CODES.get(name, f"X{len(known) + 1:02}")
                row = {"code": known[name], "name": name, "kind": kind, "source": source, "sample": sample}
                database.execute(_ADD_PROVIDER, row)
        database.execute(_POINT_TO_PROVIDERS, {"crc": known[crc_name], "nps": known[division], "area": area})
    with op.batch_alter_table("areas") as areas:
        for column in ("crc", "nps"):
            areas.alter_column(column, existing_type=sa.String(10), nullable=False)
            areas.create_foreign_key(f"fk_areas_{column}", "providers", [column], ["code"])
            areas.create_index(f"ix_areas_{column}", [column])
        areas.drop_column("crc_name")
        areas.drop_column("nps_division")


def _name_areas_as_before() -> None:
    with op.batch_alter_table("areas") as areas:
        areas.add_column(sa.Column("crc_name", sa.String(200)))
        areas.add_column(sa.Column("nps_division", sa.String(200)))
    for column, code in (("crc_name", "crc"), ("nps_division", "nps")):
        op.execute(
            f"UPDATE areas SET {column} = (SELECT name FROM providers WHERE providers.code = areas.{code})"  # noqa: S608
        )
    with op.batch_alter_table("areas") as areas:
        for column in ("crc_name", "nps_division"):
            areas.alter_column(column, existing_type=sa.String(200), nullable=False)
        for column in ("crc", "nps"):
            areas.drop_index(f"ix_areas_{column}")
            areas.drop_constraint(f"fk_areas_{column}", type_="foreignkey")
            areas.drop_column(column)


def _create_other_hours() -> None:
    op.create_table(
        "other_hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hours", sa.String(200), nullable=False),
        *_in_area("other_hours", must=False),
        *_fact(),
        sa.CheckConstraint("(area IS NULL) <> (office IS NULL)", name="of_one"),
        sa.PrimaryKeyConstraint("id", name="pk_other_hours"),
    )


def _create_addresses() -> None:
    op.create_table(
        "emails",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(254), nullable=False),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("purpose", sa.String(200), nullable=False),
        sa.Column("redirects_to", sa.String(254)),
        sa.Column("redirects_until", sa.Date()),
        *_in_area("emails"),
        *_fact(),
        sa.CheckConstraint(f"provider IN ({_PROVIDERS})", name="provider_known"),
        sa.PrimaryKeyConstraint("id", name="pk_emails"),
    )
    op.create_table(
        "secure_domains",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("domain", sa.String(253), nullable=False),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        *_fact(),
        sa.ForeignKeyConstraint(["provider"], ["providers.code"], name="fk_secure_domains_provider"),
        sa.PrimaryKeyConstraint("id", name="pk_secure_domains"),
    )


def _create_accounts() -> None:
    op.create_table(
        "agencies",
        sa.Column("id", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("area", sa.String(60)),
        *_fact(),
        sa.CheckConstraint(
            "kind IN ('police', 'council', 'court', 'prison', 'health', 'housing', 'youth_offending', "
            "'probation', 'other')",
            name="kind_known",
        ),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_agencies_area"),
        sa.PrimaryKeyConstraint("id", name="pk_agencies"),
    )
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(60), nullable=False),
        sa.Column("agency", sa.String(60), nullable=False),
        sa.Column("standing", sa.String(20), nullable=False),
        sa.Column("telegram", sa.BigInteger()),
        *_in_area("accounts", must=False),
        *_fact(),
        sa.CheckConstraint(
            "standing IN ('public', 'partner', 'reception', 'officer', 'admin')", name="standing_known"
        ),
        sa.ForeignKeyConstraint(["agency"], ["agencies.id"], name="fk_accounts_agency"),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("telegram", name="uq_accounts_telegram"),
    )
