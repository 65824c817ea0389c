"""What may not be told to everybody: who has a case, whether somebody is known, where they live.

It takes a question (questions.py), what it asks about (lexicon/private.toml), and one person in
particular (people.py). Who may be told what all the same is for routing.disclosure to say.
"""

from collections.abc import Sequence
from itertools import pairwise

from routing.reading.details import details_asked, released
from routing.reading.gist import Gist
from routing.reading.grammar import word_classes
from routing.reading.masks import NAME, STAFF
from routing.reading.openings import Manner
from routing.reading.people import WORDS, People, is_own_officer
from routing.reading.phrases import Match
from routing.reading.questions import Question, questions_in
from routing.reading.reading import Ask
from routing.reading.said import Said
from routing.reading.terms import terms_asked
from routing.vocabulary import Role, Topic

_CONFIRMING = word_classes("questions")["confirming"]
_POLITE = word_classes("questions")["polite"]
_MATTERS = {
    "officers_name": Ask.WHO_MANAGES,
    "status": Ask.WHETHER_KNOWN,
    "release": Ask.WHETHER_KNOWN,
    "living": Ask.WHEREABOUTS,
}
_OF_STATUS = frozenset({Manner.WHETHER, Manner.YOU, Manner.BARE})
_OF_EVERY_CASE = frozenset({Topic.CASE, Topic.RISK_ESCALATION, Topic.VICTIM, Topic.ALLOCATION})
# What offenders do, of which nobody asks a list: "offenders' unpaid work on our footpath".
_WORK_DONE = frozenset({Topic.UNPAID_WORK, Topic.PROGRAMME, Topic.MENTORING, Topic.ATTENDANCE_CENTRE})
_PARTNERSHIPS = frozenset(
    {
        Topic.MASH,
        Topic.MARAC,
        Topic.MAPPA,
        Topic.IOM,
        Topic.COMMUNITY_SAFETY,
        Topic.SAFEGUARDING_CHILDREN,
        Topic.SAFEGUARDING_ADULTS,
        Topic.CRIMINAL_JUSTICE_BOARD,
        Topic.PCC,
    }
)
_SITTING = frozenset(
    {"represents", "represent", "sits", "sit", "attends", "attend", "chairs", "chair", "speaks"}
)
_SEAT_REACH = 4  # words between the worker and where they sit: "in the local"
_SENTENCED = frozenset({"convicted", "sentenced", "guilty", "jailed", "imprisoned", "pleaded"})
_PROVIDERS = frozenset({"provider", "organisation", "side", "half"})
_WHO_IS_IT = [
    [who, verb, it] for who in ("who", "which", "what") for verb in ("is", "was") for it in ("it", "that")
]
_WHO_IS_IT += [[who, it] for who in ("whos", "whats") for it in ("it", "that")]
_EITHER = frozenset({"or", "vs", "versus"})
_THINGS = (["it"], ["that"], ["this"])  # "is that still something offenders do"
_REPORTING = frozenset({"report", "reports", "reporting", "sign", "attend"})
_DWELLING = ("liv", "resid")
_OFFERED = frozenset({"need", "want", "require"})  # "do you need the new address of …"
_OF_THEIR_OWN = frozenset({"detail", "papers", "number_of", "lodging"})
_PREPOSITIONS = frozenset({"for", "about", "with", "of"})
_ONE = frozenset({"someone", "somebody"})  # "a change of address for someone on licence"
_LIVES = frozenset({"lives", "live", "living", "lived", "moved"})
_FIRST_WORDS = 3
_A_HINT = 0.4
_YOU_REACH = 7  # words between "does somebody at your office" and "supervise"
_WHICH_REACH = 6  # words between "which" and the officer


def asked_about_a_person(said: Said, gist: Gist) -> Ask | None:
    """What is asked about somebody in particular, or of the register; None where nothing is."""
    if _of_the_register(said):
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
        return _of_a_case(said, asked)
    for ask, is_asked in (
        (Ask.WHEREABOUTS, details_asked),
        (Ask.WHETHER_KNOWN, _known),
        (Ask.WHO_MANAGES, _manager),
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


def _of_the_register(said: Said) -> bool:
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
        if not _REPORTING.isdisjoint(said.norms[match.start : match.end]):
            continue  # "where do people on licence report in Hereford"
        sentence = said.sentences[match.start]
        wanted = any(said.sentences[one.start] == sentence for one in before)
        invited = match.start > 0 and said.norms[match.start - 1] in _POLITE
        of_one = (
            match.start > 0
            and said.norms[match.start - 1] in _PREPOSITIONS
            and said.norms[match.start] in _ONE
        )
        if not (of_one or wanted or invited) or match.start == 0:
            return True
    return False


def _of_a_case(said: Said, asked: list[Question]) -> Ask | None:
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
    elif question.manner in _OF_STATUS and _OFFERED.isdisjoint(said.norms[question.start : question.end]):
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


def _known(people: People, question: Question) -> bool:
    """Whether somebody is known to probation, has been in trouble, is out."""
    said, norms = people.said, people.said.norms
    why = norms[question.start] == "why"
    if not (why or question.manner in _OF_STATUS) or not people.anybody or people.only_many:
        return False
    if said.named("provider") or {"nps", "crc"} & said.distinct:
        return False
    if WORDS["rule_words"] & set(norms[question.start : question.end]) or _of_anyone(people, question):
        return False
    subject = norms[question.start + 1 : question.start + 2]
    of_a_thing = (
        subject == ["there"]
        or _is_a_paper(norms, question.start + 1)
        or (subject in _THINGS and not people.near_opening(question))
    )
    weak = of_a_thing or question.manner in (Manner.YOU, Manner.BARE) or norms[question.start] in _CONFIRMING
    if weak and people.gist.topic not in (None, *_OF_EVERY_CASE):
        return False
    if of_a_thing and any(people.matter("course", question=question, within=_FIRST_WORDS + 1)):
        return False  # "is there a course for a man on a community order"
    if question.manner is Manner.YOU:
        return _known_to_you(people, question)
    matters = list(released(people, question))
    if question.manner is Manner.WHETHER and not people.only_of_the_trade:
        matters += [match for match in said.named("risk") if question.covers(match)]  # "is my ex high risk"
    if norms[question.start] != "will":
        matters += people.matter("status", question=question)
    if question.manner is Manner.BARE:
        posts = any(question.covers(match) for match in said.named("role"))
        wanted = WORDS["third_wants"] | WORDS["of_somebody_here"]
        wanted &= set(norms[question.start : question.end])
        first = any(match.start - question.start <= _FIRST_WORDS for match in matters)
        return bool(matters) and (first or people.near_opening(question)) and not (posts or wanted)
    return bool(matters) or (question.manner is Manner.WHETHER and _only_about_them(people, question))


def _is_a_paper(norms: Sequence[str], at: int) -> bool:
    """ "Has the PSR for … been sent", whoever it is for."""
    article, *paper = norms[at : at + 2] or [""]
    return article in ("the", "his", "her", "your") and not WORDS["papers"].isdisjoint(paper)


def _of_anyone(people: People, question: Question) -> bool:
    """Whether it is a question of the rules: "is someone with a 10 month sentence supervised?".

    So it is of whoever is no more than "he", where the sentence decides; and where a word is explained.
    """
    norms = people.said.norms
    subject = norms[question.start + 1 : question.start + 2]
    if norms[question.start + 2 : question.start + 3] == ["mean"] and terms_asked(people.said):
        return True
    if people.gist.case.under_12_months and people.only_of_the_trade:
        return True
    return bool({"someone", "somebody", "a", "an"} & set(subject)) and people.gist.case.decide


def _only_about_them(people: People, question: Question) -> bool:
    """Whether a question about somebody in particular has nothing else in it that it could be about."""
    said = people.said
    words = set(said.norms[question.start : question.end])
    if said.norms[question.start] in _CONFIRMING:
        return False
    work = people.gist.topic not in (None, Topic.CASE)
    roles = any(question.covers(match) for match in said.named("role"))
    return people.subject_of(question) and not (work or roles or words & WORDS["practical"] or people.victim)


def _known_to_you(people: People, question: Question) -> bool:
    """ "Do you supervise …", "have you got …", and somebody named or pointed at right after it."""
    said = people.said
    if any(people.matter("status", question=question)):
        return True
    starts = [*people.named, *(match.start for match in people.pointed_at)]
    for match in people.matter("managing", "knowing", question=question, within=_YOU_REACH):
        if any(match.end - 1 <= at <= match.end + 2 for at in starts):
            return not any(match.start <= c.start for c in said.named("ask", "contact") if question.covers(c))
    return False


def _manager(people: People, question: Question) -> bool:
    """Who has or had the case of somebody, or what the officer is called."""
    said = people.said
    if not people.anybody or people.only_a_kind or people.gist.case.decide or _of_a_word(people, question):
        return False
    if _which_of_the_two(people):
        return False
    # "My mate's officer, what's he called": the words may begin before the question.
    names = [m for m in said.named("officers_name") if question.covers(m) or m.start < question.start < m.end]
    if names and question.manner not in (Manner.WHERE, Manner.WHEN):
        return not (is_own_officer(people, names[0]) or _of_a_seat(people, question))
    if question.manner not in (Manner.WHO, Manner.WHAT, Manner.BARE) or _is_of_a_sentence(people):
        return False
    if question.manner is Manner.BARE and not _names_and_asks(people, question):
        return False
    others = [m for m in said.named("role") if m.label.name not in (Role.RESPONSIBLE_OFFICER, "other")]
    if any(question.covers(other) for other in others):
        return False
    if WORDS["general"] & set(said.norms[question.start : question.end]):
        return False
    if any(
        _is_of_managing(people, question, match) for match in people.matter("managing", question=question)
    ):
        return True
    may = said.norms[question.start + 1 : question.start + 2]
    return (
        question.manner is Manner.WHO and not WORDS["may"] & set(may) and _only_about_them(people, question)
    )


def _which_of_the_two(people: People) -> bool:
    """ "NPS or CRC, who has him?": it is asked whom to ring, of nobody whom the text makes known."""
    asked = people.said.named("provider", "unsure")
    return people.only_of_the_trade and any(
        not _EITHER.isdisjoint(people.said.norms[one.start : one.end]) for one in asked
    )


def _is_of_a_sentence(people: People) -> bool:
    """ "Convicted of affray, who supervises him?": of whoever it is no more is told than the sentence."""
    norms = people.said.norms
    sentenced = not _SENTENCED.isdisjoint(people.said.distinct) or ("done", "for") in pairwise(norms)
    return people.only_of_the_trade and sentenced


def _of_a_word(people: People, question: Question) -> bool:
    """Whether it is asked what a word of the trade means: "what sort of person is a PSO"."""
    meaning = any(question.covers(match) for match in people.said.named("define", "meaning"))
    return meaning and people.only_of_the_trade and any(people.matter("term", question=question))


def _is_of_managing(people: People, question: Question, match: Match) -> bool:
    norms = people.said.norms
    if is_own_officer(people, match) or _is_of_a_place(people, question):
        return False
    if (WORDS["officers"] | {"manager", "worker"}) & set(norms[match.start : match.end]):
        if WORDS["of_an_office"] & set(norms[match.end : match.end + 1]) or _of_a_partnership(people, match):
            return False
        return question.manner in (Manner.WHO, Manner.BARE) or match.start - question.start <= _WHICH_REACH
    if people.gist.topic not in (None, *_OF_EVERY_CASE) or not people.object_of(question, match):
        return False
    which = norms[question.start] in ("which", "what")
    if which and people.gist.topic is Topic.ALLOCATION and norms[question.start + 1] in _PROVIDERS:
        return False
    return question.manner is Manner.WHO or (which and match.start - question.start <= _WHICH_REACH)


def _is_of_a_place(people: People, question: Question) -> bool:
    """Whether it is asked which office serves a place: "which office does he go to, he lives in Malvern"."""
    norms = people.said.norms
    by_where = not _LIVES.isdisjoint(norms) or not _ONE.isdisjoint(norms[question.start : question.end])
    return "office" in norms[question.start : question.start + 2] and not people.named and by_where


def _of_a_partnership(people: People, match: Match) -> bool:
    """Whether it is probation's worker among others that is meant: "the probation worker in the MASH"."""
    reach = range(match.end, match.end + _SEAT_REACH)
    seats = (one for one in people.said.named("topic") if one.label.name in _PARTNERSHIPS)
    return not people.named and any(one.start in reach for one in seats)


def _of_a_seat(people: People, question: Question) -> bool:
    """Whether it is asked who sits for probation: "the name of whoever represents you on the board"."""
    words = people.said.norms[question.start : question.end]
    return people.gist.topic in _PARTNERSHIPS and not people.named and not _SITTING.isdisjoint(words)


def _names_and_asks(people: People, question: Question) -> bool:
    """Whether a bare "probation officer Mr Sample" asks, and does not tell of an officer."""
    said = people.said
    marked = question.end < len(said.words) and "?" in said.words[question.end].raw
    named = NAME in said.norms[question.start : question.end]
    return (marked or named) and not said.named("reach", "unreachable")
