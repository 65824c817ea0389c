"""A rule and its source in words. Routing gives both in English; the English words find the others."""

from datetime import date

from bot.words.catalogue import Words
from bot.words.language import Language
from bot.words.message import Line, LineKind, Runs, Text
from bot.words.times import say_date
from bot.words.translations import translated, with_english
from routing.answer import Reason
from routing.policy.sources import documents


def say_reason(words: Words, kind: LineKind, key: str, reason: Reason, *, with_source: bool) -> Line:
    """The rule in one line."""
    source = say_source(words, reason.source) if with_source and reason.source else ()
    return words.line(kind, key, text=in_words(words, reason), source=source)


def in_words(words: Words, reason: Reason) -> Runs:
    """What the rule says, with its values said in the same language."""
    wording = translated(words.language, reason.wording)
    if wording is None:
        return words.held(reason.text)
    values = {name: _value(words, value) for name, value in reason.values}
    return with_english(wording.format(**values))


def _value(words: Words, value: str | date) -> str:
    return words.in_words(value) if isinstance(value, str) else say_date(words, value)


def say_source(words: Words, source: str) -> Runs:
    """Where a rule comes from, in brackets."""
    source = source.rstrip(".")
    if words.language is Language.ENGLISH:
        return words.runs("source", source=source)
    parts = [run for part in source.split(";") for run in (Text("; "), *_document(words, part.strip()))]
    return words.runs("source", source=tuple(parts[1:]))


def _document(words: Words, source: str) -> Runs:
    """A document in this language; its sections are called what they are called there."""
    for document in documents():
        if source.startswith(document.name):
            section = source.removeprefix(document.name)
            return (*words.held(document.name), Text(section, english=True))
    return words.held(source)
