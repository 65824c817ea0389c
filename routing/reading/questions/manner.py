"""How a thing is asked for, and where it begins to be."""

from enum import StrEnum
from typing import NamedTuple


class Manner(StrEnum):
    """How a thing is asked for."""

    WHO = "who"  # who, whose, which officer
    WHAT = "what"  # what, which, how many
    WHERE = "where"
    WHEN = "when"
    WHETHER = "whether"  # "is he …", "… whether he is", "tell me if he is"
    YOU = "you"  # "do you …", "have you …"
    WISH = "wish"  # "give me …", "I need …", "can I have …"
    BARE = "bare"  # no question word, but a question mark, or no verb that tells
    CONTACT = "contact"  # "who do I ring …": what it says of a person is told, not asked
    RULE = "rule"  # "does he get recalled": what follows by the rules, and no fact about anybody


# By the word that asks; other words are verbs (verbs.py).
QUESTION_WORDS = {
    **dict.fromkeys(["who", "whos", "whose", "whom", "whod", "whove"], Manner.WHO),
    **dict.fromkeys(["what", "whats", "which", "wat", "wats", "wot", "wots", "how", "why"], Manner.WHAT),
    **dict.fromkeys(["where", "wheres", "whereabouts"], Manner.WHERE),
    **dict.fromkeys(["when", "whens"], Manner.WHEN),
}


class Opening(NamedTuple):
    """A question opens at this word. `unsure`: "I don't know who …", a question or a remark."""

    at: int
    manner: Manner
    unsure: bool = False
