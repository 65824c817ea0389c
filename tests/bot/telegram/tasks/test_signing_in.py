"""A link on Telegram that signs somebody in on the web."""

import re

import pytest

from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from tests.bot.telegram.tasks.office import OFFICER, Office

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_whoever_is_verified_is_given_a_link_to_their_own_account(office: Office) -> None:
    account = await office.is_made(OFFICER)
    shown = await office.says("/web")
    assert "Open this link within 15 minutes to sign in on the web." in shown.text
    (token,) = re.findall(r"https://signpost\.example\.org/sign-in/link/([\w-]{43})$", shown.text)

    session = await office.directory.sessions.current(await office.directory.signing_in.use(token))
    assert session is not None
    assert (session.account, session.by) == (account, "telegram")


async def test_nobody_else_is_given_one(office: Office) -> None:
    assert (await office.says("/web")).text == say(ENGLISH, "not-for-you")
