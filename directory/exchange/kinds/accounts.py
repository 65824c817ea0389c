"""Agencies, and the accounts of those who may know more than the public."""

from directory.accounts.agency_domains import is_of_many
from directory.exchange.cells.addresses import Domain
from directory.exchange.cells.cell import Known
from directory.exchange.cells.ids import IdOf, NewId
from directory.exchange.cells.measures import Day, Whole
from directory.exchange.cells.words import OneOf, Text, YesNo
from directory.exchange.kind import Column, Kind, Values, Wrong
from directory.exchange.kinds.facts import FACT, office_of_the_area

AGENCY_KINDS = (
    "police", "council", "court", "prison", "health", "housing", "youth_offending", "probation", "other",
)  # fmt: skip
STANDINGS = ("partner", "reception", "officer", "admin")
ON_THE_ROTA = ("officer", "admin")


def _agency(values: Values, known: Known) -> Wrong:
    """That whoever can read mail there is of this agency."""
    domain = values.get("domain")
    if domain and is_of_many(domain, known.secure_domains):
        yield (
            "domain",
            "is of many agencies, so mail there does not show who is of this one; write its own part, "
            "like sample-force.pnn.police.uk, or leave it empty and invite its people one by one",
        )


def _account(values: Values, known: Known) -> Wrong:
    if values.get("office") and not values.get("area"):
        yield "area", "stands there, and the office is in one; write its area"
    if values.get("person") and values["standing"] not in ON_THE_ROTA:
        yield (
            "standing",
            f"is {values['standing']}; only probation staff are on the rota, so leave person empty",
        )
    yield from office_of_the_area(values, known)


AGENCIES = Kind(
    name="agencies",
    one="agency",
    about="Agencies that work with probation, and probation itself.",
    table="agencies",
    key=("id",),
    columns=(
        Column("id", "Id of the agency, for good.", NewId(), "west-mercia-police"),
        Column("name", "The agency as people call it.", Text(), "West Mercia Police"),
        Column("kind", "What it is.", OneOf(AGENCY_KINDS), "police"),
        Column("area", "Its area; empty where it is in several.", IdOf("area"), "west-mercia", if_empty=None),
        Column(
            "domain",
            "Its own domain for mail, where that is on an accepted secure one: whoever can read mail there "
            "is of this agency. Never a secure domain as a whole, such as cjsm.net, which many share.",
            Domain("a domain, like sample-force.pnn.police.uk"),
            "westmercia.pnn.police.uk",
            if_empty=None,
        ),
        Column(
            "revoked",
            "Yes where nobody of it may know more than the public any longer.",
            YesNo(),
            "no",
            if_empty=False,
        ),
        *FACT,
    ),
    check=_agency,
)

ACCOUNTS = Kind(
    name="accounts",
    one="account",
    about="Who has been verified, for which agency and with what standing. An admin keeps its area, and "
    "without an area all of them.",
    table="accounts",
    key=("id",),
    columns=(
        Column("id", "Id of the account; no name of a person.", NewId(), "wmp-0017"),
        Column("agency", "Agency that it belongs to.", IdOf("agency"), "west-mercia-police"),
        Column("standing", "What it may know.", OneOf(STANDINGS), "partner"),
        Column("area", "Its area; empty for all.", IdOf("area"), "west-mercia", if_empty=None),
        Column("office", "Its office.", IdOf("office"), "", if_empty=None),
        Column(
            "telegram",
            "Number of the Telegram chat it is reached in.",
            Whole(1, 10**15),
            "",
            if_empty=None,
            personal=True,
        ),
        Column(
            "person",
            "Who it is on the rota, so that shifts and calls back reach them; of probation staff only.",
            IdOf("person"),
            "",
            if_empty=None,
        ),
        Column("coordinator", "Yes where it may invite others of its agency.", YesNo(), "no", if_empty=False),
        Column("suspended", "Yes where it knows no more than the public.", YesNo(), "no", if_empty=False),
        Column(
            "verified_until",
            "First day on which it has to be verified anew; empty for never.",
            Day(),
            "2027-07-01",
            if_empty=None,
        ),
        *FACT,
    ),
    check=_account,
)
