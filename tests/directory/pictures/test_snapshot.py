from datetime import date

from sqlalchemy import insert, update

from directory import tables
from directory.pictures.snapshot import load_pictures
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading, writing
from routing.snapshot import Number, Snapshot
from routing.vocabulary import Provider, Role

DAY = date(2014, 7, 8)


async def snapshot_after(settings: DirectorySettings, *changes: object) -> Snapshot:
    engine = make_engine(settings.database_url)
    try:
        async with writing(engine) as connection:
            for change in changes:
                await connection.execute(change)  # type: ignore[call-overload]
        async with reading(engine) as connection:
            return (await load_pictures(connection)).at(DAY)
    finally:
        await engine.dispose()


async def test_an_empty_directory_is_an_empty_picture(empty: DirectorySettings) -> None:
    from directory.migrations.revisions import migrate  # noqa: PLC0415

    empty.data_dir.mkdir()
    engine = make_engine(empty.database_url)
    async with writing(engine) as connection:
        await migrate(connection)
        snapshot = (await load_pictures(connection)).at(DAY)
    await engine.dispose()

    assert snapshot == Snapshot(version=0, areas={}, offices={}, posts={}, places=())


async def test_hours_are_read_into_what_routing_understands(settings: DirectorySettings) -> None:
    snapshot = await snapshot_after(
        settings,
        update(tables.Office).where(tables.Office.id == "redditch").values(hours="Mo 10:00-12:00"),
    )

    assert [bool(day) for day in snapshot.offices["redditch"].hours.week] == [True] + [False] * 6
    assert snapshot.areas["west-mercia"].hours.closed_on_bank_holidays


async def test_a_sample_post_or_number_is_marked_as_a_sample(settings: DirectorySettings) -> None:
    fact = {"source": "made up", "assumed": False}
    snapshot = await snapshot_after(
        settings,
        insert(tables.Number).values(id=90, e164="+441632960001", review_days=30, sample=True, **fact),
        insert(tables.Post).values(
            area="london",
            office="camden",
            provider="crc",
            role="reception",
            ask_for="reception",
            number=90,
            sample=False,
            name="Sam Sample",
            **fact,
        ),
    )

    post = snapshot.post("london", "camden", Provider.CRC, Role.RECEPTION)
    assert post is not None
    assert post.name == "Sam Sample"
    assert post.number == Number("+441632960001", verified_on=None, review_days=30, sample=True)
    assert post.number.is_stale(date(2014, 7, 1))


async def test_every_name_of_a_place_is_there_once_and_leads_to_the_same_place(
    settings: DirectorySettings,
) -> None:
    snapshot = await snapshot_after(settings)

    named = [(name, place) for name, place in snapshot.places if place.name == "Stourport-on-Severn"]
    assert {name for name, _ in named} == {"Stourport-on-Severn", "Stourport", "Stourport on Severn"}
    assert len(named) == 3
    assert len({id(place) for _, place in named}) == 1


async def test_each_office_can_be_found_by_its_own_name(settings: DirectorySettings) -> None:
    snapshot = await snapshot_after(settings)

    own = {(name, place.office) for name, place in snapshot.places if place.kind == "office"}
    assert {(office.name, office.id) for office in snapshot.offices.values()} <= own
    assert ("worcester", "worcester") in own
    assert ("tower hamlets", "tower-hamlets") not in own, "that is its name already"
