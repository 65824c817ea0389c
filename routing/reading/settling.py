"""All that a text says, settled into one Reading: what it is about, of whose case, and whether it is ours."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from routing.reading import danger
from routing.reading.asks import asked_for
from routing.reading.bygone import changes_named, papers_missed, provider_of_asker, trusts_named
from routing.reading.contacts import roles_named
from routing.reading.masks import ASKER, DETAIL, NAME
from routing.reading.phrases import Match
from routing.reading.places import PlaceFound, places_in_order
from routing.reading.programmes import PROGRAMME_NAMED, with_wish
from routing.reading.provider import provider_named
from routing.reading.reading import Follow, Reading
from routing.reading.risk import (
    is_mappa,
    is_of_public_interest,
    is_short_sentence,
    risk_before,
    risk_change,
    risk_level,
)
from routing.reading.said import Said
from routing.reading.something_else import says_something_else
from routing.reading.topics import likeliest_topic, says_bare_word
from routing.reading.urgency import urgency_of
from routing.vocabulary import Risk, Role, Topic

_AS_LONG_AS_A_NAME = 3  # words
_FEW_WORDS = 8  # what only goes on from an answer is hardly ever longer
_BEGINNING = 3
_NO_MANAGERS = ("other", Role.HEAD_OF_LDU)  # of those a matter is taken to by "higher"
_OF_THE_NPS = frozenset({Risk.HIGH, Risk.VERY_HIGH})


class Masked(NamedTuple):
    """What was masked in a text before anything else of it was read."""

    references: tuple[str, ...]
    names: bool  # of somebody other than the asker
    details: bool  # anything of a person


class Settled(NamedTuple):
    """A reading, and the signs of danger that it was made from."""

    reading: Reading
    signs: Sequence[Match]


class _Scope(NamedTuple):
    """Whether a text has to do with probation (`related`), or surely has not."""

    related: bool
    out: bool


def settle(
    said: Said, area: str, found: Sequence[PlaceFound], of_the_asker: frozenset[int], masked: Masked
) -> Settled:
    """The reading of a text to an assistant of this area, with the places found and what was masked in it."""
    in_danger, signs = danger.is_danger(said)
    wanted, unreachable = roles_named(said, of_the_asker)
    places, unsure = places_in_order(found, area)
    of_the_case = _of_the_case(said, masked)
    topic, sure = _topic(said, of_the_case, of_the_asker)
    scope = _scope(said, masked)
    of_ours = any(place.area == area for place in places)
    barely = of_ours and topic is not None and says_bare_word(said, topic)
    sure = sure or ((scope.related or barely) and not scope.out)
    reading = replace(
        of_the_case,
        danger=in_danger,
        urgency=urgency_of(said),
        provider=provider_named(said, of_the_asker),
        asker_provider=provider_of_asker(said),
        wanted=wanted,
        names_post=_names_post(said),
        unreachable=unreachable,
        take_higher=_takes_higher(said),
        topic=topic if sure else None,
        hinted=None if sure or scope.out else topic,
        sounds_related=not scope.out and _sounds_related(said),
        places=places,
        place_unsure=unsure,
        elsewhere=not places and said.says("elsewhere", "elsewhere"),
        about_probation=scope.related
        or (bool(places) and not says_something_else(said, found))
        or _is_about_probation(said, masked)
        or (sure and topic is not None),
        out_of_scope=scope.out,
    )
    return Settled(_with_what_is_asked(reading, said), signs)


def _of_the_case(said: Said, masked: Masked) -> Reading:
    """What a text tells of a case and its person, and of how it goes on; of the rest nothing yet."""
    return Reading(
        references=tuple(dict.fromkeys(masked.references)),
        risk=risk_level(said),
        risk_before=risk_before(said),
        risk_change=risk_change(said),
        risk_disputed=said.says("change", "disputed"),
        mappa=is_mappa(said),
        public_interest=is_of_public_interest(said),
        under_12_months=is_short_sentence(said),
        papers=papers_missed(said),
        changes=changes_named(said),
        trusts=trusts_named(said),
        personal_data=masked.details,
        names_person=masked.names,
        follow=_how_it_follows(said),
        brief=len(said.norms) <= _FEW_WORDS,
    )


def _topic(said: Said, case: Reading, of_the_asker: frozenset[int]) -> tuple[Topic | None, bool]:
    """The likeliest topic, and whether it is sure by itself."""
    return likeliest_topic(
        said,
        case.risk_change,
        of_a_case=bool(case.references) or case.risk is not None or case.mappa is not None,
        referred=bool(case.references),
        of_the_nps=case.risk in _OF_THE_NPS or bool(case.mappa) or case.public_interest,
        of_the_asker=of_the_asker,
    )


def _scope(said: Said, masked: Masked) -> _Scope:
    elsewhere = said.named("out_of_scope")
    strong = (match for match in said.named("field") if match.label.weight == 1)
    ours = (*strong, *said.named("provider"))
    by_words = any(not any(match.within(other) for other in elsewhere) for match in ours)
    by_post = any(match.label.name != "other" for match in said.named("role"))
    related = by_words or by_post or bool(masked.references)
    return _Scope(related, bool(elsewhere) and not related and not _says_a_topic(said, elsewhere))


def _sounds_related(said: Said) -> bool:
    groups = ("field", "person", "changed")
    return any(said.named(group) for group in groups) or _people_hidden(said)


def _is_about_probation(said: Said, masked: Masked) -> bool:
    """Whether it speaks of probation or of somebody supervised, or asks to speak to a person it names."""
    of_ours = bool(said.named("field")) or bool(said.named("supervised"))
    return of_ours or (masked.names and said.says("ask", "contact"))


def _with_what_is_asked(reading: Reading, said: Said) -> Reading:
    ask, terms = asked_for(said, reading)
    if ask is not reading.ask:
        reading = replace(reading, ask=ask, terms=terms)
    return with_wish(reading, said)


def _names_post(said: Said) -> bool:
    """Whether a post is named at all, be it one turned down, taken back or of another body."""
    return bool(said.named("role")) or any(match.label.group == "role" for match in said.taken_back)


def _says_a_topic(said: Said, elsewhere: Sequence[Match]) -> bool:
    """Whether a topic is said by a name of its own: "a sick note for Building Better Relationships"."""
    return any(
        match.label.weight == 1
        and match.length >= _AS_LONG_AS_A_NAME
        and match.label.name != Topic.CASE
        and all(match.end <= other.start or other.end <= match.start for other in elsewhere)
        for match in (*said.named("topic"), *said.named(PROGRAMME_NAMED))
    )


def _takes_higher(said: Said) -> bool:
    """Whether it has to go higher; "offender management" does not, nor "who's in charge of probation for"."""
    names = [
        *said.named("topic"),
        *(match for match in said.named("role") if match.label.name in _NO_MANAGERS),
    ]
    return any(not any(m.within(name) for name in names) for m in said.named("reach", "higher"))


def _people_hidden(said: Said) -> bool:
    """Whether the text gives a person's name or details."""
    return not said.distinct.isdisjoint((NAME, ASKER, DETAIL))


def _how_it_follows(said: Said) -> frozenset[Follow]:
    """How it goes on from an answer: a long text says so at its beginning or not at all."""
    found = said.named("follow")
    if len(said.norms) > _FEW_WORDS:
        found = [match for match in found if match.start < _BEGINNING]
    return frozenset(Follow(match.label.name) for match in found)
