"""Where the directory is kept and which area it serves, from the environment."""

from pathlib import Path
from typing import Any

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_ASYNC_DRIVERS = {
    "postgresql": "postgresql+asyncpg",
    "postgres": "postgresql+asyncpg",
    "sqlite": "sqlite+aiosqlite",
}


def _database_in(validated: dict[str, Any]) -> str:
    return f"sqlite+aiosqlite:///{validated.get('data_dir', 'data')}/signpost.db"


def _key_file_in(validated: dict[str, Any]) -> Path:
    return Path(validated.get("data_dir", "data")) / "case.key"


class DirectorySettings(BaseSettings):
    """Settings of the directory; each is read from the environment variable of its name in capitals."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore")

    data_dir: Path = Field(
        default=Path("data"),
        description="Folder for what this installation keeps: the SQLite database and the case key. "
        "It is made on first use.",
    )
    database_url: str = Field(
        default_factory=_database_in,
        repr=False,  # it may hold a password
        description="The database, as a URL: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME. "
        "Without it, signpost.db in DATA_DIR.",
    )
    case_key_file: Path = Field(
        default_factory=_key_file_in,
        description="File with the secret key under which case references are hashed. It is made on "
        "first use; a register of cases can be read only with the key it was made with. "
        "Without it, case.key in DATA_DIR.",
    )
    area: str = Field(
        default="west-mercia",
        description="Id of the area that an asker is taken to be in where nothing else says.",
    )

    @field_validator("database_url")
    @classmethod
    def _name_the_driver(cls, url: str) -> str:
        """SQLAlchemy would pick a driver that blocks; ours never do."""
        scheme, separator, rest = url.partition("://")
        return _ASYNC_DRIVERS.get(scheme, scheme) + separator + rest
