"""Tables whose cells come one behind the other: between blanks, between nothing, or a cell a line under two heads."""

import pytest
from structure import structure_of

from corpus.document import Document
from nlp.facts import Table, Task
from nlp.pipeline import read_one
from nlp.tables.header import header_in, header_length


def table_of(text: str) -> Table:
    (table,) = structure_of(text).tables
    return table


def rows_of(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table_of(text).rows]


def owned(text: str) -> list[Task]:
    return read_one(Document("plan.txt", None, text)).tasks


@pytest.mark.parametrize(
    ("names", "length"),
    [
        (["序号", "主要任务", "责任单位", "疏浚枝江"], 3),
        (["序号", "整治类别", "整治任务", "责任单位", "完成时限"], 5),
        (["工作任务", "水系", "牵头单位", "完成时限", "2"], 4),
        (["目标", "措施"], 0),
        (["疏浚枝江", "工作任务", "责任单位", "完成时限"], 0),
        (["领导", "备注", "联系人"], 0),
    ],
)
def test_header_ends_with_its_last_name(names: list[str], length: int) -> None:
    assert header_length(names) == length


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "附件 任务分解表 工作任务 责任单位 完成时限 清理沮漳河河道垃圾. 市水利局",
            ["工作任务", "责任单位", "完成时限"],
        ),
        ("任务分工表序号工作内容责任单位备注1清理沮漳河", ["序号", "工作内容", "责任单位", "备注"]),
        ("任务表重点工作任务牵头单位责任单位完成时限清理", ["重点工作任务", "牵头单位", "责任单位", "完成时限"]),
        ("表2 主要指标 指标 单位 2025年 属性", ["指标", "单位", "2025年", "属性"]),
        ("逐项明确工作目标、责任单位、完成时限,建立台账。", []),
        ("明确 任务 目标 措施 后印发", []),
        ("责任单位:市水利局。工作任务由各县区完成。", []),
    ],
)
def test_header_is_found_within_a_line(line: str, names: list[str]) -> None:
    assert [line[start:end] for start, end in header_in(line)] == names


def test_cells_between_blanks_are_rows() -> None:
    text = (
        "附件 当阳市2021年扬尘治理责任清单 工作任务 责任单位 配合单位 完成时限 "
        "负责城区在建工地扬尘管控,督促落实围挡、覆盖. 市住建局 持续开展 "
        "负责渣土运输车辆整治. 市交通 运输局 市公安局 6月底前完成 负责露天烧烤取缔. 市城管局 市市场监管局 长期坚持\n"
    )
    assert rows_of(text) == [
        ["负责城区在建工地扬尘管控,督促落实围挡、覆盖.", "市住建局", "", "持续开展"],
        ["负责渣土运输车辆整治.", "市交通 运输局", "市公安局", "6月底前完成"],
        ["负责露天烧烤取缔.", "市城管局", "市市场监管局", "长期坚持"],
    ]


def test_headings_and_sums_between_rows_on_lines_of_their_own_are_no_rows() -> None:
    text = (
        "序号 项目名称 建设期限 责任单位\n一、水环境治理\n1 东门污水处理厂扩建工程 2021-2023 县住建局\n"
        "2 老旧管网改造工程 2022-2025 县住建局\n二、海洋生态保护\n3 岸线修复工程 2022-2023 县水利局、东门镇政府\n"
        "合计 3\n三、保障措施\n加强督查。\n"
    )
    assert rows_of(text) == [
        ["1", "东门污水处理厂扩建工程", "2021-2023", "县住建局"],
        ["2", "老旧管网改造工程", "2022-2025", "县住建局"],
        ["3", "岸线修复工程", "2022-2023", "县水利局、东门镇政府"],
    ]


def test_cells_with_nothing_between_them_are_rows() -> None:
    text = (
        "兴山县香溪河保护责任分工表序号工作任务责任单位完成时限备注"
        "1排查香溪河沿岸排污口,建立台账。县生态环境分局、县住建局2022年3月底前"
        "2拆除岸线违建2处。县水利和湖泊局,各乡镇人民政府2022年9月底前3常态清漂。古夫镇人民政府长期坚持\n"
    )
    assert rows_of(text) == [
        ["1", "排查香溪河沿岸排污口,建立台账。", "县生态环境分局、县住建局", "2022年3月底前", ""],
        ["2", "拆除岸线违建2处。", "县水利和湖泊局,各乡镇人民政府", "2022年9月底前", ""],
        ["3", "常态清漂。", "古夫镇人民政府", "长期坚持", ""],
    ]


def test_glued_columns_of_bodies_part_where_the_next_body_begins() -> None:
    text = (
        "远安县重点工作任务表工作任务牵头单位责任单位完成时限修复沮河岸线。县林业局县水利局2023年5月底前"
        "新建鸣凤镇截污管网。县住建局鸣凤镇人民政府2023年12月底前\n"
    )
    assert [row[1:3] for row in rows_of(text)] == [["县林业局", "县水利局"], ["县住建局", "鸣凤镇人民政府"]]


CELLS = (
    ("序号", "整治类别", "整治任务", "责任单位", "完成时限", "牵头单位", "协助单位"),
    ("1", "控源截污", "改造沿河混错接管网", "市住建局", "市城管委 东宝区政府", "2023年6月底前"),
    ("2", "排查杨树港排污口", "市生态环境局", "市住建局", "即时开始 长期坚持"),
    ("3", "生态修复", "清退竹皮河围网", "市农业农村局", "属地区级 政府", "2023年底"),
)


def test_cells_closed_by_pipes_below_a_head_of_two_storeys_are_rows() -> None:
    text = "".join(f"{cell} |\n" for row in CELLS for cell in row)
    assert [cell.text for cell in table_of(text).header or ()] == [*CELLS[0][:3], "牵头单位", "协助单位", "完成时限"]
    assert rows_of(text) == [
        list(CELLS[1]),
        ["2", "控源截污", *CELLS[2][1:]],
        list(CELLS[3]),
    ]


def test_bodies_before_the_tasks_are_no_part_of_them() -> None:
    text = "责任单位\n工作任务\n完成时限\n市生态环境局\n划定饮用水水源一级保护区\n2021年6月底前\n"
    text += "武汉经济技术开发区\n清理一级保护区内违法建筑\n2021年9月底前\n"
    assert rows_of(text) == [
        ["市生态环境局", "划定饮用水水源一级保护区", "2021年6月底前"],
        ["武汉经济技术开发区", "清理一级保护区内违法建筑", "2021年9月底前"],
    ]


def test_words_around_a_table_in_one_line_are_read_without_it() -> None:
    text = "附件 任务表 工作任务 责任单位 完成时限 1、清淤疏浚. 市水利局 6月底 2、补植绿化. 市林业局 9月底\n"
    facts = structure_of(text)
    assert [task.title for task in facts.tasks] == ["清淤疏浚.", "补植绿化."]


RECORD = (
    "整改任务",
    "老城区管网混接。",
    "责任单位",
    "市住建局、卧龙区政府",
    "整改时限",
    "2024年12月底",
)
SECOND = ("整改任务", "渗滤液处理能力不足。", "责任单位", "市城市管理局", "整改时限", "2025年")


def test_records_with_a_line_for_each_name_and_each_field_are_rows() -> None:
    text = "|\n" + "|\n".join(f"{cell} |\n" for cell in RECORD + SECOND)
    assert [cell.text for cell in table_of(text).header or ()] == ["整改任务", "责任单位", "整改时限"]
    assert rows_of(text) == [list(RECORD[1::2]), list(SECOND[1::2])]


def test_record_by_itself_is_a_task_with_all_its_fields() -> None:
    text = "\n".join(("第12项整改任务销号公示", *RECORD, "公示期为5个工作日。")) + "\n"
    (task,) = structure_of(text).tasks
    assert text[task.start : task.end].startswith("老城区管网混接。") and text[task.start : task.end].endswith("12月底")


def test_headings_with_paragraphs_below_them_are_no_record() -> None:
    text = "工作目标\n水质达标。\n主要任务\n实施清淤。\n责任分工\n各部门要各负其责。\n时间安排\n年底前完成。\n"
    assert structure_of(text).tables == []


def test_bodies_below_the_header_of_a_grid_part_the_column_that_is_over_them() -> None:
    text = "序号\t任务\t责任单位\t时限\n牵头单位\t配合单位\n1\t扩建污水厂\t市住建局\t市财政局\t2022年\n"
    text += "2\t关停印染厂\t市工信局\t市生态环境局\t2021年\n"
    assert [cell.text for cell in table_of(text).header or ()] == ["序号", "任务", "牵头单位", "配合单位", "时限"]
    assert rows_of(text)[1] == ["2", "关停印染厂", "市工信局", "市生态环境局", "2021年"]


def test_persons_behind_bodies_leave_the_cell_in_its_column() -> None:
    text = "重点任务\n责任单位及责任人\n时限\n清理疫木\n县林业局 帅国华\n3月底前\n古树挂牌\n县林业局 陈平\n6月底前\n"
    assert rows_of(text) == [["清理疫木", "县林业局 帅国华", "3月底前"], ["古树挂牌", "县林业局 陈平", "6月底前"]]


def test_rows_whose_header_stands_on_another_page_are_tasks() -> None:
    text = "17\t开展汾河支沟清淤\t市水利局\t2022年10月\n18\t建设晋阳湖湿地\t市林业局、晋源区政府\t2022年底\n"
    assert [(task.key, task.title) for task in structure_of(text).tasks] == [
        ("17", "开展汾河支沟清淤"),
        ("18", "建设晋阳湖湿地"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1\t帅国华\t市水利局\t副局长\n2\t陈国平\t市林业局\t局长\n",
        "1\t鸿达化工有限公司\t经济开发区北路12号\t市生态环境局\n2\t永丰纸业有限公司\t城东镇工业路3号\t市生态环境局\n",
    ],
)
def test_members_and_firms_without_a_header_are_no_tasks(text: str) -> None:
    assert structure_of(text).tasks == []


def test_rows_that_ran_into_a_line_without_a_header_end_with_their_bodies() -> None:
    text = "4、落实河长制。 赫山区人民政府 省水利厅省生态环境厅26桃花江片区 氨氮超标。 1、新建管网。2、清淤疏浚。 "
    text += "桃江县人民政府 省住房城乡建设厅27志溪河片区 总磷超标。"
    assert rows_of(text) == [
        ["", "4、落实河长制。", "赫山区人民政府 省水利厅省生态环境厅"],
        ["26", "桃花江片区 氨氮超标。 1、新建管网。2、清淤疏浚。", "桃江县人民政府 省住房城乡建设厅"],
    ]


def test_rows_below_names_of_columns_part_the_bodies_where_nothing_stands_between() -> None:
    text = "序号主要任务任务分解及实施进度牵头单位配合单位2018年1摸清底数。区农委、区环保局区水务局、镇街等"
    text += "2划定类别。区农委区林业局3排查地块。区环保局区经信委\n"
    assert [row[2:] for row in rows_of(text)] == [
        ["区农委、区环保局", "区水务局、镇街等"],
        ["区农委", "区林业局"],
        ["区环保局", "区经信委"],
    ]
    assert [[owner.role for owner in task.owners] for task in owned(text)] == [
        ["lead", "lead", "cooperating", "cooperating"],
        ["lead", "cooperating"],
        ["lead", "cooperating"],
    ]


NUMBERED = "某市专项整治责任清单1、建立污染源台账。市环境监察支队2、发放排污许可证。污管科3、加强巡查。市环境监察支队\n"


def test_rows_numbered_with_a_mark_end_with_their_bodies() -> None:
    assert rows_of(NUMBERED) == [
        ["1", "建立污染源台账。", "市环境监察支队"],
        ["2", "发放排污许可证。", "污管科"],
        ["3", "加强巡查。", "市环境监察支队"],
    ]


def test_single_number_between_bodies_parts_two_rows() -> None:
    text = (
        "5、清淤疏浚。 桃江县人民政府 省水利厅 27 志溪河片区 总磷超标。1、新建管网。 赫山区人民政府 省住房城乡建设厅\n"
    )
    assert [row[0] for row in rows_of(text)] == ["", "27"]
    assert [task.title for task in owned(text)] == ["清淤疏浚", "志溪河片区"]
    assert structure_of("清淤疏浚。 桃江县人民政府 8月底前完成总磷治理。 赫山区人民政府\n").tables == []


LINED = "4、严防反弹。\n益阳市和望城区人民政府\n省农委\n2\n养殖污染\n1、摸清底数。\n2、改造鱼塘。\n省水利厅\n大成镇\n"


def test_rows_of_lines_without_a_header_end_with_their_bodies() -> None:
    text = LINED + "3\n化肥污染\n1、推广绿肥。\n益阳市和\n"
    assert rows_of(text) == [
        ["", "4、严防反弹。", "益阳市和望城区人民政府\n省农委"],
        ["2", "养殖污染\n1、摸清底数。\n2、改造鱼塘。", "省水利厅\n大成镇"],
        ["3", "化肥污染\n1、推广绿肥。\n益阳市和", ""],
    ]
    assert [[owner.name for owner in task.owners] for task in owned(text)] == [
        ["益阳市", "望城区人民政府", "省农委"],
        ["省水利厅", "大成镇"],
        [],
    ]


def test_lines_of_numbers_without_bodies_above_them_open_no_rows() -> None:
    assert structure_of("1、清淤。\n第2页\n2\n3、补水。\n县水利局\n2024\n").tables == []


@pytest.mark.parametrize(
    "text",
    [
        "1.治理桃花江。市水利局牵头12个部门联合执法。市生态环境局13个专项组进驻。\n",
        "出动执法人员。县公安局 3个大队参加。县水利局 8个站所参加。\n",
    ],
)
def test_bodies_before_numbers_in_prose_end_no_rows(text: str) -> None:
    assert structure_of(text).tables == []


INDICATORS = (
    "专栏2 主要指标 类别 序号 指标名称 单位 2020年 2025年 属性 "
    "水环境 1 达到或优于Ⅲ类水体比例 % 83.3 ≥91.7 约束性 2 工业用水重复利用率 % - 完成省下达任务 预期性 "
    "水资源 3 用水总量 亿立方米 12.3 13.0 约束性"
)


@pytest.mark.parametrize(
    "behind", ["\n", "\n三、主要任务\n(一)截污。", " 三、主要任务 (一)截污。", " 注:用水总量为上限。"]
)
def test_indicators_in_one_line_are_rows_up_to_the_prose_behind_them(behind: str) -> None:
    assert rows_of(INDICATORS + behind) == [
        ["水环境", "1", "达到或优于Ⅲ类水体比例", "%", "83.3", "≥91.7", "约束性"],
        ["水环境", "2", "工业用水重复利用率", "%", "-", "完成省下达任务", "预期性"],
        ["水资源", "3", "用水总量", "亿立方米", "12.3", "13.0", "约束性"],
    ]


def test_indicators_a_row_to_a_line_are_rows() -> None:
    text = "类型 指标 2020年 2025年\n水生态 生态缓冲带修复长度(公里) - 20\n水资源 达到生态流量要求的河流数(个) 1 3\n"
    assert rows_of(text) == [
        ["水生态", "生态缓冲带修复长度(公里)", "-", "20"],
        ["水资源", "达到生态流量要求的河流数(个)", "1", "3"],
    ]


def test_sums_in_brackets_are_values() -> None:
    text = "类别 指标 属性 2025年 累计\n供水 农村供水普及率(%) 预期性 92 [4]\n新增供水能力(万吨) 预期性 - [3.5]\n"
    assert [row[1:] for row in rows_of(text)] == [
        ["农村供水普及率(%)", "预期性", "92", "[4]"],
        ["新增供水能力(万吨)", "预期性", "-", "[3.5]"],
    ]


def test_targets_in_rows_that_ran_into_lines_have_their_own_words_and_years() -> None:
    text = (
        "治水清单\n序号 工作任务 责任单位 完成时限\n"
        "1 推进农村治污,整治30个行政村 县生态环境分局 2023年10月\n2 新建雨污管网12公里 县住建局 2024年12月\n"
    )
    targets = read_one(Document("plan.txt", None, text)).targets
    assert [(target.indicator, target.value, target.year) for target in targets] == [
        ("行政村", 30, "2023"),
        ("雨污管网", 12, "2024"),
    ]


def test_years_and_money_part_from_what_stands_beside_them() -> None:
    text = "序号 项目名称 建设内容 总投资(万元) 起止年限 责任单位\n"
    text += "1 城东污水厂 提标改造,规模3万吨/日 5600 2021-2023 市住建局\n"
    text += "2 清溪湿地 建设湿地500亩 800 2022 市林业局\n"
    assert [[cell.text for cell in row][2:] for row in read_one(Document("x", None, text)).tables[0].rows] == [
        ["提标改造,规模3万吨/日", "5600", "2021-2023", "市住建局"],
        ["建设湿地500亩", "800", "2022", "市林业局"],
    ]


def test_records_of_labelled_lines_open_with_their_task() -> None:
    record = "重点任务:{}\n主要措施:新建管网{}公里\n牵头单位:市住建局\n完成时限:2025年\n"
    tasks = owned("治水任务分解表\n" + record.format("城镇污水治理", 5) + record.format("农村污水治理", 9))
    assert [task.title for task in tasks] == ["城镇污水治理", "农村污水治理"]


def test_numbered_lines_that_end_with_bodies_and_times_are_rows() -> None:
    text = "治水清单\n一、治污\n1.取缔“十小”企业8家 县生态环境分局 2021年6月\n"
    text += "2.新建管网15公里 县住建局 县财政局 持续推进\n二、治河\n"
    assert [(task.title, [owner.name for owner in task.owners]) for task in owned(text)] == [
        ("取缔“十小”企业8家", ["县生态环境分局"]),
        ("新建管网15公里", ["县住建局", "县财政局"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.清理河道 8公里\n2.新建泵站 3座\n",
        "1 张三 县水利局\n2 李四 县住建局\n",
        "1 永丰纸业有限公司 县生态环境分局 2021年\n2 鸿达化工有限公司 县生态环境分局 2022年\n",
    ],
)
def test_numbered_lines_without_work_or_bodies_are_no_rows(text: str) -> None:
    assert structure_of(text).tables == []
