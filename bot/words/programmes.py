"""What the catalogue offers, in lines for a telephone: what and where, when it starts, who may go."""

from collections.abc import Iterable, Iterator, Sequence

from bot.words.catalogue import line, say
from bot.words.message import Line, LineKind, Text
from bot.words.times import listed, say_date, say_hours
from routing.answer import Offer
from routing.catalogue import Sex

SHOWN = 4


def say_programmes(offers: Sequence[Offer] | None, *, with_source: bool = False) -> Iterator[Line]:
    """What fits, or may; where nothing does, what comes nearest. Nothing where nothing was asked."""
    if offers is None:
        return
    if not offers:
        yield line(LineKind.ANSWER, "programmes-none")
        return
    fitting = [offer for offer in offers if not offer.does_not_fit]
    if not fitting:
        yield line(LineKind.ANSWER, "programmes-none-fit")
    to_show = fitting or list(offers)
    for offer in to_show[:SHOWN]:
        yield from _say_offer(offer, with_source=with_source)
    if len(to_show) > SHOWN:
        yield line(LineKind.ENTRY, "programmes-more", count=str(len(to_show) - SHOWN))


def is_sample_shown(offers: Sequence[Offer] | None) -> bool:
    """Whether anything of it is made up."""
    return any(offer.sample for offer in offers or ())


def _say_offer(offer: Offer, *, with_source: bool) -> Iterator[Line]:
    mark = say("sample-mark") if offer.sample else ""
    name = Text(f"{offer.name}{mark}", strong=True)
    if when := _when(offer):
        yield line(LineKind.ENTRY, "programme-where-and-when", name=name, where=offer.where, when=when)
    else:
        yield line(LineKind.ENTRY, "programme-where", name=name, where=offer.where)
    if offer.about and "purpose" not in offer.fits:
        yield _sentences([offer.about])  # whoever said what it is to work on knows what it is
    yield _sentences([_start(offer), *_wait_and_price(offer)])
    who = [*_who_may_go(offer), *_how_sure(offer)]
    if with_source:
        who.append(say("source", source=offer.source.rstrip(".")).strip())
    if who:
        yield _sentences(who)


def _sentences(sentences: Iterable[str]) -> Line:
    return Line(LineKind.DETAIL, (Text(" ".join(sentences)),))


def _when(offer: Offer) -> str:
    if offer.sessions:
        return say_hours(offer.sessions) or ""
    return listed([say(f"times-{times}") for times in offer.times]) if offer.times else ""


def _start(offer: Offer) -> str:
    if offer.next_start:
        date = say_date(offer.next_start)
        if offer.places is None:
            return say("programme-starts", date=date)
        return say(
            "programme-starts-with-places",
            date=date,
            places=say("programme-places", **_counted(offer.places)),
        )
    if offer.any_time:
        return say("programme-any-time")
    if offer.started_last:
        return say("programme-start-not-known-since", date=say_date(offer.started_last))
    return say("programme-start-not-known")


def _counted(count: int) -> dict[str, str]:
    return {"form": {0: "none", 1: "one"}.get(count, "many"), "count": str(count)}


def _wait_and_price(offer: Offer) -> Iterator[str]:
    if offer.waiting_weeks is not None:
        yield say("programme-wait", **_counted(offer.waiting_weeks))
    if offer.rate_card is False:
        yield say("programme-not-for-the-nps")
    elif offer.price:
        yield say("programme-price", price=offer.price)
    elif offer.rate_card:
        yield say("programme-rate-card")


def _who_may_go(offer: Offer) -> Iterator[str]:
    who = [say(f"sex-{offer.sex}")] if offer.sex and offer.sex is not Sex.BOTH else []
    who.extend(_ages(offer))
    if offer.risks:
        who.append(say("risks", risks=listed([say(f"risk-{risk}") for risk in offer.risks])))
    if who:
        yield say("programme-for", who=say("list-comma").join(who))
    if offer.not_for and offer.rate_card is not False:
        yield say("programme-not-for", who=offer.not_for)
    if offer.ways:
        yield say("programme-ways", ways=listed([say(f"way-{way}") for way in offer.ways], "or"))


def _ages(offer: Offer) -> Iterator[str]:
    least, most = offer.age_from, offer.age_to
    if least is not None and most is not None:
        yield say("ages", least=str(least), most=str(most))
    elif least is not None:
        yield say("ages-from", least=str(least))
    elif most is not None:
        yield say("ages-to", most=str(most))


def _how_sure(offer: Offer) -> Iterator[str]:
    if offer.does_not_fit:
        yield say("programme-does-not-fit", what=_asked(offer.does_not_fit))
    if offer.not_known:
        yield say("programme-unsure", what=_asked(offer.not_known))
    if offer.ring_first and offer.confirmed_on:
        yield say("programme-ring-first", date=say_date(offer.confirmed_on))
    elif offer.ring_first:
        yield say("programme-never-confirmed")
    elif offer.confirmed_on:
        yield say("programme-confirmed", date=say_date(offer.confirmed_on))


def _asked(parts: Iterable[str]) -> str:
    return listed([say(f"asked-{part}") for part in parts])
