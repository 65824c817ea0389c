"""What a browser sent, read so that no byte of it can do harm: short, decoded with care, kept nowhere."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from bot.limits import LONGEST_TEXT

_LONGEST_BODY = 64 * 1024  # bytes; 4,096 characters take up to 12 each once percent-encoded
_MOST_FIELDS = 16


@dataclass(frozen=True, slots=True)
class AskForm:
    """A question or a pressed button, and where the conversation stood."""

    text: str = ""
    press: str = ""
    before: str = ""
    csrf: str = field(default="", repr=False)
    cut: bool = False  # the text was longer than what is read


async def read_form(body: AsyncIterator[bytes]) -> AskForm:
    """Read a form as browsers encode it: what cannot be read is left out.

    The whole body is drained, so that the browser is listening when the answer comes, but no more
    than the start of it is held. Raises only what `body` raises, as when the browser hangs up.
    """
    held = b""
    longer = False
    async for chunk in body:
        longer = longer or len(held) + len(chunk) > _LONGEST_BODY
        held = (held + chunk)[:_LONGEST_BODY]
    fields = _fields(held)
    text = fields.get("text", "").strip()
    return AskForm(
        text=text[:LONGEST_TEXT],
        press=fields.get("press", ""),
        before=fields.get("before", ""),
        csrf=fields.get("csrf", ""),
        cut=longer or len(text) > LONGEST_TEXT,
    )


def _fields(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), errors="replace", max_num_fields=_MOST_FIELDS))
    except ValueError:
        return {}
