"""docs/kept.md says of every table in which something of a person stands what it is, how and until when."""

import re
from pathlib import Path

from directory.tables import Base

PAGE = (Path(__file__).parents[2] / "docs" / "kept.md").read_text("utf-8")
OF_NO_PERSON = set(
    """
    agencies aliases areas audit_head bank_holidays case_key_check directory_version emails numbers offices
    other_hours place_names places programme_runs programmes providers rota_posts secure_domains suspect_numbers
    teams
    """.split()
)


def test_the_page_names_every_table_in_which_something_of_a_person_stands() -> None:
    assert OF_NO_PERSON <= set(Base.metadata.tables)
    assert set(Base.metadata.tables) - OF_NO_PERSON <= set(re.findall(r"`([\w-]+)`", PAGE))
