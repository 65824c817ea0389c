"""The catalogue of programmes and services: its words, what it holds, and what is asked of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from routing.hours import OpeningHours
from routing.vocabulary import Provider, Risk, Topic

EVENING = time(17, 0)  # no source says when an evening begins; the offices close then
_WEEKEND = (5, 6)
_WISH = "q"


class Purpose(StrEnum):
    """What a programme or service works on."""

    DOMESTIC_ABUSE = "domestic_abuse"
    VIOLENCE = "violence"
    THINKING_SKILLS = "thinking_skills"
    DRINK_DRIVING = "drink_driving"
    DRUGS_AND_ALCOHOL = "drugs_and_alcohol"
    SEXUAL_OFFENCES = "sexual_offences"
    WELLBEING = "wellbeing"
    RESETTLEMENT = "resettlement"
    WORK = "work"


class Way(StrEnum):
    """How somebody comes to go: what a court orders, what a licence says, or of their own will."""

    REQUIREMENT = "requirement"  # of an order: a programme, unpaid work, an attendance centre
    ACTIVITY = "rar"  # days of a rehabilitation activity requirement
    LICENCE = "licence"
    VOLUNTARY = "voluntary"


class Times(StrEnum):
    """When in the week something runs."""

    DAYTIME = "daytime"
    EVENING = "evening"
    WEEKEND = "weekend"


class Sex(StrEnum):
    """Who something is for."""

    MEN = "men"
    WOMEN = "women"
    BOTH = "both"


class AskedOf(StrEnum):
    """What is asked of the catalogue."""

    WHICH = "which"
    NEXT_START = "next_start"
    WAITING = "waiting"
    PRICE = "price"
    WHO_MAY_GO = "who_may_go"
    WHERE_AND_WHEN = "where_and_when"


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme or service: what it is and who may go. None and empty: not known."""

    id: str
    name: str
    topic: Topic  # by which it is known whom to ask
    provider: Provider
    about: str = ""
    also_called: tuple[str, ...] = ()
    delivered_by: str | None = None  # where not by the provider itself
    purposes: tuple[Purpose, ...] = ()
    accredited: bool | None = None
    sex: Sex | None = None
    age_from: int | None = None
    age_to: int | None = None
    risks: tuple[Risk, ...] = ()
    not_for: str | None = None
    source: str = ""
    sample: bool = False
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Where and when a programme runs, and how one gets on it. None and empty: not known.

    Without an office it is for the whole area. `confirmed_on` is the day on which somebody last made
    sure of all that is said here, and that holds for `confirmed_days`.
    """

    code: str
    programme: str
    area: str
    office: str | None = None
    venue: str | None = None
    sessions: OpeningHours | None = None
    times: tuple[Times, ...] = ()  # where the hours are not known
    ways: tuple[Way, ...] = ()
    rate_card: bool | None = None  # whether the NPS can buy it for its own cases
    price: str | None = None
    waiting_weeks: int | None = None  # the longest wait
    next_start: date | None = None
    any_time: bool = False  # one can begin in any week
    places: int | None = None  # free when it next starts
    confirmed_on: date | None = None
    confirmed_days: int = 90
    source: str = ""
    sample: bool = False
    assumed: bool = False

    def is_confirmed(self, today: date) -> bool:
        """Whether the last confirmation still holds."""
        return self.confirmed_on is not None and today <= self.confirmed_until(self.confirmed_on)

    def confirmed_until(self, confirmed_on: date) -> date:
        """The last day on which a confirmation of that day holds."""
        return confirmed_on + timedelta(days=self.confirmed_days)

    def starts_next(self, today: date) -> date | None:
        """The next start, unless it is over."""
        return self.next_start if self.next_start and self.next_start >= today else None

    @property
    def runs_at(self) -> frozenset[Times]:
        """When in the week it runs: by its hours, else as it is said."""
        return frozenset(_times_of(self.sessions)) if self.sessions else frozenset(self.times)


def _times_of(sessions: OpeningHours) -> Iterable[Times]:
    for day, spans in enumerate(sessions.week):
        for opens, _closes in spans:
            if day in _WEEKEND:
                yield Times.WEEKEND
            yield Times.EVENING if opens >= EVENING else Times.DAYTIME


_LETTERS: dict[str, StrEnum] = {
    **dict(zip("anwpgh", AskedOf, strict=True)),
    **dict(zip("dvtkcsbrj", Purpose, strict=True)),
    **dict(zip("yex", Times, strict=True)),
    **dict(zip("ifuz", Way, strict=True)),
    **dict(zip("mq2", Sex, strict=True)),
}
_RATE_CARD = "3"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a text asks of the catalogue, and for what kind of case. Empty: it does not say.

    Without `asks` it only adds to what was asked before.
    """

    asks: frozenset[AskedOf]
    purposes: frozenset[Purpose] = frozenset()
    times: frozenset[Times] = frozenset()
    ways: frozenset[Way] = frozenset()
    sex: Sex | None = None
    rate_card: bool = False
    named: tuple[str, ...] = ()  # ids of programmes

    def with_more(self, newer: "Wish | None") -> "Wish":
        """This, with what was said since in the place of what was said before."""
        if newer is None:
            return self
        return Wish(
            asks=newer.asks or self.asks,
            purposes=newer.purposes or (frozenset() if newer.named else self.purposes),
            times=newer.times or self.times,
            ways=newer.ways or self.ways,
            sex=newer.sex or self.sex,
            rate_card=newer.rate_card or self.rate_card,
            named=newer.named or (() if newer.purposes else self.named),
        )

    def encode(self) -> str:
        """As a word of small letters, digits and low lines, for a button to carry."""
        said = {*self.asks, *self.purposes, *self.times, *self.ways, self.sex}
        letters = "".join(letter for letter, word in _LETTERS.items() if word in said)
        named = "".join(f"__{name.replace('-', '_')}" for name in self.named)
        return f"{_WISH}_{letters}{_RATE_CARD if self.rate_card else ''}{named}"

    @classmethod
    def decode(cls, text: str | None) -> "Wish | None":
        """Read what `encode` wrote; None for any other word."""
        mark, separator, said_and_named = (text or "").partition("_")
        letters, _, names = said_and_named.partition("__")
        named = names.split("__") if names else []
        if mark != _WISH or not separator or not set(letters) <= {*_LETTERS, _RATE_CARD}:
            return None
        said = [_LETTERS[letter] for letter in letters if letter in _LETTERS]
        return cls(
            asks=frozenset(word for word in said if isinstance(word, AskedOf)),
            purposes=frozenset(word for word in said if isinstance(word, Purpose)),
            times=frozenset(word for word in said if isinstance(word, Times)),
            ways=frozenset(word for word in said if isinstance(word, Way)),
            sex=next((word for word in said if isinstance(word, Sex)), None),
            rate_card=_RATE_CARD in letters,
            named=tuple(name.replace("_", "-") for name in named),
        )
