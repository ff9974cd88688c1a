"""The wordings in which plans say who carries a task, each with what must be read from it and nothing more."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

import nlp.pipeline  # noqa: F401  registers the facts on spaCy's Doc
from nlp.facts import Cell, Facts, Owner, Section, Table, Task
from nlp.owners import owners_in, read_owners

VOCAB = spacy.blank("zh").vocab
SHORT = {"lead": "牵", "responsible": "责", "cooperating": "配", "supervising": "督"}


def task(start: int, end: int, **fields) -> Task:
    return Task(
        **{"id": "t", "key": "1", "kind": "measure", "title": "", "section": None, **fields}, start=start, end=end
    )


def read(text: str, tasks: list[Task], **fields) -> list[Task]:
    doc = Doc(VOCAB, words=[])
    doc._.facts = Facts(id="d", source="d.txt", part=None, text=text, tasks=tasks, **fields)
    return read_owners(doc)._.facts.tasks


def written(owners: list[Owner]) -> str:
    return " ".join(f"{owner.name}:{SHORT[owner.role]}" for owner in owners)


def owners_of(text: str) -> str:
    return written(read(text, [task(0, len(text))])[0].owners)


LABELS = [
    ("牵头单位:县农业农村和科学技术局;配合单位:异龙镇人民政府", "县农业农村和科学技术局:牵 异龙镇人民政府:配"),
    ("(市住建和水务局负责)", "市住建和水务局:责"),
    ("责任单位:荆州区人民政府、市水利和湖泊局", "荆州区人民政府:责 市水利和湖泊局:责"),
    ("配合部门:市财政局、市市场监督管理局;完成时限:2023年10月", "市财政局:配 市市场监督管理局:配"),
    ("责任单位:区经济信息委、区交通运输委等污染防治攻坚战成员单位", "区经济信息委:责 区交通运输委:责"),
    ("(市工商局参与,各区、县级市政府负责落实)", "市工商局:配 各区、县级市政府:责"),
    ("(市林业局牵头,江孜县、白朗县人民政府实施)", "市林业局:牵 江孜县:责 白朗县人民政府:责"),
    ("(牵头单位:市水务局;责任单位:市住建局、市财政局)", "市水务局:牵 市住建局:责 市财政局:责"),
    ("(牵头单位:市水务局,配合单位:市住建局,完成时限:2025年)", "市水务局:牵 市住建局:配"),
    ("(责任单位:市委办、市府办、组织部、宣传部)", "市委办:责 市府办:责 组织部:责 宣传部:责"),
    ("清淤疏浚。\n责任单位:县水利局、县住建局", "县水利局:责 县住建局:责"),
    ("清淤疏浚。\n责任单位:\n县水利局、\n县住建局", "县水利局:责 县住建局:责"),
    ("清淤疏浚。\n牵头单位:区水务局\n配合单位:区城管局、区财政局", "区水务局:牵 区城管局:配 区财政局:配"),
    ("清淤疏浚。牵头单位:区水务局 配合单位:区城管局", "区水务局:牵 区城管局:配"),
    ("牵头部门:市水务局;配合部门:市住建局;完成时限:2025年12月", "市水务局:牵 市住建局:配"),
    ("主体责任单位:市发改委,各县市区党委、政府。", "市发改委:责 各县市区党委、政府:责"),
    ("主体责任单位:蓝山县委、县政府。", "蓝山县委:责 县政府:责"),
    ("市直牵头督导单位:市工信局。\n市直配合督导单位:市财政局等。", "市工信局:督 市财政局:督"),
    ("督导单位:省生态环境厅;责任单位:绍兴市人民政府", "省生态环境厅:督 绍兴市人民政府:责"),
    ("主办单位:市水务局;协办单位:市住建局;承办单位:市排水公司", "市水务局:牵 市住建局:配 市排水公司:责"),
    ("(落实单位:各乡镇人民政府;指导单位:县水务局)", "各乡镇人民政府:责 县水务局:督"),
    ("实施单位:嵊州市水务集团有限公司", "嵊州市水务集团有限公司:责"),
    ("【责任单位】市水务局、市住建局", "市水务局:责 市住建局:责"),
    ("〔责任单位:各区人民政府、市水务局〕", "各区人民政府:责 市水务局:责"),
    ("牵头:市水务局;配合:市住建局", "市水务局:牵 市住建局:配"),
    ("牵头(责任)单位:市水务局", "市水务局:牵"),
    ("牵头单位为市水务局,配合单位为市住建局。", "市水务局:牵 市住建局:配"),
    ("责任主体为县人民政府,负责一级网格。", "县人民政府:责"),
    ("责任单位及责任人:市水务局 张三", "市水务局:责"),
    ("责任部门/单位:市水务局?市住建局", "市水务局:责 市住建局:责"),
    ("责任领导:李明;责任单位:市水务局;责任人:王强", "市水务局:责"),
    ("责任单位:市水务局*、市住建局", "市水务局:牵 市住建局:责"),
    ("责任单位:市水务局(牵头)、市住建局、市财政局(配合)", "市水务局:牵 市住建局:责 市财政局:配"),
    ("责任单位:市水务局 市住建局 各区县政府", "市水务局:责 市住建局:责 各区县政府:责"),
    ("责任单位:市水务局市住建局各县区人民政府", "市水务局:责 市住建局:责 各县区人民政府:责"),
    ("责任单位:1.市水务局;2.市住建局", "市水务局:责 市住建局:责"),
    ("责任单位:市水务局牵头,市住建局、市财政局配合", "市水务局:牵 市住建局:配 市财政局:配"),
    (
        "牵头单位:州发展改革委、州林业局按职责分工牵头;责任单位:各县〔市〕人民政府",
        "州发展改革委:牵 州林业局:牵 各县〔市〕人民政府:责",
    ),
    (
        "责任单位:市住房和城乡建设局、市工业和信息化局和市发展和改革委员会",
        "市住房和城乡建设局:责 市工业和信息化局:责 市发展和改革委员会:责",
    ),
    ("责任单位:各县市区(含管理区、经开区)党委、政府(管委会)", "各县市区(含管理区、经开区)党委、政府(管委会):责"),
    ("责任单位:州和美城乡“四大行动”领导小组成员单位", "州和美城乡“四大行动”领导小组成员单位:责"),
    ("责任单位:市委(市政府)办公室、组织部(考核办)", "市委(市政府)办公室:责 组织部(考核办):责"),
    (
        "责任单位:市公安局交警支队、各乡镇(街道)、开发区管委会(筹)",
        "市公安局交警支队:责 各乡镇(街道):责 开发区管委会(筹):责",
    ),
    ("责任单位:盟水利局,各旗县市(区)人民政府,各苏木乡镇", "盟水利局:责 各旗县市(区)人民政府:责 各苏木乡镇:责"),
    (
        "责任单位:自治区水利厅、自治区生态环境厅,各市、县(区)人民政府",
        "自治区水利厅:责 自治区生态环境厅:责 各市、县(区)人民政府:责",
    ),
    ("责任单位:市水务局,市住建局等部门;2025年底前完成", "市水务局:责 市住建局:责"),
    ("责任单位:市生态环境局等有关部门和单位", "市生态环境局:责"),
    ("完成时限:2025年12月;责任单位:县水利局。", "县水利局:责"),
    ("主责单位:市水务局;协办单位:市生态环境局、各区政府", "市水务局:责 市生态环境局:配 各区政府:配"),
    ("牵头单位:省生态环境厅;参加单位:省发展改革委", "省生态环境厅:牵 省发展改革委:配"),
    ("牵头部门:区水务局,责任部门:各镇街,时间节点:2024年12月", "区水务局:牵 各镇街:责"),
    ("实施主体:嵊州市水务集团;监管主体:市水利局", "嵊州市水务集团:责 市水利局:督"),
    ("责任单位:市住建局(6月底前完成)、市财政局(负责资金)", "市住建局:责 市财政局:责"),
    ("责任单位:从江县水务局、无锡市给排水公司、包头市经信局", "从江县水务局:责 无锡市给排水公司:责 包头市经信局:责"),
    ("责任单位:县委办,县直各单位,各镇(街道)", "县委办:责 县直各单位:责 各镇(街道):责"),
    ("责任单位:市水务局、市住\n建局、市财政局\n目标:达标", "市水务局:责 市住建局:责 市财政局:责"),
    ("(责任单位:市水务局、市住\n建局)", "市水务局:责 市住建局:责"),
    ("(责任单位:市水务局、\n各县(市、区)政府)", "市水务局:责 各县(市、区)政府:责"),
    ("(责任单位:市水务局、各县(市、区)政府\n整改目标:(一)达标", "市水务局:责 各县(市、区)政府:责"),
    ("责任单位:市水务局\n市住建局\n市财政局\n目标:达标", "市水务局:责 市住建局:责 市财政局:责"),
]

BRACKETS = [
    ("清理海漂垃圾。(市市政园林局、厦门海上环卫站)", "市市政园林局:责 厦门海上环卫站:责"),
    ("(市水务局牵头,市生态环境局、市住建局配合)", "市水务局:牵 市生态环境局:配 市住建局:配"),
    (
        "[市水务局牵头,市工信委、城乡建设局配合,各县(市)区政府负责落实]",
        "市水务局:牵 市工信委:配 城乡建设局:配 各县(市)区政府:责",
    ),
    (
        "〔省水利厅牵头,省生态环境厅等按职责分工负责,沿江各县(市、区)人民政府具体落实〕",
        "省水利厅:牵 省生态环境厅:责 沿江各县(市、区)人民政府:责",
    ),
    (
        "(环境保护部牵头,发展改革委、财政部、住房城乡建设部等参与)",
        "环境保护部:牵 发展改革委:配 财政部:配 住房城乡建设部:配",
    ),
    ("(市水务局、市住建局按职责分工负责)", "市水务局:责 市住建局:责"),
    ("(市水务局、市住建局按照各自职责分工负责落实)", "市水务局:责 市住建局:责"),
    ("(生态环境、住建、水务等部门按职责分工负责)", "生态环境:责 住建:责 水务:责"),
    (
        "(省科技厅、工业和信息化厅按职责分工负责,各地级以上市人民政府结合实际落实)",
        "省科技厅:责 工业和信息化厅:责 各地级以上市人民政府:责",
    ),
    ("(市水务局牵头会同市住建局负责)", "市水务局:牵 市住建局:配"),
    ("(市水务局牵头,市住建局、市财政局配合,市政府督查室督导)", "市水务局:牵 市住建局:配 市财政局:配 市政府督查室:督"),
    ("(市水务局、市住建局共同牵头,市财政局等单位参与,各县区负责落实)", "市水务局:牵 市住建局:牵 市财政局:配 各县区:责"),
    ("(由市水务局负责)", "市水务局:责"),
    ("(市水务局牵头市住建局、市财政局配合)", "市水务局:牵 市住建局:配 市财政局:配"),
    ("加快管网建设。(市住建局、市水务局,各县(市、区)人民政府)", "市住建局:责 市水务局:责 各县(市、区)人民政府:责"),
    ("加强治理(市水务局)。", "市水务局:责"),
    ("(A组牵头单位:xxx;责任单位:市水务局)", "市水务局:责"),
    ("(市水务局牵头,市住建局配合", "市水务局:牵 市住建局:配"),
    ("(牵头单位:省水利厅,列第一的为牵头单位,下同)", "省水利厅:牵"),
    ("(昆明市滇池管理局牵头,有关区县(自治县)政府负责落实)", "昆明市滇池管理局:牵 有关区县(自治县)政府:责"),
    ("(团市委、市妇联)", "团市委:责 市妇联:责"),
]

PROSE = [
    ("责成市水利局会同市自然资源局、市林业和草原局落实。", "市水利局:责 市自然资源局:配 市林业和草原局:配"),
    (
        "由州国土资源局牵头负责,大柴旦行委、德令哈市政府具体落实,州财政局配合。",
        "州国土资源局:牵 大柴旦行委:责 德令哈市政府:责 州财政局:配",
    ),
    (
        "由市水利局牵头,都昌、湖口、永修等县(市)人民政府组织实施。",
        "市水利局:牵 都昌、湖口、永修等县(市)人民政府:责",
    ),
    ("县委常委会每季度专题研究一次。", "县委常委会:责"),
    (
        "清理饮食店档。这项工作由行政执法分局牵头,城建办配合,三洪奇、黄龙等村(居)要全力协助。",
        "行政执法分局:牵 城建办:配 三洪奇:配 黄龙:配",
    ),
    ("这项工作由城建办负责跟进,各有关村(居)配合。", "城建办:责 各有关村(居):配"),
    ("由综治办负责,行政执法、工商、公安、供电等部门配合。", "综治办:责 行政执法:配 工商:配 公安:配 供电:配"),
    ("开展环保主题宣传,由总务科负责检查评比。", "总务科:责"),
    ("由市水务局会同市住建局负责黑臭水体治理。", "市水务局:责 市住建局:配"),
    ("科技部会同教育部、财政部组织实施技术攻关。", "科技部:责 教育部:配 财政部:配"),
    ("贵德县人民政府应当会同州水利局实施水位调控。", "贵德县人民政府:责 州水利局:配"),
    ("该项工作由分管副乡长负责,乡规划建设站具体落实。", "乡规划建设站:责"),
    ("市水务局要会同市住建局、市财政局加强管网建设。", "市水务局:责 市住建局:配 市财政局:配"),
    ("市水务局牵头,会同市住建局编制方案。", "市水务局:牵 市住建局:配"),
    ("市水务局牵头、市住建局和市财政局按职责分工负责。", "市水务局:牵 市住建局:责 市财政局:责"),
    ("责成县水务局、县住建局限期整改。", "县水务局:责 县住建局:责"),
    ("委托市环境科学研究院开展评估。", "市环境科学研究院:责"),
    ("农办、水利所要做好堤围整治工作。", "农办:责 水利所:责"),
    ("按照属地管理原则,由各县市区政府负责矿山治理。", "各县市区政府:责"),
    ("市水务局负责河道清淤;市住建局负责管网建设;各乡镇(街道)负责日常保洁。", "市水务局:责 市住建局:责 各乡镇(街道):责"),
    (
        "整改督导由市委督查室、市突出环境问题整改工作领导小组办公室(下称“市整改办”)牵头。",
        "市委督查室:牵 市突出环境问题整改工作领导小组办公室:牵",
    ),
    ("领导小组办公室每季度调度进展,由州人民政府进行约谈。", "领导小组办公室:责 州人民政府:责"),
    ("市委、市政府每年对实施情况进行考核。", "市委:责 市政府:责"),
    ("领导小组办公室设在市生态环境局,负责日常工作。", "领导小组办公室:责"),
    ("县水务局每月开展巡查,县卫健局每季度开展水质监测。", "县水务局:责 县卫健局:责"),
    ("充分发挥市治水办牵头抓总作用。", "市治水办:牵"),
    ("发改部门负责将环境保护纳入规划;会同有关部门制定政策。", "发改部门:责"),
    ("乡镇政府、街道办负责辖区内网格的运行。", "乡镇政府:责 街道办:责"),
    ("办公室:负责宣传报道,信息报送。", "办公室:责"),
    ("森林公安局:负责信息接收;牵头负责应急救援工作。", "森林公安局:责"),
    ("市住建局:\n加强施工工地扬尘管控。", "市住建局:责"),
    ("县财政局:协助落实资金。", "县财政局:配"),
    ("区水利局要牵头做好水源保护,区住建局要配合做好改造。", "区水利局:牵 区住建局:配"),
    ("各县区政府负责落实,市水务局负责指导。", "各县区政府:责 市水务局:督"),
    ("市水务局负责指导各县区开展整治。", "市水务局:责"),
    ("县水务局、住建局等部门要加强监管,供电公司负责断电。", "县水务局:责 住建局:责 供电公司:责"),
    ("由嵊州市经信局会同无锡市水务局推进。", "嵊州市经信局:责 无锡市水务局:配"),
    ("各级河长负责巡河,河长办负责督办。", "河长办:督"),
    ("各乡(镇)人民政府、县水务局为责任单位。", "各乡(镇)人民政府:责 县水务局:责"),
    ("职责分工如下:\n县水务局:负责供水。\n县住建局:负责管网。", "县水务局:责 县住建局:责"),
    ("加强河道治理(市水务局牵头)。市财政局要落实资金,由市公安局负责维持秩序。", "市水务局:牵 市公安局:责"),
]

NOBODY = [
    "各部门要密切配合,形成工作合力。",
    "各有关单位要按照职责分工,加强协作。",
    "各县(市、区)要落实属地责任。",
    "政府主导、企业主体、公众参与。",
    "配合区水务局和华夏幸福做好西河清淤工作。",
    "积极参与生态环境部碳监测评估试点工作。",
    "根据省生态环境厅印发的方案,完成年度任务。",
    "责任领导:分管副市长。",
    "牵头督导市级领导:分管市发改委副市长。",
    "责任人:张三、李四。",
    "配合单位:xxx。",
    "责任单位:(略)",
    "明确责任单位和整改时限,落实到位。",
    "由重到轻、由点到面推进。",
    "由企业自行监测,由政府购买服务。",
    "由市财政局局长任组长,成立工作专班。",
    "成立以州委、州人民政府主要领导为组长的领导小组。",
    "强化部门协作配合,完善信息共享。",
    "县委、政府主要负责人是第一责任人。",
    "建立由发展改革、财政、水利等部门组成的联席会议。",
    "完成管网(含支管)建设(2023年底前完成)。",
    "城镇污水处理厂:加强运行管理。",
    "邀请金马环保锅炉有限公司对职工开展培训。",
    "建设单位应按照国家规定报批环境影响评价文件。",
    "向市生态环境局报告,报县人民政府备案。",
    "推进排污许可证后监管,依法公开信息。",
    "市生态环境局已完成验收。",
    "成立由县长任组长,水利、环保等部门负责人为成员的领导小组。",
    "各级党委和政府要坚决扛起政治责任。",
    "编制单位:省环境科学研究院。",
    "本方案由市生态环境局负责解释。",
    "",
]


@pytest.mark.parametrize(("text", "owners"), LABELS)
def test_owners_read_what_stands_behind_a_label(text, owners):
    assert owners_of(text) == owners


@pytest.mark.parametrize(("text", "owners"), BRACKETS)
def test_owners_read_brackets_of_names_and_verbs(text, owners):
    assert owners_of(f"持续推进水环境治理。{text}") == owners


@pytest.mark.parametrize(("text", "owners"), PROSE)
def test_owners_read_doers_in_sentences(text, owners):
    assert owners_of(text) == owners


@pytest.mark.parametrize("text", NOBODY)
def test_owners_leave_out_who_carries_nothing(text):
    assert owners_of(text) == ""


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("以下重点任务均需各县〔市〕人民政府落实,不再列出", "各县〔市〕人民政府"),
        ("以下均需各县(市)区政府落实,区政府无相关职能的,由市直责任部门负责,不再列出", "各县(市)区政府"),
        ("以下均需地方各级人民政府落实,不再列出", "地方各级人民政府"),
        ("以下各项任务均由各乡镇(街道)、开发区管委会负责落实,不再一一列出", "各乡镇(街道) 开发区管委会"),
        ("以下任务各县(市、区)人民政府均为责任单位,不再列出", "各县(市、区)人民政府"),
        ("各县(市、区)人民政府负责落实,以下不再列出", "各县(市、区)人民政府"),
        ("各市(州)人民政府负责落实,下同", "各市(州)人民政府"),
    ],
)
def test_owners_give_defaults_to_later_measures_only(statement, names):
    text = f"清淤。(市水务局牵头;{statement})\n种树。(市林业局负责)\n加强领导。"
    second, third = text.index("种树"), text.index("加强")
    tasks = [task(0, second), task(second, third), task(third, len(text), kind="safeguard")]
    first, later, safeguard = read(text, tasks)
    assert not any(owner.default for owner in first.owners + safeguard.owners)
    assert " ".join(owner.name for owner in later.owners if owner.default) == names
    assert {owner.role for owner in later.owners if owner.default} == {"responsible"}
    assert [owner.name for owner in later.owners if not owner.default] == ["市林业局"]


def test_owners_named_by_a_task_are_no_defaults_of_it():
    text = "以下任务均需各县人民政府落实,不再列出。\n清淤。(责任单位:各县人民政府)"
    start = text.index("清淤")
    (only,) = read(text, [task(start, len(text))])
    assert [(owner.name, owner.default) for owner in only.owners] == [("各县人民政府", False)]


@pytest.mark.parametrize(
    "statement",
    [
        "(列第一位的为牵头单位)",
        "排名第一的单位为牵头单位。",
        "注:第一责任单位为牵头单位",
        "责任单位排在首位的为牵头单位",
    ],
)
def test_owners_listed_first_lead_where_the_document_says_so(statement):
    text = f"责任单位:市水务局、市住建局\n{statement}"
    (only,) = read(text, [task(0, text.index("\n"))])
    assert written(only.owners) == "市水务局:牵 市住建局:责"


def cell(text: str, wording: str, after: int = 0) -> Cell:
    start = text.index(wording, after)
    return Cell(wording, start, start + len(wording))


def test_owners_stand_in_the_columns_that_the_header_names():
    text = "任务\t牵头单位\t责任单位(标*为牵头)\t责任领导\n清淤\t市水务局\t住建局*、水投集团\t张三\n"
    header = [cell(text, wording) for wording in ("任务", "牵头单位", "责任单位(标*为牵头)", "责任领导")]
    row = [cell(text, wording) for wording in ("清淤", "市水务局", "住建局*、水投集团", "张三")]
    table = Table(0, len(text), header, [row])
    (only,) = read(text, [task(text.index("清淤"), len(text))], tables=[table])
    assert written(only.owners) == "市水务局:牵 住建局:牵 水投集团:责"


@pytest.mark.parametrize("header", ["部门", "单位", "牵头", "责任单位及责任人", "牵头单位(标*)"])
def test_owners_stand_in_columns_of_many_headers(header):
    text = f"任务\t{header}\t实施地点\n清淤\t市水务局\t黄泽江\n"
    table = Table(
        0,
        len(text),
        [cell(text, "任务"), cell(text, header), cell(text, "实施地点")],
        [[cell(text, wording) for wording in ("清淤", "市水务局", "黄泽江")]],
    )
    (only,) = read(text, [task(text.index("清淤"), len(text))], tables=[table])
    assert [owner.name for owner in only.owners] == ["市水务局"]


def test_owners_in_a_merged_cell_belong_to_every_row():
    text = "任务\t责任单位\n清淤\t市水务局\n补水\t\n"
    owner = cell(text, "市水务局")
    rows = [[cell(text, "清淤"), owner], [cell(text, "补水"), owner]]
    table = Table(0, len(text), [cell(text, "任务"), cell(text, "责任单位")], rows)
    second = text.index("补水")
    tasks = read(text, [task(text.index("清淤"), second), task(second, len(text))], tables=[table])
    assert [written(each.owners) for each in tasks] == ["市水务局:责", "市水务局:责"]


def test_owners_in_an_annex_that_restates_a_task_count_where_the_task_names_none():
    text = "清淤。(市水务局牵头)\n补水。\n附件\n任务\t责任单位\n清淤\t市财政局\n补水\t市水投集团\n"
    annex = text.index("附件")
    rows = [
        [cell(text, "清淤", annex), cell(text, "市财政局")],
        [cell(text, "补水", annex), cell(text, "市水投集团")],
    ]
    table = Table(annex, len(text), [cell(text, "任务"), cell(text, "责任单位")], rows)
    second = text.index("补水")
    tasks = [
        task(0, second, evidence=[(rows[0][0].start, rows[0][1].end)]),
        task(second, annex, evidence=[(rows[1][0].start, rows[1][1].end)]),
    ]
    assert [written(each.owners) for each in read(text, tasks, tables=[table])] == ["市水务局:牵", "市水投集团:责"]


def test_owners_in_a_list_that_restates_a_task_count_where_the_task_names_none():
    text = "补水。\n附件\n1.补水(责任单位:市水投集团)\n"
    again = text.index("补水", 3)
    (only,) = read(text, [task(0, 3, evidence=[(again, len(text))])])
    assert written(only.owners) == "市水投集团:责"


def test_owners_in_a_table_without_header_are_told_by_their_names():
    text = "清淤\t市水务局、市住建局\t2025年\n"
    row = [cell(text, wording) for wording in ("清淤", "市水务局、市住建局", "2025年")]
    (only,) = read(text, [task(0, len(text))], tables=[Table(0, len(text), None, [row])])
    assert written(only.owners) == "市水务局:责 市住建局:责"


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("住建局* 、水投集团", "住建局:牵 水投集团:责"),
        ("治水办*\n\n生态环境分局\n\n住建局", "治水办:牵 生态环境分局:责 住建局:责"),
        ("组织部\n\n(考核办)", "组织部(考核办):责"),
        ("市水务局牵头,市住建局配合", "市水务局:牵 市住建局:配"),
        ("牵头单位:市水务局 配合单位:市住建局", "市水务局:牵 市住建局:配"),
        ("-", ""),
        ("张三", ""),
        ("", ""),
    ],
)
def test_owners_in_a_cell_take_its_default_role(text, owners):
    assert written(owners_in(text, 0, len(text), "responsible")) == owners


def test_owners_of_a_section_that_is_a_body_carry_its_tasks():
    text = "(三)市水务局职责\n1.疏浚河道。"
    section = Section("s", "(三)", "市水务局职责", 2, 0, 11, len(text), None, "measure")
    (only,) = read(text, [task(13, len(text), section="s")], sections=[section])
    assert written(only.owners) == "市水务局:责"


NAMES = [
    "市水务局",
    "市住房和城乡建设局",
    "州林业局",
    "各县(市、区)人民政府",
    "组织部(考核办)",
    "市公安局交警支队",
    "水投集团",
]


@given(st.permutations(NAMES), st.sampled_from(["牵头单位", "责任单位", "配合单位", "督导单位"]))
def test_owners_do_not_change_with_the_order_of_a_list(names, label):
    text = f"清淤。({label}:{'、'.join(names)})"
    owners = read(text, [task(0, len(text))])[0].owners
    assert [owner.name for owner in owners] == list(names)
    assert len({owner.role for owner in owners}) == 1


@given(st.text(alphabet="市县州水务局住建、,;:()〔〕牵头责任单位配合由会同负责各*\n 。", max_size=80))
def test_owners_quote_the_text_whatever_it_is(text):
    for owner in read(text, [task(0, len(text))])[0].owners:
        assert owner.name == "".join(text[owner.start : owner.end].split())
