"""Whose mail a domain is: one agency's own, or that of many, which shows of nobody where they belong.

Everybody of the criminal justice system can have mail on cjsm.net, and whoever is at example.co.uk there
writes from example.co.uk.cjsm.net: so neither cjsm.net nor co.uk.cjsm.net is any agency's own.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from routing.secure_mail import lies_in

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def is_of_many(domain: str, secure: Iterable[str]) -> bool:
    """Whether it is a whole secure domain, lies above one, or is an end where anybody may have a name."""
    domain, secure = domain.lower().strip("."), list(secure)
    if any(lies_in(one, domain) for one in secure):
        return True
    around = max((one for one in secure if lies_in(domain, one)), key=len, default="")
    return bool(_public_suffixes().is_public(domain.removesuffix(around).strip(".")))


@cache
def _public_suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - it reads a list of ten thousand

    return PublicSuffixList(accept_unknown=False, only_icann=True)
