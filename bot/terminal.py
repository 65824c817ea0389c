"""A conversation in the terminal. Reading and writing come from outside, so tests read as one.

Nothing typed is kept: from one question to the next only what was understood goes on.
"""

import os
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.assistant import Answers
from bot.words.buttons import Action, Press, PressError, Tried, understood
from bot.words.catalogue import say
from bot.words.message import Message
from bot.words.painters import to_bold_plain, to_plain
from bot.words.position import stand_on
from bot.words.rendering import render
from routing.enquiry import Enquiry, FollowUp

Ask = Callable[[str, FollowUp | None], Enquiry]
ReadLine = Callable[[str], str]  # shows the prompt; raises EOFError or KeyboardInterrupt at the end
Write = Callable[[str], None]  # writes the text and a line end


async def chat(
    answers: Answers,
    *,
    ask: Ask,
    area_of_office: Mapping[str, str],
    read_line: ReadLine | None = None,
    write: Write | None = None,
) -> None:
    """Talk until the asker quits, the input ends or Ctrl-C is pressed; never raises for any of them.

    `ask` builds an enquiry from a text and what was understood before. By default it reads from
    standard input and writes to standard output, in bold only where that is a terminal.
    """
    paint = to_bold_plain if write is None and _shows_colours() else to_plain
    write, read_line = write or write_out, read_line or read_in
    talk = _Talk(answers, ask, area_of_office, write, paint)
    write(say("terminal-welcome"))
    write(say("terminal-how", **{name: say(f"command-{name}") for name in _COMMANDS}))
    try:
        while await talk.hear(read_line(say("terminal-prompt")).strip()):
            pass
    except (EOFError, KeyboardInterrupt):
        write("")
    write(say("terminal-goodbye"))


def _shows_colours() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


_COMMANDS = ("next", "why", "again", "quit")
_LONGEST_CHOICE = 2  # digits; a longer number is a question, such as a telephone number


@dataclass
class _Talk:
    """Where the conversation stands: what was understood last, and what can be chosen now."""

    answers: Answers
    ask: Ask
    area_of_office: Mapping[str, str]
    write: Write
    paint: Callable[[Message], str]
    follow_up: str = ""
    tried: Tried | None = None  # the step that led to the one shown
    standing: Tried | None = None  # the step shown, once it has been tried in its turn
    shown: Message | None = None

    async def hear(self, typed: str) -> bool:
        """Act on one line. False when the asker wants to stop."""
        command = next((name for name in _COMMANDS if typed.casefold() == say(f"command-{name}")), None)
        if command == "quit":
            return False
        if command == "again":
            self.follow_up, self.shown = "", None
            self.write(say("terminal-from-the-start"))
        elif command and self.shown is None:
            self.write(say("terminal-nothing-yet"))
        elif command == "next":
            await self._press(Press(Action.NEXT, self.follow_up, self.standing))
        elif command == "why":
            await self._press(Press(Action.WHY, self.follow_up, self.tried))
        elif self.shown and typed.isdecimal() and len(typed) <= _LONGEST_CHOICE:
            await self._choose(int(typed))
        elif typed:
            await self._answer(typed, self.follow_up, None, why=False)
        return True

    async def _choose(self, number: int) -> None:
        buttons = self.shown.buttons if self.shown else ()
        if 1 <= number <= len(buttons):
            await self._press(Press.decode(buttons[number - 1].data))
        else:
            self.write(say("terminal-no-choice", number=str(number)))

    async def _press(self, press: Press) -> None:
        await self._answer("", press.follow_up, press.tried, why=press.action is Action.WHY)

    async def _answer(self, text: str, follow_up: str, tried: Tried | None, *, why: bool) -> None:
        answer = await self.answers.answer(self.ask(text, self._understood(follow_up)))
        self.follow_up, self.tried = answer.follow_up, tried
        self.standing = stand_on(answer.steps, tried).tried
        self.shown = render(answer, tried=tried, why=why)
        self.write("\n" + self.paint(self.shown) + "\n")
        for number, button in enumerate(self.shown.buttons, 1):
            self.write(say("terminal-choice", number=str(number), label=button.label))

    def _understood(self, follow_up: str) -> FollowUp | None:
        try:
            return understood(follow_up, self.area_of_office)
        except PressError:
            return None


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
