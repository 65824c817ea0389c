"""Which topic a text is about: the phrases of each topic weighed against one another."""

from routing.reading.phrases import Match
from routing.reading.reading import RiskChange
from routing.reading.said import Said
from routing.vocabulary import Topic

_BACKGROUND = frozenset({Topic.CASE, Topic.RISK_ESCALATION})
_ENOUGH = 1.0
_MOST_OF_HINTS = 0.9
_FOR_EACH_WORD = 0.01


def likeliest_topic(said: Said, change: RiskChange | None, *, of_a_case: bool) -> tuple[Topic | None, bool]:
    """The topic with the most weight, and whether the words are enough by themselves.

    `of_a_case`: the text states facts of a case, or its reference, which weigh more than a hint.
    A case, or a change of its risk, stands behind the others: nearly every enquiry is about a case.
    """
    weights = topic_weights(said.named("topic"))
    front = {topic: weight for topic, weight in weights.items() if topic not in _BACKGROUND}
    best = max(front, key=lambda topic: front[topic], default=None)
    if best and front[best] >= _ENOUGH and front[best] >= weights.get(Topic.RISK_ESCALATION, 0):
        return best, True
    if change or weights.get(Topic.RISK_ESCALATION, 0) >= _ENOUGH:
        return Topic.RISK_ESCALATION, True
    if weights.get(Topic.CASE, 0) >= _ENOUGH or of_a_case:
        return Topic.CASE, True
    return best or (Topic.CASE if Topic.CASE in weights else None), False


def topic_weights(matches: list[Match]) -> dict[Topic, float]:
    """For each topic the sum of its phrases' weights, longer phrases a little more."""
    weights: dict[Topic, float] = {}
    for match in matches:
        topic = Topic(match.label.name)
        weights[topic] = weights.get(topic, 0.0) + match.label.weight + _FOR_EACH_WORD * match.length
    # However many hints there are, they do not make up for words that say it.
    said_outright = {match.label.name for match in matches if match.label.weight >= _ENOUGH}
    return {t: w if t in said_outright else min(w, _MOST_OF_HINTS) for t, w in weights.items()}
