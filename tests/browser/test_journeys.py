"""What a researcher does, in a real browser against the real service, on both stores."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import DESK, LONGEST, PHONE, SERVER
from steps import ask, bring, cards, choose, drawn, evidence, hold_width, settled, table

ON = [pytest.param(DESK, id="desk"), pytest.param(PHONE, id="phone")]
ON += [pytest.param(SERVER, id="neo4j", marks=pytest.mark.neo4j)]
pytestmark = [pytest.mark.browser, pytest.mark.parametrize("page", ON, indirect=True)]
QUESTION = "水务局牵头哪些任务"


def test_question_leads_to_evidence_and_to_its_place_in_the_text(page: Any) -> None:
    page.goto("/")
    ask(page, "用中文或英文提问", QUESTION)
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


def test_one_step_back_from_a_plan_shows_the_evidence_again(page: Any, plan: str) -> None:
    page.goto(f"/read?document={plan}&start=300&end=310&lang=zh")
    page.locator("mark#here").wait_for()
    page.get_by_role("link", name=re.compile("一览")).click()
    page.wait_for_url("**/plans?**")
    page.get_by_role("tab").first.wait_for()
    settled(page)
    page.go_back()
    page.wait_for_url("**/read?**start=300**")
    page.locator("mark#here").wait_for()


def test_example_of_a_comparison_is_a_link_that_can_be_sent(page: Any) -> None:
    page.goto("/compare")
    page.get_by_role("link", name="杭州市 · 嵊州市").click()
    page.wait_for_url("**places=**&places=**")
    page.locator(".table-frame").first.wait_for()


def test_search_with_three_facets_becomes_a_table(page: Any, tmp_path: Path) -> None:
    page.goto("/search?q=黑臭水体")
    evidence(page).first.wait_for()
    choose(page, "地区", re.compile("嵊州"))
    choose(page, "领域", re.compile("水"))
    choose(page, "部门", re.compile("生态环境"))
    for facet in ("place", "domain", "department"):
        page.wait_for_url(f"**{facet}=**")
    settled(page)
    hold_width(page)
    found = table(page, tmp_path)
    assert found
    assert all("嵊州" in row["title"] for row in found)
    cards(page).first.get_by_role("link").click()
    page.locator("mark#here").wait_for()
    assert page.locator("mark#here").inner_text()[:20] in found[0]["text"]


def test_comparison_of_two_places_becomes_a_workbook(page: Any, tmp_path: Path) -> None:
    page.goto("/compare")
    for place in ("杭州市", "黔东南苗族侗族自治州"):
        choose(page, "地区", place)
    page.keyboard.press("Escape")
    page.locator(".table-frame .bar").first.wait_for()
    settled(page)
    hold_width(page)
    with page.expect_download() as saving:
        page.get_by_role("button", name="下载 XLSX").first.click()
    saving.value.save_as(tmp_path / "comparison.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "comparison.xlsx").active
    assert {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)} == {"杭州市", "黔东南苗族侗族自治州"}
    page.get_by_role("tab", name=re.compile("缺口")).click()
    page.get_by_text("最接近").first.wait_for()
    hold_width(page)


def test_graph_opens_two_nodes_and_leads_to_the_plan(page: Any) -> None:
    page.goto("/network")
    page.get_by_role("link", name=re.compile("三年行动工作方案")).first.click()
    before = drawn(page)
    for opened in (1, 2):
        cards(page).filter(has_text="任务 ·").get_by_role("link", name="展开").first.click()
        page.get_by_role("link", name="收起").nth(opened - 1).wait_for()
        settled(page)
    assert page.get_by_role("link", name="收起").count() == 2
    assert drawn(page) > before
    page.get_by_role("link", name="收起").first.click()
    page.get_by_role("link", name="收起").nth(1).wait_for(state="detached")
    hold_width(page)
    page.get_by_role("link", name="打开").first.click()
    page.wait_for_url("**/plans?**document=**")
    page.get_by_role("tab", name=re.compile("项任务")).wait_for()


def test_imported_file_is_reported_on_and_found(page: Any, tmp_path: Path) -> None:
    plan = tmp_path / f"临河{page.viewport_size['width']}.txt"
    plan.write_text("临河市水污染防治工作方案\n\n一、重点任务\n(一)治理黑臭水体。(牵头单位:市水务局)\n", "utf-8")
    bring(page, plan)
    page.get_by_text("1 项任务").wait_for()
    hold_width(page)
    page.get_by_role("link", name="临河市水污染防治工作方案").click()
    page.wait_for_url("**/plans?**document=**")
    page.get_by_role("link", name=re.compile("治理黑臭水体")).first.wait_for()
    page.goto("/search?q=临河市治理黑臭水体")
    cards(page).filter(has_text="临河市水污染防治工作方案").first.wait_for()


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
    ask(page, "Search passages", "sewage treatment")
    evidence(page).first.wait_for()
    page.wait_for_url("**q=sewage**")
    settled(page)
    seen = cards(page).all_inner_texts()
    other = chromium.new_context(locale="zh-CN").new_page()
    other.set_default_timeout(LONGEST)
    other.goto(page.url)
    evidence(other).first.wait_for()
    settled(other)
    assert cards(other).all_inner_texts() == seen
    assert other.get_by_label("Search passages").input_value() == "sewage treatment"
    other.context.close()
