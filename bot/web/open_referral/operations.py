"""What can be read: every endpoint of HSDS-UK 3.0, by anybody."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType

from bot.web.api.callers import Caller
from bot.web.api.operation import Operation
from bot.web.api.problem import ProblemError
from bot.web.open_referral.paging import Paged, PageOf, paged, paged_as
from directory.exchange.open_referral.catalogue import Catalogue, Wanted, in_a_list, without_terms
from directory.exchange.open_referral.shapes import (
    FullService,
    Organization,
    Service,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)

Version = Literal["HSDS-UK-3.0"]
VERSION: Version = "HSDS-UK-3.0"
_PROFILE = "https://docs.openreferraluk.org/en/latest/"
_LONGEST_SEARCH = msgspec.Meta(max_length=200)
One = TypeVar("One")
Read = Callable[[], Awaitable[Catalogue]]
Part = Callable[[], Awaitable[Mapping[str, One]]]


class Nothing(msgspec.Struct, forbid_unknown_fields=True):
    """Nothing is asked."""


class ApiDetails(msgspec.Struct):
    """What this is."""

    version: Version
    profile: str
    openapi_url: str


class ServicesAsked(Paged, kw_only=True, forbid_unknown_fields=True):
    """Which services; all that is given has to fit. `full` has each with all that is known of it."""

    search: Annotated[str, _LONGEST_SEARCH] | UnsetType = UNSET
    organization_id: UUID | UnsetType = UNSET
    taxonomy_term_id: UUID | UnsetType = UNSET
    taxonomy_id: UUID | UnsetType = UNSET
    full: bool = False


class TermsAsked(Paged, kw_only=True, forbid_unknown_fields=True):
    """Which words."""

    taxonomy_id: UUID | UnsetType = UNSET


class ById(msgspec.Struct, forbid_unknown_fields=True):
    """One of them."""

    id: UUID


def open_referral_operations(read: Read, openapi_url: str) -> Sequence[Operation[Any]]:
    """The endpoints, on the catalogue that `read` gives at that moment."""

    def part(of: Callable[[Catalogue], Mapping[str, One]]) -> Part[One]:
        async def read_part() -> Mapping[str, One]:
            return of(await read())

        return read_part

    async def details(_: Caller, __: Nothing) -> ApiDetails:
        return ApiDetails(VERSION, _PROFILE, openapi_url)

    async def services(_: Caller, asked: ServicesAsked) -> PageOf[FullService] | PageOf[Service]:
        page = paged(_wanted(asked).of((await read()).services), asked)
        return page if asked.full else paged_as(page, in_a_list)

    async def terms(_: Caller, asked: TermsAsked) -> PageOf[TaxonomyTerm]:
        listed, known = _text(asked.taxonomy_id), (await read()).terms.values()
        return paged([one for one in known if listed in (None, one.taxonomy_id)], asked)

    async def taxonomies(_: Caller, asked: Paged) -> PageOf[Taxonomy]:
        return paged([without_terms(one) for one in (await read()).taxonomies.values()], asked)

    at_locations = part(lambda all_: all_.at_locations)
    return (
        Operation("GET", "/", "details", "What this is.", Nothing, ApiDetails, details),
        Operation("GET", "/services", "services", "Services.", ServicesAsked, PageOf[Service], services),
        _one("service", "/services", FullService, part(lambda all_: all_.services)),
        *_both("organization", "/organizations", Organization, part(lambda all_: all_.organizations)),
        Operation("GET", "/taxonomies", "taxonomies", "Lists of words.", Paged, PageOf[Taxonomy], taxonomies),
        _one("taxonomy", "/taxonomies", Taxonomy, part(lambda all_: all_.taxonomies)),
        Operation("GET", "/taxonomy_terms", "terms", "Words.", TermsAsked, PageOf[TaxonomyTerm], terms),
        _one("term", "/taxonomy_terms", TaxonomyTerm, part(lambda all_: all_.terms)),
        *_both("at_location", "/service_at_locations", ServiceAtLocation, at_locations),
    )


def _both(
    name: str, path: str, gives: type[One], read: Part[One]
) -> tuple[Operation[Paged], Operation[ById]]:
    """A list of something, and one of it."""

    async def everything(_: Caller, asked: Paged) -> PageOf[One]:
        return paged(list((await read()).values()), asked)

    page: Any = PageOf[gives]  # type: ignore[valid-type]
    listed = Operation("GET", path, f"{name}s", f"Every {name}.", Paged, page, everything)
    return listed, _one(name, path, gives, read)


def _one(name: str, path: str, gives: type[One], read: Part[One]) -> Operation[ById]:
    async def one(_: Caller, asked: ById) -> One:
        found = (await read()).get(str(asked.id))
        if found is None:
            raise ProblemError(
                404, f"There is no {name} with this id", f"Read {path} for those there are.", where="path.id"
            )
        return found

    return Operation("GET", f"{path}/{{id}}", name, f"One {name}.", ById, gives, one)


def _wanted(asked: ServicesAsked) -> Wanted:
    return Wanted(
        search=asked.search if asked.search is not UNSET else None,
        organization=_text(asked.organization_id),
        term=_text(asked.taxonomy_term_id),
        taxonomy=_text(asked.taxonomy_id),
    )


def _text(number: UUID | UnsetType) -> str | None:
    return None if number is UNSET else str(number)
