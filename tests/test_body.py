import pytest

from nlp.bodies.body import is_anonymous, is_body, is_collective, is_person
from nlp.bodies.body_list import split, split_strictly


@pytest.mark.parametrize(
    "name",
    [
        "市水务局",
        "住房和城乡建设局",
        "州委宣传部",
        "市委(市政府)办公室",
        "各县〔市〕人民政府",
        "领导小组办公室",
        "县环境保护行政主管部门",
        "曹娥江流域综合治理指挥部",
        "推进长三角一体化发展领导小组",
        "嵊州市水务集团有限公司",
        "市公安局交警支队",
        "国家林业和草原局",
        "乌兰察布市人民政府",
        "街道纪工委",
        "融媒体中心",
        "生态环境局嵊州分局",
        "市直属机关工委",
        "最高人民检察院",
        "长江水利委员会",
        "水利部",
        "组织部",
    ],
)
def test_body_is_told_by_its_name(name):
    assert is_body(name)


@pytest.mark.parametrize(
    "name", ["总务科", "林产站", "农办", "黄泽镇", "水利会", "各村(居)", "凯里市", "三江国有林场", "镇整治办"]
)
def test_body_of_a_small_office_is_told_where_one_is_expected(name):
    assert is_body(name, weak=True)


@pytest.mark.parametrize(
    "wording",
    [
        "加强监管部门",
        "污水处理厂",
        "全部",
        "建设单位",
        "无资质单位",
        "邀请环保有限公司",
        "负责落实的部门",
        "市长",
        "领导小组组长",
        "水务局局长",
        "局",
        "推进城区水环境治理委托",
        "2025年底前完成",
        "由市水务局",
        "企业",
        "",
    ],
)
def test_body_is_not_every_wording_that_ends_like_one(wording):
    assert not is_body(wording)


@pytest.mark.parametrize("name", ["分管副市长", "主要负责人", "县委书记", "各级河长", "王主任", "市领导", "法定代表人"])
def test_body_is_no_person(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        *("各有关部门", "政府", "相关企业", "各级党委政府", "有关单位", "职能部门", "第三方机构", "各级各有关部门"),
        *("我局", "贵委", "本公司"),
    ],
)
def test_body_that_names_nobody_is_anonymous(name):
    assert is_anonymous(name)


@pytest.mark.parametrize(
    "name", ["市水务局", "各县(市、区)人民政府", "组织部门", "乡镇政府", "水务部门", "各村(居)", "市政府"]
)
def test_body_with_a_name_is_not_anonymous(name):
    assert not is_anonymous(name)


@pytest.mark.parametrize(
    ("name", "collective"),
    [
        ("各县(市、区)人民政府", True),
        ("领导小组成员单位", True),
        ("县(市)区政府", True),
        ("乡镇(街道)", True),
        ("沿线各区县", True),
        ("市直有关部门", True),
        ("市水务局", False),
        ("市地方金融局", False),
        ("县直机关工委", False),
        ("嵊州市人民政府", False),
        ("组织部(考核办)", False),
    ],
)
def test_body_is_collective_where_it_stands_for_many(name, collective):
    assert is_collective(name) is collective


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("州林业局、州水务局和各县(市)人民政府", ["州林业局", "州水务局", "各县(市)人民政府"]),
        ("市住房和城乡建设局、水务局及各县(市、区)政府", ["市住房和城乡建设局", "水务局", "各县(市、区)政府"]),
        ("市工业和信息化局和市发展和改革委员会", ["市工业和信息化局", "市发展和改革委员会"]),
        ("市委和市政府", ["市委", "市政府"]),
        ("县委和政府", ["县委和政府"]),
        ("各县(市、区)党委和政府", ["各县(市、区)党委和政府"]),
        ("市林草局,各县、市、区人民政府和高新区管委会", ["市林草局", "各县、市、区人民政府", "高新区管委会"]),
        ("市林草局、各相关 区人民政府", ["市林草局", "各相关区人民政府"]),
        ("县水利局 县委县政府 督查室", ["县水利局", "县委县政府督查室"]),
        ("市水务局、市规划 国土委", ["市水务局", "市规划国土委"]),
        ("区环保局、区 中心办、各街道办)", ["区环保局", "区中心办", "各街道办"]),
        ("州农业农村 局、市锰业 集团、区城市 管理局", ["州农业农村局", "市锰业集团", "区城市管理局"]),
        ("自治区 环境保护厅、市生态环境局 沅陵分局", ["自治区环境保护厅", "市生态环境局沅陵分局"]),
        ("市水利局 市公安局城北分局 排水公司", ["市水利局", "市公安局城北分局", "排水公司"]),
        ("各县区政府及其有关部门", ["各县区政府及其有关部门"]),
        ("市水务局市住建局", ["市水务局", "市住建局"]),
        ("水利局农业农村局", ["水利局", "农业农村局"]),
        ("宜兰市人民政府省水利厅", ["宜兰市人民政府", "省水利厅"]),
        ("市人民政府督查室", ["市人民政府督查室"]),
        ("市委市政府督查室", ["市委市政府督查室"]),
        ("治水办\n生态环境分局\n住建局", ["治水办", "生态环境分局", "住建局"]),
        ("国土、规划、安监、环保、工商等职能部门", ["国土", "规划", "安监", "环保", "工商"]),
        ("三洪奇、黄龙、西海等村(居)", ["三洪奇", "黄龙", "西海"]),
        ("岳阳市、益阳市和望城区人民政府", ["岳阳市", "益阳市", "望城区人民政府"]),
        ("各区政府(含经济技术开发区管委会)市交通委", ["各区政府", "经济技术开发区管委会", "市交通委"]),
        ("区农委区环保局、相关镇街等", ["区农委", "区环保局", "相关镇街"]),
        ("剑河、台江、镇远县人民政府", ["剑河", "台江", "镇远县人民政府"]),
        ("县水利局、东湾、河口镇人民政府", ["县水利局", "东湾镇人民政府", "河口镇人民政府"]),
        ("石桥、柳林经济开发区管委会", ["石桥经济开发区管委会", "柳林经济开发区管委会"]),
        ("住建、水务、北郊街道办事处", ["住建", "水务", "北郊街道办事处"]),
        ("各乡、镇人民政府", ["各乡、镇人民政府"]),
        ("1.市水务局 2.市住建局", ["市水务局", "市住建局"]),
        ("①市水务局;②市住建局", ["市水务局", "市住建局"]),
        ("市整改办(下称“整改办”)、市财政局(按职责分工)", ["市整改办", "市财政局"]),
        ("市水务局 张三", ["市水务局"]),
        ("xx局、(略)、***、无、/", []),
        ("2025年底前完成", []),
    ],
)
def test_body_list_is_split_into_names(text, names):
    assert [listed.name for listed in split(text, 0, len(text))] == names


def test_body_list_keeps_stars_and_roles_of_names():
    text = "住建局*、水投集团、市水务局(牵头)"
    assert [(one.name, one.starred, one.role) for one in split(text, 0, len(text))] == [
        ("住建局", True, None),
        ("水投集团", False, None),
        ("市水务局", False, "牵头"),
    ]


@pytest.mark.parametrize(
    "text", ["市委、政府主要负责人", "由市水务局牵头", "加强部门", "市水务局2025年", "扬尘、噪声等方面", "以下问题"]
)
def test_body_list_read_strictly_is_nothing_but_names(text):
    assert split_strictly(text, 0, len(text)) == ()
