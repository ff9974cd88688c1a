"""Every page in a real browser: drawn to its end within its width, in one language; a picture of each is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from conftest import DESK, PHONE, PICTURES
from steps import hold_width, move, settled

pytestmark = pytest.mark.browser
VIEWS = {
    "first": "/",
    "ask": "/?q=水务局牵头哪些任务",
    "value": "/?q=2025年PM2.5目标是多少",
    "search": "/search?q=黑臭水体",
    "plans": "/plans",
    "plan": "/plans?document={plan}",
    "read": "/read?document={plan}&start=300&end=310",
    "compared": "/read?document={plan}&compared=true",
    "departments": "/departments?name=水务局",
    "targets": "/targets",
    "compare": "/compare?places=杭州市&places=黔东南苗族侗族自治州",
    "timeline": "/timeline",
    "network": "/network?label=Document&id={plan}",
    "way": "/network?label=Document&id={plan}&to=Function|water",
    "territory": "/territory",
    "imported": "/imported",
    "quality": "/quality?document={plan}",
}


@pytest.fixture(scope="module", params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, windows: Any) -> Iterator[Any]:
    """A page that goes from view to view: on a desk in Chinese on light ground, on a phone in English on dark."""
    store, width = request.param
    opened = windows.of(store, width).new_page()
    opened.emulate_media(color_scheme="light" if request.param == DESK else "dark")
    opened.goto("/plans")
    opened.get_by_role("heading", level=1).wait_for()
    settled(opened)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", VIEWS)
def test_page_holds_its_width_and_shows_no_failure(page: Any, name: str, plan: str) -> None:
    wide = page.viewport_size["width"] > 640
    address = VIEWS[name].format(plan=plan)
    move(page, f"{address}{'&' if '?' in address else '?'}lang={'zh' if wide else 'en'}")
    page.get_by_role("heading", level=1).first.wait_for()
    hold_width(page)
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    assert not wide or page.evaluate(IN_ENGLISH) == []
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}-{page.viewport_size['width']}.png")


IN_ENGLISH = """[...document.querySelectorAll('[aria-label], [title]')].flatMap(it => [it.ariaLabel, it.title])
  .filter(words => words && /^[ -~]*[A-Za-z]{3}[ -~]*$/.test(words))"""
