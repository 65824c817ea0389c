"""Who acts at the command line, and when: the one place where the directory's commands read the clock."""

from datetime import UTC, datetime

from directory.audit.audit import Act


def utc_now() -> datetime:
    """The clock of the command lines."""
    return datetime.now(UTC)


def at_the_command_line() -> Act:
    """The account that runs this command, now."""
    from getpass import getuser  # noqa: PLC0415 - only commands that change something need it

    try:
        account = getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        account = "unnamed account"
    return Act(who=account, origin="command line", at=utc_now())
