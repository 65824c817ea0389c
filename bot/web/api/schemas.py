"""Types as a schema can be made of them: msgspec writes a union of several texts, but cannot describe one."""

from datetime import date, datetime
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

_TEXTS = (str, date, datetime)  # all of them are texts in JSON


def as_described(given: Any) -> Any:
    """The same type with each union of several texts described as a text."""
    if isinstance(given, type) and issubclass(given, msgspec.Struct):
        return _struct(given)
    parts = get_args(given)
    if not parts or get_origin(given) in (Annotated, Literal):
        return given
    described = tuple(as_described(one) for one in parts)
    if get_origin(given) in (Union, UnionType):
        texts = [one for one in described if _is_text(one)]
        others = [one for one in described if not _is_text(one)]
        return given if len(texts) < 2 and described == parts else reduce(or_, [str, *others])
    return given if described == parts else get_origin(given)[described]


def _is_text(one: Any) -> bool:
    return one in _TEXTS or get_origin(one) is Literal


@cache
def _struct(given: type[msgspec.Struct]) -> type[msgspec.Struct]:
    """A struct like this one; itself where nothing in it changes."""
    hints = get_type_hints(given, include_extras=True)
    described = {name: as_described(hint) for name, hint in hints.items()}
    if described == hints:
        return given
    fields = [
        (one.name, described[one.name], msgspec.field(name=one.encode_name, default=one.default))
        for one in msgspec.structs.fields(given)
    ]
    return msgspec.defstruct(
        given.__name__, fields, kw_only=True, namespace={"__doc__": given.__doc__}, module=given.__module__
    )
