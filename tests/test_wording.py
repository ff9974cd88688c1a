"""Words of plans in a line of a terminal, and what is said of the keys of tasks."""

from __future__ import annotations

import pytest

from cli.wording import between_cells, in_line, legend
from graph.counted import counted


def test_cells_of_a_row_are_parted_by_bars_that_move_no_character() -> None:
    row = "3\t淘汰柴油货车\t\t市公安局"
    assert between_cells(row) == "3｜淘汰柴油货车｜｜市公安局"
    assert in_line(f"{row}\n4") == "3｜淘汰柴油货车｜｜市公安局 4"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ([], ""),
        (["1", "四/(二)/7"], "四/(二)/7 is where a task stands in the outline of its plan."),
        (
            ["二/(一)/无2", "3"],
            "3 is where a task stands in the outline of its plan; 无2 is the second there without a number of its own.",
        ),
        (["1#2"], "1#2 is where a task stands in the outline of its plan; 1#2 the second that is numbered 1."),
    ],
)
def test_legend_explains_the_marks_that_are_shown(keys: list[str], told: str) -> None:
    assert legend(keys) == told


@pytest.mark.parametrize(("number", "told"), [(0, "0 tasks"), (1, "1 task"), (2, "2 tasks"), (2140, "2,140 tasks")])
def test_numbers_and_their_nouns_agree(number: int, told: str) -> None:
    assert counted(number, "task") == told
