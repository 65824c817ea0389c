"""The languages that Signpost speaks, and which of them somebody wants."""

import re
from enum import StrEnum
from functools import lru_cache

_WISH = re.compile(r"\s*([\w-]+)\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*")
_LONGEST_HEADER = 200


class Language(StrEnum):
    """A language, by its code; its words are in the folder of that name."""

    ENGLISH = "en"
    WELSH = "cy"


@lru_cache(maxsize=256)  # asked for at every message
def named(tag: str | None) -> Language | None:
    """The language of a tag such as "cy", "cy-GB" or "cy_GB.UTF-8"; None where it is none of ours."""
    code = re.split(r"[-_.@]", tag or "", maxsplit=1)[0].strip().lower()
    return Language(code) if code in tuple(Language) else None


def accepted(header: str) -> Language:
    """What a browser would like best of ours, by its Accept-Language."""
    found = filter(None, map(_WISH.fullmatch, header[:_LONGEST_HEADER].split(",")))
    wishes = [(float(wish[2] or 1), named(wish[1])) for wish in found]
    liked = [(weight, language) for weight, language in wishes if weight and language]
    return max(liked, key=lambda wish: wish[0], default=(1.0, Language.ENGLISH))[1]
