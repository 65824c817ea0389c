"""What a bare bot by webhook is: the same HTTP server, and aiogram with one handler of one line.

python -m bench.echo_server PORT API_BASE
"""

import asyncio
import gc
import sys

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from fastapi import FastAPI, Request, Response

from bench.telegram import echo_dispatcher
from bench.wire import TOKEN
from bot.web.server import listen, serve


def create_app(bot: Bot) -> FastAPI:
    """Feeds whatever is posted to the dispatcher, and answers once that is done."""
    app, dispatcher = FastAPI(), echo_dispatcher()

    async def take(request: Request) -> Response:
        await dispatcher.feed_raw_update(bot, await request.json())
        return Response()

    app.add_route("/telegram", take, methods=["POST"])
    return app


async def main(port: int, api_base: str) -> None:
    """Serve until killed."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api_base)))
    gc.freeze()
    await serve(create_app(bot), listen("127.0.0.1", port), asyncio.Event())


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
