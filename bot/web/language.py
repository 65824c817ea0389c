"""In which language a browser is answered: the one chosen on a page, else the one that it asks for."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

from bot.words.catalogue import Words
from bot.words.language import Language, accepted, named

_LANGUAGE = "language"  # a cookie that says it and nothing else, and the link that sets it
_CHOICE_SECONDS = 365 * 24 * 60 * 60


def words_for(request: HTTPConnection) -> Words:
    """The words of the language chosen, now or before, else of the one that the browser asks for."""
    chosen = chosen_now(request) or named(request.cookies.get(_LANGUAGE))
    return Words(chosen or accepted(request.headers.get("accept-language", "")))


def chosen_now(request: HTTPConnection) -> Language | None:
    """The language that the link which led here chooses, if it does."""
    return named(request.query_params.get(_LANGUAGE))


def keep_language(response: Response, chosen: Language | None) -> None:
    """Have the browser remember a choice."""
    if chosen:
        response.set_cookie(_LANGUAGE, chosen, max_age=_CHOICE_SECONDS, httponly=True, samesite="strict")
