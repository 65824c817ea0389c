"""Somebody joins, and is asked for."""

from collections.abc import Awaitable
from datetime import datetime
from typing import Any

import pytest

from directory.accounts.binding import NotVerifiedError, Person
from directory.accounts.standing import Identity
from directory.directory import Directory
from tests.directory.people import LIMITS, SOMEBODY


async def joins(here: Directory, token: str, person: Person = SOMEBODY) -> str:
    return await here.accounts.redeem(token, person, LIMITS)


async def asker(here: Directory, person: Person = SOMEBODY, at: datetime | None = None) -> Identity:
    return await here.accounts.identity(person.channel, person.user, at)


async def reason(action: Awaitable[Any]) -> str:
    with pytest.raises(NotVerifiedError) as refused:
        await action
    return refused.value.reason
