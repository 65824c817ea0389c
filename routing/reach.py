"""How a post is reached at a moment: by which number, through which office, from when."""

from dataclasses import dataclass
from datetime import date, datetime

from routing.answer import Step, When
from routing.hours import DAY_AND_NIGHT, LONDON, OpeningHours, next_opening
from routing.snapshot import Area, Office, Post, Snapshot
from routing.vocabulary import Provider, Role


@dataclass(frozen=True, slots=True)
class Reach:
    """Shows posts as steps, from one picture of the directory at one moment."""

    snapshot: Snapshot
    at: datetime
    with_names: bool = False  # whether this asker may see who is on a post

    def reaching(self, post: Post) -> Step:
        """How one post is reached, by itself; a post of a whole area through an office."""
        office = self.snapshot.offices.get(post.office) if post.office else None
        return self.through(office, self.snapshot.areas[post.area], post)

    def through(self, office: Office | None, area: Area, post: Post) -> Step:
        """The post as a step. A post of the whole area is reached through this office, or its fallback."""
        office = self.snapshot.offices[post.office] if post.office else office or self._fallback(area)
        number = post.number
        if number is None and post.office is None:
            through = self.number_at(office) or self.number_at(self._fallback(area))
            number = through.number if through else None
            office = self.snapshot.offices[through.office] if through and through.office else office
        hours = post.hours or (office or area).hours
        return Step(
            role=post.role,
            provider=post.provider,
            office=post.office,
            phone=number.e164 if number else None,
            ask_for=post.ask_for,
            name=post.name if self.with_names else None,
            when=self._when(hours),
            place=office.name if office else area.name,
            hours=hours.text,
            checked_on=number.verified_on if number else None,
            stale=bool(number and number.is_stale(self._today())),
            sample=post.sample or bool(number and number.sample),
            assumed=post.assumed,
            extension=post.extension if number is post.number else None,
            team=post.team,
        )

    def number_at(self, office: Office | None) -> Post | None:
        """A post through which the office can be rung: posts of the whole area are reached there."""
        if office is None:
            return None
        for provider, role in ((None, Role.RECEPTION), (Provider.NPS, Role.DUTY_OFFICER)):
            post = self.snapshot.post(office.area, office.id, provider, role)
            if post and post.number:
                return post
        return None

    def premises(self, area: Area) -> Step:
        """Where an area is reached out of hours; a step without a number where it has no such place."""
        premises = area.out_of_hours
        post = (
            self.snapshot.post(area.id, premises, Provider.NPS, Role.APPROVED_PREMISES) if premises else None
        )
        if post is None:
            return Step(
                role=Role.APPROVED_PREMISES,
                provider=Provider.NPS,
                office=premises,
                ask_for="Approved Premises",
            )
        return Step(
            role=Role.APPROVED_PREMISES,
            provider=Provider.NPS,
            office=premises,
            phone=post.number.e164 if post.number else None,
            ask_for=post.ask_for,
            place=self.snapshot.offices[premises].name if premises else None,
            hours=DAY_AND_NIGHT,
            checked_on=post.number.verified_on if post.number else None,
            stale=bool(post.number and post.number.is_stale(self._today())),
            sample=post.sample or bool(post.number and post.number.sample),
            assumed=post.assumed,
            extension=post.extension,
        )

    def _today(self) -> date:
        return self.at.astimezone(LONDON).date()

    def _fallback(self, area: Area) -> Office | None:
        return self.snapshot.offices.get(area.fallback_office) if area.fallback_office else None

    def _when(self, hours: OpeningHours) -> When:
        opening = next_opening(hours, self.at, self.snapshot.bank_holidays)
        if opening is None or opening <= self.at:
            return "now"
        return opening.astimezone(LONDON)
