"""Questions about the starter corpus whose answers are known, and answers that must hold whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.answers import Answerer
from graph.ingest import ingest
from graph.question_gold import QuestionGoldError, accuracy, is_right, load_questions
from graph.store import Store, open_store

HERE = Path(__file__).parent
QUESTIONS = HERE / "gold" / "questions.jsonl"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("starter"))) as opened:
        ingest([HERE.parent / "corpus" / "starter"], opened)
        yield opened


@pytest.fixture(scope="module")
def answerer(store: Store) -> Answerer:
    return Answerer(store)


def test_questions_are_answered_exactly(answerer: Answerer) -> None:
    questions = load_questions(QUESTIONS)
    assert len(questions) >= 150
    groups = accuracy(questions, answerer.ask)
    assert groups["all"].share >= 0.95, groups["all"].misses
    assert groups["no answer"].share == 1.0, groups["no answer"].misses
    assert min(groups["zh"].share, groups["en"].share) >= 0.93


@pytest.mark.parametrize("question", [q["q"] for q in load_questions(QUESTIONS)][::6])
def test_every_answer_quotes_the_text_and_shows_its_query(answerer: Answerer, store: Store, question: str) -> None:
    answer = answerer.ask(question)
    assert answer["text"]
    assert answer["none"] or (answer["evidence"] and "MATCH" in answer["cypher"])
    for quoted in answer["evidence"]:
        text = store.run("text", document=quoted["document"])[0]["text"]
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


def test_typing_error_is_forgiven_and_said(answerer: Answerer) -> None:
    answer = answerer.ask("声环境功能区夜间达标率杭洲定了多少?")
    assert "“杭洲”读作“杭州”" in answer["text"]
    assert [target["value"] for target in answer["targets"]] == [85]


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("贵阳市2025年森林覆盖率目标是多少?", "贵阳市"),
        ("What is Chengdu's PM2.5 goal?", "成都市"),
        ("杭州2031年空气质量优良天数比率目标是多少?", "2031"),
        ("嵊州气象局负责哪些任务?", "气象局"),
    ],
)
def test_what_is_not_there_is_said_with_what_is_missing(answerer: Answerer, question: str, missing: str) -> None:
    answer = answerer.ask(question)
    assert answer["none"]
    assert missing in answer["text"]


def test_answer_speaks_the_language_of_the_question(answerer: Answerer) -> None:
    assert "承担" in answerer.ask("嵊州审计局负责什么任务?")["text"]
    assert "carries" in answerer.ask("Which tasks does the Shengzhou audit bureau carry?")["text"]


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
