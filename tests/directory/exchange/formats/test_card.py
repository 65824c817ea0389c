"""The card that hangs on the wall for the day the bot is down."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from directory.exchange.formats.card import CardError, as_html, as_text, card_of
from directory.pictures.pictures import Pictures
from routing.hours import LONDON
from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role
from tests.routing.sample_directory import SNAPSHOT, TUESDAY, TUESDAY_NIGHT

ALWAYS = Pictures.unchanging(SNAPSHOT)


def test_it_has_both_ladders_in_order_with_their_numbers_and_the_out_of_hours_line() -> None:
    text = as_text(card_of(ALWAYS, "redditch", TUESDAY))

    assert text.index("call 999 first") < text.index("\nNPS\n") < text.index("\nCRC\n") < text.index("OUT OF")
    assert text.count("01527 585152") == 6
    assert "1. Approved Premises, Braley House: 01905 723975  (24 hours)" in text
    assert "Monday to Friday, 9am to 5pm; closed on bank holidays (assumed)" in text


def test_it_is_the_same_whenever_it_is_printed_but_for_its_dates() -> None:
    assert as_text(card_of(ALWAYS, "redditch", TUESDAY)) == as_text(
        card_of(ALWAYS, "redditch", TUESDAY_NIGHT)
    )


def test_it_says_when_it_was_issued_and_when_to_throw_it_away() -> None:
    text = as_text(card_of(ALWAYS, "redditch", TUESDAY))

    assert "Issued 8 July 2014." in text
    assert "Throw this card away after 7 October 2014" in text
    assert "version 1 of the directory" in text


def test_it_is_good_only_as_long_as_the_checks_of_its_numbers_are() -> None:
    in_may = datetime(2015, 5, 20, 10, 0, tzinfo=LONDON)

    assert card_of(ALWAYS, "redditch", in_may).replace_by == "1 July 2015"


def test_it_is_good_only_until_the_directory_changes() -> None:
    changing = Pictures(1, (date(2014, 8, 1),), lambda _: SNAPSHOT)

    assert card_of(changing, "redditch", TUESDAY).replace_by == "31 July 2014"
    assert card_of(changing, "redditch", TUESDAY + timedelta(days=30)).replace_by == "6 November 2014"


def test_an_extension_stands_beside_its_number() -> None:
    key = PostKey("west-mercia", "redditch", Provider.NPS, Role.SPO)
    posts = {**SNAPSHOT.posts, key: replace(SNAPSHOT.posts[key], extension="204")}

    text = as_text(card_of(Pictures.unchanging(replace(SNAPSHOT, posts=posts)), "redditch", TUESDAY))

    assert text.count("01527 585152, extension 204") == 1


def test_a_unit_without_a_number_says_so_and_who_can_say_whom_to_call() -> None:
    text = as_text(card_of(ALWAYS, "herefordshire", TUESDAY))

    assert "1. NPS duty officer, Herefordshire: no number known\n" in text
    assert "2. NPS duty officer, Worcester: 01905 723591  (Can say whom to call)" in text


def test_what_is_made_up_is_marked_and_an_area_without_premises_has_no_line() -> None:
    text = as_text(card_of(ALWAYS, "camden", TUESDAY))

    assert "SAMPLE, made up." in text
    assert "No number known." in text
    assert "Not checked since 1 January 2012" in text


def test_the_page_fetches_nothing_and_escapes_what_it_shows() -> None:
    offices = {**SNAPSHOT.offices, "redditch": replace(SNAPSHOT.offices["redditch"], name="Red & <Ditch>")}

    page = as_html(card_of(Pictures.unchanging(replace(SNAPSHOT, offices=offices)), "redditch", TUESDAY))

    assert "Red &amp; &lt;Ditch&gt;" in page
    assert not re.search(r"(?:src|href)=|url\(|@import|https?:", page)
    assert "size: A4" in page


@pytest.mark.parametrize("office", ["nowhere", "braley-house"])
def test_there_is_no_card_for_what_is_no_office(office: str) -> None:
    with pytest.raises(CardError, match=f"{office}: the directory holds no office of this id; offices are"):
        card_of(ALWAYS, office, TUESDAY)
