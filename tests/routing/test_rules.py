"""Every rule of every policy has a test that is named after it.

`ownership.high_risk` is tested by `test_ownership_high_risk__…`, whatever follows; who leads on a
topic by the table in test_ownership.py; a term by the test that goes through all of them.
"""

import re
from pathlib import Path

from routing.policy import Policies
from routing.vocabulary import Topic
from tests.routing.test_ownership import LEADS

_TESTS = {
    name
    for file in Path(__file__).parent.glob("test_*.py")
    for name in re.findall(
        r"^(?:async )?def test_(\w+?)__\w+\(", file.read_text(encoding="utf-8"), re.MULTILINE
    )
}
_RULES = sorted({rule for policy in Policies.bundled().by_area.values() for rule in policy.rules})


def _is_tested(rule: str) -> bool:
    leads = {f"topic.{topic}" for topic, _ in LEADS}
    return rule in leads or rule.replace(".", "_") in _TESTS


def test_every_rule_has_a_test_of_its_name() -> None:
    assert [rule for rule in _RULES if not _is_tested(rule)] == []


def test_every_topic_of_the_table_is_one_that_there_is() -> None:
    assert {topic for topic, _ in LEADS} <= set(Topic)
