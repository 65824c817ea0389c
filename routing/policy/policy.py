"""What an area has agreed: rules with an id, a text and a source, who leads on what, who sits where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from routing.answer import Reason
from routing.call_backs.request import HowUrgent
from routing.vocabulary import Provider, Risk, Topic


class PolicyError(ValueError):
    """A policy file that cannot be used; the message names the file, the rule and the fault."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing agreed: `text` may hold {placeholders} that the router fills.

    It holds from the day `since` up to, not including, `until`.
    """

    id: str
    text: str
    source: str
    since: date = date.min
    until: date = date.max

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on this day."""
        return self.since <= day < self.until

    def reason(self, **values: str | date) -> Reason:
        """As a reason of an answer; a day is said as "8 July 2014"."""
        said = {name: value if isinstance(value, str) else _say_day(value) for name, value in values.items()}
        return Reason(
            rule=self.id,
            text=self.text.format(**said),
            source=self.source,
            wording=self.text,
            values=tuple(values.items()),
        )


def _say_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class OwnershipRule:
    """Who owns a case of which these facts hold."""

    rule: Rule
    provider: Provider
    risk: frozenset[Risk]
    mappa: bool
    public_interest: bool
    under_12_months: bool


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads on a topic; None where it goes by the case."""

    rule: Rule
    topic: Topic
    provider: Provider | None


class Capacity(StrEnum):
    """As what a provider sits in a partnership."""

    LEAD = "lead"
    RESPONSIBLE_AUTHORITY = "responsible authority"
    BOARD_MEMBER = "board member"
    BOARD_PARTNER = "board partner"
    DUTY_TO_COOPERATE = "duty to co-operate"
    TAKES_PART = "takes part"
    POINT_OF_CONTACT = "point of contact"


@dataclass(frozen=True, slots=True)
class Seats:
    """Who sits in a partnership, and in what capacity."""

    rule: Rule
    topic: Topic
    capacity: Mapping[Provider, Capacity]


class WaitingStep(StrEnum):
    """What of a request for a call back takes its time."""

    DUTY_OFFICER = "duty_officer"
    SPO = "spo"
    DUTY_SPO = "duty_spo"
    MANAGERS = "managers"
    HANDED_ON = "handed_on"  # the least that whoever it is handed on to is given
    PROMISE = "promise"  # the longest that somebody who takes it may promise
    REMINDER = "reminder"  # before a promise is over
    TRY_AGAIN = "try_again"  # until the asker is called once more who did not answer


@dataclass(frozen=True, slots=True)
class WaitingTime:
    """How long a step of a request for a call back may take, by how urgent it is, in minutes."""

    rule: Rule
    step: WaitingStep
    minutes: Mapping[HowUrgent, int]
    assumed: bool  # no source says so

    def of(self, urgency: HowUrgent) -> timedelta:
        """The time for a request as urgent as this."""
        return timedelta(minutes=self.minutes[urgency])


class ChasingStep(StrEnum):
    """What of a request for information to another agency takes its time."""

    REMIND = "remind"  # from its due day to the reminder
    SPO = "spo"  # from its due day to the asker's SPO
    AGAIN = "again"  # from one reminder after that to the next
    GIVE_UP = "give_up"  # from its due day until it is closed as unanswered
    CONFIRM = "confirm"  # for the asker to say that the reply has not come


@dataclass(frozen=True, slots=True)
class ChasingTime:
    """How many working days of the office that asks a step of a request for information takes."""

    rule: Rule
    step: ChasingStep
    working_days: int
    assumed: bool  # no source says so


class CoverStep(StrEnum):
    """What of cover for a shift, or of a swap, goes by time."""

    HELD_WITHIN = "held_within"  # before or after: whoever has a shift of their own at a post then holds it
    GIVEN_UP_BEFORE = "given_up_before"  # it begins: nobody is waited for any longer


@dataclass(frozen=True, slots=True)
class CoverTime:
    """How long that is."""

    rule: Rule
    step: CoverStep
    span: timedelta
    assumed: bool  # no source says so


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field in plain words, and the topic whose people are to be asked about it."""

    id: str
    name: str
    aliases: tuple[str, ...]
    text: str
    source: str
    topic: Topic

    def reason(self) -> Reason:
        """As what there is to say."""
        return Reason(rule=f"term.{self.id}", text=self.text, source=self.source, wording=self.text)


@dataclass(frozen=True, slots=True)
class Policy:
    """What holds in one area while no rule begins or ends: from the day `begins`."""

    area: str
    begins: date
    notice: str | None  # the rule that says that the arrangement has not begun, or has ended
    ownership: tuple[OwnershipRule, ...]
    rules: Mapping[str, Rule]
    leads: Mapping[Topic, Provider | None]
    seats: Mapping[Topic, Seats]
    waits: Mapping[WaitingStep, WaitingTime]
    chasing: Mapping[ChasingStep, ChasingTime]
    covering: Mapping[CoverStep, CoverTime]

    def reason(self, rule_id: str, **values: str | date) -> Reason:
        """The rule with this id, as a reason."""
        return self.rules[rule_id].reason(**values)

    def topic_reason(self, topic: Topic) -> Reason:
        """Who leads on a topic, as a reason."""
        return self.rules[f"topic.{topic}"].reason()

    def seats_reason(self, topic: Topic | None) -> tuple[Reason, ...]:
        """Who sits in the partnership of this topic; nothing where it is none."""
        seats = self.seats.get(topic) if topic else None
        return (seats.rule.reason(),) if seats else ()
