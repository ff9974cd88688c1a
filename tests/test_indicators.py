import re

import pytest

from nlp.targets import scope, unit
from nlp.targets.indicator import fold, known_tail, link
from nlp.vocabulary import load

ENTRIES = list(load("indicators").entries.values())


def test_indicators_are_many_and_complete() -> None:
    assert len(ENTRIES) >= 120
    for entry in ENTRIES:
        assert entry.more["better"] in ("higher", "lower"), entry.id
        assert entry.english and entry.definition, entry.id
        assert re.fullmatch(r"[a-z]+\.[a-z0-9_]+", entry.id)


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.more.get("unit")], ids=lambda entry: entry.id)
def test_indicator_has_a_unit_that_is_known(entry) -> None:
    assert unit.kind(entry.more["unit"]) is not None or entry.more["unit"] == "等"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_indicator_is_linked_by_each_of_its_names(entry) -> None:
    assert {link(name) for name in (entry.label, *entry.aliases)} == {entry.id}


def test_indicators_share_no_name_once_folded() -> None:
    names: dict[str, str] = {}
    for entry in ENTRIES:
        for name in entry.names:
            assert names.setdefault(fold(name), entry.id) == entry.id


@pytest.mark.parametrize(
    ("indicator", "where", "canonical"),
    [
        ("空气质量优良天数比率", None, "air.good_days_ratio"),
        ("环境空气质量优良天数比例", "全省", "air.good_days_ratio"),
        ("AQI优良率", None, "air.good_days_ratio"),
        ("PM2.5平均浓度", "市区", "air.pm25"),
        ("细颗粒物(PM2.5)年均浓度", None, "air.pm25"),
        ("重度及以上污染天数比率", None, "air.heavy_pollution_days_ratio"),
        ("达到或优于Ⅲ类水体比例", "地表水国、省控断面", "water.good_surface_ratio"),
        ("Ⅰ-Ⅲ类水比例", "12个县控以上断面", "water.good_surface_ratio"),
        ("达到或好于Ⅲ类水体比例", "地表水", "water.good_surface_ratio"),
        ("优于V类水比例", "地下水国控点位", "water.groundwater_better_v"),
        ("黑臭水体消除比例", "县级城市", "water.black_odorous_elimination"),
        ("黑臭水体整治率", "较大面积农村", "water.rural_black_odorous"),
        ("污水处理率", "城市(县城)", "water.urban_sewage_rate"),
        ("污水处理率", "县城", "water.county_sewage_rate"),
        ("污水处理率", None, "water.sewage_rate"),
        ("农村生活污水治理(管控)率", None, "water.rural_sewage_rate"),
        ("水质达标率", "乡镇及农村集中式饮用水水源地", "water.drinking_source_compliance"),
        ("农膜回收率", None, "agri.film_recovery"),
        ("农膜回收利用率", None, "agri.film_recovery"),
        ("单位GDP二氧化碳排放", None, "carbon.intensity_reduction"),
        ("单位地区生产总值能耗", None, "energy.intensity_reduction"),
        ("公众对生态环境质量满意程度", None, "governance.satisfaction"),
        ("公众对生态文明建设的满意度", None, "governance.construction_satisfaction"),
        ("森林覆盖率目标", None, "forest.coverage"),
    ],
)
def test_indicator_meets_others_under_one_id(indicator: str, where: str | None, canonical: str) -> None:
    assert link(indicator, where) == canonical


@pytest.mark.parametrize(
    ("indicator", "canonical"),
    [("水质优良率", "air.good_days_ratio"), ("地下水水质优良率", "water.good_surface_ratio")],
)
def test_indicator_is_not_linked_by_a_negative_label(indicator: str, canonical: str) -> None:
    assert link(indicator) not in (None, canonical)


@pytest.mark.parametrize("indicator", ["幸福感", "项目", "森林覆盖率监测站", "办公楼", ""])
def test_indicator_that_is_none_has_no_id(indicator: str) -> None:
    assert link(indicator) is None


@pytest.mark.parametrize(
    ("phrase", "known"),
    [
        ("地表水国控断面水质优良比例", "地表水国控断面水质优良比例"),
        ("全州达到或优于Ⅲ类水体比例", "达到或优于Ⅲ类水体比例"),
        ("凯里市森林覆盖率", "森林覆盖率"),
        ("幸福感", None),
    ],
)
def test_indicator_known_at_the_end_keeps_its_wording(phrase: str, known: str | None) -> None:
    tail = known_tail(phrase)
    assert tail is None if known is None else tail is not None and phrase.endswith(tail)


@pytest.mark.parametrize(
    ("phrase", "where", "indicator"),
    [
        ("中心城市(都匀市)环境空气质量优良天数比率", "中心城市(都匀市)", "环境空气质量优良天数比率"),
        ("县城污水处理率", "县城", "污水处理率"),
        ("全市规模养殖场粪污处理设施装备配套率", "全市规模养殖场", "粪污处理设施装备配套率"),
        ("都匀市、福泉市污泥有效处置率", "都匀市、福泉市", "污泥有效处置率"),
        ("各县(市、区)森林覆盖率", "各县(市、区)", "森林覆盖率"),
        ("地表水国、省控断面达到或优于Ⅲ类水体比例", "地表水国、省控断面", "达到或优于Ⅲ类水体比例"),
        ("主要农作物化肥利用率", "主要农作物", "化肥利用率"),
        ("农村生活污水治理率", None, "农村生活污水治理率"),
        ("城乡生活垃圾无害化处理率", None, "城乡生活垃圾无害化处理率"),
        ("森林覆盖率", None, "森林覆盖率"),
        ("重大突发环境事件", None, "重大突发环境事件"),
        ("重点建设用地安全利用率", None, "重点建设用地安全利用率"),
        ("吕梁市区PM2.5年均浓度", "吕梁市区", "PM2.5年均浓度"),
        ("石楼县城优良天数比例", "石楼县城", "优良天数比例"),
        ("石楼县城区绿化率", "石楼县城区", "绿化率"),
        ("凯里市中心城区污水处理率", "凯里市中心城区", "污水处理率"),
        ("吕梁市区县污水处理率", "吕梁市", "区县污水处理率"),
    ],
)
def test_scope_is_told_from_what_is_measured(phrase: str, where: str | None, indicator: str) -> None:
    assert scope.split(phrase) == (where, indicator)
