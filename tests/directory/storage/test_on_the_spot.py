"""One row, read as it is committed at that moment."""

import pytest
from sqlalchemy import bindparam, select

from directory.errors import DatabaseError
from directory.settings import DirectorySettings
from directory.storage.database import make_engine
from directory.storage.held_connection import HeldConnection
from directory.storage.on_the_spot import OnTheSpot
from directory.tables import Office, Place


async def test_one_row_is_found_or_none_and_two_are_told_as_damage(settings: DirectorySettings) -> None:
    engine = make_engine(settings.database_url)
    held = HeldConnection(engine)
    spot = OnTheSpot(engine, held)
    by_id = select(Office.id, Office.name).where(Office.id == bindparam("id"))
    by_kind = select(Place.id).where(Place.kind == bindparam("kind"))
    try:
        found = await spot.row(by_id, {"id": "worcester"})
        assert found is not None
        assert found.id == "worcester"
        assert await spot.row(by_id, {"id": "nowhere"}) is None
        with pytest.raises(DatabaseError, match="is not whole"):
            await spot.row(by_kind, {"kind": "county"})
    finally:
        spot.close()
        await held.let_go()
        await engine.dispose()
