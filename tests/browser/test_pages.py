"""Pages in a real browser: what only a browser shows of them, and all of it by keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from serving import KEY
from steps import ask, cards, click_node, drawn, evidence, hold_width, settled, table

from ui.chart import COLOURS
from ui.words import catalogue

pytestmark = pytest.mark.browser
DESK = pytest.mark.parametrize("page", [("embedded", 1440)], indirect=True, ids=["desk"])


def test_plan_leads_to_its_text(page: Any) -> None:
    page.goto("/plans")
    page.get_by_role("link", name=re.compile("三年行动工作方案")).first.click()
    page.wait_for_url("**/plans?**document=**")
    page.get_by_role("tab").nth(1).click()
    page.locator(".table-frame td").first.wait_for()
    hold_width(page)
    page.get_by_role("link", name="读全文").click()
    page.wait_for_url("**/read?**")
    page.locator("mark.owner").first.wait_for()
    hold_width(page)


def test_question_that_an_answer_offers_follows_it_up(page: Any) -> None:
    page.goto("/?q=谁管噪声")
    page.get_by_role("link", name="嵊州市呢?").click()
    page.get_by_text("接着“谁管噪声”").wait_for()
    settled(page)
    assert "嵊州市" in page.locator(".answer").inner_text()
    assert "黔东南" not in page.locator(".answer").inner_text()


@DESK
def test_node_that_is_clicked_can_be_opened(page: Any, plan: str) -> None:
    page.goto(f"/network?label=Document&id={plan}&kinds=WaterBody")
    before = drawn(page)
    click_node(page, COLOURS["WaterBody"])
    chosen = page.locator(".st-key-quick-chosen")
    chosen.get_by_text("水体 ·").wait_for()
    chosen.get_by_role("link", name="展开").click()
    page.get_by_role("link", name="收起").first.wait_for()
    assert drawn(page, more_than=before)


@DESK
def test_graph_beside_an_answer_leads_to_the_large_one(page: Any) -> None:
    page.goto("/?q=2025年PM2.5目标是多少")
    assert drawn(page) == 3
    click_node(page, COLOURS["Indicator"])
    page.wait_for_url("**/network?**label=Indicator**")
    page.get_by_role("heading", name=re.compile("细颗粒物")).wait_for()


def test_graph_moves_to_the_node_that_is_chosen_in_its_list(page: Any, plan: str) -> None:
    page.goto(f"/network?label=Document&id={plan}")
    page.get_by_role("link", name=re.compile("水体 ·")).first.click()
    page.wait_for_url("**label=WaterBody**")
    settled(page)
    assert page.get_by_role("link", name=re.compile("任务 ·")).count() >= 1
    hold_width(page)


@DESK
def test_department_in_a_role_becomes_a_table(page: Any, tmp_path: Path) -> None:
    page.goto("/departments")
    ask(page, "部门名称，可用简称或英文", "water bureau")
    page.get_by_role("radio", name=re.compile("牵头")).click()
    page.wait_for_url("**role=lead**")
    settled(page)
    hold_width(page)
    rows = table(page, tmp_path)
    assert {row["role"] for row in rows} == {"lead"}
    assert "州水务局" in {row["name"] for row in rows}


@DESK
def test_word_of_streamlit_is_told_in_the_language_of_the_page(page: Any) -> None:
    page.goto("/departments")
    page.get_by_label("部门名称，可用简称或英文").fill("water")
    page.get_by_role("option", name="按输入的文字查找: water").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("名称里有“water”的职能").wait_for()
    page.get_by_role("link", name=re.compile("^水利局")).click()
    page.wait_for_url("**name=%E6%B0%B4**")
    page.locator("[aria-label=打开选项]").first.wait_for()
    page.get_by_role("button", name="English").click()
    page.locator("[aria-label='Open the options']").first.wait_for()


@DESK
def test_drawing_is_saved_as_a_picture(page: Any, plan: str, tmp_path: Path) -> None:
    page.goto(f"/network?label=Document&id={plan}&to=Function|water")
    assert drawn(page) == 4
    with page.expect_download() as saving:
        page.get_by_role("button", name="PNG").click()
    saving.value.save_as(tmp_path / "network.png")
    picture = (tmp_path / "network.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) > 2000  # twice as wide as on the page
    page.get_by_role("button", name="全屏", exact=True).click()
    page.get_by_role("button", name="退出全屏").click()
    page.get_by_role("button", name="退出全屏").wait_for(state="hidden")
    click_node(page, COLOURS["Task"])
    page.wait_for_url("**/network?label=Task**")


@DESK
def test_wrong_key_is_refused_in_words(page: Any, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("方案", "utf-8")
    page.goto("/imported")
    page.get_by_role("textbox", name="写入密钥").fill("wrong")
    page.locator("input[type=file]").set_input_files(tmp_path / "plan.txt")
    page.get_by_text("plan.txt").first.wait_for()
    page.get_by_role("button", name="读入", exact=True).click()
    page.get_by_text("未能读取: 服务不认识这个密钥").wait_for()


def test_list_of_doubts_tells_how_many_each_document_has(page: Any) -> None:
    page.goto("/quality")
    first = cards(page).first
    first.locator(".chip").wait_for()
    settled(page)
    told = [re.search(r"存疑 ([\d,]+) 处", text) for text in cards(page).all_inner_texts()]
    counts = [int(found[1].replace(",", "")) for found in told if found]
    assert len(counts) == cards(page).count() > 1
    assert counts == sorted(counts, reverse=True) and counts[0] > 0
    hold_width(page)
    first.get_by_role("link").click()
    page.get_by_role("tab", name=f"存疑 {counts[0]:,} 处").wait_for()
    page.goto(page.url.replace("/quality?", "/plans?"))
    page.get_by_role("link", name=f"存疑 {counts[0]:,} 处").wait_for()


@pytest.mark.parametrize("name", ["plans", "read", "quality", "timeline"])
@DESK
def test_address_of_no_document_says_so_in_the_language_of_the_page(page: Any, name: str) -> None:
    page.goto(f"/{name}?document=gone-0000&lang=zh")
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert page.get_by_role("heading", level=1).inner_text() == catalogue()[name]["zh"]
    assert "gone-0000" in alert.inner_text() and "there is no" not in alert.inner_text()
    page.get_by_role("link", name="看全部文件").click()
    cards(page).first.wait_for()


@pytest.mark.parametrize("page", [("embedded", 390)], indirect=True, ids=["phone"])
def test_no_label_stands_alone_on_a_phone(page: Any) -> None:
    page.goto("/targets")
    page.locator(".table-frame td").first.wait_for()
    settled(page)
    told = [text.split("\n") for text in page.locator(".table-frame td:nth-child(5)").all_inner_texts()]
    assert told and all(lines[0].strip() for lines in told), (
        "a place, or else the plan, stands on the line of its label"
    )
    hold_width(page)


@pytest.mark.parametrize("verdict", ["认可", "否定"])
@DESK
def test_verdict_on_a_fact_is_kept(page: Any, verdict: str) -> None:
    page.goto("/quality")
    page.get_by_role("link", name=re.compile("篇二十二")).first.click()
    page.get_by_role("tab", name=re.compile("待核事实")).click()
    key = page.get_by_role("textbox", name="写入密钥")
    key.fill(KEY)
    key.press("Enter")
    page.locator("[role=radio]:not([disabled])", has_text=verdict).first.click()
    page.locator("[role=radio][aria-checked=true]", has_text=verdict).first.wait_for()
    settled(page)
    page.reload()
    page.get_by_role("tab", name=re.compile("待核事实")).click()
    page.locator("[role=radio][aria-checked=true]", has_text=verdict).first.wait_for()
    hold_width(page)


@DESK
def test_keyboard_alone_asks_and_reads(page: Any) -> None:
    page.goto("/")
    page.locator(".tiles").wait_for()
    passed = reach(page, "用中文或英文提问")
    assert {"检索", "文件", "部门", "English"} <= passed
    page.keyboard.type("水务局牵头哪些任务")
    page.keyboard.press("Enter")
    evidence(page).first.wait_for()
    settled(page)
    reach(page, "推进生态修复系统治理")
    page.keyboard.press("Enter")
    page.wait_for_url("**/read?**")
    page.locator("mark#here").wait_for()


def reach(page: Any, wanted: str) -> set[str]:
    """Presses Tab until the control of a name has the focus; the names of those passed, each of which showed it."""
    passed: set[str] = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        name, outlined = page.evaluate(FOCUSED)
        assert outlined, f"nothing shows that {name} has the focus"
        passed.add(name)
        if wanted in name:
            return passed
    pytest.fail(f"Tab does not reach {wanted}, only {passed}")


FOCUSED = """() => {
  const on = document.activeElement, look = getComputedStyle(on), frame = on.closest('[data-baseweb=input]');
  const control = on.matches('a, button, input, textarea, [role=tab], [role=radio], [tabindex="0"]');
  const edge = frame && getComputedStyle(frame).borderTopColor !== 'rgba(0, 0, 0, 0)';
  const shown = !control || look.outlineStyle !== 'none' || look.boxShadow !== 'none' || edge;
  return [on.getAttribute('aria-label') || (control && on.innerText) || on.tagName, Boolean(shown)];
}"""


@pytest.mark.parametrize("page", [("embedded", 800)], indirect=True, ids=["tablet"])
def test_tablet_has_room_for_every_link_and_for_the_outline(page: Any, plan: str) -> None:
    page.goto(f"/read?document={plan}&lang=en")
    outline = page.locator(".contents")
    outline.wait_for()
    settled(page)
    head, last = page.locator(".st-key-header").bounding_box(), page.locator(".st-key-head a").last.bounding_box()
    assert last["y"] + last["height"] <= head["y"] + head["height"]
    assert outline.bounding_box()["width"] > 300
    hold_width(page)
