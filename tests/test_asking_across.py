"""Questions across plans: what several set, which waters one does not name, what is set for waters, within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from asked import answering

from graph.answers.answers import Answerer

PLANS = {
    "jishui.txt": "吉水县水生态保护工作方案(2023—2025年)\n一、工作目标\n到2025年,文石河出境断面总磷浓度控制在0.1毫克/升"
    "以内,森林覆盖率达到66%,植树造林12万亩,国控断面水质优良比例达到100%,省控断面水质优良比例达到90%。\n二、主要任务\n"
    "(一)保护文石河。落实《中华人民共和国长江保护法》,2024年底前完成排查。(牵头单位:县水利局;责任单位:县林业局)\n"
    "(二)清理螺滩水库。推进赣江岸线修复。(牵头单位:县水利局)\n(三)修复龙王湖。(牵头单位:县林业局)\n",
    "yihuang.txt": "宜黄县林业工作报告\n一、工作情况\n2022年,全县国考断面优良比例为96%,完成造林3万亩。\n"
    "二、下一步工作目标\n到2025年,森林覆盖率达到77%,国考断面优良比例达到98%。\n三、主要任务\n"
    "(一)守护宜黄河。清理沿岸垃圾。(责任单位:县水利局)\n",
    "xiapu.txt": "霞浦县自然岸线保护方案\n一、主要任务\n(一)修复岸线。到2025年,自然岸线保有率达到38%。"
    "(责任单位:县自然资源局)\n(二)整治问题。开展长江经济带警示片问题自查。(责任单位:县生态环境局)\n",
    "shangyou.txt": "上犹县矿山修复整改方案\n一、问题清单\n问题一:废渣堆放不规范。\n整改目标:清运废渣3万吨。\n"
    "责任单位:县自然资源局\n整改时限:2024年6月底前\n问题二:网箱养殖未清退。\n整改目标:拆除网箱20口。\n责任单位:县农业农村局、县林业局\n整改时限:2024年9月底前\n"
    "二、保障措施\n(一)加强调度。每月调度一次。(责任单位:县政府办公室)\n附件1\n上犹县整改任务清单\n"
    "1.复绿矿山。复绿面积200亩。(责任单位:县林业局)\n附件2\n上犹县重点工程表\n推进营前镇污水处理厂二期。\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering(tmp_path_factory, PLANS) as answerer:
        yield answerer


def names(answer: dict[str, Any]) -> list[str]:
    return sorted(answer.get("names", []))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("宜黄没有提到哪些河流?", ["文石河", "赣江", "龙王湖", "螺滩水库"]),
        ("宜黄方案没有提到哪些水库?", ["螺滩水库"]),
        ("Which rivers does Yihuang not mention?", ["文石河", "赣江", "龙王湖", "螺滩水库"]),
        ("吉水没有提到哪些河流?", ["宜黄河"]),
        ("宜黄提到了哪些河流?", ["宜黄河"]),
        ("吉水有哪些湖泊和水库?", ["龙王湖", "螺滩水库"]),
        ("哪些河流有水质目标?", ["文石河"]),
        ("Which rivers have a target?", ["文石河"]),
    ],
)
def test_waters_are_told_by_what_is_said_of_them(answerer: Answerer, question: str, found: list[str]) -> None:
    assert names(answerer.ask(question)) == sorted(found)


def test_waters_without_a_target_are_all_others(answerer: Answerer) -> None:
    assert "文石河" not in names(answerer.ask("哪些河流没有水质目标?"))
    assert "赣江" in names(answerer.ask("哪些河流没有水质目标?"))


def test_water_is_none_that_another_name_ends_with(answerer: Answerer) -> None:
    assert [one["source"] for one in answerer.ask("哪些文件提到长江?")["documents"]] == ["jishui.txt", "xiapu.txt"]
    assert answerer.ask("哪些文件提到黄河?")["none"]


def test_law_on_a_water_is_called_by_its_title(answerer: Answerer) -> None:
    answer = answerer.ask("哪些文件引用了长江保护法?")
    assert [one["source"] for one in answer["documents"]] == ["jishui.txt"]
    assert "长江保护法》" in answer["text"]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("各地都有的目标有哪些?", {66, 77, 90, 100, 98}),
        ("哪些指标是几个地方都定了的?", {66, 77, 90, 100, 98}),
        ("吉水和宜黄都有的目标有哪些?", {66, 77, 90, 100, 98}),
        ("吉水和霞浦都有的目标有哪些?", set()),
    ],
)
def test_targets_that_several_set_are_told(answerer: Answerer, question: str, values: set[float]) -> None:
    assert {one["value"] for one in answerer.ask(question).get("targets", [])} == values


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("造林超过10万亩的有哪些地方?", [120000]),
        ("哪些目标超过50000?", [120000]),
        ("森林覆盖率超过70的有哪些地方?", [77]),
        ("What targets for 2025 exceed 90%?", [98, 100]),
    ],
)
def test_bound_is_read_with_its_unit(answerer: Answerer, question: str, values: list[float]) -> None:
    assert sorted(one["value"] for one in answerer.ask(question)["targets"]) == values


@pytest.mark.parametrize(
    ("before", "question", "values"),
    [
        ("吉水县有哪些目标?", "2025年的呢?", [0.1, 66, 90, 100, 120000]),
        ("吉水国控断面水质优良比例目标是多少?", "宜黄呢?", [98]),
        ("宜黄国考断面水质优良比例目标是多少?", "吉水国控断面水质优良比例呢?", [100]),
    ],
)
def test_follow_up_keeps_asking_for_targets(
    answerer: Answerer, before: str, question: str, values: list[float]
) -> None:
    found = answerer.ask_after(question, [before])["targets"]
    assert sorted(one["value"] for one in found) == values


def test_year_and_value_asked_together_are_the_target(answerer: Answerer) -> None:
    assert [one["value"] for one in answerer.ask("吉水森林覆盖率到哪年要达到多少?")["targets"]] == [66]


@pytest.mark.parametrize(
    ("question", "count", "said"),
    [
        ("吉水有多少任务由水利局牵头?", 2, "2项水利局牵头的任务"),
        ("How many Jishui tasks does the water bureau lead?", 2, "that water bureau leads"),
        ("有多少条河被提到?", 5, "5个水体"),
    ],
)
def test_count_says_what_it_counts(answerer: Answerer, question: str, count: int, said: str) -> None:
    answer = answerer.ask(question)
    assert answer["count"] == count
    assert said in answer["text"]


def test_targets_tell_their_place_and_lists_break_off_without_a_full_stop(answerer: Answerer) -> None:
    answer = answerer.ask("compare Jishui's and Yihuang's targets")
    assert {one["place"] for one in answer["targets"]} == {"吉水县", "宜黄县"}
    assert "…." not in answer["text"]


@pytest.mark.parametrize(
    ("question", "headings", "found"),
    [
        ("附件1有什么?", ["复绿矿山"], []),
        ("上犹附件一的内容", ["复绿矿山"], []),
        ("附件2列了哪些项目?", None, ["营前镇污水处理厂二期"]),
        ("What does annex 2 contain?", None, ["营前镇污水处理厂二期"]),
        ("附件3有什么?", [], []),
        ("吉水附件1有什么?", [], []),
        ("专栏1有什么?", [], []),
    ],
)
def test_annex_is_told_by_its_number(
    answerer: Answerer, question: str, headings: list[str] | None, found: list[str]
) -> None:
    answer = answerer.ask(question)
    assert names(answer) == sorted(found)
    assert answer["none"] == (not (headings or found))
    if headings is not None:
        assert [task["heading"] for task in answer.get("tasks", [])] == headings


def test_annex_beside_something_asked_is_no_question_of_its_own(answerer: Answerer) -> None:
    assert answerer.ask("上犹附件1里林业局负责什么?")["intent"] == "tasks_by_department"


@pytest.mark.parametrize(
    ("question", "count", "said"),
    [("上犹有几个问题?", 2, "2项任务"), ("上犹有几家责任单位?", 4, "4家单位"), ("上犹共有几项任务?", 4, "4项任务")],
)
def test_problems_and_bodies_are_counted_as_such(answerer: Answerer, question: str, count: int, said: str) -> None:
    answer = answerer.ask(question)
    assert answer["count"] == count
    assert said in answer["text"]


def test_problem_is_called_by_its_number(answerer: Answerer) -> None:
    assert answerer.ask("上犹问题二的整改时限是什么时候?")["names"] == ["2024年9月底前"]


def test_results_are_told_where_they_are_asked_for(answerer: Answerer) -> None:
    assert sorted(one["value"] for one in answerer.ask("宜黄2022年完成了哪些目标?")["targets"]) == [96, 30000]


def test_who_is_named_is_told_where_no_lead_is(answerer: Answerer) -> None:
    answer = answerer.ask("吉水文石河保护由谁督导?")
    assert answer["none"] or answer["owners"]
    told = answerer.ask("宜黄河守护由谁牵头?")["text"]
    assert "县水利局" in told


def test_working_words_of_bodies_are_no_topic(answerer: Answerer) -> None:
    found = answerer.ask("Which bureaus cooperate on cage fish farming in Shangyou?")
    assert [task["heading"] for task in found["tasks"]] == ["网箱养殖未清退"]
