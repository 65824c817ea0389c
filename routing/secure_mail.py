"""Whether mail to an address counts as secure, and whose address it is. Domains match label by label:
`nhs.net` is `nhs.net` and what ends in `.nhs.net`, and never `nhs.net.example.org` or `notnhs.net`."""

import re
from collections.abc import Iterable

from routing.snapshot import SecureDomain

_LOCAL = r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = re.compile(rf"(?P<local>{_LOCAL})@(?P<domain>(?:{_LABEL}\.)+{_LABEL})")
_LONGEST = 254


def read_address(text: str) -> str | None:
    """The address in small letters, or None where it is none."""
    address = text.strip().lower()
    return address if len(address) <= _LONGEST and _ADDRESS.fullmatch(address) else None


def mailbox(address: str) -> str:
    """What stays the same however an address is decorated: `name+anything@…` reaches `name@…`."""
    local, _, domain = address.partition("@")
    return f"{local.partition('+')[0]}@{domain}"


def domain_of(address: str) -> str:
    """The part after the @."""
    return address.rpartition("@")[2]


def lies_in(domain: str, suffix: str) -> bool:
    """Whether a domain is this one or lies below it, on the boundary of a label."""
    domain, suffix = domain.lower().rstrip("."), suffix.lower().strip(".")
    return domain == suffix or domain.endswith(f".{suffix}")


def is_accepted(domain: str, accepted: Iterable[SecureDomain], providers: Iterable[str]) -> bool:
    """Whether each of these providers takes mail to this domain to be secure.

    All of them, because a verified partner is told of the cases of all. Where several entries of a
    provider match, the longest decides: a provider may refuse a part of what it accepts.
    """
    listed = [one for one in accepted if lies_in(domain, one.domain)]

    def accepts(provider: str) -> bool:
        own = [one for one in listed if one.provider == provider]
        return bool(own) and max(own, key=lambda one: len(one.domain)).accepted

    wanted = list(providers)
    return bool(wanted) and all(accepts(provider) for provider in wanted)
