"""Which language somebody wants."""

import pytest

from bot.words.language import Language, accepted, named


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("cy", Language.WELSH),
        ("cy-GB", Language.WELSH),
        ("cy_GB.UTF-8", Language.WELSH),
        ("EN", Language.ENGLISH),
        ("fr", None),
        ("", None),
        (None, None),
    ],
)
def test_a_tag_names_a_language_of_ours_or_none(tag: str | None, language: Language | None) -> None:
    assert named(tag) is language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("cy", Language.WELSH),
        ("fr, cy-GB;q=0.8, en;q=0.5", Language.WELSH),
        ("en-GB,en;q=0.9,cy;q=0.8", Language.ENGLISH),
        ("cy;q=0.3, en", Language.ENGLISH),
        ("cy;q=0", Language.ENGLISH),
        ("fr", Language.ENGLISH),
        ("", Language.ENGLISH),
        (";;q=,cy;q=x", Language.ENGLISH),
        ("x" * 100_000, Language.ENGLISH),
    ],
)
def test_a_browser_is_answered_in_what_it_likes_best_of_ours(header: str, language: Language) -> None:
    assert accepted(header) is language
