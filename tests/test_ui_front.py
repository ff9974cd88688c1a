"""The document that the pages of the explorer come in."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from ui.front import DOCUMENT, ELEMENTS, STATIC, app, drawing
from ui.pages import PAGES


def test_document_has_our_name_our_icon_and_our_look_after_those_of_streamlit() -> None:
    assert "<title>山水 Shanshui</title>" in DOCUMENT
    assert "favicon.png" not in DOCUMENT
    assert DOCUMENT.index("--accent: light-dark(") > DOCUMENT.index("<body>") > DOCUMENT.index("stylesheet")


@pytest.mark.parametrize("element", ELEMENTS)
def test_script_that_draws_an_element_is_asked_for_at_once(element: str) -> None:
    assert f'href="./static/js/{element}.' in DOCUMENT


def test_scripts_are_those_that_the_document_does_not_load_yet() -> None:
    written = (STATIC / "index.html").read_text("utf-8")
    found = drawing(written)
    assert len(set(found)) == len(found) > len(ELEMENTS)
    assert all((STATIC / "static" / "js" / name).is_file() and name not in written for name in found)


@pytest.mark.parametrize("name", ["", *PAGES, "no-such-page", "没有的页"])
def test_document_stands_at_every_address_of_a_page_known_or_not(name: str) -> None:
    assert TestClient(app).get(f"/{name}?lang=zh").text == DOCUMENT


@pytest.mark.parametrize("path", ["favicon.png", "_stcore/health", "static/js"])
def test_document_does_not_stand_in_the_way_of_files_and_of_streamlit(path: str) -> None:
    assert TestClient(app).get(f"/{path}").text != DOCUMENT
