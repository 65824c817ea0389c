"""All that a text says, settled into one Reading: what it is about, of whose case, and whether it is ours."""

from collections.abc import Sequence
from typing import NamedTuple

from routing.reading import danger
from routing.reading.asker import BODIES
from routing.reading.asks import asked_for
from routing.reading.bygone import bygones_in, provider_of_asker
from routing.reading.contacts import roles_named
from routing.reading.gist import CaseFacts, Gist
from routing.reading.masks import ASKER, DETAIL, NAME, STAFF
from routing.reading.phrases import Match
from routing.reading.places import PlaceFound, places_in_order
from routing.reading.programmes import PROGRAMME_NAMED, with_wish
from routing.reading.provider import provider_named
from routing.reading.reading import Follow, Reading
from routing.reading.risk import (
    is_mappa,
    is_newly_mappa,
    is_of_public_interest,
    is_short_sentence,
    levels_in,
    risk_before,
    risk_change,
    risk_level,
)
from routing.reading.said import Said
from routing.reading.something_else import says_something_else
from routing.reading.topics import likeliest_topic, says_bare_word
from routing.reading.urgency import urgency_of
from routing.reading.words import BOUNDARY
from routing.vocabulary import Role, Topic

_FACTS = frozenset({"risk", "change", "facts"})
_RELATED = frozenset({"field", "person", "changed"})
_OF_OURS = frozenset({"field", "supervised"})
_AS_LONG_AS_A_NAME = 3  # words
_ALONE = "_alone"  # of what counts where nothing is said beside it
_FEW_WORDS = 8  # what only goes on from an answer is hardly ever longer
_BEGINNING = 3
_SOON_AFTER_NOT = 3  # words: "isn't a formal complaint"
_NO_MANAGERS = ("other", Role.HEAD_OF_LDU)  # of those a matter is taken to by "higher"


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


def settle(said: Said, area: str, found: Sequence[PlaceFound], masked: Masked) -> Settled:
    """The reading of a text to an assistant of this area, with the places found and what was masked in it."""
    in_danger, signs = danger.is_danger(said)
    case = _case_facts(said, masked)
    wanted, unreachable = roles_named(said)
    places, unsure = places_in_order(found, area)
    scope = _scope(said, masked)
    gist = _gist(said, case, scope, in_danger=in_danger, of_ours=any(place.area == area for place in places))
    bygones = bygones_in(said)
    ask, terms = asked_for(said, gist, bygones)
    gist, wish = with_wish(gist, said)
    reading = Reading(
        **case._asdict(),
        **bygones._asdict(),
        danger=in_danger,
        urgency=urgency_of(said),
        asker_provider=provider_of_asker(said),
        wanted=wanted,
        names_post=_names_post(said),
        unreachable=unreachable,
        take_higher=_takes_higher(said),
        topic=gist.topic,
        hinted=gist.hinted,
        places=places,
        place_unsure=unsure,
        place_of_caller=_is_of_caller(said, found, area),
        elsewhere=not places and said.says("elsewhere", "elsewhere"),
        way_asked=said.says("way", "way") or (bool(places) and said.says("way", "of_a_place")),
        ask=ask,
        terms=terms,
        wish=wish,
        personal_data=masked.details,
        about_probation=scope.related
        or gist.topic is not None
        or _is_about_probation(said, masked)
        or said.says("way", "way")
        or (bool(places) and not says_something_else(said, found)),
        sounds_related=not scope.out and _sounds_related(said),
        out_of_scope=scope.out,
        follow=_how_it_follows(said),
        brief=len(said.norms) <= _FEW_WORDS,
    )
    return Settled(reading, signs)


def _case_facts(said: Said, masked: Masked) -> CaseFacts:
    references = tuple(dict.fromkeys(masked.references))
    provider = provider_named(said)
    if not said.speaks_of(_FACTS):
        return CaseFacts(references, provider, names_person=masked.names)
    levels = levels_in(said)
    return CaseFacts(
        references,
        provider,
        risk=risk_level(levels),
        risk_before=risk_before(levels),
        risk_change=risk_change(said, levels),
        risk_disputed=said.says("change", "disputed"),
        mappa=is_mappa(said),
        newly_mappa=is_newly_mappa(said),
        public_interest=is_of_public_interest(said),
        under_12_months=is_short_sentence(said),
        names_person=masked.names,
    )


def _gist(said: Said, case: CaseFacts, scope: _Scope, *, in_danger: bool, of_ours: bool) -> Gist:
    """What it is about; a bare "breach" is enough beside a place `of_ours`."""
    topic, sure = likeliest_topic(said, case)
    barely = of_ours and topic is not None and says_bare_word(said, topic)
    sure = sure or ((scope.related or barely) and not scope.out)
    return Gist(
        case,
        danger=in_danger,
        topic=topic if sure else None,
        hinted=None if sure or scope.out else topic,
        out_of_scope=scope.out,
    )


def _scope(said: Said, masked: Masked) -> _Scope:
    elsewhere = said.named("out_of_scope")
    related = bool(masked.references) or _names_a_post_of_ours(said) or _speaks_of_us(said, elsewhere)
    return _Scope(related, bool(elsewhere) and not related and not _says_a_topic(said, elsewhere))


def _names_a_post_of_ours(said: Said) -> bool:
    return any(match.label.name != "other" for match in said.named("role"))


def _speaks_of_us(said: Said, elsewhere: Sequence[Match]) -> bool:
    """Whether words of the field or a provider stand by themselves, and not within a matter of others."""
    ours = [match for match in said.named("field") if match.label.weight == 1]
    ours += said.named("provider")
    if not elsewhere:
        return bool(ours)
    return any(not any(match.within(other) for other in elsewhere) for match in ours)


def _sounds_related(said: Said) -> bool:
    return said.speaks_of(_RELATED) or _people_hidden(said)


def _is_about_probation(said: Said, masked: Masked) -> bool:
    """Whether it speaks of probation or of somebody supervised, or asks to speak to a person it names."""
    somebody = masked.names or STAFF in said.distinct
    return said.speaks_of(_OF_OURS) or (somebody and said.says("ask", "contact"))


def _names_post(said: Said) -> bool:
    """Whether a post is named at all, be it one turned down, taken back or of another body."""
    return "role" in said.groups or any(match.label.group == "role" for match in said.taken_back)


def _says_a_topic(said: Said, elsewhere: Sequence[Match]) -> bool:
    """Whether a topic is said by a name of its own: "a sick note for Building Better Relationships"."""
    return any(
        match.label.weight == 1
        and match.length >= _AS_LONG_AS_A_NAME
        and match.label.name != Topic.CASE
        and all(match.end <= other.start or other.end <= match.start for other in elsewhere)
        for match in (*said.named("topic"), *said.named(PROGRAMME_NAMED))
    )


def _is_of_caller(said: Said, found: Sequence[PlaceFound], area: str) -> bool:
    """Whether every place is a caller's: an agency's, or one of another area."""
    caller = said.asker.caller
    if not caller or not found:
        return False
    agency = any(said.norms[at] in BODIES for at in caller)
    return all(one.start in caller and (agency or one.place.area != area) for one in found)


def _takes_higher(said: Said) -> bool:
    """Whether it has to go higher; "offender management" does not, nor "who's in charge of probation for"."""
    higher = said.named("reach", "higher")
    if not higher:
        return False
    names = [
        *(match for match in said.named("topic") if not _is_a_complaint(said, match)),
        *(match for match in said.named("role") if match.label.name in _NO_MANAGERS),
    ]
    return any(
        not any(match.within(name) for name in names) for match in higher if not _is_no_complaint(said, match)
    )


def _is_a_complaint(said: Said, match: Match) -> bool:
    """ "Complain about my probation officer": the phrase is of a case, and is for whoever is above."""
    return said.norms[match.start].startswith("complain")


def _is_no_complaint(said: Said, match: Match) -> bool:
    """ "This isn't a complaint", "I'm not complaining": said by whoever means none."""
    return said.norms[match.start].startswith("complain") and said.denied(match, _SOON_AFTER_NOT)


def _people_hidden(said: Said) -> bool:
    """Whether the text gives a person's name or details."""
    return not said.distinct.isdisjoint((NAME, ASKER, DETAIL))


def _how_it_follows(said: Said) -> frozenset[Follow]:
    """How it goes on from an answer: a long text says so at its beginning or not at all."""
    found = said.named("follow")
    if not found:
        return frozenset()
    if len(said.norms) > _FEW_WORDS:
        found = [match for match in found if match.start < _BEGINNING]
    names = {match.label.name for match in found}
    alone = {name for name in names if name.endswith(_ALONE)}
    if alone and not _is_all_of(said, found):
        names -= alone
    return frozenset(Follow(name.removesuffix(_ALONE)) for name in names)


def _is_all_of(said: Said, found: Sequence[Match]) -> bool:
    """Whether nothing is said beside these."""
    covered = {at for match in found for at in range(match.start, match.end)}
    return all(at in covered or norm == BOUNDARY for at, norm in enumerate(said.norms))
