"""Which mail is secure: by the boundaries of labels, for each provider."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.secure_mail import is_accepted, lies_in, mailbox, read_address
from routing.snapshot import SecureDomain

LABEL = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)
DOMAIN = st.lists(LABEL, min_size=1, max_size=4).map(".".join)
LISTED = tuple(
    SecureDomain(domain, "N04", accepted=True)
    for domain in ("gsi.gov.uk", "pnn.police.uk", "cjsm.net", "nhs.net", "gcsx.gov.uk", "mod.uk")
)


@pytest.mark.parametrize(
    "domain",
    [
        "probation.gsi.gov.uk",
        "x.gsi.gov.uk",
        "gsi.gov.uk",
        "westmercia.pnn.police.uk",
        "council.gov.uk.cjsm.net",
        "nhs.net",
        "NHS.NET",
    ],
)
def test_what_lies_in_a_listed_domain_is_accepted(domain: str) -> None:
    assert is_accepted(domain, LISTED, ["N04"])


@pytest.mark.parametrize(
    "domain",
    [
        "x.gsi.gov.uk.example.com",
        "notpnn.police.uk",
        "police.uk",
        "nhs.net.evil.org",
        "notnhs.net",
        "nhs.uk",
        "council.gov.uk",
        "evilgsi.gov.uk",
        "",
    ],
)
def test_what_only_looks_like_it_is_not(domain: str) -> None:
    assert not is_accepted(domain, LISTED, ["N04"])


@given(DOMAIN, DOMAIN)
def test_a_domain_lies_in_another_only_label_by_label(domain: str, suffix: str) -> None:
    labels, wanted = domain.split("."), suffix.split(".")

    assert lies_in(domain, suffix) == (labels[-len(wanted) :] == wanted)


@given(DOMAIN, DOMAIN)
def test_whatever_is_put_in_front_of_or_behind_a_domain_does_not_lie_in_it(front: str, behind: str) -> None:
    assert not lies_in(f"{front}nhs.net", "nhs.net") or front.endswith(".")
    assert lies_in(f"nhs.net.{behind}", "nhs.net") == f".nhs.net.{behind}".endswith(".nhs.net")


def test_every_provider_has_to_accept_it() -> None:
    both = ["N04", "C12"]
    refused = (*LISTED, SecureDomain("nhs.net", "C12", accepted=False))

    assert not is_accepted("nhs.net", LISTED, both)
    assert not is_accepted("nhs.net", refused, both)
    assert is_accepted("nhs.net", (*LISTED, SecureDomain("nhs.net", "C12", accepted=True)), both)
    assert not is_accepted("nhs.net", LISTED, [])


def test_a_provider_may_refuse_a_part_of_what_it_accepts() -> None:
    listed = (*LISTED, SecureDomain("old.gsi.gov.uk", "N04", accepted=False))

    assert is_accepted("new.gsi.gov.uk", listed, ["N04"])
    assert not is_accepted("mail.old.gsi.gov.uk", listed, ["N04"])


@pytest.mark.parametrize(
    "text",
    ["", "nobody", "a@b", "a@@nhs.net", "a b@nhs.net", "a@nhs..net", "a@nhs.net\nBcc: b@example.org",
     "a@nhs.net, b@example.org", "<a@nhs.net>", "é@nhs.net", "a@-nhs.net", f"{'a' * 65}@nhs.net",
     f"a@{'b.' * 130}nhs.net"],
)  # fmt: skip
def test_what_is_no_address_is_not_read(text: str) -> None:
    assert read_address(text) is None


def test_an_address_is_read_however_it_is_typed() -> None:
    assert read_address("  Sample.Person+Desk@NHS.net ") == "sample.person+desk@nhs.net"


def test_a_decorated_address_is_the_same_box() -> None:
    assert mailbox("sample+1@nhs.net") == mailbox("sample+2@nhs.net") == mailbox("sample@nhs.net")
