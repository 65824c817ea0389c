"""What was sent, read into the struct that an operation takes; what cannot be read is said where it is."""

import re
from typing import TypeVar

import msgspec
from starlette.requests import Request

from bot.enquiry_fields import EnquiryError, decoded
from bot.web.api.problem import ProblemError

LONGEST_BODY = 64 * 1024  # bytes
_WHERE = re.compile(r"(?P<what>.*) - at `\$\.?(?P<where>.*)`", re.DOTALL)
_JSON = "application/json"
In = TypeVar("In")


async def read(request: Request, takes: type[In]) -> In:
    """What was sent. Raises ProblemError."""
    if request.method == "POST":
        return _checked(await _body(request), takes, "body", strict=True)
    given = request.query_params
    if len(given.multi_items()) != len(given):
        raise _unusable("a parameter is given twice", "query")
    return _checked({**given, **request.path_params}, takes, "query", strict=False)


async def _body(request: Request) -> object:
    kind = request.headers.get("content-type", _JSON).partition(";")[0].strip().lower()
    if kind != _JSON:
        raise ProblemError(
            415,
            f"The body is of another type than {_JSON}",
            f"Send it as {_JSON}.",
            where="header Content-Type",
        )
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            remedy = f"Send at most {LONGEST_BODY:,} bytes."
            raise ProblemError(413, "The body is too long", remedy, where="body")
    try:
        return decoded(body)
    except EnquiryError:
        raise ProblemError(400, "The body is not JSON", "Send one JSON object.", where="body") from None


def _checked(given: object, takes: type[In], where: str, *, strict: bool) -> In:
    try:
        return msgspec.convert(given, type=takes, strict=strict)
    except msgspec.ValidationError as error:
        found = _WHERE.fullmatch(str(error))
        what, place = (found["what"], f"{where}.{found['where']}") if found else (str(error), where)
        raise _unusable(what, place) from None


def _unusable(what: str, where: str) -> ProblemError:
    return ProblemError(
        422,
        f"{what[:1].upper()}{what[1:]}",
        "Send it as openapi.json says: it names what may be sent, and of which type.",
        where=where,
    )
