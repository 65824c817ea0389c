"""Where offices are, as far as the directory knows: on a map, and the nearest to somebody."""

import json
from dataclasses import replace
from typing import Any

from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from routing.positions import Position
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.bot.telegram.conftest import Polling
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.wire import GROUP
from tests.routing.sample_directory import SNAPSHOT

REDDITCH = Position(52.3065, -1.9457)
IN_REDDITCH = {"latitude": 52.31, "longitude": -1.95}


def placed(**offices: dict[str, Any]) -> SampleDirectory:
    """A directory that says where some offices are."""
    directory = SampleDirectory()
    known = {office: replace(SNAPSHOT.offices[office], **what) for office, what in offices.items()}
    directory.snapshot = replace(directory.snapshot, offices={**SNAPSHOT.offices, **known})
    directory.pictures = directory.pictures.unchanging(directory.snapshot)
    return directory


OF_TOWNS = placed(
    redditch={"position": REDDITCH, "position_is_towns": True, "address": "1 Sample Street, Redditch"},
    worcester={"position": Position(52.19, -2.22), "position_is_towns": True},
)
OWN = placed(redditch={"position": REDDITCH, "address": "1 Sample Street, Redditch"})


async def talks(idle: Polling, directory: SampleDirectory) -> None:
    idle.asked = assistant_on(directory)
    idle.start()


async def test_whoever_shares_where_they_are_gets_the_nearest_office_and_can_go_on(
    server: BotApiServer, idle: Polling
) -> None:
    await talks(idle, OF_TOWNS)
    await server.message_arrives({"location": IN_REDDITCH})
    shown = await server.next_message()

    assert shown.text.startswith(
        "Nearest in a straight line: Redditch, about 1 km, measured to the middle of its"
    )
    assert "+44 1527 585152" in shown.text
    assert "52.3" not in repr(idle.store.kept)
    await server.message_arrives({"venue": {"location": IN_REDDITCH, "title": "Sample", "address": "Sample"}})
    assert (await server.next_message()).text == shown.text
    assert "Worcester" in (await server.answers("and in Worcester?")).text


async def test_where_no_position_is_known_a_town_is_asked_for(server: BotApiServer, idle: Polling) -> None:
    await talks(idle, SampleDirectory())
    await server.message_arrives({"location": IN_REDDITCH})
    assert (await server.next_message()).text == say(ENGLISH, "nearby-none")


async def test_what_is_far_from_every_office_is_said_to_be(server: BotApiServer, idle: Polling) -> None:
    await talks(idle, OF_TOWNS)
    await server.message_arrives({"location": {"latitude": 0.0, "longitude": 0.0}})
    assert (await server.next_message()).text == say(ENGLISH, "nearby-far")


async def test_an_office_is_shown_on_the_map_where_its_own_position_and_address_are_known(
    server: BotApiServer, idle: Polling
) -> None:
    await talks(idle, OWN)
    await server.answers("duty officer Redditch")
    await server.user_presses(say(ENGLISH, "card"))
    await server.says_so(lambda: len(server.venues) == 1)

    (venue,) = server.venues
    assert (venue["title"], venue["address"]) == ("Redditch", "1 Sample Street, Redditch")
    assert (float(venue["latitude"]), float(venue["longitude"])) == REDDITCH
    offered = json.loads((await server.offers("duty officer Redditch"))["results"])
    assert [one["title"] for one in offered if one["type"] == "venue"] == ["Redditch"]


async def test_the_middle_of_a_town_is_never_shown_as_an_office(server: BotApiServer, idle: Polling) -> None:
    await talks(idle, OF_TOWNS)
    await server.answers("duty officer Redditch")
    await server.user_presses(say(ENGLISH, "card"))
    await server.says_so(lambda: len(server.contacts) == 1)
    await idle.says_nothing_else(server)
    assert server.venues == []
    offered = json.loads((await server.offers("duty officer Redditch"))["results"])
    assert "venue" not in {one["type"] for one in offered}


async def test_a_position_in_a_group_is_not_meant_for_us(server: BotApiServer, idle: Polling) -> None:
    await talks(idle, OF_TOWNS)
    await server.message_arrives({"location": IN_REDDITCH}, chat=GROUP)
    await idle.says_nothing_else(server, chat=GROUP)
