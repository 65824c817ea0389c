"""What a bare endpoint is: the same HTTP server and framework, a form that is read, a page that stands.

python -m bench.bare_page PORT
"""

import asyncio
import gc
import sys

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

from bot.web.server import listen, serve

_PAGE = "<article><p>01905 723591</p></article>" * 50  # as long as what the desk answers


async def answer(request: Request) -> HTMLResponse:
    """Read the form, and show the page."""
    form = await request.form()
    return HTMLResponse(_PAGE if form["text"] else "")


if __name__ == "__main__":
    app = FastAPI()
    app.add_route("/desk/look", answer, methods=["POST"])
    gc.freeze()
    asyncio.run(serve(app, listen("127.0.0.1", int(sys.argv[1])), asyncio.Event()))
