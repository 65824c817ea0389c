"""Settings: each from the environment variable of its name, each documented, no secret shown."""

import pytest

from bot.settings import Settings, SettingsError, load_settings
from tests.paths import ROOT

README = ROOT / "README.md"
NAMES = [name.upper() for name in Settings.model_fields]
TOKEN = "123456:ABC-sample"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_no_variable_has_to_be_set() -> None:
    settings = load_settings()

    assert (settings.area, settings.web_host, settings.web_port) == ("west-mercia", "127.0.0.1", 8080)
    assert (settings.telegram_token, settings.telegram_api_base) == (None, None)


def test_every_setting_comes_from_the_variable_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "AREA": "london",
        "WEB_HOST": "0.0.0.0",
        "WEB_PORT": "0",
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": "http://127.0.0.1:8081",
        "DATA_DIR": "elsewhere",
    }.items():
        monkeypatch.setenv(name, value)

    settings = load_settings()

    assert (settings.area, settings.web_host, settings.web_port) == ("london", "0.0.0.0", 0)
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == TOKEN
    assert settings.telegram_api_base == "http://127.0.0.1:8081"
    assert settings.database_url == "sqlite+aiosqlite:///elsewhere/signpost.db"


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_variable_is_as_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    as_it_is = load_settings()

    monkeypatch.setenv(name, "")

    assert load_settings() == as_it_is


@pytest.mark.parametrize(
    ("port", "wrong"),
    [
        ("abc", "is not a number"),
        ("80.5", "is not a number"),
        ("8080 8081", "is not a number"),
        ("-1", "is no port that there is"),
        ("65536", "is no port that there is"),
    ],
)
def test_a_port_that_is_none_is_refused_with_what_to_set(
    monkeypatch: pytest.MonkeyPatch, port: str, wrong: str
) -> None:
    monkeypatch.setenv("WEB_PORT", port)

    with pytest.raises(SettingsError) as error:
        load_settings()

    assert str(error.value) == f"WEB_PORT {wrong}: set it to a port from 0 to 65535, such as 8080."


@pytest.mark.parametrize("port", ["0", "1", "65535"])
def test_every_port_there_is_can_be_set(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("WEB_PORT", port)

    assert load_settings().web_port == int(port)


def test_no_secret_is_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", "postgresql://signpost:s3cret@host/signpost")

    shown = f"{load_settings()} {load_settings()!r}"

    assert TOKEN not in shown
    assert "s3cret" not in shown


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_has_a_row_in_the_table_of_the_readme(name: str) -> None:
    assert f"\n| `{name}` |" in README.read_text(encoding="utf-8")


def test_every_variable_in_the_table_of_the_readme_is_a_setting() -> None:
    rows = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    named = [row.split("`")[1] for row in rows]

    assert [name for name in named if name.isupper() and name not in NAMES] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_says_what_it_is(name: str) -> None:
    description = Settings.model_fields[name.lower()].description

    assert description
    assert description.endswith(".")
