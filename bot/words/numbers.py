"""Telephone numbers in groups that people remember, and as a chat needs them to be tappable."""

from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberFormat

from bot.words.message import Phone


@lru_cache(maxsize=4096)
def phone(e164: str) -> Phone:
    """The number for showing. What the library cannot read, such as 999, is shown as it stands.

    It is not asked whether the number is in use: numbers kept for drama are not, and are shown.
    """
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return Phone(e164, shown=e164)
    return Phone(
        e164,
        shown=phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL),
        international=phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
    )
