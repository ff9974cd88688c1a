"""`shanshui show` as it is called, over two hand-made plans and a notice that sets no task."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from handmade import KAILI, bare, water_plan
from store_suite import write
from typer.testing import CliRunner

from cli import app
from cli.show import NothingFoundError
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
    "arguments",
    [("department", "火星局"), ("water", "长江"), ("plan", "杭州"), ("deadlines", "2024", "--place", "月球")],
)
def test_show_says_that_nothing_answers_to_a_name(folder: Path, arguments: tuple[str, ...]) -> None:
    result = CliRunner().invoke(app, ["show", *arguments, "--store", str(folder)])
    assert isinstance(result.exception, NothingFoundError)


def test_show_deadlines_refuses_what_is_no_time(folder: Path) -> None:
    result = CliRunner().invoke(app, ["show", "deadlines", "June", "--store", str(folder)])
    assert result.exit_code == 2
    assert "June is no year, month or day" in result.output
