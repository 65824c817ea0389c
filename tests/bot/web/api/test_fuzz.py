"""Requests that nobody would write: whatever is sent, the answer is what the OpenAPI says, and no failure.

`make fuzz-api` tries very many; here a few of each, always the same.
"""

import pytest

from tests.bot.web.api.fuzzing import fuzz
from tests.bot.web.api.town import Town


@pytest.mark.asyncio(loop_scope="session")
async def test_every_answer_is_as_the_openapi_says(town: Town) -> None:
    assert await fuzz(town, "/api") >= 100
