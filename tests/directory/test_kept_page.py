"""docs/kept.md says of every table in which something of a person stands what it is, how and until when."""

import re

from directory.tables import Base
from tests.paths import ROOT

PAGE = (ROOT / "docs" / "kept.md").read_text("utf-8")
_OF_NO_PERSON = frozenset(
    {"agencies", "aliases", "areas", "audit_head", "bank_holidays", "case_key_check", "directory_version"}
    | {"emails", "numbers", "offices", "other_hours", "place_names", "places", "programme_runs", "programmes"}
    | {"providers", "rota_posts", "secure_domains", "suspect_numbers", "teams"}
)


def test_the_page_names_every_table_in_which_something_of_a_person_stands() -> None:
    assert set(Base.metadata.tables) >= _OF_NO_PERSON
    assert set(Base.metadata.tables) - _OF_NO_PERSON <= set(re.findall(r"`([\w-]+)`", PAGE))
