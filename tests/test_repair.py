"""Each pass of repair on small cases: what it undoes, and what it must leave alone."""

from __future__ import annotations

import pytest
from maps import assert_map

from corpus.repairs.repair import repair


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("到２０２５年，ＰＭ２．５浓度（年均）下降至３５％；", "到2025年,PM2.5浓度(年均)下降至35%;"),
        ("《通知》〔2024〕【重点】“双碳”、Ⅲ类①≥90·①", "《通知》〔2024〕【重点】“双碳”、Ⅲ类①≥90·①"),
        ("\ufeff江\u200b苏\u00ad省\r\n南通市\r苏州市", "江苏省\n南通市\n苏州市"),
        ("⽔⽣态环境", "水生态环境"),
        ("「無廢城市」建設與污染防治", "“无废城市”建设与污染防治"),
        ("㈠加强领导\n⑴明确责任\n⒉落实资金", "(一)加强领导\n(1)明确责任\n2.落实资金"),
        ('建设"无废城市"和"美丽河湖"', "建设“无废城市”和“美丽河湖”"),
        ('长12"的管道', '长12"的管道'),
        ("根据<<水污染防治法>>的要求", "根据《水污染防治法》的要求"),
        ("≦50且≧3，－5℃～10℃", "≤50且≥3,-5℃~10℃"),
        ("\uf06c加强监管\n\uf0fc完成验收", "●加强监管\n√完成验收"),
    ],
)
def test_width_is_one_code_for_one_character(source: str, repaired: str) -> None:
    assert repair(source).text == repaired


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("<p>总体要求</p><p>到2025年</p>", "总体要求\n\n到2025年"),
        ("PM2.5&lt;35&nbsp;微克/立方米&ldquo;双减&rdquo;", "PM2.5<35微克/立方米“双减”"),
        ("<tr><td>指标</td><td>目标值</td></tr>\n<tr><td>优良率</td><td>91%</td></tr>", "指标\t目标值\n\n优良率\t91%"),
        ("??? 泰州市人民政府办公室\n???? 2019年8月26日", "泰州市人民政府办公室\n2019年8月26日"),
        ("臭氧浓度<160且PM10>50", "臭氧浓度<160且PM10>50"),
        ("清扫率达到`85%`,`优良`天数增加", "清扫率达到85%,优良天数增加"),
        ("二@@、优化产业@@结构@@", "二、优化产业结构"),
        ("某镇治水方案Р一、目标Р水质达标。Р二、任务", "某镇治水方案\n一、目标\n水质达标。\n二、任务"),
        ("一、目标\\n水质达标。\\n二、任务\\n清淤。", "一、目标\n水质达标。\n二、任务\n清淤。"),
        ("РМ为颗粒物", "РМ为颗粒物"),
    ],
)
def test_markup_leaves_no_trace(source: str, repaired: str) -> None:
    assert repair(source).text == repaired


def test_numbered_pieces_of_a_text_are_one_again() -> None:
    first = "一、治理洮河。" + "清理河道两岸垃圾,拆除违建。" * 8 + "建设沿河污水收集管"
    second = "网。二、保护水源。" + "设置隔离网,巡查取水口。" * 8
    assert repair(f"1、{first}\n\n2、 {second}").text == first + second


def test_list_of_long_items_keeps_its_numbers() -> None:
    text = "".join(f"{n}、{'清理河道两岸垃圾,拆除违建。' * 9}\n" for n in (1, 2, 3))
    assert repair(text).text.startswith("1、清理") and "\n2、清理" in repair(text).text


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("　　一、总体要求　\n\n\n\n　　到2025年　", "一、总体要求\n\n到2025年"),
        ("一、\t总体要求\n为做好工作", "一、 总体要求\n为做好工作"),
        ("\t为做好工作\n制定本方案", "为做好工作\n制定本方案"),
        ("指标\t目标\n\t35\n优良率\t", "指标\t目标\n\t35\n优良率\t"),
        ("指标   2025年   属性\n优良率   91.5   约束性", "指标\t2025年\t属性\n优良率\t91.5\t约束性"),
        ("联系人:张三   电话:12369", "联系人:张三 电话:12369"),
    ],
)
def test_layout_keeps_rows_and_drops_indents(source: str, repaired: str) -> None:
    assert repair(source).text == repaired


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("生態(tài)環(huán)境質(zhì)量", "生态环境质量"),
        ("生态(tài)环(huán)境质(zhì)量", "生态环境质量"),
        ("主要(yào / yāo)地(dì/de)区和(hé / huò)谐", "主要地区和谐"),
        ("细颗粒物(PM2.5)、生态质量指数(EQI)、需氧量(BOD)、生态系统生产总值(GEP)", None),
        ("甪(lù)直镇开展河湖整治,提升水生态环境质量", None),
        ("挥发性有机物(vocs)治理(a)至(c)项", None),
    ],
)
def test_pinyin_goes_only_where_the_page_glosses(source: str, repaired: str | None) -> None:
    assert repair(source).text == (repaired or source)


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("推進資訊公開,提升治理水準", "推进信息公开,提升治理水平"),
        ("九項約束性名額提前完成,另有招生名額", "九项约束性指标提前完成,另有招生名额"),
        ("發展綠色迴圈經濟,覈心區域嚴格覈查", "发展绿色循环经济,核心区域严格核查"),
        ("改善空氣品質,推動高品質發展,創造高品質生活", "改善空气质量,推动高质量发展,创造高品质生活"),
        ("治理管道與融資管道暢通,改造燃氣管道,公開資訊", "治理渠道与融资渠道畅通,改造燃气管道,公开信息"),
        ("完成都市黑臭水體治理計畫,支持成都市與都市圈", "完成城市黑臭水体治理计划,支持成都市与都市圈"),
        ("實施三年行動計畫,宣導綠色生活,塑膠污染治理", "实施三年行动计划,倡导绿色生活,塑料污染治理"),
        ("保持戰畧定力,羣衆關切,臺帳佈署,製定方案,發佈通告", "保持战略定力,群众关切,台账部署,制定方案,发布通告"),
        ("隨著產業陞級,成效顯著,著力解决汙水問題", "随着产业升级,成效显著,着力解决污水问题"),
        ("設置水準點與水準儀進行觀測", "设置水准点与水准仪进行观测"),
    ],
)
def test_traditional_script_becomes_mainland_wording(source: str, repaired: str) -> None:
    assert repair(source).text == repaired


@pytest.mark.parametrize(
    "source",
    ["於潜镇、甪直镇和乾县开展水准测量,拓展燃气管道", "提升都市农业品质,发布资讯和招生名额", "瞭望台值守,鍾某负责"],
)
def test_simplified_text_keeps_its_own_characters_and_words(source: str) -> None:
    assert repair(source).text == source


def test_script_is_judged_paragraph_by_paragraph() -> None:
    simplified = "全市优化营商环境,提升城市品质和都市农业水平,健全燃气管道巡查机制,加强招生名额管理。" * 3
    repaired = repair(f"{simplified}\n推動環境治理與資訊公開。\n{simplified}")
    assert repaired.text == f"{simplified}\n推动环境治理与信息公开。\n{simplified}"
    (mark,) = repaired.damage
    assert mark.kind == "mixed-script"
    assert repaired.text[mark.start : mark.end] == "推动环境治理与信息公开。"


def test_simplified_page_that_was_converted_gets_its_words_back() -> None:
    assert repair("发展回圈经济,建设网路平台,公开空气品质资讯。").text == "发展循环经济,建设网络平台,公开空气质量信息。"
    assert repair("网路平台公开空气品质资讯。").text == "网路平台公开空气品质资讯。"


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("到 2025 年, 优良天数比率达到 91.5 % 以上。", "到2025年,优良天数比率达到91.5%以上。"),
        ("关于印发湖州市 2025 年治水方案的通知", "关于印发湖州市2025年治水方案的通知"),
        ("生态保护红线重点问 题整改率", "生态保护红线重点问题整改率"),
        ("生 态 环 境 局", "生态环境局"),
        ("各 县 ( 市 ) 人 民 政 府 :", "各县(市)人民政府:"),
        ("通    知", "通知"),
        ("附 件 1", "附件1"),
        ("索 引 号:0083", "索引号:0083"),
        ("PM 2.5 浓度 ≤ 35 微克/立方米,", "PM2.5浓度≤35微克/立方米,"),
        ("2021 - 2025年", "2021-2025年"),
        ("15 个断面达标", "15个断面达标"),
        ("整治池塘 1 200 个,投资12 500万元,植树2 345 678株。", "整治池塘1200个,投资12500万元,植树2345678株。"),
        ("完成时限: 2022 年 12 月", "完成时限:2022年12月"),
        ("2 清淤 市水务局 2022 年 6 月 8 日 市财政局", "2 清淤 市水务局 2022年6月8日 市财政局"),
        ("住建局* 、水投集团", "住建局*、水投集团"),
        ("贯彻 (略) 委、 (略) 委部署", "贯彻(略)委、(略)委部署"),
    ],
)
def test_space_inside_words_goes(source: str, repaired: str) -> None:
    assert repair(source).text == repaired


@pytest.mark.parametrize(
    "source",
    [
        "市水务局 市住建局 市生态环境局",
        "市水务局 市住建局",
        "1. 2024年指标任务",
        "1 总则",
        "1.1 编制目的",
        "一、 指导思想",
        "第一章 总则",
        "附件1 任务清单",
        "目标责任 (一)目标责任落实",
        "责任单位:市水务局 完成时限:2025年12月",
        "责任单位:市水务局 2025年12月",
        "生态环境分局* 经信局",
        "1 空气质量优良天数比率 % 91.5 约束性",
        "市 县 乡",
        "见表1 200个池塘名单。",
        "整改任务一 部分园区污水处理设施不完善",
        "(2) 人口集中村庄建设集中式设施,新建设施45座。",
        "Water Quality 2025",
    ],
)
def test_space_between_items_stays(source: str) -> None:
    assert repair(source).text == source


RUNNING = "推进城镇污水处理提质增效,完善管网建设,加强排口溯源整治。严格落实河湖长制,确保断面水质稳定达标。"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        (RUNNING + "加强农业面源治理,确保省考、国考", "断面水质不降级。", True),
        (RUNNING + "加强工业园区水污染防", "治工作。", True),
        (RUNNING + "加强农业面源治理", "责任单位:市农业农村局。", False),
        (RUNNING + "加强农业面源治理", "(二)推进土壤污染防治。", False),
        (RUNNING, "断面水质不降级。", False),
        ("二、主要任务", "加强农业面源治理,确保断面水质不降级。", False),
        (RUNNING + "特此通知", "南通市人民政府办公室", False),
    ],
)
def test_sentence_broken_by_a_line_end_is_joined(before: str, after: str, joined: bool) -> None:
    page = "\n".join([RUNNING] * 5)
    end = before + ("" if joined else "\n\n") + after
    assert repair(f"{page}\n{before}\n\n{after}").text == f"{page}\n{end}"


@pytest.mark.parametrize(
    ("source", "kind", "marked"),
    [
        ("根据(略)委市政府部署", "redaction", "(略)"),
        ("2024年**日印发", "redaction", "**"),
        ("深入贯彻***重要讲话精神", "redaction", "***"),
        ("应急救援队*建设", "redaction", "*"),
        ("20xx年完成", "placeholder", "xx"),
        ("×月×日前", "placeholder", "×"),
        ("XX县人民政府", "placeholder", "XX"),
        ("削减率为xx.x%", "placeholder", "xx.x%"),
        ("投资__万元", "placeholder", "__"),
        ("环办〔2024〕号", "placeholder", "〔2024〕号"),
        ("工业固废规?处理", "lost-characters", "?"),
        ("环?;顿", "lost-characters", "?"),
        ("水质\ufffd标", "lost-characters", "\ufffd"),
        ("环境□□监测", "lost-characters", "□□"),
    ],
)
def test_gap_is_marked_and_stays(source: str, kind: str, marked: str) -> None:
    repaired = repair(source)
    assert marked in [repaired.text[mark.start : mark.end] for mark in repaired.damage if mark.kind == kind]
    assert repaired.text == source


@pytest.mark.parametrize(
    "source",
    [
        "住建局*、治水办*",
        "尺寸500×300毫米,权重×完成率",
        "NOx与SOx协同减排",
        "X射线装置",
        "这是**加粗**的字",
        "你行动了吗?请加入我们",
        "怎么办?要抓落实",
        "□是 □否",
        "file_name.txt",
        "-----\n_____",
    ],
)
def test_sign_that_hides_nothing_is_not_marked(source: str) -> None:
    assert repair(source).damage == ()


def test_offsets_lead_back_to_the_source() -> None:
    source = "　　生態(tài)環(huán)境\r\n到 ２０２５ 年，重点问 题"
    repaired = repair(source)
    assert_map(repaired, source)
    start = repaired.text.index("2025")
    assert source[repaired.offsets[start] : repaired.offsets[start + 3] + 1] == "２０２５"
    assert source[repaired.offsets[0]] == "生"
    assert source[repaired.offsets[2]] == "環"


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        (
            "一.目标任务\n(一).推进治理.河津市完成整治.\n浓度控制在1.5mg/L以下.\n责任单位:市水务局.\n附件.名单",
            "一.目标任务\n(一).推进治理。河津市完成整治。\n浓度控制在1.5mg/L以下。\n责任单位:市水务局。\n附件.名单",
        ),
        (
            "推进治理。完成整治。责任单位:市水务局.市农业局.市林业局。",
            "推进治理。完成整治。责任单位:市水务局.市农业局.市林业局。",
        ),
    ],
)
def test_points_are_full_stops_where_a_page_has_no_others(source: str, repaired: str) -> None:
    assert repair(source).text == repaired


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("新建燃气锅炉要严格执行标准,推广低氮燃\n\n— 3 —\n\n烧技术。", "新建燃气锅炉要严格执行标准,推广低氮燃烧技术。"),
        ("全面排查入河排污口。\n— 3 —\n各县要建立台账。", "全面排查入河排污口。\n各县要建立台账。"),
        ("全面排查并推广低氮燃\n-3-烧技术。", "全面排查并推广低氮燃烧技术。"),
        ("二、重点任务\n- 3 -\n全面排查入河排污口。", "二、重点任务\n全面排查入河排污口。"),
        ("治水\t市水务局\n- 3 -\n治气\t市生态环境局", "治水\t市水务局\n治气\t市生态环境局"),
        ("气温-3-5度", "气温-3-5度"),
    ],
)
def test_marks_of_pages_go_and_sentences_are_whole(source: str, repaired: str) -> None:
    assert repair(source).text == repaired


def test_head_that_stands_beside_the_marks_of_pages_goes() -> None:
    pages = [
        f"第{page}页的工作已经全面铺开,各地要继续推进整\n— {page} —\n某县人民政府文件\n治工作。" for page in "一二三"
    ]
    source = "\n".join(pages).translate(str.maketrans("一二三", "123"))
    assert "某县人民政府文件" not in repair(source).text
    assert repair(source).text.count("推进整治工作。") == 3


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("新建管网。(责任单\n位:市住建局)", "新建管网。(责任单位:市住建局)"),
        ("严格执法。牵头\n单位:市公安局", "严格执法。牵头单位:市公安局"),
        ("清理河道。完成时\n限:2025年底", "清理河道。完成时限:2025年底"),
        ("完成排查。(市农业农\n村局、市水务局)", "完成排查。(市农业农村局、市水务局)"),
        ("清理河道。\n责任单位:市水务局", "清理河道。\n责任单位:市水务局"),
        ("(市水务局\n市住建局)", "(市水务局\n市住建局)"),
    ],
)
def test_labels_and_brackets_torn_by_a_line_end_are_whole(source: str, repaired: str) -> None:
    assert repair(source).text == repaired


@pytest.mark.parametrize(
    ("source", "repaired"),
    [("2025 年 底 前完成", "2025年底前完成"), ("市水务局 2025年 市住建局", "市水务局 2025年 市住建局")],
)
def test_time_with_blanks_is_whole(source: str, repaired: str) -> None:
    assert repair(source).text == repaired


@pytest.mark.parametrize(
    "row",
    [
        "2 PM2.5浓度 微克/立方米 28 ≤25 约束性",
        "3 减排量 吨 - [12] 约束性",
        "4 修复长度 公里 8 - 20",
        "长度 公里 - - 20",
    ],
)
def test_cells_of_a_row_stay_apart(row: str) -> None:
    assert repair(row).text == row


def test_years_of_a_row_stay_together() -> None:
    assert repair("1 清淤工程 市水务局 2021 - 2025 新建").text == "1 清淤工程 市水务局 2021-2025 新建"
