"""The sentences that only Telegram says, from `en.ftl` beside this file."""

from functools import cache
from html import escape
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.words.catalogue import LANGUAGE


@cache
def _bundle() -> FluentBundle:
    file = Path(__file__).with_name(f"{LANGUAGE}.ftl")
    bundle = FluentBundle([LANGUAGE], use_isolating=False)
    bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


@cache
def say(key: str, **values: str) -> str:
    """The sentence of `telegram-KEY`, ready to be sent as HTML. Raises LookupError for an unknown key."""
    pattern = _bundle().get_message(f"telegram-{key}").value
    if pattern is None:
        raise LookupError(f"no words for 'telegram-{key}' in {LANGUAGE}.ftl")
    text, _ = _bundle().format_pattern(pattern, values)
    return escape(str(text), quote=False)
