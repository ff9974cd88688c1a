"""Tables drawn with upright strokes become rows."""

from __future__ import annotations

import pytest

from corpus.repairs.repair import repair


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("序号|任务|责任单位\n1|治水|市水务局", "序号\t任务\t责任单位\n1\t治水\t市水务局"),
        ("1|治水|市水务局\n(续表)\n2|治气|市生态环境局", "1\t治水\t市水务局\n2\t治气\t市生态环境局"),
        ("| 序号 | 任务 |\n|---|:--:|\n| 1 | 治水 |", "序号\t任务\n1\t治水"),
        ("索引号 | 0001/2023-1 | 成文日期 | 2023-07-18 |", "索引号\t0001/2023-1\t成文日期\t2023-07-18"),
        ("任务 | 单位 | |\n| 牵头 | 配合 |\n治水 | 甲局 | 乙局 |", "任务\t单位\t\n\t牵头\t配合\n治水\t甲局\t乙局"),
        ("1|治水|\n2||市水务局", "1\t治水\n2\t\t市水务局"),
        ("| 1 | 治水 | 市水务局<br>市住建局 |\n| 2 | **治气** | **91** |", "1\t治水\t市水务局、市住建局\n2\t治气\t91"),
        ("水质以A|B计。", "水质以A|B计。"),
    ],
)
def test_strokes_between_cells_become_tabs(text: str, rows: str) -> None:
    assert repair(text).text == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "乡镇 造林(亩) 抚育(亩)\n城关镇 500 1200\n东山乡 - 1500",
            "乡镇\t造林(亩)\t抚育(亩)\n城关镇\t500\t1200\n东山乡\t-\t1500",
        ),
        (
            "指标 2020年 2025年\n森林覆盖率 68 ≥70\n湿地率 2 3",
            "指标\t2020年\t2025年\n森林覆盖率\t68\t≥70\n湿地率\t2\t3",
        ),
    ],
)
def test_figures_under_a_head_become_rows(text: str, rows: str) -> None:
    assert repair(text).text == rows


@pytest.mark.parametrize("text", ["乡镇 造林 抚育\n城关镇 500 1200", "联系人 张三 12369\n联系人 李四 12345"])
def test_names_before_figures_are_no_rows_without_others(text: str) -> None:
    assert "\t" not in repair(text).text
