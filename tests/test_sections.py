import pytest
from structure import structure_of

from nlp.facts import SectionRole
from nlp.sections.heading import cut_title, is_title, role_of


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("指导思想", "principle"),
        ("总体要求", "principle"),
        ("行动原则", "principle"),
        ("主要目标", "goal"),
        ("主要指标任务", "goal"),
        ("目标任务", "goal"),
        ("工作目标及基本原则", "principle"),
        ("重点任务", "measure"),
        ("下一步工作打算", "measure"),
        ("下步工作要求", "measure"),
        ("市级湖长名单", "principle"),
        ("明年工作安排", "measure"),
        ("保障措施", "safeguard"),
        ("整治标准及考核办法", "safeguard"),
        ("加强组织领导,压实各方责任", "safeguard"),
        ("规划实施保障", "safeguard"),
        ("工作开展情况", "past"),
        ("主要做法和成效", "past"),
        ("存在的主要问题", "background"),
        ("面临形势", "background"),
        ("区位概况及流域特点", "background"),
        ("实施步骤", "step"),
        ("2025年度水环境质量改善目标", "goal"),
        ("攻坚范围", "principle"),
        ("时间部署", "step"),
        ("指导思想深入贯彻省、市工作要求,保障群众用水安全", "principle"),
        ("深入打好碧水保卫战", None),
        ("推动形成绿色发展方式", None),
        ("巩固国家卫生城市创建成果", None),
    ],
)
def test_heading_of_top_level_names_role(title: str, role: SectionRole | None) -> None:
    assert role_of(title, top=True) == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("主要目标", "goal"),
        ("支持对象", "principle"),
        ("奖补标准", "goal"),
        ("落实目标责任制", None),
        ("全面强化生态环境法治保障", None),
        ("完成减排目标", None),
        ("强化监督考核机制建设与成果运用", None),
    ],
)
def test_heading_below_must_be_the_role_word(title: str, role: SectionRole | None) -> None:
    assert role_of(title, top=False) == role


@pytest.mark.parametrize(
    ("line", "titled"),
    [
        ("成都市岷江流域水污染防治行动计划(2023—2025年)", True),
        ("关于加强太湖蓝藻防控工作的意见", True),
        ("制定方案。各县要制定方案", False),
        ("主要措施", False),
    ],
)
def test_title_is_told_from_sentences(line: str, titled: bool) -> None:
    assert is_title(line) is titled


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("强化岸线管护。清理乱占乱建。", "强化岸线管护"),
        ("加强领导,精心组织。", "加强领导,精心组织"),
        ("以货车专项整治为抓手,强化车辆登记、检测、维修、报废等全过程的监督管理工作。", "以货车专项整治为抓手"),
        ("要以“绿色消费你行动了吗?”为主题开展活动。", "要以“绿色消费你行动了吗?”为主题开展活动"),
        ("治理滇池\n实施截污。", "治理滇池"),
        (
            "2023年底前,安达市、肇东市、庆安县生活垃圾焚烧发电项目建成投产,新增能力。",
            "2023年底前,安达市、肇东市、庆安县生活垃圾焚烧发电项目建成投产",
        ),
        ("工作目标 到2025年滇池水质达到Ⅳ类。", "工作目标"),
        ("工作目标:到2025年,污水处理率达到95%。", "工作目标"),
        ("总体目标到2025年,污水处理率达到95%。", "总体目标"),
        ("总体要求以新发展理念为指导,统筹治水", "总体要求"),
        ("目标任务:(1)截污纳管", "目标任务"),
        ("工作目标责任制进一步落实。", "工作目标责任制进一步落实"),
    ],
)
def test_title_is_cut_at_the_first_stop(text: str, title: str) -> None:
    assert cut_title(text) == title


def outline_of(text: str, kind: str = "plan") -> list[tuple[int, str | None, str, SectionRole]]:
    sections = structure_of(text, kind).sections
    return [(section.level, section.number, section.title, section.role) for section in sections]


PLAN = """沱江流域综合治理实施方案
为改善沱江水质,制定本方案。
一、总体要求
(一)指导思想
坚持生态优先、绿色发展。
(二)工作目标
到2025年,沱江干流水质达到Ⅲ类。
二、重点任务
(一)控源截污
1.新建管网。完成内江市主城区管网30公里。
2.整治排口。完成排污口整治56个。
三、保障措施
(一)加强领导
各县(市、区)要落实属地责任。
"""


def test_sections_are_nested_with_roles() -> None:
    assert outline_of(PLAN) == [
        (1, "一、", "总体要求", "principle"),
        (2, "(一)", "指导思想", "principle"),
        (2, "(二)", "工作目标", "goal"),
        (1, "二、", "重点任务", "measure"),
        (2, "(一)", "控源截污", "measure"),
        (1, "三、", "保障措施", "safeguard"),
        (2, "(一)", "加强领导", "safeguard"),
    ]


def test_section_spans_hold_their_text() -> None:
    facts = structure_of(PLAN)
    for section in facts.sections:
        assert facts.text[section.start :].startswith(f"{section.number}{section.title}")
        assert section.start < section.body <= section.end
    by_id = {section.id: section for section in facts.sections}
    for section in facts.sections:
        if section.parent is not None:
            above = by_id[section.parent]
            assert above.start < section.start and section.end <= above.end and section.level == above.level + 1
    assert facts.text[: facts.sections[-1].end].rstrip().endswith("落实属地责任。")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("一、任务\n1.治水\n(一)截污\n新建管网。\n(二)清淤\n清理底泥。\n2.治气\n淘汰锅炉。\n", [1, 2, 3, 3, 2]),
        ("一、任务\n(一)治水\n1.截污\n新建管网。\n2.清淤\n清理底泥。\n(二)治气\n淘汰锅炉。\n", [1, 2, 3, 3, 2]),
        ("第一章 治水\n一、截污\n新建管网。\n第二章 治气\n一、控煤\n淘汰锅炉。\n", [1, 2, 1, 2]),
        ("1 治水\n1.1截污\n新建管网。\n1.2清淤\n清理底泥。\n", [1, 2, 2]),
        ("(二)截污\n新建管网。\n二、治气\n(三)控煤\n淘汰锅炉。\n(四)控车\n淘汰柴油车。\n", [1, 1, 2, 2]),
    ],
)
def test_level_is_learned_from_the_document(text: str, levels: list[int]) -> None:
    assert [section.level for section in structure_of(text).sections] == levels


@pytest.mark.parametrize("page", ["", "3", "……3", "... 3"])
def test_contents_are_no_sections(page: str) -> None:
    contents = f"目录\n一、总体要求{page}\n二、重点任务{page}\n三、保障措施{page}\n"
    assert outline_of(contents + PLAN.split("\n", 2)[2]) == outline_of(PLAN)


@pytest.mark.parametrize("below", ["", "第一章 总则\n第一节 范围\n适用于白洋淀流域,含八条入淀河流。\n"])
def test_contents_without_their_text_are_no_sections(below: str) -> None:
    contents = "目录\n第一章 形势和要求\n第一节 水环境形势\n第二节 机遇\n第二章 任务\n第一节 优化布局\n"
    assert outline_of(contents + below) == outline_of(below)


CHAPTERS = """第一章 总体要求
第一节 指导思想
第二章 优化格局,推动绿色转型
第一节 淘汰锅炉
第二节 建设管网
"""


@pytest.mark.parametrize(
    "text",
    [
        CHAPTERS,  # the page ends in its contents
        f"{CHAPTERS}第一章 总的要求\n坚持保护优先。\n第二章 推动绿色转型\n第一节 淘汰锅炉\n淘汰锅炉20台。\n",
        f"{CHAPTERS}本规划由市政府编制,是今后五年的依据。\n第一章 总体要求\n坚持保护优先。\n",
    ],
)
def test_contents_end_where_the_text_begins_however_its_headings_are_worded(text: str) -> None:
    below = text.removeprefix(CHAPTERS)
    assert outline_of(f"目录\n{text}") == (outline_of(below) if below else [])


@pytest.mark.parametrize(
    "contents",
    [
        "一、总体要求\n二、重点任务\n(一)控源截污\n三、保障措施\n(一)加强领导\n",
        "目录 一、总体要求 二、重点任务 (一)控源截污 三、保障措施\n",
    ],
)
def test_contents_without_a_head_or_in_one_line_are_no_sections(contents: str) -> None:
    title, text = PLAN.split("\n为改善", 1)
    assert outline_of(f"{title}\n{contents}为改善{text}") == outline_of(PLAN)


def test_short_items_of_which_one_stands_again_are_no_contents() -> None:
    items = "一、新建管网\n完成30公里\n二、整治排口\n完成20个\n"
    titles = [title for _, _, title, _ in outline_of(f"{items}附件\n一、新建管网\n完成5公里\n")]
    assert titles == ["新建管网", "整治排口", "附件", "新建管网"]


def test_headings_under_contents_that_were_lost_are_those_of_the_text() -> None:
    assert outline_of(f"目录\n{PLAN}") == outline_of(PLAN)


def test_stages_are_goals_under_general_requirements_and_measures_by_themselves() -> None:
    steps = "(一)实施步骤\n1.动员阶段(2023年3月)。制定方案。\n2.实施阶段(2023年4月—11月)。全面整治。\n"
    assert outline_of(f"一、总体要求\n{steps}")[1][3] == "goal"
    assert outline_of(steps.replace("(一)", "一、"))[0][3] == "measure"


REPORT = """一、提高站位,统筹推进整改
市委先后召开会议6次,成立领导小组,累计投入3.2亿元,取得明显成效。
二、保持定力,开创治理新局面
继续抓好督察整改,加快补齐短板,确保问题按期销号,推动水质持续好转。
"""


def test_problem_with_its_remedy_is_no_background() -> None:
    text = "一、污水直排问题\n兴坪镇污水直排漓江。\n整改措施:新建管网。\n二、存在问题\n兴坪镇污水直排漓江。"
    assert [role for *_, role in outline_of(text)] == ["measure", "background"]


@pytest.mark.parametrize(("kind", "roles"), [("report", ["past", "measure"]), ("plan", ["measure", "measure"])])
def test_report_is_told_by_tense(kind: str, roles: list[SectionRole]) -> None:
    assert [role for *_, role in outline_of(REPORT, kind)] == roles


@pytest.mark.parametrize(("kind", "roles"), [("report", ["past", "measure"]), ("plan", ["measure", "measure"])])
def test_report_tells_what_stands_before_its_next_steps(kind: str, roles: list[SectionRole]) -> None:
    text = "一、主要工作\n(一)推进减排。关停焦化企业3家。\n二、2024年工作安排\n(一)治理污水。新建管网20公里。\n"
    assert [role for level, *_, role in outline_of(text, kind) if level == 1] == roles


def test_headings_without_enumerators_are_sections() -> None:
    text = "主要目标\n到2026年,洱海水质稳定达到Ⅱ类。\n主要任务\n控源截污\n建成环湖管网35公里,覆盖12个村庄。\n"
    text += "生态修复\n恢复湿地500亩,栽植水生植物20万株。\n保障措施\n成立专班,由县长任组长,统筹推进各项工作。\n"
    assert [(level, title, role) for level, _, title, role in outline_of(text)] == [
        (1, "主要目标", "goal"),
        (1, "主要任务", "measure"),
        (2, "控源截污", "measure"),
        (2, "生态修复", "measure"),
        (1, "保障措施", "safeguard"),
    ]


def test_annex_is_a_section_named_by_its_title() -> None:
    text = "一、治理湘江\n清理岸线。\n2023年5月6日\n附件1\n湘江治理任务分工表\n1.修复岸线。(市水利局牵头)\n"
    assert outline_of(text)[-1] == (1, "附件1", "湘江治理任务分工表", "annex")


def test_list_of_annexes_is_no_section() -> None:
    assert len(outline_of("一、治理湘江\n清理岸线。\n附表:1. 主要目标\n2. 任务分工表\n")) == 1
    text = "一、治理湘江\n清理岸线。\n附件:1.重点任务清单\n2.重点项目清单\n市人民政府\n2023年5月6日\n"
    assert [title for _, _, title, _ in outline_of(text)] == ["治理湘江"]


@pytest.mark.parametrize("line", ["2024年5月6日", "完善河湖水域岸线管护办法", "特此说明。", "今后,各县要坚持。"])
def test_line_that_looks_like_an_end_is_none_where_the_count_goes_on(line: str) -> None:
    text = f"二、重点任务\n(一)截污\n1.新建管网。\n{line}\n2.改造管网。\n(二)清淤\n清理底泥。\n"
    assert [task.key for task in structure_of(text).tasks] == ["二/(一)/1", "二/(一)/2", "二/(二)"]


def test_table_headed_as_an_annex_interrupts_no_plan() -> None:
    table = "附表1\n主要指标\n指标\t单位\t2025年\n优良断面\t%\t90\n"
    text = f"一、主要指标\n水质改善。\n二、任务\n(一)清淤。清理底泥。\n{table}三、保障措施\n(一)考核。按月通报。\n"
    assert [task.key for task in structure_of(text).tasks] == ["二/(一)", "三/(一)"]
