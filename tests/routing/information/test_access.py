"""Who sees a request for information."""

import pytest

from routing.information.access import Side, Viewer
from routing.information.request import ASKED_AGENCIES, InformationKind, kinds_asked_of
from routing.overview.scope import Scope
from routing.vocabulary import Provider, Standing
from tests.routing.information.made_up import asked

OFFICE = Scope("west-mercia", "worcester", Provider.NPS)


@pytest.mark.parametrize(
    ("who", "side"),
    [
        (Viewer("asker", Standing.OFFICER), Side.ASKS),
        (Viewer("spo", Standing.OFFICER, oversees=(OFFICE,)), Side.ASKS),
        (Viewer("keeper", Standing.ADMIN, oversees=(Scope("west-mercia"),)), Side.ASKS),
        (Viewer("sergeant", Standing.PARTNER, "sample-police"), Side.IS_ASKED),
        (Viewer("colleague", Standing.OFFICER, "sample-probation"), None),
        (Viewer("spo", Standing.OFFICER, oversees=(Scope("west-mercia", "worcester", Provider.CRC),)), None),
        (Viewer("spo", Standing.OFFICER, oversees=(Scope("west-mercia", "redditch", Provider.NPS),)), None),
        (Viewer("keeper", Standing.ADMIN, oversees=(Scope("london"),)), None),
        (Viewer("teacher", Standing.PARTNER, "sample-council"), None),
        (Viewer("sergeant", Standing.PUBLIC, "sample-police"), None),
        (Viewer("asker", Standing.RECEPTION), None),
    ],
)
def test_disclosure_information__the_two_sides_see_it_and_nobody_else(who: Viewer, side: Side | None) -> None:
    assert who.side_of(asked(), "asker") is side


def test_every_kind_of_agency_is_asked_for_something_but_probation_itself() -> None:
    assert all(kinds_asked_of(kind) for kind in ASKED_AGENCIES)
    assert {one for kind in ASKED_AGENCIES for one in kinds_asked_of(kind)} == set(InformationKind)
    assert kinds_asked_of("probation") == ()
