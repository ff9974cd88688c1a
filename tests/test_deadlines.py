"""Deadlines: which of the times in a task's wording it is to be done by, and those of its fields and columns."""

import pytest
import spacy

from corpus.document import Document
from nlp.deadlines.component import read_deadlines
from nlp.deadlines.time_limit import column_limits
from nlp.facts import Cell, Section, Table, Task
from nlp.pipeline import begin
from nlp.times.component import read_times

CHINESE = spacy.blank("zh")


def read(text, *, issued="2023-07-18", period=("2023", "2025"), start=0, end=None, evidence=(), tables=(), sections=()):
    """The deadlines of one task that begins at `start` and takes up the text up to `end` or all the rest of it."""
    doc = begin(CHINESE, Document("plan.txt", None, text))
    facts = doc._.facts
    facts.kind, facts.issued, facts.period = "plan", issued, period
    facts.tables, facts.sections = list(tables), list(sections)
    section = sections[-1].id if sections else None
    facts.tasks = [Task("t", "一/1", "measure", "", start, end or len(text), section, evidence=list(evidence))]
    read_deadlines(read_times(doc))
    return facts.tasks[0].deadlines


def ends(text, **given):
    return [deadline.ends for deadline in read(text, **given)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年,全面消除劣Ⅴ类断面。", ["2025"]),
        ("2025年底,按照已经批准的生态红线完成勘界。", ["2025"]),
        ("2023年完成50个行政村整治。2025年,秸秆综合利用率达到86%。", ["2023", "2025"]),
        ("到2025年建成3座。到2025年,农膜回收率达到85%。", ["2025"]),
        ("2024-2025年保持稳定,到2025年达到70%。", ["2025", "2025"]),
        ("“十四五”期间,优良天数比率保持99%以上。", ["2025"]),
        ("力争“十四五”后期开工建设。", ["2025"]),
        ("在确保“十四五”完成改造3000万平方米的基础上,到2027年再完成2000万平方米。", ["2025", "2027"]),
        ("确保2024年6月底前完成汉江干流排污口溯源,9月底前完成整治。", ["2024-06", "2024-09"]),
        ("2024年、2025年分别完成60%、100%。", ["2024", "2025"]),
        ("今年年底前印发实施方案。", ["2023"]),
        ("每季度调度工作进展,每年考核一次。", [None, None]),
        ("汛期前完成隐患排查。", [None]),
        ("上半年完成40%,第三季度完成80%。", ["2023-06", "2023-09"]),
        ("推进清洁取暖,减少散煤燃烧。", []),
        ("近期(2023—2024年)治理黄水沟;近期完成清淤120万立方米。", ["2024"]),
        ("近期水平年2024年;近期完成清淤120万立方米。", ["2024"]),
        ("近期完成清淤,加强近期调度。", []),
        ("完成清淤,公示期5个工作日(2024年7月3日至7月7日)。", []),
    ],
)
def test_deadlines_are_the_times_by_which_work_is_done(text, expected):
    assert ends(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2021年以来,全州建成污水处理厂12座,要巩固提升。",
        "化学需氧量排放量比2020年下降4%以上。",
        "县城生活污水集中收集率在2020年基础上提高10个百分点。",
        "按照《贵州省生物多样性保护行动计划(2016—2026年)》推进。",
        "2022年省级生态环境保护专项督察反馈问题按计划整改。",
        "2023年中央生态环境保护督察反馈的问题按时序推进。",
        "2023年已建成监测站3座,要加强运维。",
        "监测显示,2024年5月白溪断面总磷超标。",
        "在2023年水质监测数据基础上继续改善。",
        "编制2024—2026年充电设施规划,优化布局。",
        "办好2024年国际环保技术博览会。",
        "落实环办生态〔2024〕4号文件要求。",
        "完成2021年度遗留任务。",
        "对2024年底未完成建设任务的园区加大督办力度。",
        "改造2000年底前建成的老旧小区管网。",
        "淘汰2025年以前注册登记的国四柴油货车。",
        "完成2025年前(含)列入整治清单的排口整治。",
        "对照《产业结构调整指导目录》(2024年本),淘汰落后产能。",
    ],
)
def test_deadlines_leave_out_what_lies_behind(text):
    assert read(text) == []


def test_deadlines_hold_all_of_the_year_of_a_plan_for_one_year():
    assert ends("全年完成43个村整治。", period=("2024", "2024")) == ["2024"]
    assert ends("全年完成43个村整治。") == ends("全年秸秆焚烧火点为零。", period=("2024", "2024")) == []


def test_deadlines_of_a_plan_without_dates_leave_out_years_before_its_evidence():
    text = "根据国发〔2021〕4号,2020年完成的项目要巩固,2022年底前完成新建项目。"
    assert ends(text, issued=None, period=None) == ["2022"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进管网改造。完成时限:2025年12月。", [("2025年12月", "2025-12")]),
        ("整改时限:2022年12月31日(长期坚持、防止反弹)。", [("2022年12月31日", "2022-12-31")]),
        ("整改时限:立即整改,长期坚持。", [("立即整改,长期坚持", None)]),
        ("牵头单位:市水务局;完成时限:2024年6月;责任单位:市住建局。", [("2024年6月", "2024-06")]),
        ("【完成时限】2024年底", [("2024年底", "2024")]),
        ("【牵头:市住建局;时限:长期】", [("长期", None)]),
        ("时间安排:每年一次", [("每年", None)]),
        ("要严格整改时限,压实责任。", []),
        ("完成时限:\n责任单位:市生态环境局。", []),
    ],
)
def test_deadlines_read_time_limit_fields(text, expected):
    assert [(deadline.text, deadline.ends) for deadline in read(text)] == expected


def test_deadlines_after_a_described_problem_are_those_of_its_remedy():
    text = "污水收集率低。2022年全市仅62%。\n整改目标:到2025年达到70%。\n整改措施:2023年12月底前完成管网排查。"
    assert ends(text, issued=None, period=None) == ["2025", "2023-12"]


def test_deadlines_of_a_row_leave_out_its_column_of_problems():
    text = "问题描述\t整改措施\t整改时限\n2022年氨氮超标,每天溢流200吨\t2024年清淤\t2025年6月底\n"
    table = table_of(text, [line.split("\t") for line in text.splitlines()])
    assert ends(text, tables=[table], start=text.index("2022年"), issued=None) == ["2024", "2025-06"]


def test_deadlines_before_a_time_limit_field_count_too():
    text = "加快建设污水厂,2024年6月底前开工。整改时限:2024年12月底。"
    assert ends(text) == ["2024-06", "2024-12"]


def table_of(text, rows):
    """A table whose cells are found in the text one after the other."""
    at, cells = 0, []
    for row in rows:
        cells.append([])
        for word in row:
            start = text.index(word, at) if word else at
            at = start + len(word)
            cells[-1].append(Cell(word, start, at))
    return Table(0, len(text), cells[0], cells[1:])


@pytest.mark.parametrize(
    ("cell", "expected"), [("2024年9月", "2024-09"), ("2025", "2025"), ("长期坚持", None), ("12月底前", "2023-12")]
)
def test_deadlines_read_the_time_limit_column(cell, expected):
    text = f"序号\t任务\t责任单位\t完成时限\n1\t清理沱江岸线\t市水务局\t{cell}"
    table = table_of(text, [["序号", "任务", "责任单位", "完成时限"], ["1", "清理沱江岸线", "市水务局", cell]])
    assert ends(text, tables=[table], start=text.index("清理")) == [expected]


@pytest.mark.parametrize(("said", "expected"), [("清理岸线。", ["2025-06"]), ("2025年3月底前清理岸线。", ["2025-03"])])
def test_deadlines_of_a_row_that_restates_the_task_count_where_it_names_none(said, expected):
    text = f"{said}\n任务\t完成时限\n清理岸线工作\t2025年6月"
    table = table_of(text, [["任务", "完成时限"], ["清理岸线工作", "2025年6月"]])
    row = (table.rows[0][0].start, table.rows[0][1].end)
    assert ends(text, tables=[table], end=len(said), evidence=[row]) == expected


@pytest.mark.parametrize(("cell", "expected"), [("完成主体工程", "2024"), ("6月底前完成", "2024-06")])
def test_deadlines_of_a_column_named_by_its_year(cell, expected):
    rows = [["项目", "2024年度目标", "责任单位"], ["泉溪污水厂扩建", cell, "市水务集团"]]
    text = "\n".join("\t".join(row) for row in rows)
    assert ends(text, tables=[table_of(text, rows)], start=text.index("泉溪")) == [expected]


def test_deadlines_take_a_merged_cell_for_every_row_it_spans():
    text = "任务\t时限\n清淤\t2024年\n护岸\t"
    table = table_of(text, [["任务", "时限"], ["清淤", "2024年"], ["护岸", ""]])
    table.rows[1][1] = table.rows[0][1]
    assert ends(text, tables=[table], start=text.index("护岸")) == ["2024"]


def test_column_limits_govern_their_row_and_not_the_merged_group_above_it():
    text = "类别\t任务\t时限\n治水\t清淤\t2024年\n\t护岸\t2025年"
    table = table_of(text, [["类别", "任务", "时限"], ["治水", "清淤", "2024年"], ["", "护岸", "2025年"]])
    table.rows[1][0] = table.rows[0][0]
    assert [limit.first for limit in column_limits([table])] == [text.index("治水"), text.index("护岸")]


def test_deadlines_come_from_the_heading_where_the_task_has_none():
    text = "(二)集中整治阶段(2023年9月至12月)\n对照清单逐项整治。"
    at = text.index("对照")
    section = Section("s", "(二)", "集中整治阶段", 1, 0, at, len(text), None, "measure")
    (deadline,) = read(text, sections=[section], start=at)
    assert (deadline.begins, deadline.ends, deadline.rule) == ("2023-09", "2023-12", "time in the heading")


def test_year_that_a_heading_is_about_is_no_deadline():
    text = "三、2024年工作安排\n加强巡护。"
    at = text.index("加强")
    section = Section("s", "三、", "2024年工作安排", 1, 0, at, len(text), None, "measure")
    assert read(text, sections=[section], start=at) == []


def test_year_of_the_goals_in_a_heading_is_no_deadline():
    text = "一、2009年度污水治理总体目标任务\n新建泵站。"
    at = text.index("新建")
    section = Section("s", "一、", "2009年度污水治理总体目标任务", 1, 0, at, len(text), None, "measure")
    assert read(text, sections=[section], start=at) == []


def test_year_of_an_annex_is_no_deadline():
    assert read("完成设施40座。2023年度治理任务分解详见附表。") == []


def test_deadlines_count_what_they_turn_down():
    doc = begin(CHINESE, Document("plan.txt", None, "排放量比2020年下降4%。"))
    doc._.facts.tasks = [Task("t", "1", "measure", "", 0, 12, None)]
    assert read_deadlines(read_times(doc))._.facts.rejected == {"deadline: baseline time": 1}


def test_deadlines_of_a_whole_year_end_with_the_plan_of_one_year():
    assert ends("保障生态流量。完成时限:全年", period=("2021", "2021")) == ["2021"]
    assert ends("保障生态流量。完成时限:全年", period=("2021", "2023")) == [None]


def test_deadlines_do_not_come_from_the_title_that_names_the_whole_period():
    text = "治水攻坚方案(2023—2025年)\n用好中央资金。\n"
    title = Section("s1", None, "治水攻坚方案(2023—2025年)", 1, 0, 18, len(text), None, "measure")
    assert ends(text, sections=[title], start=18, period=("2023", "2025")) == []
