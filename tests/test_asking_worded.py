"""Indicators for which plans give no figure: what they say of them in a table or in a clause."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked import answering

from graph.answers.answer import in_marks
from graph.answers.answers import Answerer

PLANS = {
    "lishui.txt": "丽水市生态文明建设推进方案(2024—2025年)\n一、工作目标\n到2025年,农村生活污水治理率达到95%,"
    "出境断面水质保持稳定。\n二、主要任务\n(一)监测水质。每月监测出境断面。(责任单位:市生态环境局)\n"
    "附件:指标责任分解表\n序号\t指标名称\t单位\t指标值\t责任部门\n1\tPM2.5浓度\tμg/m3\t完成上级考核任务\t市生态环境局\n"
    "2\t森林覆盖率\t%\t保持稳定或持续改善\t市林业局\n3\t县城污水处理率\t%\t≥96\t市住建局\n",
    "jinhua.txt": "金华市大气污染防治行动方案(2023—2025年)\n一、工作目标\n到2025年,PM2.5浓度控制在27微克/立方米以下。\n"
    "二、主要任务\n(一)淘汰老旧车辆。(责任单位:市公安局)\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering(tmp_path_factory, PLANS) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("丽水的PM2.5目标", ["PM2.5浓度:完成上级考核任务"]),
        ("丽水2025年森林覆盖率目标", ["森林覆盖率:保持稳定或持续改善"]),
        ("What is Lishui's forest cover target?", ["森林覆盖率:保持稳定或持续改善"]),
        ("丽水的出境断面水质目标", ["出境断面水质保持稳定"]),
    ],
)
def test_target_without_a_figure_is_told_in_words(answerer: Answerer, question: str, names: list[str]) -> None:
    answer = answerer.ask(question)
    assert (answer["names"], answer["none"]) == (names, False)
    assert answer["text"].startswith(("没有数值目标", "No target in figures"))


@pytest.mark.parametrize("question", ["丽水森林覆盖率要达到百分之几?", "丽水森林覆盖率目标是多少?"])
def test_question_for_a_figure_has_none_where_words_stand(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer["none"]
    assert "保持稳定或持续改善" in answer["text"]


@pytest.mark.parametrize(
    "question", ["丽水2030年森林覆盖率目标", "丽水的湿地保护率目标", "金华的森林覆盖率目标", "金华的老旧车辆目标"]
)
def test_nothing_is_told_in_words_of_what_no_plan_speaks_of(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer["none"]
    assert "文件写的是" not in answer["text"]


def test_comparison_tells_the_words_of_the_side_without_a_figure(answerer: Answerer) -> None:
    answer = answerer.ask("比较丽水和金华的PM2.5")
    assert [target["value"] for target in answer["targets"]] == [27]
    assert "丽水市:没有这样的数值目标(“PM2.5浓度:完成上级考核任务”)" in answer["text"]


def test_marks_inside_a_quotation_are_single() -> None:
    assert in_marks("开展“清四乱”行动") == "“开展‘清四乱’行动”"
