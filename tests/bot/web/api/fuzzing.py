"""Requests made up from an OpenAPI, right ones and wrong ones, and what is checked of their answers."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.generation.case import Case
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from routing.vocabulary import Standing
from tests.bot.web.api.town import OFFERS, Town

# Not that what fits the schema is accepted: it takes any text for an office, and there is not each office.
_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    negative_data_rejection,
]
AnyCase = Case[Any]
EVERY_STANDING = (Standing.PUBLIC, *OFFERS)
_BEFORE_LIMITS = 20  # requests, after which what is counted of them is forgotten


async def fuzz(town: Town, at: str, standings: Sequence[Standing] = EVERY_STANDING) -> int:
    """Send some of each operation, with the token of each standing; how many it were.

    A tenth of what Hypothesis tries elsewhere: the same each time, or with its profile `thorough` many new.

    Raises schemathesis.errors.FailureGroup with the request that was answered otherwise than it should be.
    """
    document = (await town.get(f"{at}/openapi.json")).json()
    cases = list(_cases(document))
    sent = [(case, by) for case in cases for by in standings]
    for count, (case, by) in enumerate(sent):
        if count % _BEFORE_LIMITS == 0:
            town.begin_anew()
        await _send(town, case, at, by)
    return len(sent)


def _cases(document: Mapping[str, Any]) -> Iterator[AnyCase]:
    for operations in document["paths"].values():
        for one in operations.values():
            one.pop("security", None)  # the token is ours to send
    schema = schemathesis.openapi.from_dict(dict(document))
    for result in schema.get_all_operations():
        assert isinstance(result, Ok)
        operation = result.ok()
        for mode in GenerationMode:
            yield from _drawn(operation.as_strategy(generation_mode=mode))


def _drawn(strategy: st.SearchStrategy[AnyCase]) -> list[AnyCase]:
    found: list[AnyCase] = []

    @settings(
        max_examples=settings().max_examples // 10,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(case: AnyCase) -> None:
        found.append(case)

    with suppress(Unsatisfiable):  # where nothing can be sent, nothing wrong can be
        draw()
    return found


async def _send(town: Town, case: AnyCase, at: str, by: Standing) -> None:
    request = case.as_transport_kwargs(base_url=f"http://signpost{at}")
    headers = {name: value for name, value in request["headers"].items() if name.lower() != "authorization"}
    response = await town.send(
        request["method"],
        request["url"],
        by,
        headers=headers,
        params=request["params"],
        content=_body(request),
    )
    case.validate_response(response, checks=_CHECKS)


def _body(request: Mapping[str, Any]) -> bytes | None:
    if "json" in request:
        return json.dumps(request["json"]).encode()
    data = request.get("data")
    return data.encode() if isinstance(data, str) else data
