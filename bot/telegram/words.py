"""The sentences that only Telegram says, ready to be sent as HTML."""

from html import escape

from bot.words.catalogue import Words


def say(words: Words, key: str, **values: str | int) -> str:
    """The sentence of `telegram-KEY` as HTML. Raises CatalogueError as `Words.say` does."""
    return escape(words.say(f"telegram-{key}", **values), quote=False)
