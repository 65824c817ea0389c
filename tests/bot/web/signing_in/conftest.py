"""One house for all tests of signing in; in each test somebody new."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.visitors import Visitors
from routing.vocabulary import Standing
from tests.bot.web.house import NOON, House, open_house


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def opened(tmp_path_factory: pytest.TempPathFactory, template: Path) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), template) as house:
        visitors = Visitors.of_service(house.service)

        async def probe(request: Request) -> Response:
            """A page for admins, which fails where a number is none."""
            visitor = await visitors.admit(request, Standing.ADMIN)
            int(str((await request.form()).get("number", 0)))
            return draw(visitor, "refused.html", why="forged")

        house.app.add_route("/probe", probe, methods=["GET", "POST"])
        yield house


@pytest_asyncio.fixture(loop_scope="package")
async def house(opened: House) -> House:
    opened.now, opened.network = NOON, opened.network + 1
    while not opened.post.letters.empty():
        opened.post.letters.get_nowait()
    return opened
