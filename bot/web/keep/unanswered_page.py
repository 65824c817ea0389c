"""What was not understood, and the words that nobody knows: each is taught, or taken off, in one step."""

from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.keep.keepers import KeepersPage, typed
from bot.web.keep.rows.form import RowForm
from bot.web.visitors import Visitor
from bot.words.message import Text
from directory.errors import DatabaseError
from directory.exchange.cells.cell import Known
from directory.exchange.kinds.aliases import ALIASES
from directory.exchange.kinds.contacts import POST_ROLES, TOPICS
from directory.exchange.rows.edits import RowRefusedError
from directory.keeping.kept_rows import By, NotKeptError, Typed
from directory.keeping.unanswered import UNHELPFUL
from routing.policy import Policies
from routing.vocabulary import Means

_SOURCE = "asked by several, taught by a keeper"
_MOST = 50  # of each: the most frequent
Runs = tuple[Text, ...]


class UnansweredPage(KeepersPage):
    """The list, and a form that lets a word of it stand for something. No place: those need its name."""

    async def show(self, request: Request) -> Response:
        """The list."""
        return await self._list(await self.admit(request))

    async def settle(self, request: Request) -> Response:
        """Teach the word that is chosen, or take it off the list."""
        visitor, form = await self.admit(request), await request.form()
        word, meaning, channel = typed(form, "word"), typed(form, "meaning"), visitor.asker.channel
        words = {known for known, _ in (await self.directory.keeping.not_understood())[1]}
        if word not in words:
            return await self._list(visitor, said="none" if word else "no-word")
        if typed(form, "deed") == "forget":
            await self.directory.keeping.forget_word(word, visitor.who.account or "", channel)
            return await self._list(visitor, said="forgotten")
        if meaning not in self._meanings(visitor):
            return await self._list(visitor, said="no-meaning", word=word)
        return await self._teach(visitor, word, meaning, self.by(visitor, form))

    async def _teach(self, visitor: Visitor, word: str, meaning: str, by: By) -> Response:
        means, _, value = meaning.partition(":")
        area = self.directory.snapshot.offices[value].area if means == Means.OFFICE else ""
        alias = {"phrase": word, "means": means, "value": value, "area": area, "source": _SOURCE}
        try:
            await self.directory.kept_rows.put(ALIASES, Typed(alias), by)
        except RowRefusedError as error:
            form = RowForm(ALIASES, visitor.words, Known(), visitor.who)
            return await self._list(visitor, said="refused", word=word, wrong=form.all_wrong(error.problems))
        except (DatabaseError, NotKeptError):
            return await self._list(visitor, said="trouble", word=word)
        return await self._list(visitor, said="taught")

    async def _list(
        self, visitor: Visitor, said: str = "", word: str = "", wrong: list[Runs] | None = None
    ) -> Response:
        shapes, words = await self.directory.keeping.not_understood()
        meanings: dict[str, list[str]] = {}
        for meaning in self._meanings(visitor):
            means, _, value = meaning.partition(":")
            meanings.setdefault(means, []).append(value)
        return draw(
            visitor,
            "keep/unanswered.html",
            422 if word else 200,
            shapes=[one for one in shapes if one[3] != UNHELPFUL][:_MOST],
            unhelpful=[one for one in shapes if one[3] == UNHELPFUL][:_MOST],
            words=words[:_MOST],
            meanings=meanings,
            said=said,
            word=word,
            wrong=wrong or [],
        )

    def _meanings(self, visitor: Visitor) -> list[str]:
        """What a word may stand for: what holds everywhere is for whoever keeps all areas to say."""
        area, offices = visitor.who.area, self.directory.snapshot.offices.values()
        of_office = sorted(f"{Means.OFFICE}:{one.id}" for one in offices if area in (None, one.area))
        if area is not None:
            return of_office
        terms = sorted(Policies.bundled().terms)
        return [
            *(f"{Means.TOPIC}:{one}" for one in TOPICS),
            *(f"{Means.ROLE}:{one}" for one in POST_ROLES),
            *of_office,
            *(f"{Means.TERM}:{one}" for one in terms),
        ]
