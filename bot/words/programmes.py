"""What the catalogue offers, in lines for a telephone: what and where, when it starts, who may go."""

from collections.abc import Iterable, Iterator, Sequence

from bot.words.catalogue import Words
from bot.words.message import Line, LineKind, Runs, Text, strong
from bot.words.reasons import say_source
from bot.words.times import listed, say_date, say_hours
from routing.answer import Offer
from routing.catalogue import Sex

SHOWN = 4


def say_programmes(
    words: Words, offers: Sequence[Offer] | None, *, with_source: bool = False
) -> Iterator[Line]:
    """What fits, or may; where nothing does, what comes nearest. Nothing where nothing was asked."""
    if offers is None:
        return
    if not offers:
        yield words.line(LineKind.ANSWER, "programmes-none")
        return
    fitting = [offer for offer in offers if not offer.does_not_fit]
    if not fitting:
        yield words.line(LineKind.ANSWER, "programmes-none-fit")
    to_show = fitting or list(offers)
    for offer in to_show[:SHOWN]:
        yield from _say_offer(words, offer, with_source=with_source)
    if len(to_show) > SHOWN:
        yield words.line(LineKind.ENTRY, "programmes-more", count=len(to_show) - SHOWN)


def is_sample_shown(offers: Sequence[Offer] | None) -> bool:
    """Whether anything of it is made up."""
    return any(offer.sample for offer in offers or ())


def _say_offer(words: Words, offer: Offer, *, with_source: bool) -> Iterator[Line]:
    mark = (Text(words.say("sample-mark")),) if offer.sample else ()
    name = strong((*words.held(offer.name), *mark))
    where = words.held(offer.where)
    if when := _when(words, offer):
        yield words.line(LineKind.ENTRY, "programme-where-and-when", name=name, where=where, when=when)
    else:
        yield words.line(LineKind.ENTRY, "programme-where", name=name, where=where)
    if offer.about and "purpose" not in offer.fits:
        # Whoever said what it is to work on knows what it is.
        yield words.sentences(LineKind.DETAIL, [words.held(offer.about)])
    yield words.sentences(LineKind.DETAIL, [_start(words, offer), *_wait_and_price(words, offer)])
    who = [*_who_may_go(words, offer), *_how_sure(words, offer)]
    if with_source:
        who.append(say_source(words, offer.source))
    if who:
        yield words.sentences(LineKind.DETAIL, who)


def _when(words: Words, offer: Offer) -> str:
    if offer.sessions:
        return say_hours(words, offer.sessions) or ""
    return listed(words, [words.say(f"times-{times}") for times in offer.times]) if offer.times else ""


def _start(words: Words, offer: Offer) -> str:
    if offer.next_start:
        date = say_date(words, offer.next_start)
        if offer.places is None:
            return words.say("programme-starts", date=date)
        return words.say(
            "programme-starts-with-places",
            date=date,
            places=words.say("programme-places", count=offer.places),
        )
    if offer.any_time:
        return words.say("programme-any-time")
    if offer.started_last:
        return words.say("programme-start-not-known-since", date=say_date(words, offer.started_last))
    return words.say("programme-start-not-known")


def _wait_and_price(words: Words, offer: Offer) -> Iterator[str]:
    if offer.waiting_weeks is not None:
        yield words.say("programme-wait", count=offer.waiting_weeks)
    if offer.rate_card is False:
        yield words.say("programme-not-for-the-nps")
    elif offer.price:
        yield words.say("programme-price", price=words.in_words(offer.price))
    elif offer.rate_card:
        yield words.say("programme-rate-card")


def _who_may_go(words: Words, offer: Offer) -> Iterator[str | Runs]:
    who = [words.say(f"sex-{offer.sex}")] if offer.sex and offer.sex is not Sex.BOTH else []
    who.extend(_ages(words, offer))
    if offer.risks:
        who.append(
            words.say("risks", risks=listed(words, [words.say(f"risk-{risk}") for risk in offer.risks]))
        )
    if who:
        yield words.say("programme-for", who=words.say("list-comma").join(who))
    if offer.not_for and offer.rate_card is not False:
        yield words.runs("programme-not-for", who=words.held(offer.not_for))
    if offer.ways:
        yield words.say(
            "programme-ways", ways=listed(words, [words.say(f"way-{way}") for way in offer.ways], "or")
        )


def _ages(words: Words, offer: Offer) -> Iterator[str]:
    least, most = offer.age_from, offer.age_to
    if least is not None and most is not None:
        yield words.say("ages", least=str(least), most=str(most))
    elif least is not None:
        yield words.say("ages-from", least=str(least))
    elif most is not None:
        yield words.say("ages-to", most=str(most))


def _how_sure(words: Words, offer: Offer) -> Iterator[str]:
    if offer.does_not_fit:
        yield words.say("programme-does-not-fit", what=_asked(words, offer.does_not_fit))
    if offer.not_known:
        yield words.say("programme-unsure", what=_asked(words, offer.not_known))
    if offer.ring_first and offer.confirmed_on:
        yield words.say("programme-ring-first", date=say_date(words, offer.confirmed_on))
    elif offer.ring_first:
        yield words.say("programme-never-confirmed")
    elif offer.confirmed_on:
        yield words.say("programme-confirmed", date=say_date(words, offer.confirmed_on))


def _asked(words: Words, parts: Iterable[str]) -> str:
    return listed(words, [words.say(f"asked-{part}") for part in parts])
