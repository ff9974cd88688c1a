"""Wordings of questions that ask the same: bodies by several fields, roles left out, askers who speak of themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.answers.answers import Answerer
from graph.ingest import ingest
from graph.stores.opening import open_store

PLANS = {
    "huzhou.txt": "湖州市生态环境保护工作方案(2023—2025年)\n一、工作目标\n到2025年,受污染耕地安全利用率达到93%,"
    "畜禽粪污综合利用率达到91%。\n二、主要任务\n(一)防治餐饮油烟。推行绿色金融,2024年底前完成排查。(牵头单位:市综合执法局;责任单位:市生态环境局、市市场监管局)\n"
    "(二)修复太湖湿地。新建德清、南浔污水管网工程。(牵头单位:市林业局;责任单位:市水利局、市文化广电旅游局)\n"
    "三、绿色出行\n(一)更新公交车辆。2025年底前全部完成。(牵头单位:市交通运输局;责任单位:市财政局)\n"
    "(二)建设充电设施。(牵头单位:市交通运输局;责任单位:市发展改革委)\n",
    "anji.txt": "安吉县环境噪声治理实施意见\n一、工作目标\n到2024年,受污染耕地安全利用率达到92%,"
    "规模养殖场粪污处理利用项目建成3个,畜禽养殖粪污资源化利用和无害化处理率达到88%。\n二、主要任务\n(一)整治施工噪声。依据《浙江省环境噪声管理决定》《安吉县夜间施工管理办法》执行。"
    "(县住建局负责,县公安局配合)\n(二)守护西苕溪。发展绿色金融。(县水利局负责)\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    folder = tmp_path_factory.mktemp("plans")
    for name, text in PLANS.items():
        (folder / name).write_text(text, "utf-8")
    with open_store(str(tmp_path_factory.mktemp("store"))) as store:
        ingest([folder], store)
        yield Answerer(store)


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("Which tasks in Huzhou name the Culture, Radio, Television and Tourism Bureau?", ["二/(二)"]),
        ("Which Huzhou tasks involve the finance and forestry bureaus?", ["三/(一)", "二/(二)"]),
        ("请列明湖州市生态环境局作为责任单位(非牵头单位)承担的任务。", ["二/(一)"]),
        ("您好,我正在整理旅游方面的论文,想请教一下:湖州的林业局牵头哪项任务?谢谢!", ["二/(二)"]),
        ("I'm writing a thesis on tourism. Which task does the forestry bureau of Huzhou lead?", ["二/(二)"]),
    ],
)
def test_bodies_are_told_whatever_stands_around(answerer: Answerer, question: str, keys: list[str]) -> None:
    answer = answerer.ask(question)
    assert [task["key"] for task in answer["tasks"]] == keys


@pytest.mark.parametrize(
    "question",
    [
        "湖州防治餐饮油烟,牵头单位之外还有哪两个市级部门负责?",
        "湖州防治餐饮油烟,除牵头的以外市里还有谁?",
        "Besides the lead, who is responsible for restaurant fumes in Huzhou?",
    ],
)
def test_lead_left_out_is_not_told(answerer: Answerer, question: str) -> None:
    assert [owner["name"] for owner in answerer.ask(question)["owners"]] == ["市生态环境局", "市市场监管局"]


@pytest.mark.parametrize("question", ["湖州绿色出行那一章共列了几条?", "市交通运输局在湖州方案的任务中占了几项?"])
def test_number_of_tasks_is_asked_with_any_verb(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question)["count"] == 2


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("Which documents refer to green finance (绿色金融)?", ["anji.txt", "huzhou.txt"]),
        ("Which documents talk about green finance?", ["anji.txt", "huzhou.txt"]),
        ("Which documents cite green finance (绿色金融)?", []),
    ],
)
def test_to_refer_to_something_may_be_to_speak_of_it(answerer: Answerer, question: str, sources: list[str]) -> None:
    answer = answerer.ask(question)
    assert sorted(document["source"] for document in answer.get("documents", [])) == sources


def test_names_are_asked_for_with_words_before_their_kind(answerer: Answerer) -> None:
    assert answerer.ask("湖州要新建哪两个污水管网工程")["names"] == ["德清污水管网工程", "南浔污水管网工程"]
    answer = answerer.ask("Which decision does the Anji plan rely on for construction noise?")
    assert answer["intent"] == "citations"
    assert answer["names"] == ["浙江省环境噪声管理决定"]


def test_share_asked_of_a_plan_asks_for_no_document(answerer: Answerer) -> None:
    assert answerer.ask("To what percentage does Anji's plan raise forest coverage?")["none"]


def test_only_values_in_the_same_kind_of_unit_are_compared(answerer: Answerer) -> None:
    answer = answerer.ask("Livestock manure use: does Huzhou or Anji ask for more?")
    assert [target["value"] for target in answer["targets"]] == [88, 91]
    assert answer["text"].startswith("The highest is 湖州市(91%,2025)")
