"""Finding what the directory holds while somebody is still typing, and how it is reached just now. Pure.

Nothing is understood here: that is the Reader's. Each word typed has to begin a word of what is found.
"""

from dataclasses import dataclass
from datetime import datetime
from heapq import nsmallest
from typing import NamedTuple

from routing.catalogue import Programme, Run
from routing.disclosure import may_see_names
from routing.ladder import Ladder, Need
from routing.moments import day_in_london
from routing.policy import Policies
from routing.reach import Reach
from routing.reception.dialled import number_in
from routing.reception.duty import Duty, duty_of
from routing.reception.finding_index import (
    Entry,
    Index,
    Labels,
    What,
    entries_by_name,
    entries_by_number,
    words_of,
)
from routing.rota.shifts import Person
from routing.snapshot import Office, Post, PostKey, Snapshot, Team
from routing.vocabulary import Provider, Role, Standing, Topic

MOST = 6
_PARTLY, _WHOLE = 4, 9  # digits: of a number that is being typed; of one that is there
_MOST_RUNS = 3
_AT_AN_OFFICE = (
    (None, Role.RECEPTION),
    (Provider.NPS, Role.APPROVED_PREMISES),
    (Provider.NPS, Role.DUTY_OFFICER),
)


class Looker(NamedTuple):
    """Who looks: from which area and office, and of what standing."""

    area: str
    office: str | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Find:
    """Something found. `duties` are the posts by which it is reached, as they stand now.

    A number that the directory does not hold has no `phone`.
    """

    what: What
    name: str = ""
    provider: Provider | None = None
    office: Office | None = None
    area: str | None = None
    topic: Topic | None = None
    duties: tuple[Duty, ...] = ()
    runs: tuple[Run, ...] = ()  # of a programme, in the area of whoever looks
    phone: str | None = None  # E.164, of somebody themselves, or the number that was asked about


class Finder:
    """Finds in one picture of the directory, in one language."""

    def __init__(self, snapshot: Snapshot, policies: Policies, labels: Labels) -> None:
        self._snapshot = snapshot
        self._policies = policies
        self._names = Index(entries_by_name(snapshot, labels))
        self._numbers = Index(entries_by_number(snapshot))

    def find(self, text: str, looker: Looker, at: datetime) -> tuple[Find, ...]:
        """What is found, the likeliest first; people only for whoever may see their names."""
        digits = number_in(text)
        if digits is None:
            return self._nearest(self._names, words_of(text), looker, at)
        if len(digits) < _PARTLY:
            return ()
        found = self._nearest(self._numbers, frozenset({digits}), looker, at)
        nobody = (Find(What.NUMBER),) if len(digits) >= _WHOLE else ()
        return found or nobody

    def _nearest(self, index: Index, typed: frozenset[str], looker: Looker, at: datetime) -> tuple[Find, ...]:
        found = (entry for entry in index.beginning(typed) if _may_find(entry, looker.standing))
        view = _View(self._snapshot, self._policies, looker, at)
        best = nsmallest(MOST, found, key=lambda entry: _order(entry, typed, looker))
        return tuple(view.of(entry) for entry in best)


class _View(NamedTuple):
    """What is found as it stands at a moment, for whoever looks."""

    snapshot: Snapshot
    policies: Policies
    looker: Looker
    at: datetime

    def of(self, entry: Entry) -> Find:
        match entry.thing:
            case Office() as office:
                return self._office(office)
            case Post() as post:
                return self._post(post, entry.said)
            case Team() as team:
                return self._team(team)
            case Person() as person:
                return self._person(person)
            case Programme() as programme:
                return self._programme(programme)
            case Topic() as topic:
                return self._topic(topic, entry.said)
            case tuple() as posts:
                return self._number(posts, entry.said)

    def _number(self, posts: tuple[Post, ...], e164: str) -> Find:
        """All who are reached on one number."""
        office, duties = self.snapshot.offices.get(posts[0].office or ""), tuple(map(self._duty, posts))
        return Find(What.NUMBER, office=office, area=posts[0].area, duties=duties, phone=e164)

    def _person(self, person: Person) -> Find:
        """Somebody of the staff, with the posts that they are on now."""
        rota, near = self.snapshot.rota, (person.area, person.provider)
        on = (key for key in rota.kept_since if (key.area, key.provider) == near)
        posts = (self.snapshot.posts.get(key) for key in on if rota.who_is_on(key, self.at) == person)
        office = self.snapshot.offices.get(person.office or "")
        duties = tuple(self._duty(post) for post in posts if post)
        return Find(
            What.PERSON, person.name, person.provider, office, person.area, duties=duties, phone=person.number
        )

    def _office(self, office: Office) -> Find:
        """An office by its reception, or whoever else answers there first."""
        posts = (self.snapshot.post(office.area, office.id, *one) for one in _AT_AN_OFFICE)
        first = next((post for post in posts if post), None)
        duties = (self._duty(first),) if first else ()
        return Find(What.OFFICE, office.name, office=office, area=office.area, duties=duties)

    def _post(self, post: Post, said: str) -> Find:
        office = self.snapshot.offices.get(post.office or "")
        return Find(What.POST, said, post.provider, office, post.area, duties=(self._duty(post),))

    def _team(self, team: Team) -> Find:
        """A team by its own posts, else by the duty officer of its provider where it is."""
        own = [post for post in self.snapshot.posts.values() if post.team == team.id]
        where = team.office or self.looker.office
        duty = self.snapshot.post(team.area, where, team.provider, Role.DUTY_OFFICER)
        office = self.snapshot.offices.get(team.office or "")
        duties = tuple(map(self._duty, own or ([duty] if duty else [])))
        return Find(What.TEAM, team.name, team.provider, office, team.area, duties=duties)

    def _programme(self, programme: Programme) -> Find:
        here = [one for one in self.snapshot.runs
                if one.programme == programme.id and one.area == self.looker.area]  # fmt: skip
        here.sort(key=lambda run: (run.office != self.looker.office, run.code))
        duties = self._leading(programme.topic, programme.provider)
        runs = tuple(here[:_MOST_RUNS])
        return Find(
            What.PROGRAMME,
            programme.name,
            programme.provider,
            topic=programme.topic,
            duties=duties,
            runs=runs,
        )

    def _topic(self, topic: Topic, said: str) -> Find:
        provider = self.policies.of(self.looker.area).on(day_in_london(self.at)).leads.get(topic)
        return Find(What.TOPIC, said, provider, topic=topic, duties=self._leading(topic, provider))

    def _leading(self, topic: Topic, provider: Provider | None) -> tuple[Duty, ...]:
        """Whom to ring about a topic: the first of its ladder; of each provider, where both lead."""
        area, office = (
            self.snapshot.areas[self.looker.area],
            self.snapshot.offices.get(self.looker.office or ""),
        )
        second = Provider.CRC if provider is Provider.BOTH else None
        need = Need(area, office, provider or Provider.NPS, second=second, topic=topic)
        steps = Ladder(self.snapshot, self.at, may_see_names(self.looker.standing)).steps(need)
        reached = [step for step in steps if step.phone]
        return tuple(Duty(step, self.at) for step in reached[: 2 if second else 1])

    def _duty(self, post: Post) -> Duty:
        names = may_see_names(self.looker.standing)
        step = Reach(self.snapshot, self.at, names).reaching(post)
        key = PostKey(post.area, post.office, post.provider, post.role, post.team)
        return duty_of(self.snapshot, key, step, self.at, with_names=names)


def _may_find(entry: Entry, standing: Standing) -> bool:
    return entry.what is not What.PERSON or may_see_names(standing)


def _order(entry: Entry, typed: frozenset[str], looker: Looker) -> tuple[bool, int, bool, int, str]:
    """The own area first, then what was typed in full, then the own office; then by kind and name."""
    return (
        entry.area not in (None, looker.area),
        -len(typed & entry.words),
        entry.office not in (None, looker.office),
        list(What).index(entry.what),
        entry.said,
    )
