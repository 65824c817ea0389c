"""The objects of Open Referral UK 3.0, with the fields that this directory can fill.

What is not known is left out, for the standard knows no null. `phones` are of HSDS 3.0 itself, which the
profile for the UK leaves out and allows.
"""

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

Text = str | UnsetType
Number = float | UnsetType
Uuid = str
Status = Literal["active", "defunct"]


class Shape(msgspec.Struct, kw_only=True):
    """What all of them share."""

    id: Uuid


class TaxonomyTerm(Shape, kw_only=True):
    """One of a list of words by which services are found."""

    name: str
    description: str
    taxonomy: Text = UNSET
    taxonomy_id: Text = UNSET


class Taxonomy(Shape, kw_only=True):
    """A list of words."""

    name: str
    description: str
    taxonomy_terms: list[TaxonomyTerm] | UnsetType = UNSET


class Attribute(Shape, kw_only=True):
    """That a word holds for something."""

    link_id: Uuid
    link_type: str
    taxonomy_term_id: Uuid
    taxonomy_term: TaxonomyTerm


class OrganizationIdentifier(Shape, kw_only=True):
    """By what an organisation is known elsewhere."""

    organization_id: Uuid
    identifier_scheme: str
    identifier_type: str
    identifier: str


class Organization(Shape, kw_only=True):
    """A division of the National Probation Service, or a Community Rehabilitation Company."""

    name: str
    description: str
    organization_identifiers: list[OrganizationIdentifier] | UnsetType = UNSET


class Address(Shape, kw_only=True):
    """Where to go."""

    location_id: Uuid
    address_1: str
    city: str
    state_province: str
    postal_code: str
    country: Literal["GB"] = "GB"
    address_type: Literal["physical"] = "physical"


class Location(Shape, kw_only=True):
    """An office or an Approved Premises."""

    location_type: Literal["physical"]
    name: str
    description: Text = UNSET
    latitude: Number = UNSET
    longitude: Number = UNSET
    addresses: list[Address] | UnsetType = UNSET


class Schedule(Shape, kw_only=True):
    """Hours on some days of each week, on the clock in London."""

    service_id: Text = UNSET
    freq: Literal["WEEKLY"]
    interval: Literal[1]
    byday: str
    opens_at: str
    closes_at: str
    description: Text = UNSET


class Phone(Shape, kw_only=True):
    """A telephone number, in E.164."""

    service_id: Uuid
    number: str
    extension: Number = UNSET
    description: str


class Contact(Shape, kw_only=True):
    """Whom to ask for: a post, never a person."""

    service_id: Uuid
    title: str


class ServiceArea(Shape, kw_only=True):
    """For where a service is."""

    service_id: Uuid
    name: str


class CostOption(Shape, kw_only=True):
    """What a place costs."""

    service_id: Uuid
    option: str
    amount_description: str


class ServiceAtLocation(Shape, kw_only=True):
    """That a service is at a location."""

    service_id: Uuid
    location_id: Uuid
    location: Location


class Service(Shape, kw_only=True):
    """A contact of probation, or a programme; in a list without what there may be several of."""

    organization_id: Uuid
    name: str
    description: str
    status: Status
    accreditations: Text = UNSET
    minimum_age: int | UnsetType = UNSET
    maximum_age: int | UnsetType = UNSET
    assured_date: Text = UNSET
    alert: Text = UNSET
    organization: Organization


class FullService(Service, kw_only=True):
    """A service with all that is known of it."""

    schedules: list[Schedule]
    service_areas: list[ServiceArea]
    service_at_locations: list[ServiceAtLocation]
    contacts: list[Contact]
    phones: list[Phone]
    cost_options: list[CostOption]
    attributes: list[Attribute]
