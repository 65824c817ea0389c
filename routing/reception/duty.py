"""How a post stands at a moment: who is on and until when, who comes next, when nobody is there. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from routing.answer import Step
from routing.hours import OpeningHours, next_closing, next_opening, parse_hours
from routing.rota.rota import Spell
from routing.rota.shifts import Span
from routing.snapshot import PostKey, Snapshot

_AHEAD = timedelta(days=14)  # for which it is looked who is on
_A_DAY = timedelta(days=1)


class Turn(NamedTuple):
    """Somebody on a post without a break; `name` only where it may be seen, `ends` None where it is far."""

    name: str | None
    begins: datetime
    ends: datetime | None


@dataclass(frozen=True, slots=True)
class Duty:
    """A post: how it is reached, and by its rota who is on. `gaps` are until it next shuts.

    Without a rota (`kept`) it is simply rung.
    """

    step: Step
    at: datetime
    kept: bool = False
    now: Turn | None = None
    next: Turn | None = None
    gaps: tuple[Span, ...] = ()
    shuts: datetime | None = None
    opens: datetime | None = None

    @property
    def is_gap(self) -> bool:
        """Whether nobody is there now, in hours."""
        return any(gap.holds(self.at) for gap in self.gaps)

    def changes(self) -> Iterator[datetime]:
        """Moments from which something of this may be otherwise."""
        turns = [turn for turn in (self.now, self.next) if turn]
        spans = [
            *((turn.begins, turn.ends) for turn in turns),
            *((gap.begins, gap.ends) for gap in self.gaps),
        ]
        for moment in (self.shuts, self.opens, *(edge for span in spans for edge in span)):
            if moment is not None and moment > self.at:
                yield moment


def duty_of(snapshot: Snapshot, post: PostKey, step: Step, at: datetime, *, with_names: bool) -> Duty:
    """How a post stands that is reached by this step; names only for whoever may see them."""
    at, rota = at.astimezone(UTC), snapshot.rota
    hours = parse_hours(step.hours) if step.hours else None
    shuts = next_closing(hours, at, snapshot.bank_holidays) if hours else None
    opens = _opens(snapshot, hours, at)
    if not rota.is_kept(post, at):
        return Duty(step, at, shuts=shuts, opens=opens)
    spells = rota.spells(post, Span(at, at + _AHEAD))
    now = next(spells)
    following = next((spell for spell in spells if spell.person), None)
    until = shuts.astimezone(UTC) if shuts else at + _A_DAY
    return Duty(
        step, at, True,
        now=_turn(now, at, with_names) if now.person else None,
        next=_turn(following, at, with_names) if following else None,
        gaps=tuple(rota.gaps(post, hours, Span(at, until))) if hours else (),
        shuts=shuts, opens=opens,
    )  # fmt: skip


def _turn(spell: Spell, at: datetime, with_names: bool) -> Turn:
    far = spell.span.ends >= at + _AHEAD
    name = spell.person.name if spell.person and with_names else None
    return Turn(name, spell.span.begins, None if far else spell.span.ends)


def _opens(snapshot: Snapshot, hours: OpeningHours | None, at: datetime) -> datetime | None:
    """When it opens; None where it is open."""
    opening = next_opening(hours, at, snapshot.bank_holidays) if hours else None
    return opening if opening and opening > at else None
