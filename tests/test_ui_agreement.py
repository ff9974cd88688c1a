"""What pages say agrees: names and numbers with those of other pages, counts with what is listed below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from serving import KEY, api_over, filled
from streamlit.testing.v1 import AppTest
from test_ui_pages import drawn, labels, words_of
from waiting import PATIENCE

from api.client import Client
from api.keys import digest
from corpus.reader import FORMATS
from ui import intake
from ui.cards import number_of
from ui.read import LENGTH, stretches
from ui.timeline import MONTHS, by_task, counted

TITLE = "临河市水污染防治工作方案"
PLAN = f"""{TITLE}

一、工作目标
到2025年,城市黑臭水体消除比例达到98%以上。
二、重点任务
(一)治理黑臭水体。2025年6月底前完成清淤,2025年12月底前完成验收。(牵头单位:市水务局;配合单位:市财政局)
"""


@pytest.fixture(scope="module")
def starter(starter_store: str) -> Iterator[str]:
    with api_over(starter_store) as address:
        yield address


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service that takes files in, over one plan with a title."""
    folder = tmp_path_factory.mktemp("river")
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    with api_over(filled(folder / "store", folder / "plan.txt"), keys=(digest(KEY),)) as address:
        yield address


def buttons(page: AppTest) -> list[str]:
    """What the buttons of a page say that save something."""
    return [button.proto.label for button in page.get("download_button")]


def test_value_of_an_answer_names_its_plan_by_its_title(river: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(river, "ask", monkeypatch, q="2025年黑臭水体消除比例目标是多少", lang="zh")
    assert f'<div class="note">{TITLE}</div>' in words_of(page)
    assert "无标题" not in words_of(page)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("ask", {"q": "2025年黑臭水体消除比例目标是多少"}),
        ("ask", {"q": "水务局牵头哪些任务"}),
        ("search", {"q": "黑臭水体"}),
        ("departments", {"name": "水务局"}),
        ("targets", {}),
        ("timeline", {}),
        ("plans", {}),
    ],
)
def test_what_is_shown_can_be_cited(
    name: str, asked: dict[str, str], river: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(river, name, monkeypatch, lang="zh", **asked)
    assert {"下载 CSV", "引文 GB/T 7714", "引文 BibTeX"} <= set(buttons(page))


def test_plan_shows_how_it_is_cited(river: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = next(Client(river).rows("documents"))["document"]
    written = [code.value for code in drawn(river, "plans", monkeypatch, document=document).code]
    assert written[0] == f"{TITLE}[Z]."
    assert written[1].startswith("@misc{")


def test_role_narrows_the_tasks_of_a_department_and_not_what_is_said_of_all(
    starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_roles = drawn(starter, "departments", monkeypatch, name="水务局", lang="zh")
    page = drawn(starter, "departments", monkeypatch, name="水务局", role="lead", lang="zh")
    whole = [words for words in words_of(all_roles).splitlines() if 'class="lead"' in words or 'class="bars"' in words]
    assert len(whole) == 2
    assert set(whole) <= set(words_of(page).splitlines())
    tasks = {row["task"] for row in Client(starter).rows("responsibilities", department="水务局", role="lead")}
    assert len([label for label in labels(page) if re.match(r"\S+/", label)]) == len(tasks)


def test_year_of_a_department_counts_the_tasks_that_the_timeline_lists(
    starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = Client(starter).rows("deadlines", department="水务局")
    tasks = {row["task"] for row in due if row["due"].startswith("2024")}
    page = drawn(starter, "departments", monkeypatch, name="水务局")
    assert re.search(r'due=2024[^"]*"[^>]*>(\d+)<', words_of(page))[1] == str(len(tasks))


def test_task_with_two_deadlines_in_a_month_is_counted_and_listed_once() -> None:
    rows = [
        {"due": "2025-12-31", "task": "t1"},
        {"due": "2025-12-15", "task": "t1"},
        {"due": "2025-12-31", "task": "t2"},
    ]
    assert counted(rows, "") == {"2025-12": 2}
    assert [len(group) for group in by_task(rows)] == [2, 1]


def test_many_months_are_counted_by_year_until_one_is_chosen() -> None:
    months = [f"{2020 + number // 12}-{number % 12 + 1:02}" for number in range(MONTHS + 1)]
    rows = [{"due": f"{month}-28", "task": month} for month in months]
    assert counted(rows, "") == Counter(month[:4] for month in months)
    assert list(counted(rows, "2021-03")) == [month for month in months if month.startswith("2021")]
    assert list(counted(rows[1:], "")) == months[1:]


def test_answer_that_only_comes_near_marks_nothing_as_evidence(starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(starter, "ask", monkeypatch, q="地铁噪声怎么治理", lang="zh")
    assert "相近的段落" in {heading.value for heading in page.header}
    assert 'class="evidence"' not in words_of(page)
    assert "检索与此最接近的段落" in labels(page)


def test_plan_lists_its_tasks_by_chapter_under_printed_numbers(starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = next(row["document"] for row in Client(starter).rows("documents") if row["part"] == "篇二十二")
    page = drawn(starter, "plans", monkeypatch, document=document, lang="zh")
    headings = [heading.value for heading in page.header]
    assert headings[:2] == ["工作目标及基本原则", "扎实有效推动形成绿色发展方式和生活方式"]
    assert not any("无" in label.split()[0] for label in labels(page) if "/" in label.split()[0])


@pytest.mark.parametrize(
    ("key", "number"),
    [("四/(一)/3/二", "四/(一)/3/二"), ("四/(一)/无1", "四/(一)"), ("一/(四)#3/1/五", "一/(四)/1/五"), ("无2", "")],
)
def test_number_of_a_task_is_what_is_printed(key: str, number: str) -> None:
    assert number_of(key) == number


def test_plan_without_tasks_says_so_and_shows_what_it_has(starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    held = list(Client(starter).rows("documents"))
    document = next(row["document"] for row in held if not row["tasks"])
    page = drawn(starter, "plans", monkeypatch, document=document, lang="zh")
    assert "没有布置任务" in page.info[0].value


@pytest.fixture
def comparison(starter: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page that compares two places, before it is drawn."""
    monkeypatch.setenv("SHANSHUI_API", starter)
    page = AppTest.from_string(
        "from ui import routes\nfrom ui.pages import PAGES\nroutes.declare(PAGES)\nPAGES['compare']()",
        default_timeout=PATIENCE,
    )
    page.query_params.update({"places": ["杭州市", "黔东南苗族侗族自治州"], "lang": "zh"})
    return page


def test_comparison_shows_the_indicators_of_the_field_that_is_chosen(comparison: AppTest) -> None:
    whole = words_of(comparison.run())
    assert "空气质量优良天数比率" in whole and "森林覆盖率" in whole
    comparison.query_params["fields"] = "air"
    air = words_of(comparison.run())
    assert "空气质量优良天数比率" in air and "森林覆盖率" not in air


def test_comparison_sets_apart_what_only_one_place_measures(comparison: AppTest) -> None:
    page = comparison.run()
    several, one = [words for words in words_of(page).splitlines() if 'class="table-frame even"' in words][:2]
    assert 'class="bar"' in several and ">–<" not in several
    assert 'class="bar"' not in one and ">–<" in one


@pytest.mark.parametrize(("language", "shown"), [("en", True), ("zh", False)])
def test_indicator_has_its_english_name_on_english_pages(
    language: str, shown: bool, starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, "targets", monkeypatch, indicator="air.good_days_ratio", lang=language)
    assert ("share of days with good air quality" in words_of(page)) is shown


def test_search_says_how_many_passages_match_as_its_facets_count(starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(starter, "search", monkeypatch, q="黑臭水体", lang="zh")
    matching = sum(Client(starter).counts("黑臭水体")["document"].values())
    assert f"{matching} 段相符，相符程度由高到低；其后是意思相近的段落" in words_of(page)


def test_passages_that_only_come_near_stand_under_a_headline_of_their_own(
    starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, "search", monkeypatch, q="黄标车", lang="zh")
    assert [heading.value for heading in page.header] == ["相近的段落"]


def test_department_that_carries_nothing_is_named_and_others_are_offered(
    starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, "departments", monkeypatch, name="没有这个局", lang="zh")
    assert "没有以“没有这个局”为名的部门" in words_of(page)
    assert any(label.startswith("生态环境局 ·") for label in (each.replace("\\", "") for each in labels(page)))


def test_service_that_only_reads_says_so_before_anyone_chooses_files(
    starter: str, river: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, "imported", monkeypatch, lang="zh")
    assert "只供阅读" in page.info[0].value
    assert not page.text_input
    assert drawn(river, "imported", monkeypatch).text_input


def test_service_that_only_reads_offers_no_verdict(starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = next(row["document"] for row in Client(starter).rows("documents", place="黔东南"))
    page = drawn(starter, "quality", monkeypatch, document=document, lang="zh")
    assert "不能核定" in page.info[-1].value
    assert not page.text_input
    assert not page.get("button_group")
    said = [float(share) for share in re.findall(r"置信度 ([\d.]+)%", words_of(page))]
    assert said
    assert max(said) <= 95  # as the page says


def test_long_text_is_parted_where_a_line_ends() -> None:
    text = "治理黑臭水体。\n" * (3 * LENGTH // 8)
    parts = stretches(text)
    assert len(parts) > 1
    assert "".join(text[first:last] for first, last in parts) == text
    assert all(text[last - 1] == "\n" for _, last in parts)
    assert stretches("") == [(0, 0)]
    assert stretches("无换行" * LENGTH) == [(0, 3 * LENGTH)]


def test_file_that_cannot_be_read_is_told_in_the_language_of_the_page(
    river: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(river, "imported", monkeypatch, lang="zh")
    page.session_state["reports"] = [
        {"source": "plan.pdf", "state": "failed", "reason": "plan.pdf: the file is cut short (no end-of-file mark)"}
    ]
    assert page.run().error[0].value == "未能读取: 文件不完整，后面缺了一截"
    page.query_params["lang"] = "en"
    assert page.run().error[0].value.startswith("Could not be read: the file is cut short")


def test_files_of_all_formats_can_be_chosen() -> None:
    assert {f".{ending}" for ending in intake.FORMATS} == set(FORMATS)


def test_file_that_is_sent_again_is_told_as_held_and_not_as_empty(river: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(river, "imported", monkeypatch, lang="zh")
    nothing = {"documents": 0, "unchanged": 1, "tasks": 0, "targets": 0, "issues": 0, "rejected": {}}
    page.session_state["reports"] = [{"source": "plan.txt", "state": "done", "report": nothing}]
    told = words_of(page.run())
    assert "1 份文件此前已读入，没有变化" in told
    assert "0 项任务" not in told
    assert TITLE in labels(page)


@pytest.mark.parametrize(("language", "name"), [("zh", "水利局"), ("en", "water bureau")])
def test_node_is_named_in_the_language_of_the_page_whatever_its_link_says(
    language: str, name: str, starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for given in ({}, {"name": "水利局"}, {"name": "water bureau"}):
        page = drawn(starter, "network", monkeypatch, label="Function", id="water", lang=language, **given)
        assert page.header[0].value.endswith(name)


@pytest.mark.parametrize(
    ("name", "asked", "told"),
    [
        ("plans", {}, "Shengzhou, Shaoxing · plan"),
        ("targets", {"place": "嵊州市"}, "Shengzhou"),
        ("compare", {"places": ["杭州市", "嵊州市"]}, '<th scope="col">Hangzhou</th><th scope="col">Shengzhou</th>'),
        ("territory", {}, "<b>Qiandongnan</b>"),
        ("network", {"label": "Jurisdiction", "id": "330100", "name": "杭州市"}, "Place · Hangzhou"),
    ],
)
def test_places_have_their_english_names_on_english_pages(
    name: str, asked: dict[str, str], told: str, starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, name, monkeypatch, lang="en", **asked)
    assert not page.exception
    shown = "\n".join([words_of(page), *(heading.value for heading in page.header)])
    assert told in shown
    assert told not in words_of(drawn(starter, name, monkeypatch, lang="zh", **asked))


@pytest.mark.parametrize("choice", ["水环境 · 7", "water", ""])
def test_facet_is_understood_also_from_a_count_that_has_changed(choice: str) -> None:
    page = AppTest.from_string(
        "import streamlit as st\nfrom ui.facets import chosen\n"
        f"st.session_state.update({{'domain-names': {{'水环境': 'water'}}, 'domain-': {choice!r}}})\n"
        "st.text(chosen('domain'))"
    ).run()
    assert page.text[0].value == ("water" if choice else "")
