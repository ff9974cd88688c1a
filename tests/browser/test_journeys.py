"""What a researcher does, in a real browser against the real service."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from serving import KEY

pytestmark = pytest.mark.browser
QUESTION = "水务局牵头哪些任务"


def settled(page: Any) -> None:
    """Waits until the page has been drawn to its end."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def evidence(page: Any) -> Any:
    """The words that the page marks as evidence."""
    return page.locator("mark.evidence")


def hold_width(page: Any) -> None:
    """Nothing is wider than the page."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_question_leads_to_evidence_and_to_its_place_in_the_text(page: Any) -> None:
    page.goto("/")
    box = page.get_by_label("用中文或英文提问")
    box.fill(QUESTION)
    box.press("Enter")
    evidence(page).first.wait_for()
    assert evidence(page).first.inner_text() == "州水务局"
    hold_width(page)
    page.get_by_role("link", name=re.compile("推进生态修复系统治理")).first.click()
    page.wait_for_url("**/read?**")
    mark = page.locator("mark#here")
    mark.wait_for()
    assert mark.inner_text() == "州水务局"
    page.wait_for_function("document.getElementById('here').getBoundingClientRect().top < innerHeight")
    assert mark.evaluate("mark => mark.getBoundingClientRect().top") > 0
    hold_width(page)


def test_search_within_a_place_leads_to_the_passage(page: Any) -> None:
    page.goto("/search?q=黑臭水体")
    evidence(page).first.wait_for()
    page.get_by_label("地区").click()
    page.get_by_role("option", name=re.compile("嵊州")).click()
    page.wait_for_url("**place=**")
    settled(page)
    first = page.locator("[class*=st-key-card]").first
    assert "嵊州" in first.inner_text()
    hold_width(page)
    first.get_by_role("link").click()
    page.locator("mark#here").wait_for()
    assert "黑臭水体" in page.locator("mark#here").inner_text()


def test_department_in_a_role_becomes_a_table(page: Any, tmp_path: Path) -> None:
    page.goto("/departments")
    box = page.get_by_label("部门名称，可用简称或英文")
    box.fill("water bureau")
    box.press("Enter")
    page.get_by_role("radio", name=re.compile("牵头")).click()
    page.wait_for_url("**role=lead**")
    settled(page)
    hold_width(page)
    with page.expect_download() as saving:
        page.get_by_role("button", name="下载 CSV").click()
    saving.value.save_as(tmp_path / "rows.csv")
    rows = list(csv.DictReader((tmp_path / "rows.csv").open(encoding="utf-8-sig")))
    assert {row["role"] for row in rows} == {"lead"}
    assert "州水务局" in {row["name"] for row in rows}


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


def test_language_switches_in_sight_and_stays(page: Any) -> None:
    page.goto("/departments?name=水务局")
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="Departments").wait_for()
    page.wait_for_url("**lang=en**")
    page.get_by_role("link", name="Plans", exact=True).click()
    page.get_by_role("heading", name="Plans").wait_for()
    assert "lang=en" in page.url


def test_link_opens_the_same_view_in_a_fresh_browser(page: Any, chromium: Any) -> None:
    page.goto("/search?lang=en")
    box = page.get_by_label("Search passages")
    box.fill("sewage treatment")
    box.press("Enter")
    evidence(page).first.wait_for()
    page.wait_for_url("**q=sewage**")
    settled(page)
    seen = page.locator("[class*=st-key-card]").all_inner_texts()
    other = chromium.new_context(locale="zh-CN").new_page()
    other.goto(page.url)
    other.locator("mark.evidence").first.wait_for()
    settled(other)
    assert other.locator("[class*=st-key-card]").all_inner_texts() == seen
    assert other.get_by_label("Search passages").input_value() == "sewage treatment"
    other.context.close()


def test_comparison_of_two_places_becomes_a_workbook(page: Any, tmp_path: Path) -> None:
    page.goto("/compare?places=杭州市&places=黔东南苗族侗族自治州")
    page.locator(".table-frame .bar").first.wait_for()
    hold_width(page)
    with page.expect_download() as saving:
        page.get_by_role("button", name="下载 XLSX").first.click()
    saving.value.save_as(tmp_path / "comparison.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "comparison.xlsx").active
    assert {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)} == {"杭州市", "黔东南苗族侗族自治州"}
    page.get_by_role("tab", name=re.compile("缺口")).click()
    page.get_by_text("最接近").first.wait_for()
    hold_width(page)


def test_imported_file_is_reported_on_and_found(page: Any, tmp_path: Path) -> None:
    plan = tmp_path / f"临河{page.viewport_size['width']}.txt"
    plan.write_text("临河市水污染防治工作方案\n\n一、重点任务\n(一)治理黑臭水体。(牵头单位:市水务局)\n", "utf-8")
    page.goto("/imported")
    page.get_by_role("textbox", name="写入密钥").fill(KEY)
    page.locator("input[type=file]").set_input_files(plan)
    page.get_by_text(plan.name).first.wait_for()
    page.get_by_role("button", name="读入", exact=True).click()
    page.get_by_text("1 项任务").wait_for(timeout=60_000)
    hold_width(page)
    page.get_by_role("link", name="临河市水污染防治工作方案").click()
    page.wait_for_url("**/plans?**document=**")
    page.get_by_role("link", name=re.compile("治理黑臭水体")).first.wait_for()


def test_wrong_key_is_refused_in_words(page: Any, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("方案", "utf-8")
    page.goto("/imported")
    page.get_by_role("textbox", name="写入密钥").fill("wrong")
    page.locator("input[type=file]").set_input_files(tmp_path / "plan.txt")
    page.get_by_text("plan.txt").first.wait_for()
    page.get_by_role("button", name="读入", exact=True).click()
    page.get_by_text(re.compile("没有读成.*X-API-Key")).wait_for()


def test_graph_moves_to_the_node_that_is_clicked(page: Any) -> None:
    page.goto("/network")
    page.get_by_role("link", name=re.compile("三年行动工作方案")).first.click()
    page.locator("[data-testid=stGraphVizChart] svg").wait_for()
    page.get_by_role("link", name=re.compile("水体 ·")).first.click()
    page.wait_for_url("**label=WaterBody**")
    settled(page)
    assert page.get_by_role("link", name=re.compile("任务 ·")).count() >= 1
    hold_width(page)


def test_graph_opens_two_nodes_and_closes_one(page: Any) -> None:
    page.goto("/network")
    page.get_by_role("link", name=re.compile("三年行动工作方案")).first.click()
    nodes = page.locator("[data-testid=stGraphVizChart] svg g.node")
    nodes.first.wait_for()
    before = nodes.count()
    for opened in (1, 2):
        page.locator("[class*=st-key-card]", has_text="任务 ·").get_by_role("link", name="展开").first.click()
        page.get_by_role("link", name="收起").nth(opened - 1).wait_for()
        settled(page)
    assert page.get_by_role("link", name="收起").count() == 2
    assert nodes.count() > before
    page.get_by_role("link", name="收起").first.click()
    page.get_by_role("link", name="收起").nth(1).wait_for(state="detached")
    hold_width(page)


def test_question_that_an_answer_offers_follows_it_up(page: Any) -> None:
    page.goto("/?q=谁管噪声")
    page.get_by_role("link", name="嵊州市呢?").click()
    page.get_by_text("接着“谁管噪声”").wait_for()
    assert "嵊州市" in page.locator(".answer").inner_text()
    assert "黔东南" not in page.locator(".answer").inner_text()
    hold_width(page)


def test_verdict_on_a_fact_is_kept(page: Any) -> None:
    verdict = "认可" if page.viewport_size["width"] > 640 else "否定"
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


@pytest.mark.parametrize(
    "path",
    ["/", "/search", "/plans", "/read", "/departments", "/targets", "/timeline", "/territory", "/imported", "/quality"],
)
def test_page_holds_its_width_and_shows_no_failure(page: Any, path: str) -> None:
    page.goto(path)
    page.get_by_role("heading", level=1).wait_for()
    settled(page)
    hold_width(page)
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
