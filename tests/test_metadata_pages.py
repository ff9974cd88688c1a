"""Metadata of pages as sites carry them: news about a plan, fields without colons, orders, joint sign-offs."""

import pytest

from corpus.document import Document
from nlp.citations.component import read_citations
from nlp.facts import Facts
from nlp.metadata.component import read_metadata
from nlp.pipeline import begin, build


def read(text: str) -> Facts:
    doc = begin(build(), Document("page.txt", None, text))
    return read_citations(read_metadata(doc))._.facts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "鄂州市人民政府关于印发鄂州市碧水保卫战方案的通知\n鄂州政发〔2021〕 6号\n各区人民政府:\n",
            "鄂州政发〔2021〕6号",
        ),
        (
            "索引号 01445/2020-3 主题分类 水利\n文号 泰政办发〔2020〕8号 时效 有效\n\n泰州市幸福河湖方案\n",
            "泰政办发〔2020〕8号",
        ),
        ("遂宁市人民政府令\n第12号\n《遂宁市观音湖保护办法》已经市政府通过,现予公布。\n", "遂宁市人民政府令第12号"),
        ("水利部通告〔2021〕3号\n\n水利部关于洮河禁采的通告\n\n为保护洮河,现通告如下。\n", "水利部通告〔2021〕3号"),
        (
            "索引号: XC4/2014-26 文 号: null 主题: 已归档\n\n安化县碧水方案\n\n安政办〔2014〕34号\n\n为保护资江。\n",
            "安政办〔2014〕34号",
        ),
        (
            "安化县重点工作清单\n安河办〔2023〕5号 安化县河长制工作领导小组办公室 2023年3月6日\n为保护资江。\n",
            "安河办〔2023〕5号",
        ),
        (
            "关于印发《崇明治水安排》的通知 印发日期:2025-04-22 沪发改环〔2025〕16   号 字号:大\n各区:\n",
            "沪发改环〔2025〕16号",
        ),
        ("渭南市总河长令\n(2024年第1号)\n\n为保护洛河,现命令如下:\n", "2024年第1号"),
        ("某某规划\n水利部关于印发《洮河流域规划》的通知(水规计[2009]16号)甘肃省水利厅:请执行。\n", "水规计[2009]16号"),
        ("根据水利部关于印发洮河流域规划的通知(水规计[2009]16号)精神,制定方案。\n", None),
    ],
)
def test_number_is_read_from_pages_of_any_kind(text, number):
    facts = read(text)
    assert facts.number == number
    assert number is None or number not in [cited.number for cited in facts.citations]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("颍上县严格落实河长制\n来源:水务局 时间:2021-09-21 字体:大中小\n巡河率达到100%。\n", "2021-09-21"),
        ("关于公示方案的公告\n来源:示范区网2017-12-13 14:19 作者:办公室\n现予公示。\n", "2017-12-13"),
        ("来源:市志记载,1998年的洪水\n", None),
        ("黄河保护治理方案\n来源:环保节能网\n时间:2022-11-29 15:00:37\n热度:\n", "2022-11-29"),
    ],
)
def test_published_stands_beside_the_source(text, published):
    assert read(text).published == published


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "近日,自贡市人民政府办公室印发《釜溪河流域治理规划》。全文如下:\n釜溪河流域治理规划\n一、总则\n",
            "自贡市人民政府办公室",
        ),
        ("近日,鞍山市水利局等多部门联合印发《杨柳河整治方案》。\n杨柳河整治方案\n一、总则\n", "鞍山市水利局"),
        (
            "四川省自贡市人民政府印发釜溪河流域治理规划,持续改善水环境质量。\n釜溪河流域治理规划\n为改善水质,编制本规划。\n",
            "四川省自贡市人民政府",
        ),
        ("近日,四川省人民政府印发《四川省水网规划》,各地落实如下:\n釜溪河流域治理规划\n一、总则\n", None),
    ],
)
def test_issuer_is_told_by_the_page_that_carries_the_plan(text, issuer):
    assert read(text).issuer == issuer


def test_issuers_that_sign_together_are_all_named():
    bodies = ["生态环境部", "发展改革委", "自然资源部", "住房和城乡建设部", "水利部"]
    text = "关于印发长江口治理方案的通知\n各省:\n请认真执行。\n" + "\n".join(bodies) + "\n2022年1月29日\n"
    assert read(text).issuer == "".join(bodies)


def test_sign_off_stands_behind_a_note_on_circulation():
    text = "关于印发河长制方案的通知\n各乡镇:\n请执行。\n龙井市人民政府办公室\n(此件发至村)  2017年6月13日\n"
    facts = read(text)
    assert (facts.issuer, facts.issued) == ("龙井市人民政府办公室", "2017-06-13")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "贵州省重要生态系统保护和修复重大工程\n总体规划(2021—2035年)\n第一章 形势\n",
            "贵州省重要生态系统保护和修复重大工程总体规划(2021—2035年)",
        ),
        (
            "渭南市2019—2020年秋冬季\n大气污染综合治理攻坚行动方案\n为落实要求,制定本方案。\n",
            "渭南市2019—2020年秋冬季大气污染综合治理攻坚行动方案",
        ),
        ("2024年7月黔江区水环境质量月报\n一、断面水质\n", "2024年7月黔江区水环境质量月报"),
        ("各省人民政府:\n现将《渤海治理行动计划》(见附件)印发给你们。\n", "渤海治理行动计划"),
        ("印发信息\n关于印发《渤海治理方案》的通知\n各省:\n", "关于印发《渤海治理方案》的通知"),
        ("颍上县严格落实河长制\n来源:水务局 时间:2021-09-21\n巡河率达到100%。\n", "颍上县严格落实河长制"),
        (
            "《2015-2017年梧州市大气污染防治计划》全文\n2015-09-23 某网\n为防治污染,制定本计划。\n",
            "2015-2017年梧州市大气污染防治计划",
        ),
        ("××市2024年水污染防治工作方案\n一、水环境\n", "××市2024年水污染防治工作方案"),
        (
            "《梧州市水生态环境保护“十四五”规划(2021—2025年)(征求意见稿)》\n2022-01-04 15:59\n一、主要目标\n",
            "梧州市水生态环境保护“十四五”规划(2021—2025年)(征求意见稿)",
        ),
        (
            "各区人民政府:\n《宿州市蓝天保卫战实施方案》已经市政府常务会议审议通过,请执行。\n",
            "宿州市蓝天保卫战实施方案",
        ),
        (
            "关于阜阳市黑臭水体治理情况的公布\n发布日期:2020-06-22\n现将情况公布如下:\n",
            "关于阜阳市黑臭水体治理情况的公布",
        ),
        (
            "武穴市人民政府办公室关于\n印发武穴市创建生态示范市\n2018年工作计划的通知\n各镇人民政府:\n",
            "武穴市人民政府办公室关于印发武穴市创建生态示范市2018年工作计划的通知",
        ),
        ("南通市碳达峰实施方案 发布时间:2022-10-10 14:04\n为落实要求,制定本方案。\n", "南通市碳达峰实施方案"),
    ],
)
def test_title_is_found_over_bylines_and_on_two_lines(text, title):
    assert read(text).title == title


def test_period_is_no_month_in_the_title_of_a_report():
    assert read("关于2019年4月全市污水处理设施建设情况的通报\n各县:\n").period is None


def test_drafts_sent_out_for_opinions_are_not_cited():
    text = "关于征求《沙湖湿地保护工作方案(讨论稿)》意见建议的函\n各市:\n现送上《沙湖湿地保护工作方案(讨论稿)》。\n"
    assert [cited.title for cited in read(text).citations] == []


def test_plans_sent_out_together_are_not_cited():
    sent = "我厅制定了《沙湖治理方案》及《减污降碳方案》《农村治理方案》等3个方案,现印发给你们。"
    text = f"关于印发方案的通知\n各市:\n{sent}\n根据《水法》执行。\n"
    assert [cited.title for cited in read(text).citations] == ["水法"]


def test_issuer_stands_behind_a_label_without_a_colon():
    assert read("索引号 01526-2019 发布机构 龙陵县镇安镇人民政府\n镇安镇湖长制方案\n").issuer == "龙陵县镇安镇人民政府"


def test_title_goes_on_in_the_line_below() -> None:
    facts = read(
        "安化县城镇污水处理提质增效三年行动\n实 施 方 案(2019—2021年)\n为补齐短板,制定本方案。\n一、总体要求\n"
    )
    assert facts.title == "安化县城镇污水处理提质增效三年行动实施方案(2019—2021年)"
    assert facts.period == ("2019", "2021")


def test_of_several_plans_sent_out_the_title_is_that_of_the_one_below() -> None:
    facts = read(
        "各乡镇人民政府:\n《安化县大气污染防治实施方案》《安化县水污染防治实施方案》已经县政府同意,现印发给你们。\n"
        "2022年8月13日\n安化县大气污染防治实施方案\n为改善空气质量,制定本方案。\n"
    )
    assert facts.title == "安化县大气污染防治实施方案"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1、镇河长制工作计划某镇2020年河长制工作安排 一、强化保护行动\n", ("2020", "2020")),
        ("小编准备了县攻坚战2020年度工作方案范文。\n为打好攻坚战,制定本方案。\n", ("2020", "2020")),
        ("根据市2020年度工作方案,结合实际,制定本方案。\n", None),
        ("根据《市2020年度工作方案》,结合实际,制定本方案。\n", None),
    ],
)
def test_period_is_the_year_by_which_the_first_lines_call_the_plan(text: str, period: tuple[str, str] | None) -> None:
    assert read(text).period == period


@pytest.mark.parametrize(
    ("trail", "title"),
    [
        ("_规范性文件_滨江市人民政府门户网站", "滨江市人民政府关于印发2024年碧水保卫战任务清单的通知"),
        (" - 滨江市生态环境局", "滨江市人民政府关于印发2024年碧水保卫战任务清单的通知"),
        ("-滨江市生态环境局", "滨江市人民政府关于印发2024年碧水保卫战任务清单的通知"),
        ("", "滨江市人民政府关于印发2024年碧水保卫战任务清单的通知"),
    ],
)
def test_title_is_read_without_the_trail_of_the_site(trail, title):
    page = f"滨江市人民政府关于印发2024年碧水保卫战任务清单的通知{trail}\n\n各区人民政府:\n请认真贯彻执行。\n"
    facts = read(page)
    assert (facts.title, facts.period) == (title, ("2024", "2024"))


def test_title_keeps_what_stands_behind_a_dash_of_its_own():
    assert (
        read("滨江市水污染防治方案(2021-2025年)\n\n为保护滨江,制定本方案。\n").title
        == "滨江市水污染防治方案(2021-2025年)"
    )


def test_field_over_the_day_of_a_page_is_no_title():
    page = "发文单位:滨江市人民政府\n文 号:滨政发〔2008〕40号\n发布日期:2008-7-6\n各区政府:\n为保护滨江,制定本意见。\n"
    facts = read(page)
    assert (facts.title, facts.number) == (None, "滨政发〔2008〕40号")
