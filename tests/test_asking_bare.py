"""Questions of a word or two, polite ones, and such of places and names that nothing is held of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked import answering

from graph.answers.answers import Answerer

PLANS = {
    "lishui.txt": "丽水市生态环境保护行动方案(2023—2025年)\n一、工作目标\n到2025年,"
    "PM2.5平均浓度控制在24微克/立方米以下,森林覆盖率达到81.7%。\n二、主要任务\n(一)修复瓯江湿地。"
    "2025年6月底前修复湿地300亩。(牵头单位:市水利局;责任单位:市林业局)\n"
    "(二)清理紧水滩水库。(牵头单位:市水利局)\n",
    "zhuji.txt": "诸暨市环境噪声治理实施意见\n一、工作目标\n到2024年,声环境质量达标率达到95%。\n二、主要任务\n"
    "(一)整治施工噪声。夜间施工须经批准。(责任单位:市住建局、市公安局)\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering(tmp_path_factory, PLANS) as answerer:
        yield answerer


@pytest.mark.parametrize(
    "question",
    ["丽水", "Lishui", "Tell me about Lishui", "What's in the Lishui plan?", "介绍一下丽水的方案", "丽水方案概况"],
)
def test_place_alone_asks_for_its_plan_at_a_glance(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert (answer["intent"], answer["names"]) == ("summary", ["工作目标", "主要任务"])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("目标", [24, 81.7, 300, 95]),
        ("targets", [24, 81.7, 300, 95]),
        ("PM2.5", [24]),
        ("空气", [24]),
        ("声", []),
        ("噪声治理", [95]),
        ("丽水有几个量化目标?", [24, 81.7, 300]),
        ("能不能帮我查一下丽水的PM2.5目标", [24]),
        ("丽水森林复盖率", [81.7]),
        ("丽水2024年的目标", []),
    ],
)
def test_targets_are_told_whatever_the_wording(answerer: Answerer, question: str, values: list[float]) -> None:
    assert [target["value"] for target in answerer.ask(question).get("targets", [])] == values


def test_years_that_have_targets_are_told_where_the_one_asked_has_none(answerer: Answerer) -> None:
    assert answerer.ask("丽水2024年的目标")["text"] == "没有2024年的目标。写有目标的年份:2025。"


@pytest.mark.parametrize("question", ["Lishui rivers", "rivers in Lishui", "waters of Lishui", "丽水有哪些河湖"])
def test_waters_of_a_place_are_listed(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question)["names"] == ["瓯江湿地", "紧水滩水库"]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("石泉镇有哪些任务?", "石泉镇"),
        ("石泉镇的水利局牵头哪些任务?", "石泉镇"),
        ("清江市水利局负责什么?", "清江市"),
        ("云溪街道由谁负责?", "云溪街道"),
        ("What tasks does Qingjiang have?", "Qingjiang"),
        ("What targets does Qingjiang set for 2025?", "Qingjiang"),
        ("Which tasks does the water bureau of Qingjiang lead?", "Qingjiang"),
    ],
)
def test_place_that_nothing_is_held_of_is_told(answerer: Answerer, question: str, place: str) -> None:
    answer = answerer.ask(question)
    assert answer["none"]
    assert place in answer["text"]


@pytest.mark.parametrize("question", ["请列明市水利局牵头的任务", "麻烦查下市水利局牵头的任务", "乡镇水利局牵头的任务"])
def test_words_before_a_bureau_are_no_place(answerer: Answerer, question: str) -> None:
    assert answerer.read(question).places.absent == []


@pytest.mark.parametrize("question", ["你好", "请问"])
def test_question_that_names_nothing_is_told_what_to_ask(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer["none"]
    assert "可以问" in answer["text"]


def test_sound_of_a_place_across_two_words_names_none(answerer: Answerer) -> None:
    assert answerer.read("方案里水利局牵头的任务").places.held == []
    assert answerer.read("里水的任务").places.held == ["丽水市"]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("东京有哪些河", "东京"),
        ("火星上有多少污水处理厂", "火星"),
        ("月球的PM2.5目标", "月球"),
        ("丽水和火星的PM2.5目标对比", "火星"),
        ("What is Atlantis's PM2.5 target?", "Atlantis"),
        ("Which rivers are in Tokyo?", "Tokyo"),
    ],
)
def test_name_that_no_document_speaks_of_has_no_answer(answerer: Answerer, question: str, name: str) -> None:
    answer = answerer.ask(question)
    assert answer["none"]
    assert f"“{name}”" in answer["text"]


@pytest.mark.parametrize("question", ["河流有哪些", "示范县的森林覆盖率目标", "城市的PM2.5目标", "丽水有哪些湖泊"])
def test_common_noun_that_no_document_writes_is_no_unknown_name(answerer: Answerer, question: str) -> None:
    assert "没有文件提到" not in answerer.ask(question)["text"]
