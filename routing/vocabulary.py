"""The field's own words, as docs/answer.md spells them."""

from enum import StrEnum


class Standing(StrEnum):
    """Who asks, and therefore what may be said (domain: what may be said to whom)."""

    PUBLIC = "public"
    PARTNER = "partner"
    RECEPTION = "reception"
    OFFICER = "officer"
    ADMIN = "admin"


class Provider(StrEnum):
    """The two halves of probation since 1 June 2014, or both together."""

    NPS = "nps"
    CRC = "crc"
    BOTH = "both"


class Role(StrEnum):
    """A post that a step of an answer sends the asker to."""

    EMERGENCY_SERVICES = "emergency_services"
    RESPONSIBLE_OFFICER = "responsible_officer"
    DUTY_OFFICER = "duty_officer"
    SPO = "spo"
    DUTY_SPO = "duty_spo"
    APPROVED_PREMISES = "approved_premises"
    RECEPTION = "reception"
    LEAD = "lead"
    HEAD_OF_LDU = "head_of_ldu"


class Kind(StrEnum):
    """What sort of answer this is."""

    ROUTE = "route"
    EMERGENCY = "emergency"
    EXPLAIN = "explain"
    CLARIFY = "clarify"
    DECLINED = "declined"
    UNKNOWN = "unknown"


class Turn(StrEnum):
    """What a message does to the conversation that it comes in."""

    FRESH = "fresh"  # a question by itself
    GOES_ON = "goes_on"  # it is read with what was settled before
    NEXT = "next"  # whoever was shown did not answer
    WHY = "why"  # the reasons once more
    WRONG_NUMBER = "wrong_number"  # the number shown is not right
    AGAIN = "again"  # forget what was said
    THANKS = "thanks"  # nothing is asked
    GREETING = "greeting"  # nor here


class Warn(StrEnum):
    """What the asker should know about the answer itself."""

    PERSONAL_DATA = "personal_data"
    STALE = "stale"
    ASSUMED = "assumed"
    GAP = "gap"


class Asks(StrEnum):
    """The one fact that a clarifying question asks for."""

    PLACE = "place"
    AREA = "area"
    CASE = "case"
    RISK = "risk"
    PROVIDER = "provider"
    TOPIC = "topic"
    URGENCY = "urgency"


class Urgency(StrEnum):
    """How soon the asker needs somebody."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    CAN_WAIT = "can_wait"


class Risk(StrEnum):
    """Level of risk of serious harm, as OASys classifies it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


class Means(StrEnum):
    """What a phrase that a keeper has added stands for."""

    TOPIC = "topic"
    PLACE = "place"
    OFFICE = "office"
    ROLE = "role"
    TERM = "term"


class Topic(StrEnum):
    """What an enquiry is about. Who leads on each is in the policy, not here."""

    COURT_REPORT = "court_report"
    PAROLE_REPORT = "parole_report"
    ALLOCATION = "allocation"
    BREACH = "breach"
    RECALL = "recall"
    VICTIM = "victim"
    APPROVED_PREMISES = "approved_premises"
    MAPPA = "mappa"
    SEX_OFFENDER_PROGRAMME = "sex_offender_programme"
    YOUTH_TRANSITION = "youth_transition"
    UNPAID_WORK = "unpaid_work"
    PROGRAMME = "programme"
    THROUGH_THE_GATE = "through_the_gate"
    SHORT_SENTENCE = "short_sentence"
    MENTORING = "mentoring"
    RESTORATIVE_JUSTICE = "restorative_justice"
    ATTENDANCE_CENTRE = "attendance_centre"
    IOM = "iom"
    RATE_CARD = "rate_card"
    COMMUNITY_SAFETY = "community_safety"
    SAFEGUARDING_CHILDREN = "safeguarding_children"
    SAFEGUARDING_ADULTS = "safeguarding_adults"
    PCC = "pcc"
    MARAC = "marac"
    MASH = "mash"
    CRIMINAL_JUSTICE_BOARD = "criminal_justice_board"
    CASE = "case"
    RISK_ESCALATION = "risk_escalation"
    DOMESTIC_HOMICIDE_REVIEW = "domestic_homicide_review"
    CONTACT = "contact"
    TERM = "term"
