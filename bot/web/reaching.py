"""At which address the pages are reached, and what whoever starts Signpost is told of it."""

from collections.abc import Iterator
from ipaddress import ip_address


def here(host: str, port: int) -> str:
    """The address of the web server as this machine reaches it: on all of its addresses, by loopback."""
    if _is_on_all(host):
        host = "::1" if ":" in host else "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def said_of(host: str, port: int, web_url: str | None) -> Iterator[str]:
    """Where the pages are, and where links to them lead, if others cannot open those."""
    everywhere = _is_on_all(host)
    others = ", and at every other address of this machine" if everywhere else ""
    yield f"Web chat: {here(host, port)}{others}"
    if web_url is None and (everywhere or _is_loopback(host)):
        yield (
            f"Links in letters and messages begin with {here(host, port)}, which only this machine can open. "
            "For others to open them, set WEB_URL to the address at which people reach these pages."
        )


def _is_on_all(host: str) -> bool:
    return host in ("0.0.0.0", "::")  # noqa: S104 - it is looked for, not listened on


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False  # a name of this machine, which others may know too
