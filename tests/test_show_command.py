"""`shanshui show` as it is called, over two hand-made plans and a notice that sets no task."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from handmade import KAILI, bare, generated, water_plan
from store_suite import write
from typer.testing import CliRunner

from cli import app
from graph.store import UnknownNameError
from graph.stores.opening import open_store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store")
    plans = [water_plan(), water_plan(KAILI, "kaili.txt", "2027", "清水江"), bare("notice.txt", "会议通知")]
    for plan in plans[:2]:
        plan.targets[0].canonical = "water.good_surface_ratio"
    with open_store(str(path)) as opened:
        write(opened, *plans)
    return path


def show(folder: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, ["show", *arguments, "--store", str(folder)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize(
    ("arguments", "shown", "hidden"),
    [
        (("department", "水务局"), ("整治曹娥江干流", "整治清水江干流", "牵头 lead"), "城东"),
        (("department", "water bureau", "--place", "Kaili"), ("整治清水江干流",), "曹娥江"),
        (("water", "曹娥江"), ("整治曹娥江干流",), "清水江"),
        (("project", "凯里市城东污水处理厂二期工程"), ("凯里市水污染防治行动计划",), "嵊州市"),
        (("indicator", "水质优良比例", "--place", "嵊州"), ("≥95%", "2025"), "2027"),
        (("deadlines", "2025"), ("整治曹娥江干流", "2025-12-31"), "清水江"),
        (("plan", "嵊州"), ("二/(一)", "市水务局", "2025年底前"), "清水江"),
        (("plan", "会议通知"), ("会议通知",), "整治"),
    ],
)
def test_show_tells_people_what_was_asked(
    folder: Path, arguments: tuple[str, ...], shown: tuple[str, ...], hidden: str
) -> None:
    output = show(folder, *arguments)
    assert [words for words in shown if words not in output] == []
    assert hidden not in output


@pytest.mark.parametrize("arguments", [("indicator", "水质优良比例"), ("plan", "嵊州")])
def test_show_names_the_territory_by_its_name(folder: Path, arguments: tuple[str, ...]) -> None:
    output = show(folder, *arguments)
    assert "嵊州市" in output
    assert "330683" not in output


def test_show_gives_rows_with_their_evidence_as_json_and_csv(folder: Path) -> None:
    (row,) = json.loads(show(folder, "department", "嵊州市水务局", "--role", "lead", "--json"))["rows"]
    assert (row["name"], row["role"], row["rule"]) == ("市水务局", "lead", "clause")
    assert row["evidence_start"] < row["evidence_end"]
    (line,) = csv.DictReader(show(folder, "department", "嵊州市水务局", "--role", "lead", "--csv").splitlines())
    assert line == {name: "" if value is None else str(value) for name, value in row.items()}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("department", "火星局"), "no document that is held names the department 火星局"),
        (("department", "市水物局"), "nearest: 市水务局"),
        (("department", "市水务局", "--role", "supervising"), "is known, but carries no task as supervising"),
        (("water", "曹鹅江"), "no task concerns a water called 曹鹅江; nearest: 曹娥江"),
        (("project", "嵊州市城东污水处理厂三期工程"), "nearest: 嵊州市城东污水处理厂二期工程"),
        (("indicator", "水质忧良比例", "--place", "嵊州"), "in 嵊州; nearest: "),
        (("plan", "杭州"), "no plan that is held is of 杭州"),
        (("plan", "凯利市"), "nearest: 凯里市"),
        (("deadlines", "2024", "--place", "月球"), "there is no place called 月球; documents govern"),
        (("deadlines", "2001"), "no task is due by 2001"),
    ],
)
def test_show_says_that_nothing_answers_to_a_name_and_what_is_nearest(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = CliRunner().invoke(app, ["show", *arguments, "--store", str(folder)])
    assert isinstance(result.exception, UnknownNameError)
    assert said in str(result.exception)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("deadlines", "June"), "June is no year, month or day"),
        (("deadlines", "明年"), "2025-06-30"),
        (("plan", " "), "it is blank"),
    ],
)
def test_show_refuses_what_is_no_time_or_no_name(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    result = CliRunner().invoke(app, ["show", *arguments, "--store", str(folder)])
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_show_deadlines_without_a_time_shows_all(folder: Path) -> None:
    output = show(folder, "deadlines")
    assert "2025-12-31" in output
    assert "2027-12-31" in output


def test_plan_stands_once_above_its_tasks_whatever_their_times(tmp_path: Path) -> None:
    plans = list(generated(2, tasks=6))
    with open_store(str(tmp_path)) as opened:
        write(opened, *plans)
    lines = show(tmp_path, "deadlines", "2040").splitlines()
    assert [sum(plan.title in line for line in lines) for plan in plans] == [1, 1]


def test_plan_without_tasks_is_said_to_have_none(folder: Path) -> None:
    assert "sets no tasks" in show(folder, "plan", "会议通知")
    assert show(folder, "plan", "会议通知", "--csv") == ""


def test_keys_and_shares_are_explained_below(folder: Path) -> None:
    output = " ".join(show(folder, "department", "水务局").split())
    assert "二/(一) is where a task stands in the outline of its plan." in output
    assert "A percentage says how often" in output
