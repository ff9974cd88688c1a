"""`shanshui evaluate GOLD` as it is called: figures, floors, the report, and shares only of gold that was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from cli import app
from nlp import confidence
from nlp.quality.gold import GoldError

PLAN = "一、重点任务\n(一)整治排污口。2025年底前,完成清水江沿线120个入河排污口整治。(牵头单位:市生态环境局)\n"
OWNER = {"name": "市生态环境局", "role": "lead"}
TASK = {"key": "一/(一)", "kind": "measure", "title": "整治排污口", "start": "整治排污口", "owners": [OWNER]}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    known = {"doc": "plan", "file": "plan.txt", "kind": "plan", "tasks": [TASK | {"deadlines": [{"end": "2025"}]}]}
    known |= {"targets": [], "water_bodies": ["清水江"], "projects": [], "citations": []}
    (tmp_path / "plan.json").write_text(json.dumps(known), "utf-8")
    return tmp_path


def evaluate(gold: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["evaluate", str(gold), "--corpus", str(gold), *options])


def test_evaluate_counts_what_was_read_by_kind(gold: Path) -> None:
    found = json.loads(evaluate(gold, "--json").output)
    assert {kind: found["total"][kind]["f1"] for kind in ("tasks", "owners", "water bodies")} == dict.fromkeys(
        ("tasks", "owners", "water bodies"), 1.0
    )
    assert found["total"]["targets (value+indicator)"]["precision"] == 0
    assert found["below"] == {}


def test_evaluate_shows_no_figure_of_a_kind_that_is_nowhere(gold: Path) -> None:
    shown = evaluate(gold).output
    assert "water bodies" in shown
    assert "projects" not in shown


def test_evaluate_fails_under_a_floor_and_names_it(gold: Path) -> None:
    (gold / "floors.yaml").write_text("owners: 0.9\ntargets (value+indicator): 0.5\n", "utf-8")
    ran = evaluate(gold, "--show", "targets")
    assert ran.exit_code == 1
    assert "targets (value+indicator): F1 0.000 is under its floor of 0.5" in ran.output
    assert "owners: F1" not in ran.output
    assert "+ targets (value+indicator): plan" in ran.output


def test_evaluate_writes_a_report_of_sets_strata_and_harm(gold: Path, tmp_path: Path) -> None:
    assert evaluate(gold, "--report", str(tmp_path / "quality.md")).exit_code == 0
    report = (tmp_path / "quality.md").read_text("utf-8")
    assert "| tasks | 1.000 (1) |" in report
    assert "| kind | no harm | full width | traditional script |" in report
    assert "lost characters (2%)" in report


def test_evaluate_does_not_calibrate_by_a_part_of_the_gold(gold: Path) -> None:
    before = confidence.FILE.read_bytes()
    (gold / "plan.txt").unlink()
    assert isinstance(evaluate(gold, "--calibrate").exception, GoldError)
    assert confidence.FILE.read_bytes() == before
