"""Laws of repair: it can be repeated without effect, and every character knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from maps import assert_map
from stopwatch import finish_within

from corpus.copies import cut_copies
from corpus.intake import documents_in
from corpus.repairs.repair import repair
from corpus.repairs.repaired import Repaired

PIECES = st.sampled_from(
    [
        *(
            "生态环境",
            "生態",
            "環",
            "(huán)",
            "(tài)",
            "資訊",
            "水准",
            "名額",
            "管道",
            "著",
            "都市",
            "成",
            "完",
            "略",
            "於",
        ),
        *(
            "市水务局",
            "市住建局",
            "重点问",
            "题整改率",
            "国考",
            "断面水质不降级",
            "到2025年",
            "２０２５",
            "91.5",
            "%",
            "PM",
        ),
        *(
            "（",
            "）",
            "(",
            ")",
            "，",
            "。",
            "；",
            "、",
            "：",
            "?",
            "!",
            "？",
            "！",
            "“",
            "”",
            "《",
            "》",
            "<",
            ">",
            '"',
        ),
        *("*", "**", "(略)", "xx", "20xx年", "×", "__", "\ufffd", "□", "</p>", "<br>", "&nbsp;", "&amp;lt;", "「", "-"),
        *(
            "一、",
            "(一)",
            "1.",
            "①",
            "㈠",
            "⑴",
            "第一章",
            "附件1",
            "责任单位:",
            "篇一",
            "工作方案篇一",
            "?；瘶",
            "?yàn)檫@",
        ),
        *(" ", "  ", "\n", "\n\n", "\t", "\u3000", "\r", "\r\n", "\u00a0", "\u200b", "\ufeff", "回圈", "网路"),
    ]
)
DAMAGED = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


@settings(max_examples=400, deadline=None)
@given(DAMAGED)
@example("甲  乙\t 丙\n\n\n丁")
@example("&amp;amp;lt;p>")
@example("生態(tài)環(huán)境(huán)")
def test_repair_twice_changes_nothing(source: str) -> None:
    once = repair(source)
    assert repair(once.text).text == once.text


@settings(max_examples=300, deadline=None)
@given(DAMAGED)
def test_repair_maps_every_character_to_its_source(source: str) -> None:
    assert_map(repair(source), source)


@settings(max_examples=200, deadline=None)
@given(DAMAGED)
def test_copies_cut_keep_the_map(source: str) -> None:
    assert_map(cut_copies(repair(source)), source)


@settings(max_examples=200, deadline=None)
@given(DAMAGED)
def test_documents_of_any_text_map_to_their_source(source: str) -> None:
    for document in documents_in(source, "plan.txt"):
        assert_map(Repaired(document.text, document.offsets, document.damage), source)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="生态环境质量持续改善,。、:;()《》“”0123456789%\n", max_size=120))
def test_repair_leaves_plain_text_but_for_edges(source: str) -> None:
    repaired = repair(source).text
    assert repaired.replace("\n", "") == source.replace("\n", "")


@pytest.mark.parametrize(
    "unit",
    [
        *(" ", "中 ", "中文 ", "?", "为?", "x.", "**中", "\t", "中\t", "\n", "(", "<p ", "&", '"中', "_"),
        *("生態(tài)", "因?yàn)檫@么(yàn)", "甲  乙\n"),
    ],
)
def test_repair_of_a_long_monotonous_text_takes_linear_time(unit: str) -> None:
    # 1.5 s at most; what grows with the square of the length takes minutes.
    finish_within(4, lambda run: repair("水" + unit * (60_000 // len(unit) + run) + "质"))


@settings(max_examples=200, deadline=None)
@given(DAMAGED)
def test_repair_leaves_no_ragged_lines(source: str) -> None:
    repaired = repair(source).text
    assert "\n\n\n" not in repaired
    assert repaired == repaired.strip("\n ")
    assert not any(line != line.strip(" ") for line in repaired.split("\n"))
