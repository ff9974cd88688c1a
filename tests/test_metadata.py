"""Metadata: titles, numbers, dates, issuers, kinds, terms and jurisdictions, as pages and typists give them."""

import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from nlp.metadata.component import read_metadata
from nlp.metadata.document_kind import tell_kind
from nlp.metadata.header import read_header
from nlp.metadata.jurisdiction import find_jurisdiction
from nlp.metadata.plan_period import find_period
from nlp.metadata.sign_off import find_sign_off
from nlp.metadata.title import find_title
from nlp.pipeline import begin

CHINESE = spacy.blank("zh")


def read(text):
    return read_metadata(begin(CHINESE, Document("page.txt", None, text)))._.facts


PAGES = {
    "pipes": "索引号 | 000014/2023-22 | 成文日期 | 2023-07-18 |\n文号 | 发布时间 | 2023-07-13 | |\n"
    "发布机构 | 是否有效 | ||\n"
    "名称 | 毕节市草海保护治理工作方案 |\n为深入贯彻落实…\n",
    "tabs": "索引号\t000014/2023-22\t发布机构\t毕节市人民政府\n成文日期\t2023年7月18日\t发布日期\t2023年7月13日\n"
    "标题\t毕节市草海保护治理工作方案\n",
    "colons": "索引号:000014/2023-22 分类:综合政务;通知\n发文机关:毕节市人民政府 成文日期:2023-07-18\n"
    "标题:毕节市草海保护治理工作方案\n发布日期:2023-07-13 09:12\n",
    "alternating": "索引号\n000014/2023-22\n主题分类\n环境保护\n成文日期\n2023-07-18\n标题\n"
    "毕节市草海保护治理工作方案\n发布日期\n2023-07-13\n主题词\n\n",
    "columns": "索引号\t名称\t成文日期\t发布日期\n000014/2023-22\t毕节市草海保护治理工作方案\t2023-07-18\t2023-07-13\n",
    "brackets": "【索引号】000014/2023-22\n【成文日期】2023/7/18\n【发布日期】2023/7/13\n"
    "【标题】毕节市草海保护治理工作方案\n",
}


LONG = "沱江市人民政府办公室关于印发沱江市" + "城镇生活污水处理提质增效" * 5 + "三年行动方案(2023—2025年)及分解表的通知"


@pytest.mark.parametrize("layout", PAGES)
def test_metadata_reads_the_head_of_a_page_in_any_layout(layout):
    facts = read(PAGES[layout])
    assert facts.title == "毕节市草海保护治理工作方案"
    assert (facts.index_number, facts.number) == ("000014/2023-22", None)
    assert (facts.issued, facts.published) == ("2023-07-18", "2023-07-13")
    assert facts.jurisdiction.code == "520500"


def test_metadata_reads_a_head_whose_labels_run_into_their_values():
    head = "索引号000014/2023-22\n发文字号 成文日期2023-07-18\n发文机关毕节市人民政府 主题词草海保护治理行动\n"
    facts = read(
        f"{head}标题毕节市人民政府关于印发《毕节市草海保护方案》的通知\n发布日期2023-07-13\n一、清理围网。拆除旧网。\n"
    )
    assert facts.title == "毕节市人民政府关于印发《毕节市草海保护方案》的通知"
    assert (facts.index_number, facts.issued, facts.published) == ("000014/2023-22", "2023-07-18", "2023-07-13")


def test_number_before_a_title_is_no_part_of_it():
    facts = read("十政发〔2016〕22号《十堰市人民政府关于印发〈十堰市治水方案〉的通知》\n各县市区:\n现印发给你们。\n")
    assert (facts.title, facts.kind) == ("十堰市人民政府关于印发〈十堰市治水方案〉的通知", "plan")


def test_metadata_reads_an_index_number_on_a_line_of_its_own() -> None:
    facts = read("11330282002976998R/2024-150295\n市水利局\n2024-05-21\n2024年全市水利工作的总体思路是统筹推进。")
    assert facts.index_number == "11330282002976998R/2024-150295"


def test_metadata_leaves_out_empty_header_fields():
    assert set(read_header(PAGES["pipes"])) == {"index_number", "issued", "published", "title"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("咸宁市大气污染防治实施方案\n\n为切实改善空气质量,\n", "咸宁市大气污染防治实施方案"),
        (
            "濮阳市人民政府\n关于印发濮阳市碧水保卫战行动计划的通知\n\n濮政〔2024〕11号\n\n各县(区)人民政府:\n",
            "濮阳市人民政府关于印发濮阳市碧水保卫战行动计划的通知",
        ),
        (
            "楚雄州人民政府办公室\n关于印发楚雄州龙川江保护治理\n三年攻坚行动实施方案(2021—2023年)\n的通知\n各县市:\n",
            "楚雄州人民政府办公室关于印发楚雄州龙川江保护治理三年攻坚行动实施方案(2021—2023年)的通知",
        ),
        ("沱江流域水环境保护\n实施方案\n(2022—2024年)\n一、总则\n", "沱江流域水环境保护实施方案(2022—2024年)"),
        ("首页 > 信息公开\n来源:本站\n关于加强黑臭水体治理工作的通知\n各区:\n", "关于加强黑臭水体治理工作的通知"),
        ("附件1\n沱江水质攻坚方案\n一、总则\n", "沱江水质攻坚方案"),
        (f"{LONG}\n各县区:\n", LONG),
        (
            "让赤水河永远清澈见底\n近年来,贵州、云南、四川三省携手保护赤水河,共同立法,联合执法,河水一年比一年清。\n",
            "让赤水河永远清澈见底",
        ),
        ("欢迎您光临沱江市政府网站!公告公示\n关于沱江清淤情况的公示\n一、任务\n", "关于沱江清淤情况的公示"),
        ("致全市居民的一封信\n亲爱的朋友们:\n", "致全市居民的一封信"),
        ("双河镇三举措整治河湖乱象\n发布单位:双河镇 发布时间:2018-10-31\n一是加强领导。\n", "双河镇三举措整治河湖乱象"),
        ("一、总体要求\n(一)指导思想\n深入贯彻……\n", None),
        ("各乡镇人民政府:\n经县政府同意,现将《岷江治理方案》有关事项说明如下。\n", None),
        ("生态环境保护工作方案篇三\n为响应号召,特组织活动。\n", None),
    ],
)
def test_title_is_the_head_line_however_it_is_broken(text, title):
    found = find_title(text)
    assert (found.text if found else None) == title


def test_title_is_taken_from_what_the_text_carries():
    found = find_title("各县:\n市里制定了《拉萨市无废城市建设方案》,补齐短板。经同意,现印发给你们。\n")
    assert found is not None
    assert found.text == "拉萨市无废城市建设方案"
    found = find_title("各镇:\n现将《大洼区2021年重点任务分解表》印发给你们,请遵照执行。\n")
    assert found is not None
    assert found.text == "大洼区2021年重点任务分解表"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("文号:黔东南府办发〔2023〕12号\n标题:黔东南州工作方案\n", "黔东南府办发〔2023〕12号"),
        ("市政府关于印发水污染防治方案的通知\n苏府办[2021]88号\n各区:\n", "苏府办[2021]88号"),
        ("环办大气﹝2023﹞15号\n关于做好秋冬季工作的通知\n", "环办大气﹝2023﹞15号"),
        ("关于印发整改方案的通知(鄂环发【2022】7号)\n各市州:\n", "鄂环发【2022】7号"),
        ("川环发〔2022〕7号 签发人:某某\n关于加强沱江治理的通知\n", "川环发〔2022〕7号"),
        ("某市工作方案\n根据《管理规程》(环办生态〔2024〕4号)文件要求,制定本方案。\n", None),
        ("文号 | 发布时间 | 2023-07-13 |\n某市工作方案\n", None),
    ],
)
def test_number_is_the_documents_own(text, number):
    assert read(text).number == number


@pytest.mark.parametrize(
    ("text", "issuer", "date"),
    [
        ("……新篇章。\n中共青海省委青海省人民政府\n2021年11月20日\n", "中共青海省委青海省人民政府", "2021-11-20"),
        ("……落实。\n楚雄州人民政府办公室\n二〇二一年七月九日\n", "楚雄州人民政府办公室", "2021-07-09"),
        (
            "……执行。\n市委办公室\n市政府办公室\n2022年3月1日\n附件\n2023年1月1日\n",
            "市委办公室市政府办公室",
            "2022-03-01",
        ),
        ("实施方案\n楚雄州生态环境局\n2022年3月\n", "楚雄州生态环境局", None),
        ("……执行。\n毕节市人民政府办公室 2022年3月1日印发\n", "毕节市人民政府办公室", "2022-03-01"),
        (
            "任务\n甲\n2025年1月1日\n乙\n2025年2月1日\n丙\n2025年3月1日\n毕节市政府\n2024年1月5日",
            "毕节市政府",
            "2024-01-05",
        ),
        ("……执行。\n楚雄州人民政府\n二00五年三月二十三日\n", "楚雄州人民政府", "2005-03-23"),
        ("在全省大会上的讲话\n(2023年8月11日)\n同志们:\n", None, "2023-08-11"),
        ("1\n清淤\n市水务局、市生态环境局★\n2024年9月\n", None, None),
        (
            "1\n清淤\n市水务局\n2024年9月\n2\n补水\n市水利局\n2024年10月\n楚雄州水利局\n2024年5月6日\n",
            "楚雄州水利局",
            "2024-05-06",
        ),
    ],
)
def test_sign_off_names_issuer_and_day(text, issuer, date):
    sign_off = find_sign_off(text)
    assert sign_off is not None
    assert (sign_off.issuer, sign_off.date) == (issuer, date)


@pytest.mark.parametrize(
    "text", ["市水务局\n2024年9月\n市水利局\n2024年8月", "自2021年11月20日起施行。", "某办公室\n**日\n", ""]
)
def test_sign_off_is_no_date_in_a_sentence_nor_one_struck_out(text):
    assert find_sign_off(text) is None


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("濮阳市人民政府办公室关于印发碧水保卫战方案的通知\n各县:\n", "濮阳市人民政府办公室"),
        ("发文机关:苏州市人民政府办公室\n标题:市政府办公室印发关于治水行动方案的通知\n", "苏州市人民政府办公室"),
        ("生态环境部办公厅文件\n环办大气〔2023〕15号\n关于做好秋冬季工作的通知\n", "生态环境部办公厅"),
        ("黔东南州护绿行动工作方案\n为深入贯彻……\n", None),
    ],
)
def test_issuer_is_whoever_says_whose_it_is(text, issuer):
    assert read(text).issuer == issuer


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("黔东南州三年行动工作方案(2023—2025年)", "plan"),
        ("市委办公室关于印发示范区创建工作推进方案的通知", "plan"),
        ("市政府办公室印发关于深入推进攻坚战行动方案的通知", "plan"),
        ("云南省“十四五”生态环境保护规划", "plan"),
        ("2024年水生态环境保护工作要点", "plan"),
        ("关于全面推行河湖长制的实施意见", "plan"),
        ("中央环保督察反馈问题整改任务清单", "plan"),
        ("关于做好2023年秋冬季大气污染防治工作的通知", "notice"),
        ("关于2022年度水环境质量的通报", "notice"),
        ("关于研究滹沱河综合治理的会议纪要", "other"),
        ("青海省第二轮中央生态环境保护督察整改落实情况报告", "report"),
        ("湖北省督察反馈意见整改进展清单", "report"),
        ("南宁市人民政府关于审计发现问题整改情况的函", "report"),
        ("县环保局关于污染防治工作情况的汇报", "report"),
        ("2022年环境保护工作总结和2023年工作计划", "summary"),
        ("关于一季度全市水环境质量状况的通报", "report"),
        ("关于表扬治水工作先进单位的通报", "notice"),
        ("河长制2021年工作要点及考核细则", "plan"),
        ("世界环境日倡议书", "letter"),
        ("致全体师生的一封信", "letter"),
        ("在全省生态环境保护大会上的讲话", "speech"),
        ("《水污染防治行动计划》政策解读", "interpretation"),
        ("关于《湿地保护条例》的起草说明", "interpretation"),
        ("甘肃省辐射污染防治条例", "other"),
    ],
)
def test_kind_follows_the_title(title, kind):
    assert tell_kind(title, "") == kind


def test_headline_of_news_is_no_title_of_a_plan():
    title, text = "河西镇组织开展河道垃圾清理行动", "12月28日,河西镇清理河道。此次行动累计清理垃圾9.5吨。"
    assert (tell_kind(title, text), tell_kind(f"{title}方案", text)) == ("summary", "plan")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("为切实保护林业生态环境,特制定本方案。要落实责任,确保安全。", "plan"),
        ("市水利局:\n你单位请示收悉。经研究,批复如下:\n一、同意实施清淤工程。\n", "notice"),
        ("近日,河西镇开展清河行动,共清理垃圾20吨。镇负责人要求加强宣传。", "summary"),
        ("全校师生:\n我们在这里向您倡议:不乱扔电池。", "letter"),
        ("同志们:\n今天召开动员会,要认清形势。", "speech"),
        ("xxxx年来,我局完成了减排任务,共出动宣传车30台次,取得了实效。", "summary"),
        ("各校要提前策划,必须周密组织,确保宣传到位。", "plan"),
        ("我村积极摸排,申请测量。下一步,我村将严格落实政策。", "summary"),
        ("二、工作任务\n1.新建管网30公里。责任单位:市住建局", "plan"),
        ("各区县人民政府:\n一、提高站位。要充分认识治气的重要性。", "notice"),
        ("索引号:A-12\n各县人民政府:\n现将减排项目表下发给你们,要按期完成。", "notice"),
        ("各乡镇人民政府:\n现将方案印发给你们,要认真落实。", "plan"),
        ("改善乡村环境。2025年底前创建20个示范村,水质得到改善。(市住建局牵头)", "plan"),
        ("一、基本情况\n现将有关情况汇报如下。已完成整改8项。", "report"),
        ("据介绍,2016年该县投入改厕资金1570万元,改厕2.7万座。", "summary"),
        ("【厕所革命】 2020年,永州市整村推进改厕,全年建设户厕10万户。", "summary"),
        ("", "other"),
    ],
)
def test_kind_without_a_title_follows_the_wording(text, kind):
    assert tell_kind(None, text) == kind


@pytest.mark.parametrize(
    ("title", "text", "period"),
    [
        ("三年行动工作方案(2023—2025年)", "", ("2023", "2025")),
        ("2024年大气污染防治工作要点", "", ("2024", "2024")),
        ("云南省“十四五”生态环境保护规划", "", ("2021", "2025")),
        ("自2022年三年攻坚行动方案", "", ("2022", "2024")),
        ("汉江流域污染防治三年行动2021年度任务清单", "", ("2021", "2021")),
        ("国土空间规划(2021—2035年)", "", ("2021", "2035")),
        (None, "(三)时间安排\n方案实施期限:2024-2025年\n", ("2024", "2025")),
        ("2024-20(略)创建方案", "方案实施期限:2024-2025年", ("2024", "2025")),
        ("云南省2030年前碳达峰实施方案", "", None),
        ("湘江保护行动方案", "到2025年,水质达到Ⅱ类。", None),
        (None, "规划期限为2021至2030年。", ("2021", "2030")),
        ("下达“十一五”太湖污水治理2009年度目标任务的通知", "", ("2009", "2009")),
        ("打赢蓝天保卫战三年行动计划实施方案", "经过三年努力,大幅减少排放。到2020年,优良率80%。", ("2018", "2020")),
        ("打赢蓝天保卫战三年行动计划实施方案", "到2020年,优良率80%。", None),
        (None, "2024年全市水利工作的总体思路是:统筹推进。", ("2024", "2024")),
        (None, "2023年河长制工作总体要求是:统筹推进。", ("2023", "2023")),
        (None, "日前,广西印发《水污染防治方案(2018—2020年)》。", ("2018", "2020")),
        (None, "根据《水污染防治方案(2018—2020年)》要求,近日印发通知。", None),
        (None, "2018年,我市6项主要污染物减排目标任务分别为:氨氮2.4%。", ("2018", "2018")),
        (None, "2018年,全旗统筹抓好污染治理。", ("2018", "2018")),
        (None, "为落实《山西省治气2019年行动计划》,制定本方案。2019年底前关停3家。", ("2019", "2019")),
        (None, "为落实《山西省治气2019年行动计划》,制定本方案。到2020年关停3家。", None),
        (None, "为落实《山西省治气行动计划(2018—2020年)》,制定本方案。2018年底前关停3家。", None),
    ],
)
def test_period_is_stated_not_guessed(title, text, period):
    assert find_period(title, text) == period


def test_period_of_a_plan_for_so_many_years_begins_when_it_came_out():
    text = "到2020年,优良率80%。到2035年,水质全面改善。"
    assert find_period("打好碧水保卫战三年行动方案", text, "2018-12-17") == ("2018", "2020")
    assert find_period("打好碧水保卫战三年行动方案", text, "2023-12-17") is None


CITY_PLAN = (
    "发布新时代美丽杭州建设指标体系。全市开展整治。钱塘江治理由杭州市统筹,我市各区落实。萧山区先行。杭州市争创示范。"
)


@pytest.mark.parametrize(
    ("title", "issuer", "text", "name", "level"),
    [
        ("黔东南州工作方案", None, "", "黔东南苗族侗族自治州", "prefecture"),
        ("杭州市西湖区河道整治方案", None, "", "西湖区", "county"),
        ("杭州市人民政府办公室关于印发西湖区治水方案的通知", None, "", "西湖区", "county"),
        ("洛阳市人民政府关于印发贯彻河南省方案实施细则的通知", None, "", "洛阳市", "prefecture"),
        ("射洪市人民政府太和街道办事处关于印发方案的通知", None, "", "太和街道", "township"),
        ("威宁草海治理要点", "毕节市草海保护与发展领导小组", "", "威宁彝族回族苗族自治县", "county"),
        ("淳安县千岛湖镇污水治理方案", None, "", "千岛湖镇", "township"),
        ("关于印发工作要点的通知", "苏州市人民政府办公室", "", "苏州市", "prefecture"),
        ("关于做好秋冬季大气污染防治工作的通知", "生态环境部办公厅", "", "中国", "national"),
        (None, None, CITY_PLAN, "杭州市", "prefecture"),
        (None, None, "结合长春市实际,制定本方案。", "长春市", "prefecture"),
        (None, None, "探索具有江都特色的执法模式,建设具有中国特色的制度。", "江都区", "county"),
        (None, None, "\n塔塔尔仓村认真落实,我村开展造林,我村摸排。", "塔塔尔仓村", "village"),
        (None, None, "认真落实《凉山州大气污染防治目标责任书》,结合我州实际。", "凉山彝族自治州", "prefecture"),
        (None, None, "【厕所革命】 2020年,永州市整村推进改厕。", "永州市", "prefecture"),
        (None, None, "近日湖南省印发《湖南省改厕方案》。", "湖南省", "province"),
        (None, None, "眉山市优良天数314天,眉山市同比增加10天,眉山市改善幅度居全省第一。", "眉山市", "prefecture"),
        ("关于征求《西湖区河道整治方案》意见的公告", None, "浙江省杭州市部署,杭州市推进。", "西湖区", "county"),
        (None, None, "近日,国务院印发《打赢蓝天保卫战行动计划》。", "中国", "national"),
        (None, None, "日前,广西印发《水污染防治方案》。", "广西壮族自治区", "province"),
        (None, None, "2022年全国完成造林383万公顷。", "中国", "national"),
        (None, None, "家庭氛围,无锡市稻香实验幼儿园举办活动。", "无锡市稻香实验幼儿园", "organisation"),
    ],
)
def test_jurisdiction_is_the_place_governed(title, issuer, text, name, level):
    place = find_jurisdiction(title, issuer, text)
    assert place is not None
    assert (place.name, place.level) == (name, level)
    assert place.level == "national" or place.path[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "依据《河南省整改方案》,我市、全市各县制定本方案。河南省督察组进驻我市。",
        "我省湘江治理,祁阳市两处,祁阳市复查,蓝山县、宁远县、双牌县、道县、江永县各一处,全市推进。",
        "为保护我村林业生态环境,按照村委部署,全村行动。",
        "我校开展环境日宣传。",
        "岳阳市、常德市、益阳市人民政府负责。岳阳市、常德市、益阳市和省农委配合。岳阳市、常德市、益阳市整改。",
        "苏州市人民政府与我市人民政府签订责任书,全市落实。",
        "义丽水库除险加固,我市、全市推进。义丽水库蓄水。",
        "落实《吉林省公转铁补助细则》,推广绿色建筑。(长春市轨道交通集团有限公司配合)",
        "本公司地址:北京市通州区新华西街25号。",
        "全市建成森林村庄15个,其中金华市级3个。",
        "湖南日报讯,林业会议召开。",
        "永州市、邵阳市加快改厕。",
        "作为江河源头,全区加强水源保护,整治黑臭水体2个。",
    ],
)
def test_jurisdiction_is_none_where_the_text_leaves_it_open(text):
    assert find_jurisdiction(None, None, text) is None
    assert find_jurisdiction("市委办公室市政府办公室印发分工方案", None, text) is None


def test_metadata_notes_two_different_days_of_issue():
    facts = read("成文日期:2023-07-18\n标题:毕节市工作方案\n正文。\n毕节市人民政府\n2023年7月20日\n")
    assert facts.issued == "2023-07-18"
    assert [issue.kind for issue in facts.issues] == ["two-dates"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("2018-11-19 10:26来源:北极星环保网\n正文", "2018-11-19"),
        ("时间:2017-08-07 来源:本站\n正文", "2017-08-07"),
        ("活动方案\n时间:2024年3月5日\n地点:学校操场\n", None),
    ],
)
def test_metadata_reads_the_day_of_a_news_page(text, published):
    assert read(text).published == published


@given(st.text(alphabet="索引号文|::\t\n关于印发方案的通知〔2024〕(年月日)杭州市镇村我全《》一、12", max_size=80))
def test_metadata_of_any_text_quotes_it(text):
    facts = read(text)
    plain = re.sub(r"\s", "", text)
    assert facts.title is None or facts.title in plain
    assert facts.number is None or facts.number in plain
    assert facts.kind


def test_metadata_of_an_empty_text_is_empty():
    facts = read("")
    assert (facts.title, facts.number, facts.issuer, facts.jurisdiction, facts.period) == (None,) * 5


def test_metadata_takes_the_day_on_which_a_report_was_given():
    report = (
        "晋城市人民政府关于2021年度环境状况的报告\n——2022年4月27日在晋城市第八届人大常委会第五次会议上\n"
        "市人大常委会:\n丹河水质稳定达标。\n"
    )
    assert read(report).issued == "2022-04-27"
    assert read("晋城市水污染防治方案\n——2022年4月27日前完成丹河整治\n").issued is None


def test_metadata_reads_the_order_of_a_river_chief():
    facts = read(
        "汉中市总河长令\n(2023年第2号)\n\n为保护汉江,现命令如下:\n一、加密监测。\n总河长:(签名略)\n2023年6月5日\n"
    )
    assert (facts.title, facts.kind, facts.jurisdiction.name) == ("汉中市总河长令", "notice", "汉中市")
