"""Commands that ask something: a short way of writing a question, heard as the question is."""

import msgspec
import pytest

from bot.channel import KnowsNobody
from bot.telegram.commands import COMMANDS, NAMED
from bot.telegram.words import say
from bot.words.catalogue import ENGLISH, Words
from bot.words.language import Language
from directory.accounts.standing import Identity, Lapse
from routing.enquiry import Enquiry
from routing.vocabulary import Kind, Standing
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.bot.telegram.answers import route
from tests.bot.telegram.conftest import Polling
from tests.bot.telegram.test_standing import KnowsOne
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.faults import BadRequest
from tests.end_to_end.wire import GROUP, PERSON

US = "@signpost_sample_bot"
WELSH = Words(Language.WELSH)


@pytest.fixture
async def polling(idle: Polling) -> Polling:
    """A bot that knows nobody, but danger when it reads it."""
    idle.knows = stranger = KnowsOne()
    stranger.suspended = True
    idle.start()
    return idle


@pytest.fixture
async def known(idle: Polling) -> Polling:
    """A bot that knows the person who writes: an officer."""
    idle.knows = KnowsOne()
    idle.start()
    return idle


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("/duty redditch", "duty officer redditch"),
        ("/DUTY nps worcester", "duty officer nps worcester"),
        (f"/spo{US} redditch", "SPO redditch"),
        ("/ooh", "out of hours number"),
        ("/office Malvern", "telephone number of the probation office Malvern"),
        ("/case X123456", "whom do I ring about case X123456"),
        ("/programme domestic abuse", "which programmes are there domestic abuse"),
        ("/term mappa {}", "what does mappa {} mean?"),
    ],
)
async def test_a_command_is_heard_as_the_question_it_stands_for(
    server: BotApiServer, polling: Polling, typed: str, heard: str
) -> None:
    await server.answers(typed)
    assert [asked.text for asked in polling.answers.asked] == [heard]


@pytest.mark.parametrize("name", [one.name for one in COMMANDS if one.asks and not one.needs_words])
async def test_alone_it_answers_for_the_askers_own_office_and_says_how_it_is_used(
    server: BotApiServer, known: Polling, name: str
) -> None:
    shown = await server.answers(f"/{name}")
    assert "+44 1632 960001" in shown.text
    assert shown.text.endswith(say(ENGLISH, f"use-{name}"))
    assert known.answers.asked[-1].office == "worcester"


@pytest.mark.parametrize("name", [one.name for one in COMMANDS if one.needs_words])
async def test_one_that_needs_a_word_says_so(server: BotApiServer, polling: Polling, name: str) -> None:
    shown = await server.answers(f"/{name}")
    assert shown.text == say(ENGLISH, f"use-{name}")
    assert f"/{name} " in shown.text
    assert polling.answers.asked == []


@pytest.mark.parametrize("name", [one.name for one in COMMANDS if one.name not in ("start", "help")])
async def test_danger_behind_any_command_is_heard_as_it_was_written(
    server: BotApiServer, polling: Polling, name: str
) -> None:
    await server.user_sends(f"/{name}{US} he has a knife", chat=GROUP)
    await server.next_message()
    assert polling.answers.asked[-1].text == "he has a knife"


async def test_what_each_command_asks_is_understood_as_meant() -> None:
    assistant = assistant_on(SampleDirectory())

    async def kind_of(
        name: str, rest: str, standing: Standing = Standing.PUBLIC
    ) -> tuple[str, str | None, str]:
        text = NAMED[name].asks.format(rest)
        answer = await assistant.answer(Enquiry(text, assistant.directory.now(), "west-mercia", standing))
        return answer.kind, answer.office, answer.steps[0].role

    assert await kind_of("duty", "redditch") == ("route", "redditch", "duty_officer")
    assert await kind_of("spo", "crc kidderminster") == ("route", "kidderminster", "spo")
    assert await kind_of("ooh", "redditch") == ("route", "redditch", "approved_premises")
    assert (await kind_of("office", "worcester"))[:2] == ("route", "worcester")
    assert (await kind_of("term", "mappa"))[0] == "explain"
    assert (await kind_of("case", "X123456 redditch"))[0] == "route"
    assert (await kind_of("case", "B310482", Standing.PARTNER))[:2] == ("route", "kidderminster")


async def test_in_a_group_a_question_is_answered_and_a_case_is_asked_about_in_private(
    server: BotApiServer, polling: Polling
) -> None:
    await server.user_sends("/duty redditch", chat=GROUP)
    assert "+44 1632 960001" in (await server.next_message()).text
    await server.user_sends(f"/case{US} X123456", chat=GROUP)
    assert (await server.next_message()).text == say(ENGLISH, "only-in-private", bot=US)
    await server.user_sends("/case X123456", chat=GROUP)  # may be another bot's
    await polling.says_nothing_else(server, chat=GROUP)
    assert [asked.text for asked in polling.answers.asked] == ["duty officer redditch"]


async def test_a_command_of_staff_says_whose_it_is_and_words_behind_it_are_heard(
    server: BotApiServer, polling: Polling
) -> None:
    assert (await server.answers("/rota")).text == say(ENGLISH, "not-for-you")
    await server.answers("/check on whom to ring in Redditch")
    assert polling.answers.asked[-1].text == "check on whom to ring in Redditch"


async def test_help_names_the_commands_that_come_with_a_standing(
    server: BotApiServer, known: Polling
) -> None:
    shown = await server.answers("/help")
    assert "/rota: Who is on duty" in shown.text
    assert "/check" not in shown.text
    await server.user_sends("/help", chat=GROUP)
    assert "/rota" not in (await server.next_message()).text


class Lapsed(KnowsNobody):
    """Knows somebody whose job has to be checked again."""

    async def identity(self, channel: str, user: int | None) -> Identity:
        """The public, and why."""
        return Identity(lapse=Lapse.VERIFY_ANEW)


async def test_whoever_has_to_be_verified_anew_is_told_so_where_it_matters(
    server: BotApiServer, idle: Polling
) -> None:
    idle.knows = Lapsed()
    idle.start()
    idle.answers.prepare(msgspec.structs.replace(route(), kind=Kind.DECLINED), route())

    assert (await server.answers("who has A204117?")).text.endswith(say(ENGLISH, "lapse-verify_anew"))
    assert say(ENGLISH, "lapse-verify_anew") not in (await server.answers("duty officer")).text


async def test_menus_are_for_everybody_for_groups_and_for_whoever_has_a_standing(
    server: BotApiServer, known: Polling
) -> None:
    await server.answers("duty officer")
    await server.says_so(lambda: PERSON in server.menus)
    assert {"duty", "me"} <= set(server.menus["all_private_chats"])
    assert "rota" not in server.menus["all_private_chats"]
    assert {"duty", "help"} <= set(server.menus["all_group_chats"])
    assert "case" not in server.menus["all_group_chats"]
    assert "rota" in server.menus[PERSON]
    assert "check" not in server.menus[PERSON]
    assert server.calls["setChatMenuButton"] == 1  # which opens them
    last = "command-start"
    assert server.menu_words["all_private_chats", ""] == say(ENGLISH, last)
    assert server.menu_words["all_private_chats", "cy"] == say(WELSH, last)


async def test_somebodys_own_menu_is_in_the_language_that_they_are_answered_in(
    server: BotApiServer, known: Polling
) -> None:
    await server.answers("duty officer")
    await server.says_so(lambda: server.menu_words.get((PERSON, "")) == say(ENGLISH, "command-start"))
    server.language = "cy"
    await server.answers("duty officer")
    await server.says_so(lambda: server.menu_words.get((PERSON, "")) == say(WELSH, "command-start"))


async def test_a_menu_follows_a_suspension_at_the_next_message(server: BotApiServer, known: Polling) -> None:
    await server.answers("duty officer")
    await server.says_so(lambda: PERSON in server.menus)
    knows = known.knows
    assert isinstance(knows, KnowsOne)
    knows.suspended = True
    await server.answers("duty officer")
    await server.says_so(lambda: PERSON not in server.menus)


async def test_a_menu_that_cannot_be_set_keeps_nobody_from_an_answer(
    server: BotApiServer, known: Polling, caplog: pytest.LogCaptureFixture
) -> None:
    await server.says_so(lambda: server.calls["setMyCommands"] == 4)
    server.next_time("setMyCommands", BadRequest("of Sam Sample"))
    assert "+44 1632 960001" in (await server.answers("duty officer")).text
    await server.answers("duty officer")
    assert "a menu could not be set: TelegramBadRequest" in caplog.text
    assert "Sam Sample" not in caplog.text


async def test_nobodys_menu_is_set_again_and_again(server: BotApiServer, polling: Polling) -> None:
    for _ in range(2):
        await server.answers("duty officer")
    assert server.calls["setMyCommands"] == 4  # of private chats and of groups, in two languages
    assert server.calls["deleteMyCommands"] == 0


def test_every_command_is_one_that_telegram_takes() -> None:
    assert len(NAMED) == len(COMMANDS)
    for one in COMMANDS:
        assert one.name.isascii()
        assert one.name.islower()
        assert (
            not one.in_menus or 3 <= len(say(ENGLISH, f"command-{one.name}")) <= 40
        )  # a telephone shows that much of a line
