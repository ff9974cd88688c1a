"""A plan against the one before it, a target against its result: as rows, as answers, in a comparison."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from handmade import KAILI, water_plan
from store_suite import write

from graph.answers.answers import Answerer
from graph.comparison.compare import compare
from graph.store import Store
from graph.stores.opening import open_store
from nlp.facts import Facts


def later_plan() -> Facts:
    """The plan of 嵊州 for 2030: a higher share, other pipes."""
    facts = water_plan(source="later.txt", year="2030")
    facts.period, facts.title = ("2026", "2030"), "嵊州市水污染防治第二轮行动计划"
    facts.targets[0].value = 97
    facts.targets[1].indicator = "雨水管网"
    return facts


def report() -> Facts:
    """A report on 嵊州 that tells what share was reached in 2025."""
    facts = water_plan(source="report.txt")
    facts.kind, facts.tasks = "report", []
    facts.targets = facts.targets[:1]
    facts.targets[0].status, facts.targets[0].value = "result", 96
    return facts


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("store")
    with open_store(str(path)) as opened:
        write(opened, water_plan(), later_plan(), report(), water_plan(KAILI, "kaili.txt"))
        yield opened


@pytest.mark.parametrize("question", ["嵊州新旧两版方案变了什么?", "What has changed in Shengzhou's plan?"])
def test_changes_are_told_with_values_before_and_after(store: Store, question: str) -> None:
    answer = Answerer(store).ask(question)
    assert answer["intent"] == "changes"
    assert "95%→97%" in answer["text"]
    assert [(target["indicator"], target["value"]) for target in answer["targets"]] == [
        ("水质优良比例", 97),
        ("雨水管网", 20),
    ]
    assert [document["source"] for document in answer["documents"]] == ["water.txt", "later.txt"]
    assert {quoted["document"] for quoted in answer["evidence"]} == {"water.txt-id", "later.txt-id"}


def test_place_with_one_plan_has_no_changes(store: Store) -> None:
    answer = Answerer(store).ask("凯里的方案跟上一版比改了什么?")
    assert answer["none"]
    assert "凯里市" in answer["text"]


@pytest.mark.parametrize(
    "question", ["嵊州2025年水质优良比例目标完成了吗?", "Has Shengzhou met its 2025 水质优良比例 target?"]
)
def test_target_stands_beside_its_result(store: Store, question: str) -> None:
    answer = Answerer(store).ask(question)
    assert answer["intent"] == "progress"
    assert {(target["status"], target["value"]) for target in answer["targets"]} == {("target", 95), ("result", 96)}


def test_target_without_a_result_is_not_guessed_at(store: Store) -> None:
    answer = Answerer(store).ask("凯里水质优良比例目标完成了吗?")
    assert answer["none"]
    assert "95%" in answer["text"]


def test_comparison_holds_changes_and_progress(store: Store) -> None:
    found = compare(store, ["嵊州", "凯里"])
    (changed,) = found["changes"]
    assert [(pair["before"]["value"], pair["after"]["value"]) for pair in changed["changed"]] == [(95, 97)]
    assert [target["indicator"] for target in changed["dropped"]] == ["污水管网"]
    assert [(pair["target"]["value"], pair["result"]["value"]) for pair in found["progress"]] == [(95, 96)]
