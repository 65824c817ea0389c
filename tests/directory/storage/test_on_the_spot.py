"""One row, read as it is committed at that moment."""

import pytest
from sqlalchemy import bindparam, select

from directory.directory import Directory
from directory.errors import DatabaseError
from directory.settings import DirectorySettings
from directory.storage.bare_sqlite import BareSqlite
from directory.storage.database import make_engine
from directory.storage.held_connection import HeldConnection
from directory.storage.on_the_spot import OnTheSpot
from directory.tables import Office, Place
from tests.directory.backends import ON_SQLITE


async def test_one_row_is_found_or_none_and_two_are_told_as_damage(settings: DirectorySettings) -> None:
    engine = make_engine(settings.database_url)
    held = HeldConnection(engine)
    bare = BareSqlite.of(engine)
    spot = OnTheSpot(held, bare)
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
        if bare:
            bare.close()
        await held.let_go()
        await engine.dispose()


@ON_SQLITE
async def test_on_sqlite_nothing_that_is_asked_all_the_time_goes_to_a_thread_and_back(
    settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        raise AssertionError

    async with await Directory.open(settings) as directory:
        monkeypatch.setattr(HeldConnection, "look_up", never)
        await directory.accounts.identity("telegram", 7001)
        await directory.accounts.holder("nobody")
        await directory.conversations.recall("telegram 7001")
        await directory.sessions.current("sample")
        assert await directory.call_backs.look_at_due() == 0
        assert await directory.outbox.claim() == []
