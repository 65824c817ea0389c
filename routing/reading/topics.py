"""Which topic a text is about: the phrases of each topic weighed against one another."""

from routing.reading.phrases import Match
from routing.reading.reading import RiskChange
from routing.reading.said import Said
from routing.vocabulary import Topic

_BACKGROUND = frozenset({Topic.CASE, Topic.RISK_ESCALATION})
_ENOUGH = 1.0
_HINT = 0.5


def likeliest_topic(said: Said, change: RiskChange | None) -> Topic | None:
    """The topic with the most weight. A case, or a change of its risk, stands behind the others:
    nearly every enquiry is about a case as well."""
    weights = topic_weights(said.named("topic"))
    front = {topic: weight for topic, weight in weights.items() if topic not in _BACKGROUND}
    best = max(front, key=lambda topic: front[topic], default=None)
    if best and front[best] >= _ENOUGH and front[best] >= weights.get(Topic.RISK_ESCALATION, 0):
        return best
    if change or weights.get(Topic.RISK_ESCALATION, 0) >= _ENOUGH:
        return Topic.RISK_ESCALATION
    if weights.get(Topic.CASE, 0) >= _ENOUGH:
        return Topic.CASE
    related = said.named("field") or said.named("provider") or said.named("role")
    if best and related:
        return best
    return Topic.CASE if weights.get(Topic.CASE, 0) >= _HINT and related else None


def topic_weights(matches: list[Match]) -> dict[Topic, float]:
    """For each topic the sum of its phrases' weights, longer phrases a little more."""
    weights: dict[Topic, float] = {}
    for match in matches:
        topic = Topic(match.label.name)
        weights[topic] = weights.get(topic, 0.0) + match.label.weight + 0.01 * match.length
    return weights
