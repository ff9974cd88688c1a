"""What a document says once about many owners: how its lists are read, and who carries all the tasks above."""

import pytest
from owning import owners_of, read, task, written
from structure import tasks_of

from nlp.facts import Section
from nlp.owners.legend import legend_in


@pytest.mark.parametrize(
    ("legend", "owners"),
    [
        ("(列首位的为牵头单位,其他为配合单位)", "市水务局:牵 市住建局:配 市林业局:配"),
        ("(排名第一的为牵头单位,其余单位为责任单位)", "市水务局:牵 市住建局:责 市林业局:责"),
        ("(分号前为牵头单位,分号后为配合单位)", "市水务局:牵 市住建局:牵 市林业局:配"),
        ("注:分号之前的为牵头部门,之后的为协办部门。", "市水务局:牵 市住建局:牵 市林业局:配"),
        ("(分号前为牵头单位,下同)", "市水务局:牵 市住建局:牵 市林业局:责"),
        ("(分号前后均须填写)", "市水务局:责 市住建局:责 市林业局:责"),
    ],
)
def test_owners_of_a_list_have_the_roles_of_the_legend(legend, owners):
    text = f"{legend}\n疏浚沟渠。(市水务局、市住建局;市林业局)"
    (only,) = read(text, [task(text.index("疏浚"), len(text))])
    assert written(only.owners) == owners


@pytest.mark.parametrize(
    ("second", "owners"),
    [
        ("补水。责任单位:同上。", "市水务局:牵 市林业局:责"),
        ("补水。(责任单位同上,配合单位:市城管局)", "市城管局:配 市水务局:牵 市林业局:责"),
        ("补水。牵头单位:同上", "市水务局:牵"),
        ("补水。配合单位:同上", "市财政局:配"),
        ("补水。标准同上。", ""),
    ],
)
def test_owners_of_a_clause_of_dittos_are_those_of_the_task_before(second, owners):
    first = "疏浚沟渠。牵头单位:市水务局;责任单位:市林业局;配合单位:市财政局\n"
    text = first + second
    _, only = read(text, [task(0, len(first)), task(len(first), len(text))])
    assert written(only.owners) == owners


def test_first_of_every_list_of_a_task_leads_under_a_legend():
    text = "(列首位的为牵头单位)\n疏浚沟渠。(市水务局、市住建局)。种植护岸林。(责任单位:市林业局、市水务局)"
    (only,) = read(text, [task(text.index("疏浚"), len(text))])
    assert written(only.owners) == "市水务局:牵 市住建局:责 市林业局:牵 市水务局:责"


def test_owners_with_a_verb_keep_their_roles_under_a_legend():
    text = "(分号前为牵头单位,分号后为配合单位)\n疏浚沟渠。(市水务局负责,市林业局督办)"
    (only,) = read(text, [task(text.index("疏浚"), len(text))])
    assert written(only.owners) == "市水务局:责 市林业局:督"


def test_legend_is_none_where_a_body_leads():
    assert legend_in("市水务局为牵头单位,市住建局为配合单位") is None


def test_legend_in_brackets_is_no_task():
    plan = "二、重点任务\n(列首位的为牵头单位,其他为配合单位)\n1.疏浚沟渠12公里。(市水务局)\n2.种植护岸林。(市林业局)\n"
    assert [key for key, _ in tasks_of(plan)] == ["二/1", "二/2"]


def test_owners_behind_a_series_carry_the_tasks_that_name_none():
    text = "清运垃圾。\n修复湿地。(市林业局)\n疏浚沟渠。\n以上各项任务均由市水务局牵头,市住建局配合。"
    starts = [text.index(word) for word in ("清运", "修复", "疏浚")]
    tasks = [task(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert [written(each.owners) for each in read(text, tasks)] == [
        "市水务局:牵 市住建局:配",
        "市林业局:责",
        "市水务局:牵 市住建局:配",
    ]


def test_owners_behind_a_series_leave_other_sections_alone():
    text = "清运垃圾。\n疏浚沟渠。\n上述工作由市水务局负责。"
    second = text.index("疏浚")
    first, last = read(text, [task(0, second, section="s1"), task(second, len(text), section="s2")])
    assert (written(first.owners), written(last.owners)) == ("", "市水务局:责")


def test_task_ends_with_who_carries_all_of_its_items():
    plan = "二、任务\n(一)调查耕地\n1.布设点位80个。\n2.建立分类清单。\n以上任务由县农业农村局负责。\n(二)宣传法规。\n"
    assert [key for key, _ in tasks_of(plan)] == ["二/(一)", "二/(二)"]


def test_paragraph_that_ends_with_who_carries_its_items_is_one_task():
    plan = (
        "二、任务\n(一)防治草害\n坚持标本兼治。一是分区除治,不留死角;二是补栽红树,按期验收。以上工作由县林业局负责。\n"
    )
    assert [key for key, _ in tasks_of(plan)] == ["二/(一)"]


def test_note_above_a_table_gives_its_rows_an_owner():
    note = "备注:1.排首位的牵头;2.各镇(街道)按照属地原则配合落实,不再逐项列出。"
    text = f"{note}\n疏浚沟渠。(责任单位:市水务局)"
    (only,) = read(text, [task(text.index("疏浚"), len(text))])
    assert [(owner.name, owner.default) for owner in only.owners] == [("市水务局", False), ("各镇(街道)", True)]


def test_owners_of_a_default_for_the_rest_go_to_tasks_that_name_nobody():
    text = "清淤。(市水务局负责,以下任务未明确落实单位的,均需各县区政府落实,不再列出)\n种树。(市林业局负责)\n补水。"
    second, third = text.index("种树"), text.index("补水")
    tasks = read(text, [task(0, second), task(second, third), task(third, len(text))])
    assert [written(one.owners) for one in tasks] == ["市水务局:责", "市林业局:责", "各县区政府:责"]


def test_owners_that_lead_a_part_by_its_heading_lead_all_its_tasks():
    title = "优化能源结构(牵头单位:市发展改革委)"
    text = f"(一){title}\n1.建设管网。(责任单位:市住建局)"
    start = text.index("建设")
    section = Section("s", "(一)", title, 2, 0, start - 2, len(text), None, "measure")
    (only,) = read(text, [task(start, len(text), section="s")], sections=[section])
    assert written(only.owners) == "市住建局:责 市发展改革委:牵"


def test_owners_of_a_heading_do_what_they_do_with_helpers():
    title = "县公安局主要任务"
    text = f"(一){title}:\n查处无证渣土车。\n协助单位:县交通局"
    start = text.index("查处")
    section = Section("s", "(一)", title, 2, 0, start - 1, len(text), None, "measure")
    (only,) = read(text, [task(start, len(text), section="s")], sections=[section])
    assert written(only.owners) == "县公安局:责 县交通局:配"


def test_owners_of_a_heading_do_what_they_do_with_partners():
    text = "一、市农业农村局\n1.会同市科技局、市财政局编制规划。"
    start = text.index("会同")
    section = Section("s", "一、", "市农业农村局", 1, 0, start - 2, len(text), None, "measure")
    (only,) = read(text, [task(start, len(text), section="s")], sections=[section])
    assert written(only.owners) == "市农业农村局:责 市科技局:配 市财政局:配"


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("下面的事,各行政村(社区)都要具体落实,后面不再一一写", "各行政村(社区)"),
        ("以下重点任务均需各县〔市〕人民政府落实,不再列出", "各县〔市〕人民政府"),
        ("以下均需各县(市)区政府落实,区政府无相关职能的,由市直责任部门负责,不再列出", "各县(市)区政府"),
        ("以下均需地方各级人民政府落实,不再列出", "地方各级人民政府"),
        ("本方案所列任务均由各镇人民政府具体落实,不再逐项列出", "各镇人民政府"),
        ("以下各项任务均由各乡镇(街道)、开发区管委会负责落实,不再一一列出", "各乡镇(街道) 开发区管委会"),
        ("以下任务各县(市、区)人民政府均为责任单位,不再列出", "各县(市、区)人民政府"),
        ("下列任务涉及的各镇人民政府均为责任单位", "各镇人民政府"),
        ("以下任务除注明外,责任单位均含各乡镇(街道)", "各乡镇(街道)"),
        ("各县(市、区)人民政府负责落实,以下不再列出", "各县(市、区)人民政府"),
        ("各市(州)人民政府负责落实,下同", "各市(州)人民政府"),
        ("各县(区)人民政府负责落实,不再列出", "各县(区)人民政府"),
        ("各镇(街道)按属地原则配合落实,不再逐项列出", "各镇(街道)"),
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


def test_owners_in_the_bracket_that_opens_an_item_carry_it():
    assert owners_of("【市生态环境局、市水利局】开展排口整治。") == "市生态环境局:责 市水利局:责"
    assert owners_of("【控源截污】开展排口整治。") == ""


def test_owners_of_one_list_are_no_defaults_for_what_they_say_of_all_below():
    text = "节能。(经济局、建设局等按职责分工负责,下同)\n种树。(林业局负责)"
    second = text.index("种树")
    tasks = read(text, [task(0, second), task(second, len(text))])
    assert [written(one.owners) for one in tasks] == ["经济局:责 建设局:责", "林业局:责"]


def test_owners_that_add_nothing_more_are_no_defaults():
    text = "清退网箱。(各镇人民政府负责落实,不再新增)\n种树。(市林业局负责)"
    second = text.index("种树")
    tasks = read(text, [task(0, second), task(second, len(text))])
    assert [written(one.owners) for one in tasks] == ["各镇人民政府:责", "市林业局:责"]


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
        "责任单位(第一个为牵头单位)",
        "责任单位排在首位的为牵头单位",
        "(排在前位为牵头部门,下同。)",
    ],
)
def test_owners_listed_first_lead_where_the_document_says_so(statement):
    text = f"责任单位:市水务局、市住建局\n{statement}"
    (only,) = read(text, [task(0, text.index("\n"))])
    assert written(only.owners) == "市水务局:牵 市住建局:责"


@pytest.mark.parametrize(
    ("title", "owners"),
    [
        ("市水务局职责", "市水务局:责"),
        ("市水务局水环境保护工作职责", "市水务局:责"),
        ("县水利局主要工作任务", "县水利局:责"),
        ("党委、人大、政府职责", ""),
        ("江北区政府负责:", "江北区政府:责"),
        ("清淤补水(牵头单位:市水利局)", "市水利局:牵"),
        ("清淤补水(市水利局牵头,市财政局配合)", "市水利局:牵 市财政局:配"),
        ("加强部门配合", ""),
    ],
)
def test_owners_of_a_section_that_is_a_body_carry_its_tasks(title, owners):
    text = f"(三){title}\n1.疏浚河道。"
    start = text.index("疏浚")
    section = Section("s", "(三)", title, 2, 0, start - 2, len(text), None, "measure")
    (only,) = read(text, [task(start, len(text), section="s")], sections=[section])
    assert written(only.owners) == owners


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("市水务局、市住建局", "市水务局:责 市住建局:责"),
        ("★市水务局、市住建局", "市水务局:牵 市住建局:责"),
        ("★市水务局", "市水务局:牵"),
        ("市水务局", ""),
        ("护岸林、湿地", ""),
    ],
)
def test_owners_are_those_of_the_last_line_where_it_names_nothing_else(line: str, owners: str) -> None:
    assert owners_of(f"疏浚沟渠12公里。\n{line}") == owners


def test_star_before_a_body_opens_no_item() -> None:
    text = "一、种植业\n1.建设示范区5个。\n★县植保站、各乡镇政府\n2.推广配方肥。\n★县农业局、县财政局\n"
    assert [title for _, title in tasks_of(text)] == ["建设示范区5个", "推广配方肥"]
