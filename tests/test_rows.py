"""Tables become lines with TABs, whatever their cells cover."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats import rows
from corpus.formats.refusal import RefusedError
from corpus.formats.rows import Cell

CELLS = st.builds(Cell, st.text("水气土", max_size=3), st.integers(0, 5), st.integers(0, 5))


def test_spread_resolves_columns_and_rows_that_a_cell_covers() -> None:
    table = [
        [Cell("序号", rows=2), Cell("目标", columns=2), Cell("牵头单位", rows=2)],
        [Cell("2024年"), Cell("2025年")],
        [Cell("1"), Cell("Ⅲ类", columns=2), Cell("市水利局")],
    ]
    assert rows.lines(rows.spread(table)) == ["序号\t目标\t\t牵头单位", "\t2024年\t2025年\t", "1\tⅢ类\t\t市水利局"]


def test_lines_leave_out_what_is_empty_throughout() -> None:
    grid = [["", "指标", "", "95%"], ["", "", "", ""], ["", "优良\t天数\n比率", "", ""]]
    assert rows.lines(grid) == ["指标\t95%", "优良 天数 比率\t"]


@given(st.lists(st.lists(CELLS, max_size=5), max_size=6))
def test_spread_keeps_every_text_once_and_in_order(table: list[list[Cell]]) -> None:
    texts = [cell.text for row in table for cell in row if cell.text]
    assert [field for row in rows.spread(table) for field in row if field] == texts


def test_spread_refuses_a_grid_beyond_reason() -> None:
    with pytest.raises(RefusedError, match="cells"):
        rows.spread([[Cell("x", columns=10**6)] * 1000] * 1000)


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        (["州水务局", "州林业局"], "州水务局、州林业局"),
        (["牵头", "单位"], "牵头单位"),
        (["市水利局、", "市财政局"], "市水利局、市财政局"),
        (["1.清淤疏浚。", "2.岸线整治。"], "1.清淤疏浚。2.岸线整治。"),
        (["1.清淤疏浚", "2.岸线整治"], "1.清淤疏浚；2.岸线整治"),
        (["2025年目标值", "（%）"], "2025年目标值（%）"),
        (["2025年", "11月底"], "2025年11月底"),
        (["2025年底", "12座泵站"], "2025年底、12座泵站"),
        (["", "市水利局", ""], "市水利局"),
        ([], ""),
    ],
)
def test_one_line_marks_where_items_part(pieces: list[str], line: str) -> None:
    assert rows.one_line(pieces) == line
