"""Why a database cannot be opened, and what to do about it, in one sentence."""

from pathlib import Path

from sqlalchemy.engine import URL


def shown(url: URL) -> str:
    """The URL as it may be shown: without its password, which may also stand among its options."""
    return url.difference_update_query(["password"]).render_as_string(hide_password=True)


def why_not(url: URL, error: Exception) -> str:
    """The sentence for what the driver said."""
    if url.get_backend_name() != "sqlite":
        return (
            f"The database {shown(url)} cannot be reached: "
            "check that the server runs and that DATABASE_URL names its host, user, password and database."
        )
    file = Path(url.database or "")
    said = str(getattr(error, "orig", error))
    if not file.parent.is_dir():
        reason = f"the folder {file.parent} does not exist: make it, or set DATABASE_URL to another file"
    elif url.database and file.is_dir():
        reason = f"{file} is a folder: set DATABASE_URL to a file in it, such as {file / 'signpost.db'}"
    elif "not a database" in said or "malformed" in said:
        reason = (
            "the file is not a SQLite database or is damaged: set DATABASE_URL to another file, or restore it"
        )
    elif "already exists" in said:
        reason = "it holds tables of another program: set DATABASE_URL to a file of its own"
    elif "no such" in said or "constraint failed" in said:
        reason = f"it is not whole ({said}): restore a backup"
    elif "locked" in said:
        reason = "another process holds it: wait until that has finished, then run this again"
    elif "readonly" in said or "unable to open" in said or "ermission" in said:
        reason = "this user may not write to it: allow that, or set DATABASE_URL to another file"
    else:
        reason = f"{said}: mend that, or set DATABASE_URL to another file"
    return f"The database {shown(url)} cannot be opened: {reason}."
