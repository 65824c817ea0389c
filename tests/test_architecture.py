"""ARCHITECTURE.md names every folder of the three packages, and no file that is not there."""

import re
from pathlib import Path

import pytest

from tests.paths import ROOT

PAGE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
PACKAGES = ("routing", "directory", "bot")
TREE = PAGE.split("```")[1]
# Each command that has commands of its own is a folder, and so is each version of the tables a file.
TOLD_AS_ONE = (Path("directory/commands"), Path("directory/migrations"))


def _folders(package: str) -> list[Path]:
    found = (file.parent.relative_to(ROOT) for file in (ROOT / package).rglob("*.py"))
    return sorted(one for one in set(found) if one.parent not in TOLD_AS_ONE and one.name != package)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_is_named(package: str) -> None:
    (of_package,) = re.findall(rf"^{package}/.*\n(?: .*\n)+", TREE, re.M)

    assert [str(one) for one in _folders(package) if f"{one.name}/" not in of_package] == []


def test_every_file_that_is_named_is_there() -> None:
    there = {file.name for package in PACKAGES for file in (ROOT / package).rglob("*.*")}
    there |= {file.name for folder in ("tests", "docs", "tools") for file in (ROOT / folder).rglob("*.*")}

    named = re.findall(r"(?<!…)\b[\w-]+\.(?:py|toml|html|css|md|ftl|po)\b", PAGE)
    assert [one for one in named if one not in there and one != "ROOM.ftl"] == []
