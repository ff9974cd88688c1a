"""Answers over two plans of our own: documents listed, the strictest target, who is meant, what follows up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from asked import answering

from graph.answers.answers import Answerer

PLANS = {
    "yixing.txt": "宜兴市人民政府办公室关于印发宜兴市大气污染防治工作方案的通知\n宜政办发〔2021〕12号\n各镇人民政府:\n"
    "一、工作目标\n到2025年,PM2.5平均浓度控制在30微克/立方米以下,优良天数比率达到85%,森林覆盖率达到24%。\n二、主要任务\n"
    "(一)整治餐饮油烟。2022年6月底前完成排查。(市城管局牵头,市生态环境局、市市场监管局配合)\n"
    "(二)推进机动车治理。2023年底前淘汰老旧柴油货车。(牵头单位:市公安局;责任单位:市交通运输局、市商务局)\n"
    "(三)实施太湖清淤。每两年完成一轮底泥监测。(市水利局牵头,市农业农村局配合)\n宜兴市人民政府办公室\n2021年3月8日\n",
    "luzhou.txt": "泸州市水污染防治行动计划(2023—2025年)\n一、工作目标\n到2025年,PM2.5平均浓度控制在35微克/立方米以下,"
    "优良天数比率达到85%,森林覆盖率达到51%。\n二、主要任务\n(一)整治沱江干流。2025年底前消除劣Ⅴ类断面。(牵头单位:市水务局;配合单位:市生态环境局)\n"
    "(二)推进城镇污水处理。2024年底前建成城东污水处理厂。(牵头单位:市住房城乡建设局;配合单位:市水务局)\n"
    "(三)守护饮用水水源。2026年6月底前完成江阳区备用水源建设。(牵头单位:市水务局;配合单位:市卫生健康委)\n"
    "(四)开展农业“四控”行动。依据川环发〔2022〕8号推进。(牵头单位:市农业农村局)\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering(tmp_path_factory, PLANS) as answerer:
        yield answerer


def conversation(answerer: Answerer, *questions: str) -> dict[str, Any]:
    return answerer.ask_after(questions[-1], questions[:-1])


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("宜兴有哪些文件?", ["yixing.txt"]),
        ("语料里有哪些通知?", ["yixing.txt"]),
        ("文件库里有哪些通知?", ["yixing.txt"]),
        ("List all plans.", ["luzhou.txt", "yixing.txt"]),
        ("What documents do you have from Sichuan?", ["luzhou.txt"]),
        ("有哪些2021年的文件?", ["yixing.txt"]),
        ("哪些是2023年的方案", ["luzhou.txt"]),
        ("2023年印发的文件有哪些?", []),
        ("有哪些报告?", []),
    ],
)
def test_documents_are_listed_by_place_kind_and_year(answerer: Answerer, question: str, sources: list[str]) -> None:
    answer = answerer.ask(question)
    assert sorted(document["source"] for document in answer.get("documents", [])) == sources
    assert answer["none"] == (not sources)


@pytest.mark.parametrize(
    ("question", "owners"),
    [
        ("2021年的文件里谁牵头清淤?", ["市水利局"]),
        ("In the 2021 plan, who leads dredging?", ["市水利局"]),
        ("2023年的文件里谁牵头清淤?", []),
        ("1998年印发的方案里谁牵头清淤?", []),
        ("宜兴餐饮油烟有哪些责任单位?", ["市城管局", "市生态环境局", "市市场监管局"]),
        ("宜兴机动车治理有哪些责任单位?", ["市交通运输局", "市商务局"]),
        ("宜兴机动车治理责任单位都有谁?", ["市公安局", "市交通运输局", "市商务局"]),
        ("泸州水务局牵头的任务由谁配合?", ["市生态环境局", "市卫生健康委"]),
        ("泸州有哪些牵头单位?", ["市水务局", "市住房城乡建设局", "市农业农村局"]),
        ("讲机动车那篇里谁牵头清淤?", ["市水利局"]),
        ("In the air pollution plan, who leads dredging?", ["市水利局"]),
        ("讲核电的方案里谁牵头清淤?", []),
        ("Who leads the four controls?", ["市农业农村局"]),
        ("泸州和宜兴清淤各由谁牵头?", ["市水利局"]),
        ("江阳区备用水源由谁牵头?", ["市水务局"]),
        ("纳溪区备用水源由谁牵头?", []),
    ],
)
def test_bodies_are_those_of_the_documents_places_and_roles_asked(
    answerer: Answerer, question: str, owners: list[str]
) -> None:
    answer = answerer.ask(question)
    assert [owner["name"] for owner in answer.get("owners", [])] == owners
    assert answer["none"] == (not owners)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("哪个城市的PM2.5目标最严?", "最严的是宜兴市(30微克/立方米,2025),数值越低越严"),
        ("宜兴和泸州谁的PM2.5目标更高?", "最高的是泸州市(35微克/立方米,2025)"),
        ("宜兴和泸州谁的优良天数比率更高?", "目标相同:"),
        ("Which city sets the highest forest cover target?", "The highest is Luzhou(51%,2025)"),
        ("Whose forest cover goal is stricter, Yixing's or Luzhou's?", "The strictest is Luzhou(51%,2025), the higher"),
    ],
)
def test_question_for_the_strictest_is_told_who_that_is(answerer: Answerer, question: str, said: str) -> None:
    answer = answerer.ask(question)
    assert answer["text"].startswith(said)
    assert {target["source"] for target in answer["targets"]} == {"luzhou.txt", "yixing.txt"}


@pytest.mark.parametrize(
    ("questions", "intent", "found"),
    [
        (("泸州谁负责整治沱江?", "什么时候要消除掉?"), "deadlines", ["2025年底前"]),
        (("泸州谁负责整治沱江?", "那由谁配合?"), "owners_of_task", ["市生态环境局"]),
        (("Who leads the Tuo River clean-up?", "by when must it be done?"), "deadlines", ["2025年底前"]),
        (("宜兴机动车治理什么时候完成?", "那由谁牵头?"), "owners_of_task", ["市公安局"]),
        (("泸州水务局牵头哪些任务?", "什么时候完成?"), "deadlines", ["2025年底前", "2026年6月底前"]),
        (("泸州水务局牵头哪些任务?", "要花多少钱?"), "targets_by_indicator", []),
    ],
)
def test_follow_up_with_a_verb_of_its_own_keeps_the_matter(
    answerer: Answerer, questions: tuple[str, ...], intent: str, found: list[str]
) -> None:
    answer = conversation(answerer, *questions)
    assert answer["intent"] == intent
    assert (answer.get("names") or [owner["name"] for owner in answer.get("owners", [])]) == found


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("泸州水务局和农业农村局,谁的任务更多?", ["水务局"]),
        ("泸州水务局和农业农村局谁牵头的任务少", ["农业农村局"]),
        ("Does the water bureau or the housing bureau of Luzhou lead more tasks?", ["water bureau"]),
    ],
)
def test_departments_named_are_compared_by_their_tasks(answerer: Answerer, question: str, names: list[str]) -> None:
    assert answerer.ask(question)["names"] == names


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("截至2025年3月,泸州哪些任务已经过了期限?", ["二/(二)"]),
        ("截至2026年3月,泸州哪些任务已经过了期限?", ["二/(一)", "二/(二)"]),
        ("谁引用了川环发〔2022〕8号?", []),
    ],
)
def test_overdue_is_told_by_the_day_asked(answerer: Answerer, question: str, keys: list[str]) -> None:
    answer = answerer.ask(question)
    assert [task["key"] for task in answer.get("tasks", [])] == keys
    assert not answer["none"]


def test_part_of_one_place_leaves_another_its_target(answerer: Answerer) -> None:
    answer = answerer.ask("江阳区和宜兴的PM2.5平均浓度目标谁更严?")
    assert [target["value"] for target in answer["targets"]] == [30]


def test_place_that_has_no_plan_is_told_beside_one_that_has(answerer: Answerer) -> None:
    answer = answerer.ask("贵阳和泸州的PM2.5目标谁更严?")
    assert [target["value"] for target in answer["targets"]] == [35]
    assert "没有贵阳市的文件" in answer["text"]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("宜兴方案什么时候印发的?", ["2021-03-08"]),
        ("Who issued the Yixing plan?", ["宜兴市人民政府办公室"]),
        ("宜兴方案的文号是什么?", ["宜政办发〔2021〕12号"]),
        ("宜兴垃圾分类条例哪年出台?", []),
        ("泸州有几个湖?", []),
        ("泸州有几条河?", ["沱江"]),
        ("Which tasks mention Lake Baikal?", []),
    ],
)
def test_documents_tell_of_themselves_and_waters_by_their_kind(
    answerer: Answerer, question: str, names: list[str]
) -> None:
    answer = answerer.ask(question)
    assert answer.get("names", []) == names
    assert answer["none"] == (not names)


@pytest.mark.parametrize(
    "question",
    [
        "泸州水务局牵头哪些养猫任务?",
        "Which hydrogen tasks does the Luzhou water bureau lead?",
        "哪些文件提到区块链?",
        "四川省水利厅负责哪些任务?",
        "泸州沱江治理2023年要完成什么?",
    ],
)
def test_word_that_nothing_tells_of_leaves_no_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question)["none"]


@pytest.mark.parametrize(
    ("question", "keys", "apart"),
    [
        ("泸州断面方案给农业农村局派了什么任务?", ["二/(四)"], False),
        ("What does Luzhou's water pollution plan ask of the housing bureau?", ["二/(二)"], True),
        ("泸州养猫方案给农业农村局派了什么任务?", [], True),
        ("宜兴和泸州农业农村局牵头哪些油烟任务?", [], True),
    ],
)
def test_noun_that_describes_the_document_leaves_its_tasks(
    answerer: Answerer, question: str, keys: list[str], apart: bool
) -> None:
    answer = answerer.ask(question)
    assert [task["key"] for task in answer.get("tasks", [])] == keys
    assert ("没有哪项单独写明" in answer["text"]) != apart


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("泸州沱江谁来治?", ["市水务局", "市生态环境局"]),
        ("泸州“守护饮用水水源”何时办结?", ["2026年6月底前"]),
        ("《宜兴市生态补偿办法》被哪份文件引用了?", []),
        ("哪份文件引用了川环发〔2022〕8号?", ["luzhou.txt"]),
    ],
)
def test_question_words_and_quoted_titles_are_no_topic(answerer: Answerer, question: str, found: list[str]) -> None:
    answer = answerer.ask(question)
    sources = [document["source"] for document in answer.get("documents", [])]
    assert (answer.get("names") or sources or [owner["name"] for owner in answer.get("owners", [])]) == found


def test_english_words_that_were_not_read_are_told(answerer: Answerer) -> None:
    answer = answerer.ask("Which gizmo tasks does the Luzhou water bureau lead?")
    assert [task["key"] for task in answer["tasks"]] == ["二/(一)", "二/(三)"]
    assert "Not read: gizmo." in answer["text"]


@pytest.mark.parametrize("question", ["纳溪区的PM2.5目标是多少?", "江阳区水务局负责哪些任务?"])
def test_what_holds_for_a_whole_is_no_answer_about_its_part(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question)["none"]


@pytest.mark.parametrize(
    "question", ["2025-02-31前泸州要完成什么?", "2025年13月有什么到期?", "What is due by 31 February 2025?"]
)
def test_date_that_no_calendar_has_is_told(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer["none"]
    assert "不存在" in answer["text"] or "no such date" in answer["text"]


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("Which Luzhou tasks are set for 2024?", ["推进城镇污水处理"]),
        ("Which tasks of the Luzhou plan come with something to be done in 2024?", ["推进城镇污水处理"]),
        ("Which Luzhou tasks have something falling due in 2026?", ["守护饮用水水源"]),
        ("泸州那4项任务,哪些明确写了2025年当年就要做完的事情?", ["整治沱江干流"]),
        ("泸州生态环境局参与或督导哪些任务?", ["整治沱江干流"]),
        ("泸州住建局和水务局要管哪些污水任务,配合的也算", ["推进城镇污水处理"]),
        ("农业农村局在宜兴和泸州分别有哪项任务?", ["开展农业“四控”行动", "实施太湖清淤"]),
    ],
)
def test_tasks_are_told_by_their_time_and_by_roles_together(
    answerer: Answerer, question: str, headings: list[str]
) -> None:
    assert [task["heading"] for task in answerer.ask(question).get("tasks", [])] == headings


def test_follow_up_may_change_the_role_alone(answerer: Answerer) -> None:
    led = "Which tasks does the water affairs bureau lead in Luzhou?"
    answer = conversation(answerer, led, "And for which ones is it only listed as a cooperating unit?")
    assert (answer["intent"], [task["heading"] for task in answer["tasks"]]) == (
        "tasks_by_department",
        ["推进城镇污水处理"],
    )


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("宜兴太湖底泥监测多长时间必须做完一轮?", ["每两年"]),
        ("泸州的饮用水水源多久完成一次建设?", []),
        ("How often must Luzhou clean up the Tuo River?", []),
        ("泸州的备用水源几号前建完?", ["2026年6月底前"]),
        ("Which department turns up in the largest number of tasks in Luzhou?", ["市水务局"]),
    ],
)
def test_words_that_ask_are_no_topic(answerer: Answerer, question: str, names: list[str]) -> None:
    assert answerer.ask(question).get("names", []) == names


def test_lead_and_those_that_take_part_are_asked_for_together(answerer: Answerer) -> None:
    owners = answerer.ask("泸州沱江干流整治由谁牵头、哪些单位参与?")["owners"]
    assert [(owner["name"], owner["role"]) for owner in owners] == [
        ("市水务局", "lead"),
        ("市生态环境局", "cooperating"),
    ]


def test_two_letters_that_change_places_are_forgiven_in_a_word_that_asks(answerer: Answerer) -> None:
    answer = answerer.ask("How many taks does the water affairs bureau lead in Luzhou?")
    assert answer["count"] == 2
    assert "“taks” was read as task" in answer["text"]


@pytest.mark.parametrize(
    "question",
    [
        "What forest coverage rate and what good air quality days ratio does Luzhou aim for by 2025?",
        "泸州2025年森林覆盖率和优良天数比率各要达到多少?",
    ],
)
def test_two_indicators_asked_for_together_are_both_told(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert sorted(target["value"] for target in answer["targets"]) == [51, 85]


@pytest.mark.parametrize("question", ["瀘州市農業農村局牽頭哪些任務?", "泸州市农业农村局跟哪些任务沾边?"])
def test_traditional_script_and_colloquial_words_ask_the_same(answerer: Answerer, question: str) -> None:
    assert [task["text"][:10] for task in answerer.ask(question)["tasks"]] == ["开展农业“四控”行动"]


def test_sentences_count_in_words(answerer: Answerer) -> None:
    assert "carries 2 tasks: " in answerer.ask("Which tasks does the Luzhou water bureau carry?")["text"]
    assert "carries 1 task: " in answerer.ask("Which tasks does the Luzhou agriculture bureau carry?")["text"]
    assert answerer.ask("Which Luzhou tasks are due in 2025?")["text"].startswith("Due, 1 task: ")
    assert answerer.ask("文件库里有多少任务?")["count"] == 7
    assert answerer.ask("北京有哪些任务?")["text"].startswith("文件库中没有北京市的文件")
