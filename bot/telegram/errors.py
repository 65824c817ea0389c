"""What can be wrong with the Telegram settings, in one sentence for whoever runs Signpost."""


class TelegramError(Exception):
    """Telegram cannot be used as it is set up; the text says what to do and never holds the token."""


NOT_ACCEPTED = (
    "Telegram does not accept TELEGRAM_TOKEN. Copy the token again from @BotFather, "
    "or run without TELEGRAM_TOKEN to serve the web chat alone."
)
