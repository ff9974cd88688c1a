"""`shanshui ask` as it is called: one question, a batch, a conversation."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from handmade import generated, water_plan
from store_suite import write
from typer.testing import CliRunner, Result

from cli import app
from cli.ask import BatchError
from graph.stores.opening import open_store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store")
    with open_store(str(path)) as opened:
        write(opened, water_plan())
    return path


def ask(folder: Path, *arguments: str, said: str = "") -> Result:
    return CliRunner().invoke(app, ["ask", *arguments, "--store", str(folder)], input=said)


def test_question_gets_one_json_object(folder: Path) -> None:
    answer = json.loads(ask(folder, "嵊州水务局牵头哪些任务?", "--json").output)
    assert [task["key"] for task in answer["tasks"]] == ["二/(一)"]
    assert answer["evidence"][0]["quote"] == "市水务局"
    assert answer["slots"]["role"] == "lead"
    assert "OWNED_BY" in answer["cypher"]


def test_answer_for_people_shows_sentence_and_words_and_says_how_to_see_the_query(folder: Path) -> None:
    shown = ask(folder, "Which tasks does the Shengzhou water bureau lead?").output
    assert "整治曹娥江干流" in shown
    assert "“市水务局”" in shown
    assert "二/(一) is where a task stands" in shown
    assert "--query" in shown
    assert "MATCH" not in shown


@pytest.mark.parametrize(("arguments", "said"), [(("谁管曹娥江整治?",), ""), ((), "谁管曹娥江整治?\n\n")])
def test_query_is_shown_to_who_asks_for_it(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    assert "MATCH" not in ask(folder, *arguments, said=said).output
    assert "MATCH" in ask(folder, *arguments, "--query", said=said).output


def test_answer_says_how_many_rows_it_does_not_show(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as opened:
        write(opened, *generated(1, tasks=20))
    shown = ask(tmp_path, "2040年底前到期的任务有哪些?").output
    assert len(re.findall(r"^  一/\d", shown, re.MULTILINE)) == 12
    assert "… and 8 more (--json prints all)" in shown


def test_batch_answers_line_by_line_with_the_ids(folder: Path, tmp_path: Path) -> None:
    lines = [{"id": "a", "q": "哪些任务涉及曹娥江?"}, {"id": 2, "q": "Who leads the Cao'e River clean-up?"}]
    batch = tmp_path / "questions.jsonl"
    batch.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    answers = [json.loads(line) for line in ask(folder, "--batch", str(batch), "--json").output.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", 2]
    assert [answer["none"] for answer in answers] == [False, False]
    piped = ask(folder, "--batch", "-", "--json", said=batch.read_text("utf-8")).output
    assert [json.loads(line)["text"] for line in piped.splitlines()] == [answer["text"] for answer in answers]


def test_batch_that_cannot_be_read_is_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text('{"q": "谁管噪声"}\n{"id": 1}\n', "utf-8")
    for name, message in (("broken.jsonl", "line 2 has no q"), ("missing.jsonl", "there is no such file")):
        result = ask(folder, "--batch", str(tmp_path / name), "--json")
        assert isinstance(result.exception, BatchError)
        assert message in str(result.exception)


def test_conversation_keeps_the_context_until_an_empty_line(folder: Path) -> None:
    shown = ask(folder, said="嵊州水务局负责哪些任务?\n那住建局呢?\n\n").output
    assert "整治曹娥江干流" in shown
    assert "建设城东污水处理厂二期工程" in shown
