"""The door of every channel: whom it takes somebody to be, and what it holds back."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.channel import Channel, KnowsNobody
from bot.limits import PERSON, Admission
from directory.accounts.standing import PUBLIC, Identity
from routing.vocabulary import Standing

NOON = datetime(2014, 7, 8, 12, tzinfo=UTC)
RECEPTION = Identity(Standing.RECEPTION, "west-mercia", "redditch", "a01", "sample-probation")


class KnowsOne(KnowsNobody):
    """Knows user 7001, and one word of danger."""

    async def identity(self, channel: str, user: int | None) -> Identity:
        """Reception, or the public."""
        return RECEPTION if (channel, user) == ("telegram", 7001) else PUBLIC

    def in_danger(self, text: str, area: str) -> bool:
        """Whether the word is in it."""
        return "knife" in text


@pytest.fixture
def channel() -> Channel:
    return Channel("telegram", "london", KnowsOne())


async def test_whoever_is_known_asks_with_their_standing_from_their_office(channel: Channel) -> None:
    asker = await channel.asker(7001, 7001)

    assert (asker.standing, asker.area, asker.office) == (Standing.RECEPTION, "west-mercia", "redditch")
    assert (asker.account, asker.channel, asker.key) == ("a01", "telegram", "telegram 7001")


@pytest.mark.parametrize("user", [7002, None])
async def test_whoever_is_not_known_and_whoever_asks_before_others_is_the_public(
    channel: Channel, user: int | None
) -> None:
    asker = await channel.asker(7001, user)

    assert (asker.standing, asker.area, asker.office, asker.account) == (
        Standing.PUBLIC,
        "london",
        None,
        None,
    )


async def test_a_flood_is_held_back_and_danger_in_it_is_not(channel: Channel) -> None:
    for _ in range(PERSON.burst):
        assert (await channel.admit(7001, "breach", NOON)).admission is Admission.ANSWER

    assert (await channel.admit(7001, "breach", NOON)).admission is Admission.TELL
    assert (await channel.admit(7001, "he has a knife", NOON)).admission is Admission.ANSWER
    assert (await channel.admit(7002, "breach", NOON)).admission is Admission.ANSWER
    later = NOON + timedelta(hours=1)
    assert (await channel.admit(7001, "breach", later)).admission is Admission.ANSWER


async def test_a_channel_that_stands_alone_knows_nobody_and_holds_no_words_back() -> None:
    channel = Channel("web", "london")
    for _ in range(100):
        assert (await channel.admit("somebody", "breach", NOON)).admission is Admission.ANSWER

    assert (await channel.asker(7001, 7001)).standing is Standing.PUBLIC
