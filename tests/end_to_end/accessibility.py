"""What axe-core finds wrong with a page as it stands in the browser, by WCAG 2.2 at level AA."""

from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

_AT_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_OPTIONS = {"runOnly": {"type": "tag", "values": _AT_AA}, "resultTypes": ["violations"]}
_axe = Axe()


async def violations(page: Page) -> list[str]:
    """Each violation with the elements that it is about; none is what a test asserts."""
    found: dict[str, Any] = (await _axe.run(page, options=_OPTIONS)).response
    assert found["testEngine"]["name"] == "axe-core"  # it has run
    return [
        f"{one['id']}: {one['help']}: {node['html']} ({node['failureSummary']})"
        for one in found["violations"]
        for node in one["nodes"]
    ]
