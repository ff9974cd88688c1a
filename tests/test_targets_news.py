"""News and entries of yearbooks: figures told of one year, and goals of a plan that the news only tell of."""

import pytest
from statements import document_of


@pytest.mark.parametrize(
    ("paragraphs", "years"),
    [
        # what is told carries its year on, and the one year that is named goes for all
        (("据介绍,2022年全县完成造林3万亩。全年修复湿地40公顷。", "建成口袋公园6处。"), ["2022"] * 3),
        # so does a year set off within its sentence
        (("据介绍,按照新的办法评价,2015年,全县水质为轻度污染。河流断面中,劣Ⅴ类断面比例为2.1%。",), ["2015"]),
        # 去年 is told from the day on which the page came out
        (
            ("发布时间:2023-02-06 来源:某县日报", "据悉,去年全县PM2.5平均浓度为31微克/立方米,优良天数312天。"),
            ["2022"] * 2,
        ),
        (("发布时间:2021-12-20 来源:某县日报", "截至12月12日,全县优良天数达到301天。"), ["2021"]),
        # an entry of a yearbook begins with its year
        (("【河道治理】 2020年,永州市整治河道一体推进。全年清淤河道35公里。",), ["2020"]),
    ],
)
def test_news_tell_of_the_year_that_they_name(paragraphs: tuple[str, ...], years: list[str | None]) -> None:
    targets = document_of(*paragraphs).targets
    assert [(target.year, target.status) for target in targets] == [(year, "result") for year in years]


def test_news_of_a_plan_set_what_the_plan_sets() -> None:
    facts = document_of(
        "发布时间:2024-03-05 来源:某省日报",
        "近日,某省印发《农村环境整治实施方案(2024—2026年)》,要求到2026年,建立长效机制。生活垃圾得到治理的村庄达到95%以上。",
        "同时,优化了重点区域,要求平原地区治理率达到60%。",
    )
    assert [(target.value, target.year, target.status) for target in facts.targets][:1] == [(95, "2026", "target")]


def test_news_tell_that_a_plan_sets_what_is_to_be_reached() -> None:
    facts = document_of(
        "据悉,某省印发节能规划。《规划》提出,2030年建成低碳的能源体系。能源综合生产能力达到58亿吨标准煤。",
        "会议指出,能源综合生产能力达到41亿吨标准煤。",
    )
    assert [(target.value, target.status) for target in facts.targets] == [(5.8e9, "target"), (4.1e9, "result")]


def test_headline_of_news_states_nothing_that_the_text_does_not() -> None:
    facts = document_of(
        "2022年我省完成国土绿化超100万亩",
        "据介绍,2022年全省坚持科学绿化,各级各部门统筹推进山水林田湖草沙系统治理,完成造林57万亩,种草改良48万亩。",
    )
    assert [target.value for target in facts.targets] == [570_000, 480_000]


def test_amounts_of_a_year_change_since_the_year_before() -> None:
    facts = document_of("全年氨氮排放量2.8万吨,比上年下降3.1%;二氧化硫排放量18.2万吨,下降6.7%。")
    assert [(target.indicator, target.op, target.value) for target in facts.targets] == [
        ("氨氮排放量", "=", 28_000),
        ("氨氮排放量", "decrease", 3.1),
        ("二氧化硫排放量", "=", 182_000),
        ("二氧化硫排放量", "decrease", 6.7),
    ]


def test_bullets_without_a_heading_set_targets() -> None:
    facts = document_of(
        "松桃县碳达峰实施方案",
        "具体目标包括:",
        "- 到2025年,单位GDP能耗比2020年下降20%",
        "- 森林覆盖率达到64%以上",
        "**重点任务**",
        "1. 推进能源转型",
        "2. 实施节能行动",
    )
    assert [target.value for target in facts.targets] == [20, 64]


def test_goal_told_of_a_plan_carries_on_in_its_paragraph() -> None:
    facts = document_of(
        "据介绍,《方案》提出,到2025年,全省PM2.5浓度下降10%。同时调整了重点区域,其中平原城市PM2.5浓度下降15%。"
    )
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (10, "2025", "target"),
        (15, "2025", "target"),
    ]


def test_what_is_left_to_do_is_a_target_of_a_summary_and_what_is_done_a_result() -> None:
    facts = document_of(
        "岑巩县2022年饮用水水源地保护工作总结", "排查环境问题57个,完成整治55个,剩余2个计划于2023年6月底前完成。"
    )
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (57, "2022", "result"),
        (55, "2022", "result"),
        (2, "2023", "target"),
    ]
