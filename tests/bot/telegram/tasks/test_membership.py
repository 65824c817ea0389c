"""Who one is taken to be, leaving, and which commands are for whom."""

import pytest

from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from bot.words.language import Language
from directory.accounts.standing import TELEGRAM
from tests.bot.telegram.tasks.office import ADMIN, NOON, OFFICER, PARTNER, Office
from tests.end_to_end.wire import GROUP

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_a_stranger_is_told_what_they_are_told_and_how_to_be_more(office: Office) -> None:
    assert (await office.says("/me")).text == say(ENGLISH, "me-public")


async def test_somebody_sees_who_they_are_until_when_and_leaves_with_two_presses(office: Office) -> None:
    await office.is_made(OFFICER)
    shown = await office.says("/me")
    assert "probation staff: sample-probation, Worcester probation office." in shown.text
    assert "until 1 December 2027" in shown.text
    assert "the number of this chat and, if you gave them, your choice of language" in shown.text

    sure = await office.presses(say(ENGLISH, "me-leave-button"))
    assert sure.message_id == shown.message_id
    stays = await office.presses(say(ENGLISH, "me-not-sure"))
    assert stays.text == shown.text
    languages, conversations = office.directory.languages, office.directory.conversations
    person = office.server.person
    await languages.choose(TELEGRAM, person, Language.ENGLISH)
    conversations.keep(f"telegram {person}", "n:do:n:redditch|breach||||", NOON)
    assert await conversations.recall(f"telegram {person}")
    assert (await office.says("/me leave")).text == say(ENGLISH, "me-leave")
    assert (await office.presses(say(ENGLISH, "me-sure"))).text == say(ENGLISH, "me-left")
    assert (await office.says("/me")).text == say(ENGLISH, "me-public")
    assert (await office.directory.accounts.identity(TELEGRAM, person)).language is None
    assert await conversations.recall(f"telegram {person}") is None
    await office.server.user_presses_data("/me:sure")  # a button that was drawn before
    assert (await office.server.next_message()).text == say(ENGLISH, "me-public")


async def test_nobody_gets_rid_of_a_suspension_by_leaving(office: Office) -> None:
    account = await office.is_made(PARTNER)
    await office.is_suspended(account)

    assert say(ENGLISH, "lapse-suspended") in (await office.says("/me")).text
    await office.says("/me leave")
    assert (await office.presses(say(ENGLISH, "me-sure"))).text == say(ENGLISH, "lapse-suspended")
    assert await office.directory.accounts.membership(office.person)


@pytest.mark.parametrize("typed", ["/rota", "/check", "/unanswered", "/invite", "/suspend"])
async def test_a_partner_has_no_command_of_staff(office: Office, typed: str) -> None:
    await office.is_made(PARTNER)
    assert (await office.says(typed)).text == say(ENGLISH, "not-for-you")


async def test_what_is_in_no_group_is_in_no_group_for_a_press_either(office: Office) -> None:
    await office.is_made(ADMIN)
    where = {"chat": {"id": GROUP, "type": "group", "title": "sample"}, "message_id": 1, "date": 1}
    await office.server.user_presses_data("/check:01905 723591", {**where, "text": "x"})
    assert (await office.server.next_message()).text == say(ENGLISH, "old-button")
