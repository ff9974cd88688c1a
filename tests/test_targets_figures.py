"""Figures of grids and buildings, of cases and duties, and of shares that are handed out."""

import pytest
from statements import fields_of, statements_of

FIGURES = [
    # grids and energy
    (
        "建成220千伏变电站4座、输电线路260公里,新增变电容量150万千伏安",
        [
            ("变电站", "220千伏", "=", 4, "座"),
            ("输电线路", None, "=", 260, "公里"),
            ("变电容量", None, "increase", 1_500_000, "千伏安"),
        ],
    ),
    ("新建(含改造)110千伏、35千伏变电站12座", [("变电站", "110千伏、35千伏", "=", 12, "座")]),
    (
        "用户年均停电时间不超过2小时,农村地区不超过8小时",
        [("用户年均停电时间", None, "<=", 2, "小时"), ("用户年均停电时间", "农村地区", "<=", 8, "小时")],
    ),
    ("保障东电西送(含应急)600万千瓦输送容量", [("输送容量", None, "=", 6_000_000, "千瓦")]),
    ("港区集疏运量达到60万标准箱", [("港区集疏运量", None, "=", 600_000, "标准箱")]),
    ("数据中心PUE不高于1.3", [("数据中心PUE", None, "<=", 1.3, None)]),
    ("推进甲县、乙县等五个百万千瓦级风电基地", [("百万千瓦级风电基地", None, "=", 5, "个")]),
    # shares of a whole, and shares of things that are handed out
    ("需求响应能力达到最大用电负荷的5%", [("需求响应能力", None, "=", 5, "%")]),
    ("形成不低于4%的需求侧响应能力", [("需求侧响应能力", None, ">=", 4, "%")]),
    ("各园区安排2%左右的产业用地用于资源循环利用", [("产业用地", "各园区", "~", 2, "%")]),
    # buildings
    ("绿色建筑面积达到300万平方米", [("绿色建筑面积", None, "=", 3_000_000, "平方米")]),
    ("推进既有建筑节能改造,完成80万平方米以上", [("既有建筑节能改造", None, ">=", 800_000, "平方米")]),
    # work on things that are pushed on
    ("推动60家企业开展清洁生产审核", [("企业清洁生产审核", None, "=", 60, "家")]),
    ("对25个地块开展土壤污染状况调查", [("地块土壤污染状况调查", None, "=", 25, "个")]),
    ("制定出台20项左右地方标准", [("地方标准", None, "~", 20, "项")]),
    # cases and duties
    (
        "督察组交办的860件信访件中,已办结700件,阶段性办结120件",
        [("信访件办结", None, "=", 700, "件"), ("信访件阶段性办结", None, "=", 120, "件")],
    ),
    ("推进18项整改任务,完成9项", [("完成整改任务", None, "=", 9, "项")]),
    ("推进18项整改任务落实,其中9项已完成整改", [("完成整改任务", None, "=", 9, "项")]),
    # several pollutants summed up before their values
    (
        "化学需氧量、氨氮两项主要污染物排放量,分别较2020年削减12%和9%",
        [("化学需氧量排放量", None, "decrease", 12, "%"), ("氨氮排放量", None, "decrease", 9, "%")],
    ),
    (
        "节能改造、供热改造规模分别不低于60万千瓦、40万千瓦",
        [("节能改造规模", None, ">=", 600_000, "千瓦"), ("供热改造规模", None, ">=", 400_000, "千瓦")],
    ),
    # further values of the measure before
    (
        "臭氧浓度控制在150微克/立方米以内,增幅不超过2%",
        [("臭氧浓度", None, "<=", 150, "微克/立方米"), ("臭氧浓度", None, "increase", 2, "%")],
    ),
    ("优良天数不少于310天,力争320天", [("优良天数", None, ">=", 310, "天"), ("优良天数", None, "=", 320, "天")]),
    # none
    ("项目总建筑面积3万平方米", []),
    ("推进蓝天、碧水等三个保卫战", []),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[text[:24] for text, _ in FIGURES])
def test_figure_is_read_with_what_it_measures(text: str, expected: list[tuple]) -> None:
    found, _ = statements_of(text)
    assert [fields_of(each) for each in found] == expected
