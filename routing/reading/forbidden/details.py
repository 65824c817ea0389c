"""Where somebody is or lives, what they did, when they are out, and any other detail of theirs."""

from collections.abc import Iterable

from routing.reading.forbidden.people import WORDS, People, is_own
from routing.reading.grammar import word_classes
from routing.reading.masks import DETAIL, NAME, STAFF
from routing.reading.phrases import Match
from routing.reading.questions import Manner, Question
from routing.vocabulary import Topic

_WORK = frozenset(
    {
        Topic.PROGRAMME,
        Topic.UNPAID_WORK,
        Topic.MENTORING,
        Topic.ATTENDANCE_CENTRE,
        Topic.RESTORATIVE_JUSTICE,
        Topic.SEX_OFFENDER_PROGRAMME,
    }
)
_FOR_VICTIMS = frozenset({"release", "conditions"})  # what the Victim Contact Scheme tells them
_MEETING = frozenset({"appointment", "appointments", "appt", "appts"})
_AWAY = (["away"], ["clear"])  # "does he have to stay away from me"
_CONFIRMING = word_classes("questions")["confirming"]
_WHO_CAN_HELP = frozenset({"right", "correct", "best", "proper", "relevant", "appropriate"})
_NEXT_REACH = 4  # words between "when" and "does the next group"
_WHAT_REACH = 6  # words between "what" and the detail it asks for
_WISH_REACH = 9  # words between "I need" and the detail


def details_asked(people: People, question: Question) -> bool:
    """Where somebody is or lives, what they did, when they are out, and anything else of theirs."""
    said = people.said
    if question.manner is Manner.WHERE:
        return _where(people, question)
    if people.anybody and any(_of_somebody_sought(people, question)):
        return True
    found = people.matter("detail", "documents", "number_of", question=question)
    private = [match for match in found if _is_private(people, match)]
    if question.manner is Manner.WHEN:
        if any(people.matter("course", question=question, within=_NEXT_REACH)):
            return False  # "when the next group for men convicted of … begins"
        words = said.norms[question.start : question.end]
        signs = any(people.matter("status", question=question)) or not _MEETING.isdisjoint(words)
        return people.near_opening(question) and (signs or any(released(people, question)))
    if question.manner is Manner.WHAT and said.norms[question.start + 1 : question.start + 3] != [
        "of",
        "you",
    ]:
        spoken_of = people.anybody or bool(WORDS["officers"] & said.distinct)
        lodging = any(people.matter("lodging", question=question)) and spoken_of
        near = any(question.covers(match, _WHAT_REACH) for match in private)
        deeds = any(m.start > question.start + 1 for m in people.matter("deed", question=question))
        what_for = _ends_in_for(people, question) and people.near_opening(question)
        return lodging or near or what_for or (deeds and people.anybody and not people.only_a_kind)
    if question.manner is Manner.WHO:
        living = any(people.matter("living", question=question, within=4))
        return living and any(said.norms[at] == DETAIL for at in people.named)
    if question.manner is Manner.WHETHER:
        lives = people.near_opening(question) and any(_living(people, question))
        reach = _WHAT_REACH if people.said.norms[question.start] in _CONFIRMING else 3
        return lives or any(question.covers(match, reach) for match in private)
    if question.manner is Manner.BARE and "?" not in said.words[min(question.end, len(said.words) - 1)].raw:
        private = [match for match in private if said.norms[match.end : match.end + 1] != ["is"]]
    return any(question.covers(match, _WISH_REACH) for match in private)


def _of_somebody_sought(people: People, question: Question) -> Iterable[Match]:
    """Where somebody is to be found; "the right person" is whoever can help."""
    norms = people.said.norms
    tracing = people.matter("tracing", question=question)
    return (match for match in tracing if _WHO_CAN_HELP.isdisjoint(norms[match.start : match.end]))


def _ends_in_for(people: People, question: Question) -> bool:
    """ "What is he on a tag for", perhaps with more after a comma."""
    said = people.said
    ends = (at for at in range(question.start, question.end) if said.norms[at] == "for")
    return any(at + 1 >= question.end or said.pauses_before(at + 1) for at in ends)


def _where(people: People, question: Question) -> bool:
    said = people.said
    words = set(said.norms[question.start : question.end])
    first = set(said.norms[question.start + 1 : question.start + 4]) & {"i", "we"}
    if WORDS["of_an_office"] & words or WORDS["reporting"] & words or (first and "find" not in words):
        return False
    living = any(people.matter("living", question=question))
    return people.near_opening(question) or (living and people.anybody)


def released(people: People, question: Question) -> Iterable[Match]:
    """That somebody is out or has finished; told to victims by those they are sent to."""
    elsewhere = people.gist.out_of_scope and NAME not in people.said.norms
    of_some_work = people.gist.topic in _WORK
    return () if people.victim or elsewhere or of_some_work else people.matter("release", question=question)


def _living(people: People, question: Question) -> Iterable[Match]:
    norms = people.said.norms
    which_of_the_two = {"nps", "crc"} <= set(norms[question.start : question.end])
    if which_of_the_two or WORDS["rule_words"] & people.said.distinct:
        return ()
    living = people.matter("living", question=question)
    return (
        match
        for match in living
        if norms[match.end : match.end + 1] not in _AWAY
        and not (people.victim and "released" in norms[match.start : match.end])
    )


def _is_private(people: People, match: Match) -> bool:
    """Whether a detail is somebody's own and not an office's, nor the asker's."""
    norms = people.said.norms
    before = norms[max(0, match.start - 3) : match.start]
    if before[-1:] == ["pre"]:
        return False  # a "pre release assessment" is work, and no paper to be released
    after = norms[match.end : match.end + 4]
    theirs = before[-1:] and before[-1] in (NAME, "his", "her", "their")
    around = (
        {*norms[match.start : match.end]} if theirs else {*before, *after, *norms[match.start : match.end]}
    )
    if WORDS["of_an_office"] & around:
        return False
    if match.label.group == "number_of":
        return before[-1:] == [NAME] or (NAME in after[:3] and not WORDS["officers"] & set(after))
    if people.victim and _FOR_VICTIMS & {*norms[match.start : match.end]}:
        return False
    privately = {"home", "private", "personal"} & {*norms[match.start : match.end], *after} or {
        "private",
        "personal",
    } & people.said.distinct
    if privately and (WORDS["officers"] | {STAFF}) & people.said.distinct:
        return True
    if WORDS["officers"] & set(after):
        return False
    return people.anybody and not is_own(people, match, before)
