"""What is danger now and what is told, imagined, denied or asked beside it: a pair of lines for each rule."""

import pytest

from tests.routing.reading.reading_of import reading_of

# By the name of its rule: a line of danger and one of none. Without the rule one of them is read wrongly.
_RULES = {
    "'who do I' is no deed": (
        "he has a child and he'll do her in, who do I ask?",
        "he has a child and won't see her, who do I ask?",
    ),
    "what is named by a noun is told by its day": (
        "bomb threat to your office, Worcester",
        "The bomb threat to your office last Wednesday, has anybody been charged?",
    ),
    "but not where it is said to be so": (
        "there's an intruder in the hostel, he was recalled last week",
        "The intruder in the hostel last week, was he recalled?",
    ),
    "what is so at this moment is not imagined": (
        "who do i ring when he is breaking in right now",
        "who do I ring when he is breaking in",
    ),
    "what somebody would do was said then": (
        "He says that if anyone rings he'll slit their throat",
        "He said in interview that if anyone grassed he'd slit their throat",
    ),
    "'that was before' reaches back a sentence": (
        "She said he'd burn the house down if she left. He's here with a can.",
        "She said he'd burn the house down if she left. That was before he went inside.",
    ),
    "a history of something is no more than a record": (
        "She has a history and she is cutting her wrists",
        "She has a history of cutting her wrists, which is in the assessment. Who updates it?",
    ),
    "a verb that is the same then and now is told by its day": (
        "he's set a fire in there",
        "he set a fire years ago",
    ),
    "'there was' is told": (
        "They say there is a bomb in here",
        "They said there was a bomb in 1974 and he was inside for it. Who holds such old files?",
    ),
    "what is held to somebody is held in anger": (
        "he's got a screwdriver to the driver, ours, where is his office",
        "he's got a screwdriver for the driver, where is his office",
    ),
    "a relative clause of the past makes nothing past": (
        "the resident who assaulted me is outside my house. Which duty officer had him last year?",
        "the resident who assaulted me was outside my house. Which duty officer had him last year?",
    ),
    "an ordinary word is no slip of one of danger": (
        "He's raping her in the toilets at the hostel, who do I tell?",
        "He's vaping in the toilets at the hostel, who do I tell?",
    ),
    "to do somebody's path is work": (
        "He says he'll do our manager at Worcester",
        "Oakham town council wants payback to do our path",
    ),
    "a call is put through, a door is too": (
        "he's put the front door through",
        "Can you put me through for Through the Gate at Worcester please",
    ),
    "nor is a gate put through by whoever puts a call through": (
        "he's put the gate through",
        "please put me through for the gate team",
    ),
    "what somebody has started to do is no danger of this moment": (
        "He's threatening his ex with a hammer again, risk going up. Who do we tell first?",
        "One of the CRC's has started threatening his ex again, risk going up. Who do we tell first?",
    ),
    "whoever went to do it did so then": (
        "He's going to his wife's house to kill her",
        "A man told me that ten years ago he went to his wife's house to kill her. Who do I discuss it with?",
    ),
    "so did whoever came to ruin it": (
        "He's coming to burn the house down, he did ten years ago",
        "Ten years ago he came to burn the house down. Who holds such old files?",
    ),
    "what it has come to is named and no more": (
        "He has gone mad, he's smashing windows. No one hurt yet.",
        "A CRC tenant has gone from shouting to smashing windows in a month. No one hurt.",
    ),
    "what stands for a place or a way past is not told": (
        "he's been stabbed in the group room",
        "he told the group he's been stabbed",
    ),
    "what is put through a door is a brick or a card": (
        "He put a brick through my door, I'm his neighbour.",
        "He put a card through my door, I'm his neighbour. Is it from you?",
    ),
    "whoever has hold of somebody does not let go": (
        "Tell me who covers Redditch. A man has hold of a little girl in the library and won't let go.",
        "Tell me who covers Redditch. A man has a little girl who goes to the library.",
    ),
    "whoever was there with a weapon was there then": (
        "He was jailed last year and he's outside my house with a knife. Who should know?",
        "He was outside my house last night with a knife. The police arrested him. Who should know?",
    ),
    "an offence named by a noun is told after somebody too": (
        "He is holding a family hostage. He served six years for arson.",
        "He served six years for holding a family hostage. Who is planning his release?",
    ),
    "of two signs alike the one that is so now counts": (
        "suspicious package left outside for the duty officer at Worcester",
        "a package left outside for the duty officer at Worcester",
    ),
    "means are had, and meanings are asked": (
        "patient phoned in actively suicidal, has means, location unknown, Worcester area",
        "what suicidal means in your guidance",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("danger", "none"), _RULES.values(), ids=_RULES)
def test_of_two_lines_alike_one_is_danger(danger: str, none: str) -> None:
    assert reading_of(danger).danger
    assert not reading_of(none).danger
