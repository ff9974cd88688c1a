"""Names of projects: what could stand on a construction sign, joint names split, and generic works left out."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from nlp.facts import Cell, Facts, Mention, Table, Task
from nlp.pipeline import begin
from nlp.project_list import joint_names, read_list
from nlp.project_name import find_head, front_length, unexplained_length
from nlp.projects import read_projects

CHINESE = spacy.blank("zh")


def read(text: str, **fields) -> Facts:
    doc = begin(CHINESE, Document("plan.txt", None, text))
    for name, value in fields.items():
        setattr(doc._.facts, name, value)
    return read_projects(doc)._.facts


def names(text: str) -> list[str]:
    return list(dict.fromkeys(mention.name for mention in read(text).projects))


ONE = [
    ("推进瓦日铁路专用线建设", "瓦日铁路专用线"),
    ("完成望都县城区集中供热热源厂建设", "望都县城区集中供热热源厂"),
    ("开工建设曲阳县尾矿综合利用园区", "曲阳县尾矿综合利用园区"),
    ("改造提升安国市中药都污水处理厂", "安国市中药都污水处理厂"),
    ("新建乌兰浩特市开发区污水处理厂1座", "乌兰浩特市开发区污水处理厂"),
    ("红果经济开发区大宗固废综合利用基地2023年三季度前建成", "红果经济开发区大宗固废综合利用基地"),
    ("实施城东污水处理厂三期扩建工程(规模5万吨/日)", "城东污水处理厂三期扩建工程"),
    ("确保6月30日前建成城东污水处理厂二期", "城东污水处理厂二期"),
    ("加快推进凯里市生活垃圾焚烧发电厂二期项目", "凯里市生活垃圾焚烧发电厂二期项目"),
    ("完成凯里市鱼洞河流域综合治理中期评估工作", "凯里市鱼洞河流域综合治理"),
    ("除“凯里市鱼洞河流域综合治理”问题外全面完成整改", "凯里市鱼洞河流域综合治理"),
    ("推进茅洲河流域水环境综合整治工程", "茅洲河流域水环境综合整治工程"),
    ("推进苗岭山脉历史遗留矿山生态修复", "苗岭山脉历史遗留矿山生态修复"),
    (
        "扎实推进木里矿区以及祁连山南麓青海片区生态环境综合整治三年行动",
        "木里矿区以及祁连山南麓青海片区生态环境综合整治三年行动",
    ),
    ("加快推进台江经济开发区省级含铅废物利用处置中心建设工作", "台江经济开发区省级含铅废物利用处置中心"),
    ("建立完善“智慧环保视频监控系统”", "智慧环保视频监控系统"),
    ("完善祁连山地区生态环境综合监测网络", "祁连山地区生态环境综合监测网络"),
    ("持续推进国家级越剧文化(嵊州)生态保护区、科普教育基地建设", "国家级越剧文化(嵊州)生态保护区"),
    ("(略)生态共富小流域水土流失综合治理项目完工", "生态共富小流域水土流失综合治理项目"),
    ("建设梁平双桂湖国家湿地公园", "梁平双桂湖国家湿地公园"),
    ("建成投运清远市静脉产业园二期", "清远市静脉产业园二期"),
    ("加快湘湖片区国家EOD项目建设", "湘湖片区国家EOD项目"),
    ("高标准推进淳安特别生态功能区建设", "淳安特别生态功能区"),
    ("大力实施湘江廊道建设项目(零陵-祁阳)", "湘江廊道建设项目(零陵-祁阳)"),
    ("进展滞后的祁阳市焚烧发电项目于2022年6月30日前开工", "祁阳市焚烧发电项目"),
    ("推动宁夏贺兰山东麓生态保护修复工程", "宁夏贺兰山东麓生态保护修复工程"),
    ("实施洱海流域截污治污二期工程", "洱海流域截污治污二期工程"),
    ("加快建设丰宁抽水蓄能电站", "丰宁抽水蓄能电站"),
    ("开工建设引江补汉工程", "引江补汉工程"),
    ("推进光大环保能源(三门)有限公司扩建项目", "光大环保能源(三门)有限公司扩建项目"),
    ("建设东莞市海心沙资源综合利用中心", "东莞市海心沙资源综合利用中心"),
    ("(一)潍坊峡山区净水厂工程土建工程完成90%", "潍坊峡山区净水厂工程"),
    ("青泥湖泵站主体工程已完成", "青泥湖泵站"),
    ("实施保定市唐河“山水工程”", "保定市唐河“山水工程”"),
    ("全面建成遂宁市污水处理厂(二期扩建)", "遂宁市污水处理厂(二期扩建)"),
    ("国家重大水利工程——亭口灌区二期工程抓紧推进", "亭口灌区二期工程"),
    ("作为全国重点水利工程之一的杜家台蓄滞洪区工程", "杜家台蓄滞洪区工程"),
    ("完成新星垃圾场生态改造工程", "新星垃圾场生态改造工程"),
    ("完成明珠水泥超低排放改造", "明珠水泥超低排放改造"),
    ("开工建设黄河古贤水利枢纽", "黄河古贤水利枢纽"),
    ("启动的项目分别是东西湖区金银湖PPP项目", "东西湖区金银湖PPP项目"),
    ("东阿县污水处理厂新建工程(东阿县城乡供水基础设施提升改造项目一期)", "东阿县污水处理厂新建工程"),
    ("通海县第二污水处理厂,总投资0.6亿元", "通海县第二污水处理厂"),
    ("咸宁南川污水处理厂等40个项目进入国家项目库", "咸宁南川污水处理厂"),
    ("加快推进印山公园建设", "印山公园"),
]

JOINT = [
    (
        "完成射阳港经济开发区、滨海沿海工业园工业污水处理厂提标改造",
        ["射阳港经济开发区工业污水处理厂提标改造", "滨海沿海工业园工业污水处理厂提标改造"],
    ),
    ("新建甘霖、黄泽污水管网工程", ["甘霖污水管网工程", "黄泽污水管网工程"]),
    ("加快完成三界污水厂、石璜污水厂技改提升", ["三界污水厂技改提升", "石璜污水厂技改提升"]),
    ("提速曹娥江、黄泽江流域综合治理工程", ["曹娥江流域综合治理工程", "黄泽江流域综合治理工程"]),
    (
        "推进凯里市、黔东片区、南部片区等餐厨废弃物处置项目建设",
        ["凯里市餐厨废弃物处置项目", "黔东片区餐厨废弃物处置项目", "南部片区餐厨废弃物处置项目"],
    ),
    (
        "推进天柱化工园区、黎平园区等主导产业明显的园区建设工业废水集中处理设施",
        ["天柱化工园区工业废水集中处理设施", "黎平园区工业废水集中处理设施"],
    ),
    (
        "实施从江加榜梯田、黎平八舟河湿地农耕文化保护示范",
        ["从江加榜梯田湿地农耕文化保护示范", "黎平八舟河湿地农耕文化保护示范"],
    ),
    ("规划建设青海湖、昆仑山国家公园", ["青海湖国家公园", "昆仑山国家公园"]),
    ("建设阿坝、甘孜两个清洁能源基地", ["阿坝清洁能源基地", "甘孜清洁能源基地"]),
    (
        "扎实推进三江源、青海湖生态保护和修复等重大生态工程建设",
        ["三江源生态保护和修复", "青海湖生态保护和修复"],
    ),
    (
        "推进许昌市第二污水处理厂扩建工程和鄢陵县污水处理厂提标改造工程",
        ["许昌市第二污水处理厂扩建工程", "鄢陵县污水处理厂提标改造工程"],
    ),
    (
        "实施(略)级千万亩森林质量提升工程、“千村万元”增收帮扶工程和“一村万树”示范村建设等林业重点建设项目",
        ["千万亩森林质量提升工程", "“千村万元”增收帮扶工程", "“一村万树”示范村建设"],
    ),
    ("实施三北防护林、退牧还草、京津风沙源治理等重点工程", ["三北防护林", "退牧还草", "京津风沙源治理"]),
    ("完成大冶市、阳新县尾矿库综合治理工程", ["大冶市尾矿库综合治理工程", "阳新县尾矿库综合治理工程"]),
    ("石硎、菜塘、沙坪等3个污水处理厂开工建设", ["石硎污水处理厂", "菜塘污水处理厂", "沙坪污水处理厂"]),
    ("实施钟山、游洋2座乡镇污水处理工程", ["钟山污水处理工程", "游洋污水处理工程"]),
    (
        "推进的工程有3项:李家屯再生水厂、顺义李遂和牛栏山再生水厂",
        ["李家屯再生水厂", "顺义李遂再生水厂", "牛栏山再生水厂"],
    ),
    ("推进豫东、豫西水资源优化配置工程", ["豫东水资源优化配置工程", "豫西水资源优化配置工程"]),
    ("新建六坝镇、新天镇污水处理站2座", ["六坝镇污水处理站", "新天镇污水处理站"]),
    ("山东太平水库、广西长塘水库等开工建设", ["山东太平水库", "广西长塘水库"]),
    (
        "瀼渡河(甘宁段)、新田河(两河口段)水生态修复项目",
        ["瀼渡河(甘宁段)水生态修复项目", "新田河(两河口段)水生态修复项目"],
    ),
    (
        "主要包括沱口污水处理厂三期,新田镇污水处理厂,江南(密溪沟)污水处理厂",
        ["沱口污水处理厂三期", "新田镇污水处理厂", "江南(密溪沟)污水处理厂"],
    ),
    ("加快推进科技馆、印山公园、林宅湿地公园等功能性项目", ["印山公园", "林宅湿地公园"]),
    (
        "先后开展了文峰乡石排、柯树塘及涵水片区3个废弃矿山综合治理工程",
        ["文峰乡石排废弃矿山综合治理工程", "柯树塘废弃矿山综合治理工程", "涵水片区废弃矿山综合治理工程"],
    ),
]

NONE = [
    "铜仁市2025年锦江流域综合治理项目推进计划表",
    "由市中心组团黑臭水体整治提升工程指挥部负责",
    "完成宁强县、略阳县19座尾矿库治理",
    "完成大石桥镁矿区、盖州万福金矿尾矿库排查",
    "新建信义沟截污干管9.6公里",
    "加快污水处理设施建设,完善城镇污水管网",
    "整县推进乡镇生活污水处理设施建设及配套管网提升工程",
    "推进“厂网一体、城乡一体、建管一体”工程",
    "严控“两高”项目盲目发展,优化项目审批流程",
    "争创国家生态文明建设示范区和实践创新基地",
    "新建改造污水管网150公里,完成50个行政村环境整治",
    "各县市建成1个以上区域性畜禽粪污资源化处置利用项目",
    "实施一批长江生态保护修复项目",
    "全市推进重点行业企业超低排放改造项目",
    "加快推进全市矿山生态修复和全县生态保护与修复",
    "责任单位:市项目办、市重点工程建设中心",
    "落实节水、节电、资源综合利用项目",
    "加快建设世界级盐湖产业基地",
    "持续推进武汉、咸宁、荆州等地截污管网建设",
    "以打好长江保护修复攻坚战为抓手,编制鱼洞河综合治理规划",
    "推进山水林田湖草沙系统治理工程",
    "落实《祁阳市生活垃圾焚烧发电项目管理办法》",
    "鼓励镇远、天柱、岑巩等园区开展循环改造",
    "完成“厕所革命”三年行动任务",
    "完成三江街道、打通镇等5座乡镇污水处理厂技改",
    "列入上海市重大工程,完成施工图审查及工程量清单编制",
    "实施“河长制”考核工程",
    "推进重点钢铁超低排放改造、精细化工深度治理",
    "太平污水处理厂已稳定运行",
    "湖北长江中下游131个水污染防治项目被纳入规划",
    "列入和县2019年民生实事项目",
    "是聊城市唯一一个推荐类项目",
    "建设覆盖川兴镇、海南乡范围内农村生活污水处理设施",
]


@pytest.mark.parametrize(("text", "name"), ONE)
def test_projects_are_read_with_their_full_name(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(("text", "expected"), JOINT)
def test_projects_with_a_joint_head_are_split(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_projects_leave_out_generic_works(text):
    assert names(text) == []


def test_projects_begin_with_waters_of_which_the_document_speaks():
    text = "推进五里川河流域综合治理"
    assert names(text) == []
    water = Mention("五里川河", "五里川河", 2, 6)
    assert [mention.name for mention in read(text, water_bodies=[water]).projects] == ["五里川河流域综合治理"]


def test_projects_stand_where_their_words_stand():
    text = "持续新建甘霖、黄泽污水管网工程。"
    spans = [text[mention.start : mention.end] for mention in read(text).projects]
    assert spans == ["甘霖", "黄泽污水管网工程"]


def test_projects_of_a_task_are_those_in_its_wording():
    text = "建设青海湖国家公园。\n推进茅洲河综合整治工程。\n建设昆仑山国家公园。"
    start = text.index("推进")
    task = Task("t", "一", "measure", "推进", start, text.index("\n建设昆仑山"), None)
    assert read(text, tasks=[task]).tasks[0].projects == ["茅洲河综合整治工程"]


def test_projects_are_read_from_columns_that_name_them():
    text = "序号\t项目名称\n1\t(1)东湖水环境提升\n2\t-"
    cells = [Cell("1", 8, 9), Cell("(1)东湖水环境提升", 10, 20)], [Cell("2", 21, 22), Cell("-", 23, 24)]
    table = Table(0, len(text), [Cell("序号", 0, 2), Cell("项目名称", 3, 7)], list(cells))
    assert [mention.name for mention in read(text, tables=[table]).projects] == ["东湖水环境提升"]


def test_projects_count_what_they_turn_down():
    facts = read("加快污水处理设施建设。实施一批重点工程。")
    assert facts.rejected == {"project: no proper name, or no works on it": 1, "project: many at once": 1}


@pytest.mark.parametrize(
    ("item", "front"),
    [
        ("凯里市污水处理厂", "凯里市"),
        ("祁连山南麓青海片区综合整治", "祁连山南麓青海片区"),
        ("从江加榜梯田保护", "从江加榜梯田"),
        ("“一村万树”示范村", "“一村万树”"),
        ("“两高”项目", ""),
        ("农村生活污水处理设施", ""),
        ("资源综合利用项目", ""),
        ("世界级盐湖产业基地", ""),
    ],
)
def test_front_is_the_proper_part_of_a_name(item, front):
    assert item[: front_length(item)] == front


@pytest.mark.parametrize(
    ("item", "rest"), [("黄泽污水管网工程", "黄泽"), ("推广污水处理工程", ""), ("污水处理工程", "")]
)
def test_unexplained_is_what_plain_words_leave_over(item, rest):
    assert item[: unexplained_length(item)] == rest


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("湘江廊道建设项目(零陵段)前期", "湘江廊道建设项目(零陵段)"),
        ("甲厂四期扩建", "甲厂四期扩建"),
        ("凯里市污水", None),
        ("项目清单", None),
    ],
)
def test_head_ends_a_name(item, name):
    head = find_head(item)
    assert (head and item[: head.end]) == name


@given(st.text(alphabet="新建推进甘霖、黄泽凯里市污水处理厂管网工程项目等重点和(略)“”的于二期", max_size=60))
def test_lists_of_projects_keep_inside_their_clause(clause):
    listed = read_list(clause, 7)
    assert all(7 <= item.start <= item.end <= 7 + len(clause) for item in listed.items)
    assert all(clause[item.start - 7 : item.end - 7] == item.text for item in listed.items)
    assert all(name for _, name, _ in joint_names(listed))
