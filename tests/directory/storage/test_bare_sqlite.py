"""SQLite by its bare driver says and keeps the same as through SQLAlchemy."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Column, Integer, MetaData, Table, bindparam, create_engine, delete, select
from sqlalchemy.dialects.sqlite import insert

from directory.storage.bare_sqlite import BareSqlite

LAMPS = Table("lamps", MetaData(), Column("id", Integer, primary_key=True), Column("lit", Boolean))
_LIT = LAMPS.c.id <= 2  # a value that stands in the statement
TURN = insert(LAMPS).on_conflict_do_update(
    index_elements=[LAMPS.c.id], set_={"lit": insert(LAMPS).excluded.lit}, where=_LIT
)


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[BareSqlite]:
    engine = create_engine(f"sqlite:///{tmp_path / 'lamps.db'}", isolation_level="AUTOCOMMIT")
    LAMPS.metadata.create_all(engine)
    bare = BareSqlite(engine)
    bare.execute(TURN, [{"id": number, "lit": False} for number in (1, 2, 3)])
    yield bare
    bare.close()


def lit(bare: BareSqlite) -> list[int]:
    return [row.id for row in bare.look_up(select(LAMPS).where(LAMPS.c.lit == bindparam("lit")), {"lit": 1})]


def test_each_row_is_written_with_what_stands_in_the_statement_and_returned_where_it_says_so(
    bare: BareSqlite,
) -> None:
    turned = bare.execute(TURN.returning(LAMPS.c.id), [{"id": number, "lit": True} for number in (2, 3, 4)])
    assert turned == [(2,), (4,)]  # the third is there, and not among those that may be turned
    assert lit(bare) == [2, 4]


def test_a_row_that_is_looked_up_has_names_and_the_types_of_its_columns(bare: BareSqlite) -> None:
    first = select(LAMPS).where(LAMPS.c.id >= bindparam("least")).order_by(LAMPS.c.id).limit(1)
    (row,) = bare.look_up(first, {"least": 2})
    assert (row.id, row.lit) == (2, False)
    assert isinstance(row.lit, bool)
    assert [row.id for row in bare.look_up(first, {"least": 3})] == [3]


def test_a_statement_that_comes_with_no_rows_is_done_as_it_stands(bare: BareSqlite) -> None:
    for some in ([1], [2, 3]):
        assert bare.execute(delete(LAMPS).where(LAMPS.c.id.in_(some))) == []
    assert bare.execute(select(LAMPS.c.id)) == []


def test_of_a_transaction_that_fails_nothing_is_left_and_the_next_is_whole(bare: BareSqlite) -> None:
    with pytest.raises(sqlite3.IntegrityError), bare.transaction():
        bare.execute(TURN, [{"id": 1, "lit": True}])
        bare.execute(insert(LAMPS), [{"id": 2, "lit": True}])
    assert lit(bare) == []
    with bare.transaction():
        bare.execute(TURN, [{"id": 1, "lit": True}])
    assert lit(bare) == [1]
