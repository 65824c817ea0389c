from pathlib import Path

import pytest

from directory.settings import DirectorySettings


def test_everything_is_kept_in_the_folder_data_where_nothing_is_set() -> None:
    settings = DirectorySettings()

    assert settings.data_dir == Path("data")
    assert settings.database_url == "sqlite+aiosqlite:///data/signpost.db"
    assert settings.case_key_file == Path("data/case.key")
    assert settings.area == "west-mercia"


def test_the_database_and_the_key_follow_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", "/srv/signpost")

    settings = DirectorySettings()

    assert settings.database_url == "sqlite+aiosqlite:////srv/signpost/signpost.db"
    assert settings.case_key_file == Path("/srv/signpost/case.key")


def test_a_variable_that_is_set_to_nothing_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "")

    assert DirectorySettings().database_url == "sqlite+aiosqlite:///data/signpost.db"


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ("postgresql://u:p@host/name", "postgresql+asyncpg://u:p@host/name"),
        ("postgres://u:p@host/name", "postgresql+asyncpg://u:p@host/name"),
        ("sqlite:///here.db", "sqlite+aiosqlite:///here.db"),
        ("postgresql+asyncpg://host/name", "postgresql+asyncpg://host/name"),
    ],
)
def test_a_url_without_a_driver_gets_one_that_does_not_block(
    given: str, understood: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", given)

    assert DirectorySettings().database_url == understood


def test_the_password_of_the_database_is_not_shown() -> None:
    assert "s3cret" not in repr(DirectorySettings(database_url="postgresql://u:s3cret@host/name"))


def test_every_setting_says_what_it_is_for() -> None:
    for name, field in DirectorySettings.model_fields.items():
        assert field.description, f"{name} has no description"
