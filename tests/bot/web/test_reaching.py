"""Where the pages are, as whoever starts Signpost is told, and whether others can open links to them."""

import pytest

from bot.web.reaching import here, said_of

PUBLIC = "https://signpost.example"


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8080"),
        ("192.168.7.7", "http://192.168.7.7:8080"),
        ("signpost.example", "http://signpost.example:8080"),
        ("0.0.0.0", "http://127.0.0.1:8080"),  # nobody can open 0.0.0.0
        ("::", "http://[::1]:8080"),
        ("::1", "http://[::1]:8080"),
    ],
)
def test_links_begin_with_an_address_that_can_be_opened(host: str, address: str) -> None:
    assert here(host, 8080) == address


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.1.1", "::1", "localhost", "0.0.0.0", "::"])
def test_it_is_said_where_links_open_on_this_machine_alone_and_what_to_set(host: str) -> None:
    first, warning = said_of(host, 8080, None)
    assert first.startswith(f"Web chat: {here(host, 8080)}")
    assert f"begin with {here(host, 8080)}, which only this machine can open" in warning
    assert "set WEB_URL" in warning
    assert len(list(said_of(host, 8080, PUBLIC))) == 1


@pytest.mark.parametrize("host", ["192.168.7.7", "signpost.example"])
def test_nothing_is_said_of_links_that_others_can_open(host: str) -> None:
    assert list(said_of(host, 8080, None)) == [f"Web chat: {here(host, 8080)}"]


def test_it_is_said_that_all_addresses_of_the_machine_are_served() -> None:
    assert list(said_of("0.0.0.0", 80, PUBLIC)) == [
        "Web chat: http://127.0.0.1:80, and at every other address of this machine"
    ]
