"""What the tests in the browser do and see again and again."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from serving import KEY
from waiting import until


def settled(page: Any) -> None:
    """Waits until the page has been drawn to its end."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_selector("[data-testid=stSkeleton]", state="detached")


def move(page: Any, address: str) -> None:
    """Moves on to an address as the buttons of a browser do, loading nothing anew, and waits for the page."""
    page.evaluate(MOVE, address)
    settled(page)


MOVE = """address => new Promise((done, fail) => {
  setTimeout(() => fail(new Error(`no run of the page within 120 s of moving to ${address}`)), 120_000);
  const app = document.querySelector("[data-testid=stApp]");
  const run = new MutationObserver(() => {
    if (app.dataset.testScriptState === "notRunning") { run.disconnect(); clearInterval(again); done(); }
  });
  run.observe(app, { attributeFilter: ["data-test-script-state"] });
  const go = () => dispatchEvent(new PopStateEvent("popstate"));
  const again = setInterval(go, 5_000);  // Streamlit may miss one while it still draws the page before
  history.pushState({}, "", address);
  go();
})"""


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


def bring(page: Any, file: Path) -> None:
    """Imports a file, and waits until the page tells what was found in it."""
    page.goto("/imported")
    page.get_by_role("textbox", name="写入密钥").fill(KEY)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text(file.name).first.wait_for()
    page.get_by_role("button", name="读入", exact=True).click()
    page.locator("[class*=st-key-card-report]").first.wait_for()


def choose(page: Any, label: str, option: Any) -> None:
    """Chooses an option of a list, given by its name or a pattern of it, and waits for the page, before it as well: one
    that is drawn meanwhile closes the list."""
    settled(page)
    page.get_by_label(label).click()
    page.get_by_role("option", name=option).first.click()
    settled(page)


def drawn(page: Any, more_than: int = 0) -> int:
    """How many nodes are drawn, as its description tells; waits until they are more than so many."""
    page.wait_for_function(f"{COUNT} > {more_than}")
    return int(page.evaluate(COUNT))


COUNT = """(document.querySelector("[data-testid=stEChartsChart][aria-busy=false]")?.ariaLabel ?? "")
  .split(": ").pop().split("; ").reduce((sum, kind) => sum + (parseInt(kind.split(" ").pop()) || 0), 0)"""


def click_node(page: Any, colour: str) -> None:
    """Clicks the node of a colour that is drawn last, once the drawing has the size of its frame and stands still."""
    canvas = page.locator("[data-testid=stEChartsChart][aria-busy=false] canvas")
    canvas.scroll_into_view_if_needed()
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    found: list[Any] = [None]

    def stands() -> bool:
        found.append(canvas.evaluate(NODE, parts))
        return found[-1] is not None and found[-1] == found[-2]

    until(stands, f"a node of the colour {colour}")
    x, y = found[-1]
    canvas.click(position={"x": x, "y": y})


NODE = """(canvas, colour) => {
  if (canvas.clientWidth > canvas.closest("[data-testid=stEChartsChart]").clientWidth) return null;
  const { width, height } = canvas, { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const is = (x, y) => colour.every((part, at) => data[4 * (y * width + x) + at] === part);
  const scale = canvas.clientWidth / width, far = 4;
  for (let y = height - far; y > far; y--)
    for (let x = far; x < width - far; x++)
      if (is(x, y) && is(x - far, y - far) && is(x + far, y - far) && is(x, y - 2 * far))
        return [x * scale, (y - far) * scale];
  return null;
}"""


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
