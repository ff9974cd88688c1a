"""What stands still in a real browser while a page arrives, and while its words change to another language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from conftest import DESK, PHONE
from steps import settled

from ui.pages import SHOWN
from ui.words import LANGUAGES, catalogue

pytestmark = pytest.mark.browser
NAMES = {language: [catalogue()[name][language] for name in ("title", *SHOWN)] for language in LANGUAGES}


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, windows: Any) -> Iterator[Any]:
    """A page whose browser has loaded nothing yet and keeps what moves in it, and what its head says each time."""
    opened = windows.fresh(*request.param).new_page()
    opened.add_init_script(WATCH)
    yield opened
    opened.context.close()


WATCH = """
window.moved = []; window.said = [];
const part = (node) => (node?.closest ? node : node?.parentElement)?.closest(".st-key-header, h1")?.innerText;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries())
    for (const { node, previousRect, currentRect } of shift.sources)
      if (part(node)) window.moved.push([part(node), previousRect.toJSON(), currentRect.toJSON()]);
}).observe({ type: "layout-shift", buffered: true });
new MutationObserver(() => {
  const names = [...document.querySelectorAll(".st-key-head nav a")].map((link) => link.textContent);
  if (names.length && names.join() !== window.said.at(-1)?.join()) window.said.push(names);
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


@pytest.mark.parametrize("address", ["/", "/search?q=黑臭水体", "/plans"])
def test_head_and_title_stand_still_while_a_page_arrives(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_role("heading", level=1).wait_for()
    page.get_by_role("button", name="English").wait_for()
    settled(page)
    assert page.evaluate("moved") == []


def test_names_in_the_head_change_their_language_all_at_once(page: Any) -> None:
    page.goto("/plans")
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="Plans", level=1).wait_for()
    settled(page)
    assert page.evaluate("said") == [NAMES["zh"], NAMES["en"]]
    assert page.evaluate("document.documentElement.lang") == "en"


def test_link_of_the_head_leads_to_its_page_also_in_a_window_of_its_own(page: Any) -> None:
    page.goto("/plans?lang=en")
    page.locator(".st-key-head a[aria-current=page]", has_text="Plans").wait_for()
    with page.context.expect_page() as opening:
        page.get_by_role("link", name="Ask", exact=True).click(modifiers=["Control"])
    opening.value.locator(".st-key-hero").wait_for()
    assert opening.value.get_by_role("dialog").count() == 0
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("heading", name="Search", level=1).wait_for()
    page.go_back()
    page.get_by_role("heading", name="Plans", level=1).wait_for()
