"""The language that somebody chooses, and how it is forgotten."""

import pytest

from bot.telegram.words import say
from bot.words.catalogue import ENGLISH, Words
from bot.words.language import Language
from tests.bot.telegram.tasks.office import PARTNER, Office

pytestmark = pytest.mark.asyncio(loop_scope="package")
WELSH = Words(Language.WELSH)


async def test_a_choice_of_language_beats_the_apps_until_it_is_taken_back(office: Office) -> None:
    assert (await office.says("/language")).text == say(ENGLISH, "language")
    assert (await office.presses("Cymraeg")).text == say(WELSH, "language")
    assert (await office.says("/me")).text == say(WELSH, "me-public")
    await office.says("/language")
    assert (await office.presses(say(WELSH, "language-app"))).text == say(WELSH, "language-forgotten")
    assert (await office.says("/me")).text == say(ENGLISH, "me-public")

    office.server.language = "cy-GB"
    assert (await office.says("/me")).text == say(WELSH, "me-public")
    await office.says("/language")
    await office.presses("English")
    assert (await office.says("/me")).text == say(ENGLISH, "me-public")
    office.server.language = None


async def test_whoever_leaves_leaves_no_language_behind(office: Office) -> None:
    await office.is_made(PARTNER)
    await office.says("/language")
    await office.presses("Cymraeg")
    await office.says("/me leave")
    await office.presses(say(WELSH, "me-sure"))

    assert (await office.says("/me")).text == say(ENGLISH, "me-public")
