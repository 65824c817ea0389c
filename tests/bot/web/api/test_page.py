"""The page about the interface, for people."""

import html

import pytest

from tests.bot.web.api.town import Town

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_page_has_every_operation_with_who_is_told_and_an_example(town: Town) -> None:
    page = html.unescape((await town.get("/api/")).text)
    document = (await town.get("/api/openapi.json")).json()

    for path, operations in document["paths"].items():
        for method in operations:
            assert f"<h2>{method.upper()} /api{path}</h2>" in page
    assert (
        """curl -H "authorization: Bearer $TOKEN" 'http://127.0.0.1:8080/api/rota?office=worcester'""" in page
    )
    assert "Told to: reception, probation staff." in page


async def test_the_page_is_there_in_welsh(town: Town) -> None:
    response = await town.send("GET", "/api/", headers={"accept-language": "cy"})
    assert '<html lang="cy">' in response.text
    assert "Y rhyngwyneb i raglenni" in response.text
