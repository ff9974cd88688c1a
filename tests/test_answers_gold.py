"""Questions about the starter corpus whose answers are known, and answers that must hold whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.answers.answers import Answerer
from graph.answers.question_gold import QuestionGoldError, accuracy, is_right, load_questions, reference
from graph.store import Store
from graph.stores.opening import open_store

HERE = Path(__file__).parent
QUESTIONS = HERE / "gold" / "questions.jsonl"


@pytest.fixture(scope="module")
def store(starter_store: str) -> Iterator[Store]:
    with open_store(starter_store, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def answerer(store: Store) -> Answerer:
    return Answerer(store)


def test_questions_are_answered_exactly(answerer: Answerer) -> None:
    questions = load_questions(QUESTIONS)
    assert len(questions) >= 150
    groups = accuracy(questions, answerer.ask_after)
    assert groups["all"].share >= 0.95, groups["all"].misses
    assert groups["no answer"].share == 1.0, groups["no answer"].misses
    assert groups["follow-ups"].share == 1.0, groups["follow-ups"].misses
    assert min(groups["zh"].share, groups["en"].share) >= 0.93


@pytest.mark.parametrize("question", [q["q"] for q in load_questions(QUESTIONS)][::6])
def test_every_answer_quotes_the_text_and_shows_its_query(answerer: Answerer, store: Store, question: str) -> None:
    answer = answerer.ask(question)
    assert answer["text"]
    assert answer["none"] or (answer["evidence"] and "MATCH" in answer["cypher"])
    for quoted in answer["evidence"]:
        text = store.run("text", documents=[quoted["document"]])[0]["text"]
        assert text[quoted["start"] : quoted["end"]] == quoted["quote"] != ""


def test_same_question_gets_the_same_answer(answerer: Answerer) -> None:
    first, second = (answerer.ask("嵊州水利局负责哪些任务?") | {"milliseconds": 0} for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("first", "then", "tasks"),
    [
        ("黔东南林业局牵头哪些任务?", "那嵊州审计局呢?", ["二/(一)/3"]),
        ("Which tasks does the audit bureau carry in Shengzhou?", "and the commerce bureau?", ["二/(二)/6"]),
        ("黔东南水务局牵头哪些任务?", "公安局呢?", []),
    ],
)
def test_follow_up_keeps_what_it_leaves_open(answerer: Answerer, first: str, then: str, tasks: list[str]) -> None:
    answer = answerer.ask(then, answerer.read(first))
    assert [task["key"] for task in answer.get("tasks", [])] == tasks
    assert answer["none"] == (not tasks)


@pytest.mark.parametrize(
    "question", ["PM2.5的目标是多少?", "森林覆盖率要达到多少", "what is the goal for good-air days"]
)
def test_target_of_a_large_store_is_looked_for_where_search_finds_it(
    store: Store, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    read_whole = Answerer(store).ask(question)["targets"]
    monkeypatch.setattr("graph.answers.scope._MOST_TASKS", 100)
    assert Answerer(store).ask(question)["targets"] == read_whole != []


def test_typing_error_is_forgiven_and_said(answerer: Answerer) -> None:
    answer = answerer.ask("声环境功能区夜间达标率杭洲定了多少?")
    assert "“杭洲”读作“杭州”" in answer["text"]
    assert [target["value"] for target in answer["targets"]] == [85]


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("贵阳市2025年森林覆盖率目标是多少?", "贵阳市"),
        ("What is Chengdu's PM2.5 goal?", "Chengdu"),
        ("杭州2031年空气质量优良天数比率目标是多少?", "2031"),
        ("嵊州气象局负责哪些任务?", "气象局"),
        ("Who is building the sponge city in Shengzhou?", "Shengzhou"),
        ("What mangrove area does Hangzhou want to plant by 2025?", "Hangzhou"),
        ("Which bureau handles asbestos removal in Shengzhou?", "Shengzhou"),
        ("How many electric buses must Shengzhou buy by 2025?", "Shengzhou"),
        ("When does Shengzhou's congestion charge start?", "Shengzhou"),
        ("黔东南的沙尘暴防治谁牵头?", "黔东南"),
    ],
)
def test_what_is_not_there_is_said_with_what_is_missing(answerer: Answerer, question: str, missing: str) -> None:
    answer = answerer.ask(question)
    assert answer["none"]
    assert missing in answer["text"]


@pytest.mark.parametrize(
    ("question", "keys"), [("2025年底前黔东南要完成什么?", 11), ("2025年黔东南有哪些任务到期?", 10)]
)
def test_what_is_due_by_a_year_takes_in_what_is_due_before(answerer: Answerer, question: str, keys: int) -> None:
    tasks = [task["key"] for task in answerer.ask(question)["tasks"]]
    assert len(tasks) == keys
    assert ("四/(一)/2" in tasks) is (keys == 11)  # due in 2023


def test_scope_that_is_asked_for_leaves_out_the_others(answerer: Answerer) -> None:
    targets = answerer.ask("篇二十一要求2025年设市城市生活污水集中收集率达到多少?")["targets"]
    assert {(target["value"], target["scope"][:4]) for target in targets} == {(70, "设市城市")}


def test_level_of_a_bureau_that_nobody_writes_tells_the_place(answerer: Answerer) -> None:
    assert answerer.ask("州教育局牵头哪些任务?")["none"]  # 篇十三 gives a task to a county's 教育部门


def test_task_on_a_water_that_is_named_is_no_task_on_another(answerer: Answerer) -> None:
    keys = [task["key"] for task in answerer.ask("Who leads the Cao'e River clean-up?")["tasks"]]
    assert keys == ["二/(三)/11"]


def test_cited_document_is_said_with_the_number_beside_its_title(answerer: Answerer) -> None:
    assert "(环办生态〔2024〕4号)" in answerer.ask("嵊州方案引用了哪些文件?")["text"]


def test_stage_is_dated_by_the_brackets_of_its_heading(answerer: Answerer) -> None:
    assert answerer.ask("嵊州技术评估阶段是什么时间?")["names"] == ["2024年3月-2024年6月"]


def test_time_of_a_clause_goes_before_the_limit_of_its_whole_task(answerer: Answerer) -> None:
    names = answerer.ask("篇二十一里拟保留的矿山什么时候要达到绿色矿山标准?")["names"]
    assert names == ["2022年底前", "2022年12月31日"]


def test_answer_speaks_the_language_of_the_question(answerer: Answerer) -> None:
    assert "承担" in answerer.ask("嵊州审计局负责什么任务?")["text"]
    assert "carries" in answerer.ask("Which tasks does the Shengzhou audit bureau carry?")["text"]


def test_answer_says_the_role_that_was_asked_for(answerer: Answerer) -> None:
    assert answerer.ask("水务局牵头哪些任务?")["text"].startswith("水务局牵头2项任务")
    assert " leads 2 " in answerer.ask("Which tasks does the water bureau lead?")["text"]


def test_question_gold_names_the_line_that_is_no_question(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text('{"q": "谁管噪声"}\n', "utf-8")
    with pytest.raises(QuestionGoldError, match="line 1"):
        load_questions(tmp_path / "q.jsonl")


@pytest.mark.parametrize(
    ("gold", "names", "right"),
    [
        ({"names": ["曹娥江"]}, ["曹娥江"], True),
        ({"names": ["曹娥江"]}, ["曹娥江", "黄泽江"], False),
        ({"names": ["曹娥江"], "optional": ["黄泽江"]}, ["曹娥江", "黄泽江"], True),
        ({"names": ["曹娥江", "黄泽江"]}, ["曹娥江"], False),
    ],
)
def test_answer_is_right_when_nothing_is_missing_or_more(
    gold: dict[str, list[str]], names: list[str], right: bool
) -> None:
    assert is_right(gold, {"none": False, "names": names}) is right


NORTH, SOUTH, EAST = "000_b83c2b21a66f9335.txt", "004_d8d920d3a556d624.txt", "002_2db0468ccf74580b.txt"
LED = [f"{NORTH} 四/(二)/7", f"{NORTH} 四/(二)/9"]
CARRIED = [
    f"{NORTH} 四/(一)/3/二",
    *LED,
    "001_d91470fe291e6a1e.txt#篇八 1#2",
    "001_d91470fe291e6a1e.txt#篇十三 9#5",
    *(f"{SOUTH} 二/{key}" for key in ("(二)/4", "(二)/5", "(三)/9", "(三)/11", "(六)/16")),
]
DUE = [
    f"{NORTH} 四/{key}"
    for key in (
        "(一)/2",
        "(一)/3/一",
        "(一)/3/二",
        "(一)/3/三",
        "(一)/3/五",
        "(一)/3/六",
        "(一)/4",
        "(一)/5",
        "(二)/7",
        "(二)/8",
        "(三)/13",
    )
]


@pytest.mark.parametrize(
    ("question", "tasks", "quote"),
    [
        ("which tasks does the water bureau lead", LED, "州水务局"),
        ("水务局牵头哪些任务", LED, "州水务局"),
        ("水利局负责啥", CARRIED, "水利局"),
        ("哪些任务涉及曹娥江", [f"{SOUTH} 二/(三)/11"], "曹娥江"),
        ("2025年底前黔东南要完成什么", DUE, "2025年"),
    ],
)
def test_tasks_are_those_of_a_careful_reader(answerer: Answerer, question: str, tasks: list[str], quote: str) -> None:
    """Each set was made by reading the starter documents, the reading of bureaus under all their names included."""
    answer = answerer.ask(question)
    assert [f"{reference(task)} {task['key']}" for task in answer["tasks"]] == tasks
    assert quote in {quoted["quote"] for quoted in answer["evidence"]}


@pytest.mark.parametrize(
    ("question", "targets"),
    [
        ("what is Hangzhou's PM2.5 goal for 2025", [("PM2.5平均浓度", "<=", 28, "微克/立方米", "2025")]),
        (
            "杭州和嵊州的空气目标比较",
            [
                ("PM2.5平均浓度", "<=", 28, "微克/立方米", "2025"),
                ("空气质量优良天数比率", "=", 91.5, "%", "2025"),
                ("空气质量达标比例", "=", 80, "%", "2025"),
            ],
        ),
    ],
)
def test_targets_are_those_of_a_careful_reader(
    answerer: Answerer, question: str, targets: list[tuple[str, str, float, str, str]]
) -> None:
    """嵊州 sets no target for its air in figures, which the comparison says."""
    answer = answerer.ask(question)
    fields = ("indicator", "op", "value", "unit", "year")
    assert [tuple(target[name] for name in fields) for target in answer["targets"]] == targets
    assert {reference(target) for target in answer["targets"]} == {EAST}
    assert ("嵊州市:没有这样的数值目标" in answer["text"]) is ("嵊州" in question)


def test_those_who_deal_with_noise_are_named_plan_by_plan(answerer: Answerer) -> None:
    owners = [owner for owner in answerer.ask("谁管噪声")["owners"] if not owner["default"]]
    assert [(owner["document"][:3], owner["name"], owner["role"]) for owner in owners] == [
        ("000", "州生态环境局", "lead"),
        ("000", "州生态环境保护委员会各有关成员单位", "responsible"),
        ("001", "公安部门", "responsible"),
        ("004", "生态环境分局", "responsible"),
    ]


def test_policies_that_a_plan_cites_are_all_named(answerer: Answerer) -> None:
    assert answerer.ask("which policies does the Shengzhou plan cite")["names"] == [
        "生态文明建设示范区管理规程",
        "生态文明建设示范区(县)建设指标",
        "生态文明建设规划(2017-2025)",
        "外来入侵物种管理办法",
    ]


@pytest.mark.parametrize(
    ("questions", "intent", "keys"),
    [
        (["黔东南水务局牵头哪些任务?", "那嵊州审计局呢?"], "tasks_by_department", ["二/(一)/3"]),
        (["Who leads noise control in Qiandongnan?", "and in Shengzhou?"], "owners_of_task", ["二/(二)/7"]),
        (["嵊州谁负责噪声?", "什么时候完成?"], "deadlines", ["二/(二)/7"]),
        (["水利局负责哪些任务?", "嵊州呢?", "2031年呢?"], "tasks_by_department", []),
    ],
)
def test_follow_ups_go_on_from_all_that_was_asked(
    answerer: Answerer, questions: list[str], intent: str, keys: list[str]
) -> None:
    answer = answerer.ask(questions[-1], answerer.context(questions[:-1]))
    assert answer["intent"] == intent
    assert [task["key"] for task in answer.get("tasks", [])] == keys


def test_what_a_question_leaves_open_is_offered_as_follow_ups(answerer: Answerer) -> None:
    question = "水利局有哪些任务?"
    offered = answerer.ask(question)["others"]
    assert offered[-1] == "牵头的呢?"
    led = answerer.ask(offered[-1], answerer.context([question]))
    assert [f"{reference(task)} {task['key']}" for task in led["tasks"]] == LED
    assert answerer.ask("嵊州审计局牵头什么?")["others"] == []
