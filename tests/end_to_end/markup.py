"""Telegram's HTML as Telegram reads it: a few tags, all closed in order; anything else is refused."""

from html.parser import HTMLParser

_TAGS = frozenset({"a", "b", "blockquote", "code", "del", "em", "i", "ins", "pre", "s", "strong", "u"})
LONGEST = 4096


class MarkupError(ValueError):
    """What Telegram would answer with "can't parse entities"."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise MarkupError(f"unsupported start tag {tag!r}")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            raise MarkupError(f"unexpected end tag {tag!r}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def finish(self) -> str:
        self.close()
        if self._open:
            raise MarkupError(f"tag {self._open[-1]!r} is not closed")
        return "".join(self.words)


def read_html(html: str) -> str:
    """The words that a person sees. Raises MarkupError where Telegram would refuse the message."""
    reader = _Reader()
    reader.feed(html)
    words = reader.finish()
    if not words.strip():
        raise MarkupError("message text is empty")
    if len(words.encode("utf-16-le")) // 2 > LONGEST:
        raise MarkupError("message is too long")
    return words
