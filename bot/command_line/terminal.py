"""A conversation in the terminal. Reading and writing come from outside, so tests read as one.

Nothing typed is kept: from one question to the next only what was understood goes on.
"""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass

from bot.asker import Asker
from bot.dialogue.dialogue import Dialogue
from bot.dialogue.reply import Before, Reply
from bot.words.buttons import PressError
from bot.words.catalogue import Words
from bot.words.message import Message
from bot.words.painters import to_bold_plain, to_plain

ReadLine = Callable[[str], str]  # shows the prompt; raises EOFError or KeyboardInterrupt at the end
Write = Callable[[str], None]  # writes the text and a line end


async def chat(
    dialogue: Dialogue, asker: Asker, *, read_line: ReadLine | None = None, write: Write | None = None
) -> None:
    """Talk until the asker quits, the input ends or Ctrl-C is pressed; never raises for any of them.

    By default it reads from standard input and writes to standard output, in bold only where that is
    a terminal.
    """
    paint = to_bold_plain if write is None and _shows_colours() else to_plain
    write, read_line = write or write_out, read_line or read_in
    words = asker.words
    talk = _Talk(dialogue, asker, write, paint, words)
    write(words.say("terminal-welcome"))
    write(words.say("terminal-how", **{name: words.say(f"command-{name}") for name in _COMMANDS}))
    try:
        while await talk.hear(read_line(words.say("terminal-prompt")).strip()):
            pass
    except (EOFError, KeyboardInterrupt):
        write("")
    write(words.say("terminal-goodbye"))


def _shows_colours() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


_COMMANDS = ("next", "why", "again", "quit")
_LONGEST_CHOICE = 2  # digits; a longer number is a question, such as a telephone number


@dataclass
class _Talk:
    """Where the conversation stands, and what can be chosen now."""

    dialogue: Dialogue
    asker: Asker
    write: Write
    paint: Callable[[Message], str]
    words: Words
    before: Before | None = None
    shown: Message | None = None

    async def hear(self, typed: str) -> bool:
        """Act on one line. False when the asker wants to stop."""
        typed_command = typed.casefold()
        command = next(
            (name for name in _COMMANDS if typed_command == self.words.say(f"command-{name}")), None
        )
        if command == "quit":
            return False
        if command in ("next", "why") and self.shown is None:
            self.write(self.words.say("terminal-nothing-yet"))
        elif self.shown and typed.isdecimal() and len(typed) <= _LONGEST_CHOICE:
            await self._choose(int(typed))
        elif typed:
            self._show(await self.dialogue.hear(typed, self.asker, self.before))
        return True

    async def _choose(self, number: int) -> None:
        buttons = self.shown.buttons if self.shown else ()
        if not 1 <= number <= len(buttons):
            self.write(self.words.say("terminal-no-choice", number=str(number)))
            return
        try:
            self._show(await self.dialogue.press(buttons[number - 1].data, self.asker))
        except PressError:  # the directory has changed since it was drawn
            self.write(self.words.say("terminal-old-choice"))

    def _show(self, reply: Reply) -> None:
        self.before = None if reply.forget else reply.before or self.before
        self.shown = None if reply.forget else reply.message
        self.write("\n" + self.paint(reply.message) + "\n")
        for number, button in enumerate(reply.message.buttons, 1):
            self.write(self.words.say("terminal-choice", number=str(number), label=button.label))


def read_in(prompt: str) -> str:
    """One line of standard input; the prompt is shown to a terminal only.

    asyncio turns Ctrl-C into a cancellation, which cannot interrupt `input`, so it is given back
    its plain meaning first. Nothing else runs in a conversation, so waiting here holds up nobody.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return input(prompt if sys.stdin.isatty() else "")


def write_out(text: str) -> None:
    """A line to standard output, at once, also into a pipe."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
