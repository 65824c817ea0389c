"""What figures are about, in words: posts, places, outcomes, reasons and lengths of time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time, timedelta

from bot.words.catalogue import Words
from bot.words.times import listed, say_time
from routing.call_backs.request import Outcome
from routing.overview.overview import Move, PostAt
from routing.overview.scope import Scope
from routing.snapshot import Snapshot

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OverviewNames:
    """Names in one language. `snapshot` has those of offices, `agencies` those of agencies."""

    words: Words
    snapshot: Snapshot
    agencies: Mapping[str, str]

    def scopes(self, scopes: Iterable[Scope]) -> str:
        """Several parts of the service."""
        return listed(self.words, [self._scope(scope) for scope in scopes])

    def where(self, area: str | None, office: str | None) -> str:
        """An office, else an area, else all; what the directory no longer holds by its id."""
        if office:
            held = self.snapshot.offices.get(office)
            return held.name if held else office
        if area:
            return self.snapshot.areas[area].name if area in self.snapshot.areas else area
        return self.words.say("overview-everywhere")

    def post(self, post: PostAt) -> str:
        """A post at its place; the managers where it has no role."""
        where = self.where(post.area, post.office)
        if post.role is None:
            return self.words.say("call-back-manager", where=where)
        role = self.words.say(f"role-{post.role}", provider=post.provider)
        return self.words.say("call-back-post", post=role, where=where)

    def unanswered(self, counted: Mapping[tuple[PostAt, int], int]) -> dict[str, int]:
        """Steps that nobody took, by post and hour."""
        return {
            self.words.say("overview-at", post=self.post(post), time=self.hour(hour)): count
            for (post, hour), count in counted.items()
        }

    def posts(self, counted: Mapping[PostAt, int]) -> dict[str, int]:
        """How often, by post."""
        return {self.post(post): count for post, count in counted.items()}

    def moves(self, counted: Mapping[Move, int]) -> dict[str, int]:
        """From whom to the other provider, and why."""
        return {
            self.words.say("overview-move", provider=move.moved_from, because=move.because or "none"): count
            for move, count in counted.items()
        }

    def outcomes(self, counted: Mapping[Outcome, int] | Mapping[Outcome | None, int]) -> dict[str, int]:
        """How requests ended."""
        return {
            self.words.say("outcome", outcome=one) if one else self.words.say("overview-not-over"): count
            for one, count in counted.items()
        }

    def overdue(self, counted: Mapping[str, int]) -> dict[str, int]:
        """How many replies, by agency."""
        return {self.agencies.get(one, one): count for one, count in counted.items()}

    def hour(self, hour: int) -> str:
        """When an hour of the day begins."""
        return say_time(self.words, time(hour))

    def duration(self, length: timedelta) -> str:
        """A length of time, in minutes, hours or days."""
        if length < 2 * _HOUR:
            return self.words.say("duration-minutes", count=round(length.total_seconds() / 60))
        if length < 2 * _DAY:
            return self.words.say("duration-hours", count=round(length / _HOUR))
        return self.words.say("duration-days", count=round(length / _DAY))

    def _scope(self, scope: Scope) -> str:
        where = self.where(scope.area, scope.office)
        if scope.provider is None:
            return where
        return self.words.say("overview-scope", provider=scope.provider, where=where)
