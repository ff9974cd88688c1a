"""Tables whose cells do not stand where the header says, or whose headers go by names of their own."""

import pytest
from test_tables import header_of, rows_of, tables_of

from nlp.tables.column import kind_of, kinds_of
from nlp.tables.fit import fit

HEAD = "领域\t任务\t责任单位\t时限\n"


@pytest.mark.parametrize(
    ("header", "kind"),
    [("责任单位或牵头单位", "lead"), ("督导责任部门", "supervising"), ("监测点位", None), ("保障水安全", None)],
)
def test_header_of_bodies_is_told_by_its_role(header: str, kind: str | None) -> None:
    assert kind_of(header) == kind


@pytest.mark.parametrize(
    ("headers", "kinds"),
    [
        (["序号", "创建内容", "责任单位", "完成年度"], ["no", "measure", "owner", "time"]),
        (["序号", "类目", "责任单位", "时限"], ["no", "task", "owner", "time"]),
        (["序号", "断面", "水质"], ["no", "place", None]),
    ],
)
def test_header_unknown_is_told_by_its_end_and_its_neighbours(headers: list[str], kinds: list[str | None]) -> None:
    assert kinds_of(headers) == kinds


def test_row_broken_between_bodies_goes_on_in_the_next_line() -> None:
    (table,) = tables_of(HEAD + "水\t清淤\t市水务局\n市住建局\n市财政局\t2025年\n气\t禁烧\t市农业农村局\t长期\n")
    assert rows_of(table) == [
        ["水", "清淤", "市水务局\n市住建局\n市财政局", "2025年"],
        ["气", "禁烧", "市农业农村局", "长期"],
    ]


def test_row_without_time_is_whole() -> None:
    (table,) = tables_of(HEAD + "水\t清淤\t市水务局\n气\t禁烧\t市农业农村局\t长期\n")
    assert [row[2] for row in rows_of(table)] == ["市水务局", "市农业农村局"]


def test_row_that_lost_its_merged_cell_stands_under_its_columns() -> None:
    (table,) = tables_of(HEAD + "水\t疏浚沅水航道\t市水务局\t2025年\n清理码头垃圾\t市交通局\t长期\n")
    assert rows_of(table)[1] == ["水", "清理码头垃圾", "市交通局", "长期"]


def test_header_in_the_first_column_turns_the_table() -> None:
    (table,) = tables_of("序号\t1\t2\n问题\t岸线堆煤\t排口溢流\n责任单位\t市港航局\t市住建局\n时限\t5月\t6月\n")
    assert header_of(table) == ["序号", "问题", "责任单位", "时限"]
    assert rows_of(table) == [["1", "岸线堆煤", "市港航局", "5月"], ["2", "排口溢流", "市住建局", "6月"]]


def test_two_columns_of_names_and_values_are_records() -> None:
    one = "任务1\t治理油烟\n牵头单位\t县城管局\n完成时限\t8月\n"
    (table,) = tables_of(one + one.replace("任务1", "任务2").replace("油烟", "扬尘"))
    assert header_of(table) == ["任务", "牵头单位", "完成时限"]
    assert rows_of(table) == [["治理油烟", "县城管局", "8月"], ["治理扬尘", "县城管局", "8月"]]


def test_flattened_cells_may_end_with_a_pipe() -> None:
    lines = (
        "任务 |\n责任单位 |\n计划 |\n牵头部门 |\n配合部门 |\n疏浚老通扬运河 |\n市水利局 |\n市财政局 |\n清淤3公里 |\n"
    )
    (table,) = tables_of(lines + "整治串场河排口 |\n市生态环境局 |\n市住建局 |\n封堵12个 |\n")
    assert header_of(table) == ["任务", "牵头部门", "配合部门", "计划"]
    assert rows_of(table)[0] == ["疏浚老通扬运河", "市水利局", "市财政局", "清淤3公里"]


def test_flattened_head_of_two_storeys_may_end_with_the_bodies() -> None:
    lines = "任务\n时限\n责任单位\n牵头部门\n配合部门\n疏浚内河\n2024年\n市水利局\n市财政局\n"
    (table,) = tables_of(lines + "封堵排口\n2025年\n市生态环境局\n市住建局\n")
    assert header_of(table) == ["任务", "时限", "牵头部门", "配合部门"]
    assert rows_of(table)[1] == ["封堵排口", "2025年", "市生态环境局", "市住建局"]


def test_flattened_projects_keep_years_and_money_apart() -> None:
    lines = "序号\n项目名称\n建设内容及规模\n建设年限\n总投资(万元)\n责任单位\n"
    lines += "1\n城北污水厂二期\n新增能力2万吨/日\n2021-2023\n15600\n市水务集团\n"
    (table,) = tables_of(lines + "2\n清溪河整治\n清淤8公里\n2022-2024\n8200\n市水利局\n")
    assert rows_of(table) == [
        ["1", "城北污水厂二期", "新增能力2万吨/日", "2021-2023", "15600", "市水务集团"],
        ["2", "清溪河整治", "清淤8公里", "2022-2024", "8200", "市水利局"],
    ]


def test_ditto_is_the_cell_above() -> None:
    (table,) = tables_of(HEAD + "水\t清淤\t市水务局\t2025年\n水\t护岸\t同上\t2026年\n")
    assert rows_of(table)[1][2] == "市水务局"


def test_count_is_no_body() -> None:
    assert fit("改造雨污混接点86处", "owner") < 0 < fit("市公路养护处", "owner")


def test_cells_parted_by_spaces_stand_under_a_header_on_one_line() -> None:
    rows = "清理万泉河码头垃圾。市交通局 市水务局 持续开展\n封堵排口12个。市住建局 2024年6月\n"
    (table,) = tables_of("工作任务 责任单位 配合单位 完成时间\n" + rows)
    assert rows_of(table) == [
        ["清理万泉河码头垃圾。", "市交通局", "市水务局", "持续开展"],
        ["封堵排口12个。", "市住建局", "", "2024年6月"],
    ]


def test_heading_on_a_line_of_its_own_stands_within_the_table() -> None:
    (table,) = tables_of(HEAD + "一、治水\n水\t清淤\t市水务局\t2025年\n二、治气\n气\t禁烧\t市农业农村局\t长期\n")
    assert [row[1] for row in rows_of(table)] == ["一、治水", "清淤", "二、治气", "禁烧"]


def test_header_that_stands_again_opens_another_table() -> None:
    one = HEAD + "水\t清淤\t市水务局\t2025年\n"
    assert len(tables_of(one + "二、治气\n" + one)) == 2


def test_cells_of_a_web_page_closed_by_pipes_stand_under_a_header_of_two_lines() -> None:
    header = "序号 |\n工程类别与名称 |\n目的 |\n责任单位 |\n时间安排 |\n投资估算 | ||\n牵头单位 |\n协助单位 | |||||\n"
    rows = "1 |\n环湖截污 |\n确保正常运行 |\n市住建局 |\n属地区级 政府 |\n即时开始 |\n900 |\n"
    rows += "2 |\n清退网箱 |\n削减总磷 |\n市水产局 |\n市水利局 |\n2026年完成 |\n60 |\n序号 |\n工程名称 |\n责任单位 |\n"
    (table,) = tables_of(header + rows)
    assert rows_of(table) == [
        ["1", "环湖截污", "确保正常运行", "市住建局", "属地区级 政府", "即时开始", "900"],
        ["2", "清退网箱", "削减总磷", "市水产局", "市水利局", "2026年完成", "60"],
    ]
