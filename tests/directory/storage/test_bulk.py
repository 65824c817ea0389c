from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.storage.bulk import AT_A_TIME, DoubleKeyError, Values, driver_day, put_rows
from directory.storage.database import reading, table, writing
from directory.tables import Case

CASES = table(Case)


DAY = date(2014, 6, 2)


def row(number: int, day: Callable[[date], Any], officer: str | None = None) -> Values:
    return (number.to_bytes(32, "big"), "nps", "west-mercia", "worcester", officer, day(DAY), True, "high")


async def test_rows_put_in_fast_are_what_sqlalchemy_would_have_put_in(engine: AsyncEngine) -> None:
    names = [column.name for column in CASES.columns]
    async with writing(engine) as connection:
        await put_rows(connection, CASES, [row(1, driver_day(connection), "Sample Officer 1")])
        plain = row(2, lambda day: day, "Sample Officer 1")
        await connection.execute(insert(CASES), dict(zip(names, plain, strict=True)))
    async with reading(engine) as connection:
        one, other = await connection.execute(select(*CASES.c["officer", "since", "mappa", "risk"]))

    assert one == other == ("Sample Officer 1", DAY, True, "high")


async def test_more_rows_than_go_at_a_time_all_arrive(engine: AsyncEngine) -> None:
    async with writing(engine) as connection:
        day = driver_day(connection)
        await put_rows(connection, CASES, (row(number, day) for number in range(AT_A_TIME + 1)))
        counted = await connection.execute(select(func.count()).select_from(CASES))
        assert counted.scalar_one() == AT_A_TIME + 1


async def test_what_goes_wrong_while_rows_are_made_is_raised_and_nothing_stays(engine: AsyncEngine) -> None:
    def broken(day: Callable[[date], Any]) -> Iterator[Values]:
        yield from (row(number, day) for number in range(AT_A_TIME + 1))
        raise ValueError("the file ends in the middle")

    with pytest.raises(ValueError, match="in the middle"):
        async with writing(engine) as connection:
            await put_rows(connection, CASES, broken(driver_day(connection)))

    async with reading(engine) as connection:
        assert (await connection.execute(select(func.count()).select_from(CASES))).scalar_one() == 0


async def test_two_rows_of_the_same_key_are_told_apart_from_other_faults(engine: AsyncEngine) -> None:
    with pytest.raises(DoubleKeyError):
        async with writing(engine) as connection:
            day = driver_day(connection)
            await put_rows(connection, CASES, [row(1, day), row(1, day)])
