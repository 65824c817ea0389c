"""What is remembered of ids is bounded."""

from bot.telegram.seen import Seen


def test_the_oldest_id_is_forgotten_when_there_are_too_many() -> None:
    seen = Seen(limit=2)
    assert [seen.first_time(key) for key in (1, 2, 3, 3, 2, 1)] == [True, True, True, False, False, True]
