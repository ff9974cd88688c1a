"""News and entries of yearbooks: figures told of one year, and goals of a plan that the news only tell of."""

import pytest
from statements import document_of


@pytest.mark.parametrize(
    ("paragraphs", "years"),
    [
        # what is told carries its year on, and the one year that is named goes for all
        (("据介绍,2022年全县完成造林3万亩。全年修复湿地40公顷。", "建成口袋公园6处。"), ["2022"] * 3),
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


def test_goal_told_of_a_plan_carries_on_in_its_paragraph() -> None:
    facts = document_of(
        "据介绍,《方案》提出,到2025年,全省PM2.5浓度下降10%。同时调整了重点区域,其中平原城市PM2.5浓度下降15%。"
    )
    assert [(target.value, target.year, target.status) for target in facts.targets] == [
        (10, "2025", "target"),
        (15, "2025", "target"),
    ]
