"""What the directory that comes with Signpost says, held against the sources."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from directory.directory import Directory
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading
from routing.policy import Policies
from routing.policy.sources import is_a_source
from routing.vocabulary import Provider, Role
from tests.directory.postgresql import Server

_READ: dict[bool, Directory] = {}


async def _read(settings: DirectorySettings) -> Directory:
    async with await Directory.open(settings) as opened:
        return opened


@pytest.fixture
def directory(request: pytest.FixtureRequest, server: Server | None) -> Directory:
    """The bundled directory, read once from each database: these tests only look at its snapshot."""
    if (kind := server is None) not in _READ:
        _READ[kind] = asyncio.run(_read(request.getfixturevalue("empty")))
    return _READ[kind]


def test_the_offices_and_units_are_those_of_the_contract(directory: Directory) -> None:
    def ids(area: str) -> set[str]:
        return {office.id for office in directory.snapshot.offices.values() if office.area == area}

    assert {"west-mercia", "thames-valley", "london", "dlnr"} <= set(directory.snapshot.areas)
    assert len(directory.snapshot.areas) == 21
    assert ids("west-mercia") == {
        *("kidderminster", "redditch", "worcester", "braley-house"),
        *("herefordshire", "shropshire", "telford-and-wrekin"),
    }
    assert ids("thames-valley") == {
        *("berkshire-west", "berkshire-east", "oxfordshire", "buckinghamshire", "milton-keynes"),
        "manor-lodge",
    }
    assert ids("dlnr") == {"derbyshire", "leicestershire", "nottinghamshire", "rutland"}
    assert len(ids("london")) == 33
    assert {"camden", "tower-hamlets", "city-of-london", "kingston-upon-thames"} <= ids("london")


@pytest.mark.parametrize(
    ("office", "number"),
    [("kidderminster", "+441562748375"), ("redditch", "+441527585152"), ("worcester", "+441905723591")],
)
@pytest.mark.parametrize("role", [Role.DUTY_OFFICER, Role.SPO])
@pytest.mark.parametrize("provider", [Provider.NPS, Provider.CRC])
def test_both_providers_share_the_number_of_a_west_mercia_office(
    directory: Directory, office: str, number: str, role: Role, provider: Provider
) -> None:
    post = directory.snapshot.post("west-mercia", office, provider, role)

    assert post is not None
    assert post.number is not None
    assert post.number.e164 == number
    assert post.number.verified_on == date(2014, 7, 1)
    assert post.number.is_stale(date(2015, 7, 2))
    assert not post.number.is_stale(date(2015, 7, 1))


def test_out_of_hours_is_braley_house_day_and_night(directory: Directory) -> None:
    snapshot = directory.snapshot
    post = snapshot.post("west-mercia", "braley-house", Provider.NPS, Role.APPROVED_PREMISES)

    assert snapshot.areas["west-mercia"].out_of_hours == "braley-house"
    assert snapshot.offices["braley-house"].hours.day_and_night
    assert post is not None
    assert post.number is not None
    assert post.number.e164 == "+441905723975"


def test_no_number_is_borrowed_or_invented(directory: Directory) -> None:
    """The sources give four numbers, all of West Mercia."""
    with_number = {post.office for post in directory.snapshot.posts.values() if post.number}

    assert with_number == {"kidderminster", "redditch", "worcester", "braley-house"}
    assert {
        area.id for area in directory.snapshot.areas.values() if area.out_of_hours or area.fallback_office
    } == {"west-mercia"}


def test_every_office_and_area_has_its_posts_for_both_providers(directory: Directory) -> None:
    snapshot = directory.snapshot
    for area in snapshot.areas:
        for provider in (Provider.NPS, Provider.CRC):
            duty_spo = snapshot.post(area, None, provider, Role.DUTY_SPO)
            assert duty_spo is not None
            assert duty_spo.number is None
            for office in snapshot.offices_of(area):
                assert snapshot.post(area, office.id, provider, Role.DUTY_OFFICER), office.id
                assert snapshot.post(area, office.id, provider, Role.SPO), office.id


def test_office_hours_are_an_assumption_and_say_so(directory: Directory) -> None:
    for office in directory.snapshot.offices.values():
        assert office.hours_assumed == (office.kind != "approved_premises"), office.id


@pytest.mark.parametrize(
    ("name", "area", "office", "assumed"),
    [
        ("Kidderminster", "west-mercia", "kidderminster", False),
        ("Kiddy", "west-mercia", "kidderminster", False),
        ("Stourport", "west-mercia", "kidderminster", True),
        ("Bromsgrove", "west-mercia", "redditch", True),
        ("Malvern", "west-mercia", "worcester", True),
        ("Evesham", "west-mercia", "worcester", True),
        ("Herefordshire", "west-mercia", "herefordshire", False),
        ("Hereford", "west-mercia", "herefordshire", True),
        ("Shropshire", "west-mercia", "shropshire", False),
        ("Telford & Wrekin", "west-mercia", "telford-and-wrekin", False),
        ("Telford", "west-mercia", "telford-and-wrekin", True),
        ("Worcestershire", "west-mercia", None, False),
        ("Stratford-upon-Avon", "west-mercia", None, False),
        ("Braley House", "west-mercia", "braley-house", False),
        ("Berkshire", "thames-valley", None, False),
        ("Oxon", "thames-valley", "oxfordshire", False),
        ("Slough", "thames-valley", "berkshire-east", True),
        ("Milton Keynes", "thames-valley", "milton-keynes", False),
        ("Camden", "london", "camden", False),
        ("Westminster", "london", "westminster", False),
        ("Brixton", "london", "lambeth", True),
        ("Leicester", "dlnr", "leicestershire", True),
        ("Oakham", "dlnr", "rutland", True),
        ("Rutland", "dlnr", "rutland", False),
    ],
)
def test_a_place_leads_to_the_office_that_serves_it(
    directory: Directory, name: str, area: str, office: str | None, assumed: bool
) -> None:
    found = [place for known, place in directory.snapshot.places if known == name and place.area == area]

    assert {(place.office, place.assumed) for place in found} == {(office, assumed)}


def test_every_place_leads_to_an_office_of_its_own_area(directory: Directory) -> None:
    offices = directory.snapshot.offices

    assert len(directory.snapshot.places) > 9_000
    for name, place in directory.snapshot.places:
        assert "(" not in name
        assert place.office is None or offices[place.office].area == place.area, name


def test_in_the_areas_that_have_offices_only_warwickshire_leads_nowhere(directory: Directory) -> None:
    snapshot = directory.snapshot
    without = {
        place.name
        for _, place in snapshot.places
        if not place.office and place.kind == "district" and snapshot.offices_of(place.area)
    }

    assert without == {
        *("North Warwickshire", "Nuneaton and Bedworth", "Rugby", "Stratford-on-Avon", "Warwick")
    }


def test_every_area_has_its_places_and_there_are_348_districts(directory: Directory) -> None:
    places = {place for _, place in directory.snapshot.places}

    assert {place.area for place in places} == set(directory.snapshot.areas)
    assert sum(place.kind == "district" for place in places) == 348


@pytest.mark.parametrize(
    ("code", "served_by"),
    [
        ("WR1", {("west-mercia", "worcester")}),
        ("HR9", {("west-mercia", "herefordshire")}),
        ("B96", {("west-mercia", "redditch"), ("west-mercia", "worcester")}),
        ("B45", {("west-mercia", "redditch"), ("swm", None)}),
        ("CV31", {("west-mercia", None)}),
        ("LS1", {("west-yorkshire", None)}),
        ("CF10", {("wales", None)}),
    ],
)
def test_a_postcode_district_leads_to_every_office_and_area_that_it_lies_in(
    directory: Directory, code: str, served_by: set[tuple[str, str | None]]
) -> None:
    found = {place for known, place in directory.snapshot.places if known == code}

    assert {(place.area, place.office) for place in found} == served_by


def test_populations_tell_a_city_from_a_hamlet(directory: Directory) -> None:
    people = {place.name: place.population for _, place in directory.snapshot.places if place.kind == "place"}

    assert people["Worcester"] > people["Kidderminster"] > people["Upton upon Severn"] > 0


@pytest.mark.parametrize(
    "day", [date(2014, 8, 25), date(2015, 4, 6), date(2022, 9, 19), date(2023, 5, 8), date(2026, 12, 28)]
)
def test_bank_holidays_are_those_of_england_and_wales(directory: Directory, day: date) -> None:
    assert day in directory.snapshot.bank_holidays


def test_a_scottish_holiday_is_a_working_day_here(directory: Directory) -> None:
    assert date(2014, 1, 2) not in directory.snapshot.bank_holidays


async def test_every_fact_names_its_source_and_nothing_is_a_sample(settings: DirectorySettings) -> None:
    engine = make_engine(settings.database_url)
    async with reading(engine) as connection:
        for name in ("areas", "offices", "numbers", "posts", "places", "bank_holidays"):
            unsound = text(f"SELECT count(*) FROM {name} WHERE source = '' OR sample")
            assert (await connection.execute(unsound)).scalar_one() == 0, name
    await engine.dispose()


def test_what_is_made_up_of_the_catalogue_is_marked_and_ends_before_the_inspection(
    directory: Directory,
) -> None:
    then, now = (directory.pictures.at(day) for day in (date(2014, 7, 8), date(2017, 11, 1)))

    assert {run.code for run in then.runs if run.code.startswith("sample-")} == {
        run.code for run in then.runs if run.sample
    }
    assert all(run.sample == run.source.startswith("Made up") for run in then.runs)
    assert not [run for run in now.runs if run.sample]
    assert not [programme for programme in now.programmes.values() if programme.sample]


def test_what_is_said_of_programmes_rests_on_a_section_of_a_document(directory: Directory) -> None:
    for day in (date(2014, 7, 8), date(2015, 3, 1), date(2018, 1, 1)):
        held = directory.pictures.at(day)
        sources = {run.source for run in held.runs if not run.sample}
        sources |= {programme.source for programme in held.programmes.values()}
        assert sorted(source for source in sources if not is_a_source(source)) == []


def test_no_source_gives_a_price_or_a_day_on_which_a_programme_starts(directory: Directory) -> None:
    for day in (date(2014, 7, 8), date(2015, 3, 1), date(2018, 1, 1)):
        real = [run for run in directory.pictures.at(day).runs if not run.sample]
        assert real
        assert not [run.code for run in real if run.price or run.next_start]


@pytest.mark.parametrize(
    ("topic", "day", "area", "there"),
    [
        ("attendance_centre", date(2014, 12, 31), "london", False),
        ("attendance_centre", date(2015, 1, 1), "london", True),
        ("through_the_gate", date(2015, 1, 31), "london", False),
        ("through_the_gate", date(2015, 2, 1), "london", True),
        ("sex_offender_programme", date(2014, 7, 8), "thames-valley", True),
        ("mentoring", date(2014, 7, 8), "london", True),
        ("restorative_justice", date(2014, 7, 8), "london", True),
        ("programme", date(2014, 9, 12), "dlnr", True),
    ],
)
def test_the_catalogue_says_what_the_sources_say_from_the_day_on_which_it_holds(
    directory: Directory, topic: str, day: date, area: str, there: bool
) -> None:
    held = directory.pictures.at(day)
    found = [
        run
        for run in held.runs
        if run.area == area and not run.sample and held.programmes[run.programme].topic == topic
    ]

    assert bool(found) is there


def test_the_wait_for_building_better_relationships_is_that_of_the_inspection(directory: Directory) -> None:
    (run,) = (run for run in directory.pictures.at(date(2018, 1, 1)).runs if run.code == "bbr-west-mercia")

    assert (run.waiting_weeks, run.rate_card, run.office) == (52, True, None)
    assert run.runs_at == {"daytime", "evening"}


def test_every_crc_is_there_until_the_day_on_which_the_arrangement_ends(directory: Directory) -> None:
    (until,) = {area.crc_until for area in directory.snapshot.areas.values()}
    assert until
    area = Policies.bundled().of("west-mercia")
    assert [area.on(day).notice for day in (until - timedelta(days=1), until)] == [None, "arrangement.ended"]
