"""Which words a text asks the meaning of: "what's a PSR?", "IOM - what is that?"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from routing.reading.little_words import AGAINST, ARTICLES
from routing.reading.masks import MASKS
from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import BOUNDARY, word_set

_start = attrgetter("start")
_NEAR = 5  # words between "mean" and the term
_TO_ITS_END = 4  # words: "a RAR of 20 days, what's that"
_I_MEAN = 2  # words: "I mean" may ask for a meaning, "sorry, I mean" asks for none
_BESIDE = 3  # words between "mean" and an abbreviation that nobody knows
_LONGEST_ABBREVIATION = 6
_REACH = 24  # more than any of the distances below
_SHORT = 16  # words of a text whose two sentences belong together
_CONTACT_WORDS = word_set("number phone telephone tel ring contact speak address extension")
_WHOM = frozenset({"who", "whom"})
_CONTACT_OR_WHOM = _CONTACT_WORDS | _WHOM
_MAY_FOLLOW = frozenset({"do", "should", "can", "to"})
_ENDS_THE_QUESTION = word_set(
    "then exactly actually please pls plz and or when in mate anyway though thanks ta for about "
    "do mean even vs versus cheers love as if because im ive i my he it they someone somebody nobody"
) | {BOUNDARY}
# "What does it cost?" asks of the thing and not of the word.
_ASKS_MORE = word_set("cost costs take takes involve involves need needs charge require do")
_JOINS = ARTICLES | word_set("and or vs versus from")
_MAY_COMPARE = AGAINST | _JOINS | {BOUNDARY, "which", "whats", "what", "probation"}
_POINTS_BACK = frozenset(["that", "it", "this"])
_MAY_STAND_FOR_IT = _POINTS_BACK | {"what", "them", "these", BOUNDARY}
_ASKS_WHAT = word_set("what whats wot wat")
_SOMEBODY = word_set("he hes she shes they theyre him her it its we")
_WHERE = frozenset({"in", "for", "about"})
_POINTED_AT = word_set("they these those that this it")
_WHAT = frozenset(["what", "wot", "wat"])
_KNOWING = frozenset(["know", "knows", "understand"])  # "I know what MAPPA is"
_IS = frozenset(["is", "are", "means", "mean", "was"])
_BEFORE_A_TERM = ARTICLES | word_set("this these probation exactly actually")


def terms_asked(said: Said) -> tuple[str, ...]:
    """The ids of the terms whose meaning is asked, in the order of the text."""
    terms = said.named("term")
    if not terms or _contact_wanted(said, terms):
        return ()
    if _is_all_there_is(said, terms[0]):
        return (terms[0].label.name,)
    compared = _set_against_each_other(said, terms)
    if compared:
        return compared
    around = [] if _WHAT.isdisjoint(said.distinct) else [one for one in terms if _is_asked_around(said, one)]
    if around:
        return tuple(dict.fromkeys(term.label.name for term in around))
    defining = _defining(said)
    if not defining:
        return ()
    asking = {term: [ask for ask in _near(defining, term) if _asks(said, ask, term)] for term in terms}
    asked = {term: asks for term, asks in asking.items() if asks}
    if not asked:
        return ()
    first = min(asked, key=lambda term: min(_apart(ask, term) for ask in asked[term]))
    pointed_back = [
        term for term in asked if any(_points_back(said, ask, term) for ask in _near(defining, term))
    ]
    if pointed_back:
        return tuple(dict.fromkeys(term.label.name for term in (pointed_back[-1], *asked)))
    return tuple(dict.fromkeys(term.label.name for term in _joined_with(said, first, terms)))


def asks_of_another_word(said: Said) -> bool:
    """Whether the meaning of an abbreviation is asked that the glossary does not have: "what is OGRS?"."""
    defining = _defining(said)
    if not defining or said.named("term") or _contact_wanted(said, ()):
        return False
    written_large = all(not word.raw.islower() for word in said.words)
    words = [] if written_large else [at for at in range(len(said.words)) if _is_abbreviation(said, at)]
    return any(_asks_of(said, ask, at) for ask in defining for at in words)


def _is_abbreviation(said: Said, at: int) -> bool:
    raw = said.words[at].raw
    return raw.isupper() and raw.isalnum() and 1 < len(raw) <= _LONGEST_ABBREVIATION


def _asks_of(said: Said, ask: Match, at: int) -> bool:
    """Whether it asks its meaning: "what is OGRS?", "what does ERSH stand for", "SARA, what's that?"."""
    after = said.norms[at + 1 : at + 2] or [BOUNDARY]
    if ask.label.name == "what_is":
        return at == ask.end and after[0] in _ENDS_THE_QUESTION
    if ask.label.name == "what_is_that":
        return 0 <= ask.start - at - 1 <= 1
    beside = max(at - ask.end, ask.start - at - 1)
    return 0 <= beside < _BESIDE and said.sentences[at] == said.sentences[ask.start]


def speaks_of_words_only(said: Said) -> bool:
    """Whether nobody is spoken of but by a word of the trade: "what is an offender manager?"."""
    terms = said.named("term")
    return MASKS.isdisjoint(said.distinct) and all(
        any(one.start < term.end and term.start < one.end for term in terms)
        for one in said.named("person", "pointed_at")
    )


def _is_asked_around(said: Said, term: Match) -> bool:
    """Whether "what … is", "what … means" stand right around it, however long it is."""
    before = term.start - 1
    while before > 0 and said.norms[before] in _BEFORE_A_TERM and not said.pauses_before(before + 1):
        before -= 1
    if before < 0 or said.norms[before] not in _WHAT or said.norms[max(0, before - 1)] in _KNOWING:
        return False
    verb, *after = [*said.norms[term.end : term.end + 2], BOUNDARY]
    return verb in _IS and after[0] in _ENDS_THE_QUESTION


def _defining(said: Said) -> Sequence[Match]:
    """What asks for a meaning, and is no part of a correction."""
    corrections = [one for one in said.named("correction") if one.length > _I_MEAN]
    if not corrections:
        return said.named("define")
    return [
        ask
        for ask in said.named("define")
        if not any(one.start <= ask.start and ask.end <= one.end for one in corrections)
    ]


def _contact_wanted(said: Said, terms: Sequence[Match]) -> bool:
    """Whether a number or a person is asked for as well; "a CRN number" is none."""
    if _CONTACT_OR_WHOM.isdisjoint(said.distinct):
        return False
    asking = {said.sentences[match.start] for match in (*said.named("ask"), *said.named("define"))}
    contact = [
        at
        for at, norm in enumerate(said.norms)
        if norm in _CONTACT_WORDS and (said.sentences[at] in asking or said.ends_in_question(at))
    ]
    if any(not any(term.start <= at <= term.end for term in terms) for at in contact):
        return True
    whom = [at for at, norm in enumerate(said.norms) if norm in _WHOM]
    return any(not _MAY_FOLLOW.isdisjoint(said.norms[at + 1 : at + 2]) for at in whom)


def word_alone(said: Said) -> tuple[str, ...]:
    """The term where a text is nothing but a topic or a post: "TTG?" may ask whom to ring, or what it is."""
    terms = said.named("term")
    a_post = said.named("provider") and said.named("role")  # "NPS duty officer?" asks for one
    return (terms[0].label.name,) if terms and _is_alone(said, terms[0]) and not a_post else ()


def _is_all_there_is(said: Said, term: Match) -> bool:
    """ "OASys?": nothing but a word of the trade that is no topic to ring about, and no post."""
    return _is_alone(said, term) and not (said.named("topic") or said.named("role"))


def _set_against_each_other(said: Said, terms: Sequence[Match]) -> tuple[str, ...]:
    """The terms where a text is nothing but these: "CRC vs NPS?", "MAPPA or MARAC"."""
    if AGAINST.isdisjoint(said.distinct):
        return ()
    of_terms = {at for term in terms for at in range(term.start, term.end)}
    between = {norm for at, norm in enumerate(said.norms) if at not in of_terms}
    names = tuple(dict.fromkeys(term.label.name for term in terms))
    return names if len(names) > 1 and _MAY_COMPARE.issuperset(between) else ()


def _is_alone(said: Said, term: Match) -> bool:
    if not (said.words and said.words[-1].raw.endswith("?")):
        return False
    return len([norm for norm in said.norms if norm != BOUNDARY]) == term.length


def _near(defining: Sequence[Match], term: Match) -> Iterator[Match]:
    """Those that stand near enough to ask for the term; in a long text most do not."""
    first = bisect_left(defining, term.start - _REACH, key=_start)
    return iter(defining[first : bisect_right(defining, term.start + _REACH, key=_start)])


def _asks(said: Said, ask: Match, term: Match) -> bool:
    """Whether the words "what does … mean" are about this term."""
    if ask.label.name == "who_are":
        return _asks_who(said, ask, term)
    if ask.label.name == "what_is":
        after = said.norms[term.end] if term.end < len(said.norms) else BOUNDARY
        between = said.norms[ask.end : term.start]
        shared = said.norms[term.start : ask.end]  # "the" of "the NPS" is of both
        return (
            ask.start < term.start and {*between, *shared} <= _BEFORE_A_TERM and after in _ENDS_THE_QUESTION
        )
    apart = said.sentences[ask.start] - said.sentences[term.start]
    if ask.label.name == "what_is_that":
        ends = said.norms[ask.end : ask.end + 1] in ([], [BOUNDARY])
        close = (
            apart == 0
            and 0 <= ask.start - term.end <= (_TO_ITS_END if ends else 1)
            and (ends or ask.length > 1)
        )
        over = ends or said.norms[ask.end] not in _ASKS_MORE
        if apart == 1 and ends and said.pauses_before(ask.start):
            return True  # a sentence of its own, right after that with the word
        return close or (apart in (1, 2) and len(said.norms) <= _SHORT and ask.length > 1 and over)
    if _follows_from(said, ask) or (apart and _is_of_another_thing(said, ask)):
        return False
    if apart:
        return _points_back(said, ask, term) or (abs(apart) == 1 and len(said.norms) <= _SHORT)
    inside = ask.start <= term.start < ask.end
    return inside or 0 <= term.start - ask.end <= _NEAR or 0 <= ask.start - term.end <= _NEAR


def _is_of_another_thing(said: Said, ask: Match) -> bool:
    """Whether it is said what is not understood: "I don't understand the new set up"."""
    after = said.norms[ask.end : ask.end + 1]
    return said.norms[ask.start] == "dont" and not _MAY_STAND_FOR_IT.issuperset(after)


def _follows_from(said: Said, ask: Match) -> bool:
    """ "A new conviction means he's MAPPA" tells what follows and asks for no meaning."""
    if said.norms[ask.end - 1] not in ("means", "meaning"):
        return False
    asked = not _ASKS_WHAT.isdisjoint(said.norms[max(0, ask.start - _NEAR) : ask.end])
    return not asked and not _SOMEBODY.isdisjoint(said.norms[ask.end : ask.end + 1])


def _asks_who(said: Said, ask: Match, term: Match) -> bool:
    """ "Who are the CRC?" and "CRC, who are they?"; "who is the duty officer?" asks for somebody."""
    if not any(term.start <= one.start and one.end == term.end for one in said.named("provider")):
        return False
    if said.norms[ask.end - 1] in _POINTED_AT:
        apart = said.sentences[ask.start] - said.sentences[term.start]
        return apart in (0, 1) and 0 <= ask.start - term.end <= 1
    after = said.norms[term.end] if term.end < len(said.norms) else BOUNDARY
    return ask.end == term.start and after in _ENDS_THE_QUESTION - _WHERE


def _points_back(said: Said, ask: Match, term: Match) -> bool:
    """Whether it is the word of the sentence before: "The letter says PSO. What does that stand for?"."""
    if said.sentences[ask.start] - said.sentences[term.start] != 1:
        return False
    end = next((at for at in range(ask.end, len(said.norms)) if said.norms[at] == BOUNDARY), len(said.norms))
    beside = {*said.norms[max(0, ask.start - 1) : ask.start], *said.norms[max(ask.end, end - 1) : end]}
    return not _POINTS_BACK.isdisjoint(beside)


def _apart(ask: Match, term: Match) -> int:
    """How many words stand between the two."""
    return max(term.start - ask.end, ask.start - term.end, 0)


def _joined_with(said: Said, first: Match, terms: Sequence[Match]) -> Iterator[Match]:
    """The term, and those it is joined with: "the difference between NPS and CRC"."""
    together = [first]
    for term in terms:
        if any(_are_joined(said, term, other) for other in together):
            together.append(term)
    return iter(sorted(dict.fromkeys(together), key=_start))


def _are_joined(said: Said, term: Match, other: Match) -> bool:
    between = said.norms[min(term.end, other.end) : max(term.start, other.start)]
    return bool(between) and _JOINS.issuperset(between)
