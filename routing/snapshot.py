"""One immutable picture of the directory, all that routing knows of who is where.

`directory.pictures` builds it from the database; tests build it by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from routing.catalogue import Programme, Run
from routing.hours import OpeningHours
from routing.positions import Position
from routing.rota.rota import Rota
from routing.vocabulary import Means, Provider, Risk, Role, Topic


@dataclass(frozen=True, slots=True)
class Area:
    """A CRC area with a policy. `out_of_hours` is the id of its Approved Premises, if it has one."""

    id: str
    name: str
    crc_name: str
    nps_division: str
    hours: OpeningHours  # of the area as a whole, where no office is meant
    out_of_hours: str | None = None
    fallback_office: str | None = None  # where to send an asker whose place is not known
    crc_code: str = ""  # as in nDelius, like C12
    nps_code: str = ""  # of the division, like N04
    crc_until: date | None = None  # the first day on which there is no such CRC


@dataclass(frozen=True, slots=True)
class Office:
    """An office, a unit without an office of its own, or an Approved Premises."""

    id: str
    area: str
    name: str
    kind: str  # "office", "unit" or "approved_premises"
    hours: OpeningHours
    hours_assumed: bool = False
    cluster: str | None = None  # of local delivery units
    address: str | None = None  # where to go; None where the directory does not say
    position: Position | None = None  # of the office itself, or
    position_is_towns: bool = False  # of the middle of its town


@dataclass(frozen=True, slots=True)
class Team:
    """A team of a provider, at an office or (office None) for a whole area, and what it does."""

    id: str
    name: str
    provider: Provider
    area: str
    office: str | None = None
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number in E.164 and what is known about how far to trust it."""

    e164: str
    verified_on: date | None
    review_days: int
    sample: bool = False
    suspect: bool = False  # somebody has said that it does not work, or is not who it should be

    def is_stale(self, today: date) -> bool:
        """Whether it is suspect, or nobody has verified it within its review period."""
        if self.suspect or self.verified_on is None:
            return True
        return today > self.verified_on + timedelta(days=self.review_days)


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody to ask for: provider and role at an office, or for a whole area (office None).

    A post that serves the area and has no number of its own is reached through an office, whose
    reception knows who it is today. With a team it is that team's; a lead leads on its topic.
    """

    area: str
    office: str | None
    provider: Provider | None
    role: Role
    ask_for: str
    number: Number | None = None
    name: str | None = None
    team: str | None = None
    topic: Topic | None = None
    extension: str | None = None
    hours: OpeningHours | None = None  # where they are not those of the office
    assumed: bool = False
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A town, village, district or county, and the office that serves it.

    `office` is None where a place is served by several offices or by none that is known.
    """

    name: str
    kind: str  # "county", "district", "place", "locality", or "office" for an office's own name
    area: str
    office: str | None
    assumed: bool
    population: int = 0


@dataclass(frozen=True, slots=True)
class Alias:
    """A phrase that a keeper has added to what is read (routing/reading/aliases.py)."""

    phrase: str  # as it is matched: "the nick"
    means: Means
    value: str  # a topic, a role, the id of a term or an office, the name of a place
    area: str | None = None  # of the office or the place; others hold everywhere


@dataclass(frozen=True, slots=True)
class CaseOwner:
    """What the register says of a case: who owns it now. `officer` is None if none is named.

    `moved_from` is the other provider where it had the case before, and `moved_on` the day on which
    the case last went from one to the other.
    """

    provider: Provider
    area: str
    office: str
    officer: str | None
    since: date
    mappa: bool
    risk: Risk | None
    moved_from: Provider | None = None
    moved_on: date | None = None


@dataclass(frozen=True, slots=True)
class Email:
    """An address of a provider at an office or for an area. An old one redirects until a day."""

    address: str
    area: str
    office: str | None
    provider: Provider
    purpose: str
    redirects_to: str | None = None
    redirects_until: date | None = None  # the first day on which it no longer does
    sample: bool = False


@dataclass(frozen=True, slots=True)
class SecureDomain:
    """Whether a provider (by its code) takes mail to a domain, and all below it, to be secure."""

    domain: str
    provider: str
    accepted: bool


class PostKey(NamedTuple):
    """What makes a post itself."""

    area: str
    office: str | None
    provider: Provider | None
    role: Role
    team: str | None = None


LeadKey = tuple[str, str | None, Topic]  # area, office (None: the whole area), topic


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The whole directory at one moment; swapped whole, never changed."""

    version: int
    areas: Mapping[str, Area]
    offices: Mapping[str, Office]
    posts: Mapping[PostKey, Post]
    places: tuple[tuple[str, Place], ...]  # every name and alternative name, with its place
    bank_holidays: frozenset[date] = field(default_factory=frozenset)
    rota: Rota = field(default_factory=Rota)  # empty where none is kept: then posts are simply rung
    teams: Mapping[str, Team] = field(default_factory=dict)
    leads: Mapping[LeadKey, tuple[Post, ...]] = field(default_factory=dict)  # in no `posts`
    emails: tuple[Email, ...] = ()
    secure_domains: tuple[SecureDomain, ...] = ()
    aliases: tuple[Alias, ...] = ()
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    runs: tuple[Run, ...] = ()  # of the programmes, where and when
    _offices_of: Mapping[str, tuple[Office, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The offices of each area are told apart once, since every answer asks for them."""
        offices: dict[str, list[Office]] = {}
        for office in self.offices.values():
            if office.kind != "approved_premises":
                offices.setdefault(office.area, []).append(office)
        found = {area: tuple(of) for area, of in offices.items()}
        object.__setattr__(self, "_offices_of", found)

    def post(self, area: str, office: str | None, provider: Provider | None, role: Role) -> Post | None:
        """The post, or None where the directory holds none."""
        return self.posts.get(PostKey(area, office, provider, role))

    def name_of(self, area: str, office: str | None) -> str:
        """What an office is called; the area where there is none."""
        return self.offices[office].name if office else self.areas[area].name

    def offices_of(self, area: str) -> tuple[Office, ...]:
        """Offices and units of an area, Approved Premises left out."""
        return self._offices_of.get(area, ())
