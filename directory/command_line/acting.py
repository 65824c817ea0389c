"""Who acts at the command line, and when."""

from directory.audit.audit import Act
from directory.clock import utc_now


def at_the_command_line() -> Act:
    """The account that runs this command, now."""
    from getpass import getuser  # noqa: PLC0415 - only commands that change something need it

    try:
        account = getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        account = "unnamed account"
    return Act(who=account, origin="command line", at=utc_now())
