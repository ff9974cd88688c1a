"""Times: what kind each expression is, and the year, month or day it stands for."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.times.date import last_day
from nlp.times.standpoint import Standpoint
from nlp.times.time import find_times

ISSUED_IN_JULY = Standpoint(issued="2023-07-18", period=("2023", "2025"))


def read(text, reference=ISSUED_IN_JULY):
    return [(time.kind, time.begins, time.ends, time.every) for time in find_times(text, reference)]


@pytest.mark.parametrize(
    ("text", "wording", "ends"),
    [
        ("到2025年,湟水河出境断面水质稳定达到Ⅲ类", "到2025年", "2025"),
        ("2025年底前建成赤水河流域监测站网", "2025年底前", "2025"),
        ("2024年6月底前完成排污口溯源", "2024年6月底前", "2024-06"),
        ("2024年12月31日前全部销号", "2024年12月31日前", "2024-12-31"),
        ("力争于2027年年底完工", "于2027年年底", "2027"),
        ("二〇二五年十二月底前完成", "二〇二五年十二月底前", "2025-12"),
        ("2025年元月底前完成", "2025年元月底前", "2025-01"),
        ("二○二四年三月三十一日前", "二○二四年三月三十一日前", "2024-03-31"),
        ("完成时限:2025.12.31", "2025.12.31", "2025-12-31"),
        ("完成时限:2025-06", "2025-06", "2025-06"),
        ("2024年第三季度末完成普查", "2024年第三季度末", None),
        ("到“十四五”末,森林覆盖率达到68%", "到“十四五”末", "2025"),
        ("2025年汛期前完成清淤", "2025年汛期前", "2025"),
        ("5.2024年完成岸线修复", "2024年", "2024"),
        ("20xx年底前完成", "20xx年底前", None),
        ("月底前上报名单", "月底前", None),
    ],
)
def test_time_point_keeps_its_precision(text, wording, ends):
    (time,) = find_times(text)
    assert time.text == wording
    if ends or time.kind == "point":
        assert (time.kind, time.ends) == ("point", ends)


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("2024-2025年确保农膜回收率不低于85%", "2024", "2025"),
        ("2021—2025年", "2021", "2025"),
        ("2021至2025年累计造林50万亩", "2021", "2025"),
        ("2022年至2024年", "2022", "2024"),
        ("“十四五”期间新增管网150公里", "2021", "2025"),
        ("十五五时期", "2026", "2030"),
        ("“十四五”后三年", "2023", "2025"),
        ("2023年1-6月", "2023-01", "2023-06"),
        ("宣传启动阶段(2024年1月-2024年2月)", "2024-01", "2024-02"),
        ("2021年12月下旬至2022年1月上旬", "2021-12", "2022-01"),
        ("2022年11月1日至次年3月31日", "2022-11-01", "2023-03-31"),
        ("2024年上半年", "2024-01", "2024-06"),
        ("2024年一季度", "2024-01", "2024-03"),
        ("自2024年1月1日起施行", "2024-01-01", None),
        ("5月10日-20日", "2024-05-10", "2024-05-20"),
    ],
)
def test_time_span_has_both_ends(text, begins, ends):
    assert read(text) == [("span", begins, ends, None)]


def test_five_year_plans_in_a_list_are_both_times():
    assert read("“十四五”、“十五五”期间分别新增") == [("span", "2021", "2025", None), ("span", "2026", "2030", None)]


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("每年组织一次评估", "1 year"),
        ("每两年完成一轮清洁生产审核", "2 years"),
        ("每季度调度一次", "3 months"),
        ("每半年通报", "6 months"),
        ("每月5日前报送进展", "1 month"),
        ("每年6月底前报送", "1 year"),
        ("每年年底前向社会公布", "1 year"),
        ("每五年修编一次", "5 years"),
        ("每周巡河一次", "1 week"),
        ("每3个月开展一次监测", "3 months"),
        ("按季度通报断面水质", "3 months"),
        ("两年一次的鱼类资源调查", "2 years"),
        ("半年通报一次", "6 months"),
        ("每年3月、9月开展巡查", "1 year"),
    ],
)
def test_time_recurrence_says_how_often(text, every):
    assert read(text) == [("recurrence", None, None, every)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2020年以来", "past"),
        ("截至2022年底,已建成12座", "past"),
        ("去年完成的整治", "past"),
        ("直至2019年年底才完成", "past"),
        ("“十三五”以来", "past"),
        ("比2020年下降18%", "baseline"),
        ("较2020年提高5个百分点", "baseline"),
        ("在2020年基础上提高", "baseline"),
        ("与2015年相比", "baseline"),
        ("以2020年为基准年", "baseline"),
        ("控制在2020年水平", "baseline"),
        ("在2023年断面监测数据基础上", "baseline"),
        ("在2023年完成治理的基础上", "point"),
        ("污水处理率占比2025年达到95%", "point"),
        ("截至2025年底完成全部任务", "point"),
        ("截至2023年底完成全部任务", "point"),
        ("截至2023年6月,已完成", "past"),
        ("比上年下降3%", "baseline"),
    ],
)
def test_time_looking_back_is_told_from_time_ahead(text, kind):
    assert [found[0] for found in read(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "环办生态〔2024〕4号",
        "《长江流域规划(2016—2026年)》",
        "《生活饮用水卫生标准》2022年版",
        "十年禁渔",
        "国土绿化三年行动",
        "防御100年一遇洪水",
        "连续监测24小时",
        "淘汰国三及以下排放标准车辆",
        "制定2030年前碳达峰行动方案",
        "执行GB3838-2002标准",
        "执行GB18918-2002—2010标准",
        "投资0.2024.5万元",
        "6月5日世界环境日",
        "“十四五”生态环境保护规划",
        "衔接国家“十四五”、省“十四五”规划",
        "年产100吨以上年用水大户",
        "三年内",
        "每万枚放射源",
        "说明年度安排",
        "同年内",
        "前三季度",
        "汛期值守",
    ],
)
def test_time_is_not_seen_in_numbers_names_and_durations(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "reference", "ends"),
    [
        ("今年年底前", Standpoint("2023-07-18"), ["2023"]),
        ("明年6月底前", Standpoint("2023-07-18"), ["2024-06"]),
        ("9月30日前", Standpoint("2023-07-18"), ["2023-09-30"]),
        ("即日起至9月30日", Standpoint("2023-07-18"), ["2023-09-30"]),
        ("3月底前", Standpoint("2023-07-18"), ["2024-03"]),
        ("3月底前", Standpoint("2023-07-18", ("2023", "2023")), ["2023-03"]),
        ("12月底前", Standpoint(None, ("2024", "2024")), ["2024-12"]),
        ("12月底前", Standpoint(), [None]),
        ("今年", Standpoint(None, ("2023", "2025")), [None]),
        ("2024年6月底前完成方案,12月底前完成工程", Standpoint("2023-07-18"), ["2024-06", "2024-12"]),
        ("2024年6月底前完成方案。\n12月底前完成工程", Standpoint("2023-07-18"), ["2024-06", "2023-12"]),
        ("2024-202(略)空气质量优良率", Standpoint(None, ("2024", "2025")), ["2025"]),
        ("2024-202(略)空气质量优良率", Standpoint(), [None]),
        ("一季度完成方案,上半年完成招标", Standpoint(None, ("2024", "2024")), ["2024-03", "2024-06"]),
        ("采暖季前完成散煤替代", Standpoint("2023-07-18"), [None]),
        ("三、2021年工作打算\n11月底前完成销号。", Standpoint(None, ("2020", "2020")), ["2021", "2021-11"]),
        ("三、2021年工作打算\n推进治理。\n四、其他\n11月底前。", Standpoint(), ["2021", None]),
        ("2019年五部委印发意见,6月底前完成改造", Standpoint(None, ("2023", "2023")), ["2019", "2023-06"]),
        ("处置2021年以前的废渣,9月底前闭库", Standpoint(None, ("2023", "2023")), ["2021", "2023-09"]),
        ("考核结果于次年1月底前通报", Standpoint("2019-02-28", ("2019", "2019")), ["2020-01"]),
        ("8月底前完成2004年以来的台账,并于2023年9月10日前上报", Standpoint(), ["2023-08", "2004", "2023-09-10"]),
        ("集中整治阶段(2023年3月至10月)\n1.各镇于4月底前上报。", Standpoint(), ["2023-10", "2023-04"]),
        ("2023年3月发生溢流。\n各镇于4月底前上报。", Standpoint(), ["2023-03", None]),
        ("8月底前完成台账。2023年9月10日前上报", Standpoint(), [None, "2023-09-10"]),
        ("2023年5月30日,省厅发布方案。\n今年,全省完成:①6月底前摸底", Standpoint(), ["2023-05-30", "2023", "2023-06"]),
        ("今年,全省摸底", Standpoint(), [None]),
        ("全年计划完成投资26亿元", Standpoint(None, ("2024", "2024")), ["2024"]),
        ("2023、2024、2025年分别完成30%、60%、100%", Standpoint(), ["2023", "2024", "2025"]),
    ],
)
def test_time_without_a_year_takes_it_from_where_there_is_no_doubt(text, reference, ends):
    assert [time.ends for time in find_times(text, reference)] == ends


@given(st.text(alphabet="20135年月日底前到至-—每十四五“”期间(略)《》今明,。\n", max_size=60))
def test_time_spans_quote_the_text_in_order(text):
    times = find_times(text, ISSUED_IN_JULY)
    assert all(text[time.start : time.end] == time.text for time in times)
    assert all(one.start < one.end <= following.end for one, following in pairwise(times))


@pytest.mark.parametrize(
    ("time", "day"),
    [("2025", "2025-12-31"), ("2025-12", "2025-12-31"), ("2024-02", "2024-02-29"), ("2025-06-01", "2025-06-01")],
)
def test_last_day_of_a_time(time, day):
    assert last_day(time) == day


@pytest.mark.parametrize("time", ["", "June", "2025-13"])
def test_last_day_refuses_what_is_no_time(time):
    with pytest.raises(ValueError):
        last_day(time)
