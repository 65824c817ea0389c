"""What there is to say beside whose it is: seats in a partnership, how a change of risk goes on, the papers
that come with a case, what changed in 2014, where an office is. The words are data of the policy; here is
only when they are said."""

from collections.abc import Iterator
from datetime import date

from routing.answer import Reason
from routing.ownership import Ownership
from routing.policy import Policy
from routing.reading.bygone import ALL_PAPERS
from routing.reading.reading import Ask, Reading, RiskChange
from routing.snapshot import Email, Office, Snapshot
from routing.vocabulary import Provider, Risk, Standing, Topic

PAPERS = ("report", "order", "allocation", "prosecution", "replies")
_TRUST = "trust"
_EMAIL = "email"
_MOST_ADDRESSES = 6
_PATHS = {Provider.CRC: "risk.for_crc_staff", Provider.NPS: "risk.for_nps_staff"}
_STAFF = frozenset({Standing.OFFICER, Standing.ADMIN})
_NOT_HIGH = frozenset({Risk.LOW, Risk.MEDIUM})


def partnership(reading: Reading, topic: Topic, ownership: Ownership, policy: Policy) -> Iterator[Reason]:
    """Who sits there and in what capacity, and who is asked where both providers lead."""
    shared = policy.leads.get(topic) is Provider.BOTH
    if shared or reading.ask is Ask.WHO_DOES:
        yield from policy.seats_reason(topic)
    if shared and ownership.provider is Provider.BOTH:
        yield policy.reason("contact.shared")


def risk_walk(reading: Reading, ownership: Ownership, standing: Standing, policy: Policy) -> Iterator[Reason]:
    """How it goes on when a risk has risen: who rings whom, what becomes of the case, and what does not."""
    if reading.topic is not Topic.RISK_ESCALATION or reading.risk_change is RiskChange.FELL:
        return
    for rule in _paths(reading, standing):
        yield policy.reason(rule)
    asked, open_yet = reading.ask is Ask.WHO_DOES, reading.risk not in _NOT_HIGH
    of_the_crc = ownership.provider is Provider.CRC
    if open_yet and (of_the_crc or asked):
        yield policy.reason("risk.until_then")
    if asked or (open_yet and of_the_crc):
        yield policy.reason("risk.if_not_high")
    if asked or open_yet:
        yield policy.reason("risk.no_way_back")
    yield policy.reason("risk.danger_first")


def _paths(reading: Reading, standing: Standing) -> tuple[str, ...]:
    """The path of the asker's own side; of both sides for staff who do not say which is theirs."""
    if reading.asker_provider in _PATHS:
        return (_PATHS[reading.asker_provider],)
    return tuple(_PATHS.values()) if standing in _STAFF else ("risk.for_partners",)


def papers_of_a_case(reading: Reading, policy: Policy) -> Iterator[Reason]:
    """The papers that should come from court with a case, and whom to chase for each."""
    names = PAPERS if ALL_PAPERS in reading.papers else reading.papers
    yield from (policy.reason(f"case_flow.{name}") for name in names)


def way_there(reading: Reading, policy: Policy, office: Office | None) -> Iterator[Reason]:
    """Where the office is, asked by whoever wants to go there. Of an Approved Premises nobody is told."""
    if not reading.way_asked or office is None or office.kind == "approved_premises":
        return
    if office.address:
        yield policy.reason("place.address", office=office.name, address=office.address)
    else:
        yield policy.reason("place.no_address", office=office.name)


def what_changed(
    reading: Reading, policy: Policy, snapshot: Snapshot, area: str, today: date
) -> Iterator[Reason]:
    """What changed in 2014, as far as the text speaks of it."""
    for name in reading.changes:
        if name != _TRUST or not reading.trusts or policy.area in reading.trusts:
            yield policy.reason(f"changed.{name}")
    if _EMAIL in reading.changes:
        here = [email for email in snapshot.emails if email.area == area][:_MOST_ADDRESSES]
        yield from (_address(email, policy, today) for email in here)
        if not here:
            yield policy.reason("changed.email_none")
    for name in reading.trusts:
        found = snapshot.areas.get(name)
        if found is not None and found.id != policy.area:
            yield policy.reason("changed.trust_elsewhere", nps=found.nps_division, crc=found.crc_name)


def _address(email: Email, policy: Policy, today: date) -> Reason:
    """An address as the keeper entered it; an old one with where its mail goes."""
    address = f"{email.address} (sample, made up)" if email.sample else email.address
    if email.redirects_to is None:
        whose = {"purpose": email.purpose, "provider": email.provider.upper()}
        return policy.reason("changed.email_held", address=address, **whose)
    over = email.redirects_until is not None and email.redirects_until <= today
    rule = "changed.email_ended" if over else "changed.email_redirected"
    return policy.reason(rule, address=address, new=email.redirects_to)
