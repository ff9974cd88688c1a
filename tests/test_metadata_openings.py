"""Metadata of openings as sites save them: broken titles, leads, bylines, tags, files on offer, pages without lines."""

import pytest

from corpus.document import Document
from nlp.facts import Facts
from nlp.metadata.component import read_metadata
from nlp.pipeline import begin, build


def read(text: str) -> Facts:
    return read_metadata(begin(build(), Document("page.txt", None, text)))._.facts


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "邵阳市生态环境局\n关于印发《资江流域\n锑污染整治三年计划\n(2021-2023年)》的通知\n各分局:\n",
            "邵阳市生态环境局关于印发《资江流域锑污染整治三年计划(2021-2023年)》的通知",
        ),
        ("黄南州隆务河流域\n生态保护“十四五”规划\n黄南州生态环境局\n", "黄南州隆务河流域生态保护“十四五”规划"),
        ("县\n2023\n年河湖长制工作要点\n一、总则\n", "县2023年河湖长制工作要点"),
        ("咸宁市水利局网站\n淦河治理方案\n一、总则\n", "淦河治理方案"),
        ("【江西】都昌县水务规划\n发布时间 行业\n一、回顾\n", "都昌县水务规划"),
        (
            "近日,四川省巴中市印发了污染防治攻坚方案,对水、气、土三大领域作出部署,明确了年度任务。\n"
            "关于印发巴中市大气、水、土壤污染防治方案的通知\n各县区人民政府:\n",
            "关于印发巴中市大气、水、土壤污染防治方案的通知",
        ),
        (
            "各镇人民政府,县直各单位:\n县政府研究了沂河源头的保护工作,现把有关安排印发给你们,请抓好贯彻落实。\n"
            "2021年11月8日\n沂河源头保护方案\n为加强保护,制定本方案。\n",
            "沂河源头保护方案",
        ),
        (
            "首页\n水务集团攻坚治水:管网提速 小区告别内涝\n发布时间:2021-07-15 阅读:89\n记者获悉,进展顺利。\n",
            "水务集团攻坚治水:管网提速小区告别内涝",
        ),
        (
            "彭泽县今年将投资2.3亿元治理三条河道\n更新时间:2021-02-24 08:33\n来源:九江日报\n记者获悉,进展顺利。\n",
            "彭泽县今年将投资2.3亿元治理三条河道",
        ),
        ("《《汉江水污染防治规划》.docx》由会员分享,可在线阅读,共38页。\n1、加强监管。\n", "汉江水污染防治规划"),
        (
            "上塘河提升计划的通知 临平政办〔2023〕21号\n上塘河提升计划的通知\n临平政办〔2023〕21号\n各镇:\n",
            "上塘河提升计划的通知",
        ),
        ("吉林印发《吉林省水资源规划》\n吉林省政府印发了规划,详情如下:\n各市:\n", "吉林省水资源规划"),
        ("附件 河道清理工作方案 一、总体要求 改善河道面貌。二、重点任务 清理垃圾。\n", "河道清理工作方案"),
        ("分享\n2023年秸秆禁烧方案 .doc\n下载文档\n为做好禁烧,制定本方案。\n", "2023年秸秆禁烧方案"),
        ("县林业局2017年工作计划2017年, 全县林业工作要加速绿化。一、目标\n", "县林业局2017年工作计划"),
        ("垃圾分类责任分工表.docx\n为做好垃圾分类,明确如下。\n", "垃圾分类责任分工表"),
        (
            "第1页共4页县秸秆禁烧工作实施方案为认真做好秸秆禁烧工作,进一步改善环境,制订本方案。\n",
            "县秸秆禁烧工作实施方案",
        ),
        ("附件 盱眙县2018年整治职责清单 工作任务 责任单位\n县住建局 7月底前\n", "盱眙县2018年整治职责清单"),
        ("为做好水库安全度汛工作方案的落实,各县要加强巡查,市水利局要开展检查。\n", None),
        ("一、总体要求\n改善水质。\n关于印发某方案的通知\n各县:\n", None),
    ],
)
def test_title_is_found_in_openings_of_any_kind(text: str, title: str | None) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("【江西】都昌县水务规划\n一、回顾\n", "都昌县"),
        ("首页/督察信息\n为落实督察要求,青浦区特制定如下整改方案。\n一、总则\n", "青浦区"),
        ("三、迎检准备\n全市按《珠海市迎检任务分工表》(见附表)落实。\n", "珠海市"),
        ("生态环保督察在河南 整改公示\n洛阳市支流超标,洛阳市整改滞后,洛阳市须加快截污。\n", "洛阳市"),
        ("青狮镇人居环境整治方案\n为迎接检查,制定本方案。\n", "青狮镇"),
        ("青海昆仑碱业有限公司2022年环保计划\n为做好环保工作,制定本计划。\n", "青海昆仑碱业有限公司"),
        ("大理州关于大理洱海水务有限公司问题的整改方案\n加快整改。\n", "大理白族自治州"),
        ("汾渭平原2022年秋冬季治气攻坚方案\n为改善空气质量,制定本方案。\n", "汾渭平原"),
        ("水利部关于加强黄河流域再生水利用的意见\n各省:\n", "黄河流域"),
        ("山西省人民政府关于印发黄河流域治水方案的通知\n各市:\n", "山西省"),
        ("小城镇污水治理方案\n为补齐短板,制定本方案。\n", None),
        ("通州区2022年治气计划\n北京市下达的任务全部完成。\n", "通州区"),
        ("通州区2022年治气计划\n淘汰锅炉。\n", "通州区"),
        ("关于铁东区督察问题整改情况的公示\n四平市督察组反馈的问题已整改,四平市已验收。\n", "铁东区"),
        ("长江口—杭州湾治理细则\n为保护海湾,制定本细则。\n", None),
        ("一、任务\n全市推进治气,由六盘水双元铝业有限责任公司改造电解槽。\n", None),
    ],
)
def test_jurisdiction_is_the_place_the_document_governs(text: str, name: str | None) -> None:
    place = read(text).jurisdiction
    assert (place.name if place else None) == name


def test_county_of_a_common_name_lies_in_the_province_that_the_text_names() -> None:
    place = read("通州区2022年治气计划\n落实北京市下达的任务。\n").jurisdiction
    assert place is not None
    assert place.code == "110112"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("根据市委要求,现就2023年全市河湖长制工作作出如下安排。\n", ("2023", "2023")),
        ("治水攻坚方案\n为全力做好2020年水污染防治工作,制定本方案。\n", ("2020", "2020")),
        ("彭泽县今年将治理三条河道\n更新时间:2021-02-24 08:33\n记者获悉,进展顺利。\n", ("2021", "2021")),
        ("城关镇禁烧方案\n为切实做好蒙城县城关镇2015年秋季秸秆禁烧工作,制定本方案。\n", ("2015", "2015")),
        ("碳达峰方案\n为完成2030年前碳达峰目标,制定本方案。\n", None),
        ("治水方案\n现将《治水方案(2023版)》印发给你们。2019年,全市完成了整治。\n", None),
    ],
)
def test_period_is_the_year_whose_work_is_announced(text: str, period: tuple[str, str] | None) -> None:
    assert read(text).period == period


def test_index_number_ends_before_a_field_without_colon() -> None:
    assert read("索引号 0144/2018-00693 主题分类 城乡建设\n治水方案\n").index_number == "0144/2018-00693"


def test_labels_may_run_into_values() -> None:
    facts = read("索引号:6403/2023-00119效力状态:有效发布日期:2023-05-12\n治水方案\n一、总则\n")
    assert (facts.index_number, facts.published) == ("6403/2023-00119", "2023-05-12")


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("各县:请认真贯彻执行。绍兴市人民政府办公室2019年3月18日sx018.doc曹娥江保护方案\n", "2019-03-18"),
        ("各县:请认真贯彻执行。绍兴市人民政府办公室2019年3月18日前汇总上报\n", None),
        ("发文日期:2018-09-25 发布时间:2018-09-25\n治水方案\n请执行。\n靖江市人民政府\n2018年5月14日\n", "2018-05-14"),
        (
            "治水办法\n(2019年9月14日市政府常务会议通过 2019年9月27日市人民政府令第5号发布)\n第一条 为治水,\n",
            "2019-09-27",
        ),
        ("清洁土壤计划\n意见反馈截止时间为2016年9月20日\n一、总则\n", None),
        ("第7期\n市督查室 二○一五年十月九日\n现将工程进展通报如下。\n", "2015-10-09"),
        ("成文日期:2018-05-10 发布时间:2018-09-25\n治水方案\n请执行。\n靖江市人民政府\n2018年5月14日\n", "2018-05-10"),
    ],
)
def test_issued_is_the_day_of_the_signature_or_of_the_page(text: str, issued: str | None) -> None:
    assert read(text).issued == issued


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("宿州市水利局关于转发《关于开展水源地专项行动的通知》的函\n各县水利局:\n", "letter"),
        ("宿州市水利局关于转发《水源地整治方案》的函\n各县水利局:\n", "plan"),
        ("关于征求《口泉河治理方案(征求意见稿)》意见的公告\n现公开征求意见。\n口泉河治理方案\n一、总则\n", "plan"),
        ("关于征求《口泉河治理方案(征求意见稿)》意见的公告\n现公开征求意见,见附件。\n", "notice"),
        ("水务集团攻坚治水:小区告别内涝\n发布时间:2021-07-15\n记者获悉,上半年已完成42个小区改造。\n", "summary"),
        ("让汾河水清\n2020/8/25 10:01:58\n省政府举行新闻发布会,介绍汾河治理工作。\n", "summary"),
        ("靖宇县水利局2022年总结及2023年工作安排情况报告\n现报告如下:\n", "report"),
        ("对市人大会议第118号建议的答复\n张明代表:\n您提出的建议收悉,下一步加快管网建设。\n", "letter"),
        ("宜都市总河湖长令\n(第3号)\n各乡镇:\n清理非法捕捞。\n", "notice"),
        ("农村人居环境整治工作计划2021\n做好整治。\n", "plan"),
    ],
)
def test_kind_is_told_by_how_a_title_ends(text: str, kind: str) -> None:
    assert read(text).kind == kind


def test_number_stands_behind_the_title_on_its_line() -> None:
    assert read("上塘河流域提升计划的通知 临平政办〔2023〕21号\n各镇:\n").number == "临平政办〔2023〕21号"


def test_published_is_the_day_and_hour_under_a_headline() -> None:
    assert read("铁东区政府 2019-12-13 16:36 来源:水利局\n关于整改的公示\n").published == "2019-12-13"
    assert read("让汾河水清\n2020/8/25 10:01:58\n61015\n省政府举行新闻发布会。\n").published == "2020-08-25"
