"""Being verified by mail: how it is said to whoever has not written what it needs."""

import pytest

from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from tests.bot.telegram.tasks.office import Office
from tests.end_to_end.wire import GROUP

pytestmark = pytest.mark.asyncio(loop_scope="package")


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("/verify", "use-verify"),
        ("/verify sample@", "use-verify"),
        ("/code", "use-code"),
        ("/code 12E4", "use-code"),
    ],
)
async def test_how_it_is_done_is_said_to_whoever_presses_the_command_alone(
    office: Office, typed: str, how: str
) -> None:
    assert (await office.says(typed)).text == say(ENGLISH, how)


async def test_a_sentence_behind_it_is_heard_as_words(office: Office) -> None:
    assert "Understood: Redditch" in (await office.says("/verify with the duty officer in Redditch")).text


async def test_nobody_writes_an_address_for_a_code_before_others(office: Office) -> None:
    await office.server.user_sends("/verify@signpost_sample_bot sample@nhs.net", chat=GROUP)
    assert (await office.sees(GROUP)).text == say(ENGLISH, "only-in-private", bot="@signpost_sample_bot")
