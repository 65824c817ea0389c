"""Information asked of other agencies, and figures for managers, in chat."""

import pytest

from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from tests.bot.telegram.tasks.office import ADMIN, COORDINATOR, OFFICER, PARTNER, Office

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_an_officer_records_in_a_few_taps_what_an_agency_was_asked_and_the_agency_answers(
    office: Office,
) -> None:
    await office.is_made(COORDINATOR)
    agency = office.server.person
    office.server.person = asker = agency + 1
    await office.is_made(OFFICER)
    assert (await office.says("/requests")).text == ENGLISH.say("information-none-asked")
    for label in ("Record a new request", "sample-police", "domestic abuse call-outs", "Today", "NPS"):
        shown = await office.presses(label)
    assert "Recorded as No. 1. Quote that number to the agency." in shown.text
    assert "No. 1 · sample-police · domestic abuse call-outs · by Tuesday 1 December at 5pm" in shown.text
    assert "Asked by: NPS responsible officer, Worcester probation office" in shown.text
    kept = await office.says("/requests X123456")
    assert kept.text == ENGLISH.say("information-reference-kept", number="1")

    await office.is_told_what_waits()
    told = await office.sees(agency)
    assert told.text.startswith("Worcester probation office has asked sample-police for information: No. 1,")
    answered = await office.presses("We have answered", by=agency)
    assert "the agency says that it has answered" in answered.text
    assert list(answered.buttons) == ["Back to the list"]
    await office.is_told_what_waits()
    assert (await office.sees(asker)).text.endswith("Has the reply come?")
    assert "closed: the reply has come" in (await office.presses("The reply has come")).text
    office.server.person = asker + 1


async def test_a_made_up_button_records_nothing(office: Office) -> None:
    await office.is_made(OFFICER)
    for data, said in (("z.1.2", "old-button"), ("n.nobody.d.5", None), ("c.999.1", None)):
        await office.server.user_presses_data(f"/requests:{data}")
        shown = await office.sees(office.server.person)
        assert said is None or shown.text == say(ENGLISH, said)
    assert shown.text == ENGLISH.say("information-refused", refusal="unknown")


async def test_figures_are_for_whoever_manages(office: Office) -> None:
    await office.is_made(OFFICER)
    assert (await office.says("/overview")).text == ENGLISH.say("overview-not-yours")
    office.server.person += 1
    await office.is_made(PARTNER)
    assert (await office.says("/overview")).text == say(ENGLISH, "not-for-you")
    office.server.person += 1
    await office.is_made(ADMIN)
    week = await office.says("/overview")
    assert "How it goes: West Mercia, from 25 November 2026 to 1 December 2026" in week.text
    assert "No call back is open now." in week.text
    month = await office.presses("The last 4 weeks")
    assert "from 4 November 2026" in month.text
    assert list(month.buttons) == ["The last 7 days", "The last 13 weeks"]
