"""A conversation: what the last answer settled, and what a new message makes of it.

What is carried on is a FollowUp and nothing else: not a word of any text, no case reference, nobody's
name. The rule, in this order:

1. Danger is decided by the new message alone, and wins; an emergency lasts as long as messages go on
   from it, unless one says that it can wait.
2. A case reference begins anew and takes nothing over. So does "start again". Thanks and
   greetings ask nothing.
3. A topic of its own begins anew, and so does a post named together with a place, or something that is
   asked about a person: only the place stays, until another is named.
4. "why?", "no answer" and "wrong number" with nothing beside them are about the answer as it stands.
5. Any other message that has to do with probation, or begins as a follow-up does, goes on. A new place,
   provider, post or urgency takes the place of the old one; facts about a case (its risk, MAPPA) take
   the place of the provider that was settled, since they decide it; the rest stays.
6. What is not about probation and no follow-up takes nothing over.
"""

from dataclasses import dataclass, replace
from typing import Any

from routing.catalogue import Wish
from routing.enquiry import Enquiry, FollowUp
from routing.reading.reading import Ask, Follow, Reading
from routing.risk_questions import chosen
from routing.vocabulary import Provider, Role, Topic, Turn, Urgency

UNKNOWN = "unknown"  # the ground of a follow-up to what was not understood
_BY_THE_CASE = frozenset({Topic.CASE, Topic.RISK_ESCALATION})  # one and the same matter
_GOES_ON = frozenset({Follow.GOES_ON, Follow.NO_ANSWER, Follow.OTHER, Follow.LATER, Follow.WHY})
_ASKS_NOTHING = {
    Follow.AGAIN: Turn.AGAIN,
    Follow.THANKS: Turn.THANKS,
    Follow.GREETING: Turn.GREETING,
}
_OF_THE_ANSWER = frozenset({Follow.NO_ANSWER, Follow.WHY, Follow.WRONG_NUMBER, Follow.OTHER})
_AS_IT_STANDS = {Turn.NEXT, Turn.WHY, Turn.WRONG_NUMBER}
_SOMEBODY = frozenset({Role.RESPONSIBLE_OFFICER})  # who is not reached, where the text does not say


@dataclass(frozen=True, slots=True)
class Gone:
    """How a message goes on: the enquiry and the reading that are to be routed."""

    turn: Turn
    enquiry: Enquiry
    reading: Reading


def go_on(enquiry: Enquiry, reading: Reading) -> Gone:
    """The message with what was settled before, as far as the rule carries it on."""
    before = enquiry.follow_up
    if before is not None and not enquiry.text.strip():
        return Gone(Turn.FRESH, enquiry, _as_before(reading, before))  # a button, which has no text
    if before is not None:
        reading = _with_hint(reading)
    turn = turn_of(enquiry, reading)
    if before is None or turn is Turn.AGAIN or (turn is Turn.FRESH and reading.references):
        fresh = enquiry.follow_up is None and enquiry.tried is None
        return Gone(turn, enquiry if fresh else replace(enquiry, follow_up=None, tried=None), reading)
    if turn in _AS_IT_STANDS:
        return Gone(turn, enquiry, _as_before(reading, before))
    return Gone(turn, enquiry, _carried(reading, before) if turn is Turn.GOES_ON else reading)


def turn_of(enquiry: Enquiry, reading: Reading) -> Turn:
    """What the message does to the conversation, by the rule above."""
    before, bare = enquiry.follow_up, _is_bare(reading)
    if bare and not reading.danger and not reading.about_probation:
        for follow, turn in _ASKS_NOTHING.items():
            if follow in reading.follow and not (reading.unreachable or reading.follow & _OF_THE_ANSWER):
                return turn
    if before is None or reading.danger or reading.references or _begins_anew(reading, before):
        return Turn.FRESH
    if bare and reading.provider in (None, _provider_shown(enquiry, before)):
        for follow, turn in ((Follow.WRONG_NUMBER, Turn.WRONG_NUMBER), (Follow.NO_ANSWER, Turn.NEXT)):
            if follow in reading.follow:
                return turn
        if reading.unreachable == _SOMEBODY and not _names_post(reading):
            return Turn.NEXT
    if bare and Follow.WHY in reading.follow:
        return Turn.WHY
    related = reading.about_probation or reading.sounds_related or reading.elsewhere
    says_something = reading.urgency or reading.unreachable or reading.take_higher
    follows = bool(reading.follow & _GOES_ON and reading.brief)
    return Turn.GOES_ON if related or says_something or follows else Turn.FRESH


def _begins_anew(reading: Reading, before: FollowUp) -> bool:
    if reading.out_of_scope or reading.ask not in (Ask.CONTACT, Ask.WHO_DOES):
        return True
    if Follow.GOES_ON not in reading.follow and reading.wanted and reading.places:
        return True
    return _has_new_topic(reading, before)


def _has_new_topic(reading: Reading, before: FollowUp) -> bool:
    """Whether it is about something else than before. A fact about a case is about that very case."""
    topic = reading.topic
    if topic is None:
        return False
    if topic is before.topic:
        return bool(reading.places) and not (reading.follow or reading.unreachable)
    if topic is Topic.CASE:
        return not (_states_facts(reading) or Follow.GOES_ON in reading.follow)
    return not (topic in _BY_THE_CASE and before.topic in _BY_THE_CASE)


def _with_hint(reading: Reading) -> Reading:
    """In a conversation about probation "and a recall?" is about a recall."""
    if reading.topic is None and reading.hinted and Follow.GOES_ON in reading.follow:
        return reading._replace(topic=reading.hinted, hinted=None, about_probation=True)
    return reading


def _is_bare(reading: Reading) -> bool:
    """Whether the text says nothing by itself that an answer would depend on, but for a provider."""
    says = reading.topic or reading.places or reading.elsewhere or reading.references or reading.urgency
    asks = reading.wanted or reading.take_higher or reading.ask is not Ask.CONTACT
    return reading.brief and not (says or asks or reading.out_of_scope or _states_facts(reading))


def _states_facts(reading: Reading) -> bool:
    """Whether it says something of a case that may decide whose it is."""
    says = reading.risk or reading.mappa is not None or reading.public_interest or reading.under_12_months
    return bool(says or reading.risk_change or reading.risk_disputed)


def _names_post(reading: Reading) -> bool:
    return reading.names_post


def _provider_shown(enquiry: Enquiry, before: FollowUp) -> Provider | None:
    return enquiry.tried.provider if enquiry.tried else before.provider


def _carried(reading: Reading, before: FollowUp) -> Reading:
    """The reading, with what was settled before where it says nothing of it itself."""
    provider, ground = _provider(reading, before)
    lasts = before.urgency is Urgency.EMERGENCY and reading.urgency is not Urgency.CAN_WAIT
    known = {} if _states_facts(reading) else chosen(before)
    later = Urgency.CAN_WAIT if Follow.LATER in reading.follow else None
    return reading._replace(
        **known,
        topic=_topic(reading, before),
        wish=_wish(reading, before),
        provider=provider,
        ground=ground,
        wanted=reading.wanted or (None if reading.unreachable or reading.take_higher else before.wanted),
        urgency=reading.urgency or later or _unless_emergency(before.urgency),
        danger=lasts and not later,
        about_probation=True,
    )


def _topic(reading: Reading, before: FollowUp) -> Topic | None:
    if Follow.OTHER in reading.follow:
        return reading.topic  # whom to ring at the other provider, whoever leads on what it was about
    if before.topic is Topic.TERM:
        return Topic(before.ground) if before.ground in list(Topic) else reading.topic
    if reading.topic in _BY_THE_CASE and before.topic not in (None, Topic.CASE):
        return before.topic
    return reading.topic or before.topic


def _wish(reading: Reading, before: FollowUp) -> Wish | None:
    """What was asked of the catalogue, with what is said now: "and at the weekend?", "what about TSP?"."""
    asked = Wish.decode(before.ground)
    if asked is None or (
        reading.wanted and reading.wish is None
    ):  # whom to ring, and no more of the catalogue
        return reading.wish
    return asked.with_more(reading.wish)


def _provider(reading: Reading, before: FollowUp) -> tuple[Provider | None, str | None]:
    """The provider, and why, so that the asker is not said to have named one that was carried on."""
    if reading.provider:
        return reading.provider, None
    if Follow.OTHER in reading.follow:
        return (Provider.NPS if before.provider is Provider.CRC else Provider.CRC), None
    if _states_facts(reading) and not reading.risk_change:
        return None, None
    return before.provider, _ground_of_provider(before)


def _as_before(reading: Reading, before: FollowUp) -> Reading:
    return reading._replace(
        topic=before.topic,
        provider=before.provider,
        wanted=before.wanted,
        unreachable=frozenset(),
        urgency=_unless_emergency(before.urgency),
        ground=before.ground,
        wish=Wish.decode(before.ground),
        **chosen(before),
        **_asked_before(before.ground, before.topic),
        danger=before.urgency is Urgency.EMERGENCY,
        about_probation=before.ground != UNKNOWN,
    )


def _ground_of_provider(before: FollowUp) -> str | None:
    """Why the provider is carried on, so that the asker is not said to have named it."""
    asked = before.ground == UNKNOWN or before.ground in list(Ask)
    return before.ground if before.provider and not asked else None


def _asked_before(ground: str | None, topic: Topic | None) -> dict[str, Any]:
    """What had been asked, where that is what decided the earlier answer."""
    if topic is Topic.TERM:
        return {"ask": Ask.TERM, "terms": (ground,) if ground else ()}
    return {"ask": Ask(ground)} if ground in list(Ask) else {}


def _unless_emergency(urgency: Urgency | None) -> Urgency | None:
    return None if urgency is Urgency.EMERGENCY else urgency
