"""/web: a link that signs whoever asks for it in on the web, once."""

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing
from directory.channels.web_addresses import link_to_use
from directory.directory import Directory
from routing.policy import Policies


class SigningIn:
    """Gives the link; `web` is the address at which people reach the pages."""

    def __init__(self, directory: Directory, web: str) -> None:
        self._directory = directory
        self._web = web

    async def called(self, doing: Doing) -> Page | None:
        """The link."""
        if doing.typed or doing.who.account is None:
            return None
        token = await self._directory.signing_in.link_for(doing.who.account, "telegram")
        minutes = Policies.bundled().limits.link_minutes
        return Page(f"{doing.say('web-link', minutes=minutes)}\n{link_to_use(self._web, token)}")
