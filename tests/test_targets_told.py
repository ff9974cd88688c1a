import pytest
from statements import document_of, fields_of

REPORT = "岑巩县2022年生态环境保护工作总结"
PLAN = "岑巩县2023年生态环境保护工作方案"


def test_report_tells_results_and_sets_targets_in_its_next_steps() -> None:
    facts = document_of(
        REPORT,
        "一、工作开展情况",
        "一是强化大气污染防治。累计淘汰燃煤锅炉45台、老旧车3.3万辆,森林覆盖率由62.1%提高到63.5%。",
        "二是强化执法监管。出动执法人员3200人次,立案查处环境违法案件86件。",
        "二、下一步工作打算",
        "一是加快治理。力争2023年新建污水管网50公里。",
    )
    assert [(fields_of(target)[0], target.value, target.status) for target in facts.targets] == [
        ("燃煤锅炉", 45, "result"),
        ("老旧车", 33_000, "result"),
        ("森林覆盖率", 63.5, "result"),
        ("执法人员", 3200, "result"),
        ("环境违法案件", 86, "result"),
        ("污水管网", 50, "target"),
    ]


def test_requirement_in_the_description_of_a_problem_is_no_target() -> None:
    facts = document_of(
        "某市督察反馈意见整改方案",
        "附件:整改清单",
        "一、垃圾焚烧能力不足。《建设规划》要求,到2025年,生活垃圾焚烧处理能力占比达到50%以上。目前相关工作滞后。",
        "整改目标:到2025年,生活垃圾焚烧处理能力占比达到65%。",
        "责任单位:市城管局",
        "整改措施:加快建设。",
    )
    assert [(target.value, target.status) for target in facts.targets] == [(65, "target")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("累计刊播新闻稿件5600余篇", [("新闻稿件", 5600, ">")]),
        ("已对10个责任单位、50名责任人进行了严肃问责", [("责任单位", 10, "="), ("责任人", 50, "=")]),
        ("全面检查8个市州和2个工业园区两轮督察整改情况", [("检查市州", 8, "="), ("工业园区", 2, "=")]),
        (
            "有效天数304天,其中优良282天、轻度污染16天",
            [("有效天数", 304, "="), ("优良", 282, "="), ("轻度污染", 16, "=")],
        ),
        (
            "优良天数比例为92.8%,较2021年同期93.3%下降0.5个百分点(数据累计到2022年10月)",
            [("优良天数比例", 92.8, "="), ("优良天数比例", 0.5, "decrease")],
        ),
        (
            "环境空气质量综合指数4.74、同比改善7.4%",
            [("环境空气质量综合指数", 4.74, "="), ("环境空气质量综合指数", 7.4, "decrease")],
        ),
        ("主要街道配置垃圾桶300个,查找问题厕所38座", [("垃圾桶", 300, "="), ("问题厕所", 38, "=")]),
        ("排查环保问题户157户,已整改142户", [("环保问题户", 157, "="), ("环保问题户整改", 142, "=")]),
        ("购置垃圾桶6个、1辆三轮车和1辆手推车", [("垃圾桶", 6, "="), ("三轮车", 1, "="), ("手推车", 1, "=")]),
        ("现役262万千瓦燃煤火电机组全部实现超低排放", [("燃煤火电机组", 2_620_000, "=")]),
        ("4个县区被命名为国家生态文明建设示范县", [("国家生态文明建设示范县", 4, "=")]),
        ("19个国考断面水质全部达到优良,高出国家目标10.5个百分点", [("国考断面水质", 19, "=")]),
        ("海西、海南两个可再生能源基地跃上千万千瓦级台阶", [("可再生能源基地", 10_000_000, ">")]),
        ("全年优良天数比例88.2%,同比提高1.4个百分点", [("优良天数比例", 88.2, "="), ("优良天数比例", 1.4, "increase")]),
        (
            "PM2.5浓度由2015年的58微克/立方米降至2020年的35微克/立方米",
            [("PM2.5浓度", 58, "="), ("PM2.5浓度", 35, "=")],
        ),
    ],
)
def test_report_counts_are_results(text: str, expected: list[tuple]) -> None:
    facts = document_of(REPORT, "一、主要成效", f"一是成效显著。{text}。", "二是基础夯实。机制进一步健全。")
    found = [(target.indicator, target.value, target.op) for target in facts.targets]
    assert [(value, op) for _, value, op in found] == [(value, op) for _, value, op in expected]
    for (indicator, _, _), (wanted, _, _) in zip(found, expected, strict=True):
        assert wanted in indicator
    assert {target.status for target in facts.targets} == {"result"}


def test_plan_sets_targets_and_takes_what_it_tells_for_results() -> None:
    facts = document_of(
        PLAN,
        "一、主要任务",
        "1.治理污水。截至2022年底,全县农村生活污水治理率已达到20%。2023年完成15个行政村污水治理。(责任单位:县环保局)",
    )
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (20, "2022", "result"),
        (15, "2023", "target"),
    ]


def test_clauses_of_one_sentence_may_differ_in_tense() -> None:
    facts = document_of(
        PLAN,
        "一、主要任务",
        "1.绿化国土。全县森林覆盖率已达到60.2%,力争到2025年森林覆盖率达到61%,建成绿道20公里。(责任单位:县林业局)",
    )
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (60.2, None, "result"),
        (61, "2025", "target"),
        (20, "2025", "target"),
    ]


def test_year_before_the_plan_tells_of_the_sentence_behind_it_too() -> None:
    facts = document_of(
        PLAN,
        "一、工作目标",
        "2022年,各项任务全部完成。国控断面水质优良比例为98%。",
        "2023年,国控断面水质优良比例达到100%。",
    )
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (98, "2022", "result"),
        (100, "2023", "target"),
    ]


def test_year_before_is_that_of_what_was_done_last_year() -> None:
    facts = document_of(
        REPORT, "一、主要成效", "一是治水。去年完成了38公里黑臭河道整治。", "二是治气。优良天数比例92%。"
    )
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (38, "2021", "result"),
        (92, "2022", "result"),
    ]


def test_what_news_say_will_be_done_is_still_to_come() -> None:
    facts = document_of("据介绍,2018年至2020年期间,将集中支持200个以上畜牧大县推进粪污资源化利用。")
    assert [(target.op, target.value, target.status) for target in facts.targets] == [(">=", 200, "target")]


def test_funds_that_were_got_are_told() -> None:
    facts = document_of(
        REPORT, "一、主要成效", "一是治水。淘汰锅炉6台;争取中央专项资金4320万元。", "二是治气。成效明显。"
    )
    assert [(target.value, target.status) for target in facts.targets] == [(6, "result"), (43_200_000, "result")]


def test_preparations_do_not_tell_of_the_present() -> None:
    facts = document_of(PLAN, "一、主要任务", "1.建设管网。完成项目前期工作,11月底完成管网工程量的50%以上。")
    assert [(target.value, target.status) for target in facts.targets] == [(50, "target")]


def test_what_has_been_done_already_tells_nothing_of_what_is_still_to_be_done() -> None:
    task = "1.消除黑臭水体。完成剩余7条农村黑臭水体治理,已完成治理的防止返黑返臭。"
    assert [(target.value, target.status) for target in document_of(PLAN, "一、主要任务", task).targets] == [
        (7, "target")
    ]


def test_sentence_that_begins_with_since_when_is_told() -> None:
    facts = document_of(PLAN, "去年以来,全县合力攻坚,PM10年均浓度降至71微克/立方米。", "一、主要任务", "1.治气。")
    assert [(target.value, target.year, target.status) for target in facts.targets] == [(71, "2022", "result")]


def test_what_stands_behind_the_five_years_before_the_plan_is_told() -> None:
    facts = document_of(
        "岑巩县“十四五”林业规划",
        "“十三五”期间,生态状况明显改善。森林覆盖率达到62%。",
        "一、规划目标",
        "到2025年,森林覆盖率达到65%。",
    )
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (62, "2020", "result"),
        (65, "2025", "target"),
    ]


def test_interpretation_of_a_plan_sets_what_the_plan_sets() -> None:
    facts = document_of(
        "《岑巩县水污染防治方案》政策解读",
        "一、主要目标",
        "到2025年,全县国控断面水质优良比例达到100%。",
        "二、主要任务",
        "一是治理污水。新建污水管网50公里。",
    )
    assert {target.status for target in facts.targets} == {"target"}


def test_problem_of_a_rectification_list_is_no_target() -> None:
    facts = document_of(
        "岑巩县环境问题整改方案",
        "一、垃圾处理短板明显。全省95座垃圾填埋场中,31座超设计能力填埋,占比达32.6%。",
        "整改目标:确保全县9座垃圾填埋场渗滤液得到有效治理,无害化处理率达到100%。",
        "整改时限:2024年12月底",
        "整改措施:",
        "1.排查隐患。邀请专家对填埋场开展排查。",
        "责任单位:县住建局",
    )
    assert [target.value for target in facts.targets] == [9, 100]


def test_figure_of_a_problem_is_no_result_of_a_plan() -> None:
    facts = document_of(
        "岑巩县环境问题整改方案",
        "一、污水收集不力。2023年,城区生活污水集中收集率仅为40%,龙江河总磷浓度0.3毫克/升。",
        "整改目标:到2025年,生活污水集中收集率达到70%。",
        "责任单位:县住建局",
    )
    assert [(target.value, target.status) for target in facts.targets] == [(70, "target")]


@pytest.mark.parametrize(
    ("heading", "count"), [("一、背景", 0), ("一、指导思想", 0), ("一、工作目标", 1), ("一、主要任务", 1)]
)
def test_numbers_of_any_kind_count_only_where_something_is_set(heading: str, count: int) -> None:
    facts = document_of(
        "岑巩县绿化行动方案",
        heading,
        "(一)全县共建成口袋书屋12个。",
        "二、重点工作",
        "1.加强管护。完善制度。(责任单位:县林业局)",
    )
    assert len(facts.targets) == count


def test_report_of_last_year_sets_targets_for_the_year_of_its_issue() -> None:
    facts = document_of(
        "岑巩县人民政府关于2021年度环境状况和环境保护目标完成情况的报告",
        "——2022年4月27日在岑巩县第五届人民代表大会常务委员会第四次会议上",
        "一、2021年环境质量状况",
        "空气质量持续改善,县城优良天数比率达到98%,同比提高1.2个百分点。全县已累计淘汰燃煤锅炉12台,水质明显好转。",
        "二、下一步工作",
        "(一)保护好土壤。受污染耕地安全利用率稳定在95%以上,年内完成35个行政村环境整治。",
    )
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (98, "2021", "result"),
        (1.2, "2021", "result"),
        (12, "2021", "result"),
        (95, "2022", "target"),
        (35, "2022", "target"),
    ]
    assert [deadline.ends for task in facts.tasks for deadline in task.deadlines] == ["2022"]


def test_plan_tells_and_sets_in_one_sentence() -> None:
    facts = document_of(
        PLAN,
        "一、主要任务",
        "1.治理污水。2022年已完成78个村污水治理,污水处理率达到60%,2023年再完成21个,污水处理率达到70%。(责任单位:县环保局)",
    )
    assert [(target.value, target.year, target.status) for target in facts.targets][-2:] == [
        (21, "2023", "target"),
        (70, "2023", "target"),
    ]


def test_summary_and_plan_in_one_tell_of_the_first_year_and_set_the_second() -> None:
    facts = document_of(
        "岑巩县2023年生态环境工作总结及2024年工作安排",
        "一、工作成效",
        "1-11月份,PM10均值55微克/立方米,与去年同期比较下降3.5%。县城优良天数比例为94.7%。已累计清运垃圾3万吨。",
        "二、2024年工作安排",
        "(一)抓好治理。年内完成12个行政村环境整治。",
    )
    assert [(target.value, target.year, target.baseline, target.status) for target in facts.targets] == [
        (55, "2023", None, "result"),
        (3.5, "2023", "2022", "result"),
        (94.7, "2023", None, "result"),
        (30_000, "2023", None, "result"),
        (12, "2024", None, "target"),
    ]


def test_speech_tells_of_its_year_up_to_a_day() -> None:
    facts = document_of(
        "在县生态环境保护委员会2022年度第二次会议上的讲话",
        "一、充分肯定成绩",
        "截至7月13日我县PM2.5平均浓度为41.5微克/立方米。",
    )
    assert [(fields_of(target)[:2], target.year, target.status) for target in facts.targets] == [
        (("PM2.5平均浓度", "我县"), "2022", "result")
    ]


def test_report_on_several_years_tells_of_them() -> None:
    facts = document_of(
        "关于“十四五”矿山生态修复情况的报告",
        "“十四五”期间,全县共完成修复治理历史遗留矿山面积335亩。",
        "截至2025年底,风电装机容量达到12万千瓦,是2020年底的2.5倍。",
    )
    assert [(target.value, target.year, target.baseline, target.status) for target in facts.targets] == [
        (335, "2025", None, "result"),
        (120_000, "2025", None, "result"),
        (2.5, "2025", "2020", "result"),
    ]


def test_report_in_the_middle_of_a_plan_sets_what_is_still_to_come() -> None:
    facts = document_of(
        "岑巩县生态环境保护“十四五”中期评估报告",
        "一、目标指标完成情况",
        "2023年,全县优良天数比例98.9%,同比提高0.5个百分点。已累计建成污水管网20公里。",
        "二、下一步工作",
        "(一)补齐短板。2024年完成12个行政村生活污水治理,2025年治理率达到25%以上。",
    )
    assert [(target.value, target.year, target.status) for target in facts.targets][-2:] == [
        (12, "2024", "target"),
        (25, "2025", "target"),
    ]


def test_what_is_built_already_tells_no_result_where_its_rate_is_aimed_at() -> None:
    facts = document_of(
        "岑巩县2023—2024年农村环境整治实施方案",
        "到2024年底,全县农村生活污水治理率不低于38%、已建成设施正常运行率不低于90%。",
    )
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (38, "2024", "target"),
        (90, "2024", "target"),
    ]


def test_bulletin_on_the_environment_is_told_throughout() -> None:
    facts = document_of(
        "2016年度岑巩县环境状况公报",
        "一、大气环境",
        "1、大气环境质量",
        "全年灰霾天数27天,比上年减少8天。二氧化硫平均浓度为8微克/立方米,与上年持平。",
        "二、水环境",
        "1、水环境质量",
        "水质达标率为100%,与上年持平;Ⅰ类至Ⅲ类断面占比90%,比上年上升2个百分点。",
    )
    assert {(target.year, target.status) for target in facts.targets} == {("2016", "result")}


def test_finding_of_an_inspection_is_neither_result_nor_target() -> None:
    facts = document_of(
        "近日,市生态环境局公示整改情况。",
        "一、反馈问题",
        "排口水质监测数据显示氨氮浓度达到45mg/L,生活污水集中收集率只有15.7%。",
        "二、整改目标",
        "2024年氨氮年平均浓度下降5%。",
        "三、整改措施",
        "(一)加强生活污水基础设施建设,完成管网改造。",
    )
    assert [(each.value, each.status) for each in facts.targets] == [(5, "target")]


def test_letter_that_answers_a_proposal_tells_what_was_done() -> None:
    facts = document_of(
        "关于市政协第12号提案的答复函",
        "您提出的关于加强湖泊治理的提案收悉,现答复如下:",
        "2022年完成12座水质监测站建设,工程整体进度达到95%。",
        "感谢您对我们工作的关心和支持。",
    )
    assert [(each.value, each.status) for each in facts.targets] == [(12, "result"), (95, "result")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("清水河工程可研报告已通过省水利厅审查,治理河道20公里。", [(20, "target")]),
        ("清水河工程初步设计日前获批复,加固堤防12公里,总投资8亿元。", [(12, "target"), (800000000, "target")]),
        ("清水河工程完成管网改造3公里,概算总投资5亿元。", [(3, "result"), (500000000, "target")]),
        ("清水河工程初步设计已批复,现已建成堤防12公里。", [(12, "result")]),
        ("清水河工程可研报告已报审批;治理水土流失面积5万亩。", [(50000, "result")]),
        (
            "全市淘汰燃煤锅炉10台,计划治理河道25公里,实际完成治理35公里。",
            [(10, "result"), (25, "target"), (35, "result")],
        ),
        ("全市完成年度计划治理任务,淘汰燃煤锅炉10台。", [(10, "result")]),
    ],
)
def test_work_that_is_only_planned_is_no_result_of_a_report(text: str, expected: list[tuple[float, str]]) -> None:
    facts = document_of("全市水利建设进展情况报告", text)
    assert [(target.value, target.status) for target in facts.targets] == expected


def test_what_there_is_before_the_next_step_is_no_target() -> None:
    facts = document_of(
        "城市排水设施整改方案",
        "三、整改措施",
        "(一)排查管网。我市森林覆盖率为53%,下步加强管护,2023年森林覆盖率达到60%。",
        "(二)治理河道。五年来,全县森林覆盖率提高3%。",
    )
    assert [(target.value, target.status) for target in facts.targets] == [
        (53, "result"),
        (60, "target"),
        (3, "result"),
    ]


def test_goal_of_a_later_year_gives_no_year_to_what_news_tell() -> None:
    facts = document_of("记者从市水务局获悉,我市已完成3座水库除险加固。根据规划,到2025年,全市将新建堤防45公里。")
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (3, None, "result"),
        (45, "2025", "target"),
    ]
