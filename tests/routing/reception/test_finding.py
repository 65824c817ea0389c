"""What is found while somebody is still typing, and how it is reached."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.catalogue import Programme, Run
from routing.policy import Policies
from routing.reception.dialled import dialled
from routing.reception.finding import MOST, Find, Finder, Looker
from routing.reception.finding_index import Labels, What
from routing.rota.rota import Rota
from routing.rota.shifts import Person, WeeklyShift
from routing.snapshot import Post, PostKey, Team
from routing.vocabulary import Provider, Role, Standing, Topic
from tests.routing.sample_directory import BANK_HOLIDAYS, SNAPSHOT, TUESDAY, TUESDAY_NIGHT, WORCESTER

NPS, CRC = Provider.NPS, Provider.CRC
DUTY = PostKey("west-mercia", "worcester", NPS, Role.DUTY_OFFICER)
BIRCH = Person("birch", "Ann Birch (sample)", NPS, "west-mercia", "worcester", "+447700900001", sample=True)
SHIFT = WeeklyShift(1, DUTY, "birch", frozenset(range(5)), time(9), time(17), date(2014, 6, 2))
TEAM = Team("breach", "Enforcement team", NPS, "west-mercia", "worcester", (Topic.BREACH,))
HEAD_OF_TEAM = Post("west-mercia", "worcester", NPS, Role.SPO, "the SPO for enforcement", team="breach")
BBR = Programme("bbr", "Building Better Relationships", Topic.PROGRAMME, CRC, also_called=("BBR",))
HERE = replace(
    SNAPSHOT,
    rota=Rota.of([BIRCH], [SHIFT], BANK_HOLIDAYS),
    teams={"breach": TEAM},
    posts={**SNAPSHOT.posts, PostKey("west-mercia", "worcester", NPS, Role.SPO, "breach"): HEAD_OF_TEAM},
    programmes={"bbr": BBR},
    runs=(Run("bbr-r", "bbr", "west-mercia", "redditch"), Run("bbr-w", "bbr", "west-mercia", "worcester"),
          Run("bbr-c", "bbr", "london", "camden")),
)  # fmt: skip
LABELS = Labels(
    posts={(role, of): f"{of or ''} {role.replace('_', ' ')}" for role in Role for of in (None, *Provider)},
    topics={topic: topic.replace("_", " ") for topic in Topic},
)  # fmt: skip
FINDER = Finder(HERE, Policies.bundled(), LABELS)
RECEPTION = Looker("west-mercia", "worcester", Standing.RECEPTION)
OFFICER = RECEPTION._replace(standing=Standing.OFFICER)


def find(text: str, looker: Looker = RECEPTION, at: datetime = TUESDAY) -> tuple[Find, ...]:
    return FINDER.find(text, looker, at)


def test_an_office_is_found_by_the_beginning_of_its_name_with_its_receptions_number() -> None:
    found = find("kidd")
    assert (found[0].what, found[0].name) == (What.OFFICE, "Kidderminster")
    assert found[0].duties[0].step.phone == "+441562748375"


def test_a_post_is_found_at_the_own_office_first_and_at_another_by_its_name() -> None:
    assert [find("duty off")[0].duties[0].step.office, find("duty off redd")[0].duties[0].step.office] == [
        "worcester",
        "redditch",
    ]
    assert {one.duties[0].step.office for one in find("crc spo worc")} == {"worcester"}


def test_a_post_says_until_when_somebody_is_on_and_who_only_to_staff() -> None:
    (now,) = (one.duties[0].now for one in find("nps duty officer worcester")[:1])
    assert now and now.name is None
    (named,) = (one.duties[0].now for one in find("nps duty officer worcester", OFFICER)[:1])
    assert named and named.name == "Ann Birch (sample)"


@pytest.mark.parametrize("standing", [Standing.PUBLIC, Standing.PARTNER, Standing.RECEPTION])
def test_nobody_finds_people_who_may_not_see_the_names_of_staff(standing: Standing) -> None:
    looker = RECEPTION._replace(standing=standing)
    assert all(
        one.what is not What.PERSON for text in ("birch", "ann", "07700 900001") for one in find(text, looker)
    )


def test_staff_find_a_colleague_with_their_number_and_the_post_they_are_on() -> None:
    (found,) = find("bir", OFFICER)
    assert (found.what, found.name, found.phone) == (What.PERSON, "Ann Birch (sample)", "+447700900001")
    assert found.duties[0].step.role is Role.DUTY_OFFICER
    (at_night,) = find("bir", OFFICER, TUESDAY_NIGHT)
    assert at_night.duties == ()


def test_a_team_is_found_with_its_own_posts() -> None:
    (found,) = find("enforcement")
    assert (found.what, found.duties[0].step.team) == (What.TEAM, "breach")


def test_a_topic_is_found_with_whoever_leads_on_it() -> None:
    first = next(one for one in find("unpaid") if one.what is What.TOPIC)
    assert (first.provider, first.duties[0].step.provider) == (CRC, CRC)
    both = next(one for one in find("mash") if one.what is What.TOPIC)
    assert [duty.step.provider for duty in both.duties] == [NPS, CRC]


def test_a_programme_is_found_by_what_it_is_also_called_with_its_runs_in_the_area_nearest_first() -> None:
    (found,) = find("bbr")
    assert (found.what, [run.code for run in found.runs]) == (What.PROGRAMME, ["bbr-w", "bbr-r"])


@pytest.mark.parametrize(
    "spelling",
    ["01905 723591", "+44 1905 723591", "0044 1905 723591", "+44 (0)1905 723-591", "(01905) 723591",
     "01905723591", "who is this number: 01905.723.591?", "01905 7235"],
)  # fmt: skip
def test_a_number_is_known_however_it_is_written(spelling: str) -> None:
    (found,) = find(spelling)
    assert (found.what, found.phone, found.office and found.office.id) == (
        What.NUMBER,
        WORCESTER,
        "worcester",
    )
    assert {duty.step.role for duty in found.duties} == {Role.DUTY_OFFICER, Role.SPO, Role.RECEPTION}


def test_the_approved_premises_are_known_by_their_number() -> None:
    (found,) = find("01905 723975")
    assert [duty.step.role for duty in found.duties] == [Role.APPROVED_PREMISES]


def test_a_whole_number_that_the_directory_does_not_hold_is_said_not_to_be_in_it() -> None:
    assert find("01632 960999") == (Find(What.NUMBER),)
    assert find("01632 5") == ()  # somebody is still typing
    assert find("019") == ()


def test_nothing_is_found_before_there_are_two_letters_or_for_little_words() -> None:
    assert find("") == find("s") == find("what is the") == find("xyzzy") == ()


@given(st.text(max_size=40))
def test_whatever_is_typed_finds_no_more_than_can_be_shown_and_no_names(text: str) -> None:
    found = find(text)
    assert len(found) <= MOST
    assert all(
        duty.step.name is None and (duty.now is None or duty.now.name is None)
        for one in found
        for duty in one.duties
    )


@given(st.text("0123456789", min_size=9, max_size=10).filter(lambda digits: digits[0] != "0"))
def test_every_spelling_of_a_number_is_dialled_alike(digits: str) -> None:
    spellings = (
        f"0{digits}",
        f"+44{digits}",
        f"+44 (0){digits}",
        f"0044 {digits[:4]} {digits[4:]}",
        f"(0{digits[:4]}) {digits[4:]}",
    )
    assert {dialled(one) for one in spellings} == {digits}
