"""The real process on Telegram, over real HTTP: `python -m bot run` against a Bot API server.

Starting it takes seconds, so all tests talk to one and the same process, which the last of them kills; one
that ends by itself is started beside it. It has the clock of the day: tests do not depend on who is
reachable now.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.words.catalogue import ENGLISH
from directory.accounts import invitations
from directory.audit.audit import Act
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, writing
from tests.directory.people import PARTNER, add_agencies
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.faults import Conflict, Dropped, Fault, Held, Lost, ServerError, TooManyRequests
from tests.end_to_end.process import BotProcess
from tests.end_to_end.wire import TOKEN

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUESTION = "Who do I ring about a case in Kidderminster?"
WRONG_TOKEN = "123456:wrong"


@dataclass
class Bots:
    """The processes, and the server of the one that answers."""

    server: BotApiServer
    serving: BotProcess
    refused: BotProcess


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bots(tmp_path_factory: pytest.TempPathFactory, bundled_data: Path) -> AsyncIterator[Bots]:
    """Both processes, started together."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(BotApiServer())

        async def process(token: str) -> BotProcess:
            folder = shutil.copytree(bundled_data, tmp_path_factory.mktemp("bot") / "data")
            made = BotProcess(folder, TELEGRAM_TOKEN=token, TELEGRAM_API_BASE=server.base)
            return await stack.enter_async_context(made)

        yield Bots(server, await process(TOKEN), await process(WRONG_TOKEN))


@pytest_asyncio.fixture(loop_scope="module")
async def server(bots: Bots) -> BotApiServer:
    """The server of the process that answers, once that listens, and somebody new who writes.

    One person in all tests would write more in a minute than one person is answered.
    """
    await bots.serving.until(bots.server.polled)
    bots.server.person += 1
    return bots.server


async def test_a_message_is_answered_with_a_number(server: BotApiServer, bots: Bots) -> None:
    await bots.serving.serves()
    shown = await server.answers(QUESTION)
    assert "+44 " in shown.text
    assert ENGLISH.say("button-next") in shown.buttons


async def test_a_button_turns_the_answer_into_the_next_step(server: BotApiServer) -> None:
    first = await server.answers(QUESTION)
    await server.user_presses(ENGLISH.say("button-next"))
    second = await server.next_message()
    assert second.edited
    assert second.message_id == first.message_id
    assert second.text != first.text
    assert "+44 " in second.text


async def test_the_reasons_are_shown_with_their_sources(server: BotApiServer) -> None:
    await server.answers(QUESTION)
    await server.user_presses(ENGLISH.say("button-why"))
    assert "Source:" in (await server.next_message()).text


async def test_danger_leads_with_999(server: BotApiServer) -> None:
    shown = await server.answers("He is outside with a knife and says he will kill her")
    assert "999" in shown.text.splitlines()[0]


async def test_commands_lead_to_the_same_answers_and_menus_show_them(server: BotApiServer) -> None:
    by_command = await server.answers("/duty kidderminster")
    assert by_command.text == (await server.answers("duty officer kidderminster")).text
    assert "does not know who you are" in (await server.answers("/me")).text
    assert "job has been checked" in (await server.answers("/check")).text
    assert "duty" in server.menus["all_group_chats"]


async def test_the_contact_can_be_saved_and_offered_in_any_chat(server: BotApiServer) -> None:
    await server.answers("NPS duty officer, Worcester, it can wait")
    await server.user_presses(ENGLISH.say("telegram-card"))
    await server.says_so(lambda: bool(server.contacts))
    assert server.contacts[-1]["phone_number"] == "+441905723591"
    offered = (await server.offers("worcester duty officer, it can wait"))["results"]
    assert "+441905723591" in offered


async def test_somebody_is_invited_is_known_leaves_and_is_nobody(server: BotApiServer, bots: Bots) -> None:
    engine = make_engine(DirectorySettings(data_dir=bots.serving.folder).database_url)
    async with writing(engine) as connection:
        await add_agencies(connection)
        token = await invitations.issue(connection, PARTNER, Act("keeper", "test", datetime.now(UTC)), 1)
    await engine.dispose()

    assert "Your job has been checked" in (await server.answers(f"/start {token}")).text
    assert "sample-police, West Mercia" in (await server.answers("/me")).text
    await server.answers("/me leave")
    await server.user_presses(ENGLISH.say("telegram-me-sure"))
    assert "You have left" in (await server.next_message()).text
    assert "does not know who you are" in (await server.answers("/me")).text


async def test_a_conversation_goes_on_in_words(server: BotApiServer) -> None:
    await server.answers("breach on a CRC case, Kidderminster")
    worcester = await server.answers("and in Worcester?")
    assert "Understood: Worcester · CRC · enforcement (breach)" in worcester.text
    assert (await server.answers("no answer")).text != worcester.text
    assert "Source:" in (await server.answers("why?")).text
    assert "forgotten" in (await server.answers("start again")).text


async def test_a_report_of_a_number_is_thanked_for_and_warns_from_then_on(server: BotApiServer) -> None:
    await server.answers("NPS duty officer, Redditch, it can wait")
    await server.user_presses(ENGLISH.say("button-correct"))
    await server.next_message()
    await server.user_presses(ENGLISH.say("button-not-working"))
    assert "From now on answers warn about 01527 585152" in (await server.next_message()).text


@pytest.mark.parametrize(
    "fault",
    [TooManyRequests(retry_after=1), ServerError(), ServerError(502, html=True), Dropped()],
    ids=str,
)
async def test_sending_survives(server: BotApiServer, fault: Fault) -> None:
    server.next_time("sendMessage", fault)
    await server.answers(QUESTION)
    await _says_nothing_else(server)


@pytest.mark.parametrize(
    "fault",
    [TooManyRequests(retry_after=1), ServerError(), Dropped(), Dropped(handled=True)],
    ids=str,
)
async def test_listening_survives(server: BotApiServer, fault: Fault) -> None:
    server.next_time("getUpdates", fault)
    await server.answers(QUESTION)
    await server.answers(QUESTION)
    await _says_nothing_else(server)


async def test_editing_survives(server: BotApiServer) -> None:
    await server.answers(QUESTION)
    server.next_time("editMessageText", ServerError(), Dropped())
    await server.user_presses(ENGLISH.say("button-next"))
    assert (await server.next_message()).edited
    await _says_nothing_else(server)


async def test_listening_survives_another_program_with_the_same_token(server: BotApiServer) -> None:
    server.next_time("getUpdates", Conflict())
    await server.answers(QUESTION)
    await server.answers(QUESTION)


async def test_an_update_delivered_twice_is_answered_once(server: BotApiServer) -> None:
    update_id = await server.user_sends(QUESTION, copies=2)
    await server.next_message()
    await server.comes_again(update_id)
    await _says_nothing_else(server)


async def test_a_wrong_token_ends_it_with_one_sentence(bots: Bots) -> None:
    assert await bots.refused.exit_status(within=60) == 2
    assert "TELEGRAM_TOKEN" in bots.refused.output
    assert "Traceback" not in bots.refused.output
    assert WRONG_TOKEN not in bots.refused.output


async def test_its_output_holds_nothing_of_any_of_this(server: BotApiServer, bots: Bots) -> None:
    await server.answers(QUESTION)
    for secret in (QUESTION, "Sam Sample", TOKEN, "Traceback"):
        assert secret not in bots.serving.output


async def test_what_was_killed_goes_on_with_exactly_the_rest_and_what_is_stopped_finishes_first(
    server: BotApiServer, bots: Bots
) -> None:
    """Last of all, for it ends the process of the others."""
    await server.answers("breach on a CRC case, Kidderminster")
    killed = Lost()
    server.next_time("sendMessage", killed)
    await server.user_sends(QUESTION, chat=3003)
    await bots.serving.until(killed.arrived)
    bots.serving.kill()

    server.polled.clear()
    async with bots.serving.again() as process:
        await process.until(server.polled)
        assert (await server.next_message()).chat == 3003
        assert "Worcester · CRC · enforcement (breach)" in (await server.answers("and in Worcester?")).text

        sending = Held()
        server.next_time("sendMessage", sending)
        await server.user_sends(QUESTION)
        await process.until(sending.arrived)
        process.terminate()
        await asyncio.sleep(0.3)  # time to die too early, if it were to
        sending.let_go.set()
        assert "+44 " in (await server.next_message()).text
        assert await process.exit_status() == 0
        await server.all_confirmed()
        assert "Traceback" not in process.output
    killed.let_go.set()


async def _says_nothing_else(server: BotApiServer) -> None:
    """A chat's updates are answered in order: what else was to come would come before this."""
    await server.user_sends("/help")
    assert "In a group" in (await server.next_message()).text
