"""Files of cases, and what becomes of the register."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.exchange.cases.importing import How, import_cases
from directory.exchange.files.problems import FileError
from directory.exchange.rows.reading import ImportRefusedError
from directory.settings import DirectorySettings
from directory.storage.database import reading
from directory.tables import Case
from tests.directory.acts import ACT

HEADING = "crn,provider,area,office,officer,since,mappa,risk"
BIRCH = "X320741,nps,west-mercia,worcester,Officer Birch,2014-06-02,yes,very_high"
MAPLE = "Y006208,crc,west-mercia,redditch,,2014-06-03,no,"
Write = Callable[..., Path]


async def count(engine: AsyncEngine) -> int:
    async with reading(engine) as connection:
        return (await connection.execute(select(func.count()).select_from(Case))).scalar_one()


async def refusal(engine: AsyncEngine, settings: DirectorySettings, file: Path) -> list[str]:
    """The problems of the file, of which nothing has been taken."""
    with pytest.raises(ImportRefusedError) as refused:
        await import_cases(engine, settings, file, How(ACT))
    assert await count(engine) == 0
    return refused.value.lines


async def file_refusal(engine: AsyncEngine, settings: DirectorySettings, file: Path) -> str:
    with pytest.raises(FileError) as refused:
        await import_cases(engine, settings, file, How(ACT))
    assert await count(engine) == 0
    return str(refused.value)
