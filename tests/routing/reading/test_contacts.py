"""Which post is wanted, which was tried, which provider has the case, and how soon."""

import pytest

from routing.vocabulary import Provider, Role, Urgency
from tests.routing.reading.reading_of import reading_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("who's duty today", Role.DUTY_OFFICER),
        ("the duty senior please", Role.DUTY_SPO),
        ("number for the duty officer", Role.DUTY_OFFICER),
        ("acting senior at Redditch", Role.SPO),
        ("the line manager of his probation officer", Role.SPO),
        ("out of hours number", Role.APPROVED_PREMISES),
        ("Duty sergeant here", None),
        ("I'm a senior practitioner in adult care", None),
        ("housing manager here, who do I ring", None),
        ("ViSOR manager, need to hand over a man to probation in Redditch", None),
        ("Contracts lead. We want somebody in probation", None),
        ("CRC manager, I need one at Redditch", Role.SPO),
        ("Manager, I want one in probation", Role.SPO),
        ("I don't want the duty officer, I want the SPO. Redditch", Role.SPO),
        ("I don't need the SPO, just the duty officer, Redditch", Role.DUTY_OFFICER),
        ("the SPO rather than the duty officer", Role.SPO),
        ("I don't want the duty officer", Role.DUTY_OFFICER),
        ("reception at Redditch", Role.RECEPTION),
        ("a man in reception at Redditch, who do I ring", None),
        ("head of Worcestershire LDU", Role.HEAD_OF_LDU),
    ],
)
def test_the_post_wanted(text: str, role: Role | None) -> None:
    assert reading_of(text).wanted is role


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Neither the NPS duty officer nor the NPS SPO at Redditch is available",
            {Role.DUTY_OFFICER, Role.SPO},
        ),
        ("Tried duty, tried the SPO, nothing", {Role.DUTY_OFFICER, Role.SPO}),
        ("no reply from the duty officer or the senior", {Role.DUTY_OFFICER, Role.SPO}),
        ("already spoke to the duty officer, no joy", {Role.DUTY_OFFICER}),
        ("the senior's away", {Role.SPO}),
        ("CRC duty not at desk", {Role.DUTY_OFFICER}),
        ("his officer has been off since Monday", {Role.RESPONSIBLE_OFFICER}),
        ("he's come out of prison and is back on licence", set()),
        ("out of hours number", set()),
        ("He is not in danger but I want to report he has moved. Redditch", set()),
        ("I'm not in danger. Duty officer Redditch", set()),
        ("he's not answering his door, missed two appointments; CRC Redditch", set()),
        ("his officer is not in, he is not in danger", {Role.RESPONSIBLE_OFFICER}),
        ("ask the duty officer to come out", set()),
        ("an off licence was robbed", set()),
        ("the supervisor on our allotment project is away", set()),
    ],
)
def test_the_posts_that_cannot_be_reached(text: str, posts: set[Role]) -> None:
    assert reading_of(text).unreachable == posts


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("not the CRC", Provider.NPS),
        ("it's not NPS", Provider.CRC),
        ("is it NPS or CRC", None),
        ("CRC told us to ring the NPS", Provider.NPS),
        ("the NPS say it isn't theirs, it's with the CRC", Provider.CRC),
        ("I'm CRC. The man is NPS", Provider.NPS),
        ("used to be CRC, now NPS", Provider.NPS),
        ("transferred from the NPS to the CRC", Provider.CRC),
        ("can't reach the CRC", Provider.CRC),
        ("neither the NPS duty officer nor the NPS SPO", Provider.NPS),
        ("NPS, not CRC, duty officer Redditch", Provider.NPS),
        ("no CRC officer answers", Provider.CRC),
        ("NPS and CRC duty officers at Redditch", Provider.BOTH),
        ("duty officers for the CRC and NPS", Provider.BOTH),
        ("NPS and CRC, which is it", None),
    ],
)
def test_the_provider_that_has_the_case(text: str, provider: Provider | None) -> None:
    assert reading_of(text).provider is provider


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("not urgent", Urgency.CAN_WAIT),
        ("can't wait till morning", Urgency.URGENT),
        ("it won't keep until Monday", Urgency.URGENT),
        ("it'll keep until Monday", Urgency.CAN_WAIT),
        ("nothing that won't keep until you reopen", Urgency.CAN_WAIT),
        ("doesn't need to be today", Urgency.CAN_WAIT),
        ("Monday will be soon enough", Urgency.CAN_WAIT),
        ("I couldn't wait to get off probation", None),
        ("the waiting room is full", None),
    ],
)
def test_how_soon(text: str, urgency: Urgency | None) -> None:
    assert reading_of(text).urgency is urgency
