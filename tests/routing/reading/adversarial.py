"""Texts that are meant to break or to slow a reader, for tests, the fuzzer and the benchmark."""

import random
import string
from collections.abc import Sequence

from routing.reading.lexicon import given_names, lexicon
from routing.reading.words import LONGEST_TEXT
from tests.routing.reading.slipped import slip

_CHARACTERS = [*range(0x20, 0xD800), *range(0xE000, 0x20000)]
_REPEATED = {
    "a word of the field": "probation ",
    "levels of risk": "high risk of harm ",
    "questions about somebody": "who is his officer? ",
    "nothing but questions": "is he? ",
    "terms asked for": "what is mappa ",
    "both providers": "nps crc ",
    "weapons": "knife ",
    "threats": "he will kill her ",
    "conditions": "if he kills her who ",
    "posts that are out": "duty officer out ",
    "tried in vain": "tried the duty officer no answer ",
    "posts and failures in one sentence": "duty officer not answering spo out ",
    "somebody forces a door": "force door ",
    "too much swallowed": "took loads of pills ",
    "a child taken away": "taken my boy away ",
    "terms asked for in one breath": "what does nps mean crc ",
    "initials": "J. ",
    "sentences of a letter": "a. ",
    "titles": "mr ",
    "persons": "John Smithington ",
    "introductions": "i am a nurse ",
    "corrections": "the crc no sorry the nps ",
    "urgent and not": "it can wait but urgent ",
    "towns": "worcester ",
    "numbers with spaces": "1 ",
    "telephone numbers": "07700900123 ",
    "dates of birth": "dob 1/1/1980 ",
    "beginnings of addresses": "12 the old long ",
    "addresses of e-mail": "a@b.c ",
    "case references": "X123456 ",
    "quotation marks": "\"'",
    "brackets": "(",
    "markup": "<b>&amp;</i>",
    "statements": "'; drop table cases; -- ",
    "new lines": "he\n",
    "right to left": "مرحبا ",
    "pictures": "😀",
    "what grows when normalised": "ﷺ",
    "spaces": " ",
    "control characters": "\0\x1b\u202e",
}


def texts(seed: int = 0, places: Sequence[str] = ()) -> dict[str, str]:
    """Texts of the greatest length, by what they are made of; other seeds give other random ones.

    `places` are names of places, for texts of nothing but these.
    """
    rng = random.Random(seed)
    names, words = sorted(given_names()), sorted(lexicon().vocabulary)
    made = {name: text * LONGEST_TEXT for name, text in _REPEATED.items()}
    made |= {
        "one digit": "1" * LONGEST_TEXT,
        "one word": "a" * LONGEST_TEXT,
        "one long address of e-mail": "a" * 2000 + "@" + "b." * 1100,
        "accents upon accents": "a" + "\u0301" * LONGEST_TEXT,
        "words of the lexicon": " ".join(rng.choices(words, k=900)),
        "first names": " ".join(rng.choices(names, k=900)),
        "first names with capitals": " ".join(rng.choices(names, k=900)).title(),
        "words nobody knows": " ".join("".join(rng.choices(string.ascii_lowercase, k=8)) for _ in range(500)),
        "short words nobody knows": " ".join(
            "".join(rng.choices(string.ascii_lowercase, k=5)) for _ in range(700)
        ),
        "any characters": "".join(map(chr, rng.choices(_CHARACTERS, k=LONGEST_TEXT))),
    }
    if places:
        drawn = rng.choices(sorted(places), k=900)
        made |= {
            "places": " in ".join(drawn),
            "places with slips": " ".join(slip(name, rng) for name in drawn),
        }
    return {name: text[:LONGEST_TEXT] for name, text in made.items()}
