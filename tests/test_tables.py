import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structure import structure_of

from nlp.facts import Table
from nlp.tables.column import kind_of
from nlp.tables.fit import fit


def tables_of(text: str) -> list[Table]:
    return structure_of(text).tables


def rows_of(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def header_of(table: Table) -> list[str] | None:
    return [cell.text for cell in table.header] if table.header else None


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("序号", "no"),
        ("主要任务", "task"),
        ("责任部门(标*为牵头单位)", "owner"),
        ("牵头单位", "lead"),
        ("配合单位", "cooperating"),
        ("指标名称", "indicator"),
        ("计量单位", "unit"),
        ("2025年", "value"),
        ("2025年目标值", "value"),
        ("2025年目标任务", "value"),
        ("2025年工作任务", "task"),
        ("完成时限", "time"),
        ("整改措施", "measure"),
        ("市级责任领导", "person"),
        ("加强水污染防治", None),
        ("市水务局", None),
    ],
)
def test_header_names_kind_of_column(header: str, kind: str | None) -> None:
    assert kind_of(header) == kind


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("市水务局*、市住建局", "owner"),
        ("各县(市)人民政府", "owner"),
        ("≥95", "value"),
        ("持续改善", "value"),
        ("μg/m3", "unit"),
        ("万吨/日", "unit"),
        ("2025年12月", "time"),
        ("长期坚持", "time"),
        ("地表水达到或好于Ⅲ类水体比例", "indicator"),
        ("完善管网。2024年底前新建管网20公里,改造老旧管网35公里,消除管网空白区。", "measure"),
    ],
)
def test_cell_fits_its_own_kind_best(cell: str, kind: str) -> None:
    kinds = ("owner", "value", "unit", "time", "indicator", "measure")
    assert max(kinds, key=lambda each: fit(cell, each)) == kind


TABS = (
    "序号\t工作任务\t具体措施\t牵头单位\t配合单位\t完成时限\n"
    "1\t推进散煤替代\t完成3.2万户改造\t市住建局\t市发改委\t2024年10月\n"
    "2\t整治扬尘\t落实“六个百分百”\t市城管局\t\t全年\n"
    "\t\t渣土车密闭运输\t市公安局\t市城管局\t\n"
)


def test_tabs_make_a_table_with_merged_cells_filled() -> None:
    (table,) = tables_of(f"附件\n{TABS}以上任务按月调度。\n")
    assert header_of(table) == ["序号", "工作任务", "具体措施", "牵头单位", "配合单位", "完成时限"]
    assert rows_of(table)[1] == ["2", "整治扬尘", "落实“六个百分百”", "市城管局", "", "全年"]
    assert rows_of(table)[2] == ["2", "整治扬尘", "渣土车密闭运输", "市公安局", "市城管局", "全年"]


@pytest.mark.parametrize(
    "text",
    [
        "序号\t工作任务\t责任单位\t配合单位\n"
        "1\t整治燃煤锅炉\t市环保局\t市经信局\n2\t建设充电桩\t\t\n3\t治理餐饮油烟\t市城管局\t\n",
        "序号\n| 工作任务\n| 责任单位\n| 配合单位\n|\n1\n| 整治燃煤锅炉\n| 市环保局\n| 市经信局\n|\n"
        "2\n| 建设充电桩\n|\n3\n| 治理餐饮油烟\n| 市城管局\n|\n",
    ],
)
def test_who_cooperates_runs_down_with_who_carries(text: str) -> None:
    (table,) = tables_of(text)
    assert [row[1:] for row in rows_of(table)] == [
        ["整治燃煤锅炉", "市环保局", "市经信局"],
        ["建设充电桩", "市环保局", "市经信局"],
        ["治理餐饮油烟", "市城管局", ""],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| 任务 | 责任单位 | 时限 |\n|---|---|---|\n| 治理南淝河 | 市水务局 | 2025年 |\n",
        "任务 | 责任单位 | 时限 |\n治理南淝河 | 市水务局 | 2025年 |\n",
        "任务\t责任单位\t时限\n治理南淝河\t市水务局\t2025年\n",
    ],
)
def test_pipes_and_tabs_read_alike(text: str) -> None:
    (table,) = tables_of(text)
    assert header_of(table) == ["任务", "责任单位", "时限"]
    assert rows_of(table) == [["治理南淝河", "市水务局", "2025年"]]


def test_line_with_one_pipe_is_no_table() -> None:
    assert tables_of("来源:市水务局|发布时间:2024年\n治理南淝河,修复岸线。\n") == []


def test_last_row_of_a_page_that_breaks_off_is_a_row() -> None:
    text = "任务 | 要求 | 责任单位 |\n清淤 | 清理12公里 | 市水利局 |\n护岸 | 加固堤"
    (table,) = tables_of(text)
    assert rows_of(table)[-1] == ["护岸", "加固堤", ""]
    assert [len(rows_of(table)) for table in tables_of(f"{text}\n\n以上任务须按期完成。")] == [1]


def test_two_header_rows_become_one() -> None:
    text = "指标名称\t单位\t现状值\t目标值\t\t责任部门\n\t\t\t2024年\t2025年\t\n"
    text += "地表水优良比例\t%\t80\t85\t90\t市生态环境局\n"
    (table,) = tables_of(text)
    assert header_of(table) == ["指标名称", "单位", "现状值", "2024年", "2025年", "责任部门"]
    assert rows_of(table) == [["地表水优良比例", "%", "80", "85", "90", "市生态环境局"]]


def test_heading_across_the_table_fills_its_row() -> None:
    (table,) = tables_of("序号\t任务\t责任单位\n一、大气污染防治\t\t\n1\t淘汰锅炉\t市生态环境局\n")
    assert rows_of(table)[0] == ["一、大气污染防治"] * 3


def flat(*cells: str) -> str:
    return "\n\n".join(cells) + "\n"


INDICATORS = flat(
    *("领域", "任务", "序号", "指标名称", "单位", "指标值", "责任部门(标*为牵头单位)"),
    *("生态安全", "(一)环境质量改善", "1", "PM2.5浓度", "μg/m3", "≤28", "市生态环境局*", "市公安局", "市住建局"),
    *("2", "水环境质量", "地表水达到或好于Ⅲ类水体比例", "%", "≥90", "市生态环境局"),
    *("县城污水处理率", "≥95", "市住建局*、市水务局"),
    *("(二)生态质量提升", "3", "生态系统保护修复", "森林覆盖率*", "%", "保持稳定或持续改善", "林业局", "(湿地中心)"),
    *("生态经济", "(三)节能降碳", "4", "生物多样性调查", "-", "开展", "市生态环境局"),
)


def test_flattened_table_of_indicators_is_rebuilt() -> None:
    (table,) = tables_of(INDICATORS)
    assert rows_of(table) == [
        [
            *("生态安全", "(一)环境质量改善", "1", "PM2.5浓度", "μg/m3", "≤28"),
            "市生态环境局*\n\n市公安局\n\n市住建局",
        ],
        ["生态安全", "(一)环境质量改善", "2", "地表水达到或好于Ⅲ类水体比例", "%", "≥90", "市生态环境局"],
        ["生态安全", "(一)环境质量改善", "2", "县城污水处理率", "%", "≥95", "市住建局*、市水务局"],
        ["生态安全", "(二)生态质量提升", "3", "森林覆盖率*", "%", "保持稳定或持续改善", "林业局\n\n(湿地中心)"],
        ["生态经济", "(三)节能降碳", "4", "生物多样性调查", "-", "开展", "市生态环境局"],
    ]


def test_flattened_table_without_numbers_is_rebuilt() -> None:
    text = flat(
        *("指标", "单位", "2023年", "2024年", "2025年", "责任单位"),
        *("空气优良天数比率", "%", "86", "87", "88", "市生态环境局"),
        *("单位GDP能耗下降", "%", "3", "3", "3.5", "市发改委"),
    )
    (table,) = tables_of(text)
    assert rows_of(table) == [
        ["空气优良天数比率", "%", "86", "87", "88", "市生态环境局"],
        ["单位GDP能耗下降", "%", "3", "3", "3.5", "市发改委"],
    ]


def test_flattened_table_of_problems_keeps_numbered_measures_together() -> None:
    text = flat(
        *("序号", "反馈问题", "整改目标", "整改措施", "责任单位", "完成时限"),
        *("1", "部分乡镇管网建设滞后,雨污混流问题突出。", "2024年底前完成8个乡镇管网改造。"),
        *("1.排查管网底数。", "2.新建管网26公里。", "县住建局", "2024年12月"),
        *("2", "砂石企业扬尘污染严重。", "全面规范企业环境管理。", "督促企业封闭料棚。", "县水利局", "2023年10月"),
    )
    (table,) = tables_of(text)
    assert rows_of(table)[0][2:] == [
        "2024年底前完成8个乡镇管网改造。",
        "1.排查管网底数。\n\n2.新建管网26公里。",
        "县住建局",
        "2024年12月",
    ]
    assert rows_of(table)[1][0] == "2"


@pytest.mark.parametrize("tail", ["附件2\n成员名单\n", "各乡镇人民政府:\n请遵照执行。\n", "三、保障措施\n加强领导。\n"])
def test_flattened_table_ends_before_what_follows(tail: str) -> None:
    (table,) = tables_of(INDICATORS + tail)
    assert (INDICATORS + tail)[: table.end] == INDICATORS.rstrip("\n")


@pytest.mark.parametrize(
    "text", ["目标\n到2025年水质达标。\n措施\n清理河道。\n", "主要任务\n治水\n治气\n责任单位\n市水务局\n"]
)
def test_headings_that_are_header_words_are_no_table(text: str) -> None:
    assert tables_of(text) == []


LINES = st.sampled_from(
    [
        *("序号", "任务", "责任单位", "指标", "单位", "1", "2", "≥95", "市水务局", "治理涟水", "%"),
        *("", "a\tb", "\t", "|x|y|", "|---|---|"),
    ]
)


@settings(max_examples=100)
@given(st.lists(LINES, max_size=40))
def test_every_cell_quotes_the_text_and_rows_are_full(lines: list[str]) -> None:
    text = "\n".join(lines)
    for table in tables_of(text):
        width = len(table.header or table.rows[0])
        for row in [*([table.header] if table.header else []), *table.rows]:
            assert len(row) == width
            assert all(text[cell.start : cell.end] == cell.text for cell in row)


@pytest.mark.parametrize("between", ["\n\n二、重点任务\n\n", "\n二、重点任务\n"])
def test_another_header_below_a_heading_opens_another_table(between: str) -> None:
    goals = "指标\t单位\t2025年现状\t2026年目标\n优良天数比率\t%\t88\t90"
    work = "序号\t任务\t完成时限\t牵头单位\n1\t淘汰锅炉\t2026年9月底\t市生态环境局"
    first, second = tables_of(f"一、主要目标\n{goals}{between}{work}\n")
    assert header_of(first) == ["指标", "单位", "2025年现状", "2026年目标"]
    assert (header_of(second), len(second.rows)) == (["序号", "任务", "完成时限", "牵头单位"], 1)
