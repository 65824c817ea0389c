"""What keepers do in chat: checking, suspending, reading what was not understood."""

import pytest
from sqlalchemy import select

from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from directory.accounts.invitations import Offer
from directory.keeping.number_reports import Report
from directory.storage.database import reading
from directory.tables import AuditRow
from routing.vocabulary import Standing
from tests.bot.telegram.tasks.office import ADMIN, OFFICER, PARTNER, Office
from tests.directory.people import PROBATION
from tests.end_to_end.wire import GROUP

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_a_keeper_confirms_what_is_due_one_press_at_a_time(office: Office) -> None:
    await office.is_made(ADMIN)
    report = Report("+441905723591", "not-working", Standing.PUBLIC, "telegram", "somebody")
    await office.directory.number_reports.take(report)
    listed = await office.says("/check")
    assert "01905 723591 (Worcester probation office): a caller says that it is wrong." in listed.text
    assert "01527 585152 (Redditch probation office): due since 2 July 2015." in listed.text
    assert "Building Better Relationships is right" in listed.buttons
    label = say(ENGLISH, "check-right", what="01905 723591")
    assert label in listed.buttons

    rest = await office.presses(label)
    assert rest.message_id == listed.message_id
    assert rest.text.startswith("01905 723591 is confirmed as of today.")
    assert label not in rest.buttons
    await office.server.user_presses_data(listed.buttons[label], office.server.message_of(rest))
    assert "not due to you any longer" in (await office.server.next_message()).text


async def test_a_keeper_of_another_area_is_shown_nothing_of_this_one(office: Office) -> None:
    await office.is_made(Offer(PROBATION, Standing.ADMIN, "london"))
    assert "01905" not in (await office.says("/check")).text
    await office.server.user_presses_data("/check:01905 723591")
    assert "not due to you" in (await office.server.next_message()).text


async def test_whoever_tries_references_out_is_reported_to_the_keepers_who_suspend_with_one_press(
    office: Office,
) -> None:
    await office.is_made(ADMIN)
    keeper = office.server.person
    office.server.person += 1
    account = await office.is_made(PARTNER)

    for one in range(8):
        await office.server.user_sends(f"whom do I ring about case X{100_000 + 1_111 * one}")
    alarm = await office.sees(keeper)
    assert account in alarm.text
    assert (await office.presses(say(ENGLISH, "suspend-button"), by=keeper)).text == say(
        ENGLISH, "suspend-done"
    )
    assert say(ENGLISH, "lapse-suspended") in (await office.says("/me")).text

    restored = await office.presses(say(ENGLISH, "suspend-restore-button"), by=keeper)
    assert restored.text == say(ENGLISH, "suspend-restored")
    assert say(ENGLISH, "lapse-suspended") not in (await office.says("/me")).text


async def test_a_keeper_suspends_nobody_of_another_area_and_not_themselves(office: Office) -> None:
    account = await office.is_made(PARTNER)
    office.server.person += 1
    own = await office.is_made(Offer(PROBATION, Standing.ADMIN, "london"))

    for one in (account, own, "atlantis"):
        assert (await office.says(f"/suspend {one}")).text == say(ENGLISH, "suspend-sure")
        assert (await office.presses(say(ENGLISH, "suspend-button"))).text == say(
            ENGLISH, "suspend-not-yours"
        )
    assert (await office.says("/suspend")).text == say(ENGLISH, "suspend-how")


async def test_what_was_not_understood_is_listed_without_anybodys_words(office: Office) -> None:
    await office.is_made(ADMIN)
    await office.says("flurble the wibble")
    await office.directory._unanswered.close()  # so that it is written by now
    listed = (await office.says("/unanswered")).text
    assert "Not understood so far: " in listed
    assert "flurble" not in listed


async def groups_of(office: Office) -> list[tuple[str, str]]:
    """Whose offers the group gets."""
    return await office.directory.duty_groups.of(GROUP)


async def writes_in_the_group(office: Office, text: str) -> str:
    """Somebody writes in the group; what the group is told."""
    await office.server.user_sends(text, chat=GROUP)
    return (await office.sees(GROUP)).text


async def test_an_admin_makes_a_group_the_duty_group_of_an_office_and_it_stays_so_with_another_number(
    office: Office,
) -> None:
    await office.is_made(ADMIN)
    told = await writes_in_the_group(office, "/dutygroup Worcester NPS")
    assert told.startswith("From now on, call backs offered to the duty officer of the NPS are offered here")
    assert await groups_of(office) == [("worcester", "nps")]
    assert "duty officer of the NPS" in await writes_in_the_group(office, "/dutygroup")
    async with reading(office.directory.accounts.engine) as connection:
        rows = await connection.execute(select(AuditRow.action).where(AuditRow.subject.like("duty group %")))
        assert list(rows.scalars()) == ["choose"]

    moved = GROUP - 1
    await office.server.message_arrives({"migrate_to_chat_id": moved}, chat=GROUP)
    await office.server.all_confirmed()
    assert await groups_of(office) == []
    assert await office.directory.duty_groups.of(moved) == [("worcester", "nps")]
    await writes_in_the_group(office, "/dutygroup worcester nps")  # in place of the group before
    assert await office.directory.duty_groups.of(moved) == []

    assert await writes_in_the_group(office, "/dutygroup off") == say(ENGLISH, "dutygroup-gone")
    assert await groups_of(office) == []
    assert await writes_in_the_group(office, "/dutygroup off") == say(ENGLISH, "dutygroup-none")


async def test_a_duty_group_is_made_by_nobody_but_an_admin_of_the_area_and_in_the_group(
    office: Office,
) -> None:
    await office.is_made(OFFICER)
    assert await writes_in_the_group(office, "/dutygroup") == say(ENGLISH, "not-for-you")
    await writes_in_the_group(office, "/dutygroup worcester nps")
    office.server.person += 1
    await office.is_made(Offer(PROBATION, Standing.ADMIN, "thames-valley"))
    assert "is in another area than yours" in await writes_in_the_group(office, "/dutygroup worcester nps")
    assert "/dutygroup off ends it" in await writes_in_the_group(office, "/dutygroup nowhere nps")
    assert (await office.says("/dutygroup worcester nps")).text == say(ENGLISH, "dutygroup-in-the-group")
    assert await groups_of(office) == []
