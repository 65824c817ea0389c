"""What stands beside what is asked: said of the asker, of another thing or of nobody, it decides nothing."""

import pytest

from routing.reading.reading import Ask
from routing.vocabulary import Provider, Role, Topic, Urgency
from tests.routing.reading.reading_of import reading_of


def test_the_askers_own_manager_is_not_wanted() -> None:
    assert reading_of("My line manager needs to know. Who do I ring at Redditch?").wanted is None
    assert reading_of("Can I speak to a manager at Redditch?").wanted is Role.SPO


@pytest.mark.parametrize(
    ("text", "higher"),
    [
        ("This isn't a complaint. Who do I ring?", False),
        ("I'm not complaining but who do I ring?", False),
        ("I want to make a complaint", True),
        ("She wasn't there. I want to complain", True),
    ],
)
def test_who_means_no_complaint_is_not_sent_higher(text: str, higher: bool) -> None:
    assert reading_of(text).take_higher is higher


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("duty spo nps I'm off at four", False),
        ("duty spo nps is off today", True),
        ("off today the duty spo", True),
    ],
)
def test_it_is_the_asker_who_is_off_at_four(text: str, out: bool) -> None:
    assert (Role.DUTY_SPO in reading_of(text).unreachable) is out


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("My contact is a CRC officer. I don't know if that's NPS or CRC.", Provider.CRC),
        ("I don't know if that's NPS or CRC.", None),
        ("The CRC say he is theirs. NPS or CRC?", None),
    ],
)
def test_a_post_named_elsewhere_says_which_of_the_two(text: str, provider: Provider | None) -> None:
    assert reading_of(text).provider is provider


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("he is known, have you got someone I can ring about him", Ask.CONTACT),
        ("have you got a man called Sam on your books", Ask.WHETHER_KNOWN),
    ],
)
def test_have_you_got_somebody_to_ring_asks_for_a_contact(text: str, ask: Ask) -> None:
    assert reading_of(text).ask is ask


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Children's services here. Our CRC officer is on leave", None),
        ("Children's services here, who do I ring", Topic.SAFEGUARDING_CHILDREN),
        ("I run a hostel. The duty officer please", None),
        ("A bed in the hostel please", Topic.APPROVED_PREMISES),
        ("I need this for a meeting at two. He is low risk and he is not MAPPA", Topic.CASE),
        (
            "I need to check something about Alan Tester with the right person at Worcester. "
            "Is there a direct line?",
            Topic.CASE,
        ),
        ("I'm ringing from the Magistrates' Court about a parole report", Topic.PAROLE_REPORT),
    ],
)
def test_what_the_asker_is_or_has_is_no_topic_where_something_else_is_asked(
    text: str, topic: Topic | None
) -> None:
    reading = reading_of(text)

    assert (reading.topic or reading.hinted) is topic


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("I've only got a minute before court", None),
        ("when you get a minute", Urgency.CAN_WAIT),
    ],
)
def test_a_minute_is_what_somebody_has_or_what_it_can_wait_for(text: str, urgency: Urgency | None) -> None:
    assert reading_of(text).urgency is urgency


def test_he_has_no_phone_says_nothing_of_an_officer() -> None:
    assert reading_of("He's got no phone").unreachable == frozenset()
    assert reading_of("I got no answer from the duty officer").unreachable == {Role.DUTY_OFFICER}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("where is the office", True),
        ("where is the Redditch office?", True),
        ("whats the address of the Redditch office", True),
        ("where is the post office", False),
        ("where does he live", False),
    ],
)
def test_the_way_to_an_office_is_asked(text: str, asked: bool) -> None:
    assert reading_of(text).way_asked is asked


@pytest.mark.parametrize(
    ("text", "ask", "terms"),
    [
        ("TTG?", Ask.CONTACT, ("ttg",)),
        ("SPO?", Ask.CONTACT, ("spo",)),
        ("OASys?", Ask.TERM, ("oasys",)),
        ("TTG? Redditch", Ask.CONTACT, ()),
        ("I don't understand the new set up. Duty officer please", Ask.CONTACT, ()),
        ("I don't understand that. MAPPA?", Ask.TERM, ("mappa",)),
        ("Our old contact has retired. What does MAPPA stand for?", Ask.TERM, ("mappa",)),
    ],
)
def test_a_word_may_be_asked_for_itself_or_for_whom_to_ring(
    text: str, ask: Ask, terms: tuple[str, ...]
) -> None:
    reading = reading_of(text)

    assert (reading.ask, reading.terms) == (ask, terms)


def test_a_line_asked_for_is_nothing_of_the_catalogue() -> None:
    assert reading_of("The solicitor adjourned it. Is there a direct line?").wish is None
    assert reading_of("Is there a course for drink drivers?").wish is not None
