import pytest
import spacy
from spacy.tokens import Doc

import nlp.pipeline  # noqa: F401  registers the facts on spaCy's Doc
from nlp.bodies.canonical_body import canonical_name
from nlp.facts import Facts, Owner, Place, Task
from nlp.links.component import read_links

PREFECTURE = Place("黔东南苗族侗族自治州", "522600", "prefecture", ["贵州省", "黔东南苗族侗族自治州"])
COUNTY_CITY = Place("嵊州市", "330683", "county", ["浙江省", "绍兴市", "嵊州市"])
COUNTY = Place("蓝山县", "431127", "county", ["湖南省", "永州市", "蓝山县"])
DISTRICT = Place("渝北区", "500112", "county", ["重庆市", "渝北区"])
REGION = Place("宁夏回族自治区", "640000", "province", ["宁夏回族自治区"])


@pytest.mark.parametrize(
    ("place", "name", "canonical"),
    [
        (PREFECTURE, "州水务局", "黔东南苗族侗族自治州水务局"),
        (PREFECTURE, "州发展改革委", "黔东南苗族侗族自治州发展和改革委员会"),
        (PREFECTURE, "州住房城乡建设局", "黔东南苗族侗族自治州住房和城乡建设局"),
        (PREFECTURE, "州委宣传部", "黔东南苗族侗族自治州委宣传部"),
        (PREFECTURE, "各县〔市〕人民政府", "黔东南苗族侗族自治州各县〔市〕人民政府"),
        (PREFECTURE, "凯里市住建局", "凯里市住房和城乡建设局"),
        (PREFECTURE, "黔东南州生态环境局", "黔东南苗族侗族自治州生态环境局"),
        (PREFECTURE, "省生态环境厅", "贵州省生态环境厅"),
        (COUNTY_CITY, "住建局", "嵊州市住房和城乡建设局"),
        (COUNTY_CITY, "水利局", "嵊州市水利局"),
        (COUNTY_CITY, "市府办", "嵊州市人民政府办公室"),
        (COUNTY_CITY, "市委办", "嵊州市委办公室"),
        (COUNTY_CITY, "组织部(考核办)", "嵊州市委组织部"),
        (COUNTY_CITY, "市场监管局", "嵊州市市场监督管理局"),
        (COUNTY_CITY, "甘霖镇人民政府", "嵊州市甘霖镇人民政府"),
        (COUNTY_CITY, "各乡镇(街道)", "嵊州市各乡镇(街道)"),
        (COUNTY, "市生态环境局", "永州市生态环境局"),
        (COUNTY, "县国资委", "蓝山县国有资产监督管理委员会"),
        (COUNTY, "人社局", "蓝山县人力资源和社会保障局"),
        (COUNTY, "县法院", "蓝山县人民法院"),
        (COUNTY, "县纪委监委", "蓝山县纪委监委"),
        (COUNTY, "环保局", "蓝山县环境保护局"),
        (COUNTY, "省直有关部门", "湖南省有关部门"),
        (DISTRICT, "市发展改革委", "重庆市发展和改革委员会"),
        (DISTRICT, "区生态环境局", "渝北区生态环境局"),
        (REGION, "自治区水利厅", "宁夏回族自治区水利厅"),
        (COUNTY_CITY, "国网嵊州供电公司", "国网嵊州供电公司"),
        (COUNTY_CITY, "水利部", "水利部"),
        (COUNTY_CITY, "国家林草局", "国家林业和草原局"),
        (COUNTY_CITY, "生态环境部", "生态环境部"),
        (COUNTY_CITY, "甘霖镇", "嵊州市甘霖镇人民政府"),
        (COUNTY_CITY, "剡湖街道", "嵊州市剡湖街道办事处"),
        (COUNTY_CITY, "诸暨市", "诸暨市人民政府"),
        (COUNTY_CITY, "住建", "嵊州市住房和城乡建设部门"),
        (Place("镇江市", "321100", "prefecture", ["江苏省", "镇江市"]), "镇江海事局", "镇江海事局"),
        (None, "锡林郭勒盟", "锡林郭勒盟行政公署"),
        (None, "住建局", "住房和城乡建设局"),
        (None, "国家发展改革委", "国家发展和改革委员会"),
    ],
)
def test_links_name_a_body_in_full_with_its_place(place, name, canonical):
    assert canonical_name(name, place) == canonical


def test_links_fill_function_and_canonical_and_count_the_unknown():
    owners = [Owner("市水务局", "lead", 0, 4), Owner("华夏幸福", "responsible", 5, 9)]
    task = Task(id="t", key="1", kind="measure", title="", start=0, end=9, section=None, owners=owners)
    doc = Doc(spacy.blank("zh").vocab, words=[])
    doc._.facts = Facts(
        id="d", source="d", part=None, text="市水务局、华夏幸福", jurisdiction=COUNTY_CITY, tasks=[task]
    )
    facts = read_links(doc)._.facts
    assert [(owner.function, owner.canonical) for owner in owners] == [
        ("water", "嵊州市水务局"),
        (None, "嵊州市华夏幸福"),
    ]
    assert facts.rejected == {"owner without a known function": 1}
