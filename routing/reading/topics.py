"""Which topic a text is about: the phrases of each topic weighed against one another."""

from collections.abc import Iterable, Iterator

from routing.reading.gist import CaseFacts
from routing.reading.grades import Grades
from routing.reading.lexicon import TOGETHER
from routing.reading.little_words import ARTICLES, POSSESSIVES, SOMEBODY, THIRD_PERSON
from routing.reading.phrases import Label, Match
from routing.reading.said import Said
from routing.reading.words import BOUNDARY, word_set
from routing.vocabulary import Provider, Role, Topic

_TOPICS = {str(topic): topic for topic in Topic}
_BACKGROUND = frozenset({Topic.CASE, Topic.RISK_ESCALATION})
# Where both are named, the narrower one is meant: a programme for sex offenders, what a mentor costs,
# a mentor who waits at the gate, a report that is the Parole Board's, what a victim may say to that board.
_NARROWER = {
    Topic.PROGRAMME: (Topic.SEX_OFFENDER_PROGRAMME, Topic.RATE_CARD, Topic.MENTORING),
    Topic.MENTORING: (Topic.RATE_CARD,),
    Topic.THROUGH_THE_GATE: (Topic.MENTORING,),
    Topic.ALLOCATION: (Topic.RISK_ESCALATION,),
    Topic.SAFEGUARDING_CHILDREN: (Topic.MASH,),
    Topic.COURT_REPORT: (Topic.PAROLE_REPORT,),
    Topic.PAROLE_REPORT: (Topic.VICTIM,),
    Topic.YOUTH_TRANSITION: (Topic.ATTENDANCE_CENTRE,),
}
# Whose bare word is a hint strong enough beside a reference or a place of ours.
_WORTH_A_WORD = frozenset({Topic.BREACH, Topic.RECALL})
_ANOTHER_DAY = word_set(
    "moved move swap swapped change changed rearrange rearranged childcare weekday weekdays"
)
_IN_TROUBLE = word_set("warning warnings warned court breach breached magistrates prosecute bench")
_OF_SOMETHING_ELSE = word_set("data product security vehicle car trust contract i cant cannot dont")
_AND_OF_WHAT = frozenset({"of", "my"})
_LEVEL_OF_MAPPA = word_set("mappa level category cat managed at is 1 2 3 one two three")
_NOT_IT = frozenset({"not", "isnt"})
_BEFORE_A_TOPIC = ARTICLES | {"about"}
_SOURCE = frozenset({"in", "per", "to"})  # "according to his PSR"
_NOBODY_SUPERVISED = (
    THIRD_PERSON | SOMEBODY | word_set("his anyone anybody colleague colleagues boss caller callers")
)
_HOUSES = frozenset({"hostel", "hostels"})
_REACH_OF_WHOSE = 3  # words between "our" and "hostel"
_OURS = word_set("your probation bail approved nps braley probations")
_ANOTHERS = word_set(
    "our my homeless homelessness womens mens youth council councils ymca ywca foyer army refuge shelter "
    "centrepoint housing association access supported charity church trust private student emmaus mission"
)
_OF_RISK = frozenset({"risk", "rosh", "level"})
_OF_A_CASE_OF_MAPPA = word_set(
    "mappa for to under eligible case at in arrangements supervision about re "
    "regarding concerning deals dealing deal with"
)
_A_CASE = word_set(
    "case cases offender offenders client clients man men woman women lad nominal nominals eligible "
    "registered subject subjects person people"
)
_NO_POST = frozenset({"other", Role.RESPONSIBLE_OFFICER})
_OF_SOMEBODY = frozenset({"person", "supervised", "status", "managing"})
_ENOUGH = 1.0
_A_HINT = 0.4  # one hint, or two words that lean
_MOST_OF_HINTS = 0.9
_FOR_EACH_WORD = 0.01


def likeliest_topic(said: Said, case: CaseFacts) -> tuple[Topic | None, bool]:
    """The topic with the most weight, and whether the words are enough by themselves.

    Facts of a case weigh more than a hint. A case, or a change of its risk, stands behind the others:
    nearly every enquiry is about a case.
    """
    # Beside a reference "MAPPA level 2" is a fact of that case and no meeting.
    referred = bool(case.references)
    telling = list(_telling(said, case))
    if referred:
        telling = [m for m in telling if not _is_a_level(said, m)]
    if not _NOT_IT.isdisjoint(said.distinct):
        telling = [m for m in telling if not _is_not_it(said, m)] or telling
    weights = topic_weights(telling)
    front = {topic: weight for topic, weight in weights.items() if topic not in _BACKGROUND}
    best = max(front, key=lambda topic: front[topic], default=None)
    best = next((t for t in _NARROWER.get(best, ()) if weights.get(t, 0) >= _ENOUGH), best) if best else None
    if best is Topic.BREACH and weights.get(Topic.UNPAID_WORK, 0) >= _ENOUGH and _asks_for_another_day(said):
        best = Topic.UNPAID_WORK
    if best and weights[best] >= _ENOUGH and weights[best] >= weights.get(Topic.RISK_ESCALATION, 0):
        return best, True
    if referred and best in _WORTH_A_WORD and says_bare_word(said, best):
        return best, True
    if case.risk_change or weights.get(Topic.RISK_ESCALATION, 0) >= _ENOUGH:
        return Topic.RISK_ESCALATION, True
    if best is Topic.MAPPA and weights.get(Topic.CASE, 0) < _ENOUGH and _nobody_has_it(said, case):
        return Topic.MAPPA, True
    if weights.get(Topic.CASE, 0) >= _ENOUGH or case.of_a_case:
        return Topic.CASE, True
    if best and weights[best] >= _A_HINT:
        return best, False
    return (Topic.CASE if Topic.CASE in weights or _about_somebody(said) else None), False


def _asks_for_another_day(said: Said) -> bool:
    """Whether hours are to be moved, and nobody speaks of a warning or of court: "can it be a weekday?"."""
    return not _ANOTHER_DAY.isdisjoint(said.distinct) and _IN_TROUBLE.isdisjoint(said.distinct)


def _nobody_has_it(said: Said, case: CaseFacts) -> bool:
    """Whether "MAPPA" is said of nobody: "MAPPA caller" is about the arrangements, "he is MAPPA" a case."""
    return not (case.references or case.risk or case.names_person or said.speaks_of(_OF_SOMEBODY))


def _about_somebody(said: Said) -> bool:
    """Whether it is about "my brother" or "a tenant"; "he" may be the officer who does not answer,
    and a colleague or a caller is on the asker's side."""
    posts = {
        at
        for match in said.named("role")
        for at in range(match.start, match.end)
        if match.label.name != Role.RESPONSIBLE_OFFICER
    }
    return any(
        match.start not in said.asker.words
        and posts.isdisjoint(range(match.start, match.end))
        and _NOBODY_SUPERVISED.isdisjoint(said.norms[match.start : match.end])
        for match in said.named("person", "pointed_at")
    )


def says_bare_word(said: Said, topic: Topic) -> bool:
    """Whether "breach" or "recall" is said by itself, and not of a contract or a product."""
    return topic in _WORTH_A_WORD and any(
        match.length == 1
        and match.label.weight == _A_HINT
        and not _OF_SOMETHING_ELSE & set(said.norms[max(0, match.start - 1) : match.start])
        and (_at_pause(said, match.end) or said.norms[match.end] not in _AND_OF_WHAT)
        for match in said.named("topic", topic)
    )


def _at_pause(said: Said, at: int) -> bool:
    """Whether the words end before this one, or pause."""
    return at >= len(said.norms) or said.pauses_before(at) or said.norms[at] == BOUNDARY


def _is_a_level(said: Said, match: Match) -> bool:
    """Whether it is no more than the level at which a case is managed: "MAPPA level 2"."""
    return match.label.name == Topic.MAPPA and set(said.norms[match.start : match.end]) <= _LEVEL_OF_MAPPA


def _is_of_a_case(said: Said, match: Match) -> bool:
    """Whether no more is said of MAPPA than whether a case is of it: "not eligible for MAPPA"."""
    if match.label.name != Topic.MAPPA or not set(said.norms[match.start : match.end]) <= _OF_A_CASE_OF_MAPPA:
        return False
    denied = any(one.start <= match.start < one.end for one in said.named("facts", "not_mappa"))
    eligible = said.norms[max(0, match.start - 1) : match.start] == ["eligible"]
    a_case = match.end < len(said.norms) and said.norms[match.end] in _A_CASE  # "about MAPPA offenders"
    return denied or a_case or (eligible and not said.unsure(match))


def _changes_something_else(said: Said, match: Match) -> bool:
    """Whether not the risk changes: "a man of high risk of serious harm is changing his job"."""
    if match.label.name != Topic.RISK_ESCALATION or not said.norms[match.end - 1].startswith("chang"):
        return False
    what = said.norms[match.end : match.end + 2]
    return what[:1] != [] and what[0] in POSSESSIVES and not _OF_RISK & set(what)


def _tells_a_risk(said: Said, match: Match) -> bool:
    """Whether a report is only where the risk was read: "assessed low in the PSR"."""
    if match.label.name != Topic.COURT_REPORT or _SOURCE.isdisjoint(
        said.norms[match.start - 2 : match.start]
    ):
        return False
    return any(said.sentences[one.start] == said.sentences[match.start] for one in said.named("risk"))


def _keeps_an_officer_away(said: Said, match: Match) -> bool:
    """ "My officer is on a course till Thursday" asks for no programme."""
    away = said.named("reach", "unreachable") if match.label.name == Topic.PROGRAMME else ()
    of_a_post = (one for one in away if said.norms[one.start] not in ("on", "at"))  # "he is on a course" does
    return any(one.start <= match.start and match.end <= one.end for one in of_a_post)


def _is_anothers_house(said: Said, match: Match) -> bool:
    """Whether the hostel is none of probation's: "our hostel", "the Salvation Army hostel"."""
    if match.label.name != Topic.APPROVED_PREMISES:
        return False
    houses = [at for at in range(match.start, match.end) if said.norms[at] in _HOUSES]
    whose = {norm for at in houses for norm in _words_before(said, at)}
    return _OURS.isdisjoint(whose) and not _ANOTHERS.isdisjoint(whose)


def _words_before(said: Said, at: int) -> list[str]:
    """The words that say whose a house is, back to the pause before it."""
    begins = max(0, at - _REACH_OF_WHOSE)
    pauses = (one for one in range(at, begins, -1) if said.pauses_before(one))
    return said.norms[next(pauses, begins) : at]


def _is_not_it(said: Said, match: Match) -> bool:
    """Whether the topic is turned down: "it's not a breach, it's about recall"."""
    before = match.start - 1
    while before >= 0 and said.norms[before] in _BEFORE_A_TOPIC:
        before -= 1
    if before < 0 or said.norms[before] not in _NOT_IT:
        return False
    return _at_pause(said, match.end) or said.norms[match.end] == "but"


def _is_it(said: Said, match: Match) -> bool:
    """Whether "it's a breach" says what it is about, and not who asks."""
    before = said.norms[max(0, match.start - 2) : match.start]
    return _at_pause(said, match.end) and (before[-1:] == ["its"] or before == ["its", "a"])


def _telling(said: Said, case: CaseFacts) -> Iterable[Match]:
    """The matches that tell what is asked."""
    not_short = case.of_the_nps or said.says("facts", "longer_sentence")
    of_the_asker, introduced, body, caller = said.asker
    named = said.named("topic")
    grades = Grades(said, changed=case.risk_change is not None)
    # "I'm from Adult Social Care": it may be about that where nothing else is said.
    who_asks = body | caller
    others = [match for match in named if match.start not in who_asks]
    said_else = any(
        m.label.weight >= _ENOUGH or (m.label.name == Topic.CASE and m.length > 1) for m in others
    )
    post = bool(introduced) and (
        _names_a_post_to_ring(said) or any(said.says("provider", one) for one in Provider)
    )
    for match in others if said_else else named:
        of_asker = match.start in of_the_asker and not _is_it(said, match)
        if match.label.weight < _ENOUGH and of_asker:
            continue
        if not_short and match.label.name == Topic.SHORT_SENTENCE:
            continue
        if match.start in introduced and post:
            continue  # "Children's services here, our CRC officer is on leave"
        beside = _changes_something_else(said, match) or _tells_a_risk(said, match)
        if _is_of_a_case(said, match) or beside or _keeps_an_officer_away(said, match):
            continue
        if _is_anothers_house(said, match):
            continue
        if grades.cover(match):
            continue
        # "Resettlement officer here": it may be about that, unless the rest is about something else.
        yield _as_hint(match) if match.start in introduced or match.start in who_asks else match
    for match in _told_together(said, grades):
        if not (not_short and match.label.name == Topic.SHORT_SENTENCE):
            yield match


def _names_a_post_to_ring(said: Said) -> bool:
    """Whether a post is named that is none of another body, nor only "the probation contact"."""
    return any(match.label.name not in _NO_POST for match in said.named("role"))


def _as_hint(match: Match) -> Match:
    label = Label(match.label.group, match.label.name, min(match.label.weight, _A_HINT))
    return Match(label, match.start, match.end)


def _told_together(said: Said, grades: Grades) -> Iterator[Match]:
    """A match for each pair both of whose sides stand near one another: a topic told as a story."""
    for group, ones in said.groups.items():
        if group[-1] != "0" or not group.startswith(TOGETHER):
            continue
        others = said.groups.get(f"{group[:-1]}1")
        if not others:
            continue
        told = (
            [m for m in ones if m.start not in said.asker.words and not said.denied(m)],
            [m for m in others if m.start not in said.asker.words and not said.denied(m)],
        )
        pairs = (
            (one, other)
            for one in told[0]
            for other in told[1]
            if _near(said, one, other)
            and not grades.cover(one, other)
            and not (_is_anothers_house(said, one) or _is_anothers_house(said, other))
        )
        best = max(pairs, key=lambda pair: pair[0].length + pair[1].length, default=None)
        if best:
            one, other = best
            start = min(one.start, other.start)
            label = Label("topic", one.label.name, one.label.weight)
            yield Match(label, start, start + one.length + other.length)


def _near(said: Said, one: Match, other: Match) -> bool:
    """Whether they share no word and stand in one sentence, or in two that follow one another."""
    apart = abs(said.sentences[one.start] - said.sentences[other.start])
    return apart <= 1 and (one.end <= other.start or other.end <= one.start)


def topic_weights(matches: Iterable[Match]) -> dict[Topic, float]:
    """For each topic the sum of its phrases' weights, longer phrases a little more."""
    matches = list(matches)
    weights: dict[Topic, float] = {}
    for match in matches:
        topic = _TOPICS[match.label.name]
        weights[topic] = weights.get(topic, 0.0) + match.label.weight + _FOR_EACH_WORD * match.length
    # However many hints there are, they do not make up for words that say it.
    said_outright = {match.label.name for match in matches if match.label.weight >= _ENOUGH}
    return {t: w if t in said_outright else min(w, _MOST_OF_HINTS) for t, w in weights.items()}
