import pytest

from directory.__main__ import main
from directory.exchange.cases.row import COLUMNS
from directory.exchange.documentation import PAGE, help_of, page
from directory.exchange.kinds import KINDS, areas, places
from directory.tables import OFFICE_KINDS, PLACE_KINDS, Base


def test_the_page_about_files_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `.venv/bin/python -m directory.exchange.documentation`"


def test_each_column_of_a_file_of_cases_is_described() -> None:
    assert KINDS["cases"].column_names == COLUMNS


def test_the_words_that_a_file_may_hold_are_those_of_the_tables() -> None:
    assert areas.OFFICE_KINDS == OFFICE_KINDS
    assert places.PLACE_KINDS == PLACE_KINDS


@pytest.mark.parametrize("name", ["areas", "offices", "numbers", "contacts", "places", "bank-holidays"])
def test_help_describes_each_column_and_shows_a_command_that_can_be_copied(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["import", name, "--help"])

    said = capsys.readouterr().out
    assert help_of(KINDS[name]) in said
    assert f"python -m directory import {name} {name}.csv" in said
    assert all(f"{column.name} " in said for column in KINDS[name].columns)


def test_each_column_of_a_table_is_in_its_file_or_is_a_number_of_the_database() -> None:
    for name in ("areas", "offices", "numbers", "contacts", "places", "bank-holidays"):
        kind = KINDS[name]
        assert set(Base.metadata.tables[kind.table].columns.keys()) - {"id"} <= set(kind.column_names)
