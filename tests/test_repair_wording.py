"""The data of swapped words is checked when it is read."""

from __future__ import annotations

import pytest

from corpus.errors import VocabularyError
from corpus.wording import Wording, wording


def test_wording_of_the_data_file_is_sound() -> None:
    assert list(wording().edits("资讯公开", 0, 4)) == [(0, 2, "信息")]


def test_wording_reads_only_its_span() -> None:
    assert list(wording().edits("资讯公开,资讯", 2, 5)) == []


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
        Wording(entries)
