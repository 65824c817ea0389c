"""What may not be told to everybody: who has a case, whether somebody is known, where they live.

It takes a question (questions.py), what it asks about (the tables of lexicon/private.toml), and one
person in particular. Who may be told what all the same is for routing.disclosure to say.
"""

from collections.abc import Iterable

from routing.reading.masks import DETAIL, NAME, REFERENCE, STAFF
from routing.reading.phrases import Match
from routing.reading.questions import CONFIRMING, Manner, Question, questions_in
from routing.reading.reading import Ask, Reading
from routing.reading.said import Said
from routing.vocabulary import Role, Topic

_PEOPLE = frozenset({NAME, STAFF, DETAIL})
_OWN = frozenset(["my", "our", "i", "me", "we", "us", "myself"])
_OWN_THINGS = frozenset(
    "own home new current email mobile phone licence tag curfew release probation offender last case".split()
)
_OF_AN_OFFICE = frozenset(
    "office offices court centre premises crc nps team reception unit department branch desk building "
    "place venue course group appointment appointments hearing meeting hospital station".split()
)
_REPORTING = frozenset(
    "report reporting attend appointment appointments go goes sign signs unpaid payback course class group "
    "send refer take bring meet programme form forms documents".split()
)
_RULE_WORDS = frozenset(
    "allowed able supposed entitled eligible automatically always normally usually".split()
)
_PRACTICAL = frozenset(
    "need needs appointment appointments bring attend able late today tomorrow change go goes back hours programme course "
    "danger safe help talk speak get do ill hospital hurt okay ok alright".split()
)
_MAY = frozenset("can could should would will might must needs need else wants want do does to".split())
_OFFICERS = frozenset("officer officers om po pso spo caseworker".split())
_MATTERS = {
    "officers_name": Ask.WHO_MANAGES,
    "status": Ask.WHETHER_KNOWN,
    "release": Ask.WHETHER_KNOWN,
    "living": Ask.WHEREABOUTS,
}
_OF_CONTACT = frozenset("number phone telephone email time times day do happens should line extension".split())
_OF_STATUS = frozenset({Manner.WHETHER, Manner.YOU, Manner.BARE})
_OF_EVERY_CASE = frozenset({Topic.CASE, Topic.RISK_ESCALATION, Topic.VICTIM, Topic.ALLOCATION})
_GENERAL = frozenset("people offenders those cases anyone anybody everyone".split())
_WHAT_REACH = 6  # words between "what" and the detail it asks for
_WHICH_REACH = 6
_WISH_REACH = 9
_AUX_WITH_PERSON = 4


def asked_about_a_person(said: Said, reading: Reading) -> Ask | None:
    """What is asked about somebody in particular, or of the register; None where nothing is."""
    if _of_the_register(said):
        return Ask.REGISTER
    questions = questions_in(said)
    asked = [one for one in questions if one.manner is not Manner.CONTACT and not one.unsure]
    if len(asked) < len(questions):
        asked = [question for question in asked if question.manner is not Manner.BARE]
    if reading.references:
        return _of_a_case(said, asked)
    about = _People(said, reading)
    for ask, is_asked in ((Ask.WHEREABOUTS, _details), (Ask.WHETHER_KNOWN, _known), (Ask.WHO_MANAGES, _manager)):
        if any(is_asked(about, question) for question in asked):
            return ask
    return _asked_afterwards(about)


def _asked_afterwards(people: "_People") -> Ask | None:
    """What is told and then asked: "… he is on licence, isn't he?", "… can you check?"."""
    said = people.said
    matters = [ask for group, ask in _MATTERS.items() if said.named(group)]
    if STAFF in said.norms and said.named("managing"):
        matters.append(Ask.WHO_MANAGES)
    if not people.anybody or not matters or people.victim:
        return None
    asked = any(_asks_back(said, match) for match in said.named("yes_or_no"))
    contact = any(question.manner is Manner.CONTACT for question in questions_in(said))
    return matters[0] if asked and not contact else None


def _asks_back(said: Said, match: Match) -> bool:
    """Whether "isn't he" or "can you check" ends its sentence, or "is it true that" begins one."""
    ends = any(at >= len(said.norms) or said.pauses_before(at) for at in (match.end, match.end + 1))
    tag = said.norms[match.end - 1] in ("he", "she")
    return ends or (not tag and said.pauses_before(match.start))


class _People:
    """Whom a text speaks of, and where the phrases that may not be asked of them stand."""

    def __init__(self, said: Said, reading: Reading) -> None:
        self.said, self.reading = said, reading
        self.named = [at for at, norm in enumerate(said.norms) if norm in _PEOPLE]
        self.pointed_at = said.named("person", "pointed_at")
        self.victim = reading.topic is Topic.VICTIM

    def subject_of(self, question: Question) -> bool:
        """Whether somebody named, or he or she, is who the question is about."""
        near = self.said.norms[question.start + 1 : question.start + 4]
        return any(norm in (NAME, STAFF, "he", "she") for norm in near)

    def object_of(self, question: Question, verb: Match) -> bool:
        """Whether the verb has somebody for its object, or nothing at all: "who has him", "who was dealing?"."""
        starts = [*self.named, *(match.start for match in self.pointed_at)]
        return any(question.start < at < question.end for at in starts) or verb.end >= question.end

    @property
    def anybody(self) -> bool:
        """Whether one person in particular is spoken of at all."""
        return bool(self.named or self.pointed_at)

    def matter(self, *names: str, question: Question, within: int | None = None) -> Iterable[Match]:
        """What of these stands in the question."""
        for match in self.said.matches:
            if match.label.group in names and question.covers(match, within):
                yield match

    def near_opening(self, question: Question) -> bool:
        """Whether somebody is the subject: "where is he", "is the man next door"."""
        last = question.start + _AUX_WITH_PERSON + (question.manner is Manner.BARE)
        starts = [*self.named, *(match.start for match in self.pointed_at)]
        return any(question.start < at <= last and at < question.end for at in starts) or any(
            match.start == question.start for match in self.pointed_at
        )


def _of_the_register(said: Said) -> bool:
    contact = said.named("ask", "contact")
    return any(
        not any(c.start <= match.start and said.sentences[c.start] == said.sentences[match.start] for c in contact)
        or match.start == 0
        for match in said.named("register")
    )


def _of_a_case(said: Said, asked: list[Question]) -> Ask | None:
    """What is asked of a case by its reference: anything but whom to ring is who has it, or if it is known."""
    known = said.named("status")
    asked = [question for question in asked if not _of_a_number(said, question)]
    for question in asked:
        if question.manner in (Manner.WHERE, Manner.WISH, Manner.WHAT):
            private = [m for name in ("detail", "living", "lodging", "papers") for m in said.named(name)]
            if any(question.covers(match) for match in private):
                return Ask.WHEREABOUTS
    manners = {question.manner for question in asked}
    if manners & {Manner.WHETHER, Manner.YOU} and (known or not said.named("provider")):
        return Ask.WHETHER_KNOWN
    if manners & {Manner.WHO, Manner.WHAT, Manner.WHETHER, Manner.YOU, Manner.WISH}:
        return Ask.WHO_MANAGES
    if manners and (said.named("managing") or said.named("officers_name")):
        return Ask.WHO_MANAGES
    return Ask.WHETHER_KNOWN if known and (manners or said.named("yes_or_no")) else None


def _of_a_number(said: Said, question: Question) -> bool:
    """Whether it is a number or an office that is asked for: "what number is it for …"."""
    return question.manner is Manner.WHAT and bool(
        _OF_CONTACT & set(said.norms[question.start + 1 : question.start + 3])
    )


def _details(people: _People, question: Question) -> bool:
    """Where somebody is or lives, what they did, when they are out, and anything else of theirs."""
    said = people.said
    if question.manner is Manner.WHERE:
        return _where(people, question)
    if people.anybody and any(people.matter("tracing", question=question)):
        return True
    found = people.matter("detail", "papers", "number_of", question=question)
    private = [match for match in found if _is_private(people, match)]
    if question.manner is Manner.WHEN:
        return people.near_opening(question) and any(_released(people, question))
    if question.manner is Manner.WHAT:
        spoken_of = people.anybody or bool(_OFFICERS & set(said.norms))
        lodging = any(people.matter("lodging", question=question)) and spoken_of
        near = any(question.covers(match, _WHAT_REACH) for match in private)
        deeds = any(m.start > question.start + 1 for m in people.matter("deed", question=question))
        what_for = said.norms[question.end - 1] == "for" and people.near_opening(question)
        return lodging or near or what_for or (deeds and people.anybody)
    if question.manner is Manner.WHO:
        living = any(people.matter("living", question=question, within=4))
        return living and any(said.norms[at] == DETAIL for at in people.named)
    if question.manner is Manner.WHETHER:
        return people.near_opening(question) and any(_living(people, question)) or any(
            match.start - question.start <= 2 for match in private
        )
    return any(question.covers(match, _WISH_REACH) for match in private)


def _where(people: _People, question: Question) -> bool:
    said = people.said
    words = set(said.norms[question.start : question.end])
    first = set(said.norms[question.start + 1 : question.start + 4]) & {"i", "we"}
    if _OF_AN_OFFICE & words or _REPORTING & words or (first and "find" not in words):
        return False
    living = any(people.matter("living", question=question))
    return people.near_opening(question) or (living and people.anybody)


def _released(people: _People, question: Question) -> Iterable[Match]:
    elsewhere = people.reading.out_of_scope and NAME not in people.said.norms
    return () if people.victim or elsewhere else people.matter("release", question=question)


def _living(people: _People, question: Question) -> Iterable[Match]:
    return () if _RULE_WORDS & set(people.said.norms) else people.matter("living", question=question)


def _is_private(people: _People, match: Match) -> bool:
    """Whether a detail is somebody's own and not an office's, nor the asker's."""
    norms = people.said.norms
    before = norms[max(0, match.start - 3) : match.start]
    after = norms[match.end : match.end + 4]
    if _OF_AN_OFFICE & {*before, *after, *norms[match.start : match.end]}:
        return False
    if match.label.group == "number_of":
        return before[-1:] == [NAME] or (NAME in after[:3] and not _OFFICERS & set(after))
    privately = {"home", "private", "personal"} & {*norms[match.start : match.end], *after} or {
        "private",
        "personal",
    } & set(norms)
    if privately and (_OFFICERS | {STAFF}) & set(norms):
        return True
    if _OFFICERS & set(after):
        return False
    return people.anybody and not _is_own(people, match, before)


def _is_own(people: _People, match: Match, before: list[str]) -> bool:
    """Whether it is the asker's own: "my new address", not "my boyfriend's address"."""
    if any(match.start - 3 <= pointed.start < match.start <= pointed.end for pointed in people.pointed_at):
        return False
    own = _OWN | {"your"}
    return bool(before) and (before[-1] in own or (before[-1] in _OWN_THINGS and bool(own & set(before))))


def _known(people: _People, question: Question) -> bool:
    """Whether somebody is known to probation, has been in trouble, is out."""
    said, norms = people.said, people.said.norms
    why = norms[question.start] == "why"
    if not (why or question.manner in _OF_STATUS) or not people.anybody:
        return False
    if said.named("provider") or {"nps", "crc"} & set(norms):
        return False
    if _RULE_WORDS & set(norms[question.start : question.end]) or _of_anyone(people.reading, norms, question):
        return False
    weak = question.manner in (Manner.YOU, Manner.BARE) or norms[question.start] in CONFIRMING
    if weak and people.reading.topic not in (None, *_OF_EVERY_CASE):
        return False
    if question.manner is Manner.YOU:
        return _known_to_you(people, question)
    matters = [*people.matter("status", question=question), *_released(people, question)]
    if question.manner is Manner.BARE:
        posts = any(question.covers(match) for match in said.named("role"))
        first = any(match.start - question.start <= 1 for match in matters)
        return bool(matters) and (first or people.near_opening(question)) and not posts
    return bool(matters) or (question.manner is Manner.WHETHER and _only_about_them(people, question))


def _of_anyone(reading: Reading, norms: list[str], question: Question) -> bool:
    """Whether it is a question of the rules: "is someone with a 10 month sentence supervised?"."""
    subject = norms[question.start + 1 : question.start + 2]
    return bool({"someone", "somebody", "a", "an"} & set(subject)) and _rule_is_asked(reading)


def _only_about_them(people: _People, question: Question) -> bool:
    """Whether a question about somebody in particular has nothing else in it that it could be about."""
    said = people.said
    words = set(said.norms[question.start : question.end])
    if said.norms[question.start] in CONFIRMING:
        return False
    work = people.reading.topic not in (None, Topic.CASE)
    roles = any(question.covers(match) for match in said.named("role"))
    return people.subject_of(question) and not (work or roles or words & _PRACTICAL or people.victim)


def _known_to_you(people: _People, question: Question) -> bool:
    """"Do you supervise …", "have you got …", and somebody named or pointed at right after it."""
    said = people.said
    if any(people.matter("status", question=question)):
        return True
    starts = [*people.named, *(match.start for match in people.pointed_at)]
    for match in people.matter("managing", "knowing", question=question, within=5):
        if any(match.end - 1 <= at <= match.end + 2 for at in starts):
            return not any(match.start <= c.start for c in said.named("ask", "contact") if question.covers(c))
    return False


def _manager(people: _People, question: Question) -> bool:
    """Who has or had the case of somebody, or what the officer is called."""
    said = people.said
    if not people.anybody or _rule_is_asked(people.reading):
        return False
    names = list(people.matter("officers_name", question=question))
    if names and question.manner not in (Manner.WHERE, Manner.WHEN):
        return not _own_officer(people, names[0])
    if question.manner not in (Manner.WHO, Manner.WHAT, Manner.BARE):
        return False
    if question.manner is Manner.BARE and not _names_and_asks(people, question):
        return False
    others = [m for m in said.named("role") if m.label.name not in (Role.RESPONSIBLE_OFFICER, "other")]
    if any(question.covers(other) for other in others):
        return False
    if _GENERAL & set(said.norms[question.start : question.end]):
        return False
    if any(_is_of_managing(people, question, match) for match in people.matter("managing", question=question)):
        return True
    may = said.norms[question.start + 1 : question.start + 2]
    return question.manner is Manner.WHO and not _MAY & set(may) and _only_about_them(people, question)


def _is_of_managing(people: _People, question: Question, match: Match) -> bool:
    norms = people.said.norms
    if _own_officer(people, match):
        return False
    if (_OFFICERS | {"manager", "worker"}) & set(norms[match.start : match.end]):
        if _OF_AN_OFFICE & set(norms[match.end : match.end + 1]):
            return False
        return question.manner in (Manner.WHO, Manner.BARE) or match.start - question.start <= _WHICH_REACH
    if people.reading.topic not in (None, *_OF_EVERY_CASE) or not people.object_of(question, match):
        return False
    which = norms[question.start] in ("which", "what")
    return question.manner is Manner.WHO or (which and match.start - question.start <= _WHICH_REACH)


def _names_and_asks(people: _People, question: Question) -> bool:
    """Whether a bare "probation officer Mr Sample" asks, and does not tell of an officer."""
    said = people.said
    marked = question.end < len(said.words) and "?" in said.words[question.end].raw
    named = NAME in said.norms[question.start : question.end]
    return (marked or named) and not said.named("reach", "unreachable")


def _own_officer(people: _People, match: Match) -> bool:
    """Whether it is the asker's own officer: "who is my officer now?", not "my sister's officer"."""
    said = people.said
    if any(pointed.start == match.start - 1 for pointed in people.pointed_at):
        return False
    before = said.norms[max(0, match.start - 2) : match.start]
    after = said.norms[match.end : match.end + 1]
    return before[-1:] == ["my"] or (before[:1] == ["my"] and before[-1] in _OWN_THINGS) or after == ["me"]


def _rule_is_asked(reading: Reading) -> bool:
    """Whether facts of a case are given, so that the rule is asked for and not the person."""
    facts = (reading.risk, reading.risk_change, reading.mappa, reading.provider)
    stated = any(fact is not None for fact in facts)
    return stated or reading.public_interest or reading.under_12_months
