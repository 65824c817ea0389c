"""Whatever is written is answered, and no channel's markup is broken by it."""

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.words.catalogue import ENGLISH
from bot.words.painters import to_bold_plain, to_plain, to_telegram_html
from bot.words.rendering import render
from routing.answer import Answer, to_json
from routing.enquiry import Enquiry
from routing.vocabulary import Standing
from tests.bot.sample_assistant import NOT_REGISTERED, REGISTERED, SampleDirectory, assistant_on
from tests.routing.reading.adversarial import texts
from tests.routing.sample_directory import TUESDAY

ASSISTANT = assistant_on(SampleDirectory())
MARKUP = ["<b>", "</b>", "&lt;", "<script>alert(1)</script>", "\x1b[31m", "\u202e", "*_`[", "\0"]
ASKED = ["Redditch", "who is his officer?", "breach", "duty SPO", "is he on licence", "?"]
TEXT = st.lists(st.text(max_size=30) | st.sampled_from(MARKUP + ASKED), max_size=8).map(" ".join)
REFERENCES = st.sampled_from(["", REGISTERED, NOT_REGISTERED])
OUR_TAGS = re.compile(r"</?b>")


async def answer_to(text: str, standing: Standing = Standing.PUBLIC) -> Answer:
    """What the assistant answers."""
    return await ASSISTANT.answer(Enquiry(text, TUESDAY, "west-mercia", standing))


def check_markup(answer: Answer) -> None:
    """Telegram gets its own tags in pairs and nothing else; a terminal no control characters but ours."""
    html = to_telegram_html(render(ENGLISH, answer, why=True))
    left = OUR_TAGS.sub("", html)
    assert html.count("<b>") == html.count("</b>")
    assert not set("<>") & set(left)
    assert unescape(left) is not None
    assert "\x1b" not in to_plain(render(ENGLISH, answer, why=True))
    assert set(re.findall(r"\x1b\[\d+m", to_bold_plain(render(ENGLISH, answer)))) <= {"\x1b[1m", "\x1b[0m"}
    assert "\n" not in to_json(answer).decode()


@settings(deadline=None)
@given(TEXT, REFERENCES, st.sampled_from(Standing))
async def test_any_text_is_answered_with_somebody_to_turn_to(
    text: str, reference: str, standing: Standing
) -> None:
    answer = await answer_to(f"{text} {reference}", standing)

    assert answer.steps
    check_markup(answer)


@settings(deadline=None)
@given(TEXT)
async def test_nothing_that_was_written_comes_back(text: str) -> None:
    word = "zqxwvy"
    answer = await answer_to(f"{text} {word}")

    assert word not in to_json(answer).decode().lower()


@settings(deadline=None)
@given(TEXT.filter(lambda text: REGISTERED not in text and NOT_REGISTERED not in text))
async def test_the_public_is_answered_alike_whether_a_reference_is_registered_or_not(text: str) -> None:
    known, unknown = await answer_to(f"{text} {REGISTERED}"), await answer_to(f"{text} {NOT_REGISTERED}")

    assert known == unknown


async def test_texts_that_are_meant_to_do_harm_are_answered_like_any_other() -> None:
    for text in texts().values():
        check_markup(await answer_to(text))
