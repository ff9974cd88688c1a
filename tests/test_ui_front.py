"""The document that the pages of the explorer come in."""

from __future__ import annotations

import pytest

from ui.front import DOCUMENT, ELEMENTS, STATIC, drawing


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
