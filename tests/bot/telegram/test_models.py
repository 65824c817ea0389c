"""What aiogram's models cost is paid by those that are used."""

from aiogram.methods import GetStickerSet, Response
from aiogram.types import PassportData, StickerSet, Update
from pydantic import BaseModel


def test_a_model_is_built_when_it_is_first_used_and_no_sooner() -> None:
    assert Update.__pydantic_complete__
    assert not PassportData.__pydantic_complete__

    read = PassportData.model_validate(
        {
            "data": [{"type": "email", "hash": "x", "email": "sample@example.org"}],
            "credentials": {"data": "a", "hash": "b", "secret": "c"},
        }
    )

    assert (read.data[0].email, read.credentials.secret) == ("sample@example.org", "c")
    assert PassportData.__pydantic_complete__


def test_so_are_those_of_methods_and_of_what_they_return() -> None:
    sets = {"name": "s", "title": "S", "sticker_type": "regular", "stickers": []}

    assert GetStickerSet(name="s").model_dump() == {"name": "s"}
    assert Response[StickerSet].model_validate({"ok": True, "result": sets}).result == StickerSet(
        name="s", title="S", sticker_type="regular", stickers=[]
    )


def test_models_of_others_are_built_at_once_as_ever() -> None:
    assert BaseModel.model_rebuild.__module__ == "pydantic.main"
