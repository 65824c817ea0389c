"""Whether whoever asks has it already (RFC 9110, section 13)."""

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.requests import Request


def validators(tag: str, changed_at: datetime) -> dict[str, str]:
    """The headers by which something is known again."""
    return {"etag": f'"{tag}"', "last-modified": format_datetime(_whole(changed_at), usegmt=True)}


def has_it(request: Request, tag: str, changed_at: datetime) -> bool:
    """Whether what they have is still so: by its tag, or where they send none by its moment."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        known = {one.strip().removeprefix("W/") for one in tags.split(",")}
        return bool({"*", f'"{tag}"'} & known)
    since = _moment(request.headers.get("if-modified-since"))
    return since is not None and _whole(changed_at) <= since


def _moment(text: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(text) if text else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found is not None and found.tzinfo is None else found


def _whole(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
