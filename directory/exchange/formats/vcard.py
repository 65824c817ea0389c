"""Contacts as vCard 4.0 (RFC 6350), for the address book of a telephone.

A few lines of our own: the one well-known library writes version 3.0 only, which has no tel: URIs.
"""

from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from directory.exchange.files.new_file import new_content
from directory.exchange.formats.wording import post_name, role_name
from routing.hours import OpeningHours
from routing.snapshot import Area, Number, Post, Snapshot
from routing.vocabulary import Provider

_LONGEST_LINE = 75  # octets, RFC 6350 section 3.2
_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


def write_vcards(snapshot: Snapshot, file: Path) -> tuple[int, int]:
    """Write a card for each contact that has a number: how many there are, and how many have none.

    Raises FileError.
    """
    reachable = [post for post in snapshot.posts.values() if post.number]
    with new_content(file) as draft:
        draft.write_bytes("".join(card(snapshot, post) for post in reachable).encode())
    return len(reachable), len(snapshot.posts) - len(reachable)


def card(snapshot: Snapshot, post: Post) -> str:
    """One contact as a card; it keeps its UID, so that an address book knows it again."""
    area, number = snapshot.areas[post.area], post.number
    office = snapshot.offices[post.office] if post.office else None
    assert number is not None
    lines = (
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:urn:uuid:{_uid(post)}",
        "KIND:org",
        f"FN:{_text(post_name(post, office, area))}",
        f"ORG:{_text(_organisation(post, area))}",
        f"ROLE:{_text(role_name(post))}",
        f'TEL;VALUE=uri;TYPE="voice,work":tel:{number.e164}',
        f"NOTE:{_text(' '.join(_notes(post, number, office.hours if office else area.hours)))}",
        f"CATEGORIES:{'Signpost,sample' if number.sample else 'Signpost'}",
        "END:VCARD",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def number_card(name: str, e164: str, *notes: str) -> str:
    """A number under a name, as one card, for handing over in a chat."""
    lines = (
        "BEGIN:VCARD",
        "VERSION:4.0",
        "KIND:org",
        f"FN:{_text(name)}",
        f'TEL;VALUE=uri;TYPE="voice,work":tel:{e164}',
        f"NOTE:{_text(' '.join(notes))}",
        "END:VCARD",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _uid(post: Post) -> str:
    key = "/".join(str(part or "") for part in (post.area, post.office, post.provider, post.role))
    return str(uuid5(NAMESPACE_URL, f"signpost:contact:{key}"))


def _organisation(post: Post, area: Area) -> str:
    if post.provider is Provider.CRC:
        return area.crc_name
    return "National Probation Service" if post.provider is Provider.NPS else "Probation"


def _notes(post: Post, number: Number, hours: OpeningHours) -> Iterator[str]:
    if number.sample:
        yield "Sample: made up for a demonstration."
    yield f"Ask for {post.ask_for}."
    if post.name:
        yield f"Held by {post.name}."
    yield f"Hours: {hours.text}."
    checked = number.verified_on
    yield f"Number last checked on {checked.isoformat()}." if checked else "Nobody has checked this number."


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """Long lines go on in the next after a space; never within a character."""
    parts: list[str] = []
    part = ""
    for character in line:
        longest = _LONGEST_LINE - 1 if parts else _LONGEST_LINE
        if len((part + character).encode()) > longest:
            parts.append(part)
            part = ""
        part += character
    return "\r\n ".join([*parts, part])
