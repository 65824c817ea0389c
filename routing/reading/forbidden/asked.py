"""What of a person, a case or the register is asked that may not be told to everybody.

It takes a question (questions.py), what it asks about (lexicon/private.toml), and one person in
particular (people.py).
"""

from routing.reading.forbidden.details import details_asked
from routing.reading.forbidden.known import known_asked
from routing.reading.forbidden.managed import manager_asked
from routing.reading.forbidden.people import WORDS, People
from routing.reading.forbidden.registered import case_asked, list_asked
from routing.reading.gist import Gist
from routing.reading.masks import STAFF
from routing.reading.phrases import Match
from routing.reading.questions import Manner, Question, questions_in
from routing.reading.reading import Ask
from routing.reading.said import Said

_MATTERS = {
    "officers_name": Ask.WHO_MANAGES,
    "status": Ask.WHETHER_KNOWN,
    "release": Ask.WHETHER_KNOWN,
    "living": Ask.WHEREABOUTS,
}
_WHO_IS_IT = [
    [who, verb, it] for who in ("who", "which", "what") for verb in ("is", "was") for it in ("it", "that")
]
_WHO_IS_IT += [[who, it] for who in ("whos", "whats") for it in ("it", "that")]
_OF_THEIR_OWN = frozenset({"detail", "papers", "number_of", "lodging"})


def asked_about_a_person(said: Said, gist: Gist) -> Ask | None:
    """What is asked about somebody in particular, or of the register; None where nothing is."""
    if list_asked(said):
        return Ask.REGISTER
    about = People(said, gist)
    if not (about.anybody or gist.case.references or said.speaks_of(_OF_THEIR_OWN)):
        return None  # nobody is spoken of, nor anything that is somebody's own
    questions = questions_in(said)
    asked = [
        one
        for one in questions
        if one.manner not in (Manner.CONTACT, Manner.RULE)
        and (not one.unsure or _asked_after_all(said, one))
        and not _of_the_asker(said, one)
    ]
    if len(asked) < len(questions):
        asked = [question for question in asked if question.manner is not Manner.BARE]
    if gist.case.references:
        return case_asked(said, asked)
    for ask, is_asked in (
        (Ask.WHEREABOUTS, details_asked),
        (Ask.WHETHER_KNOWN, known_asked),
        (Ask.WHO_MANAGES, manager_asked),
    ):
        if any(is_asked(about, question) for question in asked):
            return ask
    contact = any(question.manner is Manner.CONTACT for question in questions)
    return None if contact else _asked_afterwards(about)


def _asked_after_all(said: Said, question: Question) -> bool:
    """Whether what is not known is asked right after: "I don't know who his officer is. Who is it?"."""
    after = said.norms[question.end + 1 : question.end + 4]
    return after in _WHO_IS_IT or after[:2] in _WHO_IS_IT


def _of_the_asker(said: Said, question: Question) -> bool:
    """Whether it is told what somebody wants of the asker: "they want his history, is that you?"."""
    if said.norms[question.start] not in WORDS["third_wants"]:
        return False
    return any(match.start > question.start for match in said.named("asked_of_you"))


def _asked_afterwards(people: People) -> Ask | None:
    """What is told and then asked: "… he is on licence, isn't he?", "… can you check?"."""
    said = people.said
    if not any(_asks_back(said, match) for match in said.named("yes_or_no")):
        return None
    matters = [ask for group, ask in _MATTERS.items() if said.named(group)]
    if STAFF in said.norms and said.named("managing"):
        matters.append(Ask.WHO_MANAGES)
    by_the_rules = people.gist.case.under_12_months and people.only_of_the_trade
    if not people.anybody or not matters or people.victim or by_the_rules:
        return None  # "he did six weeks and has a year of supervision, is that right?" is of the law
    return matters[0]


def _asks_back(said: Said, match: Match) -> bool:
    """Whether "isn't he" or "can you check" ends its sentence, or "is it true that" begins one."""
    if said.norms[match.start - 1] in WORDS["asking_who"]:
        return False  # "whose is he, Redditch?"
    ends = any(at >= len(said.norms) or said.pauses_before(at) for at in (match.end, match.end + 1))
    tag = said.norms[match.end - 1] in ("he", "she")
    return ends or (not tag and said.pauses_before(match.start))
