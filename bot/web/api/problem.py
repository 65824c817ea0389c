"""What went wrong with a request, as RFC 9457 has it: what, where, and what to do."""

from collections.abc import Mapping
from http import HTTPStatus

import msgspec
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"


class Problem(msgspec.Struct, omit_defaults=True):
    """A problem as JSON. `title` is what is wrong, `detail` what to do, `where` the part at fault."""

    title: str
    status: int
    detail: str
    where: str = ""
    type: str = "about:blank"


class ProblemError(Exception):
    """Ends the handling of a request with an answer that says so."""

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        *,
        where: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(title)
        self.details = Problem(title, status, detail, where)
        self.headers = dict(headers or {})

    @classmethod
    def of_status(cls, status: int, headers: Mapping[str, str] | None = None) -> "ProblemError":
        """One that only has a status, such as a path that is not there."""
        return cls(status, HTTPStatus(status).phrase, _REMEDIES.get(status, _REMEDY), headers=headers)

    @property
    def response(self) -> Response:
        """As it is sent."""
        return Response(
            msgspec.json.encode(self.details), self.details.status, self.headers, media_type=MEDIA_TYPE
        )


_REMEDY = "The request cannot be answered as it is: docs/interface.md says what there is."
_REMEDIES = {
    404: "There is nothing at this address: openapi.json beside it lists what there is.",
    405: "This address takes another method: the header Allow says which.",
}


def too_much(seconds: int) -> ProblemError:
    """More requests than there may be."""
    return ProblemError(
        429,
        "Too many requests",
        f"Go on in {seconds} seconds. Words of danger are answered at any time.",
        headers={"retry-after": str(seconds)},
    )
