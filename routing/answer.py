"""What goes out: an Answer, the same on every channel (docs/answer.md)."""

from datetime import date, datetime
from typing import Literal

import msgspec

from routing.catalogue import Purpose, Sex, Times, Way
from routing.vocabulary import Asks, Kind, Provider, Risk, Role, Topic, Turn, Urgency, Warn

When = Literal["now"] | datetime


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One contact to try.

    `phone` is E.164, "999", or None where the directory holds no number. `name` is a person's
    name, and None unless this asker may see it. `when` is "now" or the moment (with offset)
    from which the post can be reached. The fields from `place` on are for showing to people.
    """

    role: Role
    provider: Provider | None = None
    office: str | None = None
    phone: str | None = None
    ask_for: str | None = None
    name: str | None = None
    when: When = "now"
    place: str | None = None  # "Kidderminster probation office"
    hours: str | None = None  # opening hours as OpenStreetMap writes them; "24/7"
    checked_on: date | None = None  # when somebody last verified the number
    stale: bool = False  # nobody has verified it within its review period
    sample: bool = False  # made up for a demonstration, to be said wherever it is shown
    assumed: bool = False  # no source says so
    extension: str | None = None
    team: str | None = None  # id of the team whose post it is


class Reason(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A rule that decided, in words, with the source it rests on.

    `wording` is the text before `values` took the place of its {placeholders}: with the two of them it
    can be said in another language. Programs are given the text alone.
    """

    rule: str
    text: str
    source: str
    wording: str = ""
    values: tuple[tuple[str, str | date], ...] = ()


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One choice of a clarifying question: what to show, and the follow-up it leads to."""

    value: str
    label: str
    follow_up: str


class Clarify(msgspec.Struct, frozen=True, kw_only=True):
    """One more fact is needed; the answer's steps are the safe fallback meanwhile."""

    asks: Asks
    options: tuple[Option, ...] = ()


class Understood(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer rests on, to be shown and put right. None where nothing was said of it."""

    place: str | None = None  # "Redditch"
    provider: Provider | None = None
    topic: Topic | None = None
    role: Role | None = None  # the post asked for
    urgency: Urgency | None = None


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A programme or service of the catalogue as it runs in one place; None and empty: not known.

    `fits`, `not_known` and `does_not_fit` say of each thing asked for (`purpose`, `times` of the week,
    `ways` of going, `sex`, `risk`, `nps_case`) how it stands. A start that is over is in `started_last`.
    """

    id: str  # of the programme
    run: str  # of this place and time
    name: str
    topic: Topic
    provider: Provider
    delivered_by: str | None = None
    about: str = ""
    purposes: tuple[Purpose, ...] = ()
    accredited: bool | None = None
    sex: Sex | None = None
    age_from: int | None = None
    age_to: int | None = None
    risks: tuple[Risk, ...] = ()
    not_for: str | None = None
    ways: tuple[Way, ...] = ()
    rate_card: bool | None = None
    price: str | None = None
    office: str | None = None
    where: str  # venue, office or area, in words
    sessions: str | None = None  # hours as OpenStreetMap writes them
    times: tuple[Times, ...] = ()
    waiting_weeks: int | None = None
    next_start: date | None = None
    started_last: date | None = None
    any_time: bool = False
    places: int | None = None
    confirmed_on: date | None = None
    ring_first: bool = False  # nobody has confirmed it for as long as a confirmation holds
    fits: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    does_not_fit: tuple[str, ...] = ()
    source: str = ""
    sample: bool = False
    assumed: bool = False


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What one enquiry gets. `follow_up` is what was understood, for asking on from here.

    `question` would make the answer more exact; unlike `clarify`, the answer stands without it.
    `understood` says the same for people to read; `turn` is what the message was to the conversation.
    """

    id: str | int | float | bool | None = None
    kind: Kind
    area: str | None
    office: str | None = None
    topic: Topic | None = None
    provider: Provider | None = None
    open_now: bool
    urgent: bool = False
    steps: tuple[Step, ...] = ()
    because: tuple[Reason, ...] = ()
    clarify: Clarify | None = None
    question: Clarify | None = None
    warnings: tuple[Warn, ...] = ()
    say_to_caller: tuple[Reason, ...] = ()  # for reception: what may be said, then what may not
    follow_up: str = ""
    understood: Understood = Understood()
    turn: Turn = Turn.FRESH
    programmes: tuple[Offer, ...] | None = None  # None where nothing of the catalogue is asked


_encoder = msgspec.json.Encoder()


def to_json(answer: Answer) -> bytes:
    """One line of UTF-8 JSON, without a line end."""
    return _encoder.encode(for_programs(answer))


def for_programs(answer: Answer) -> Answer:
    """The answer without what only serves to say it in another language."""
    because, said = map(_in_english, answer.because), map(_in_english, answer.say_to_caller)
    return msgspec.structs.replace(answer, because=tuple(because), say_to_caller=tuple(said))


def _in_english(reason: Reason) -> Reason:
    return Reason(rule=reason.rule, text=reason.text, source=reason.source)
