"""Postcode districts are places too."""

from alembic import op

revision = "0005"
down_revision = "0004"

_BEFORE = "kind IN ('county', 'district', 'place', 'locality')"
_AFTER = "kind IN ('county', 'district', 'place', 'locality', 'postcode')"


def upgrade() -> None:
    """Let a place be a postcode district."""
    _allow(_AFTER)


def downgrade() -> None:
    """Take the postcode districts away, which the tables of before have no room for."""
    op.execute(
        "DELETE FROM place_names WHERE place IN (SELECT id FROM places WHERE places.kind = 'postcode')"
    )
    op.execute("DELETE FROM places WHERE kind = 'postcode'")
    _allow(_BEFORE)


def _allow(kinds: str) -> None:
    with op.batch_alter_table("places") as places:
        places.drop_constraint("ck_places_kind_known", type_="check")
        places.create_check_constraint("ck_places_kind_known", kinds)
