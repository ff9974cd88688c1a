"""Things counted: facilities in places, stages of a work, bans, and numbers that only say how big a thing is."""

import pytest
from statements import document_of, fields_of, statements_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第一批7个镇2022年底前建成投运,第二批4个镇2023年6月底前建成",
            [("第一批镇", None, "=", 7, "个"), ("第二批镇", None, "=", 4, "个")],
        ),
        ("全区9座泵站全部联网", [("泵站联网", "全区", "=", 9, "座")]),
        ("?、农药使用量下降3%", [("农药使用量", None, "decrease", 3, "%")]),
        ("大田、鸟坡等9个建制镇污水处理厂实现稳定运行", [("建制镇污水处理厂", None, "=", 9, "个")]),
        ("26座农村污水处理站委托第三方运维", [("农村污水处理站", None, "=", 26, "座")]),
        (
            "分两批推进马迹塘镇、武潭镇等14个建制镇污水处理厂建设",
            [("建制镇污水处理厂建设", None, "=", 14, "个")],
        ),
        ("完成5条农村黑臭水体治理并开展成效评估", [("农村黑臭水体治理", None, "=", 5, "条")]),
        ("推进12个村开展村庄污水治理", [("村庄污水治理", "12个村", "=", 12, "个")]),
        (
            "新建截污干管18公里、提升泵站3座",
            [("截污干管", None, "=", 18, "公里"), ("提升泵站", None, "=", 3, "座")],
        ),
        ("全年渡口桥、石马滩考核断面水质优良率达到100%", [("水质优良率", "渡口桥、石马滩考核断面", "=", 100, "%")]),
        (
            "优良天数比率不低于91%(即污染天数不能超过33天)",
            [("优良天数比率", None, ">=", 91, "%"), ("污染天数", None, "<=", 33, "天")],
        ),
        (
            "单位GDP能源消耗和二氧化碳排放分别降低2.8%左右、3.6%左右",
            [("单位GDP能源消耗", None, "decrease", 2.8, "%"), ("单位GDP二氧化碳排放", None, "decrease", 3.6, "%")],
        ),
        ("在马迹塘镇、武潭镇各建1处集中处理中心", [("集中处理中心", "马迹塘镇、武潭镇", "=", 1, "处")]),
        (
            "完成滨河路、资江路等6条道路雨污分流改造9.4公里",
            [("道路雨污分流改造", None, "=", 6, "条"), ("道路雨污分流改造", None, "=", 9.4, "公里")],
        ),
        ("供水规模每日3万吨", [("供水规模", None, "=", 30_000, "吨/日")]),
        ("增殖放流土著鱼类每年20万尾以上", [("土著鱼类", None, ">=", 200_000, "尾")]),
        (
            "对小水电开展清理整改,退出7座、整改14座",
            [("小水电退出", None, "=", 7, "座"), ("小水电整改", None, "=", 14, "座")],
        ),
        ("流转土地4.6万亩发展烤烟、蓝莓", [("流转土地", None, "=", 46_000, "亩")]),
        # no values of a target
        ("4.3米焦炉年底前全部关停", []),
        ("严禁在全县23座中型水库投肥养殖", []),
        ("为早日实现污水管网全覆盖打下坚实基础", []),
        ("建立台账并动态清零", []),
    ],
)
def test_target_things_are_counted(text: str, expected: list[tuple]) -> None:
    found, _ = statements_of(text)
    assert [fields_of(each) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where a change begins is no year of the target, nor of what follows
        (
            "到2022年底,污水处理设施覆盖率由2019年的41%提高到100%;农药使用量比2019年减少7%;秸秆利用率稳定在88%以上。",
            [("2022", "2019"), ("2022", "2019"), ("2022", None)],
        ),
        ("秸秆利用率从2019年的80%提高到88%以上。", [(None, "2019")]),
        ("森林覆盖率由2019年61.2%提升至62.5%。", [(None, "2019")]),
        # the time behind a thing counted, in its own clause
        (
            "第一批7个镇2020年底前建成投运,第二批4个镇2021年底前建成,第三批3个镇2022年6月底前建成。",
            [("2020", None), ("2021", None), ("2022", None)],
        ),
        # the edition of a catalogue is no time
        ("严格执行《产业结构调整指导目录》(2019年本),淘汰12家企业。", [(None, None)]),
        ("按照《优先控制化学品名录》(2020年)淘汰3家企业。", [(None, None)]),
    ],
)
def test_target_years_and_where_changes_begin(text: str, expected: list[tuple]) -> None:
    facts = document_of("安化县2020—2022年农村环境整治方案", text)
    assert [(target.year, target.baseline) for target in facts.targets] == expected
    assert {target.status for target in facts.targets} == {"target"}
