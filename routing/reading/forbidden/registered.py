"""What is asked of the register: a list of cases or people, or a case by its reference."""

from routing.reading.forbidden.known import OF_STATUS
from routing.reading.forbidden.people import WORDS
from routing.reading.grammar import word_classes
from routing.reading.little_words import SOMEBODY
from routing.reading.questions import Manner, Question
from routing.reading.reading import Ask
from routing.reading.said import Said
from routing.vocabulary import Topic

_POLITE = word_classes("questions")["polite"]
# What offenders do, of which nobody asks a list: "offenders' unpaid work on our footpath".
_WORK_DONE = frozenset({Topic.UNPAID_WORK, Topic.PROGRAMME, Topic.MENTORING, Topic.ATTENDANCE_CENTRE})
_REPORTING = frozenset({"report", "reports", "reporting", "sign", "attend"})
_OF_THE_TRADE = (["manager"], ["managers"], ["management"], ["supervisor"], ["supervisors"])
_DWELLING = ("liv", "resid")
_OFFERED = frozenset({"need", "want", "require"})  # "do you need the new address of …"
_ASKS_OF_ANYBODY = frozenset({"is", "there", "if", "whether", "has", "does", "did", "know", "that"})
_A_HINT = 0.4


def list_asked(said: Said) -> bool:
    """Whether a list is asked for, and not somebody to ring about it, nor that offenders do something."""
    if "register" not in said.groups:
        return False
    contacts = [one for one in said.named("ask", "contact") if said.norms[one.start] not in _POLITE]
    work = [m for m in said.named("topic") if m.label.name in _WORK_DONE and m.label.weight >= _A_HINT]
    at_work = {said.sentences[one.start] for one in work}
    for match in said.named("register"):
        if said.norms[match.start] in WORDS["many"] and said.sentences[match.start] in at_work:
            continue
        before = (one for one in contacts if one.start <= match.start)
        if said.norms[match.start + 1 : match.start + 2] in _OF_THE_TRADE:
            continue  # "the offender manager in the IOM unit"
        if not _REPORTING.isdisjoint(said.norms[match.start : match.end]):
            continue  # "where do people on licence report in Hereford"
        sentence = said.sentences[match.start]
        wanted = any(said.sentences[one.start] == sentence for one in before)
        invited = match.start > 0 and said.norms[match.start - 1] in _POLITE
        of_one = (
            match.start > 0
            and said.norms[match.start - 1] not in _ASKS_OF_ANYBODY
            and said.norms[match.start] in SOMEBODY
        )
        if not (of_one or wanted or invited) or match.start == 0:
            return True
    return False


def case_asked(said: Said, asked: list[Question]) -> Ask | None:
    """What is asked of a case by its reference: who has it, whether it is known; not whom to ring."""
    known = said.named("status")
    asked = [question for question in asked if not _of_a_number(said, question)]
    if any(_of_its_details(said, question) for question in asked):
        return Ask.WHEREABOUTS
    manners = {question.manner for question in asked}
    if manners & {Manner.WHETHER, Manner.YOU} and (known or not said.named("provider")):
        return Ask.WHETHER_KNOWN
    if manners & {Manner.WHO, Manner.WHAT, Manner.WHETHER, Manner.YOU, Manner.WISH}:
        return Ask.WHO_MANAGES
    if manners and (said.named("managing") or said.named("officers_name")):
        return Ask.WHO_MANAGES
    return Ask.WHETHER_KNOWN if known and (manners or said.named("yes_or_no")) else None


def _of_its_details(said: Said, question: Question) -> bool:
    """Whether a detail is asked for: "confirm the address of …", not "has … moved to the CRC"."""
    if question.manner in (Manner.WHERE, Manner.WISH, Manner.WHAT):
        private = [m for name in ("detail", "living", "lodging", "documents") for m in said.named(name)]
    elif question.manner in OF_STATUS and _OFFERED.isdisjoint(said.norms[question.start : question.end]):
        private = [m for name in ("detail", "lodging") for m in said.named(name)]
        private += [m for m in said.named("living") if said.norms[m.start].startswith(_DWELLING)]
    else:
        return False
    return any(question.covers(match) for match in private)


def _of_a_number(said: Said, question: Question) -> bool:
    """Whether it is a number or an office that is asked for: "what number is it for …"."""
    return question.manner is Manner.WHAT and bool(
        WORDS["of_contact"] & set(said.norms[question.start + 1 : question.start + 3])
    )
