"""What a button means, there and back."""

from itertools import product

import pytest

from bot.words.buttons import LONGEST_DATA, Action, Press, PressError, Tried, understood
from routing.enquiry import FollowUp
from routing.vocabulary import Provider, Role, Topic, Urgency
from tests.bot.words.made_up import AREA_OF_OFFICE


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("tried", [None, *(Tried(*pair) for pair in product(Role, [None, *Provider]))])
def test_a_press_is_read_back_as_it_was_drawn(action: Action, tried: Tried | None) -> None:
    press = Press(action, "worcester|case|n|||", tried)

    assert Press.decode(press.encode()) == press


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


@pytest.mark.parametrize("data", ["", "n", "n:do", "x:::a|b", "n:??:n:token", "n:do:?:token", "\x00\ud83d"])
def test_data_that_this_service_never_drew_is_refused(data: str) -> None:
    with pytest.raises(PressError):
        Press.decode(data)


@pytest.mark.parametrize(
    "token", ["", "nowhere|||||", "@atlantis|||||", "worcester|nonsense||||", "worcester"]
)
def test_a_follow_up_that_this_service_never_wrote_is_refused(token: str) -> None:
    with pytest.raises(PressError):
        understood(token, AREA_OF_OFFICE)


def test_a_follow_up_is_read_with_the_area_of_its_office() -> None:
    assert understood("redditch|case||||", AREA_OF_OFFICE) == FollowUp(
        area="west-mercia", office="redditch", topic=Topic.CASE
    )
