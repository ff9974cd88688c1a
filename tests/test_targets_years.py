import pytest
from statements import document_of, statements_of

TITLE = "松桃县生态环境保护工作方案"
GOALS = "二、工作目标"
TASKS = "三、重点任务"


def years_of(*paragraphs: str) -> list[tuple[str, str | None]]:
    return [(target.indicator, target.year) for target in document_of(TITLE, *paragraphs).targets]


@pytest.mark.parametrize(
    ("paragraphs", "years"),
    [
        # the nearest time of the sentence
        (("到2025年,森林覆盖率达到68%,湿地保护率达到50%。",), ["2025", "2025"]),
        (("到2025年,森林覆盖率达到68%;到2030年,湿地保护率达到55%。",), ["2025", "2030"]),
        (("2024-2025年确保县城污水处理率不低于95%。",), ["2025"]),
        (("“十四五”期间,优良天数比率保持98%以上。",), ["2025"]),
        # sentences that state values carry the time on
        (("到2025年,森林覆盖率达到68%。累计完成石漠化治理158平方公里。水土保持率达到85%以上。",), ["2025"] * 3),
        # a goal that opens a paragraph sets the time of what follows in it, though it states no value
        (("行动目标:到2025年,面源污染得到初步管控。新增完成80个行政村环境整治。农膜回收率达到85%。",), ["2025"] * 2),
        # so does a year set off by a comma, but not the time by which one work is done
        (("2025年,森林覆盖率达到68%。石漠化治理158平方公里。",), ["2025"] * 2),
        (("布设微站40个,2024年9月底前建成使用。",), ["2024"]),
        (("2024年6月底前恢复湿地2800亩。新建管网21公里。",), ["2024", None]),
        (("2025年起,生态流量保证率均达到90%以上。改造小水电62座。",), ["2025", None]),
        # a time that goes with values of its own says nothing of others behind it
        (("氨氮浓度控制在2毫克/升以下(2023年为5毫克/升)、总磷浓度控制在0.4毫克/升以下。",), [None, None, "2023"]),
        (("污泥处置率2024年、2025年分别达到80%、90%;森林覆盖率达到68%。",), ["2024", "2025", None]),
        (("到2024年(规划近期),污泥处置率达到80%;森林覆盖率达到68%。",), ["2024", "2024"]),
        # what a sentence parts has the year of the whole
        (("2018—2020年完成造林30万亩。其中更新改造10万亩,其他造林20万亩。",), ["2020"] * 3),
        # a year that opens a paragraph sets the time of what follows in it, a limit of one sentence does not
        (("2025年,各镇落实责任。整治河道12公里。",), ["2025"]),
        (("2025年底,各镇完成任务。整治河道12公里。",), [None]),
        # prices of a year say no year, nor does the year in which a bare number began to change
        (("到2025年,能耗下降到0.83吨标准煤(按2020年价格计算),比2020年的1吨标准煤降低17%。",), ["2025"] * 2),
        (("到2025年,综合营养状态指数由2020年的66降到60以下,森林覆盖率提高到46%。",), ["2025"] * 2),
        # a sentence without a value ends that in a task
        (("到2025年,森林覆盖率达到68%。加强宣传引导。确保湿地保护率达到50%。",), ["2025", None]),
        (("加强管护,森林覆盖率达到68%。",), [None]),
        # a time that governs no value is not carried on
        (("恢复湿地2800亩,公园2024年6月底前完工。拆除违建3万平方米。",), [None, None]),
        # what begins in a year holds in it, what recurs from then on does not
        (("淘汰老旧车2600辆。2024年起,在线监控安装率不低于80%。",), [None, "2024"]),
        (("自2024年起,每年清洗一次游船,更换率达到100%。",), [None]),
        # 当年 inside the name of a share says no year
        (("装配式建筑占当年新建建筑面积比例达到30%以上。",), [None]),
        # a time behind the values that only says by when all is done
        (("封堵直排口54个、新建泵站2座,2024年10月底前全面完成。",), ["2024", "2024"]),
        (("封堵直排口54个,2024年底前完成泵站2座。",), [None, "2024"]),
        (("建设规模10万吨/日,2025年6月底前投入运行;在此之前,日处理能力2万吨。",), ["2025", "2025"]),
        (("新增处理能力2万吨/日,出水执行一级A标准,2024年6月底前通水运行。",), ["2024"]),
        (("纳入清单的23条农村黑臭水体2024年底前全部完成整治。",), ["2024"]),
    ],
)
def test_target_year_comes_from_sentence_and_paragraph(paragraphs: tuple[str, ...], years: list[str | None]) -> None:
    tasks = [f"1.加强生态保护。{paragraph}(责任单位:县林业局)" for paragraph in paragraphs]
    assert [year for _, year in years_of(TASKS, *tasks)] == years


def test_target_year_comes_from_a_heading_up_to_three_levels_up() -> None:
    found = years_of(
        GOALS,
        "1. 2023年指标任务",
        "(1)环境治理",
        "——空气质量优良天数比率达到98%以上",
        "2. 2025年指标任务",
        "(1)环境治理",
        "——空气质量优良天数比率达到99%以上",
        "——农村生活污水治理率18%",
        TASKS,
        "1.加强监管。完善网格化监管。(责任单位:县环保局)",
    )
    assert found == [
        ("空气质量优良天数比率", "2023"),
        ("空气质量优良天数比率", "2025"),
        ("农村生活污水治理率", "2025"),
    ]


def test_target_year_of_a_goal_carries_on_over_its_list() -> None:
    found = years_of(
        GOALS,
        "到2025年,全县生态环境质量持续改善,主要指标如下:",
        "——大气环境。PM2.5平均浓度控制在28微克/立方米以下。",
        "——水环境。国控断面水质优良比例达到100%。",
        TASKS,
        "1.加强监管。建成监测站3座。(责任单位:县环保局)",
    )
    assert found == [("PM2.5平均浓度", "2025"), ("水质优良比例", "2025"), ("监测站", None)]


def test_target_year_is_that_of_a_plan_for_one_year() -> None:
    facts = document_of(
        "松桃县2024年农村环境整治工作方案", TASKS, "1.整治村庄。完成12个行政村环境整治。(责任单位:县环保局)"
    )
    assert [(target.value, target.year) for target in facts.targets] == [(12, "2024")]


@pytest.mark.parametrize(
    ("limit", "year"),
    [
        ("完成时限:2018年9月30日", "2018"),
        ("整改时限:立行立改,2026年底前完成", "2026"),
        ("完成时限:长期坚持", None),
        ("2018年9月前清理杂物,2019年底前恢复植被。", None),
    ],
)
def test_target_year_may_be_that_of_the_time_limit(limit: str, year: str | None) -> None:
    facts = document_of(
        TITLE,
        TASKS,
        "1.完善管网。新建截污干管9.6公里。",
        "责任单位:县住建局",
        limit,
        "2.种树。植树造林。",
        "责任单位:县林业局",
    )
    assert [(target.indicator, target.year) for target in facts.targets] == [("截污干管", year)]


def test_target_year_is_that_of_the_field_that_says_again_when() -> None:
    facts = document_of(
        TITLE,
        TASKS,
        "1.治理废气。2025年8月底前完成矿热炉封闭改造11台。新能源重卡占比达到20%。",
        "责任单位:县环保局",
        "整改时限:2025年8月底前",
    )
    assert [(target.value, target.year) for target in facts.targets] == [(11, "2025"), (20, "2025")]


def test_target_of_as_many_years_as_the_plan_has_holds_by_its_end() -> None:
    facts = document_of(
        "松桃县水污染防治三年行动方案(2018-2020年)", TASKS, "1.补齐短板。三年新建污水管网76公里。(责任单位:县住建局)"
    )
    assert [(target.value, target.year) for target in facts.targets] == [(76, "2020")]


def test_values_in_order_are_those_of_as_many_years() -> None:
    facts = document_of(TITLE, GOALS, "2018年—2020年,测土配方施肥覆盖率分别达到90%、92%、95%以上。")
    assert [target.year for target in facts.targets] == ["2018", "2019", "2020"]


def test_works_on_one_thing_in_one_sentence_are_as_many_targets() -> None:
    facts = document_of(TITLE, TASKS, "1.治理污水。新建污水处理厂1座、扩建污水处理厂1座。(责任单位:县住建局)")
    assert [target.value for target in facts.targets] == [1, 1]


def test_three_years_in_figures_are_those_of_the_plan() -> None:
    goal = "经过3年努力,全市优良天数比率达到80%以上。"
    facts = document_of("海东市蓝天保卫战三年行动方案(2018-2020年)", GOALS, goal)
    assert [(target.value, target.year) for target in facts.targets] == [(80, "2020")]


def test_limit_long_over_gives_no_year() -> None:
    task = "1.消减存量。处置2019年以前堆存的灰渣6万吨。(责任单位:县环保局)"
    facts = document_of("松桃县2023年固体废物治理计划", TASKS, task)
    assert [(target.indicator, target.year, target.status) for target in facts.targets] == [
        ("堆存的灰渣", "2023", "target")
    ]


@pytest.mark.parametrize(
    ("clause", "indicator", "value"),
    [
        ("综合营养状态指数由2020年的66降到60以下", "综合营养状态指数", 60),
        ("综合营养状态指数由2020年的58降到50", "综合营养状态指数", 50),
        ("用水系数从2020年0.55逐步提升至0.58", "用水系数", 0.58),
        ("国控断面由2020年的12个增加到15个", "国控断面", 15),
    ],
)
def test_change_of_a_bare_number_keeps_the_year_it_began_in(clause: str, indicator: str, value: float) -> None:
    (found,) = document_of(TITLE, GOALS, f"到2025年,{clause}。").targets
    assert (found.indicator, found.value, found.year, found.baseline) == (indicator, value, "2025", "2020")


@pytest.mark.parametrize(
    ("clause", "baselines"),
    [
        ("单位GDP能耗较2020年下降14%,森林覆盖率达到60%", ["2020", None]),
        ("万元产值用水量较2020年下降9%,灌溉水利用系数提高到0.6", ["2020", None]),
        ("万元产值用水量较2020年下降9%,绿化覆盖率提高2%", ["2020", None]),
        ("万元产值用水量较2020年下降9%,单位GDP能耗下降5%", ["2020", "2020"]),
        ("较2020年,单位GDP能耗下降9%、绿化覆盖率提高5%", ["2020", "2020"]),
        ("与2020年相比,单位GDP能耗下降9%,绿化覆盖率提高5%", ["2020", "2020"]),
        ("主要河流水质与2020年相比保持稳定,总氮排放量下降10%", [None]),
        ("在2020年断面监测数据基础上,总磷年均浓度下降4%", ["2020"]),
        ("总磷年均浓度在2020年0.2毫克/升的基础上下降10%,达到0.18毫克/升", ["2020", None]),
        ("重污染天数在2020年30天基础上减少50%,达到15天左右", ["2020", None]),
        ("总磷浓度控制在0.2毫克/升以内、氨氮浓度较2020年下降15%", [None, "2020"]),
        ("污水集中收集率力争达到70%或比2020年提高5个百分点以上", [None, "2020"]),
        ("总磷年均浓度较上年下降4%", ["2024"]),
        ("总磷年均浓度同比下降4%", ["2024"]),
    ],
)
def test_change_keeps_the_year_it_is_compared_with(clause: str, baselines: list[str | None]) -> None:
    facts = document_of(TITLE, GOALS, f"到2025年,{clause}。")
    assert [(target.year, target.baseline) for target in facts.targets] == [("2025", each) for each in baselines]


def test_target_belongs_to_its_task_and_the_task_to_it() -> None:
    facts = document_of(
        TITLE,
        GOALS,
        "到2025年,森林覆盖率达到68%。",
        TASKS,
        "1.整治村庄。2024年完成12个行政村环境整治。(责任单位:县环保局)",
        "2.修复湿地。到2025年修复湿地300亩。(责任单位:县林业局)",
    )
    goal, villages, wetland = facts.targets
    assert goal.task is None
    assert [task.targets for task in facts.tasks] == [[villages.id], [wetland.id]]
    assert [villages.task, wetland.task] == [task.id for task in facts.tasks]


def test_target_is_named_without_the_enumerator_before_its_year() -> None:
    facts = document_of("资阳市水污染防治方案", "二、措施", "2.2022年底前进水化学需氧量浓度不低于100毫克/升。")
    assert [(target.indicator, target.year) for target in facts.targets] == [("进水化学需氧量浓度", "2022")]


def test_target_quotes_its_clause_without_enumerator_and_owners() -> None:
    facts = document_of(TITLE, TASKS, "1.加强监管,确保问题整改率100%(责任单位:县环保局、县林业局)")
    (target,) = facts.targets
    assert target.text == "确保问题整改率100%"
    assert facts.text[target.start : target.end] == target.text


def test_target_is_kept_once_though_said_twice_in_a_task() -> None:
    facts = document_of(TITLE, TASKS, "1.造林。2025年完成造林3万亩。全县2025年底完成造林3万亩。(责任单位:县林业局)")
    assert [(target.value, target.year) for target in facts.targets] == [(30_000, "2025"), (30_000, "2025")]
    assert len({target.scope for target in facts.targets}) == 2


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023年、2024年、2025年优良天数比率分别达到85%、86%和87%", ["2023", "2024", "2025"]),
        ("2022年、2023年新增绿地面积均不少于5000亩", ["2022", "2023"]),
        ("2024年、2025年分别完成30%、70%的排污口整治任务", ["2024", "2025"]),
        (
            "2023年、2024年全市农村生活污水治理率分别达到25%、28%以上,处理设施正常运行率分别达到80%、85%",
            ["2023", "2024"] * 2,
        ),
        ("优良天数比率(%):2023年≥88,2024年≥89", [None, None]),
        ("2025年优良天数比率达到88%,2030年达到90%", [None, None]),
        ("到2022年、2025年,绿色建筑占比分别达到20%和30%", ["2022", "2025"]),
    ],
)
def test_target_years_are_paired_where_the_sentence_pairs_them(text: str, years: list[str | None]) -> None:
    found, _ = statements_of(text)
    assert [each.year for each in found] == years


def test_year_goes_on_behind_lines_that_end_a_part_of_a_list() -> None:
    facts = document_of(
        "省政府办公厅近日印发《湖区专项整治行动计划》,",
        "到2026年,主要污染物排放量比2020年削减11%;",
        "规模养殖场粪污处理设施装备配套率达到95%;",
        "湿地保护率稳定在72%以上。",
        "近日完成清淤3公里。",
    )
    assert [target.year for target in facts.targets][:3] == ["2026"] * 3


def test_goals_behind_bullets_have_the_year_that_announces_them() -> None:
    facts = document_of(
        "奋斗目标:建设美丽家园。到2031年具体目标:",
        "——高质量发展迈上台阶。研发投入强度超过3.4%。",
        "——生态环境持续改善。优良天数比率达到95%。",
    )
    assert [(each.value, each.year, each.status) for each in facts.targets] == [
        (3.4, "2031", "target"),
        (95, "2031", "target"),
    ]


def test_what_is_so_today_is_not_of_the_year_in_which_it_began() -> None:
    facts = document_of(
        "流域治理工作总结",
        "2015年市政府印发了治理规划。五年来全市共清淤河道120公里。2019年11月工程开工,目前完成堤防加固9公里。",
    )
    assert [(each.value, each.year) for each in facts.targets] == [(120, None), (9, None)]


def test_month_of_a_review_is_no_year_of_what_it_approved() -> None:
    facts = document_of(
        "堤防工程进展情况报告",
        "专家于2010年5月对可研报告进行了复审,确定河堤加固由76公里增加到106公里。2012年6月底前通过评审,建成泵站2座。",
    )
    assert [(each.value, each.year) for each in facts.targets] == [(106, None), (2, "2012")]


def test_year_of_one_paragraph_is_not_that_of_the_next() -> None:
    facts = document_of(
        "堤防工程建设总结",
        "1.主河道疏浚。2019年11月开工。2020年完成清淤9公里。",
        "2.支流整治。共整治入湖河道11条。",
    )
    assert [(each.value, each.year) for each in facts.targets] == [(9, "2020"), (11, None)]


def test_what_was_done_last_year_is_no_target() -> None:
    done = "去年,全市建成尾水湿地12处,PM2.5年均浓度降至35微克/立方米。"
    facts = document_of("2019年治水方案", done, "一、主要任务", "1.治水。新建尾水湿地6处。", done)
    assert [(each.value, each.year, each.status) for each in facts.targets] == [
        (35, "2018", "result"),
        (6, "2019", "target"),
        (35, "2018", "result"),
    ]
    facts = document_of("2019年治水方案", "一、主要任务", "1.治水。去年排名靠后的镇,2019年建成湿地6处。")
    assert [(each.value, each.status) for each in facts.targets] == [(6, "target")]


def test_year_of_a_general_aim_leads_the_lines_below_it() -> None:
    aim = "到2018年,全省环境空气质量总体好转,重污染天数大幅减少。"
    city = "哈尔滨市PM2.5年均浓度达到53微克/立方米左右。"
    facts = document_of("蓝天方案", aim, city, "一、主要任务", "1.治气。关停12家。")
    assert [(each.value, each.year) for each in facts.targets] == [(53, "2018"), (12, None)]
    facts = document_of("蓝天方案", aim, "全省上下齐心协力。", city)
    assert [(each.value, each.year) for each in facts.targets] == [(53, None)]
