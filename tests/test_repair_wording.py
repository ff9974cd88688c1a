"""The data of swapped words is checked when it is read."""

from __future__ import annotations

import pytest

from corpus.errors import VocabularyError
from corpus.repairs.wording import Wording, wording


def test_wording_of_the_data_file_is_sound() -> None:
    assert list(wording().edits("资讯公开", [(0, 4)], swapped=False)) == [(0, 2, "信息")]


def test_wording_reads_only_its_span() -> None:
    assert list(wording().edits("资讯公开,资讯", [(2, 5)], swapped=True)) == []


@pytest.mark.parametrize(
    ("entries", "named"),
    [
        ([{"swapped": "资讯"}], "资讯"),
        ([{"swapped": "资讯", "mainland": "资讯"}], "资讯"),
        ([{"swapped": "资讯", "mainland": "信息", "only_befor": ["网"]}], "only_befor"),
        ([{"swapped": "水准", "mainland": "水平", "negative": ["测量"]}], "测量"),
        ([{"swapped": "资讯", "mainland": "信息"}, {"swapped": ["资讯"], "mainland": "消息"}], "资讯"),
        (
            [{"swapped": "水准点", "mainland": "点"}, {"swapped": "水准", "mainland": "水平", "negative": ["水准点"]}],
            "水准点",
        ),
    ],
)
def test_wording_that_breaks_a_rule_is_named(entries: list[dict[str, object]], named: str) -> None:
    with pytest.raises(VocabularyError, match=named):
        Wording({"words": entries})


def test_wording_of_an_unknown_section_is_refused() -> None:
    with pytest.raises(VocabularyError, match="word"):
        Wording({"word": [{"swapped": "资讯", "mainland": "信息"}]})


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("以高品质生态环境支撑发展", []),
        ("以高品质生态环境支撑回圈经济", ["质量", "循环"]),
        ("拓宽融资管道", []),
        ("拓宽融资管道,公开资讯", ["渠道", "信息"]),
        ("随著改造污水管道,公开资讯", ["着", "信息"]),
    ],
)
def test_doubtful_word_needs_another_swapped_word(text: str, edits: list[str]) -> None:
    whole = [(0, len(text))]
    found = wording().edits(text, whole, wording().swapped(text, whole))
    assert [mainland for _, _, mainland in found] == edits
