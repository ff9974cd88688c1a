"""Questions that call plans by their subject, by a water, by a year, and what is said of a matter without a figure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked import answering

from graph.answers.answers import Answerer

PLANS = {
    "huaiyuan.txt": "怀远县2026年秸秆禁烧工作方案\n一、工作目标\n实现全县“零火点”,秸秆综合利用率达到95%。\n二、"
    "主要任务\n"
    "(一)开展网格巡查。(责任单位:县农业农村局、各乡镇人民政府)\n(二)强化宣传引导。(牵头单位:县委宣传部)\n"
    "三、保障措施\n(一)严肃督查问责。(责任单位:县纪委监委)\n",
    "bengbu.txt": "蚌埠市天河湖保护治理行动计划(2024—2026年)\n一、工作目标\n到2026年,湖心断面水质达到Ⅲ类,"
    "年补水量不低于600万立方米。\n"
    "二、主要任务\n(一)实施退渔还湖。2025年底前退渔还湖300亩。(牵头单位:市农业农村局)\n"
    "(二)开展生态补水。从淮河引水补给天河湖,年补水量不低于600万立方米,2026年底前完成泵站建设。(牵头单位:市水利局)\n",
    "suzhou.txt": "宿州市2024年大气污染防治任务清单\n一、主要任务\n(一)整治餐饮油烟。2024年10月底前完成。"
    "(责任单位:市城管局)\n"
    "(二)降低PM2.5浓度。PM2.5平均浓度比上年下降4%。(责任单位:市生态环境局)\n",
    "fuyang.txt": "阜阳市蓝天保卫战行动方案(2023—2025年)\n一、工作目标\n到2025年,"
    "PM2.5平均浓度控制在41微克/立方米以下。\n"
    "二、主要任务\n(一)淘汰老旧车辆。(责任单位:市公安局)\n",
    "chuzhou.txt": "滁州市水环境治理行动方案(2024—2026年)\n一、主要任务\n(一)整治城区河道。实施清流河综合治理工程,"
    "2025年底前完工。"
    "(牵头单位:市水利局)\n(二)完善污水管网。推进来安、天长污水管网工程,2026年6月底前建成。(牵头单位:市住建局)\n"
    "(三)修复池河岸线。(责任单位:市林业局)\n",
    "anqing.txt": "安庆市水环境质量提升方案(2024—2026年)\n一、工作目标\n到2024年,全市12个国控断面水质优良比例达到95%;"
    "到2026年,"
    "国控断面水质优良比例达到100%。\n二、主要任务\n(一)整治石塘湖。(牵头单位:市水利局)\n(二)修复花亭湖。"
    "(牵头单位:市林业局)\n",
    "bozhou.txt": "亳州市涡河治理行动方案(2024—2026年)\n一、主要任务\n(一)清理涡河岸线。"
    "依据《中华人民共和国水污染防治法》执行。"
    "(市水利局牵头,市住建局配合)\n(二)完善污水管网。落实《亳州市水污染防治行动计划》。(市住建局牵头,市水利局配合)\n"
    "(三)优化涡河调度。(牵头单位:水利部;配合单位:市水利局)\n",
    "anqing-air.txt": "安庆市大气污染防治方案(2024—2026年)\n一、主要任务\n(一)淘汰老旧车辆。(责任单位:市公安局)\n",
    "huaibei.txt": "淮北市蓝天保卫战行动方案(2023—2025年)\n一、工作目标\n到2025年,"
    "PM2.5平均浓度控制在44微克/立方米以下。\n"
    "二、主要任务\n(一)淘汰老旧车辆。(责任单位:市公安局)\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering(tmp_path_factory, PLANS) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "owners"),
    [
        ("怀远县的秸秆禁烧由谁负责?", ["县农业农村局", "各乡镇人民政府", "县委宣传部", "县纪委监委"]),
        ("怀远县秸秆禁烧方案的牵头单位有哪些?", ["县委宣传部"]),
        ("怀远县网格巡查由谁负责?", ["县农业农村局", "各乡镇人民政府"]),
        ("天河湖由谁负责?", ["市农业农村局", "市水利局"]),
        ("天河湖补水由谁负责?", ["市水利局"]),
    ],
)
def test_bodies_are_those_of_the_plan_on_the_subject(answerer: Answerer, question: str, owners: list[str]) -> None:
    assert sorted(owner["name"] for owner in answerer.ask(question).get("owners", [])) == sorted(owners)


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("怀远县有哪些保障措施?", ["严肃督查问责"]),
        ("涉及天河湖的任务有哪些?", ["开展生态补水", "实施退渔还湖"]),
        ("蚌埠2025年有哪些任务?", ["实施退渔还湖"]),
        ("宿州市2024年底前要完成哪些任务?", ["整治餐饮油烟"]),
    ],
)
def test_tasks_are_those_of_the_kind_the_water_and_the_year(
    answerer: Answerer, question: str, headings: list[str]
) -> None:
    assert sorted(task["heading"] for task in answerer.ask(question)["tasks"]) == sorted(headings)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("天河湖补水量是多少?", [6000000, 6000000]),
        ("怀远县秸秆禁烧有哪些目标?", [0, 95]),
    ],
)
def test_targets_are_those_of_the_plan_on_the_subject(answerer: Answerer, question: str, values: list[float]) -> None:
    assert sorted(target["value"] for target in answerer.ask(question).get("targets", [])) == values


def test_strictest_value_leaves_out_those_of_another_kind(answerer: Answerer) -> None:
    text = answerer.ask("PM2.5目标最严的是哪里?")["text"]
    assert text.startswith("最严的是阜阳市(41微克/立方米,2025),数值越低越严")


@pytest.mark.parametrize(
    ("question", "intent", "headings", "names"),
    [
        ("天长污水管网工程什么时候建成?", "deadlines", ["完善污水管网"], ["2026年6月底前"]),
        ("清流河综合治理工程什么时候完成?", "deadlines", ["整治城区河道"], ["2025年底前"]),
        ("来安污水管网工程", "tasks", ["完善污水管网"], None),
        ("来安污水管网工程由谁负责?", "owners_of_task", ["完善污水管网"], None),
    ],
)
def test_project_named_in_full_is_that_of_its_task(
    answerer: Answerer, question: str, intent: str, headings: list[str], names: list[str] | None
) -> None:
    answer = answerer.ask(question)
    assert (answer["intent"], answer.get("names")) == (intent, names)
    assert [task["heading"] for task in answer["tasks"]] == headings


@pytest.mark.parametrize("question", ["滁州的河流", "滁州河流名单", "滁州有哪些河流"])
def test_bare_word_for_rivers_lists_them(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question)["names"] == ["清流河", "池河"]


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("蚌埠哪些任务有数值目标?", ["实施退渔还湖", "开展生态补水"]),
        ("宿州哪些任务没有目标?", ["整治餐饮油烟"]),
        ("Which Suzhou tasks set no targets?", ["整治餐饮油烟"]),
    ],
)
def test_tasks_with_and_without_targets_are_told_apart(answerer: Answerer, question: str, headings: list[str]) -> None:
    assert sorted(task["heading"] for task in answerer.ask(question)["tasks"]) == sorted(headings)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "滁州每个部门有多少任务?",
            "任务最多的是市水利局、市林业局、市住建局(1项)。依次:市水利局1项、市林业局1项、市住建局1项。",
        ),
        ("滁州和阜阳的方案哪个任务多?", "任务最多的是《滁州市水环境治理行动方案(2024—2026年)》(3项)。依次:"),
        ("紫薇江", "文件中没有提到“紫薇江”。"),
    ],
)
def test_numbers_of_each_and_names_unheard_of_are_told(answerer: Answerer, question: str, text: str) -> None:
    assert answerer.ask(question)["text"].startswith(text)


@pytest.mark.parametrize(
    ("question", "values", "text"),
    [
        ("安庆2024年国控断面水质优良比例", [95], ""),
        ("安庆国控断面水质优良比例2024年和2025年各是多少?", [95], "没有2025年的目标"),
        ("比较安庆和阜阳的国控断面水质优良比例", [95, 100], "阜阳市:没有这样的数值目标"),
    ],
)
def test_year_or_place_without_a_target_is_told_once(
    answerer: Answerer, question: str, values: list[float], text: str
) -> None:
    answer = answerer.ask(question)
    assert sorted(target["value"] for target in answer["targets"]) == values
    assert text in answer["text"]
    assert "安庆市:没有" not in answer["text"]


@pytest.mark.parametrize(
    ("question", "intent", "names"),
    [
        ("安庆水利局负责哪些湖泊?", "water_bodies", ["石塘湖"]),
        ("Which lakes does the forestry bureau of Anqing look after?", "water_bodies", ["花亭湖"]),
        ("滁州水利局牵头哪些工程?", "projects", ["清流河综合治理工程"]),
    ],
)
def test_waters_and_projects_of_a_body_are_those_of_its_tasks(
    answerer: Answerer, question: str, intent: str, names: list[str]
) -> None:
    answer = answerer.ask(question)
    assert (answer["intent"], answer["names"]) == (intent, names)


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("亳州由水利局牵头、住建局配合的任务有哪些?", ["清理涡河岸线"]),
        ("Which Bozhou tasks are led by the housing bureau and supported by the water bureau?", ["完善污水管网"]),
        ("亳州水利部牵头哪些任务?", ["优化涡河调度"]),
        ("亳州水利局和住建局牵头的任务有哪些?", ["清理涡河岸线", "完善污水管网"]),
    ],
)
def test_each_department_is_asked_for_in_its_own_role(answerer: Answerer, question: str, headings: list[str]) -> None:
    assert {task["heading"] for task in answerer.ask(question)["tasks"]} == set(headings)


def test_law_named_in_english_is_no_plan_of_the_same_field(answerer: Answerer) -> None:
    text = answerer.ask("Which plan cites the Water Pollution Law?")["text"]
    assert text == "《中华人民共和国水污染防治法》 is cited by Bozhou."


def test_target_of_a_water_in_english_is_no_list_of_tasks(answerer: Answerer) -> None:
    assert answerer.read("What is the water quality target of Lake Tianhe?").intent == "targets_by_indicator"
