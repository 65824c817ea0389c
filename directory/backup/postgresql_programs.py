"""pg_dump and pg_restore, PostgreSQL's own programs for backups, which have to be installed."""

import os
import subprocess
from pathlib import Path
from shutil import which

from sqlalchemy.engine import URL

from directory.errors import BackupError
from directory.storage.faults import shown


def dump(url: URL, file: Path) -> None:
    """Write a database into a file, in pg_dump's own compressed form. Raises BackupError."""
    _run("pg_dump", ["--format=custom", "--no-owner", "--no-acl", f"--file={file}"], url)


def put_back(url: URL, file: Path) -> None:
    """Put what pg_dump wrote in the place of what is there, in one transaction. Raises BackupError."""
    with file.open("rb") as opened:
        if opened.read(5) != b"PGDMP":
            raise BackupError(
                f"{file} is not a backup of a directory on PostgreSQL: name a file that "
                "`python -m directory backup` made from one."
            )
    options = ["--clean", "--if-exists", "--no-owner", "--no-acl", "--single-transaction"]
    _run("pg_restore", [*options, f"--dbname={url.database}", str(file)], url)


def _run(program: str, arguments: list[str], url: URL) -> None:
    found = which(program)
    if found is None:
        raise BackupError(
            f"{program} is not installed, and a PostgreSQL database is kept and put back with it: install "
            "PostgreSQL's client programs (`apt-get install postgresql-client`), no older than the server."
        )
    done = subprocess.run(  # noqa: S603 - the program is PostgreSQL's, the arguments ours
        [found, *arguments], env=_environment(url), capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or ["no reason given"])[0]
        raise BackupError(
            f"{program} could not do it for {shown(url)} ({said}): nothing was changed; mend that first."
        )


def _environment(url: URL) -> dict[str, str]:
    """Where the database is, for libpq; the password goes this way so that nobody sees it in a list."""
    host = url.host or url.query.get("host")
    wanted = {
        "PGHOST": host if isinstance(host, str) else None,
        "PGPORT": str(url.port) if url.port else None,
        "PGUSER": url.username,
        "PGPASSWORD": str(url.password) if url.password else None,
        "PGDATABASE": url.database,
    }
    return {**os.environ, **{name: value for name, value in wanted.items() if value}}
