"""/call, /number and /ref: what is open with somebody, on which number they want to be rung, and a case.

The buttons under messages about call backs are those of /call. What they do is said by the outbox; only
what it does not say comes back from here, as a message of its own.
"""

from html import escape

from bot.call_backs.buttons import Verb
from bot.call_backs.calling_back import CallingBack
from bot.telegram.page import Page, fresh_page
from bot.telegram.tasks.task import Doing
from bot.words.message import LineKind, Text
from bot.words.numbers import phone
from bot.words.taps import tap_of
from directory.cases.cases import standardise_reference
from directory.directory import Directory
from directory.exchange.cells.cell import CellError
from directory.exchange.cells.phone import read_number


class Calls:
    """What is open with whoever asks; and every button under a message about a call back."""

    def __init__(self, directory: Directory) -> None:
        self._calling = CallingBack(directory)

    async def called(self, doing: Doing) -> Page | None:
        """What is open."""
        return fresh_page(doing.words, await self._calling.open_with(doing.words, doing.who))

    async def pressed(self, doing: Doing) -> Page:
        """What a button does. Raises PressError for one that was never drawn."""
        told = await self._calling.tap(doing.words, tap_of(Verb, doing.typed), doing.who)
        page = fresh_page(doing.words, told) if told else Page("")
        return page._replace(below=True)


class OwnNumber:
    """The number for call backs: sealed, until it is taken back."""

    def __init__(self, directory: Directory) -> None:
        self._numbers = directory.call_back_numbers

    async def called(self, doing: Doing) -> Page | None:
        """Keep what was typed, forget it, or say what is kept."""
        account = doing.who.account or ""
        if not doing.typed:
            kept = await self._numbers.of(account)
            return self._kept(doing, kept) if kept else Page(_said(doing, "call-back-number-none"))
        if doing.typed.casefold() == "off":
            await self._numbers.forget(account)
            return Page(_said(doing, "call-back-number-gone"))
        try:
            number = read_number(doing.typed)
        except CellError:
            return Page(_said(doing, "call-back-number-wrong"))
        await self._numbers.keep(account, number)
        return self._kept(doing, number)

    def _kept(self, doing: Doing, number: str) -> Page:
        shown = Text(phone(number).in_chat)
        line = doing.words.line(LineKind.ANSWER, "call-back-number-kept", phone=shown)
        return Page(escape("".join(run.text for run in line.runs if isinstance(run, Text)), quote=False))


class OwnReference:
    """A case reference, sealed with the newest open request of whoever asks."""

    def __init__(self, directory: Directory) -> None:
        self._references = directory.references

    async def called(self, doing: Doing) -> Page | None:
        """Seal it."""
        reference = standardise_reference(doing.typed)
        if reference is None:
            return Page(_said(doing, "call-back-reference-wrong"))
        kept = await self._references.add(doing.who.account or "", reference)
        return Page(_said(doing, "call-back-reference-kept" if kept else "call-back-reference-none"))


def _said(doing: Doing, key: str) -> str:
    return escape(doing.words.say(key), quote=False)
