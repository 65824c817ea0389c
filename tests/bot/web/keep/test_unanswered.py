"""A word that nobody knows is taught in one step, and understood from then on; or taken off the list."""

import pytest
from sqlalchemy import delete, insert

from directory.storage.database import writing
from directory.tables import Unanswered, UnknownWord
from routing.vocabulary import Means
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, NOON, House
from tests.bot.web.keep.pages import said, until

pytestmark = pytest.mark.asyncio(loop_scope="package")


@pytest.fixture
async def unknown(house: House) -> None:
    words = [{"word": word, "since": NOON.date(), "times": 2} for word in ("brummel", "flumpet")]
    async with writing(house.directory.accounts.engine) as connection:
        await connection.execute(delete(UnknownWord))
        await connection.execute(delete(Unanswered))
        await connection.execute(insert(UnknownWord), words)
        shape = {"topic": "breach", "place": True, "length": "4 to 12", "times": 7}
        await connection.execute(insert(Unanswered), shape)


async def test_a_word_is_taught_and_off_the_list(house: House, unknown: None) -> None:
    browser = await house.signed_in(ADMIN_OF_ALL)
    page = said(await browser.get("/keep/unanswered"))
    assert "flumpet by three people, and 2 more times" in page
    assert "7 breach yes 4 to 12" in page

    taught = await browser.post(
        "/keep/unanswered", data={"word": "flumpet", "meaning": "topic:recall", "deed": "teach"}
    )
    assert "It is taught" in said(taught)
    assert 'value="flumpet"' not in taught.text
    await until(
        house,
        lambda picture: (
            ("flumpet", Means.TOPIC, "recall")
            in [(one.phrase, one.means, one.value) for one in picture.aliases]
        ),
    )


async def test_the_keeper_of_an_area_teaches_offices_of_it_alone(house: House, unknown: None) -> None:
    browser = await house.signed_in(ADMIN)
    page = (await browser.get("/keep/unanswered")).text
    assert 'value="office:redditch"' in page
    for hidden in ("topic:recall", "office:camden", "term:oasys"):
        assert f'value="{hidden}"' not in page
        refused = await browser.post("/keep/unanswered", data={"word": "brummel", "meaning": hidden})
        assert "Choose what the word stands for." in said(refused)

    taught = await browser.post("/keep/unanswered", data={"word": "brummel", "meaning": "office:redditch"})
    assert "It is taught" in said(taught)


async def test_a_word_is_taken_off_the_list(house: House, unknown: None) -> None:
    browser = await house.signed_in(ADMIN)
    forgotten = await browser.post("/keep/unanswered", data={"word": "flumpet", "deed": "forget"})

    assert "It is off the list." in said(forgotten)
    assert 'value="flumpet"' not in forgotten.text
    for word, told in (("flumpet", "not on the list any longer"), ("", "Choose the word first.")):
        page = await browser.post("/keep/unanswered", data={"word": word, "deed": "forget"})
        assert told in said(page)


async def test_what_means_something_already_is_refused_with_why(house: House, unknown: None) -> None:
    browser = await house.signed_in(ADMIN_OF_ALL)
    async with writing(house.directory.accounts.engine) as connection:
        await connection.execute(insert(UnknownWord), {"word": "marac", "since": NOON.date(), "times": 0})

    refused = await browser.post("/keep/unanswered", data={"word": "marac", "meaning": "topic:breach"})
    assert refused.status_code == 422
    assert "is built in and means the topic marac; add a longer phrase" in said(refused)
