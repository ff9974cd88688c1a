import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structure import structure_of, tasks_of

# Short plans of many typists: kind of document, text, and below === the keys and titles that an annotator writes.
STYLES = sorted((Path(__file__).parent / "styles").glob("*.txt"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_tasks_of_style(path: Path) -> None:
    plan, _, expected = path.read_text("utf-8").partition("===\n")
    kind, _, text = plan.partition("\n")
    assert [f"{key} {title}" for key, title in tasks_of(text, kind)] == expected.splitlines()


def test_one_clause_at_the_end_makes_one_task_and_a_clause_each_makes_several() -> None:
    joint = "二、任务\n1、治理扬尘\n(1)落实围挡覆盖要求。\n(2)道路机扫率达92%。\n责任单位:市住建局\n2、治油烟\n清洗。\n"
    apart = joint.replace("要求。\n", "要求。\n责任单位:市城管局\n")
    assert [key for key, _ in tasks_of(joint)] == ["二/1", "二/2"]
    assert [key for key, _ in tasks_of(apart)] == ["二/1/(1)", "二/1/(2)", "二/2"]


@pytest.mark.parametrize(
    "clause",
    ["由市住建局牵头,市城管局、市水务集团配合。", "市住建局牵头,市城管局配合。", "责任单位:市住建局、盐都区人民政府。"],
)
def test_item_that_ends_with_its_own_owners_is_a_task(clause: str) -> None:
    text = (
        f"第四条 治理污水。\n(一)建设管网。新建管网30公里。{clause}\n(二)扩建污水厂。六月底建成。责任单位:市住建局。\n"
    )
    assert [key for key, _ in tasks_of(text)] == ["第四条/(一)", "第四条/(二)"]


def test_words_about_a_plan_are_no_tasks_of_it() -> None:
    notice = "各乡镇人民政府:\n县水利局要组织清淤。\n县住建局负责截污。\n清河县人民政府办公室\n2024年3月1日\n"
    assert len(tasks_of(notice)) == 2
    last = "1.清退网箱,拆除库区网箱。\n2.保障流量,核定目标。\n望各村高度重视,按时完成。\n"
    assert tasks_of(last)[1][1] == "保障流量,核定目标" and structure_of(last).tasks[1].end < last.index("望")
    members = "三、组织领导\n成立领导小组,统筹治水。\n组长:王强(副县长)\n成员:各部门负责人。\n"
    assert [key for key, _ in tasks_of(f"二、任务\n(一)清淤疏浚。\n{members}")] == ["二/(一)", "三"]


def test_title_that_ends_like_a_heading_stands_above_the_outline() -> None:
    assert [section.number for section in structure_of("某县治水目标任务\n一、重点任务\n清淤20公里。\n").sections] == [
        "一、"
    ]


def test_goals_that_order_work_are_tasks_where_no_other_part_holds_any() -> None:
    goals = "一、治污目标任务\n1.污水处理率目标:城区达到95%。\n2.完成新建污水处理厂1座。\n3.完成供水连通管工程。\n"
    safeguards = "二、保障措施\n1.各镇要切实加强领导。\n"
    assert [key for key, _ in tasks_of(goals + safeguards)] == ["一/2", "一/3", "二/1"]
    measures = safeguards.replace("保障措施", "重点任务")
    assert [key for key, _ in tasks_of(goals + measures)] == ["二/1"]


def test_units_that_all_open_with_a_year_are_goals() -> None:
    goals = "(一)到2018年,完成土壤调查。\n(二)到2020年,受污染耕地安全利用率达到95%以上。\n"
    assert tasks_of(goals) == []
    assert len(tasks_of(goals.replace("到2018年,", "2018年底前"))) == 2


def test_first_item_behind_the_title_in_its_line_is_a_task() -> None:
    text = "1、某县林业局2023年度工作计划(一)科学绿化。造林7万亩。\n(二)加强保护。加强采伐管理。\n"
    assert [key for key, _ in tasks_of(text)] == ["(一)", "(二)"]


def test_order_above_the_third_item_is_the_rest_of_the_second() -> None:
    text = "推行垃圾清运模式,强化垃圾分类。\n3、建立整治机制。专人管护。\n"
    assert [key for key, _ in tasks_of(text)] == ["无1", "3"]


def test_bracket_behind_the_last_of_titled_items_is_its_own() -> None:
    items = "1.清退网箱。拆除库区网箱,安置渔民。\n2.保障流量。核定生态流量,实现在线监控。(市水务局)\n"
    assert [key for key, _ in tasks_of(f"二、任务\n(一)治理松涛水库\n{items}")] == ["二/(一)/1", "二/(一)/2"]
    joint = items.replace("。拆", ",拆").replace("。核", ",核").replace("。(", "。\n(")
    assert [key for key, _ in tasks_of(f"二、任务\n(一)治理松涛水库\n{joint}")] == ["二/(一)"]


@pytest.mark.parametrize(
    ("item", "keys"),
    [
        ("(一)强化岸线管控。划定缓冲带。(市水利局牵头,市生态环境局配合)", ["一/(一)"]),
        ("(一)强化岸线管控。划定缓冲带。", []),
        ("(一)森林覆盖率达到45%。(市林业局负责)", []),
    ],
)
def test_work_given_to_owners_is_a_task_where_its_heading_is_lost(item: str, keys: list[str]) -> None:
    assert [key for key, _ in tasks_of(f"一、工作目标\n到2025年,淮河水质优良。\n{item}\n")] == keys


def test_plan_in_an_annex_with_one_clause_of_owners_is_no_single_task() -> None:
    text = (
        "关于征求意见的公告\n现征求意见。\n附件\n西湖区治水实施方案\n一、总则\n(一)指导思想\n落实决策部署,改善水质。\n"
        "二、主要实施任务\n(一)截污纳管\n新建管网20公里。(责任单位:区住建局)\n"
    )
    assert tasks_of(text, "notice") == [("附件/二/(一)", "截污纳管")]


def test_item_goes_on_behind_owners_although_the_one_before_is_lost() -> None:
    text = (
        "一、主要任务\n1.清淤。疏浚沭河。(责任单位:市水利局)2.补水。调引江水。(责任单位:市水利局)4.保洁。清捞水草。\n"
    )
    assert [key for key, _ in tasks_of(text)] == ["一/1", "一/2", "一/4"]


def test_duties_of_a_body_with_helpers_at_their_end_are_one_task() -> None:
    items = "(一)县公安局主要工作任务:\n1.查处无证渣土车。\n2.查处闯入禁行路段的车辆。\n"
    assert [key for key, _ in tasks_of(f"五、工作职责\n{items}")] == ["五/(一)/1", "五/(一)/2"]
    assert [key for key, _ in tasks_of(f"五、工作职责\n{items}协助单位:县交通局\n")] == ["五/(一)"]


def test_duty_without_a_word_of_duty_stands_beside_others() -> None:
    lines = ["市环保部门负责监测水质。", "市财政部门根据任务安排资金。", "市住建局负责建设管网。", "以上工作年底验收。"]
    found = [title for _, title in tasks_of("四、职责分工\n" + "\n".join(lines) + "\n")]
    assert found == [line.rstrip("。") for line in lines[:3]]


def test_duties_run_into_one_line_are_tasks_and_labels_none() -> None:
    duties = ["县水利局:牵头编制采砂规划;", "县公安局:打击盗采河砂;", "县交通局:负责查处超载。"]
    found = [title for _, title in tasks_of("一、职责\n" + "".join(duties) + "\n")]
    assert found == [duty.rstrip(";。") for duty in duties]
    labels = "二、任务\n(一)清淤。疏浚沭河。责任单位:县水利局;配合单位:县公安局;验收单位:县政府督查室。\n"
    assert [key for key, _ in tasks_of(labels)] == ["二/(一)"]


def test_lines_of_owners_belong_to_the_task_above() -> None:
    text = "二、任务\n(一)治理黑臭水体。\n牵头单位:市住建局;配合单位:市水务局\n完成时限:2024年底\n(二)截污\n"
    first = structure_of(text).tasks[0]
    assert text[first.start : first.end].endswith("完成时限:2024年底")


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("第一节 推进水环境治理", ["第三章/第一节/无1", "第三章/第一节/无2"]),
        ("(一)推进水环境治理", ["第三章/(一)"]),
    ],
)
def test_paragraphs_of_a_section_that_have_headings_are_tasks(heading: str, keys: list[str]) -> None:
    paragraphs = "加强干流保护。实施岸线整治。\n恢复滨岸植被。建设缓冲带500亩。\n责任单位:县林业局\n"
    assert [key for key, _ in tasks_of(f"第三章 主要任务\n{heading}\n{paragraphs}")] == keys


def test_paragraphs_with_headings_and_owners_are_tasks() -> None:
    text = (
        "二、任务\n(一)减量\n推行清洁生产。市经信局牵头,每年审核。\n建设绿色园区。高新区管委会负责改造,市经信局指导。\n"
    )
    assert [key for key, _ in tasks_of(text)] == ["二/(一)/无1", "二/(一)/无2"]


def test_paragraphs_with_headings_end_with_brackets_on_lines_of_their_own() -> None:
    text = (
        "二、重点任务\n(一)健全制度,强化统筹。\n完善监测体系。\n2024年6月底前,在主要断面建成水质自动监测站,实现省、市、县三级数据共享,定期发布结果。\n"
        "(省生态环境厅牵头,省水利厅参与)\n强化执法。\n对沿河工业企业、畜禽养殖场和污水处理厂开展交叉检查,严肃查处偷排漏排,向社会公开结果。\n"
        "(省生态环境厅指导,试点市政府负责落实。\n以下均需各县政府落实,不再列出)\n"
    )
    assert tasks_of(text) == [("二/(一)/无1", "完善监测体系"), ("二/(一)/无2", "强化执法")]


def test_items_that_each_close_with_a_bracket_of_names_are_tasks() -> None:
    text = "三、绿化\n6.造林。造林3万亩。(市林业局,嘉鱼县、赤壁市政府)\n7.修复湿地。保护斧头湖。(市林业局、市水利局)\n"
    assert [key for key, _ in tasks_of(text)] == ["三/6", "三/7"]


@pytest.mark.parametrize(
    "text",
    [
        "一、指导思想\n(一)坚持绿色发展。落实新发展理念。\n",
        "二、基本原则\n——坚持系统治理。统筹山水林田湖草。\n",
        "三、主要目标\n——森林覆盖率达到45%。\n——湿地保护率达到55%。\n",
        "一、存在问题\n(一)管网老旧。(二)资金不足。\n",
        "附件1\n领导小组成员名单\n1.组长:王某\n2.副组长:李某\n",
        "附件3\n考核评分细则\n1.组织领导(10分)。成立领导小组得5分。\n2.任务完成(60分)。少一项扣5分。\n",
        "四、保障措施\n",
        "关于印发《永州市湘江保护方案》的通知\n永政办发〔2016〕41号\n各县区人民政府:\n方案已经同意,现印发给你们。\n",
        "二、工作任务\n详见附件。\n",
        "一、时间安排\n2024年6月1日至9月10日。\n",
        "一、整治时间\n即日起至2024年12月底。\n",
        "一、禁燃区范围:东至青山路,西至白溪。\n二、本通告自2024年3月1日起施行,有效期5年。\n",
        "五、公示期限\n2024年3月1日至3月5日,如有异议请来电反映。\n",
        "说明:1.带*的为牵头单位;2.未注明时限的,均为年底前完成;3.进展按月报送。\n",
        "沂河2024年治理重点任务清单\n(责任单位中带*的为牵头单位)\n",
        "备注:(1)清淤长度按中心线计算。(2)投资以批复为准。\n",
        "一、组织机构\n应急指挥部办公室设在市生态环境局。\n",
        "三、工作机构\n镇政府决定成立水岸同治工作领导小组,统筹全镇工作。\n",
    ],
)
def test_part_without_work_has_no_tasks(text: str) -> None:
    assert tasks_of(text) == []


def test_safeguards_are_of_their_own_kind() -> None:
    tasks = structure_of("一、治理巢湖\n清理蓝藻。\n二、保障措施\n(一)强化考核。按月通报。\n").tasks
    assert [(task.key, task.kind) for task in tasks] == [("一", "measure"), ("二/(一)", "safeguard")]


def test_what_states_no_work_is_counted() -> None:
    facts = structure_of("第一条 为了保护汉江,制定本办法。\n第二条 清理汉江岸线。\n")
    assert [task.key for task in facts.tasks] == ["第二条"]
    assert facts.rejected == {"unit states no work": 1}


TABLE = "序号\t主要任务\t具体措施\t责任单位\t完成时限\n1\t治理滇池\t清淤30万立方米\t市水务局\t2025年\n"


def test_row_of_task_table_is_a_task() -> None:
    rows = "2\t保护水源\t设置围网\t市生态环境局\t长期\n\t\t清理码头\t市交通局\t2024年\n"
    facts = structure_of(f"附件1\n任务清单\n{TABLE}{rows}")
    assert [(task.key, task.title) for task in facts.tasks] == [
        ("附件1/1", "治理滇池"),
        ("附件1/2", "保护水源"),
        ("附件1/2#2", "清理码头"),
    ]
    assert facts.text[facts.tasks[0].start : facts.tasks[0].end] == "治理滇池\t清淤30万立方米\t市水务局\t2025年"
    assert {task.section for task in facts.tasks} == {facts.sections[0].id}


@pytest.mark.parametrize(("name", "count"), [("禁渔", 1), ("防沙", 1), ("合计", 0), ("-", 0), ("12", 0)])
def test_row_of_a_short_name_is_a_task(name: str, count: int) -> None:
    assert len(tasks_of(f"附件1\n任务\t责任单位\t完成时限\n{name}\t市水务局\t2025年\n")) == count


@pytest.mark.parametrize(
    "header",
    [
        "指标名称\t单位\t目标值\t责任单位\n优良天数\t天\t320\t市生态环境局\n",
        "姓名\t单位\t联系电话\n王某\t市水务局\t123\n",
    ],
)
def test_row_of_other_table_is_no_task(header: str) -> None:
    assert tasks_of(f"附件1\n{header}") == []


def test_annex_that_restates_a_task_is_evidence() -> None:
    rows = TABLE.replace("治理滇池", "推进滇池治理") + "2\t保护抚仙湖\t退耕\t县林草局\t2024年\n"
    text = f"一、主要任务\n(一)推进滇池治理。实施草海清淤,修复湖滨湿地。\n2023年5月4日\n附件1\n任务清单\n{rows}"
    facts = structure_of(text)
    assert [(task.key, task.title) for task in facts.tasks] == [("一/(一)", "推进滇池治理"), ("附件1/2", "保护抚仙湖")]
    ((start, end),) = facts.tasks[0].evidence
    assert text[start:end] == "推进滇池治理\t清淤30万立方米\t市水务局\t2025年"


@pytest.mark.parametrize(
    ("row", "keys"),
    [
        ("滇池岸线整治", ["一/(一)", "一/(二)"]),  # the last words of 开展滇池岸线整治
        ("拆除违建12处并完成复绿", ["一/(一)", "一/(二)"]),  # quoted from one task
        ("岸线整治", ["一/(一)", "一/(二)", "附件1/1"]),
        ("加强巡查管护并落实责任人员", ["一/(一)", "一/(二)", "附件1/1"]),  # said in two
    ],
)
def test_annex_that_quotes_a_task_is_evidence(row: str, keys: list[str]) -> None:
    said = "加强巡查管护并落实责任人员"
    text = f"一、主要任务\n(一)开展滇池岸线整治。拆除违建12处并完成复绿,{said}。\n(二)治理入湖沟渠。清淤,{said}。\n"
    rows = f"序号\t主要任务\t责任单位\n1\t{row}\t市水务局\n"
    assert [key for key, _ in tasks_of(f"{text}2023年5月4日\n附件1\n任务清单\n{rows}")] == keys


def test_last_item_goes_on_where_it_leads_to_what_follows() -> None:
    text = "一、清淤。清理沟渠。\n二、补水。开闸引水。\n三、治污。重点做好以下工作:\n取缔小作坊,完成截污纳管。\n"
    assert structure_of(text).tasks[-1].end == len(text) - 1


@pytest.mark.parametrize(
    ("heading", "keys"),
    [("二、目标任务", ["二/(一)/1", "二/(一)/2"]), ("二、工作目标", [])],
)
def test_items_two_levels_below_goals_and_tasks_are_tasks(heading: str, keys: list[str]) -> None:
    items = "(一)治理水污染\n1.工业污染。取缔小作坊,严控排放。\n2.农业污染。推广干湿分离。\n"
    assert [key for key, _ in tasks_of(f"一、指导思想\n坚持绿色发展。\n{heading}\n到2022年水质改善。\n{items}")] == keys


def test_item_headed_as_a_goal_is_a_task_where_it_is_given_to_somebody() -> None:
    text = "(一)流域治理目标 完成4条河流整治。(责任单位:市水利局)\n(二)水质目标 优良率95%。(责任单位:市生态环境局)\n"
    assert [key for key, _ in tasks_of(text)] == ["(一)"]


@pytest.mark.parametrize(
    ("item", "is_task"),
    [
        ("城北污水处理厂二期工程,2024年6月底前开工。责任单位:县住建局", True),
        ("建成人工湿地一处。责任单位县林业局、县水利局", True),
        ("建成区绿化覆盖率达到40%。责任单位:县林业局", False),
        ("城北污水处理厂二期工程建成投运,出水达到一级A标准", False),
    ],
)
def test_works_among_goals_are_tasks_where_they_are_given_to_somebody(item: str, is_task: bool) -> None:
    text = f"二、工作目标\n(一)年度目标\n1.2024年度\n(1){item}。\n三、保障措施\n加强督查。\n"
    assert ("二/(一)/1/(1)" in [key for key, _ in tasks_of(text)]) == is_task


def test_default_that_closes_a_bracket_below_begins_no_task() -> None:
    text = (
        "二、任务\n(一)优化产业\n严格准入。禁止新建印染厂。\n(市环保局负责。\n以下均需各县落实,不再列出)\n"
        "优化布局。推动企业入园。\n(市经信局负责)\n"
    )
    assert [title for _, title in tasks_of(text)] == ["严格准入", "优化布局"]


def test_short_sentences_under_a_part_are_tasks_and_names_are_none() -> None:
    text = "三、工作安排\n1月:制定方案。\n3月—4月:开展春季造林,完成造林2万亩。\n水务集团\n"
    assert [key for key, _ in tasks_of(text)] == ["三/无1", "三/无2"]


def test_rest_of_an_item_with_its_owners_is_a_task_on_a_page_that_begins_within_it() -> None:
    text = "施建设,改造管网15公里。(市住建局负责)\n3.监管园区。污水全收集。(市生态环境局负责)\n"
    assert [key for key, _ in tasks_of(text)] == ["无1", "3"]


@pytest.mark.parametrize(
    "head",
    ["• 来源专题:水环境\n• 朔州市行动计划 根据省计划,制定本计划。\n", "分管领导:王建国 责任人:李卫东\n"],
)
def test_what_a_page_says_above_a_plan_is_no_task(head: str) -> None:
    assert [key for key, _ in tasks_of(f"{head}一、治污。取缔小作坊。\n二、补水。开闸引水。\n")] == ["一", "二"]


def test_words_below_the_last_of_single_paragraphs_are_no_part_of_it() -> None:
    items = "1.清淤。疏浚西溪4公里。\n2.补水。每月调水20万方。\n3.保洁。打捞漂浮物。\n"
    ends = {
        below: structure_of(f"二、任务\n{items}{below}\n").tasks[-1].end
        for below in ("各镇要高度重视,于月底前报送进展。", "由县水务局牵头负责。", "责任单位:县水务局")
    }
    whole = len(f"二、任务\n{items}") - 1
    assert [end > whole for end in ends.values()] == [False, True, True]


def test_ids_are_stable_and_unique() -> None:
    text = "1、优化结构。淘汰落后产能。\n1、保护水源。清理饮食店8家。\n1、限期治理。关停砂厂3家。\n"
    ids = [task.id for task in structure_of(text).tasks]
    assert ids == [task.id for task in structure_of(text).tasks]
    assert len(set(ids)) == len(ids)
    assert all(task_id.startswith(structure_of(text).id) for task_id in ids)


@pytest.mark.parametrize(
    ("below", "titles"),
    [
        ("责任单位:市水务局", ["河道清淤"]),
        ("完成时限:2025年底前", ["河道清淤"]),
        ("各县区要加强巡查,发现问题立即整改。", ["河道清淤", "各县区要加强巡查,发现问题立即整改"]),
    ],
)
def test_heading_over_a_table_of_tasks_is_no_task_beside_its_rows(below: str, titles: list[str]) -> None:
    facts = structure_of(f"一、重点任务\n序号\t任务\t责任单位\n1\t河道清淤\t市水利局\n{below}")
    assert [task.title for task in facts.tasks] == titles


@pytest.mark.parametrize(
    ("above", "count"),
    [("规划实施治理项目5大类68个,估算总投资12亿元。", 1), ("项目68个,由区水务局统筹推进,按月调度。", 2)],
)
def test_sum_of_the_rows_above_a_table_of_tasks_is_no_task(above: str, count: int) -> None:
    text = f"第五章 重点工程\n{above}\n序号\t项目名称\t责任单位\n1\t永安河治理\t市水利局\n"
    assert len(structure_of(text).tasks) == count


LINES = st.sampled_from(
    [
        *("一、重点任务", "二、保障措施", "(一)治理渭河。清淤3公里。", "(二)严格执法", "1.排查排口。2.封堵排口。"),
        *("3.新建管网。", "(1)监测", "一是抓源头;二是抓末端。", "第一章 总则", "第二条 清理岸线。", "——巡河"),
        *("责任单位:市水务局", "完成时限:2025年", "附件1", "主要任务", "整改目标:达标", "2023年5月1日"),
        *("序号\t任务\t责任单位", "1\t清淤\t市水利局", "下一步,加强监管。", ""),
        "清理河道漂浮物,修复岸线植被,建立长效管护机制。",
    ]
)


@settings(max_examples=150)
@given(st.lists(LINES, max_size=30))
def test_tasks_quote_the_text_in_order_without_overlap(lines: list[str]) -> None:
    facts = structure_of("\n".join(lines))
    assert all(0 <= task.start < task.end <= len(facts.text) for task in facts.tasks)
    assert all(task.title in facts.text[task.start : task.end] for task in facts.tasks)
    assert len({task.id for task in facts.tasks}) == len(facts.tasks)
    spans = sorted((task.start, task.end) for task in facts.tasks)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


@settings(max_examples=60)
@given(st.lists(LINES, max_size=20), st.integers(2, 9))
def test_renumbering_changes_keys_only(lines: list[str], shift: int) -> None:
    text = "\n".join(line for line in lines if not line.startswith(("1.", "3.", "(1)", "1\t")))
    plain = f"一、重点任务\n1.治理泾河,清淤三公里。\n2.修复岸线,补植柳树。\n{text}"
    moved = plain.replace("\n1.治", f"\n{shift}.治").replace("\n2.修", f"\n{shift + 1}.修")
    assert [task.title for task in structure_of(plain).tasks] == [task.title for task in structure_of(moved).tasks]
