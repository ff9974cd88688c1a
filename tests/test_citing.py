"""Under which keys documents are cited."""

from __future__ import annotations

import pytest

from graph.building.citing import number_key, short_key, title_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("浙江省人民政府关于印发《浙江省水污染防治行动计划(2016-2020年)》的通知", "浙江省水污染防治行动计划"),
        ("关于印发《凯里市声环境功能区划分方案》的通知", "凯里市声环境功能区划分方案"),
        ("中华人民共和国水污染防治法", "水污染防治法"),
        ("“十四五”生态环境保护规划", "十四五生态环境保护规划"),
        ("关于深入打好污染防治攻坚战的实施意见", "深入打好污染防治攻坚战的实施意见"),
        ("入河排污口监督管理办法(试行)", "入河排污口监督管理办法"),
    ],
)
def test_title_key_meets(one: str, other: str) -> None:
    assert title_key(one) == title_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("水污染防治法", "水污染防治法实施细则"),
        ("浙江省水污染防治行动计划", "贵州省水污染防治行动计划"),
        ("水污染防治行动计划", "土壤污染防治行动计划"),
        ("十三五生态环境保护规划", "十四五生态环境保护规划"),
    ],
)
def test_title_key_keeps_apart(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize("title", [None, "", "《》", "(2021年)"])
def test_title_key_of_nothing_is_empty(title: str | None) -> None:
    assert title_key(title) == ""


def test_short_key_leaves_the_place_out() -> None:
    places = ["浙江省", "绍兴市", "嵊州市"]
    assert short_key("嵊州市水污染防治行动计划", places) == "水污染防治行动计划"
    assert short_key("水污染防治行动计划", places) == ""
    assert short_key("嵊州市方案", places) == ""


@pytest.mark.parametrize(
    "number", ["国发〔2013〕37号", "国发[2013]37号", "国发(2013)第37号", "国发【2013】 37号", "国发(2013)37号"]
)
def test_number_key_has_one_spelling(number: str) -> None:
    assert number_key(number) == "国发〔2013〕37号"
