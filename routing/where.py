"""Which office an answer is about: the place named, the case's own, or the asker's."""

from msgspec import Struct

from routing.enquiry import Enquiry
from routing.reading.reading import Reading
from routing.snapshot import Area, CaseOwner, Office, Place, Snapshot

_MOST_CHOICES = 8


class Where(Struct, frozen=True):
    """The area and office; `choices` where it could be any of several, `place` as it was named."""

    area: Area
    office: Office | None
    place: Place | None = None
    choices: tuple[Office, ...] = ()
    areas: tuple[Area, ...] = ()  # where it could be in any of several
    served: bool = True  # whether the directory has any office of the area

    @property
    def place_without_office(self) -> bool:
        """Whether a place was named that no office is known to serve."""
        whole = self.served and self.place is not None and self.place.kind in ("county", "area")
        return self.place is not None and self.office is None and not self.choices and not whole

    @property
    def nearest_office(self) -> str | None:
        """The id of the office to send to while the place is not known."""
        return None if self.place_without_office else self.area.fallback_office


def find_where(snapshot: Snapshot, enquiry: Enquiry, reading: Reading, owner: CaseOwner | None) -> Where:
    """The case's office, else the place named, else what was said before, else the asker's office,
    else the area's only one. Where a caller rings from counts less than the office that was rung."""
    if owner:
        return _at(snapshot, owner.area, owner.office)
    named = _named(snapshot, reading)
    if named and not (reading.place_of_caller and enquiry.office):
        return named
    before = enquiry.follow_up
    if before and before.office and not reading.elsewhere:
        return _at(snapshot, before.area, before.office)
    area = snapshot.areas[before.area if before else enquiry.area]
    of_the_asker = snapshot.offices.get(enquiry.office or "")
    if enquiry.office and not reading.elsewhere and not (of_the_asker and of_the_asker.area != area.id):
        return _at(snapshot, area.id, enquiry.office)
    offices = snapshot.offices_of(area.id)
    only = offices[0] if len(offices) == 1 else None
    return Where(area, only, choices=to_choose_from(offices), served=bool(offices))


def _at(snapshot: Snapshot, area: str, office: str) -> Where:
    known = snapshot.offices.get(office)
    there = snapshot.areas[known.area if known else area]
    return Where(there, _serving(snapshot, there, known))


def _serving(snapshot: Snapshot, area: Area, office: Office | None) -> Office | None:
    """The office itself; for an Approved Premises, which has no duty officers, the area's fallback."""
    if office and office.kind == "approved_premises":
        return snapshot.offices.get(area.fallback_office or "")
    return office


def _named(snapshot: Snapshot, reading: Reading) -> Where | None:
    places = [place for place in reading.places if place.area in snapshot.areas]
    if not places:
        return None
    first, area = places[0], snapshot.areas[places[0].area]
    offices = _offices_of(snapshot, places)
    served = bool(snapshot.offices_of(area.id))
    areas = tuple(dict.fromkeys(snapshot.areas[place.area] for place in places))
    if reading.place_unsure and len(areas) > 1:
        return Where(area, None, areas=areas[:_MOST_CHOICES], served=served)
    if reading.place_unsure and len(offices) > 1:
        return Where(area, None, choices=offices)
    if first.office:
        return Where(area, _serving(snapshot, area, snapshot.offices[first.office]), first)
    if first.kind in ("county", "area"):
        within = tuple(office for office in offices if office.area == area.id)
        if (
            len(within) == 1 and first.kind == "county"
        ):  # and a place in it, as in "Worcester, Worcestershire"
            return Where(area, within[0], first)
        choices = within or to_choose_from(snapshot.offices_of(area.id))
        return Where(area, None, first, choices, served=served)
    return Where(area, None, first, served=served)


def _offices_of(snapshot: Snapshot, places: list[Place]) -> tuple[Office, ...]:
    serving = (
        _serving(snapshot, snapshot.areas[place.area], snapshot.offices[place.office])
        for place in places
        if place.office
    )
    return tuple(dict.fromkeys(office for office in serving if office))


def to_choose_from(offices: tuple[Office, ...]) -> tuple[Office, ...]:
    """Offices to choose from, those with a house of their own first; none where they are too many
    to read through: then the place is typed."""
    ordered = sorted(offices, key=lambda office: office.kind != "office")
    return tuple(ordered) if len(ordered) <= _MOST_CHOICES else ()
