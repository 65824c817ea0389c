"""Who is on for a request at one moment, until when, and whether its office is open. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from routing.call_backs.request import LADDER, Request, office_of, role_on
from routing.hours import OpeningHours, is_open, next_closing, next_opening
from routing.rota.shifts import Span
from routing.snapshot import PostKey, Snapshot

_AS_FAR_AS_LOOKED = timedelta(days=1)  # a shift that ends later is looked at again by then


@dataclass(slots=True)
class Staffing:
    """One picture of the directory at one moment, for as many requests as are looked at together.

    `reachable` are the people on the rota whom a message can reach, `managed` the areas whose managers
    one can. Who is on a post is worked out once.
    """

    snapshot: Snapshot
    at: datetime
    reachable: Collection[str]
    managed: Collection[str]
    _on: dict[PostKey, str | None] = field(default_factory=dict)
    _until: dict[tuple[PostKey, str], datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Moments are reckoned in UTC: an hour later is an hour later in the night the clocks change."""
        self.at = self.at.astimezone(UTC)

    def on(self, request: Request, rung: int) -> str | None:
        """Who is on at a rung and can be reached, or None."""
        post = post_on(request, rung)
        if post is None:
            return None
        if post not in self._on:
            person = self.snapshot.rota.who_is_on(post, self.at)
            self._on[post] = person.id if person and person.id in self.reachable else None
        return self._on[post]

    def on_the_ladder(self, request: Request) -> frozenset[str]:
        """Everybody who is on at some rung of the request's provider."""
        found = (self.on(request, rung) for rung in range(len(LADDER)))
        return frozenset(person for person in found if person)

    def off_at(self, request: Request, person: str) -> datetime:
        """When this person, who is on at some rung, goes off it, as the rota stands now."""
        posts = [post_on(request, rung) for rung in range(len(LADDER)) if self.on(request, rung) == person]
        return max((self._off(post, person) for post in posts if post), default=self.at)

    def is_open(self, request: Request) -> bool:
        """Whether the office that would serve is open."""
        return is_open(self._hours(request), self.at, self.snapshot.bank_holidays)

    def opens_at(self, request: Request) -> datetime | None:
        """When it next opens; now where it is open. None where it does not open within a month."""
        return _utc(next_opening(self._hours(request), self.at, self.snapshot.bank_holidays))

    def shuts_at(self, request: Request) -> datetime | None:
        """When it next shuts; None where it never does."""
        return _utc(next_closing(self._hours(request), self.at, self.snapshot.bank_holidays))

    def _hours(self, request: Request) -> OpeningHours:
        office = self.snapshot.offices.get(request.office) if request.office else None
        return (office or self.snapshot.areas[request.area]).hours

    def _off(self, post: PostKey, person: str) -> datetime:
        key = post, person
        if key not in self._until:
            now = self.at.astimezone(UTC)
            spells = self.snapshot.rota.spells(post, Span(now, now + _AS_FAR_AS_LOOKED))
            self._until[key] = next(spells).span.ends
        return self._until[key]


def post_on(request: Request, rung: int) -> PostKey | None:
    """The post of a rung; None for the managers."""
    role = role_on(rung)
    if role is None:
        return None
    return PostKey(request.area, office_of(role, request.office), request.provider, role)


def _utc(moment: datetime | None) -> datetime | None:
    """Moments of one zone are compared by its clock, which goes back once a year."""
    return moment.astimezone(UTC) if moment else None


def posts_of(request: Request) -> Iterator[PostKey]:
    """Every post of the request's ladder."""
    for rung in range(len(LADDER)):
        if post := post_on(request, rung):
            yield post
