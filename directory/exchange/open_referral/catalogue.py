"""All that is published of the directory on one day, found by id and by what is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec import UNSET, structs

from directory.exchange.open_referral.contacts import contact_services
from directory.exchange.open_referral.places import organizations
from directory.exchange.open_referral.programmes import programme_services
from directory.exchange.open_referral.shapes import (
    FullService,
    Organization,
    Service,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)
from directory.exchange.open_referral.taxonomies import taxonomies, terms
from routing.snapshot import Snapshot

_OF_LISTS = tuple(field.name for field in structs.fields(Service))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything by its id, in an order that stays."""

    services: Mapping[str, FullService]
    organizations: Mapping[str, Organization]
    at_locations: Mapping[str, ServiceAtLocation]
    taxonomies: Mapping[str, Taxonomy]
    terms: Mapping[str, TaxonomyTerm]

    @classmethod
    def of(cls, picture: Snapshot, today: date) -> "Catalogue":
        """What anybody may know of this picture of the directory (docs/disclosure.md): no name of anybody."""
        known = organizations(picture, today)
        found = (*contact_services(picture, known, today), *programme_services(picture, known, today))
        services = {one.id: one for one in sorted(found, key=lambda one: (one.name, one.id))}
        return cls(
            services=services,
            organizations={one.id: one for one in known.values()},
            at_locations={at.id: at for one in services.values() for at in one.service_at_locations},
            taxonomies={one.id: one for one in taxonomies()},
            terms=terms(),
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which services are asked for: all that is given has to fit."""

    search: str | None = None
    organization: str | None = None
    term: str | None = None
    taxonomy: str | None = None

    def of(self, services: Mapping[str, FullService]) -> Sequence[FullService]:
        """Those that fit."""
        return [one for one in services.values() if self._fits(one)]

    def _fits(self, service: FullService) -> bool:
        words = [one.taxonomy_term for one in service.attributes]
        return (
            self.organization in (None, service.organization_id)
            and (self.term is None or any(one.id == self.term for one in words))
            and (self.taxonomy is None or any(one.taxonomy_id == self.taxonomy for one in words))
            and (self.search is None or _says(service, self.search))
        )


def _says(service: FullService, words: str) -> bool:
    text = f"{service.name} {service.description}".casefold()
    return all(word in text for word in words.casefold().split())


def in_a_list(service: FullService) -> Service:
    """A service without what there may be several of."""
    return Service(**{name: getattr(service, name) for name in _OF_LISTS})


def without_terms(taxonomy: Taxonomy) -> Taxonomy:
    """A list of words without the words."""
    return structs.replace(taxonomy, taxonomy_terms=UNSET)
