"""Which provider a text names: said to have the case, said not to, or only said to have spoken."""

from routing.reading.little_words import ARTICLES, NOT, WANTING
from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import BOUNDARY, word_set
from routing.vocabulary import Provider

_SPEAKS = word_set(
    "say says said saying tell tells told reckon reckons think thinks thought insist insists claim claims "
    "told keep keeps asked asking asks wants want passed sent advised suggested referred"
)
_FROM = word_set("from formerly previously")
_ONCE_OR_KEPT = word_set("used was were originally previously formerly keeps keep kept")
_TO_SOMEBODY = frozenset({"to", "an", "a"})
_POSSESSES = word_set(
    "case cases client clients man woman offender tenant lad side supervisee officer duty spo senior "
    "seniors officers spos managers manager staff team"
)
_POSTS = word_set("officer officers duty spo spos senior seniors manager managers worker")
_DENIES = word_set("not isnt no neither nor never arent wasnt cant cannot")
_MAY_STAND_BETWEEN = word_set("the a an with under by to for at in be being managed of held one theirs")
_THEIRS = frozenset(["theirs", "ours", "mine", "them", "us", "his", "hers"])
_PART_OF = frozenset(["one", "any", "a", "of"])  # "not one of theirs"
_DENY = frozenset(["deny", "denies", "denied", "disown", "disowns", "disowned"])
_DO_NOT = NOT | word_set("havent hasnt cant no longer")
_DENYING = _DENIES | _DENY | _DO_NOT
_HAVING = word_set(
    "have having got get has hold holds holding manage manages managing supervise supervising know record "
    "trace knowledge heard"
)
_THEM = frozenset(["him", "her", "them"])
_SAYS_MORE = frozenset(["down", "as", "in", "at", "a", "any", "marked", "graded"])
_TARGET = word_set(
    "go goes going hand hands move moves moving transfer transfers step escalate back over pass refer become"
)
_HOLDS = word_set(
    "have has manage manages managing supervise supervises hold holds holding own owns keep keeps"
)
_OF_A_PROVIDER = _POSSESSES - {"case", "cases"}
_POSSESSES_OR_HOLDS = _POSSESSES | _HOLDS
_HELD_BY = frozenset({"by", "with", "under"})
_DOES = word_set("does do will would should can could must did")
_GETS = word_set("get gets take have keep pick accept inherit")
_BEFORE_A_PROVIDER = ARTICLES | {"your"}
_WANTING = WANTING | word_set("asking for wanted")
_NOT_WANTING = NOT | {"wasnt", "isnt"}
_LEAST_OF_A_DENIAL = 3  # words: "don't have him"
_REACH_OF_NOT = 6  # words
_REACH_OF_OR = 2  # words: "an NPS or a CRC case"
_OWNED = [
    [word] for word in ("case", "client", "man", "woman", "offender", "lad", "supervisee", "chap", "bloke")
]
_PROVIDERS = frozenset(Provider)
_TOLD = frozenset({"tell", "inform", "notify", "alert", "warn"})
_OTHER = {Provider.NPS: Provider.CRC, Provider.CRC: Provider.NPS}


def provider_named(said: Said) -> Provider | None:
    """The provider named, if just one is. What is denied, past, or only speaks stands behind."""
    if "provider" not in said.groups:
        return None
    moved = {Provider(m.label.name.removeprefix("moved_to_")) for m in said.named("provider")
             if m.label.name.startswith("moved_to_") and not said.denied(m)}  # fmt: skip
    if len(moved) == 1:
        return moved.pop()
    mentions = [m for m in said.named("provider") if m.label.name in _PROVIDERS]
    asserted = [m for m in mentions if not _denied(said, m)]
    if mentions and not asserted:
        denied = {Provider(m.label.name) for m in mentions}
        return _OTHER.get(min(denied)) if len(denied) == 1 else None
    if said.says("provider", "unsure"):
        owner = _owner_beside(said, asserted)
        if owner:
            return owner
        asserted = _of_a_post_elsewhere(said, asserted)
    asserted = [m for m in asserted if not _asked_whether_it_goes_there(said, m)]
    for weigh in (_in_front, _has_the_case):
        named = {Provider(m.label.name) for m in asserted if weigh(said, m)}
        if len(named) == 1:
            return named.pop()
    named = {Provider(m.label.name) for m in asserted}
    return named.pop() if len(named) == 1 else None


def _of_a_post_elsewhere(said: Said, mentions: list[Match]) -> list[Match]:
    """Where it is not known which of the two: those whose post is named in another sentence.

    "The CRC officer at Redditch is on leave. I don't know if that's NPS or CRC": the officer is the CRC's.
    """
    unsure = {said.sentences[m.start] for m in said.named("provider", "unsure")}
    return [
        m for m in mentions
        if said.sentences[m.start] not in unsure and not _POSTS.isdisjoint(said.norms[m.end : m.end + 1])
    ]  # fmt: skip


def _owner_beside(said: Said, asserted: list[Match]) -> Provider | None:
    """Who has the case, where it is only asked which of the two to tell: "NPS or CRC? It's a CRC case"."""
    unsure = said.named("provider", "unsure")
    beside = [
        m
        for m in asserted
        if "or" not in said.norms[max(0, m.start - _REACH_OF_OR) : m.start]
        and not any(one.start <= m.start < one.end for one in unsure)
    ]
    owners = {Provider(m.label.name) for m in beside if _owns_a_case(said, m)}
    return owners.pop() if len(owners) == 1 else None


def _owns_a_case(said: Said, match: Match) -> bool:
    """ "A CRC man", "the NPS case"."""
    article = said.norms[match.start - 1 : match.start] in (["a"], ["an"], ["our"], ["the"])
    return article and said.norms[match.end : match.end + 1] in _OWNED


def _denied(said: Said, match: Match) -> bool:
    """Whether it is said not to have it: "not the CRC", "the NPS say it isn't theirs".

    "No NPS officer answers" and "can't reach the CRC" deny something else.
    """
    owns = match.end < len(said.norms) and not said.pauses_before(match.end)
    if _set_aside(said, match):
        return True
    if owns and said.norms[match.end] in _OF_A_PROVIDER:
        return False
    after = said.norms[match.end : match.end + 9]
    if not _DENYING.isdisjoint(after) and _disowned(after):
        return True
    at = match.start - 1
    while at >= 0 and said.norms[at] in _MAY_STAND_BETWEEN:
        at -= 1
    return at >= 0 and (
        said.norms[at] in _DENIES
        or said.norms[at - 1 : at + 1] in (["instead", "of"], ["rather", "than"], ["no", "longer"])
    )


def _disowned(after: list[str]) -> bool:
    """Whether what comes after a provider denies it: "isn't one of theirs", "doesn't have him"."""
    after = [norm for norm in after if norm not in _PART_OF]
    if any(word in _THEIRS and after[at - 1] in _DENIES for at, word in enumerate(after) if at):
        return True
    return any(_disowns(after[at : at + 4]) for at in range(len(after)))


def _disowns(words: list[str]) -> bool:
    """Whether they begin with "deny having" or "don't have him"; "don't have him down as high" tells more."""
    if words[0] in _DENY and words[1:2] and words[1] in _HAVING | _THEM:
        return True
    if len(words) < _LEAST_OF_A_DENIAL or (words[3:] and words[3] in _SAYS_MORE):
        return False
    return words[0] in _DO_NOT and words[1] in _HAVING and words[2] in _THEM


def _set_aside(said: Said, match: Match) -> bool:
    """ "Not the CRC SPO, the NPS one": "not", and the other of the two named after it."""
    before = [
        norm for norm in said.norms[max(0, match.start - 4) : match.start] if norm not in _BEFORE_A_PROVIDER
    ]
    unwanted = before[-1:] and before[-1] in _WANTING and not _NOT_WANTING.isdisjoint(before[-3:-1])
    if before[-1:] != ["not"] and not unwanted:
        return False
    after = [m for m in said.named("provider") if 0 < m.start - match.end <= _REACH_OF_NOT]
    return any(m.label.name in _OTHER and m.label.name != match.label.name for m in after)


def _in_front(said: Said, match: Match) -> bool:
    """Whether it is neither who asks, nor who only says something, nor where the case once was."""
    if match.start in said.asker.words or _i_am(said, match):
        return False
    after = said.norms[match.end : match.end + 2]
    if after[:1] == ["here"] or not _SPEAKS.isdisjoint(after):
        return False
    before = said.norms[max(0, match.start - 4) : match.start]
    if not (_TARGET.isdisjoint(before) or _TO_SOMEBODY.isdisjoint(before[-2:])):
        return False
    told = [norm for norm in before[-2:] if norm != "the"]  # "do we tell the NPS"
    return _TOLD.isdisjoint(told[-1:]) and _ONCE_OR_KEPT.isdisjoint(before) and _FROM.isdisjoint(before[-2:])


def _asked_whether_it_goes_there(said: Said, match: Match) -> bool:
    """ "Do we hand him over to the CRC?", "does the CRC get him?"."""
    before = said.norms[max(0, match.start - _REACH_OF_NOT) : match.start]
    gets = not (_GETS.isdisjoint(said.norms[match.end : match.end + 2]) or _DOES.isdisjoint(before[-2:]))
    if not (gets or ("to" in before[-2:] and not _TARGET.isdisjoint(before))):
        return False
    end = next((at for at in range(match.end, len(said.norms)) if said.norms[at] == BOUNDARY), None)
    return end is not None and "?" in said.words[end].raw


def _i_am(said: Said, match: Match) -> bool:
    """ "I'm NPS", "we're CRC"."""
    before = said.norms[max(0, match.start - 2) : match.start]
    return before[-1:] in (["im"], ["were"]) or before in (["i", "am"], ["we", "are"])


def _has_the_case(said: Said, match: Match) -> bool:
    """Whether it is said to have it: "a CRC case", "managed by the CRC"."""
    if match.start in said.asker.words:
        return False
    before = said.norms[max(0, match.start - 2) : match.start]
    after = said.norms[match.end : match.end + 1]
    return not (_POSSESSES_OR_HOLDS.isdisjoint(after) and _HELD_BY.isdisjoint(before))
