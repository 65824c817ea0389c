"""The field's words in a letter or three, for buttons and pages, where every byte counts.

A button outlives the version that drew it: a code is never given to another word.
"""

from routing.vocabulary import Provider, Role, Topic, Urgency

_WORDS: dict[str, str] = {
    Provider.NPS: "n",
    Provider.CRC: "c",
    Provider.BOTH: "b",
    Urgency.EMERGENCY: "e",
    Urgency.URGENT: "u",
    Urgency.CAN_WAIT: "w",
    Role.DUTY_OFFICER: "do",
    Role.SPO: "s",
    Role.DUTY_SPO: "ds",
    Role.APPROVED_PREMISES: "ap",
    Role.RESPONSIBLE_OFFICER: "ro",
    Role.RECEPTION: "re",
    Role.LEAD: "l",
    Role.HEAD_OF_LDU: "h",
    Role.EMERGENCY_SERVICES: "es",
}
# Apart from the others: an Approved Premises is a post and a topic.
_TOPICS: dict[str, str] = {
    Topic.COURT_REPORT: "cor",
    Topic.PAROLE_REPORT: "par",
    Topic.ALLOCATION: "all",
    Topic.APPROVED_PREMISES: "app",
    Topic.SEX_OFFENDER_PROGRAMME: "sop",
    Topic.YOUTH_TRANSITION: "you",
    Topic.UNPAID_WORK: "upw",
    Topic.PROGRAMME: "pro",
    Topic.THROUGH_THE_GATE: "ttg",
    Topic.SHORT_SENTENCE: "sho",
    Topic.MENTORING: "men",
    Topic.RESTORATIVE_JUSTICE: "rj",
    Topic.ATTENDANCE_CENTRE: "att",
    Topic.RATE_CARD: "rat",
    Topic.COMMUNITY_SAFETY: "csp",
    Topic.SAFEGUARDING_CHILDREN: "sgc",
    Topic.SAFEGUARDING_ADULTS: "sga",
    Topic.CRIMINAL_JUSTICE_BOARD: "cjb",
    Topic.RISK_ESCALATION: "ris",
    Topic.DOMESTIC_HOMICIDE_REVIEW: "dhr",
}
_WORD_OF = {code: word for word, code in _WORDS.items()}
_TOPIC_OF = {code: topic for topic, code in _TOPICS.items()}


def short(word: Provider | Urgency | Role | None) -> str:
    """The code of a word; nothing for none."""
    return _WORDS[word] if word else ""


def long(code: str) -> str:
    """The word of a code; what is no code is given back as it is."""
    return _WORD_OF.get(code, code)


def short_topic(topic: Topic | None) -> str:
    """The code of a topic; a short name is its own code."""
    return _TOPICS.get(topic, topic) if topic else ""


def long_topic(code: str) -> str:
    """The topic of a code; older buttons spell it out."""
    return _TOPIC_OF.get(code, code)
