"""Whose mail a domain is: one agency's own, or that of many."""

import pytest

from directory.accounts.agency_domains import is_of_many

SECURE = ("cjsm.net", "gsi.gov.uk")


@pytest.mark.parametrize(
    ("domain", "of_many"),
    [
        ("cjsm.net", True),
        ("net", True),
        ("co.uk", True),
        ("co.uk.cjsm.net", True),
        ("example.co.uk", False),
        ("example.co.uk.cjsm.net", False),
        ("police.example.org", False),
        ("probation.gsi.gov.uk", False),
    ],
)
def test_a_domain_is_one_agencys_own_or_that_of_many(domain: str, of_many: bool) -> None:
    assert is_of_many(domain, SECURE) is of_many
