"""What was read from a text, and facts, each with the words it was read from."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from routing.catalogue import Wish
from routing.snapshot import Place
from routing.vocabulary import Provider, Risk, Role, Topic, Urgency


class RiskChange(StrEnum):
    """How a risk of serious harm has changed, as the text says."""

    ROSE = "rose"
    FELL = "fell"
    CONFIRMED_HIGH = "confirmed_high"


class Ask(StrEnum):
    """What is asked for."""

    CONTACT = "contact"  # whom to ring
    WHO_DOES = "who_does"  # which of the two does something, and what the rule is
    TERM = "term"  # what a word means
    WHO_MANAGES = "who_manages"  # who has or had the case of a person
    WHETHER_KNOWN = "whether_known"  # whether a person is known to probation
    WHEREABOUTS = "whereabouts"  # where a person lives, or other details of one
    REGISTER = "register"  # lists of cases or of people


class Follow(StrEnum):
    """What in a text goes on from the answer before. By itself it says nothing."""

    GOES_ON = "goes_on"  # "and in", "what about", "actually"
    NO_ANSWER = "no_answer"  # whoever was shown has been rung in vain
    WHY = "why"
    OTHER = "other"  # the other of the two providers
    AGAIN = "again"  # what was said is to be forgotten
    LATER = "later"  # "tomorrow"
    THANKS = "thanks"
    GREETING = "greeting"
    WRONG_NUMBER = "wrong_number"  # the number shown is not right


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing read: what it is, its value, the words it was read from, and how much they weigh.

    Of facts that contradict each other one is `taken` (routing/reading/evidence.py has the rules).
    """

    name: str
    value: str
    words: str  # "…" stands for a person's name or details, and for a case reference
    weight: float = 1.0  # 1 is enough by itself
    taken: bool = True


@dataclass(frozen=True, slots=True)
class Unread:
    """The shape of a text that was not understood, and its unknown words, each once."""

    length: str  # so many words, as "4 to 12"
    words: tuple[str, ...] = field(repr=False)


class Reading(NamedTuple):
    """Everything read from one text. None and empty mean that the text does not say."""

    danger: bool = False
    urgency: Urgency | None = None
    references: tuple[str, ...] = ()
    provider: Provider | None = None
    ground: str | None = None  # what decided an earlier answer that this goes on from
    asker_provider: Provider | None = None  # the one that the asker says they work for
    wanted: Role | None = None
    names_post: bool = False  # a post is named, wanted or not
    unreachable: frozenset[Role] = frozenset()
    take_higher: bool = False
    risk: Risk | None = None
    risk_before: Risk | None = None  # what it once was, where the text says so
    risk_change: RiskChange | None = None
    risk_disputed: bool = False  # the providers do not agree on it
    mappa: bool | None = None
    newly_mappa: bool = False  # by a new conviction or sentence
    public_interest: bool = False
    under_12_months: bool = False
    topic: Topic | None = None
    hinted: Topic | None = None  # where the words alone do not show that it is about probation
    places: tuple[Place, ...] = ()  # different places named, the likeliest first
    elsewhere: bool = False  # a place was named that is in none of the areas
    place_unsure: bool = False  # the first two are equally likely
    place_of_caller: bool = False  # it is only where somebody rings from whose call is passed on
    papers: tuple[str, ...] = ()  # what should come from court with a case: rules case_flow.*
    way_asked: bool = False  # where an office is, and how to get there
    changes: tuple[str, ...] = ()  # what changed in 2014, as it is spoken of: rules changed.*
    trusts: tuple[str, ...] = ()  # the areas whose former Probation Trust is named
    ask: Ask = Ask.CONTACT
    terms: tuple[str, ...] = ()  # whose meaning is asked, or which are all that is said
    wish: Wish | None = None  # what is asked of the catalogue of programmes and services
    personal_data: bool = False
    names_person: bool = False  # it is about one person, named or pointed at
    about_probation: bool = False
    sounds_related: bool = False  # weaker: enough for an asker in the trade
    out_of_scope: bool = False
    unread: Unread | None = None  # where it was not understood
    follow: frozenset[Follow] = frozenset()  # how it goes on from the answer before, if there was one
    brief: bool = False  # a few words, such as mean nothing by themselves
