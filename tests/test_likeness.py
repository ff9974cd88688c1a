"""Likeness: prints of one plan come out alike, plans of two cities do not."""

from __future__ import annotations

import random

import pytest

from corpus.likeness import likeness, signature

VERBS = ["推进", "加强", "完善", "落实", "开展", "强化"]
THINGS = [
    "污水管网建设",
    "扬尘管控",
    "土壤调查",
    "湿地修复",
    "固废利用",
    "噪声监测",
    "河湖巡查",
    "碳排放核算",
    "排口溯源",
    "绿色出行",
]
PLACES = ["城区", "园区", "乡镇", "流域", "港口", "学校", "景区", "工地"]


def plan(seed: int, measures: int = 400) -> list[str]:
    source = random.Random(seed)
    return [
        f"{source.choice(VERBS)}{source.choice(PLACES)}{source.choice(THINGS)}并{source.choice(VERBS)}{source.choice(THINGS)}。"
        for _ in range(measures)
    ]


def test_likeness_of_a_text_with_itself_is_one() -> None:
    text = "".join(plan(1))
    assert likeness(signature(text), signature(text)) == 1


def test_likeness_looks_past_blanks_and_figures() -> None:
    text = "".join(plan(1))
    print_of_it = text.replace("。", "xx;2025年,").replace("流域", "流域(xx)")
    other_year = text.replace("。", "。2024年,")
    assert likeness(signature(print_of_it), signature(other_year)) > 0.95


@pytest.mark.parametrize("kept", [0.25, 0.5, 0.9])
def test_likeness_is_near_the_true_share(kept: float) -> None:
    lines = plan(1)
    first, second = "".join(lines), "".join(lines[: int(kept * len(lines))])
    runs = [{text[i : i + 6] for text in [t.replace("。", "")] for i in range(len(text) - 5)} for t in (first, second)]
    true = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
    assert likeness(signature(first), signature(second)) == pytest.approx(true, abs=0.08)


def test_likeness_of_short_texts_is_none() -> None:
    assert likeness(signature("略"), signature("略")) == 0
