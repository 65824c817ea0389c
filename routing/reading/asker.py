"""What a text says of the asker: "housing manager here", "I'm the clerk at ...", "calling from ...".

Those words say who asks and not what is asked: a social worker's question need not be about
safeguarding, nor a police sergeant in Hereford's about somebody in Hereford.
"""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from routing.reading.little_words import FIRST_PERSON
from routing.reading.words import BOUNDARY, word_set

_LONGEST = 7
_OF_WHERE = frozenset({"from", "for", "of", "at", "in", "across"})
_OF_A_BODY = frozenset({"from", "for", "at", "in", "with"})
_REACH_OF_FROM = 4  # words: "I work for", "we are from"
_OPENINGS = (
    ("i", "am"), ("im",), ("this", "is"), ("we", "are"), ("were",), ("my", "name", "is"),
    ("its",), ("calling", "from"), ("ringing", "from"), ("phoning", "from"), ("calling", "on", "behalf"),
    ("ring", "from"), ("call", "from"),
    ("speaking", "from"), ("writing", "from"), ("am",), ("on", "behalf", "of"),
    ("i", "run"), ("we", "run"), ("as",), ("we", "work", "out", "of"), ("i", "work", "out", "of"),
    *((who, "work", how) for who in ("i", "we") for how in ("for", "at", "in", "with", "across")),
    *(("my", where, "is") for where in ("work", "job", "office", "desk", "team", "patch", "post", "base")),
)  # fmt: skip
_WE_ARE = ("were",)  # as "we're" is read
_BEFORE_WE_ARE = word_set("and but because as so hi hello if sorry since")
_OPENINGS_BY_WORD = {word: [o for o in _OPENINGS if o[0] == word] for word, *_ in _OPENINGS}
_AWAITED = frozenset({"promised", "expecting", "expected", "awaiting", "want", "need", "like", "for"})
_HERE = frozenset({"here", "calling", "ringing", "speaking"})
_INTRODUCES = word_set("a an the from at with in of one based calling ringing phoning currently over")
_CALLINGS = word_set(
    "nurse teacher headteacher solicitor lawyer barrister clerk usher sergeant sgt inspector constable pc dc "
    "ds receptionist landlord councillor vicar midwife doctor gp paramedic charity surgery school college "
    "hospital association police council cps cab housing social magistrate governor matron warden "
    "coordinator adviser advisor chaplain trustee caseworker pharmacist"
)
_MANAGERS = frozenset({"manager", "leader", "lead"})
_OF_PROBATION = word_set("nps crc probation duty spo senior the a an my your his her any")
_GOES_ON = word_set("need needs want i im ive we weve my our can could who looking trying hoping wanting one")
_TELLING = _CALLINGS | _MANAGERS | _HERE | _OPENINGS_BY_WORD.keys()
_CALLERS = word_set("caller colleague")
_PERSONS = word_set("man woman lady gentleman sergeant sgt")
BODIES = word_set(
    "police constabulary council court courts prison hmp probation crc nps hospital surgery university "
    "college school social services housing yot yos cps mash charity nhs ward trust solicitor solicitors gp"
)
_SOMEBODY = word_set("somebody someone officer worker manager nurse")
_MAY_HAVE_RUNG = _PERSONS | _SOMEBODY
_OF_OURS = frozenset({"probation", "crc", "nps"})  # "somebody from probation" is whom one has spoken to
_RINGS = word_set("calling ringing rang rung phoning holding")
_ON_IT = frozenset({"line", "phone", "hold"})
_ASKS = word_set("wants want asked asks ask asking says said requests requested")
# In their words somebody is rung, or tells of somebody: "NPS duty has said", "our YOT worker says".
_OF_NO_CALLER = word_set("duty officer officers spo spos senior pso our my your his her their")
_MAY_RING = _RINGS | _ON_IT | _ASKS
_CALLING_FROM = (("calling", "from"), ("ringing", "from"), ("phoning", "from"))
_ENDS = word_set(
    "who whom what which where when how and but need needs want wants about re regarding looking trying can "
    "could with because whose is are was do does has have having dealing working worried concerned whats "
    "whos that wanting hoping asking enquiring i we he she they please asks asked says said rang requests"
)
_NO_INTRODUCTION = word_set(
    "he she they it who what which where how is are was do does did can could i we lives live someone "
    "somebody there get got will would him her them"
)

_NO_CALLERS = FIRST_PERSON | _NO_INTRODUCTION | _OF_NO_CALLER

_NONE: frozenset[int] = frozenset()


class WordsOfAsker(NamedTuple):
    """The numbers of the words that say who asks."""

    words: frozenset[int] = _NONE
    named_here: frozenset[int] = _NONE  # of these, those in "Custody sergeant here"
    body: frozenset[int] = _NONE  # those that say which body asks: "I'm from Adult Social Care"
    caller: frozenset[int] = _NONE  # those that say who has rung whoever asks: "Bristol police on the line"


_NOBODY = WordsOfAsker()


def asker_in(norms: Sequence[str], pauses: Sequence[bool], distinct: Set[str]) -> WordsOfAsker:
    """Who asks, as the text says. `pauses`: whether a comma or so stands before each word.

    `distinct` are the different words of the text, by which most texts are known to say nothing of it.
    """
    caller = frozenset(_caller(norms, pauses, distinct))
    if distinct.isdisjoint(_TELLING):
        return WordsOfAsker(caller, caller=caller) if caller else _NOBODY
    here = _NONE if distinct.isdisjoint(_HERE) else frozenset(_words_before_here(norms))
    introduced = list(_introduced(norms, pauses))
    body = frozenset(
        at
        for start, at in introduced
        if not _OF_A_BODY.isdisjoint(norms[start : min(at, start + _REACH_OF_FROM)])
    )
    first = () if distinct.isdisjoint(_CALLINGS | _MANAGERS) else _first_words(norms, pauses)
    from_where = (
        at
        for start, at in introduced
        if tuple(norms[start : start + 2]) in _CALLING_FROM and norms[start - 1] not in FIRST_PERSON
    )
    caller = caller.union(from_where)
    return WordsOfAsker(caller.union(here, (at for _, at in introduced), first), here, body, caller)


def _caller(norms: Sequence[str], pauses: Sequence[bool], distinct: Set[str]) -> Iterator[int]:
    """The numbers of the words that say who has rung: "Caller from Leeds", "Hull police on the line"."""
    of_a_body = not BODIES.isdisjoint(distinct)
    if not distinct.isdisjoint(_CALLERS) or (of_a_body and not distinct.isdisjoint(_MAY_HAVE_RUNG)):
        yield from _passed_on(norms, pauses)
    if of_a_body and not distinct.isdisjoint(_MAY_RING):
        yield from _body_that_rings(norms, pauses)


def _passed_on(norms: Sequence[str], pauses: Sequence[bool]) -> Iterator[int]:
    """ "Caller from Leeds" and "man from Leeds housing"; a man from Leeds may be who is meant."""
    for at, norm in enumerate(norms[:-1]):
        if norms[at + 1] in _OF_A_BODY and (norm in _CALLERS or norm in _PERSONS):
            words = [at, *_introduction(norms, pauses, at + 1)]
            if norm in _CALLERS or not BODIES.isdisjoint(norms[word] for word in words):
                yield from words
        elif norms[at + 1] == "from" and norm in _SOMEBODY:
            words = [at, *_introduction(norms, pauses, at + 1)]
            if not (BODIES - _OF_OURS).isdisjoint(norms[word] for word in words):
                yield from words


def _body_that_rings(norms: Sequence[str], pauses: Sequence[bool]) -> Iterator[int]:
    """The first words, where they are "Hull police on the line" or "Hull police" and what they ask."""
    ends = (at for at in range(1, len(norms)) if norms[at] in _ENDS or norms[at] == "for" or pauses[at])
    end = next(ends, len(norms))
    first = set(norms[:end])
    if end > _LONGEST or BODIES.isdisjoint(first) or norms[0] in _RINGS or not _NO_CALLERS.isdisjoint(first):
        return
    rings = not _RINGS.isdisjoint(norms[: end + 2]) or ("on" in first and first & _ON_IT)
    if rings or not _ASKS.isdisjoint(norms[end : end + 2]):
        yield from range(end)


def _words_before_here(norms: Sequence[str]) -> Iterator[int]:
    """The numbers of the words in "Custody sergeant here", from the start of the sentence."""
    for at in (at for at, norm in enumerate(norms) if norm in _HERE):
        start = at
        while start > 0 and norms[start - 1] != BOUNDARY and at - start <= _LONGEST:
            start -= 1
        if start < at and at - start <= _LONGEST and not _NO_INTRODUCTION & set(norms[start:at]):
            yield from range(start, at + 1)


def _first_words(norms: Sequence[str], pauses: Sequence[bool]) -> Iterator[int]:
    """ "School nurse." or "Contracts manager, need to …": the words up to the first pause."""
    end = next((at for at in range(1, len(norms)) if pauses[at] or norms[at] == BOUNDARY), len(norms))
    first = set(norms[:end])
    if end == len(norms) or end > _LONGEST or first & _NO_INTRODUCTION:
        return
    begins = end + (norms[end] == BOUNDARY)
    goes_on = not _GOES_ON.isdisjoint(norms[begins : begins + 1])
    managing = len(first) > 1 and first & _MANAGERS and goes_on and first.isdisjoint(_OF_PROBATION)
    if first & _CALLINGS or managing:
        yield from range(end)


def _introduced(norms: Sequence[str], pauses: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where each introduction begins, and the number of each of its words: "I'm the clerk at ..."."""
    for at in [at for at, norm in enumerate(norms) if norm in _OPENINGS_BY_WORD]:
        for opening in _OPENINGS_BY_WORD[norms[at]]:
            end = at + len(opening)
            if end >= len(norms) or tuple(norms[at:end]) != opening:
                continue
            if norms[end] not in _INTRODUCES and opening[-1] not in _OF_WHERE:
                continue
            if opening[0] == "call" and not _AWAITED.isdisjoint(norms[max(0, at - 2) : at]):
                continue  # "I was promised a call from the SPO"
            if opening == _WE_ARE and not (pauses[at] or norms[at - 1] in _BEFORE_WE_ARE):
                continue  # "those who were in prison"
            yield from ((at, word) for word in range(at, end))
            yield from ((at, word) for word in _introduction(norms, pauses, end))


def _introduction(norms: Sequence[str], pauses: Sequence[bool], start: int) -> Iterator[int]:
    for at in range(start, min(start + _LONGEST, len(norms))):
        if norms[at] == BOUNDARY or (at > start and (pauses[at] or norms[at] in _ENDS)):
            return
        yield at
