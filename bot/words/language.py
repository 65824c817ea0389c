"""The languages that Signpost speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language, by its code; its words are in the folder of that name."""

    ENGLISH = "en"
    WELSH = "cy"
