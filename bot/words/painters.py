"""A message in a channel's markup: plain text for the terminal, HTML for Telegram.

The web page has its own template, because its markup is a page's and Jinja escapes it.
"""

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import pairwise

from bot.words.message import Line, LineKind, Message, Phone, Text

TELEGRAM_LIMIT = 4096  # UTF-16 units, markup counted in, which is on the safe side
_BOLD = {LineKind.DANGER, LineKind.HEADLINE, LineKind.QUESTION}
_OPENS_A_BLOCK = {LineKind.ENTRY, LineKind.HEADLINE, LineKind.NEXT, LineKind.SAY, LineKind.WHY, LineKind.NOTE}


def to_plain(message: Message) -> str:
    """Words and numbers only, a line each, an empty line between blocks; no final line end."""
    return "\n".join(
        f"{gap}{line_to_plain(line)}" for gap, line in zip(_gaps(message.lines), message.lines, strict=True)
    )


def to_bold_plain(message: Message) -> str:
    """Plain text with the lines that lead in bold, for a terminal that shows colours."""
    return "\n".join(
        f"{gap}\x1b[1m{line_to_plain(line)}\x1b[0m" if line.kind in _BOLD else f"{gap}{line_to_plain(line)}"
        for gap, line in zip(_gaps(message.lines), message.lines, strict=True)
    )


def line_to_plain(line: Line) -> str:
    """One line in words, numbers in the national form."""
    return "".join(run.shown if isinstance(run, Phone) else run.text for run in line.runs)


def to_telegram_html(message: Message) -> str:
    """Telegram's HTML: whom to ring in bold, numbers in the form that telephones make tappable.

    Never over Telegram's limit: lines that do not fit are left out from the end on, and a first
    line that is too long by itself is cut.
    """
    painted = ""
    for gap, line in zip(_gaps(message.lines), message.lines, strict=True):
        longer = painted + ("\n" if painted else "") + gap + _line_to_html(line)
        if _utf16_units(longer) > TELEGRAM_LIMIT:
            return painted or _line_to_html(_cut(line))
        painted = longer
    return painted


def _gaps(lines: tuple[Line, ...]) -> Iterator[str]:
    """The line end that leaves an empty line before a new block."""
    if lines:
        yield ""
    for before, line in pairwise(lines):
        yield "\n" if line.kind in _OPENS_A_BLOCK and line.kind != before.kind else ""


def _line_to_html(line: Line) -> str:
    if line.kind in _BOLD:
        return f"<b>{''.join(_words(run) for run in line.runs)}</b>"
    return "".join(_run_to_html(run) for run in line.runs)


def _run_to_html(run: Text | Phone) -> str:
    return f"<b>{_words(run)}</b>" if isinstance(run, Text) and run.strong else _words(run)


def _words(run: Text | Phone) -> str:
    return escape(run.in_chat if isinstance(run, Phone) else run.text, quote=False)


def _cut(line: Line) -> Line:
    """The line shortened before escaping: no escaped character takes more than five units of the limit."""
    room = TELEGRAM_LIMIT // 5 - 10
    shortened: list[Text | Phone] = []
    for run in line.runs:
        shown = run.in_chat if isinstance(run, Phone) else run.text
        if len(shown) > room:
            if isinstance(run, Text):
                shortened.append(replace(run, text=run.text[:room]))
            break
        room -= len(shown)
        shortened.append(run)
    return replace(line, runs=tuple(shortened))


def _utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
