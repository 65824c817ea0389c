from dataclasses import replace
from pathlib import Path

from directory.directory import Directory
from directory.exchange.formats.vcard import card, write_vcards
from routing.snapshot import Number, PostKey, Snapshot
from routing.vocabulary import Provider, Role

WORCESTER = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)


def lines_of(text: str) -> list[str]:
    """The lines as a reader unfolds them."""
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


async def test_a_card_says_whom_to_ask_for_on_which_number_and_when(directory: Directory) -> None:
    lines = lines_of(card(directory.snapshot, directory.snapshot.posts[WORCESTER]))

    assert lines[:2] == ["BEGIN:VCARD", "VERSION:4.0"]
    assert "FN:NPS duty officer\\, Worcester probation office" in lines
    assert 'TEL;VALUE=uri;TYPE="voice,work":tel:+441905723591' in lines
    assert (
        "NOTE:Ask for NPS Probation Duty Officer. Hours: Mo-Fr 09:00-17:00\\; PH off. "
        "Number last checked on 2014-07-01." in lines
    )
    assert lines[-2:] == ["CATEGORIES:Signpost", "END:VCARD"]


async def test_a_sample_says_so(directory: Directory) -> None:
    post = replace(
        directory.snapshot.posts[WORCESTER], number=Number("+441632960001", None, 365, sample=True)
    )
    lines = lines_of(card(directory.snapshot, post))

    assert "CATEGORIES:Signpost,sample" in lines
    assert any(line.startswith("NOTE:Sample: made up for a demonstration.") for line in lines)
    assert any(line.endswith("Nobody has checked this number.") for line in lines)


async def test_no_line_is_longer_than_allowed_and_no_character_is_torn(
    directory: Directory,
) -> None:
    post = replace(directory.snapshot.posts[WORCESTER], ask_for="Swyddog Prawf Hŷn " * 20)
    text = card(directory.snapshot, post)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert any("Swyddog Prawf Hŷn " * 20 in line for line in lines_of(text))


async def test_a_contact_keeps_its_card_from_one_export_to_the_next(directory: Directory) -> None:
    post = directory.snapshot.posts[WORCESTER]
    cards = (card(directory.snapshot, post), card(directory.snapshot, replace(post, ask_for="another")))

    assert len({next(line for line in lines_of(text) if line.startswith("UID:")) for text in cards}) == 1


async def test_contacts_without_a_number_have_no_card(directory: Directory, tmp_path: Path) -> None:
    snapshot: Snapshot = directory.snapshot
    file = tmp_path / "contacts.vcf"

    assert write_vcards(snapshot, file) == (16, 223)

    text = file.read_bytes().decode()
    assert text.count("BEGIN:VCARD\r\n") == text.count("END:VCARD\r\n") == 16
