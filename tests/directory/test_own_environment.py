"""Run for real, in a Python that has no libraries: `-S` leaves site-packages out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT

BARE_PYTHON = [str(Path(sys.base_prefix) / "bin" / "python3"), "-S"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one package, whose only command says which Python it ended up in."""
    package = tmp_path / "directory"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "own_environment.py").write_text((ROOT / "directory" / "own_environment.py").read_text())
    (package / "__main__.py").write_text(
        "import sys\n"
        "from directory.own_environment import use_project_environment\n"
        "use_project_environment('directory')\n"
        "print(sys.argv[1:], 'SIGNPOST_OWN_ENVIRONMENT' in __import__('os').environ)\n"
    )
    return tmp_path


def environment(project: Path, python: str) -> None:
    """Give the project a `.venv` whose Python is this shell command."""
    file = project / ".venv" / "bin" / "python"
    file.parent.mkdir(parents=True)
    file.write_text(f'#!/bin/sh\nexec {python} "$@"\n')
    file.chmod(0o755)


def run(project: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    clean = {"PATH": os.environ["PATH"]}
    return subprocess.run(
        [*BARE_PYTHON, "-m", "directory", *arguments],
        cwd=project,
        env=clean,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_bare_python_goes_on_in_the_projects_own_with_the_same_arguments(project: Path) -> None:
    environment(project, sys.executable)

    done = run(project, "import", "cases", "a file.csv")

    assert done.stdout == "['import', 'cases', 'a file.csv'] False\n"
    assert done.returncode == 0


def test_without_an_environment_one_sentence_says_what_to_do(project: Path) -> None:
    done = run(project)

    assert done.stderr.startswith("Signpost's libraries are not installed: run `make setup`")
    assert done.stderr.count("\n") == 1
    assert done.returncode == 2


def test_an_environment_without_the_libraries_is_not_tried_for_ever(project: Path) -> None:
    environment(project, " ".join(BARE_PYTHON))

    done = run(project)

    assert done.stderr.count("make setup") == 1
    assert done.returncode == 2


def test_the_directory_itself_can_be_asked_for_help_by_a_bare_python() -> None:
    if not (ROOT / ".venv" / "bin" / "python").exists():
        pytest.skip("this checkout has no .venv of its own")

    done = run(ROOT, "--help")

    assert "import cases" in done.stdout
    assert done.returncode == 0


def test_importing_the_package_imports_nothing() -> None:
    text = (ROOT / "directory" / "__init__.py").read_text()

    assert "import" not in text
