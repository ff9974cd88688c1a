"""Tables drawn with strokes, as old collections of laws print them."""

import pytest

from corpus.formats.drawn import undraw

TABLE = """附件：乌当区减排任务表
┏━━┯━━━━━━━━━━━┯━━━━━━━━┯━━━━━━┓
┃序号│主要工作              │责任单位        │完成时间    ┃
┠──┼───────────┼────────┼──────┨
┃1   │关停南明河沿岸小造纸，│区经信局        │2012年6月   ┃
┃    │拆除主要设备          │区环保局        │            ┃
┠──┼───────────┼────────┼──────┨
┃2   │建成新堡污水处理厂    │区住房和城乡建设│2013年底    ┃
┃    │                      │局              │            ┃
┗━━┷━━━━━━━━━━━┷━━━━━━━━┷━━━━━━┛
以上任务按季调度。"""


def test_undraw_gives_a_line_of_cells_for_each_row() -> None:
    assert undraw(TABLE).split("\n") == [
        "附件：乌当区减排任务表",
        "序号\t主要工作\t责任单位\t完成时间",
        "1\t关停南明河沿岸小造纸，拆除主要设备\t区经信局、区环保局\t2012年6月",
        "2\t建成新堡污水处理厂\t区住房和城乡建设局\t2013年底",
        "以上任务按季调度。",
    ]


def test_undraw_knows_thin_strokes_and_rows_without_rules_between_them() -> None:
    text = "┌──┬────┐\n│序号│责任单位│\n├──┼────┤\n│1│市水务局│\n│2│市林业局│\n└──┴────┘"
    assert undraw(text) == "序号\t责任单位\n1\t市水务局\n2\t市林业局"


@pytest.mark.parametrize("text", ["一、总体要求\n——治理南明河\n", "来源：市水务局│发布时间：2013年\n", ""])
def test_undraw_leaves_text_without_a_drawn_table_alone(text: str) -> None:
    assert undraw(text) == text
