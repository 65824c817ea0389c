"""Each command that is no question, called and pressed by somebody who has it: none is a dead end."""

import pytest

from bot.telegram.commands import COMMANDS, TASK_BUTTON
from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from tests.bot.telegram.tasks.office import ADMIN, Office

pytestmark = pytest.mark.asyncio(loop_scope="package")

NAMES = [one.name for one in COMMANDS if not one.asks and one.name not in ("start", "help")]
NO_WAY_ON = {say(ENGLISH, key) for key in ("trouble", "not-for-you")}


async def test_it_answers_alone_and_with_what_is_not_for_it(office: Office) -> None:
    for behind in ("", " whom do I ring in Redditch, it can wait"):
        for at, name in enumerate(NAMES):
            if at % 15 == 0:  # one person would write more than is answered
                office.server.person += 1
                await office.is_made(ADMIN)
            shown = await office.says(f"/{name}{behind}")
            assert shown.text not in NO_WAY_ON, name


async def test_a_button_that_it_never_drew_is_answered_and_leads_on(office: Office) -> None:
    await office.is_made(ADMIN)
    for name in (*NAMES, "start"):
        await office.server.user_presses_data(f"{TASK_BUTTON}{name}:nonsense")
        shown = await office.sees(office.server.person)
        assert shown.text not in NO_WAY_ON or name == "invite", name  # an admin writes to whom
    await office.server.user_presses_data("/unanswered:")
    assert (await office.sees(office.server.person)).text == say(ENGLISH, "old-button")
