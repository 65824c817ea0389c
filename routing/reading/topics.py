"""Which topic a text is about: the phrases of each topic weighed against one another."""

from routing.reading.phrases import Match
from routing.reading.reading import RiskChange
from routing.reading.said import Said
from routing.vocabulary import Topic

_BACKGROUND = frozenset({Topic.CASE, Topic.RISK_ESCALATION})
_ENOUGH = 1.0


def likeliest_topic(said: Said, change: RiskChange | None) -> tuple[Topic | None, bool]:
    """The topic with the most weight, and whether the words are enough by themselves.

    A case, or a change of its risk, stands behind the others: nearly every enquiry is about a case.
    """
    weights = topic_weights(said.named("topic"))
    front = {topic: weight for topic, weight in weights.items() if topic not in _BACKGROUND}
    best = max(front, key=lambda topic: front[topic], default=None)
    if best and front[best] >= _ENOUGH and front[best] >= weights.get(Topic.RISK_ESCALATION, 0):
        return best, True
    if change or weights.get(Topic.RISK_ESCALATION, 0) >= _ENOUGH:
        return Topic.RISK_ESCALATION, True
    if weights.get(Topic.CASE, 0) >= _ENOUGH:
        return Topic.CASE, True
    return best or (Topic.CASE if Topic.CASE in weights else None), False


def topic_weights(matches: list[Match]) -> dict[Topic, float]:
    """For each topic the sum of its phrases' weights, longer phrases a little more."""
    weights: dict[Topic, float] = {}
    for match in matches:
        topic = Topic(match.label.name)
        weights[topic] = weights.get(topic, 0.0) + match.label.weight + 0.01 * match.length
    return weights
