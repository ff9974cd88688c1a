"""Words of documents as HTML and Markdown: escaped, marked, never markup."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ui.export import as_csv
from ui.marks import evidence, excerpt, marked, plain

TAG = re.compile(r"</?mark[^>]*>")


@given(some.text(max_size=60), some.lists(some.tuples(some.integers(0, 60), some.integers(0, 60)), max_size=5))
def test_marked_text_is_the_text_whatever_is_marked(text: str, spans: list[tuple[int, int]]) -> None:
    html = marked(text, evidence((start, end) for start, end in spans if start < end <= len(text)))
    assert unescape(TAG.sub("", html)) == text
    assert "<" not in TAG.sub("", html)


def test_marked_text_keeps_the_earlier_of_overlapping_spans() -> None:
    spans = [
        {"start": 0, "end": 4, "kind": "owner", "name": "某州水务局"},
        {"start": 2, "end": 6, "kind": "water", "name": "清水江"},
    ]
    assert marked("州水务局负责", spans) == '<mark class="owner" title="某州水务局">州水务局</mark>负责'


def test_marked_text_anchors_the_first_evidence_only() -> None:
    assert marked("甲乙丙", evidence([(0, 1), (2, 3)])).count('id="here"') == 1


def test_marked_stretch_counts_from_its_first_character() -> None:
    assert marked("水务局", evidence([(101, 103)]), first=100).startswith("水<mark")


def test_excerpt_shows_the_beginning_and_the_words_found() -> None:
    shown = excerpt("治理河道。" * 60 + "(牵头单位:市水务局)", evidence([(306, 310)]), around=10)
    assert shown.startswith("治理河道。")
    assert " … " in shown
    assert shown.endswith('<mark id="here" class="evidence" title="">市水务局</mark>)')


def test_excerpt_breaks_off_between_clauses_where_they_are_short() -> None:
    shown = excerpt("清理河道垃圾,疏浚河道淤泥。" * 20 + "市水务局牵头", evidence([(280, 284)]), around=10)
    assert shown.startswith("清理河道垃圾,疏浚河道淤泥。清理河道垃圾, … ")
    assert " … 清理河道垃圾,疏浚河道淤泥。<mark" in shown


def test_excerpt_leaves_out_the_short_end_of_a_long_clause() -> None:
    text = "治" * 200 + "理完毕。疏浚河道淤泥,完成清淤三十公里以上并且验收合格。市水务局牵头"
    at = text.index("市水务局")
    assert " … 疏浚河道淤泥,完成" in excerpt(text, evidence([(at, at + 4)]), around=at - 202)


def test_excerpt_of_words_without_a_stop_is_cut_where_it_must_be() -> None:
    shown = excerpt("治" * 300, evidence([(200, 204)]), around=10)
    assert re.findall("治+", re.sub("<[^>]*>", "", shown)) == ["治" * 20, "治" * 24]


def test_excerpt_marks_what_stands_among_the_words_that_it_shows() -> None:
    spans = [{"kind": "owner", "start": at, "end": at + 3} for at in (0, 4, 40)]
    shown = excerpt("水务局、财政局" + "治理河道。" * 10, spans, around=5, most=1)
    assert re.findall(r">(...)</mark>", shown) == ["水务局", "财政局"]


@pytest.mark.parametrize("words", ["[a](b)", "*重点*", "$x$", ":red[急]", "<b>", "1. 一", "# 题", "`code`", "~~删~~"])
def test_plain_words_are_no_markdown(words: str) -> None:
    assert re.sub(r"\\(.)", r"\1", plain(words)) == words
    assert not re.search(r"(?<!\\)[\[\]*$:<>#`~]", plain(words))


def test_csv_cell_never_becomes_a_formula() -> None:
    assert as_csv([{"text": "=1+1", "value": -3.5}]).splitlines()[1] == "'=1+1,-3.5"
