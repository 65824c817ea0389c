"""The OpenAPI of an interface, made from its operations."""

from collections.abc import Sequence
from inspect import cleandoc
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.api.operation import EVERYBODY, Operation
from bot.web.api.problem import MEDIA_TYPE, Problem
from bot.web.api.schemas import as_described
from routing.vocabulary import Standing

_REF = "#/components/schemas/{name}"
_TOKEN: list[dict[str, list[str]]] = [{"token": []}]
Json = dict[str, Any]


def openapi(title: str, about: str, at: str, operations: Sequence[Operation[Any]]) -> Json:
    """The document; `at` is the path under which the operations are."""
    types = [Problem, *(as_described(one) for each in operations for one in (each.takes, each.gives))]
    (problem, *schemas), components = msgspec.json.schema_components(types, ref_template=_REF)
    paths: Json = {}
    for one, took, gave in zip(operations, schemas[::2], schemas[1::2], strict=True):
        described = _operation(one, gave, problem)
        described |= _taken(one, took, components)
        paths.setdefault(one.path, {})[one.method.lower()] = described
    for one in operations:
        if one.method == "GET":
            components.pop(one.takes.__name__, None)
    for schema in components.values():
        if "description" in schema:
            schema["description"] = cleandoc(schema["description"])
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1.0", "description": about},
        "servers": [{"url": at}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def openapi_route(document: Json, headers: dict[str, str] | None = None) -> Route:
    """Where it is read."""
    body = msgspec.json.encode(document)

    async def show(_: Request) -> Response:
        return Response(body, headers=headers, media_type="application/json")

    return Route("/openapi.json", show)


def _operation(one: Operation[Any], gave: Json, problem: Json) -> Json:
    problems = {"content": {MEDIA_TYPE: {"schema": problem}}}
    return {
        "operationId": one.name,
        "summary": one.summary,
        "description": f"Told to: {', '.join(standing for standing in Standing if standing in one.who)}.",
        "security": [{}, *_TOKEN] if one.who == EVERYBODY else _TOKEN,
        "responses": {
            "200": {"description": "The answer.", "content": {"application/json": {"schema": gave}}},
            "4XX": {"description": "It cannot be answered as it was sent, or not to you.", **problems},
            "5XX": {"description": "It cannot be answered just now.", **problems},
        },
    }


def _taken(one: Operation[Any], took: Json, components: Json) -> Json:
    """What is sent: a body, or parameters."""
    if one.method == "POST":
        content: Json = {"schema": took}
        if one.example:
            content["example"] = dict(one.example)
        return {"requestBody": {"required": True, "content": {"application/json": content}}}
    schema = components[one.takes.__name__]
    parameters = [
        {
            "name": name,
            "in": "path" if f"{{{name}}}" in one.path else "query",
            "required": name in schema.get("required", ()),
            "schema": {key: value for key, value in each.items() if key != "default"},
            **({"example": one.example[name]} if name in one.example else {}),
        }
        for name, each in schema.get("properties", {}).items()
    ]
    return {"parameters": parameters}
