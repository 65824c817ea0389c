"""What anybody may know, as Open Referral UK 3.0: every endpoint, every page, every object."""

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from directory.exchange.open_referral.catalogue import Catalogue
from routing.vocabulary import Standing
from tests.bot.web.api.fuzzing import fuzz
from tests.bot.web.api.town import Town

pytestmark = pytest.mark.asyncio(loop_scope="session")
AT = "/open-referral"
LISTS = ("services", "organizations", "taxonomies", "taxonomy_terms", "service_at_locations")
# Under a licence of their own, so they are not here: beside the repository, or where the variable says.
SCHEMAS = Path(os.environ.get("ORUK_SCHEMAS") or Path(__file__).parents[5] / "shared" / "data" / "oruk")
REQUIRED: dict[str, tuple[str, ...]] = {
    "services": ("id", "name", "status", "description", "organization"),
    "organizations": ("id", "name", "description"),
    "taxonomies": ("id", "name", "description"),
    "taxonomy_terms": ("id", "name", "description"),
    "service_at_locations": ("id", "service_id", "location_id"),
}
SINGLE = {
    "services": "service",
    "organizations": "organization",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
    "service_at_locations": "service_at_location",
}


async def read(town: Town, path: str, **query: str | int) -> Any:
    response = await town.send("GET", f"{AT}{path}", params=query or None)
    assert response.status_code == 200, response.text
    return response.json()


async def everything(town: Town, listed: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await read(town, f"/{listed}", per_page=500))["contents"]
    return found


async def named(town: Town, name: str) -> dict[str, Any]:
    """The service of this name, with all that is known of it."""
    (one,) = [one for one in await everything(town, "services") if one["name"] == name]
    whole: dict[str, Any] = await read(town, f"/services/{one['id']}")
    return whole


@pytest.mark.parametrize(("length", "status"), [(199, 200), (200, 200), (201, 422)])
async def test_a_search_is_for_two_hundred_characters_at_most(town: Town, length: int, status: int) -> None:
    response = await town.send("GET", f"{AT}/services", params={"search": "x" * length})
    assert response.status_code == status


async def test_the_first_page_says_what_it_is(town: Town) -> None:
    details = await read(town, "/")
    assert details["version"] == "HSDS-UK-3.0"
    assert details["openapi_url"] == f"{town.service.web}/open-referral/openapi.json"
    assert (await read(town, "/openapi.json"))["servers"] == [{"url": "/open-referral"}]


@pytest.mark.parametrize("path", ["", "/", "/services", "/openapi.json", "/services/nothing", "/nowhere"])
async def test_every_answer_is_open_to_the_page_of_anybody(town: Town, path: str) -> None:
    response = await town.send("GET", f"{AT}{path}", headers={"origin": "https://example.org"})
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"


async def test_the_version_is_there_with_and_without_the_last_slash(town: Town) -> None:
    first, other = await town.get(AT), await town.get(f"{AT}/")
    assert (first.status_code, first.json()) == (other.status_code, other.json())
    assert first.json()["version"] == "HSDS-UK-3.0"
    led_on = await town.send("GET", f"{AT}/services/", headers={"origin": "https://example.org"})
    assert (led_on.status_code, led_on.headers["access-control-allow-origin"]) == (307, "*")


async def test_a_page_may_ask_first_whether_it_may(town: Town) -> None:
    asked = {"origin": "https://example.org", "access-control-request-method": "GET"}
    response = await town.send("OPTIONS", f"{AT}/services", headers=asked)
    read_at = await town.send("GET", f"{AT}/services", headers={"origin": "https://example.org"})

    assert (response.status_code, response.headers["access-control-allow-origin"]) == (200, "*")
    assert read_at.headers.get_list("access-control-allow-origin") == ["*"]


@pytest.mark.parametrize("listed", LISTS)
async def test_every_list_is_read_a_page_at_a_time_and_each_of_it_by_its_id(town: Town, listed: str) -> None:
    found = await everything(town, listed)
    pages = [await read(town, f"/{listed}", per_page=7, page=page) for page in (1, 2)]

    assert pages[0]["contents"] + pages[1]["contents"] == found[:14]
    assert pages[0] | {"contents": None} == {
        "total_items": len(found),
        "total_pages": -(-len(found) // 7),
        "page_number": 1,
        "size": min(7, len(found)),
        "first_page": True,
        "last_page": len(found) <= 7,
        "empty": False,
        "contents": None,
    }
    beyond = await read(town, f"/{listed}", page=1_000)
    assert (beyond["empty"], beyond["size"], beyond["last_page"]) == (True, 0, True)
    for one in found[:3]:
        assert (await read(town, f"/{listed}/{one['id']}")).items() >= one.items()
    assert (await town.get(f"{AT}/{listed}/{UUID(int=0)}")).status_code == 404


@pytest.mark.parametrize("listed", LISTS)
async def test_what_is_required_is_there_and_nothing_is_null(town: Town, listed: str) -> None:
    found = await everything(town, listed)

    assert found
    assert len({one["id"] for one in found}) == len(found)
    for one in found:
        assert all(one.get(name) for name in REQUIRED[listed])
        UUID(one["id"])
    assert "null" not in json.dumps([await read(town, f"/{listed}/{one['id']}") for one in found])


async def test_a_contact_is_a_service_with_its_number_hours_and_place(town: Town) -> None:
    service = await named(town, "NPS duty officer, Worcester probation office")

    assert service["organization"]["name"] == "NPS Midlands"
    assert service["organization"]["organization_identifiers"][0]["identifier"] == "N04"
    assert service["status"] == "active"
    assert service["assured_date"] == "2014-07-01"
    assert service["alert"] == "Not checked since 2014-07-01."
    assert service["phones"][0]["number"] == "+441905723591"
    assert "Ask for NPS Probation Duty Officer." in service["description"]
    (schedule,) = service["schedules"]
    assert (schedule["freq"], schedule["byday"]) == ("WEEKLY", "MO,TU,WE,TH,FR")
    assert (schedule["opens_at"], schedule["closes_at"]) == ("09:00", "17:00")
    location = service["service_at_locations"][0]["location"]
    assert (location["name"], location["latitude"]) == ("Worcester probation office", 52.18935)
    assert "middle of its town" in location["description"]
    assert {one["taxonomy_term"]["name"] for one in service["attributes"]} == {"Contact", "Not checked"}


async def test_approved_premises_are_open_every_day(town: Town) -> None:
    (schedule,) = (await named(town, "Braley House"))["schedules"]
    assert schedule["byday"] == "MO,TU,WE,TH,FR,SA,SU"
    assert (schedule["opens_at"], schedule["closes_at"]) == ("00:00", "23:59")


async def test_ids_are_the_same_everywhere_and_for_good(town: Town) -> None:
    service = await named(town, "NPS duty officer, Worcester probation office")
    assert service["id"] == "5ac74fde-36a8-5730-9b15-9ce1cb42b133"
    assert service["organization_id"] == "d0cebaa5-3a53-54b0-83ff-74584d7958b9"


async def test_services_are_found_by_word_organisation_term_and_taxonomy(town: Town) -> None:
    crc = next(one for one in await everything(town, "organizations") if "West Mercia" in one["name"])
    purposes = next(one for one in await everything(town, "taxonomies") if "works on" in one["name"])
    (term,) = [one for one in await everything(town, "taxonomy_terms") if one["name"] == "Domestic abuse"]

    found = (await read(town, "/services", search="duty WORCESTER", organization_id=crc["id"]))["contents"]
    assert {one["name"] for one in found} >= {"CRC duty officer, Worcester probation office"}
    assert all(one["organization_id"] == crc["id"] for one in found)
    by_term = (await read(town, "/services", taxonomy_term_id=term["id"], per_page=500))["contents"]
    by_list = (await read(town, "/services", taxonomy_id=purposes["id"], per_page=500))["contents"]
    assert 0 < len(by_term) < len(by_list) < len(await everything(town, "services"))
    words = await read(town, "/taxonomy_terms", taxonomy_id=purposes["id"])
    assert {one["taxonomy_id"] for one in words["contents"]} == {purposes["id"]}
    assert (await read(town, "/services", search="narnia"))["empty"] is True


async def test_samples_and_assumptions_are_marked(town: Town) -> None:
    day = date(2014, 7, 8)
    services = Catalogue.of(town.directory.pictures.at(day), day).services.values()
    marks = {one.id: {mark.taxonomy_term.name for mark in one.attributes} for one in services}
    samples = [one for one in services if "Sample" in marks[one.id]]

    assert samples
    assert all(one.description.startswith("Sample: ") for one in samples)
    assert all(one.name.endswith(" (sample)") for one in samples)
    assert any("Assumed" in held for held in marks.values())


@pytest.mark.parametrize("by", [Standing.PUBLIC, Standing.OFFICER])
async def test_nobody_is_named_whoever_asks(
    town: Town, by: Standing, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = town.service.dialogue.snapshot
    posts = {key: replace(post, name="Holder Sentinel") for key, post in picture.posts.items()}
    monkeypatch.setattr(town.service.dialogue, "answers", _Answers(replace(picture, posts=posts)))
    whole = await town.get(f"{AT}/services", by, full="true", per_page=500)

    assert whole.status_code == 200
    assert not {"Sentinel", "Birch", "Elm"} & set(whole.text.replace('"', " ").split())


class _Answers:
    """Stands in for what answers, with a picture of its own."""

    def __init__(self, snapshot: object) -> None:
        self.snapshot = snapshot


async def test_whatever_is_sent_is_answered_as_the_openapi_says(town: Town) -> None:
    assert await fuzz(town, AT, [Standing.PUBLIC]) >= 50


@pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="the schemas of Open Referral UK are not beside the repository"
)
@pytest.mark.parametrize("listed", LISTS)
async def test_every_object_and_every_page_is_valid_by_the_schemas_of_the_standard(
    town: Town, listed: str
) -> None:
    def of(name: str) -> Draft202012Validator:
        text = (SCHEMAS / "validator-v3.0-uk" / f"{name}.json").read_text("utf-8")
        return Draft202012Validator(json.loads(text), format_checker=Draft202012Validator.FORMAT_CHECKER)

    page = await read(town, f"/{listed}", per_page=500)
    faults = [*of(f"{SINGLE[listed]}_list").iter_errors(_as_listed(listed, page))]
    for one in page["contents"]:
        faults += of(SINGLE[listed]).iter_errors(await read(town, f"/{listed}/{one['id']}"))
    assert [error.message for error in faults] == []


def _as_listed(listed: str, page: dict[str, Any]) -> Any:
    """Some of the schemas of lists describe the page, and one describes what is in it."""
    return page["contents"][0] if listed == "organizations" else page


@pytest.mark.parametrize(("day", "status"), [(25, "active"), (26, "defunct"), (27, "defunct")])
async def test_arrangement_ended__what_a_crc_did_is_over_from_that_day_and_the_nps_goes_on(
    town: Town, day: int, status: str
) -> None:
    catalogue = Catalogue.of(town.service.dialogue.snapshot, date(2021, 6, day))
    said = "The CRC was there until 2021-06-25: since then one Probation Service does all of it."
    crcs = {one.id for one in catalogue.organizations.values() if "Rehabilitation" in one.name}
    services = catalogue.services.values()

    assert {(one.organization_id in crcs, one.status) for one in services} == {
        (True, status),
        (False, "active"),
    }
    over = {one.id for one in catalogue.organizations.values() if said in one.description}
    assert over == (crcs if status == "defunct" else set())
    assert all((said in one.description) == (one.organization_id in over) for one in services)
