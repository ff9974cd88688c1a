from collections import Counter

import pytest

from nlp.bodies.body import functions_of
from nlp.vocabulary import load


@pytest.mark.parametrize(
    ("name", "functions"),
    [
        ("州水务局", ("water",)),
        ("水行政主管部门", ("water",)),
        ("县环保局", ("ecology",)),
        ("省环境保护厅", ("ecology",)),
        ("绍兴市生态环境局嵊州分局", ("ecology",)),
        ("环境保护部", ("ecology",)),
        ("国家发展改革委", ("development_reform",)),
        ("市发改局", ("development_reform",)),
        ("市城乡建设局", ("housing",)),
        ("国土资源局", ("natural_resources",)),
        ("市自然资源和规划局", ("natural_resources",)),
        ("市园林绿化局", ("forestry",)),
        ("经信委", ("industry",)),
        ("城管执法局", ("urban_management",)),
        ("市工商局", ("market_regulation",)),
        ("文体广电旅游局", ("culture_tourism",)),
        ("州委宣传部", ("propaganda",)),
        ("组织部(考核办)", ("organisation_department",)),
        ("市纪委监委", ("discipline_inspection",)),
        ("州检察院", ("procuratorate",)),
        ("市中级人民法院", ("court",)),
        ("市河长办", ("water_office",)),
        ("市政府督查室", ("supervision_office",)),
        ("经开区管委会", ("park_management_committee",)),
        ("甘霖镇人民政府", ("township_government",)),
        ("各乡镇(街道)", ("township_government",)),
        ("各村(居)", ("village",)),
        ("各县〔市〕人民政府", ("government",)),
        ("凯里市", ("government",)),
        ("水投集团", ("enterprise",)),
        ("国网嵊州市供电公司", ("power_grid",)),
        ("市公安局交警支队", ("public_security",)),
        ("州生态环境保护督察整改工作领导小组各成员单位", ("leading_group",)),
        ("市府办", ("government_office",)),
        ("县委办公室", ("party_office",)),
        ("华夏幸福", ()),
    ],
)
def test_functions_meet_names_of_every_level_and_time(name, functions):
    assert functions_of(name) == functions


@pytest.mark.parametrize(
    ("name", "functions"),
    [
        ("林水局", ("water", "forestry")),
        ("农业农村和水利局", ("agriculture", "water")),
        ("市住房和城乡建设和交通局", ("housing", "transport")),
        ("发展改革和经济信息化局", ("development_reform", "industry")),
        ("教育体育局", ("education", "sports")),
        ("县水利和农业农村局", ("water", "agriculture")),
    ],
)
def test_functions_of_a_compound_bureau_are_all_told_the_main_one_first(name, functions):
    assert functions_of(name) == functions


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("water bureau", "water"),
        ("Water Resources Bureau", "water"),
        ("EPB", "ecology"),
        ("ecology and environment bureau", "ecology"),
        ("NDRC", "development_reform"),
        ("forestry bureau", "forestry"),
        ("people's government", "government"),
        ("development zone administration", "park_management_committee"),
    ],
)
def test_functions_go_by_english_names_too(name, function):
    entry = load("functions").lookup(name)
    assert entry is not None and entry.id == function


def test_functions_heed_what_only_looks_like_a_bureau():
    found = load("functions").find("扎实推进宣传部署,规划局部地区,水利局牵头,商务部署会")
    assert [match.entry.id for match in found] == ["water"]


def test_functions_are_complete_and_defined():
    entries = load("functions").entries
    assert len(entries) >= 60
    assert [entry.id for entry in entries.values() if not entry.english or not entry.definition] == []


def test_functions_share_no_stem_but_those_of_joint_bureaus():
    stems = Counter(stem for entry in load("functions").entries.values() for stem in entry.more["stems"])
    assert {stem for stem, times in stems.items() if times > 1} == {"林水"}
