"""Organisations and locations."""

import re
from datetime import date, timedelta

from msgspec import UNSET

from directory.exchange.open_referral.ids import id_of
from directory.exchange.open_referral.shapes import (
    Address,
    Location,
    Organization,
    OrganizationIdentifier,
    ServiceAtLocation,
    Status,
)
from routing.snapshot import Area, Office, Snapshot
from routing.vocabulary import Provider

_WELSH = ("N03", "C10")
_POSTCODE = re.compile(r"(?i)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}")
_NPS = "A division of the National Probation Service."
_CRC = "A Community Rehabilitation Company."


def organizations(picture: Snapshot, today: date) -> dict[str, Organization]:
    """Every provider that an area has or had, by its code."""
    areas = sorted(picture.areas.values(), key=lambda area: area.id)
    nps = {area.nps_code: _organization(area.nps_code, area.nps_division, _NPS) for area in areas}
    crc = {area.crc_code: _organization(area.crc_code, area.crc_name, _crc(area, today)) for area in areas}
    return nps | crc


def _crc(area: Area, today: date) -> str:
    return " ".join(filter(None, (_CRC, ended(area, Provider.CRC, today))))


def provider_in(area: Area, provider: Provider | None) -> str:
    """The code of whose post it is; of one that both share, the NPS, who can say whom to ask."""
    return area.crc_code if provider is Provider.CRC else area.nps_code


def ended(area: Area, provider: Provider | None, today: date) -> str:
    """That this provider is no more in an area, in words; nothing while it is there."""
    until = area.crc_until
    if provider is not Provider.CRC or until is None or today < until:
        return ""
    last = (until - timedelta(days=1)).isoformat()
    return f"The CRC was there until {last}: since then one Probation Service does all of it."


def status_of(area: Area, provider: Provider | None, today: date) -> Status:
    """Whether what this provider does in an area goes on."""
    return "defunct" if ended(area, provider, today) else "active"


def at_location(service: str, picture: Snapshot, office: Office) -> ServiceAtLocation:
    """That a service is at an office."""
    location = _location(picture, office)
    return ServiceAtLocation(
        id=id_of("service_at_location", service, location.id),
        service_id=service,
        location_id=location.id,
        location=location,
    )


def _organization(code: str, name: str, about: str) -> Organization:
    number = id_of("organization", code)
    identifier = OrganizationIdentifier(
        id=id_of("organization_identifier", code),
        organization_id=number,
        identifier_scheme="nDelius",
        identifier_type="Probation provider code",
        identifier=code,
    )
    return Organization(id=number, name=name, description=about, organization_identifiers=[identifier])


def _location(picture: Snapshot, office: Office) -> Location:
    number, position = id_of("location", office.id), office.position
    address = _address(number, picture.areas[office.area], office.address or "")
    said = [f"{office.address}." if office.address and not address else ""]
    said.append("The position is that of the middle of its town." if office.position_is_towns else "")
    return Location(
        id=number,
        location_type="physical",
        name=office.name,
        description=" ".join(filter(None, said)) or UNSET,
        latitude=position.latitude if position else UNSET,
        longitude=position.longitude if position else UNSET,
        addresses=[address] if address else UNSET,
    )


def _address(location: str, area: Area, text: str) -> Address | None:
    """An address that ends in a town and a postcode; None for any other."""
    *street, city, postcode = [part.strip() for part in text.split(",")] if text.count(",") > 1 else ["", ""]
    if not street or not city or not _POSTCODE.fullmatch(postcode):
        return None
    return Address(
        id=id_of("address", location),
        location_id=location,
        address_1=", ".join(street),
        city=city,
        state_province="Wales" if area.nps_code in _WELSH or area.crc_code in _WELSH else "England",
        postal_code=postcode.upper(),
    )
