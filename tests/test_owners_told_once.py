"""What a document says once about many owners: how its lists are read, and who carries all the tasks above."""

import pytest
from owning import read, task, written
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
