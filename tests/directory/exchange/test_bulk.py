from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.database import reading, table, writing
from directory.exchange.bulk import AT_A_TIME, Values, put_rows
from directory.tables import Case

CASES = table(Case)


def row(number: int, officer: str | None = None) -> Values:
    day = date(2014, 6, 2)
    return (number.to_bytes(32, "big"), "nps", "west-mercia", "worcester", officer, day, True, "high")


async def test_rows_put_in_fast_are_what_sqlalchemy_would_have_put_in(engine: AsyncEngine) -> None:
    names = [column.name for column in CASES.columns]
    async with writing(engine) as connection:
        await put_rows(connection, CASES, [row(1, "Sample Officer 1")])
        await connection.execute(insert(CASES), dict(zip(names, row(2, "Sample Officer 1"), strict=True)))
    async with reading(engine) as connection:
        one, other = await connection.execute(select(*CASES.c["officer", "since", "mappa", "risk"]))

    assert one == other == ("Sample Officer 1", date(2014, 6, 2), True, "high")


async def test_more_rows_than_go_at_a_time_all_arrive(engine: AsyncEngine) -> None:
    async with writing(engine) as connection:
        await put_rows(connection, CASES, map(row, range(AT_A_TIME + 1)))
        counted = await connection.execute(select(func.count()).select_from(CASES))
        assert counted.scalar_one() == AT_A_TIME + 1


async def test_what_goes_wrong_while_rows_are_made_is_raised_and_nothing_stays(engine: AsyncEngine) -> None:
    def broken() -> Iterator[Values]:
        yield from map(row, range(AT_A_TIME + 1))
        raise ValueError("the file ends in the middle")

    with pytest.raises(ValueError, match="in the middle"):
        async with writing(engine) as connection:
            await put_rows(connection, CASES, broken())

    async with reading(engine) as connection:
        assert (await connection.execute(select(func.count()).select_from(CASES))).scalar_one() == 0
