"""Front: the document that every page comes in. It has the look in it, so that nothing moves when the look arrives."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit import cli_util, config, file_util
from streamlit.web.server.server_util import get_url

HERE = Path(__file__).parent
STATIC = Path(file_util.get_static_dir())
ICON = 'href="./favicon.png"'
ELEMENTS = ("BidiComponent", "Html", "PageLink", "TextInput", "Selectbox", "Button", "DownloadButton", "Checkbox")
IMPORTED = re.compile(r'"\./([\w.-]+\.js)"')


def document() -> str:
    """Streamlit's document with our name and icon, and with the look at its end, where it outranks Streamlit's own."""
    drawn = b64encode((HERE / "icon.svg").read_bytes()).decode()
    told = {
        "<title>Streamlit</title>": "<title>山水 Shanshui</title>",
        ICON: f'href="data:image/svg+xml;base64,{drawn}"',
        "</body>": f"<style>{(HERE / 'look.css').read_text('utf-8')}</style></body>",
    }
    written = (STATIC / "index.html").read_text("utf-8")
    for theirs, ours in told.items():
        written = written.replace(theirs, ours)
    links = (f'<link rel="modulepreload" fetchpriority="low" href="./static/js/{name}">' for name in drawing(written))
    return written.replace("</head>", f"{''.join(links)}</head>")


def drawing(written: str) -> list[str]:
    """The scripts that draw the elements of most pages, with all that these import and the document does not load.

    Streamlit fetches each when it first draws such an element, after all else, and shows a grey bar until it has it.
    """
    found: list[str] = []
    wanted = [path.name for name in ELEMENTS for path in sorted((STATIC / "static" / "js").glob(f"{name}.*.js"))]
    while wanted:
        if (name := wanted.pop()) not in found and name not in written:
            found.append(name)
            wanted += IMPORTED.findall((STATIC / "static" / "js" / name).read_text("utf-8"))
    return found


class PageName(StringConvertor):
    """What an address may name as a page, whether there is one or not: files have a point in their names, and the ways
    of Streamlit itself begin with a stroke below."""

    regex = "[^/._][^/.]*"


@asynccontextmanager
async def opened(app: st.App) -> AsyncIterator[None]:
    """Opens the browser where there is one."""
    if not config.get_option("server.headless"):
        cli_util.open_browser(get_url(config.get_option("server.address")))
    yield


def front(request: Request) -> HTMLResponse:
    """The document, for whichever page it was asked for; where there is none by that name, Streamlit says so over the
    first one."""
    return HTMLResponse(DOCUMENT, headers={"Cache-Control": "no-cache"})


DOCUMENT = document()
register_url_convertor("page", PageName())
app = st.App(HERE / "explorer.py", lifespan=opened, routes=[Route("/", front), Route("/{name:page}", front)])
