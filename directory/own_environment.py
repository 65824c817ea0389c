"""A command typed with any Python runs with the project's own libraries, or says what to do.

Nothing is imported here that the plainest Python lacks, and the syntax is old on purpose: this is
the one file that has to run before anything is installed.
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

_NEEDED = ("sqlalchemy", "pydantic_settings")
_ALREADY_TRIED = "SIGNPOST_OWN_ENVIRONMENT"


def use_project_environment(package: str) -> None:
    """Go on here where the libraries are installed; else start `python -m package` again in `.venv`.

    Ends the process with status 2 and one sentence where there is no such environment.
    """
    if all(find_spec(name) for name in _NEEDED):
        os.environ.pop(_ALREADY_TRIED, None)
        return
    python = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "python"
    if os.access(python, os.X_OK) and _ALREADY_TRIED not in os.environ:
        os.environ[_ALREADY_TRIED] = "1"
        sys.stdout.flush()
        os.execv(str(python), [str(python), "-m", package, *sys.argv[1:]])  # noqa: S606
    sys.stderr.write(
        "Signpost's libraries are not installed: run `make setup` in {}, then this again.\n".format(  # noqa: UP032
            Path(__file__).resolve().parent.parent
        )
    )
    sys.exit(2)
