"""Topics that are taken for one another: what to offer where the one understood is not the one meant."""

from routing.vocabulary import Topic

_MOST = 6
# Each is near the others of its row. A topic may stand in several rows; the first rows count first.
_NEAR: tuple[tuple[Topic, ...], ...] = (
    (Topic.BREACH, Topic.RECALL, Topic.UNPAID_WORK, Topic.CASE),
    (Topic.CASE, Topic.RISK_ESCALATION, Topic.MAPPA, Topic.ALLOCATION),
    (Topic.COURT_REPORT, Topic.PAROLE_REPORT, Topic.ALLOCATION, Topic.BREACH),
    (Topic.RECALL, Topic.APPROVED_PREMISES, Topic.THROUGH_THE_GATE, Topic.PAROLE_REPORT),
    (Topic.PROGRAMME, Topic.SEX_OFFENDER_PROGRAMME, Topic.UNPAID_WORK, Topic.ATTENDANCE_CENTRE),
    (Topic.SAFEGUARDING_CHILDREN, Topic.SAFEGUARDING_ADULTS, Topic.MASH, Topic.MARAC),
    (Topic.COMMUNITY_SAFETY, Topic.PCC, Topic.CRIMINAL_JUSTICE_BOARD, Topic.IOM),
    (Topic.VICTIM, Topic.RESTORATIVE_JUSTICE, Topic.DOMESTIC_HOMICIDE_REVIEW, Topic.MARAC),
    (Topic.THROUGH_THE_GATE, Topic.SHORT_SENTENCE, Topic.MENTORING, Topic.YOUTH_TRANSITION),
    (Topic.PROGRAMME, Topic.RATE_CARD, Topic.MENTORING),
)
_COMMON = (Topic.CASE, Topic.BREACH, Topic.RECALL, Topic.UNPAID_WORK, Topic.RISK_ESCALATION, Topic.PROGRAMME)


def likely_instead(topic: Topic | None) -> tuple[Topic, ...]:
    """What it may be about instead: what is near the topic, then what is asked about most."""
    near = [other for row in _NEAR if topic in row for other in row]
    return tuple(one for one in dict.fromkeys([*near, *_COMMON]) if one is not topic)[:_MOST]
