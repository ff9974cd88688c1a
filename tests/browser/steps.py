"""What the tests in the browser do and see again and again."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any


def settled(page: Any) -> None:
    """Waits until the page has been drawn to its end."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def cards(page: Any) -> Any:
    """The cards of the page: tasks, passages, plans."""
    return page.locator("[class*=st-key-card]")


def evidence(page: Any) -> Any:
    """The words that the page marks as evidence."""
    return page.locator("mark.evidence")


def ask(page: Any, label: str, words: str) -> None:
    """Types words into a box and sends them off."""
    box = page.get_by_label(label)
    box.fill(words)
    box.press("Enter")


def choose(page: Any, label: str, option: Any) -> None:
    """Chooses an option of a list, given by its name or a pattern of it, and waits for the page."""
    page.get_by_label(label).click()
    page.get_by_role("option", name=option).first.click()
    settled(page)


def hold_width(page: Any) -> None:
    """Nothing is wider than the page."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def table(page: Any, folder: Path) -> list[dict[str, str]]:
    """The rows that the page gives as CSV."""
    with page.expect_download() as saving:
        page.get_by_role("button", name="下载 CSV").first.click()
    saving.value.save_as(folder / "rows.csv")
    with (folder / "rows.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))
