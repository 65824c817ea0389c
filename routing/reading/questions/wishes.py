"""Questions that open by a wish: "give me", "I need", "can I have"."""

from routing.reading.grammar import word_classes
from routing.reading.questions.before import word_at
from routing.reading.questions.manner import Manner
from routing.reading.said import Said

_WORDS = word_classes("questions")


def by_wish(said: Said, at: int) -> tuple[Manner, bool] | None:
    """That it is wished for, and surely; None where the word only tells."""
    norm, after = said.norms[at], word_at(said, at + 1)
    before = said.norms[max(0, at - 3) : at]
    if (norm == "request" and said.pauses_before(at + 1)) or (
        norm == "release" and after in _WORDS["of_a_release"]
    ):
        return None  # "recall request, he …", "release date is Friday"
    if norm == "looking" and after not in ("for", "to"):
        return None
    if norm == "like" and not _WORDS["would_like"] & set(before[-1:]):
        return None
    if norm == "after" and not {"im", "am", "were", "is"} & set(before[-1:]):
        return None
    if norm in _WORDS["giving"]:
        unreadable = norm == "read" and _WORDS["cannot"] & set(before[-1:])
        if unreadable or _WORDS["before_a_noun"] & set(before[-1:]):
            return None  # "can't read the name", "the post"
        for_the_asker = after in ("me", "us", "out", "over") or word_at(said, at + 2) in ("me", "us")
        tells = after in _WORDS["you"] or bool(
            before and before[-1] in ("to", *_WORDS["first"], "ill", "well")
        )
        return (Manner.WISH, False) if for_the_asker or not tells else None
    if after == "to":
        return (Manner.WISH, False) if word_at(said, at + 2) in _WORDS["to_get"] else None
    if norm in ("have", "see", "get", "find", "release") and not said.pauses_before(at):
        willing = _WORDS["willing"] & set(before)
        return (Manner.WISH, False) if willing else None
    return Manner.WISH, False
