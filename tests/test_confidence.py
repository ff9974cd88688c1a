"""Confidence: measured, smoothed, and shown with every fact."""

from __future__ import annotations

import pytest

from corpus.document import Document
from nlp.confidence import UNMEASURED, confidence, table
from nlp.pipeline import read_one
from nlp.quality.calibration import calibrate
from nlp.quality.gold import GoldError
from nlp.record import document_record

PLAN = """一、重点任务
(一)整治排污口。2025年底前,完成清水江沿线120个入河排污口整治。(牵头单位:市生态环境局;责任单位:市水务局)
"""


def test_confidence_is_a_share_between_none_and_all() -> None:
    shares = [confidence(kind, rule) for kind, rules in table().items() for rule in rules]
    assert shares
    assert all(0 < share < 1 or share == 1.0 for share in shares)


def test_confidence_of_a_new_rule_is_that_of_its_kind() -> None:
    assert confidence("owner", "a rule of tomorrow") == confidence("owner", "")
    assert confidence("no such kind", "") == UNMEASURED


def test_record_gives_every_fact_its_confidence() -> None:
    (task,) = document_record(read_one(Document("plan.txt", None, PLAN)))["tasks"]
    assert [owner["confidence"] for owner in task["owners"]] == [confidence("owner", "label")] * 2
    assert task["confidence"] == confidence("task", task["rule"])


def test_calibration_is_refused_where_the_text_of_a_gold_is_missing() -> None:
    record = document_record(read_one(Document("plan.txt", None, PLAN)))
    with pytest.raises(GoldError, match="of every gold: other"):
        calibrate([record], [{"file": "other.txt"}])


def test_calibration_counts_right_and_wrong_facts_by_rule() -> None:
    record = document_record(read_one(Document("plan.txt", None, PLAN)))
    wanted = [{"name": "市生态环境局", "role": "lead"}, {"name": "市水务局", "role": "cooperating"}]
    task = {
        "key": "一/(一)",
        "kind": "measure",
        "title": "整治排污口",
        "start": "整治排污口",
        "owners": wanted,
        "deadlines": [],
    }
    gold = {"file": "plan.txt", "part": None, "tasks": [task], "targets": [], "projects": [], "citations": []}
    counts = calibrate([record], [gold | {"water_bodies": ["清水江"]}])
    assert counts["owner"]["label"] == [1, 2]
    assert counts["deadline"][""] == [0, 1]
    assert counts["water body"][""] == [1, 1]
