import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from statements import statements_of

REFUSED = [
    ("桐河、柳河等9条入海河流总氮浓度实现负增长", "number: a part of a scope"),
    ("省财政厅将对配套到位率低于60%的县区暂缓拨款", "number: a condition"),
    ("对存栏500头以上的规模养殖场7月底前安装视频监控", "number: a condition"),
    ("枯水期(12月—次年3月)不低于8立方米/秒", "number: nothing is measured"),
    ("县污水处理厂现状规模2万吨/日", "number: how things stand"),
    ("各县区要在15个工作日内上报整改方案", "number: a span of time"),
    ("对违法排污企业处20万元以上100万元以下罚款", "number: a mark or penalty"),
    ("县(区)按每亩5元标准安排工作经费", "number: a standard"),
    ("由区财政补助2000元", "number: a standard"),
    ("每改造1座厕所由村里验收", "number: what a rate goes by"),
    ("21个水源地未完成勘界立标", "number: a shortfall"),
    ("发现一起扣2分", "number: a mark or penalty"),
    ("每年至少开展2次专项执法检查", "number: a recurrence"),
    ("每月开展1次水质监测", "number: a recurrence"),
    ("优良天数比例高出国考目标1.3个百分点", "number: a comparison"),
    ("森林覆盖率高于全省平均水平3.2个百分点", "number: a comparison"),
    ("对进水BOD浓度低于100mg/L的县城污水处理厂实施整治", "number: a condition"),
    ("完成年产100吨以上危险废物产生单位监管", "number: a condition"),
    ("不再新建35蒸吨/小时及以下燃煤锅炉", "number: a condition"),
    ("关停10万千瓦以下燃煤机组", "number: a condition"),
    ("严格执行65%居住建筑节能标准", "number: a condition"),
    ("改造每小时10蒸吨及以下在用燃煤锅炉", "number: a condition"),
    ("加强PM2.5浓度在50至60微克/立方米之间的乡镇监管", "number: a condition"),
    ("每500人配备保洁员", "number: what a rate goes by"),
    ("两岸栽植柳树,长0.5公里", "number: a cost"),
    ("巩固40条国控入海河流治理成果", "number: a number that stays as it is"),
    ("考核得分低于60分的予以通报批评", "number: a condition"),
    ("对供热半径30公里范围内的燃煤锅炉进行整合", "number: a condition"),
    ("在全市16个重大产业平台中遴选一批工业园区", "number: a part of a scope"),
    ("建立三个“一批”分类整治清单", "number: a manner of speaking"),
    ("推动两个文明协调发展", "number: a manner of speaking"),
    ("打造一个平台", "number: a manner of speaking"),
    ("完成3个方面整改", "number: a thing not counted"),
    ("成立6个督办组", "number: a thing not counted"),
    ("设4个核查组", "number: a thing not counted"),
    ("基本淘汰10蒸吨/小时及以下的燃煤锅炉", "number: a condition"),
    ("优化公园绿地500米服务半径布局", "number: a condition"),
    ("加强5个国控断面监测", "number: a number that stays as it is"),
    ("对已完成整治的17条黑臭水体开展“回头看”", "number: a number that stays as it is"),
    ("将用水指标分解到248个行政村", "number: a number that stays as it is"),
    ("落实宝珠寺等8座重点水库最小下泄流量要求", "number: a number that stays as it is"),
    ("对全市28个省控断面开展水质监测", "number: a number that stays as it is"),
    ("矿山生态环境恢复率不到45%", "number: a shortfall"),
    ("推进总投资3.2亿元的污水处理厂建设", "number: a cost"),
    ("建设光山县仙居镇100MW风电场", "number: the size of a thing named"),
    ("建设代钦塔拉苏木50万千瓦光伏治沙项目", "number: the size of a thing named"),
    ("空气质量退出全省后20位", "number: a rank"),
    ("优良天数比例在全省14个市州中排名第一", "number: a rank"),
    ("组织8个社区开展环保知识竞赛", "number: those who take part"),
    ("潞安焦化有限责任公司4.3米焦炉关停", "number: the size of a thing named"),
    ("为16个村庄每个农户配置收集桶", "number: a part of a scope"),
    ("全县噪声污染防治任务分为5类13项", "number: a number that stays as it is"),
    ("由13个镇属机关单位负责人进行包片帮扶", "number: a thing not counted"),
    ("同比下降6.1%", "number: nothing is measured"),
    ("对连续2次排名末位的镇街予以约谈", "number: a recurrence"),
    ("提出五大行动18项任务", "number: a thing not counted"),
    ("围绕水环境展开7项工作", "number: a thing not counted"),
    ("PM2.5浓度最低的3个城市依次是甲、乙、丙", "number: a rank"),
    ("全市20个区县排名第7位", "number: a rank"),
    ("会同发改等26个部门联合印发方案", "number: a thing not counted"),
    ("实现了1亿亩的既定目标", "number: a thing not counted"),
    ("完成森林抚育,为年度计划任务的105%", "number: how far a plan has come"),
    ("部署了六大类23项具体任务", "number: a thing not counted"),
    ("投资占年度计划的93.5%", "number: how far a plan has come"),
]
SILENT = [
    "拨打12369环保热线",
    "在十四届全国人大四次会议上介绍",
    "按照〔2024〕4号文件要求",
    "O3日最大8小时第90百分位浓度稳中有降",
    "落实“三线一单”和“六个100%”要求",
    "实施《大气污染防治行动计划(2023—2025年)》",
    "开展全覆盖排查",
    "按照“污水全收集、管网全覆盖、雨污全分流”的要求推进",
    "构建过程全覆盖、管理全方位的体系",
    "坚持零容忍态度",
    "按照“全覆盖、重实效、能操作”的原则推进",
    "做到排查无盲区、全覆盖",
    "建立健全覆盖全县的网格化管理体系",
    "隐患全部完成整改",
    "应改尽改",
    "建设淮河2×66万千瓦燃煤发电项目",
    "2024年6月30日前完成",
]


@pytest.mark.parametrize(
    "text", ["杞麓湖湖面面积37平方公里", "流域面积354平方公里", "秦州区、清水县面积11673平方公里", "平均水深4米"]
)
def test_what_a_place_is_like_by_nature_is_no_result(text: str) -> None:
    found, refused = statements_of(text, told=True)
    assert found == []
    assert refused["number: what a place is like by nature"] == 1


def test_area_that_has_been_reached_is_a_result() -> None:
    found, _ = statements_of("杞麓湖水面面积恢复到37平方公里", told=True)
    assert [each.value for each in found] == [37]


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=[text for text, _ in REFUSED])
def test_number_that_is_no_target_is_refused_with_its_reason(text: str, reason: str) -> None:
    found, refused = statements_of(text)
    assert found == []
    assert refused[reason] >= 1


@pytest.mark.parametrize("text", SILENT)
def test_wording_without_a_value_states_nothing(text: str) -> None:
    found, _ = statements_of(text)
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "森林覆盖率由6.3%提高到7.5%",
        "浓度从35微克/立方米下降到30微克/立方米",
        "面积由3万亩扩大至5万亩",
        "再生水利用率在现有30%的基础上提高6个百分点",
    ],
)
def test_beginning_of_a_change_is_no_value(text: str) -> None:
    found, refused = statements_of(text)
    assert len(found) == 1
    assert refused["number: the beginning of a change"] == 1


PIECES = [*",、。()由的", "到2025年", "森林覆盖率", "达到", "95%以上", "3个", "湿地", "新增", "分别", "全覆盖"]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.booleans())
@example(text="95%以上的、(的95%以上", told=False)
def test_statements_lie_in_the_text_whatever_it_is(text: str, told: bool) -> None:
    found, _ = statements_of(text, told)
    for each in found:
        assert 0 <= each.start <= each.at < each.end <= len(text)
        assert each.indicator


@pytest.mark.parametrize("piece", ["3个,", "达到95%、", "(3个", "由3%", "分别5个、", "全覆盖", "新增"])
def test_statements_take_no_longer_than_the_text_asks(piece: str) -> None:
    found, _ = statements_of(piece * 400)
    assert len(found) <= 400
