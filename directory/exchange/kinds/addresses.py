"""E-mail addresses, and which domains a provider takes to be secure."""

from directory.exchange.cells.addresses import Address, Domain
from directory.exchange.cells.cell import Known
from directory.exchange.cells.ids import IdOf
from directory.exchange.cells.measures import Day
from directory.exchange.cells.words import OneOf, Text, YesNo
from directory.exchange.kind import Column, Kind, Values, Wrong
from directory.exchange.kinds.facts import FACT, office_of_the_area


def _email(values: Values, known: Known) -> Wrong:
    yield from office_of_the_area(values, known)
    if values.get("redirects_until") and not values.get("redirects_to"):
        yield "redirects_until", "stands there without redirects_to; write where the old address leads"
    if values.get("redirects_to") and values["redirects_to"] == values["address"]:
        yield "redirects_to", "is the address itself; write the new one"


EMAILS = Kind(
    name="emails",
    one="e-mail address",
    about="Addresses of offices and teams, old ones with where they redirect to and until when.",
    table="emails",
    key=("address", "valid_from"),
    versions=True,
    may_lack=("valid_from",),
    columns=(
        Column("address", "The address.", Address(), "duty@example.org"),
        Column("area", "Area that it serves.", IdOf("area"), "west-mercia"),
        Column("office", "Its office; empty for the whole area.", IdOf("office"), "worcester", if_empty=None),
        Column("provider", "Whose it is.", OneOf(("nps", "crc")), "nps"),
        Column("purpose", "What may be sent there.", Text(), "requests for information"),
        Column("redirects_to", "For an old address: the new one.", Address(), "", if_empty=None),
        Column(
            "redirects_until", "First day on which the old one no longer redirects.", Day(), "", if_empty=None
        ),
        *FACT,
    ),
    check=_email,
)

SECURE_DOMAINS = Kind(
    name="secure-domains",
    one="secure domain",
    about="Whether a provider takes mail to a domain, and to all below it, to be secure enough for cases.",
    table="secure_domains",
    key=("domain", "provider", "valid_from"),
    versions=True,
    may_lack=("valid_from",),
    columns=(
        Column("domain", "End of the addresses.", Domain(), "pnn.police.uk"),
        Column("provider", "Code of the provider.", IdOf("provider"), "N04"),
        Column("accepted", "Whether it does.", YesNo(), "yes"),
        *FACT,
    ),
)
