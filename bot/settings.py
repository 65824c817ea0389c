"""Every setting of Signpost, read from the environment variable of its name in capitals."""

from pydantic import Field, SecretStr, ValidationError

from bot.operation.logs import LogFormat
from directory.settings import DirectorySettings


class SettingsError(Exception):
    """A setting that cannot be used; the message names it and says what is expected."""


class Settings(DirectorySettings):
    """The directory's settings and those of the channels. No variable has to be set."""

    telegram_token: SecretStr | None = Field(
        default=None,
        description="Token of the bot, from @BotFather. Without it Telegram is not served.",
    )
    telegram_api_base: str | None = Field(
        default=None,
        description="Address of another Bot API server, such as http://127.0.0.1:8081. "
        "Without it, Telegram's own.",
    )
    telegram_webhook_url: str | None = Field(
        default=None,
        description="Address at which Telegram delivers updates to the web server, https://HOST/telegram or "
        "any other path. Without it the bot polls.",
    )
    telegram_webhook_secret: SecretStr | None = Field(
        default=None,
        description="What Telegram shows there: 1 to 256 letters, digits, _ and -. Without it, made from "
        "the token.",
    )
    smtp_url: SecretStr | None = Field(
        default=None,
        description="Mail server for codes that prove an address: smtp://USER:PASSWORD@HOST (encrypted by "
        "STARTTLS) or smtps://HOST. Without it, letters go into the file mail.txt in DATA_DIR, for a trial.",
    )
    mail_from: str = Field(
        default="signpost@localhost", description="Address that letters with codes come from."
    )
    redis_url: SecretStr | None = Field(
        default=None,
        description="Redis, as redis://HOST:6379/0, where several replicas count messages together and keep "
        "each chat in order. Without it, each process does so for itself.",
    )
    log_format: LogFormat = Field(
        default="plain", description="How the log is written: plain, or json for one JSON object a line."
    )
    web_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/\s?#@]+/?$",
        description="Address at which people reach the web pages, https://HOST: links in letters and "
        "messages begin with it. Without it with the web server's own, which only this machine may reach.",
    )
    web_host: str = Field(default="127.0.0.1", description="Address on which the web chat is served.")
    web_port: int = Field(
        default=8080, ge=0, le=65535, description="Port of the web chat; 0 takes a free one and prints it."
    )


def load_settings() -> Settings:
    """The settings. Raises SettingsError with one sentence for each that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        faults = (_fault(str(one["loc"][0]).upper(), one["type"], one["msg"]) for one in error.errors())
        raise SettingsError(" ".join(faults)) from None


def _fault(name: str, kind: str, said: str) -> str:
    if name == "WEB_URL":
        return "WEB_URL is not an address that people can open: write e.g. https://signpost.example.org."
    if name != "WEB_PORT":
        return f"{name}: {said}."
    wrong = "is not a number" if kind.startswith("int_") else "is no port that there is"
    return f"WEB_PORT {wrong}: set it to a port from 0 to 65535, such as 8080."
