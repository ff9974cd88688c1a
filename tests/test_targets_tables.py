import pytest
from statements import document_of

from nlp.targets.cell import read_value

TITLE = "天柱县生态文明建设示范区创建工作方案"
ANNEX = "附件1"


def table(*rows: str) -> str:
    return "\n".join(row.replace("|", "\t") for row in rows)


def test_table_gives_a_target_for_every_row_with_a_number() -> None:
    facts = document_of(
        TITLE,
        ANNEX,
        "创建指标责任分解表",
        table(
            "序号|指标名称|单位|指标值|责任部门(标*为牵头单位)",
            "1|森林覆盖率|%|≥68|林业局*、自然资源局",
            "2|PM2.5浓度|μg/m3|≤25|生态环境分局",
            "3|森林蓄积量|万立方米|1800|林业局",
            "4|领导干部自然资源资产离任审计|-|开展|审计局",
            "5|农田灌溉水有效利用系数|-|完成上级规定的考核任务|水利局",
            "6|生态质量指数(EQI)|-|△EQI>-1|生态环境分局",
        ),
    )
    assert [(target.indicator, target.op, target.value, target.unit, target.canonical) for target in facts.targets] == [
        ("森林覆盖率", ">=", 68, "%", "forest.coverage"),
        ("PM2.5浓度", "<=", 25, "μg/m3", "air.pm25"),
        ("森林蓄积量", "=", 18_000_000, "立方米", "forest.stock"),
        ("生态质量指数(EQI)", ">", -1, None, "ecology.eqi"),
    ]
    assert all(target.task is None and target.year is None for target in facts.targets)
    assert [(owner.name, owner.role) for owner in facts.targets[0].owners] == [
        ("林业局", "lead"),
        ("自然资源局", "responsible"),
    ]


def test_table_reads_groups_years_below_the_head_and_sums_over_years() -> None:
    facts = document_of(
        "天柱县“十四五”生态环境保护规划",
        "专栏1 主要指标",
        table(
            "指标||2020年|2025年|〔累计〕|属性",
            "空气质量|优良天数比率(%)|96.2|≥97|-|约束性",
            "|重污染天数下降(%)|-|-|〔25〕|预期性",
        ),
        "污染物减排",
        table("主要污染物排放总量减少(%)|氨氮|-|-|〔10〕|约束性", "|氮氧化物|-|-|〔15〕|约束性"),
    )
    assert [(target.indicator, target.op, target.value, target.year, target.status) for target in facts.targets] == [
        ("优良天数比率", "=", 96.2, "2020", "result"),
        ("优良天数比率", ">=", 97, "2025", "target"),
        ("重污染天数", "decrease", 25, "2025", "target"),
        ("氨氮", "decrease", 10, "2025", "target"),
        ("氮氧化物", "decrease", 15, "2025", "target"),
    ]


def test_table_with_years_in_the_second_line_of_its_head() -> None:
    facts = document_of(
        TITLE, ANNEX, "目标分解表", table("指标|预期值||", "|2023年|2024年|2025年", "再生水回用率|30%|40%|55%")
    )
    assert [(target.value, target.year) for target in facts.targets] == [(30, "2023"), (40, "2024"), (55, "2025")]


def test_table_inside_a_task_is_read_as_a_table() -> None:
    facts = document_of(
        TITLE,
        "三、重点任务",
        "(一)加强治理。推进小流域综合治理。(责任单位:县水务局)",
        table("序号|指标|单位|2025年", "1|新增治理面积|平方公里|60", "2|水土保持率|%|≥85"),
    )
    assert [(target.indicator, target.op, target.value, target.unit) for target in facts.targets] == [
        ("治理面积", "increase", 60, "平方公里"),
        ("水土保持率", ">=", 85, "%"),
    ]
    assert [task.deadlines for task in facts.tasks] == [[]]


def test_table_of_places_takes_of_several_units_the_one_that_fits() -> None:
    facts = document_of(
        "辽阳市2022年大气污染防治计划",
        "附件1",
        "各县(市、区)2022年环境空气质量目标",
        "单位:微克/立方米、天",
        table("县(市、区)|PM2.5浓度|优良天数", "白塔区|38|285", "灯塔市|不高于33|305"),
    )
    assert [(target.scope, target.op, target.value, target.unit) for target in facts.targets] == [
        ("白塔区", "=", 38, "微克/立方米"),
        ("白塔区", "=", 285, "天"),
        ("灯塔市", "<=", 33, "微克/立方米"),
        ("灯塔市", "=", 305, "天"),
    ]


def test_table_takes_years_from_its_header_and_tells_present_values() -> None:
    facts = document_of(
        TITLE,
        ANNEX,
        "主要指标表",
        table(
            "指标|单位|2020年现状值|2023年目标|2025年目标|指标属性",
            "优良天数比率|%|96.2|97|98|约束性",
            "单位GDP能耗|%|-|下降8|下降13|约束性",
        ),
    )
    assert [(target.indicator, target.op, target.value, target.year, target.status) for target in facts.targets] == [
        ("优良天数比率", "=", 96.2, "2020", "result"),
        ("优良天数比率", "=", 97, "2023", "target"),
        ("优良天数比率", "=", 98, "2025", "target"),
        ("单位GDP能耗", "decrease", 8, "2023", "target"),
        ("单位GDP能耗", "decrease", 13, "2025", "target"),
    ]


def test_table_of_places_gives_a_target_for_every_place() -> None:
    facts = document_of(
        TITLE,
        ANNEX,
        "2025年各县目标表",
        table("县(市、区)|优良天数比率(%)|备注", "凯里市|98|", "天柱县|99|省级监测"),
    )
    assert [(target.indicator, target.scope, target.value, target.unit) for target in facts.targets] == [
        ("优良天数比率", "凯里市", 98, "%"),
        ("优良天数比率", "天柱县", 99, "%"),
    ]


def test_table_of_places_takes_its_unit_and_year_from_above() -> None:
    facts = document_of(
        "天柱县造林绿化实施方案",
        ANNEX,
        "天柱县2024年造林任务分解表",
        "单位:亩",
        table("乡镇|人工造林|封山育林|总人口", "社学乡|500|1200|21000", "蓝田镇|800|—|32000", "合计|1300|1200|53000"),
    )
    assert [(target.indicator, target.scope, target.value, target.unit, target.year) for target in facts.targets] == [
        ("人工造林", "社学乡", 500, "亩", "2024"),
        ("封山育林", "社学乡", 1200, "亩", "2024"),
        ("人工造林", "蓝田镇", 800, "亩", "2024"),
        ("人工造林", None, 1300, "亩", "2024"),
        ("封山育林", None, 1200, "亩", "2024"),
    ]


def test_table_of_places_counts_households_that_work_is_done_for_but_no_population() -> None:
    rows = table("乡镇|户厕改造(户)|农户(户)|受益人口(人)", "社学乡|260|900|3100", "蓝田镇|140|700|2400")
    facts = document_of("天柱县2024年农村改厕实施方案", ANNEX, "天柱县2024年改厕任务分解表", rows)
    assert [(target.indicator, target.scope, target.value, target.unit) for target in facts.targets] == [
        ("户厕改造", "社学乡", 260, "户"),
        ("户厕改造", "蓝田镇", 140, "户"),
    ]


def test_table_of_places_leaves_out_the_column_that_sums_up() -> None:
    rows = ["乡镇\t合计\t人工造林\t封山育林", "青石镇\t1900\t1000\t900"]
    facts = document_of("清河市2024年造林绿化实施方案", "附件:2024年造林任务分解表(单位:亩)", *rows)
    assert [(target.indicator, target.value) for target in facts.targets] == [("人工造林", 1000), ("封山育林", 900)]


def test_table_of_places_may_say_the_year_before_the_measure() -> None:
    facts = document_of(
        "抚州市农村生活污水治理方案",
        ANNEX,
        "年度任务分解表 单位:个",
        table("县(区)|2023年新增治理村数|2024年新增治理村数", "临川区|12|10"),
    )
    assert [(target.indicator, target.op, target.value, target.unit, target.year) for target in facts.targets] == [
        ("治理村数", "increase", 12, "个", "2023"),
        ("治理村数", "increase", 10, "个", "2024"),
    ]


def test_table_of_places_that_sets_nothing_gives_known_indicators_only() -> None:
    rows = ("乡镇|耕地(亩)|森林覆盖率(%)", "社学乡|5000|62", "蓝田镇|8000|65")
    facts = document_of("天柱县造林绿化实施方案", ANNEX, "各乡镇概况", table(*rows))
    assert {target.indicator for target in facts.targets} == {"森林覆盖率"}


def test_table_head_of_two_lines_gives_measure_and_year() -> None:
    rows = (
        "县(市、区)|PM2.5浓度(微克/立方米)||优良天数比率(%)|",
        "|2024年|2025年|2024年|2025年",
        "天柱县|23|22|98|98.5",
    )
    facts = document_of("天柱县空气质量改善方案(2023-2025年)", ANNEX, "空气质量目标表", table(*rows))
    assert [(target.indicator, target.value, target.year) for target in facts.targets] == [
        ("PM2.5浓度", 23, "2024"),
        ("PM2.5浓度", 22, "2025"),
        ("优良天数比率", 98, "2024"),
        ("优良天数比率", 98.5, "2025"),
    ]


def test_table_may_have_places_at_the_heads_of_its_columns() -> None:
    rows = ("指标名称|单位|全县|社学乡", "森林覆盖率|%|62|65", "农村生活污水治理率|%|30|35")
    facts = document_of("天柱县2024年生态环境工作方案", ANNEX, "主要指标分解表", table(*rows))
    assert [(target.indicator, target.scope, target.value, target.year) for target in facts.targets] == [
        ("森林覆盖率", "全县", 62, "2024"),
        ("森林覆盖率", "社学乡", 65, "2024"),
        ("农村生活污水治理率", "全县", 30, "2024"),
        ("农村生活污水治理率", "社学乡", 35, "2024"),
    ]


def test_table_row_that_restates_the_text_adds_nothing() -> None:
    facts = document_of(
        TITLE,
        "一、主要任务",
        "1.回收农膜。2025年确保农膜回收利用率不低于85%,公众对生态文明建设的满意度不低于90%。(责任单位:农业农村局)",
        ANNEX,
        "指标分解表",
        table(
            "序号|指标名称|单位|指标值|责任部门",
            "1|农膜回收率|%|≥85|农业农村局",
            "2|公众对生态环境质量满意程度|%|≥90|生态环境分局",
        ),
    )
    assert [target.indicator for target in facts.targets] == [
        "农膜回收利用率",
        "公众对生态文明建设的满意度",
        "公众对生态环境质量满意程度",
    ]
    assert facts.rejected["number: a row that restates the text"] == 1


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("≥95", "%", (">=", 95, None, "%")),
        ("100", "%", ("=", 100, None, "%")),
        ("99%", "%", ("=", 99, None, "%")),
        ("[18]", "%", ("=", 18, None, "%")),
        ("下降4", "%", ("decrease", 4, None, "%")),
        ("-18", "%", ("decrease", 18, None, "%")),
        ("累计下降18", "%", ("decrease", 18, None, "%")),
        ("较2020年下降18%", "%", ("decrease", 18, None, "%")),
        ("12.5", "万亩", ("=", 125_000, None, "亩")),
        ("1,200", "个", ("=", 1200, None, "个")),
        ("80-85", "%", ("range", 80, 85, "%")),
        ("95以上", "%", (">=", 95, None, "%")),
        ("28微克/立方米以下", "μg/m3", ("<=", 28, None, "微克/立方米")),
        ("0.62", "-", ("=", 0.62, None, None)),
        ("全覆盖", "-", ("=", 100, None, "%")),
        ("≥1.8亿", "立方米", (">=", 180_000_000, None, "立方米")),
        ("完成上级下达任务", "%", None),
        ("保持稳定或持续改善", "%", None),
        ("东部:≥60;中西部:≥30", "%", None),
        ("-", "%", None),
        ("", "%", None),
    ],
)
def test_table_cell_says_operator_value_and_unit(text: str, unit: str, expected: tuple | None) -> None:
    found = read_value(text, unit)
    assert (found and (found[0], found[1].value, found[1].value2, found[1].unit)) == expected


def test_column_of_problems_sets_no_target() -> None:
    rows = table(
        "序号|问题描述|整改目标|整改措施|责任单位",
        "1|白水河断面2022年总磷超标1.2倍,处理能力缺口每天200吨。|断面总磷不高于0.2毫克/升。|清淤3.2公里。|市水务局",
    )
    facts = document_of("天柱县突出环境问题整改清单", rows)
    assert [(target.op, target.value, target.unit) for target in facts.targets] == [
        ("<=", 0.2, "毫克/升"),
        ("=", 3.2, "公里"),
    ]


def test_table_of_places_measures_a_change_against_the_year_in_its_header() -> None:
    rows = table("县市|优良天数(天)|PM10浓度较2024年下降(%)", "福泉市|220|3", "瓮安县|≥215|2.5")
    facts = document_of("黔南州2025年大气污染防治工作方案", "一、目标", rows)
    assert [(each.scope, each.indicator, each.op, each.value, each.baseline) for each in facts.targets] == [
        ("福泉市", "优良天数", "=", 220, None),
        ("福泉市", "PM10浓度", "decrease", 3, "2024"),
        ("瓮安县", "优良天数", ">=", 215, None),
        ("瓮安县", "PM10浓度", "decrease", 2.5, "2024"),
    ]


def test_table_of_places_has_the_unit_above_it_that_fits_each_column() -> None:
    rows = table("镇(街道)|工业园区|新建管网", "硖石街道|2|12.5")
    facts = document_of("海宁市污水零直排区建设任务分解表", "单位:个、公里", rows)
    assert [(each.indicator, each.value, each.unit) for each in facts.targets] == [
        ("工业园区", 2, "个"),
        ("新建管网", 12.5, "公里"),
    ]


@pytest.mark.parametrize(
    ("caption", "indicator", "unit"),
    [
        ("石泉县2023—2025年人工造林分镇任务表(单位:亩)", "人工造林", "亩"),
        ("石泉县污水治理分镇任务表(单位:行政村个数)", "行政村", "个"),
    ],
)
def test_table_of_places_with_bare_years_measures_what_its_caption_says(
    caption: str, indicator: str, unit: str
) -> None:
    rows = table("序号|镇|2023年|2024年|模式", "1|城关镇|2|3|直播", "2|池河镇|1|2|植苗", "合计||3|5|")
    facts = document_of("石泉县治理方案(2023—2025年)", "附件", caption, rows)
    assert [
        (each.scope, each.value, each.year)
        for each in facts.targets
        if (each.indicator, each.unit) == (indicator, unit) and each.scope
    ] == [("城关镇", 2, "2023"), ("城关镇", 3, "2024"), ("池河镇", 1, "2023"), ("池河镇", 2, "2024")]
