"""An answer reads at the age of twelve: measured, as far as a formula can (Flesch and Kincaid, 1975).

The formula gives a grade of American schools from the length of sentences and words. Grade 6 is the age of
eleven to twelve. Syllables are counted twice, by breaks in writing and by groups of vowels, and the
larger count is taken, so that the measure errs on the strict side. It knows nothing of meaning.
"""

import json
import re
from datetime import UTC, datetime

import pyphen

from bot.dialogue.dialogue import rendered
from bot.words.catalogue import ENGLISH
from bot.words.message import LineKind
from bot.words.painters import line_to_plain
from routing.enquiry import Enquiry
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.paths import ENQUIRIES, ROOT

TWELVE = 6.0  # the grade, for all answers together
_TOO_LONG = 7.0  # what one in ten may exceed, as with names of programmes and partnerships
_NOON = datetime(2014, 7, 8, 11, tzinfo=UTC)
_BREAKS = pyphen.Pyphen(lang="en_GB")
_TELEGRAM = (ROOT / "bot/words/en/telegram.ftl").read_text("utf-8").splitlines()
_LINES = (ENQUIRIES / "tuning.jsonl").read_text("utf-8").splitlines()


def syllables(word: str) -> int:
    vowels = len(re.findall(r"[aeiouy]+", word))
    silent = vowels > 1 and word.endswith("e") and not word.endswith("le")
    breaks = str(_BREAKS.inserted(word)).count("-")
    return max(1, vowels - silent, breaks + 1)


def grade(text: str) -> float:
    sentences = [one for one in re.split(r"[.!?:;]\s+|\n", text) if re.search(r"[a-z]", one)]
    words = re.findall(r"[a-z’']+", text.casefold())
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_the_measure_tells_plain_words_from_the_language_of_offices() -> None:
    assert grade("Ring this number. Ask for the duty officer.") < 4
    assert grade("The aforementioned responsibilities necessitate multidisciplinary consideration.") > 15


async def test_answers_read_at_the_age_of_twelve() -> None:
    assistant = assistant_on(SampleDirectory())
    texts = []
    for line in _LINES[::2]:
        answer = await assistant.answer(Enquiry(json.loads(line)["text"], _NOON, "west-mercia"))
        shown = rendered(ENGLISH, answer, None, why=False).lines
        texts.append("\n".join(line_to_plain(one) for one in shown if one.kind is not LineKind.UNDERSTOOD))
    grades = sorted(grade(text) for text in texts)

    assert grade("\n".join(texts)) <= TWELVE
    assert grades[len(grades) * 9 // 10] <= _TOO_LONG


def test_what_only_telegram_says_reads_at_the_age_of_twelve() -> None:
    """A value is taken to be a word, and of a choice each variant is read."""
    lines = [line for line in _TELEGRAM if not line.startswith("#")]
    said = re.sub(r"\{ \$\w+ \}", "Redditch", "\n".join(lines))
    said = re.sub(r"^[\w-]+ =|^ +\*?\[\w+\]|\{ \$\w+ ->$|^ +\}", "", said, flags=re.MULTILINE)
    assert "call 999" in said
    assert "$" not in said
    assert grade(said) <= TWELVE
