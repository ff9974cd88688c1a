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
        ("水质以A|B计。", "水质以A|B计。"),
    ],
)
def test_strokes_between_cells_become_tabs(text: str, rows: str) -> None:
    assert repair(text).text == rows
