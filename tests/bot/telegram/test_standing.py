"""Who asks on Telegram: in private as they were verified, before others as the public."""

from typing import cast

import msgspec
import pytest

from bot.channel import KnowsNobody
from bot.limits import GROUP as LIMIT_OF_GROUPS
from bot.limits import PERSON
from bot.telegram.words import say as say_on_telegram
from bot.verifying import Told, Verifying
from bot.words.catalogue import ENGLISH, Words
from directory.accounts.standing import PUBLIC, Identity
from routing.vocabulary import Kind, Standing, Topic
from tests.bot.telegram.answers import route
from tests.bot.telegram.conftest import Polling
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.wire import GROUP
from tests.end_to_end.wire import PERSON as SOMEBODY

OFFICER = Identity(Standing.OFFICER, "west-mercia", "worcester", "a01", "sample-probation")
TOKEN = "x" * 22


class KnowsOne(KnowsNobody):
    """Knows the person who writes, until they are suspended, and one word of danger."""

    def __init__(self) -> None:
        self.suspended = False

    async def identity(self, channel: str, user: int | None) -> Identity:
        """An officer, or the public."""
        known = (channel, user) == ("telegram", SOMEBODY) and not self.suspended
        return OFFICER if known else PUBLIC

    def in_danger(self, text: str, area: str) -> bool:
        """Whether the word is in it."""
        return "knife" in text


class Shows:
    """Notes what is shown to be verified by."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str, str, int]] = []

    async def redeem(self, words: Words, token: str, channel: str, user: int, agreed: str = "") -> Told:
        """An invitation."""
        self.shown.append(("invitation", token, channel, user))
        return Told("That went well.", done=True)

    async def send_code(self, words: Words, address: str, channel: str, user: int) -> Told:
        """An address."""
        self.shown.append(("address", address, channel, user))
        return Told("A code is on its way.", done=True)

    async def take_code(self, words: Words, code: str, channel: str, user: int) -> Told:
        """A code."""
        self.shown.append(("code", code, channel, user))
        return Told("That was <it>.", done=True)


@pytest.fixture
def knows() -> KnowsOne:
    return KnowsOne()


@pytest.fixture
def shows() -> Shows:
    return Shows()


@pytest.fixture
async def polling(idle: Polling, knows: KnowsOne, shows: Shows) -> Polling:
    """A bot that knows who asks."""
    idle.knows = knows
    idle.verifying = cast(Verifying, shows)
    idle.start()
    return idle


async def test_in_private_somebody_asks_with_their_standing(server: BotApiServer, polling: Polling) -> None:
    await server.answers("duty officer")

    asked = polling.answers.asked[-1]
    assert (asked.standing, asked.office, asked.account, asked.channel) == (
        Standing.OFFICER,
        "worcester",
        "a01",
        "telegram",
    )


async def test_a_group_is_told_only_what_anybody_may_know(server: BotApiServer, polling: Polling) -> None:
    await server.user_sends("@signpost_sample_bot duty officer", chat=GROUP)
    await server.next_message()

    asked = polling.answers.asked[-1]
    assert (asked.standing, asked.office, asked.account) == (Standing.PUBLIC, None, None)


@pytest.mark.parametrize("more", [{"kind": Kind.DECLINED}, {"topic": Topic.CASE}])
async def test_what_a_group_may_not_know_is_offered_in_private(
    server: BotApiServer, polling: Polling, more: dict[str, str]
) -> None:
    answer = msgspec.structs.replace(route(), **more)
    polling.answers.prepare(answer, answer)

    await server.user_sends("@signpost_sample_bot who has A204117?", chat=GROUP)
    offer = say_on_telegram(ENGLISH, "ask-in-private", bot="@signpost_sample_bot")
    assert (await server.next_message()).text.endswith(offer)
    assert offer not in (await server.answers("who has A204117?")).text


async def test_what_anybody_may_know_comes_without_that_offer_and_so_does_danger(
    server: BotApiServer, polling: Polling
) -> None:
    danger = msgspec.structs.replace(route(), kind=Kind.EMERGENCY, topic=Topic.CASE)
    polling.answers.prepare(route(), danger)
    for _ in range(2):
        await server.user_sends("@signpost_sample_bot duty officer", chat=GROUP)
        assert "in private" not in (await server.next_message()).text


async def test_a_suspension_holds_for_the_next_message_and_for_an_old_button(
    server: BotApiServer, polling: Polling, knows: KnowsOne
) -> None:
    first = await server.answers("duty officer")
    knows.suspended = True

    await server.user_presses(next(iter(first.buttons)))
    await server.next_message()
    assert polling.answers.asked[-1].standing is Standing.PUBLIC
    await server.answers("duty officer")
    assert polling.answers.asked[-1].standing is Standing.PUBLIC


@pytest.mark.parametrize(
    ("text", "shown", "told"),
    [
        (f"/start {TOKEN}", ("invitation", TOKEN), "That went well."),
        (f"/start {TOKEN[:-1]}", ("invitation", TOKEN[:-1]), "That went well."),
        ("/verify sample@nhs.net", ("address", "sample@nhs.net"), "A code is on its way."),
        ("sample@nhs.net ", ("address", "sample@nhs.net"), "A code is on its way."),
        (f"https://t.me/signpost_sample_bot?start={TOKEN}", ("invitation", TOKEN), "That went well."),
        ("/code 1234 5678", ("code", "1234 5678"), "That was <it>."),
        ("12345678", ("code", "12345678"), "That was <it>."),
        (" 1234 5678 ", ("code", "1234 5678"), "That was <it>."),
    ],
)
async def test_whoever_shows_who_they_are_is_told_what_came_of_it(
    server: BotApiServer, polling: Polling, shows: Shows, text: str, shown: tuple[str, str], told: str
) -> None:
    assert (await server.answers(text)).text == told
    assert shows.shown == [(*shown, "telegram", SOMEBODY)]
    assert polling.answers.asked == []


async def test_what_only_begins_like_it_is_read_as_words(
    server: BotApiServer, polling: Polling, shows: Shows
) -> None:
    for text in ("write to sample@nhs.net", "sample@nhs", f"{TOKEN} {TOKEN}", "/code red, he has a knife"):
        await server.answers(text)

    assert shows.shown == []
    assert polling.answers.asked[-1].text == "red, he has a knife"


async def test_nobody_shows_an_invitation_before_others(
    server: BotApiServer, polling: Polling, shows: Shows
) -> None:
    await server.user_sends(f"/start@signpost_sample_bot {TOKEN}", chat=GROUP)
    await server.next_message()

    assert shows.shown == []


async def test_a_flood_is_told_once_how_long_to_wait_and_danger_in_it_is_answered(
    server: BotApiServer, polling: Polling
) -> None:
    for _ in range(PERSON.burst):
        await server.answers("duty officer")

    assert (await server.answers("duty officer")).text == ENGLISH.say("too-many", seconds="3")
    await server.user_sends("duty officer")
    await server.answers("he has a knife")
    assert polling.answers.asked[-1].text == "he has a knife"
    assert len(polling.answers.asked) == PERSON.burst + 1


async def test_what_comes_from_one_group_is_counted_together_whoever_writes(
    server: BotApiServer, polling: Polling
) -> None:
    for _ in range(LIMIT_OF_GROUPS.burst):
        server.person += 1
        await server.user_sends("/duty", chat=GROUP)
        await server.next_message()

    await server.user_sends("/duty", chat=GROUP)
    seconds = str(round(LIMIT_OF_GROUPS.every))
    assert (await server.next_message()).text == ENGLISH.say("too-many", seconds=seconds)


@pytest.mark.parametrize(
    "content", [{"text": "/start"}, {"text": "/help"}, {"dice": {"emoji": "🎲", "value": 1}}]
)
async def test_a_flood_of_what_is_no_question_is_held_back_too(
    server: BotApiServer, polling: Polling, content: dict[str, object]
) -> None:
    for _ in range(PERSON.burst):
        await server.message_arrives(content)
        await server.next_message()

    await server.message_arrives(content)
    assert (await server.next_message()).text == ENGLISH.say("too-many", seconds="3")


async def test_whoever_asks_is_owed_a_line_whatever_fails(server: BotApiServer, polling: Polling) -> None:
    assert (await server.answers("/rota")).text == say_on_telegram(ENGLISH, "trouble")  # nothing is behind it


async def test_a_flood_that_goes_on_is_shut_out_for_ten_minutes_but_for_danger(
    server: BotApiServer, polling: Polling
) -> None:
    for _ in range(PERSON.burst + PERSON.enough):
        await server.user_sends("duty officer")
    while "Signpost answers you again in 10 minutes" not in (await server.next_message()).text:
        pass
    await server.answers("he has a knife")
    assert polling.answers.asked[-1].text == "he has a knife"
    assert len(polling.answers.asked) == PERSON.burst + 1
