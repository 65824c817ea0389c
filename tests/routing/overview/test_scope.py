"""Who sees the figures, and whose."""

from datetime import date, time
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.overview.scope import Scope, narrowed, scopes_of
from routing.rota.rota import Rota
from routing.rota.shifts import Person, SingleShift, Span, WeeklyShift
from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role, Standing
from tests.routing.information.made_up import at

OFFICER, ADMIN = Standing.OFFICER, Standing.ADMIN
NPS, CRC = Provider.NPS, Provider.CRC
OFFICE = ("west-mercia", "worcester", NPS)
AREA = ("west-mercia", None, NPS)
SPO = PostKey(*OFFICE, Role.SPO)


@pytest.mark.parametrize(
    ("standing", "area", "posts", "scopes"),
    [
        (ADMIN, "west-mercia", [], [Scope("west-mercia")]),
        (ADMIN, None, [], [Scope()]),
        (OFFICER, "west-mercia", [SPO], [Scope(*OFFICE)]),
        (OFFICER, None, [PostKey(*OFFICE, Role.HEAD_OF_LDU)], [Scope(*OFFICE)]),
        (OFFICER, None, [PostKey(*AREA, Role.HEAD_OF_LDU)], [Scope(*AREA)]),
        (OFFICER, None, [PostKey(*AREA, Role.DUTY_SPO)], [Scope(*AREA)]),
        (OFFICER, None, [SPO, PostKey(*AREA, Role.DUTY_SPO)], [Scope(*OFFICE), Scope(*AREA)]),
        (OFFICER, "west-mercia", [PostKey(*OFFICE, Role.DUTY_OFFICER)], []),
        (OFFICER, "west-mercia", [], []),
        (Standing.RECEPTION, "west-mercia", [SPO], []),
        (Standing.PARTNER, "west-mercia", [SPO], []),
        (Standing.PUBLIC, None, [SPO], []),
    ],
)
def test_disclosure_overview__figures_are_for_who_manages(
    standing: Standing, area: str | None, posts: list[PostKey], scopes: list[Scope]
) -> None:
    assert list(scopes_of(standing, area, posts)) == scopes


@pytest.mark.parametrize(
    ("scope", "covers"),
    [
        (Scope(), True),
        (Scope("west-mercia"), True),
        (Scope("london"), False),
        (Scope("west-mercia", "redditch"), False),
        (Scope(*OFFICE), True),
        (Scope("west-mercia", "worcester", CRC), True),
        (Scope("west-mercia", None, Provider.BOTH), False),
    ],
)
def test_disclosure_overview__what_both_providers_had_is_seen_by_the_managers_of_both(
    scope: Scope, covers: bool
) -> None:
    assert scope.covers("west-mercia", "worcester", {NPS, CRC}) is covers


def test_a_post_is_held_by_who_has_a_shift_of_their_own_on_it_in_those_days() -> None:
    person = Person("cedar", "Cedar (sample)", NPS, "west-mercia")
    other = PostKey(*AREA, Role.DUTY_SPO)
    weekly = WeeklyShift(
        1, SPO, "cedar", frozenset({1}), time(9), time(17), date(2014, 7, 1), date(2014, 7, 20)
    )
    single = SingleShift(2, other, "cedar", Span(at(10), at(10, "17:00")))
    rota = Rota.of([person], [weekly, single])

    assert rota.posts_of("cedar", Span(at(8), at(11))) == {SPO, other}
    assert rota.posts_of("cedar", Span(at(10, "17:00"), at(12))) == frozenset()
    assert rota.posts_of("cedar", Span(at(25), at(30))) == frozenset()
    assert rota.posts_of("elm", Span(at(8), at(11))) == frozenset()


PARTS = st.builds(
    Scope,
    st.none() | st.sampled_from(["west-mercia", "london"]),
    st.none() | st.sampled_from(["worcester", "camden"]),
    st.none() | st.sampled_from([NPS, CRC]),
)


@given(st.lists(PARTS, max_size=3), PARTS)
def test_disclosure_overview__what_is_chosen_is_never_more_than_what_is_overseen(
    scopes: list[Scope], wanted: Scope
) -> None:
    found = narrowed(scopes, wanted)
    for area, office, provider in product(
        ["west-mercia", "london"], [None, "worcester", "camden"], [NPS, CRC]
    ):
        thing = (area, office, (provider,))
        overseen = any(scope.covers(*thing) for scope in scopes)
        assert any(scope.covers(*thing) for scope in found) is (overseen and wanted.covers(*thing))
