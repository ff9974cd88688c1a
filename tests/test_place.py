"""Places: found by name in either language, and in running text without mistaking other words for them."""

import pytest
from stopwatch import finish_within

from nlp.places.gazetteer import english_name, in_english, load_entries
from nlp.places.place import contains, find, mentions, opening


@pytest.mark.parametrize(
    ("name", "code", "path"),
    [
        ("杭州", "330100", ["浙江省", "杭州市"]),
        ("杭州市", "330100", ["浙江省", "杭州市"]),
        ("浙江省杭州市", "330100", ["浙江省", "杭州市"]),
        ("Hangzhou", "330100", ["浙江省", "杭州市"]),
        ("hangzhou city", "330100", ["浙江省", "杭州市"]),
        ("黔东南苗族侗族自治州", "522600", ["贵州省", "黔东南苗族侗族自治州"]),
        ("黔东南州", "522600", ["贵州省", "黔东南苗族侗族自治州"]),
        ("黔东南", "522600", ["贵州省", "黔东南苗族侗族自治州"]),
        ("Qiandongnan", "522600", ["贵州省", "黔东南苗族侗族自治州"]),
        ("贵州省黔东南州凯里市", "522601", ["贵州省", "黔东南苗族侗族自治州", "凯里市"]),
        ("恩施州", "422800", ["湖北省", "恩施土家族苗族自治州"]),
        ("延边", "222400", ["吉林省", "延边朝鲜族自治州"]),
        ("内蒙古", "150000", ["内蒙古自治区"]),
        ("Inner Mongolia", "150000", ["内蒙古自治区"]),
        ("新疆", "650000", ["新疆维吾尔自治区"]),
        ("广西自治区", "450000", ["广西壮族自治区"]),
        ("Shanxi", "140000", ["山西省"]),
        ("Shaanxi", "610000", ["陕西省"]),
        ("Xi'an", "610100", ["陕西省", "西安市"]),
        ("新晃县", "431227", ["湖南省", "怀化市", "新晃侗族自治县"]),
        ("嵊州", "330683", ["浙江省", "绍兴市", "嵊州市"]),
        ("朝阳", "211300", ["辽宁省", "朝阳市"]),
        ("北京市朝阳区", "110105", ["北京市", "朝阳区"]),
        ("襄樊市", "420600", ["湖北省", "襄阳市"]),
        ("仙桃市", "429004", ["湖北省", "仙桃市"]),
    ],
)
def test_place_goes_by_its_names(name, code, path):
    place = find(name)
    assert place is not None
    assert (place.code, place.path) == (code, path)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("330100", "Hangzhou"),
        ("150000", "Inner Mongolia"),
        ("610000", "Shaanxi"),
        ("610100", "Xi'an"),
        ("230100", "Harbin"),
        ("522600", "Qiandongnan"),
    ],
)
def test_place_has_the_english_name_that_is_in_use(code, name):
    assert english_name(load_entries()[code]) == name


def test_every_place_has_an_english_name():
    assert all(english_name(entry).isascii() for entry in load_entries().values())


@pytest.mark.parametrize("name", ["鼓楼区", "郊区", "水利局", "云", "", "Springfield", "长江"])
def test_place_is_none_for_what_is_no_place_or_several(name):
    assert find(name) is None


@pytest.mark.parametrize(
    ("name", "near", "code"),
    [
        ("鼓楼区", "南京市", "320106"),
        ("鼓楼区", "福州市", "350102"),
        ("朝阳", "长春市", "220104"),
        ("海南", "青海", "632500"),
    ],
)
def test_place_of_several_is_the_nearest(name, near, code):
    place = find(name, near=find(near))
    assert place is not None
    assert place.code == code


def test_place_knows_levels_and_what_lies_in_it():
    province, prefecture, county, country = (find(name) for name in ("贵州省", "黔东南州", "凯里市", "全国"))
    assert [place.level for place in (province, prefecture, county, country)] == [
        "province",
        "prefecture",
        "county",
        "national",
    ]
    assert contains(province, county)
    assert contains(country, prefecture)
    assert not contains(county, province)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("贵州省黔东南州凯里市污泥处置", ["贵州省", "黔东南苗族侗族自治州", "凯里市"]),
        ("上海、江苏、浙江三省市", ["上海市", "江苏省", "浙江省"]),
        ("南京市鼓楼区和北京市朝阳区", ["南京市", "鼓楼区", "北京市", "朝阳区"]),
        ("海西、海南两个可再生能源基地在青海省", ["海西蒙古族藏族自治州", "海南省", "青海省"]),
        ("吉林省吉林市", ["吉林省", "吉林市"]),
        ("湖南山区造林", ["湖南省"]),
    ],
)
def test_place_mentions_are_leftmost_and_longest(text, expected):
    assert [place.name for _, _, place in mentions(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "确保社会长治久安",
        "南京路沿线",
        "广州路沿线",
        "杭州湾南岸",
        "主城区和郊区",
        "各市和县区",
        "日照时数",
        "朝阳产业",
        "西南山区",
        "孙中山故居",
        "长白山保护",
        "和田玉",
        "要会同县公安局查处",
    ],
)
def test_place_mentions_leave_other_words_alone(text):
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "length"),
    [("凯里市污泥处置率", 3), ("贵州省凯里市", 3), ("污泥处置率", 0), ("长治久安", 0), ("新建凯里市泵站", 0), ("", 0)],
)
def test_place_that_opens_a_text_is_measured(text, length):
    assert opening(text) == length


def test_place_mentions_read_short_county_names_only_near_home():
    text = "剑河、台江、镇远等县城"
    assert mentions(text) == []
    assert [place.name for _, _, place in mentions(text, near=find("黔东南州"))] == ["剑河县", "台江县", "镇远县"]


def test_place_mentions_take_time_in_proportion_to_the_text():
    text = "杭州市、湖州市和淳安县联合治理新安江流域。" * 5000
    assert len(finish_within(2, lambda _: mentions(text))) == 15000


@pytest.mark.parametrize(("name", "english"), [("中国", "China"), ("哈尔滨市", "Harbin"), ("东路街道", "东路街道")])
def test_place_is_named_in_english_where_it_has_such_a_name(name: str, english: str) -> None:
    assert in_english(name) == english
