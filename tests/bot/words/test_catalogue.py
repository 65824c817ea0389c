"""The words are all in the catalogue, all of it is used, and it keeps to the wording rules."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as fluent

import bot
from bot.telegram.commands import COMMANDS
from bot.words.catalogue import ENGLISH, CatalogueError
from bot.words.language import Language
from bot.words.message import LineKind, Phone, Text
from directory.accounts.binding import Why
from directory.accounts.standing import Lapse
from directory.audit.audit import Action
from directory.exchange.kinds.rota import ENTRY_KINDS, ROTA
from routing.catalogue import Sex, Times, Way
from routing.rota.calendar import ClashKind
from routing.vocabulary import Asks, Risk, Role

_BOT = Path(bot.__file__).parent
_WORDS = _BOT / "words"
_SPEAKERS = {"say": 0, "runs": 0, "line": 1, "_only": 1, "say_reason": 2} | {
    "_line": 0,
    "_detail": 0,
    "_promises": 1,
    "_below": 2,
    "_said": 1,
    "said": 0,
    "_several": 0,
    "_durations": 0,
    "Notice": 0,
}  # which argument is the key
_DEEDS = ("add", "change", "remove")
_FAULTS = ("unmanned", "no-answer", "no-numbers")
_ON_TELEGRAM = "telegram-"  # which its own `say` puts before its keys
_FAMILIES: dict[str, Iterable[object]] = {
    "role-": Role,
    "asks-": Asks,
    "weekday-": range(7),
    "month-": range(1, 13),
    "command-": ("next", "why", "again", "quit"),
    "telegram-command-": [one.name for one in COMMANDS if one.in_menus],
    "telegram-use-": [one.name for one in COMMANDS if one.asks or not one.in_menus],
    "telegram-lapse-": Lapse,
    "web-example-": (1, 2, 3),
    "language-": Language,
    "times-": Times,
    "keep-action-": [one.replace(" ", "-") for one in get_args(Action)],
    "sex-": (Sex.MEN, Sex.WOMEN),
    "risk-": Risk,
    "way-": Way,
    "asked-": ("purpose", "times", "ways", "sex", "risk", "nps_case"),
    "verify-no-": get_args(Why),
    "sign-in-letter-no-": ("domain", "agency", "suspended"),
    "rota-": ROTA.column_names,
    "rota-row-": ENTRY_KINDS,
    "rota-piece-": ("absence", "cover", "swap"),
    "rota-clash-": ClashKind,
    "rota-meanwhile-": ("import", *(f"{does}{gone}" for does in _DEEDS for gone in ("", "-gone"))),
    "hole-": _FAULTS,
    "hole-remedy-": _FAULTS,
}
_NEVER = ("please", "sorry", "invalid", "oops", "forbidden", "you forgot")


def texts(language: Language) -> Iterator[str]:
    return (file.read_text(encoding="utf-8") for file in (_WORDS / language).glob("*.ftl"))


@cache
def keys_present(language: Language = Language.ENGLISH) -> set[str]:
    entries = [entry for text in texts(language) for entry in FluentParser().parse(text).body]
    assert not [entry for entry in entries if isinstance(entry, fluent.Junk)]
    keys = [entry.id.name for entry in entries if isinstance(entry, fluent.Message)]
    assert len(keys) == len(set(keys))
    return set(keys)


def keys_in_templates() -> Iterator[str]:
    for template in _BOT.rglob("*.html"):
        for call in re.findall(r"say\(([^)]*)\)", template.read_text(encoding="utf-8")):
            for key, begins in re.findall(r"'([a-z][a-z0-9_]*-[a-z0-9_-]*)'( ~)?", call):
                yield from (one for one in keys_present() if one.startswith(key)) if begins else (key,)


def keys_in_code() -> Iterator[str]:
    for module in _BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _keys_said(node, on_telegram=_is_telegram(module))


def _is_telegram(module: Path) -> bool:
    return _BOT / "telegram" in module.parents


def _keys_said(call: ast.Call, *, on_telegram: bool) -> Iterator[str]:
    match call:
        case ast.Call(func=ast.Name(id="say"), args=[_, key, *_]) if on_telegram:
            yield from _keys_of(key, _ON_TELEGRAM)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="doing"), attr="say"), args=[key]):
            yield from _keys_of(key, _ON_TELEGRAM)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=given) if name in _SPEAKERS:
            yield from _keys_of(given[_SPEAKERS[name]]) if len(given) > _SPEAKERS[name] else ()


def keys_in_tables() -> Iterator[str]:
    """Keys that code picks out of a table, such as what each kind of report is said with."""
    rooms = ("words", "dialogue", "call_backs", "information", "cover", "worker", "telegram")
    for module in (file for room in rooms for file in (_BOT / room).glob("*.py")):
        prefix = _ON_TELEGRAM if module.parent.name == "telegram" else ""
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            match node:
                case ast.Dict(keys=names, values=values) if prefix:
                    given = (str(one.value) for one in (*names, *values) if isinstance(one, ast.Constant))
                    yield from (f"{prefix}{one}" for one in given)
                case ast.Dict(values=values):
                    yield from (str(one.value) for one in values if isinstance(one, ast.Constant))


def _keys_of(argument: ast.expr, put_before: str = "") -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(key)):
            yield f"{put_before}{key}"
        case ast.JoinedStr(values=[ast.Constant(value=str(prefix)), *_]):
            if prefix != _ON_TELEGRAM:
                family = f"{put_before}{prefix}"
                yield from (f"{family}{member}" for member in _FAMILIES[family])
        case ast.IfExp(body=one, orelse=other):
            yield from (*_keys_of(one, put_before), *_keys_of(other, put_before))


def test_every_key_that_is_said_is_in_the_catalogue() -> None:
    assert {*keys_in_code(), *keys_in_templates()} - keys_present() == set()


def test_every_key_in_the_catalogue_is_said_somewhere() -> None:
    assert keys_present() - {*keys_in_code(), *keys_in_templates(), *keys_in_tables()} == set()


def variables(language: Language) -> dict[str, set[str]]:
    """Which values each message is given."""
    entries = [entry for text in texts(language) for entry in FluentParser().parse(text).body]
    return {
        entry.id.name: set(re.findall(r"\$(\w+)", FluentSerializer().serialize_entry(entry)))
        for entry in entries
        if isinstance(entry, fluent.Message)
    }


def test_every_language_says_the_same_things_with_the_same_values() -> None:
    assert variables(Language.WELSH) == variables(Language.ENGLISH)


def test_no_word_is_used_that_blames_or_begs() -> None:
    words = "".join(texts(Language.ENGLISH)).casefold()

    assert [word for word in _NEVER if word in words] == []


def test_a_key_that_is_not_there_says_which() -> None:
    with pytest.raises(CatalogueError, match="no-such-key"):
        ENGLISH.say("no-such-key")


def test_a_message_without_its_value_says_which() -> None:
    with pytest.raises(CatalogueError, match="ask-for"):
        ENGLISH.say("ask-for")


def test_a_number_goes_into_its_sentence_whole() -> None:
    number = Phone("999", "999")

    assert ENGLISH.runs("call-999", phone=number) == (
        Text("Call "),
        number,
        Text(" if someone is in immediate danger."),
    )


def test_a_value_cannot_pass_itself_off_as_a_slot() -> None:
    said = ENGLISH.line(LineKind.DETAIL, "ask-for", who="\ufffcphone\ufffc")

    assert said.runs == (Text("Ask for: phone"),)
