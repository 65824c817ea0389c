"""/help, by standing."""

from bot.asker import Asker
from bot.telegram.menus import EVERYBODYS, menu_of
from bot.telegram.words import say
from bot.words.catalogue import Words


def help_for_group(words: Words, bot: str) -> str:
    """How to ask before others; `bot` is our name there."""
    return f"{say(words, 'help')}\n{say(words, 'help-group', bot=bot)}"


def help_for(asker: Asker) -> str:
    """How to ask in private; then the commands that come with a standing, or how to get one."""
    own = [one for one in menu_of(asker.standing, coordinator=asker.coordinator) if one not in EVERYBODYS]
    words = asker.words
    lines = [say(words, "help"), say(words, "help-private"), say(words, "help-own" if own else "help-verify")]
    lines += [f"/{one.name}: {say(words, f'command-{one.name}')}" for one in own]
    return "\n".join(lines)
