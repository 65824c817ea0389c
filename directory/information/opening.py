"""The requests for information opened for one command, without the watching that a running service does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from directory.cases.sealing import Seal
from directory.clock import utc_now
from directory.information.requests import InformationRequests
from directory.opening import database_opened, register_key
from directory.pictures.snapshot import load_pictures
from directory.settings import DirectorySettings
from directory.storage.database import database_errors, reading
from routing.policy import Policies


@asynccontextmanager
async def opened() -> AsyncIterator[InformationRequests]:
    """Those of the database that the settings name. Raises DirectoryError."""
    settings = DirectorySettings()
    async with database_opened(settings) as engine:
        with database_errors(engine):
            async with reading(engine) as connection:
                pictures, key = await load_pictures(connection), await register_key(connection, settings)
        seal = Seal(key)
        yield InformationRequests(engine, lambda: pictures, lambda: seal, utc_now, Policies.bundled())
