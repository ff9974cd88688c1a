import pytest
from owning import read, task, written

from corpus.document import Document
from nlp.facts import Cell, Table
from nlp.owners.table import owners_in
from nlp.pipeline import read_one


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


def test_owners_in_a_column_of_those_who_judge_the_work_supervise():
    text = "任务\t责任单位\t考核部门\n清淤\t各乡镇\t县河长办\n"
    table = Table(
        0,
        len(text),
        [cell(text, "任务"), cell(text, "责任单位"), cell(text, "考核部门")],
        [[cell(text, wording) for wording in ("清淤", "各乡镇", "县河长办")]],
    )
    (only,) = read(text, [task(text.index("清淤"), len(text))], tables=[table])
    assert written(only.owners) == "各乡镇:责 县河长办:督"


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


@pytest.mark.parametrize(
    ("header", "cells", "owners"),
    [
        ("责任分工 完成时限", "市水利局牵头,各乡镇落实 2025年6月", "市水利局:牵 各乡镇:责"),
        ("责任单位(带★为牵头) 完成时限", "市水利局★ 市住建局 2025年6月", "市水利局:牵 市住建局:责"),
        ("责任单位(带#的为牵头单位) 完成时限", "市水利局#、市住建局 2025年6月", "市水利局:牵 市住建局:责"),
        ("责任单位(牵头) 配合单位", "市水利局 市住建局", "市水利局:牵 市住建局:配"),
        ("牵头单位 参与单位", "市水利局 市住建局、城管局等", "市水利局:牵 市住建局:配 城管局:配"),
        ("牵头单位 责任单位 完成时限", "市水利局 各乡镇 2025年6月底", "市水利局:牵 各乡镇:责"),
    ],
)
def test_owners_in_a_row_with_spaces_stand_as_its_header_says(header, cells, owners):
    text = f"序号 主要任务 细化措施 {header}\n1 清理河道 清理垃圾。{cells}\n"
    (only,) = read_one(Document("plan.txt", None, text)).tasks
    assert written(only.owners) == owners


@pytest.mark.parametrize("header", ["责任部门(标*为牵头单位)", "责任部门\n(标*为牵头单位)"])
@pytest.mark.parametrize(
    ("clause", "owners"),
    [
        ("", "市水务局:牵 市住建局:责"),
        ("(责任单位:市住建局、市水务局)", "市住建局:责 市水务局:牵"),
        ("(市住建局牵头,市水务局配合)", "市住建局:牵 市水务局:配"),
    ],
)
def test_mark_in_an_annex_tells_who_leads_where_the_task_does_not(header, clause, owners):
    cells = "1\n整治入河排口\n市水务局*、市住建局\n2025年6月\n2\n建设污水管网\n市住建局*、市城管局\n2025年6月\n"
    text = (
        f"治水方案\n一、任务\n(一)整治入河排口。封堵12个。{clause}\n(二)建设污水管网。新建2公里。\n"
        f"附件\n任务分解表\n序号\n重点任务\n{header}\n完成时限\n{cells}"
    )
    tasks = read_one(Document("plan.txt", None, text)).tasks
    assert [written(each.owners) for each in tasks] == [owners, "市住建局:牵 市城管局:责"]
