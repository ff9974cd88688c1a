"""Letters that a scanner read for figures are figures again; names with letters stay."""

import pytest

from corpus.repairs.repair import repair


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("到2O25年底", "到2025年底"),
        ("20l8年l0月3l日", "2018年10月31日"),
        ("水质达标率10O%", "水质达标率100%"),
        ("系数提高到O.62", "系数提高到0.62"),
        ("新增l,5O0公里", "新增1,500公里"),
        ("2O25年建成公园l座、管网lO公里", "2025年建成公园1座、管网10公里"),
        ("6月30曰前完成", "6月30日前完成"),
        ("l.实施清淤工程2O处", "1.实施清淤工程20处"),
        ("(l)开展排查l2次", "(1)开展排查12次"),
        ("PM1O浓度下降", "PM10浓度下降"),
    ],
)
def test_letter_among_figures_is_a_figure(text: str, mended: str) -> None:
    assert repair(text).text == mended


@pytest.mark.parametrize(
    "text",
    [
        "臭氧(O3)和PM2.5协同控制",
        "减少CO2、NOx、VOCs排放",
        "总磷浓度0.1mg/l",
        "每次取水样10l,送检",
        "符合GB3838标准Ⅲ类",
        "I类水体占20%",
        "O2含量",
        "林业碳汇IPO项目",
        "子曰学而时习之",
        "查出l件不符合要求",
    ],
)
def test_letter_in_a_name_stays(text: str) -> None:
    assert repair(text).text == text
