"""Questions with a condition: what plans lack, who does not carry something, what nobody carries and how much of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked import answering

from graph.answers.answers import Answerer

PLANS = {
    "lishui.txt": "丽水市生态环境保护行动方案(2023—2025年)\n一、工作目标\n到2025年,"
    "PM2.5平均浓度控制在24微克/立方米以下,森林覆盖率达到81.7%。\n二、主要任务\n(一)防治餐饮油烟。2024年底前完成排查。"
    "(牵头单位:市综合执法局;责任单位:市生态环境局)\n"
    "(二)修复瓯江湿地。2025年6月底前修复湿地300亩。(牵头单位:市水利局;责任单位:市林业局)\n(三)宣传绿色生活。"
    "办好生态日活动。\n",
    "zhuji.txt": "诸暨市环境噪声治理实施意见\n一、工作目标\n到2024年,声环境质量达标率达到95%。\n二、主要任务\n"
    "(一)整治施工噪声。夜间施工须经批准。(责任单位:市住建局、市公安局)\n(二)守护浦阳江。每季度巡查一次。"
    "(责任单位:市水利局)\n",
    "sanmenxia.txt": "三门峡市绿化行动计划(2024—2026年)\n一、目标\n到2026年,森林覆盖率达到52%。\n二、主要任务\n"
    "(一)种植护岸林。(市林业局负责)\n",
    "fugu.txt": "府谷县秸秆禁烧宣传信\n各位村民:\n秸秆焚烧污染空气,影响交通安全,请大家共同守护蓝天。\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering(tmp_path_factory, PLANS) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("哪些地方没有PM2.5目标?", ["fugu.txt", "sanmenxia.txt", "zhuji.txt"]),
        ("没有森林覆盖率目标的城市有哪些", ["fugu.txt", "zhuji.txt"]),
        ("丽水和诸暨哪个没有PM2.5目标", ["zhuji.txt"]),
        ("哪些文件没有提到噪声?", ["fugu.txt", "lishui.txt", "sanmenxia.txt"]),
        ("哪些方案没有涉及瓯江?", ["sanmenxia.txt", "zhuji.txt"]),
        ("哪些文件没有写公安局?", ["fugu.txt", "lishui.txt", "sanmenxia.txt"]),
        ("哪些文件没有写明责任单位?", ["fugu.txt"]),
        ("哪些文件没有发布日期?", ["fugu.txt", "lishui.txt", "sanmenxia.txt", "zhuji.txt"]),
        ("Which documents have no forest cover target?", ["fugu.txt", "zhuji.txt"]),
        ("Which plans don't mention noise?", ["lishui.txt", "sanmenxia.txt"]),
        ("哪些地方有PM2.5目标?", ["lishui.txt"]),
        ("哪些城市定了森林覆盖率目标?", ["lishui.txt", "sanmenxia.txt"]),
        ("Which cities set a PM2.5 target?", ["lishui.txt"]),
    ],
)
def test_documents_are_told_by_what_they_lack_or_set(answerer: Answerer, question: str, sources: list[str]) -> None:
    answer = answerer.ask(question)
    assert sorted(document["source"] for document in answer["documents"]) == sources
    assert answer["intent"] == "documents"


@pytest.mark.parametrize("question", ["哪些地方没有完成目标?", "有没有讲核电的文件?"])
def test_wording_that_lacks_nothing_lists_no_documents(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question)["none"]


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("丽水的任务中哪些不是水利局负责的?", ["二/(一)"]),
        ("丽水哪些任务水利局没有参与?", ["二/(一)"]),
        ("Which Lishui tasks are not led by the water bureau?", ["二/(一)"]),
        ("What doesn't the water bureau do in Lishui?", ["二/(一)"]),
        ("丽水有没有水利局牵头的任务?", ["二/(二)"]),
    ],
)
def test_tasks_of_a_body_denied_are_those_of_others(answerer: Answerer, question: str, keys: list[str]) -> None:
    assert [task["key"] for task in answerer.ask(question)["tasks"]] == keys


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("丽水没有时限的任务有多少项?", 1),
        ("How many Lishui tasks have no deadline?", 1),
        ("丽水有多少项任务没有责任单位?", 1),
        ("丽水有多少项任务不由水利局负责?", 1),
        ("有多少个城市没有PM2.5目标?", 3),
    ],
)
def test_what_is_lacking_is_counted(answerer: Answerer, question: str, count: int) -> None:
    assert answerer.ask(question)["count"] == count


@pytest.mark.parametrize(
    ("questions", "sources"),
    [
        (("哪些地方没有PM2.5目标?", "森林覆盖率呢?"), ["fugu.txt", "zhuji.txt"]),
        (("Which documents have no PM2.5 target?", "And forest cover?"), ["fugu.txt", "zhuji.txt"]),
    ],
)
def test_follow_up_asks_what_else_is_lacking(
    answerer: Answerer, questions: tuple[str, ...], sources: list[str]
) -> None:
    answer = answerer.ask_after(questions[-1], questions[:-1])
    assert sorted(document["source"] for document in answer["documents"]) == sources


@pytest.mark.parametrize(
    ("questions", "intent", "found"),
    [
        (("丽水市水利局牵头哪些任务?", "它的截止日期呢?"), "deadlines", ["2025年6月底前"]),
        (("丽水市水利局牵头哪些任务?", "这些任务的目标呢?"), "targets_by_indicator", [300]),
        (("Which tasks does the water bureau of Lishui lead?", "and its deadlines?"), "deadlines", ["2025年6月底前"]),
        (("瓯江湿地修复由谁牵头?", "那目标呢?"), "targets_by_indicator", [300]),
        (("丽水", "目标呢?"), "targets_by_indicator", [24, 81.7, 300]),
        (("丽水有哪些目标?", "有多少个?"), "targets_by_indicator", [24, 81.7, 300]),
    ],
)
def test_follow_up_may_ask_for_another_kind_of_thing(
    answerer: Answerer, questions: tuple[str, ...], intent: str, found: list[object]
) -> None:
    answer = answerer.ask_after(questions[-1], questions[:-1])
    assert answer["intent"] == intent
    assert (answer.get("names") or [target["value"] for target in answer["targets"]]) == found


def test_how_many_counts_what_was_asked_for_before(answerer: Answerer) -> None:
    answer = answerer.ask_after("有多少个?", ["丽水有哪些河流?"])
    assert (answer["count"], answer["names"]) == (1, ["瓯江湿地"])


@pytest.mark.parametrize(
    ("question", "values", "lacking"),
    [
        ("丽水的PM2.5和森林覆盖率目标", [24, 81.7], ""),
        ("What are the PM2.5 and forest coverage targets of Lishui?", [24, 81.7], ""),
        ("三门峡的PM2.5和森林覆盖率目标", [52], "没有PM2.5的目标"),
        ("What are the PM2.5 and forest coverage targets of Sanmenxia?", [52], "There is no target for PM2.5"),
    ],
)
def test_each_of_several_indicators_is_told(
    answerer: Answerer, question: str, values: list[float], lacking: str
) -> None:
    answer = answerer.ask(question)
    assert [target["value"] for target in answer["targets"]] == values
    assert lacking in answer["text"]


@pytest.mark.parametrize(
    "question",
    ["餐饮油烟谁牵头谁负责?", "餐饮油烟由谁牵头、谁配合?", "Who leads and who supports restaurant fumes in Lishui?"],
)
def test_two_roles_in_one_question_are_both_told(answerer: Answerer, question: str) -> None:
    owners = answerer.ask(question)["owners"]
    assert [(owner["name"], owner["role"]) for owner in owners] == [
        ("市综合执法局", "lead"),
        ("市生态环境局", "responsible"),
    ]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2025年以后的目标", [24, 81.7, 300, 52]),
        ("2025年之后的目标", [52]),
        ("targets after 2025", [52]),
        ("丽水2025年之后的目标", []),
    ],
)
def test_years_from_one_on_are_all_asked_for(answerer: Answerer, question: str, values: list[float]) -> None:
    answer = answerer.ask(question)
    assert sorted(target["value"] for target in answer.get("targets", [])) == sorted(values)
    assert answer["none"] == (not values)


def test_tasks_due_from_a_year_on_are_told(answerer: Answerer) -> None:
    tasks = answerer.ask("2025年以后到期的任务有哪些?")["tasks"]
    assert [task["heading"] for task in tasks] == ["修复瓯江湿地"]


@pytest.mark.parametrize(
    ("question", "owners", "names"),
    [
        ("丽水餐饮油烟由谁牵头,什么时候完成?", ["市综合执法局"], ["2024年底前"]),
        ("Who leads restaurant fumes in Lishui, and by when?", ["市综合执法局"], ["2024年底前"]),
        ("丽水餐饮油烟由谁牵头、什么时候完成?", ["市综合执法局"], ["2024年底前"]),
    ],
)
def test_several_questions_in_one_are_all_answered(
    answerer: Answerer, question: str, owners: list[str], names: list[str]
) -> None:
    answer = answerer.ask(question)
    assert [owner["name"] for owner in answer["owners"]] == owners
    assert answer["names"] == names
    assert all(said in answer["text"] for said in (*owners, *names))


def test_same_thing_asked_twice_is_one_question(answerer: Answerer) -> None:
    answer = answerer.ask("丽水餐饮油烟由谁牵头,由谁负责?")
    assert [owner["role"] for owner in answer["owners"]] == ["lead", "responsible"]
    assert answer["text"].count("防治餐饮油烟") == 1


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("哪些目标超过80%?", [81.7, 95]),
        ("95%的目标有哪些?", [95]),
        ("Which targets are above 80%?", [81.7, 95]),
        ("哪些目标不低于95%?", [95]),
        ("哪些森林覆盖率目标低于60%?", [52]),
        ("森林覆盖率目标超过60%的城市有哪些?", [81.7]),
        ("丽水PM2.5目标是多少?", [24]),
    ],
)
def test_targets_lie_within_the_bound_asked_for(answerer: Answerer, question: str, values: list[float]) -> None:
    assert sorted(target["value"] for target in answerer.ask(question)["targets"]) == values


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("丽水哪些任务由两个部门共同负责?", ["修复瓯江湿地", "防治餐饮油烟"]),
        ("诸暨由一个单位负责的任务有哪些?", ["守护浦阳江"]),
        ("Which Zhuji tasks are carried by at least two bureaus?", ["整治施工噪声"]),
        ("丽水哪些任务由三个以上单位负责?", []),
        ("诸暨责任单位最多的任务是哪个?", ["整治施工噪声"]),
        ("Which Zhuji task has the most bodies?", ["整治施工噪声"]),
    ],
)
def test_tasks_are_told_by_how_many_bodies_carry_them(answerer: Answerer, question: str, headings: list[str]) -> None:
    assert sorted(task["heading"] for task in answerer.ask(question).get("tasks", [])) == sorted(headings)


@pytest.mark.parametrize(
    ("question", "names", "count"),
    [
        ("哪个城市的任务最多?", ["丽水市"], 3),
        ("哪份方案任务最多?", ["《丽水市生态环境保护行动方案(2023—2025年)》"], 3),
        ("Which city has the most tasks?", ["丽水市"], 3),
        ("哪个城市的公安局任务最多?", ["诸暨市"], 1),
        ("诸暨哪个部门任务最多?", ["市住建局", "市公安局", "市水利局"], 1),
        ("丽水市水利局比林业局的任务少吗?", ["林业局", "水利局"], 1),
        ("噪声任务最多的部门是哪个?", ["市住建局", "市公安局", "市水利局"], 1),
    ],
)
def test_places_and_plans_are_ranked_by_their_tasks_as_bodies_are(
    answerer: Answerer, question: str, names: list[str], count: int
) -> None:
    answer = answerer.ask(question)
    assert (sorted(answer["names"]), answer["count"]) == (sorted(names), count)


def test_two_counts_are_both_told(answerer: Answerer) -> None:
    answer = answerer.ask("丽水方案有多少项任务、多少个目标?")
    assert (answer["count"], len(answer["targets"])) == (3, 3)


def test_several_questions_in_one_may_follow_up_another(answerer: Answerer) -> None:
    answer = answerer.ask_after("由谁牵头,什么时候完成?", ["丽水的餐饮油烟治理有哪些任务?"])
    assert [owner["name"] for owner in answer["owners"]] == ["市综合执法局"]
    assert answer["names"] == ["2024年底前"]
