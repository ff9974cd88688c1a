"""`shanshui evaluate --questions`: exact answers counted by intent and language, misses listed, floors kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli import app

PLAN = (
    "泸州市水污染防治行动计划\n一、主要任务\n(一)整治沱江干流。2025年底前消除劣V类断面。(牵头单位:市水务局;配合单位:市生态环境局)\n"
    "(二)推进城镇污水处理。到2025年,城市污水处理率达到97%。(牵头单位:市住建局)\n"
)
SEWAGE = {"document": "luzhou.txt", "indicator": "城市污水处理率", "value": 97, "year": "2025"}
LEAD, HELP = {"name": "市水务局", "role": "lead"}, {"name": "市生态环境局", "role": "cooperating"}
QUESTIONS: list[dict[str, Any]] = [
    {"lang": "zh", "intent": "targets_by_indicator", "q": "泸州2025年城市污水处理率?", "answer": {"targets": [SEWAGE]}},
    {"lang": "en", "intent": "owners_of_task", "q": "Who leads the Tuo River clean-up?", "answer": {"owners": [LEAD]}},
    {"lang": "zh", "intent": "targets_by_indicator", "q": "泸州森林覆盖率目标?", "answer": {"none": True}},
    {
        "lang": "zh",
        "intent": "owners_of_task",
        "q": "配合的呢?",
        "after": ["谁牵头整治沱江干流?"],
        "answer": {"owners": [HELP]},
    },
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with a plan, four questions about it, and the floor that all be answered."""
    (tmp_path / "luzhou.txt").write_text(PLAN, "utf-8")
    (tmp_path / "floors.yaml").write_text("questions: 1.0\ntasks: 0.9\n", "utf-8")
    write(tmp_path, QUESTIONS)
    return tmp_path


def write(folder: Path, questions: list[dict[str, Any]]) -> None:
    lines = [json.dumps({"id": str(number)} | question) for number, question in enumerate(questions)]
    (folder / "questions.jsonl").write_text("\n".join(lines), "utf-8")


def evaluated(gold: Path, *options: str) -> tuple[int, str]:
    ran = CliRunner().invoke(
        app, ["evaluate", "--questions", str(gold), "--corpus", str(gold / "luzhou.txt"), *options]
    )
    return ran.exit_code, ran.output


def test_answers_are_counted_by_intent_and_language(gold: Path) -> None:
    code, output = evaluated(gold, "--json")
    found = json.loads(output)
    assert code == 0, found["misses"]
    assert {name: group["right"] for name, group in found["questions"].items()} == {
        "all": 4, "zh": 3, "en": 1, "no answer": 1, "follow-ups": 1,
        "owners_of_task en": 1, "owners_of_task zh": 1, "targets_by_indicator zh": 2,
    }  # fmt: skip


def test_miss_is_listed_and_fails_under_the_floor(gold: Path) -> None:
    write(gold, [QUESTIONS[0] | {"answer": {"targets": [SEWAGE | {"value": 99}]}}])
    code, output = evaluated(gold)
    assert code == 1
    assert "泸州2025年城市污水处理率" in output
    assert "0.000" in output


def test_folder_without_questions_is_named(tmp_path: Path) -> None:
    (tmp_path / "luzhou.txt").write_text(PLAN, "utf-8")
    ran = CliRunner().invoke(app, ["evaluate", "--questions", str(tmp_path)])
    assert "no questions" in str(ran.exception)
