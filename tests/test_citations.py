"""Citations: titles and numbers of other documents, however they are nested, bracketed, shortened or damaged."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from stopwatch import finish_within

from corpus.document import Document
from nlp.citations.component import read_citations
from nlp.facts import Facts, Task
from nlp.pipeline import begin
from nlp.references.book_title import find_titles
from nlp.references.document_number import find_numbers, normalize_number

CHINESE = spacy.blank("zh")


def read(text: str, **fields) -> Facts:
    doc = begin(CHINESE, Document("plan.txt", None, text))
    for name, value in fields.items():
        setattr(doc._.facts, name, value)
    return read_citations(doc)._.facts


def cited(text: str, **fields) -> list[tuple[str | None, str | None]]:
    return [(citation.title, citation.number) for citation in read(text, **fields).citations]


TITLES = [
    ("落实《江苏省空气质量改善行动\n\n实施方案》要求", ["江苏省空气质量改善行动实施方案"]),
    ("执行《江苏省“三线一单”[7]生态环境分区管控方案》[8]", ["江苏省“三线一单”生态环境分区管控方案"]),
    ("根据《中华人民共和国水污染防治法》", ["中华人民共和国水污染防治法"]),
    ("贯彻落实《长江保护法》《生物安全法》、《野生动物保护法》", ["长江保护法", "生物安全法", "野生动物保护法"]),
    ("按照《关于印发〈“两高”项目管理目录〉的通知》要求", ["关于印发〈“两高”项目管理目录〉的通知"]),
    ("按照《关于印发《排污口整治方案》的通知》要求", ["关于印发《排污口整治方案》的通知"]),
    ("按照《关于印发《排污口整治方案》的通知要求", ["关于印发《排污口整治方案》的通知"]),
    ("落实《河南省责任追究实施细则(试行)》", ["河南省责任追究实施细则(试行)"]),
    ("参照《(略)生态文明建设规划(2017-2025)》", ["生态文明建设规划(2017-2025)"]),
    ("根据《中华人民共和国\n大气污染防治法》有关规定", ["中华人民共和国大气污染防治法"]),
    ("依据《环境保护法、《水法》和有关规定", ["环境保护法", "水法"]),
    ("执行《城镇污水处理厂污染物排放标准", ["城镇污水处理厂污染物排放标准"]),
    ("按照《×市问责实施办法》《xx市化肥减量考核办法》", ["×市问责实施办法", "xx市化肥减量考核办法"]),
    ("认真落实《中国制造2025》", ["中国制造2025"]),
    ("依据<青川省河湖保护条例>和〈节水办法(试行)〉执法,COD<50且pH>6", ["青川省河湖保护条例", "节水办法(试行)"]),
    ("履行《巴黎协定》《生物多样性公约》", ["巴黎协定", "生物多样性公约"]),
    ("贯彻《中共中央 国务院关于深入打好污染防治攻坚战的意见》", ["中共中央国务院关于深入打好污染防治攻坚战的意见"]),
]

NUMBERS = [
    ("根据环办生态〔2024〕4号文件要求", "环办生态〔2024〕4号"),
    ("按照国发[2013]37号要求", "国发[2013]37号"),
    ("依据省政府办公厅浙政办发〔2022〕1号", "浙政办发〔2022〕1号"),
    ("落实中共中央办公厅厅字〔2017〕2号", "厅字〔2017〕2号"),
    ("贯彻中发【2018】17号精神", "中发【2018】17号"),
    ("依据州府发﹝2021﹞3号", "州府发﹝2021﹞3号"),
    ("落实浙政发(2019)12号", "浙政发(2019)12号"),
    ("见晋水防办发〔2017〕25号", "晋水防办发〔2017〕25号"),
    ("依据国务院令第748号", "国务院令第748号"),
    ("按川府发[2015]59号文件执行", "川府发[2015]59号"),
    ("落实自治区总河(湖)长第3号令要求", "自治区总河(湖)长第3号令"),
    ("落实青川市第2号总河长令", "青川市第2号总河长令"),
    ("按照生态环境部令第23号执行", "生态环境部令第23号"),
    ("出水执行GB18918-2002一级A标准", "GB18918-2002"),
    ("执行HJ 2.3-2018", "HJ 2.3-2018"),
    ("执行DB33/2169-2018", "DB33/2169-2018"),
]

NOTHING = [
    "县环境监测站获得《实验室资质认定计量认证证书》",
    "依法核发《排污许可证》",
    "在《中国环境报》《湖北日报》刊发稿件",
    "开设《曝光台》栏目,拍摄《黑臭水体》专题片",
    "编印《学习资料汇编》,填报《整改情况表》",
    "通过《海堤加固工程可行性研究报告》,公示《污水厂环境影响报告书》",
    "拨打12369号热线,位于滨江路1号楼",
    "《***》",
    "《意见》提出明确要求",
    "各乡镇《街道》负责落实,来源《新闻》",
    "《甲市水污染防治方案.docx(7页珍藏版)》由会员分享",
    "(2019)12号",
    "x府办〔xxxx〕x号",
]


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_citations_read_titles(text, titles):
    assert cited(text) == [(title, None) for title in titles]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_citations_read_numbers(text, number):
    assert cited(text) == [(None, number)]


@pytest.mark.parametrize("text", NOTHING)
def test_citations_leave_out_what_is_no_policy(text):
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("根据《水污染防治行动计划》(国发〔2015〕17号)", ("水污染防治行动计划", "国发〔2015〕17号")),
        ("根据《水污染防治行动计划》国发〔2015〕17号文件", ("水污染防治行动计划", "国发〔2015〕17号")),
        ("达到《地表水环境质量标准》(GB3838-2002)Ⅲ类", ("地表水环境质量标准", "GB3838-2002")),
        ("按照《外来入侵物种管理办法》(农业农村部令第4号)", ("外来入侵物种管理办法", "农业农村部令第4号")),
        ("根据《实施方案》(试行)(州府发﹝2021﹞3号)", None),
        ("落实《关于加强监管的通知》((2019)12号)", ("关于加强监管的通知", "(2019)12号")),
    ],
)
def test_citations_join_a_title_with_its_number(text, citation):
    assert cited(text) == ([citation] if citation else [(None, "州府发﹝2021﹞3号")])


def test_citations_give_each_title_of_a_list_its_own_number():
    text = "依据《管理规程》、《建设指标》(环办生态〔2024〕4号),参照《水质标准》(GB3838-2002)"
    assert cited(text) == [("管理规程", None), ("建设指标", "环办生态〔2024〕4号"), ("水质标准", "GB3838-2002")]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("印发《关于加强环境保护工作的意见》。《意见》要求", ["关于加强环境保护工作的意见"] * 2),
        ("根据《贵州省水污染防治条例》(以下简称《条例》),落实《条例》", ["贵州省水污染防治条例"] * 2),
        (
            "《甲省整改方案》《乙省办法》。按照《办法》《方案》",
            ["甲省整改方案", "乙省办法", "乙省办法", "甲省整改方案"],
        ),
        ("《关于印发甲市总体方案的通知》。《总体方案》明确", ["关于印发甲市总体方案的通知"] * 2),
    ],
)
def test_citations_read_short_titles_as_the_full_ones(text, titles):
    assert [title for title, _ in cited(text)] == titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("落实《嘉定区海绵城市实施方案》", "嘉定区海绵城市实施方案"),
        ("落实《海绵城市实施方案(试行)》", "上海市嘉定区人民政府关于印发《海绵城市实施方案(试行)》的通知"),
        ("现将《2024-20(略)国家示范区创建推进方案》印发给你们", "办公室关于印发年嵊州市国家示范区创建推进方案的通知"),
        ("现将《黄山市水污染防治方案》印发给你们,请认真组织实施。", None),
        ("《宁波市治水提升方案》已经市政府同意,现印发给你们", None),
        ("为做好工作,特制定《东路街道宣传活动实施方案》。", None),
        ("我局编制了《白浪河治理方案》,现公开征求意见。", None),
        ("印发《关于保护白浪河的方案》,要求", "中共沱江省委沱江省人民政府关于保护白浪河的方案"),
        ("落实《白浪河保护的若干措施》", "某市委办公室印发《白浪河保护的若干措施》"),
        ("落实《甲市方案》和《乙市清单》", "甲市关于印发《甲市方案》《乙市清单》的通知"),
        ("现将《甲市方案》转发给你们\n甲市方案\n一、总体要求", "甲市关于转发《甲市方案》的通知"),
        ("根据《甲市水污染防治攻坚方案》要求落实", "2020年甲市水污染防治攻坚方案"),
        ("制定本规定,以下简称《规定》。本市应执行《规定》", None),
    ],
)
def test_citations_leave_out_the_document_itself(text, title):
    assert cited(text, title=title) == []


def test_citations_name_the_plan_that_is_to_be_drawn_up():
    text = "现提出今年工作如下:\n1.编制《流域防洪总体方案》。查清短板。\n"
    assert cited(text) == [("流域防洪总体方案", None)]


def test_citations_name_the_plan_that_was_drawn_up_before():
    assert cited("为治理支流,2005年市政府编制了《三江流域总体规划》,开展整治。") == [("三江流域总体规划", None)]


def test_citations_leave_out_the_year_s_own_plan_whatever_its_year_is_called():
    text = "省水利厅制定的《2007年小江治理计划》,已经省政府同意。现转发给你们。\n2007年度小江治理计划\n"
    assert cited(text, title="某省关于转发2007年度小江治理计划的通知") == []


def test_citations_name_the_list_of_which_a_notice_shows_how_one_item_stands():
    title = "关于《沱江市督察反馈意见整改清单》第七项整改任务整改情况的公示"
    assert cited(f"{title}\n一、整改任务", title=title) == [("沱江市督察反馈意见整改清单", None)]


def test_citations_name_what_is_forwarded():
    text = "现将《甲省水源地专项行动通知》(附件1)转发给你们,请报送《甲市水源地问题清单》(附件2)"
    assert cited(text, title="甲市关于转发《甲省水源地专项行动通知》的函") == [("甲省水源地专项行动通知", None)]


def test_citations_name_what_is_sent_along_with_the_document():
    text = "《湾长制要点》和《渤海湾整治意见》《莱州湾整治意见》已经省政府同意,现印发给你们。\n湾长制要点\n一、治理"
    assert [title for title, _ in cited(text, title="关于印发湾长制要点和2个意见的通知")] == [
        "渤海湾整治意见",
        "莱州湾整治意见",
    ]
    assert cited("制定了《甲方案》及《乙方案》等2个方案,现印发给你们") == []


def test_citations_name_the_plan_above_of_another_year():
    text = "根据《扬尘污染防治办法》《2020年大气污染强化攻坚方案》,制定本方案"
    assert [title for title, _ in cited(text, title="大气污染强化攻坚方案")] == [
        "扬尘污染防治办法",
        "2020年大气污染强化攻坚方案",
    ]


def test_citations_of_an_interpretation_name_the_plan_that_it_explains():
    text = "《宁波市治水提升方案》已经市政府同意印发。"
    assert cited(text, title="《宁波市治水提升方案》政策解读", kind="interpretation") == [("宁波市治水提升方案", None)]


def test_citations_keep_the_province_plan_of_the_same_name():
    text = "根据《浙江省国家示范区创建工作推进方案》,落实《水污染防治行动计划》"
    titles = [title for title, _ in cited(text, title="嵊州市国家示范区创建工作推进方案")]
    assert titles == ["浙江省国家示范区创建工作推进方案", "水污染防治行动计划"]


@pytest.mark.parametrize(
    ("sender", "is_cited"),
    [
        ("国务院", True),
        ("国家", True),
        ("江苏省", True),
        ("江苏省人民政府", True),
        ("南京市政府", False),
        ("我市", False),
    ],
)
def test_citations_keep_what_the_state_or_another_place_calls_by_the_same_name(sender: str, is_cited: bool) -> None:
    text = f"为落实{sender}《水污染防治行动计划》,制定本行动计划。"
    assert bool(cited(text, title="南京市水污染防治行动计划")) == is_cited


def test_citations_keep_a_plan_of_the_same_name_that_has_a_number_of_its_own():
    text = "按照《城市黑臭水体治理攻坚战实施方案》(建城〔2022〕29号)要求,制定本方案。\n"
    assert cited(text, title="滨江市城市黑臭水体治理攻坚战实施方案") == [
        ("城市黑臭水体治理攻坚战实施方案", "建城〔2022〕29号")
    ]


def test_citations_of_a_report_name_the_plan_that_was_drawn_up():
    text = "及时制订《滨江市督察反馈意见整改方案》(以下简称《整改方案》),全面推进整改。\n"
    assert cited(text, title="滨江市督察整改情况的报告", kind="report")[0] == ("滨江市督察反馈意见整改方案", None)


def test_citations_leave_out_the_document_s_own_number():
    text = "文号:靖政发〔2018〕53号\n靖政发〔2018〕53号\n根据苏政办发〔2017〕1号制定,靖政发[2018]53号同时废止"
    assert cited(text, number="靖政发〔2018〕53号") == [(None, "苏政办发〔2017〕1号")]


def test_citations_of_a_task_are_those_in_its_wording():
    text = "根据《水法》。\n落实《土壤法》(国发〔2016〕31号)。\n执行《大气法》。"
    start, end = text.index("落实"), text.index("\n执行")
    facts = read(text, tasks=[Task("t", "一", "measure", "落实", start, end, None)])
    assert facts.tasks[0].citations == ["土壤法", "国发〔2016〕31号"]


def test_citations_count_what_they_turn_down():
    facts = read("获得《合格证》,现将《甲市方案》印发给你们。\n国发〔2015〕17号\n")
    assert facts.rejected == {
        "citation: no policy in the book-title marks": 1,
        "citation: the document itself, or a short title that shortens none": 1,
        "citation: the document's own number": 1,
    }


@pytest.mark.parametrize("written", ["国发[2013]37号", "国发【2013】37号", "国发(2013)第37号", "国发﹝2013﹞37号"])
def test_numbers_meet_in_one_spelling(written):
    assert normalize_number(written) == "国发〔2013〕37号"


@pytest.mark.parametrize(
    "unit", ["按《意见》落实《水污染防治行动计划》,", "根据《水法》(国发〔2015〕17号)和国发〔2016〕31号,"]
)
def test_citations_of_one_long_line_take_time_in_proportion(unit):
    # half a second; what looked back over all titles took two minutes
    finish_within(4, lambda run: read(unit * (240_000 // len(unit) + run)))


@given(st.text(alphabet="《》〈〉〔〕[]()国发令第2015号、。\n法条例", max_size=150))
def test_titles_and_numbers_lie_in_the_text(text):
    for title in find_titles(text):
        assert text[title.start] in "《〈" and title.end <= len(text)
    for number in find_numbers(text):
        assert text[number.start : number.end].replace(" ", "").replace("\n", "") == number.text
