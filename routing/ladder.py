"""Whom to try, in what order, and from when (docs/answer.md)."""

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import Struct
from msgspec.structs import replace

from routing.answer import Step
from routing.hours import DAY_AND_NIGHT, is_open
from routing.reach import Reach
from routing.snapshot import Area, CaseOwner, Office, Post, PostKey
from routing.vocabulary import Provider, Role, Topic

_UPWARD = (Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO, Role.HEAD_OF_LDU)
_WHOLE_AREA = frozenset({Role.DUTY_SPO, Role.HEAD_OF_LDU})
CALL_999 = Step(role=Role.EMERGENCY_SERVICES, phone="999", ask_for="Police", hours=DAY_AND_NIGHT)


class Need(Struct, frozen=True):
    """What a ladder is wanted for.

    `start` is the role that leads; `second` the provider whose duty officer follows the first;
    `duty_officers_lead` puts a responsible officer after the duty officers. With a `topic`, whoever leads on
    it comes first, and the SPO is that of the team that does it.
    """

    area: Area
    office: Office | None
    provider: Provider
    start: Role = Role.DUTY_OFFICER
    second: Provider | None = None
    named: CaseOwner | None = None
    duty_officers_lead: bool = False
    can_wait: bool = False
    danger: bool = False
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class Ladder(Reach):
    """Builds the steps of a need, each as it is reached."""

    def is_open(self, need: Need) -> bool:
        """Whether the office that would serve, or else the area, is open (never the premises)."""
        hours = (need.office or need.area).hours
        return is_open(hours, self.at, self.snapshot.bank_holidays)

    def steps(self, need: Need) -> tuple[Step, ...]:
        """The ladder: never empty, every post once; a post that nobody is on is left out."""
        premises = self.premises(need.area)
        posts = [
            self._named_on(need, step) for step in self._office_steps(need) if not self._is_gap(need, step)
        ]
        cannot_wait = need.danger or not need.can_wait
        premises_first = need.start is Role.APPROVED_PREMISES or (cannot_wait and not self.is_open(need))
        rungs = [premises, *posts] if premises_first else [*posts, premises]
        return tuple([CALL_999, *rungs] if need.danger else rungs)

    def gaps(self, need: Need) -> tuple[Step, ...]:
        """The posts that are left out, because nobody is on the rota when they could be reached."""
        if not self.snapshot.rota.kept_since:
            return ()
        return tuple(step for step in self._office_steps(need) if self._is_gap(need, step))

    def _show(self, need: Need, post: Post) -> Step:
        return self.through(need.office, need.area, post)

    def _is_gap(self, need: Need, step: Step) -> bool:
        reached = self.at if step.when == "now" else step.when
        return self.snapshot.rota.is_gap(_post_of(need, step), reached)

    def _named_on(self, need: Need, step: Step) -> Step:
        """The step, with who is on the rota then for those who may see names."""
        post, rota = _post_of(need, step), self.snapshot.rota
        reached = self.at if step.when == "now" else step.when
        on = rota.who_is_on(post, reached) if self.with_names and rota.is_kept(post, reached) else None
        return step if on is None else replace(step, name=on.name, sample=step.sample or on.sample)

    def _office_steps(self, need: Need) -> Iterator[Step]:
        leader = Provider.NPS if need.provider is Provider.BOTH else need.provider
        start = need.start if need.start in _UPWARD else Role.DUTY_OFFICER
        if need.start is Role.RECEPTION and need.office:
            yield self._step(need, None, Role.RECEPTION)
        if start is Role.DUTY_OFFICER:
            yield from self._leads(need)
        named = self._named(need)
        if named and not need.duty_officers_lead:
            yield named
        for role in _UPWARD[_UPWARD.index(start) :]:
            if role is Role.HEAD_OF_LDU and role is not start:
                yield from self._existing(need, leader, role)
                continue
            yield (step := self._step(need, leader, role))
            if role is start:
                if role is Role.DUTY_OFFICER and need.second and need.second is not leader:
                    yield self._step(need, need.second, role)
                if step.phone is None:
                    yield from self._who_can_say(need)
            if role is Role.DUTY_OFFICER and named and need.duty_officers_lead:
                yield named

    def _named(self, need: Need) -> Step | None:
        if need.named is None or need.named.officer is None:
            return None
        reception = self.number_at(need.office)
        return self._show(
            need, Post(need.area.id, need.named.office, need.named.provider, Role.RESPONSIBLE_OFFICER,
                       need.named.officer, reception.number if reception else None, need.named.officer)
        )  # fmt: skip

    def _step(self, need: Need, provider: Provider | None, role: Role) -> Step:
        """A step that stays in the ladder, whether or not the directory holds its post."""
        office = None if role in _WHOLE_AREA or need.office is None else need.office.id
        team = self._team(need, office, provider) if role is Role.SPO else None
        post = team or self.snapshot.post(need.area.id, office, provider, role)
        if post is None:
            ask_for = _UNLISTED[role].format(provider=(provider or "").upper())
            post = Post(need.area.id, office, provider, role, ask_for)
        return self._show(need, post)

    def _leads(self, need: Need) -> Iterator[Step]:
        """Whoever leads on the topic: at the office, or else for the whole area."""
        if need.topic is None or need.danger:
            return
        office = need.office.id if need.office else None
        wanted = {None, need.provider, need.second}
        for where in dict.fromkeys((office, None)):
            leads = self.snapshot.leads.get((need.area.id, where, need.topic), ())
            theirs = [post for post in leads if need.provider is Provider.BOTH or post.provider in wanted]
            if theirs:
                yield from (self._show(need, post) for post in theirs)
                return

    def _team(self, need: Need, office: str | None, provider: Provider | None) -> Post | None:
        """The SPO of the team at this office that does what this is about, where the directory has one."""
        for team in self.snapshot.teams.values() if need.topic else ():
            if need.topic in team.topics and team.provider is provider:
                post = self.snapshot.posts.get(PostKey(need.area.id, office, provider, Role.SPO, team.id))
                if post:
                    return post
        return None

    def _existing(self, need: Need, provider: Provider, role: Role) -> Iterator[Step]:
        """A step for a post that the directory holds; none where it does not."""
        office = need.office.id if need.office else None
        for where in (office, None):
            post = self.snapshot.post(need.area.id, where, provider, role)
            if post:
                yield self._show(need, post)
                return

    def _who_can_say(self, need: Need) -> Iterator[Step]:
        """Where the unit has no number: the NPS duty officer of an office of the area that has one,
        of the area's fallback office where that has one."""
        if self.number_at(need.office):
            return
        offices = self.snapshot.offices_of(need.area.id)
        for office in sorted(offices, key=lambda one: one.id != need.area.fallback_office):
            post = self.snapshot.post(need.area.id, office.id, Provider.NPS, Role.DUTY_OFFICER)
            if post and post.number and not self._is_gap(need, step := self._show(need, post)):
                yield step
                return


def _post_of(need: Need, step: Step) -> PostKey:
    return PostKey(need.area.id, step.office, step.provider, step.role, step.team)


_UNLISTED = {
    Role.DUTY_OFFICER: "{provider} duty officer",
    Role.SPO: "{provider} senior probation officer (SPO)",
    Role.DUTY_SPO: "{provider} duty SPO",
    Role.HEAD_OF_LDU: "{provider} head of the local delivery unit (LDU)",
    Role.RECEPTION: "reception",
}
