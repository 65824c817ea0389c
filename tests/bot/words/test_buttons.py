"""What a button means, there and back."""

from itertools import product

import pytest

from bot.words.buttons import LONGEST_DATA, Action, Press, PressError
from routing.enquiry import FollowUp, Tried
from routing.vocabulary import Provider, Role, Topic, Urgency


def test_a_press_is_read_back_as_it_was_drawn() -> None:
    tried = [None, *(Tried(*pair) for pair in product(Role, [None, *Provider]))]
    presses = [Press(action, "worcester|case|n|||", one) for action, one in product(Action, tried)]

    assert [Press.decode(press.encode()) for press in presses] == presses


def test_the_longest_names_there_are_fit_a_telegram_button() -> None:
    longest_topic = max(Topic, key=len)
    token = FollowUp(
        area="london",
        office="hammersmith-and-fulham",
        topic=longest_topic,
        provider=Provider.NPS,
        urgency=Urgency.URGENT,
        wanted=Role.DUTY_OFFICER,
    ).encode()

    data = Press(Action.NEXT, token, Tried(Role.APPROVED_PREMISES, Provider.NPS)).encode()

    assert len(data.encode()) <= LONGEST_DATA


@pytest.mark.parametrize(
    "data",
    ["", "n", "n:do", "z:::a|b", "x35911:::a|b", "xa:::a|b", "n:??:n:token", "n:do:?:token", "\x00\ud83d"],
)
def test_data_that_this_service_never_drew_is_refused(data: str) -> None:
    with pytest.raises(PressError):
        Press.decode(data)


def test_a_press_about_a_number_says_how_it_ends() -> None:
    press = Press.about("+441905723591", Action.NOT_WORKING, "worcester|case|n|||", None)

    assert press.encode() == "x3591:::worcester|case|n|||"
    assert Press.decode(press.encode()) == press
