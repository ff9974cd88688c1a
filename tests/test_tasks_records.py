"""Records: a problem, what is done about it, by whom and by when, on labelled lines or under headings of a page."""

import pytest
from owning import written
from structure import tasks_of

from corpus.document import Document
from nlp.pipeline import read_one


def test_record_stays_one_task_where_a_measure_names_a_doer() -> None:
    text = (
        "附件:整改清单\n一、废弃矿山修复不到位。\n整改目标:完成修复。\n责任单位:市自然资源局\n督导单位:市林业局\n整改措施:\n"
        "核查全市废弃矿山,2024年3月底前编制规划。\n由各县区政府负责辖区内矿山的修复,清理旧账。\n严格基金监管。\n"
        "整改时限:2025年\n二、砂石厂乱堆。\n整改目标:清理。\n责任单位:市水利局\n整改措施:\n清理堆场。\n"
    )
    assert [key for key, _ in tasks_of(text)] == ["附件/一", "附件/二"]


def test_record_of_labelled_lines_is_one_task() -> None:
    plan = "二、任务\n(一)关于工地管控不到位的问题\n责任单位:县住建局\n整改措施:\n安装在线监测设备并联网运行。\n"
    assert [key for key, _ in tasks_of(plan)] == ["二/(一)"]


def test_record_of_works_in_a_basin_is_one_task_as_one_of_an_inspection_is() -> None:
    text = (
        "一、整治内容\n(一)石桥村养殖场直排问题\n整治目标:消除直排。\n"
        "整治措施:1.关停养殖场3家;2.完善粪污设施。\n责任单位:县农业农村局\n整治时限:2026年6月30日\n"
    )
    assert read(text) == ["一/(一) 县农业农村局:责 2026-06-30"]


def test_item_above_a_box_stays_a_task() -> None:
    box = "专栏2 重大工程\n(1)白浪河堤防加固工程\n(2)弥河整治工程\n"
    assert read(f"第一节 治水\n3.防控蓝藻。打捞藻水。\n4.整治河道。退圩还湖2公里。\n{box}") == [
        "第一节/3 ",
        "第一节/4 ",
        "第一节/专栏2/(1) ",
        "第一节/专栏2/(2) ",
    ]


def test_box_before_the_first_chapter_holds_none() -> None:
    box = "专栏1 主要指标\n|指标|2025年|\n|---|---|\n|漏损率|9%|\n"
    assert read(f"{box}第三章 农业节水\n第一节 推进节水灌溉\n新建管道20公里。\n") == ["第三章/第一节 "]


def read(text: str) -> list[str]:
    """Key, owners and ends of the deadlines of each task."""
    return [
        " ".join([task.key, written(task.owners), *(each.ends or "-" for each in task.deadlines)])
        for task in read_one(Document("plan.txt", None, text)).tasks
    ]


MEASURES = "整改措施:\n(一)加快二期扩建。\n(二)加强运行监管。\n"
EACH = "整改措施:(1)截污纳管。责任单位:县住建局;时限:2024年8月。(2)清淤疏浚。责任单位:县水利局;时限:2024年9月。\n"


def test_row_is_named_behind_its_number_and_an_item_before_its_bracket() -> None:
    header = "编号\t任务\t子任务\t牵头单位\t完成时间\n"
    rows = "1\t建立体系\t1.1 成立小组\t市政府办\t2023.06\n\t\t1.2 划定重点区\t市水利局\t2024.12\n"
    item = "二、督办\n1. 整治白溪(责任单位:甲区政府;督办单位:市住建局)\n"
    tasks = read_one(Document("plan.txt", None, f"某市治水方案\n一、任务\n{header}{rows}{item}")).tasks
    assert [task.title for task in tasks] == ["建立体系", "划定重点区", "整治白溪"]


def test_name_of_a_work_stands_before_its_kind_and_behind_its_star():
    header = "工程类别\t工程名称\t责任单位\t起止年限\n"
    rows = "污水处理\t★第二污水处理厂扩容\t市水务局\t2024-2025\n河道修复\t白浪河生态修复\t市水利局\t2025\n"
    tasks = read_one(Document("plan.txt", None, f"治水方案\n附件\n工程清单\n{header}{rows}")).tasks
    assert [task.title for task in tasks] == ["第二污水处理厂扩容", "白浪河生态修复"]


def test_second_column_of_tasks_names_the_row_where_the_first_goes_on() -> None:
    header = "序号\t重点任务\t工作内容\t牵头部门\t完成时限\n"
    rows = "1\t产业结构调整\t淘汰落后产能\t市工信局\t2024年12月\n2\t\t整合砖瓦行业\t市工信局\t2024年9月\n"
    tasks = read(f"治气方案\n附件\n任务清单\n{header}{rows}")
    assert tasks == ["附件/1 市工信局:牵 2024-12", "附件/2 市工信局:牵 2024-09"]


def test_persons_of_a_flat_table_stand_in_their_own_column() -> None:
    header = "序号\n重点工作\n具体任务\n责任领导\n责任单位\n完成时限\n"
    rows = "1\n水环境\n清理白溪\n王某某\n市水务局(牵头)\n市财政局\n2024年10月\n2\n改造泵站\n李某\n市住建局\n2024年底\n"
    assert read(f"附件2\n任务清单\n{header}{rows}(此页无正文)\n") == [
        "附件2/1 市水务局:牵 市财政局:责 2024-10",
        "附件2/2 市住建局:责 2024",
    ]


def test_minutes_without_a_date_speak_from_the_day_they_begin_with() -> None:
    told = "2024年5月10日,副县长主持会议。纪要如下:"
    text = f"专题会议纪要\n{told}\n一、由县水利局牵头摸底,5月底前完成。\n二、县住建局拆除违建。\n"
    assert read(text) == ["一 县水利局:牵 2024-05", "二 县住建局:责"]


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        (
            "一、土壤。1.制定方案(市农业局,2023年3月底前);2.完成2万亩(市农业局、各镇,2023年11月底前)。\n二、补水。开闸。\n",
            ["一/1 市农业局:责 2023-03", "一/2 市农业局:责 各镇:责 2023-11", "二 "],
        ),
        (
            "一、市水利局牵头的任务\n(一)划定岸线。(配合单位:市林业局)\n二、市林业局牵头的任务\n(二)修复湿地。\n",
            ["一/(一) 市水利局:牵 市林业局:配", "二/(二) 市林业局:牵"],
        ),
        (
            "一、主要目标任务:1.完成5条河道划界;2.创建幸福河湖3条。\n二、责任单位:市水利局(牵头)、各县区人民政府。\n"
            "三、完成时限:2023年底前。\n四、保障措施:加强资金保障,强化监督考核。\n",
            ["一/1 市水利局:牵 各县区人民政府:责 2023", "一/2 市水利局:牵 各县区人民政府:责 2023", "四 "],
        ),
        (
            "第一部分 市水务局\n1. 新建河堤。\n2. 清淤。\n责任人:张三\n",
            ["第一部分/1 市水务局:责", "第一部分/2 市水务局:责"],
        ),
        (
            "一、控源截污 区住建局牵头 2023年12月\n1、完成白溪截污;\n2、改造雨污管网;\n二、保洁\n1、打捞水草;\n",
            ["一/1 区住建局:牵 2023-12", "一/2 区住建局:牵 2023-12", "二/1 "],
        ),
        (
            "一、养殖\n1.推广生态养殖模式。\n2.治理养殖尾水。\n牵头单位:县农业局。责任单位:县环保局,各镇\n二、清淤。清理河道。\n",
            ["一 县农业局:牵 县环保局:责 各镇:责", "二 "],
        ),
        (
            "一、治气\n★1.改造10家企业。(市生态环境局)\n2.改造水泥窑。(市工信局)\n★3.淘汰货车。(市公安局)\n",
            ["一/1 市生态环境局:责", "一/2 市工信局:责", "一/3 市公安局:责"],
        ),
    ],
)
def test_items_have_what_their_heading_or_clause_says(text: str, tasks: list[str]) -> None:
    assert read(f"某县2023年治水治气方案\n{text}") == tasks


def test_name_of_a_column_may_be_broken_over_two_lines() -> None:
    header = "序号\n工作任务\n牵头\n部门\n责任\n单位\n完成\n时限\n"
    rows = "1\n治理散煤\n市环保局\n各县区政府\n2024年10月\n2\n淘汰货车\n市公安局\n市交通局\n2024年底\n"
    assert read(f"某市治气任务分解表\n{header}{rows}") == [
        "1 市环保局:牵 各县区政府:责 2024-10",
        "2 市公安局:牵 市交通局:责 2024",
    ]


def test_heading_of_duties_is_no_duty() -> None:
    text = "某市河长制成员单位职责\n市委组织部负责考核干部。\n市财政局负责落实资金。\n"
    assert [task.partition(" ")[2] for task in read(text)] == ["市委组织部:责", "市财政局:责"]


def test_named_item_may_stand_before_a_blank() -> None:
    item = "任务{}\n对黑臭水体开展排查,建立台账。\n牵头单位 市水务局\n完成时间 2024年5月底\n"
    text = "农村黑臭水体治理方案\n" + item.format("一 摸清底数") + item.format("二 系统治理")
    assert read(text) == ["任务一 市水务局:牵 2024-05", "任务二 市水务局:牵 2024-05"]


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        (
            f"一、污水厂超负荷问题\n责任单位:县住建局\n整改时限:2024年12月\n{MEASURES}"
            f"二、粪污直排问题\n责任单位:县农业农村局\n整改时限:2023年底\n{MEASURES}",
            ["一 县住建局:责 2024-12", "二 县农业农村局:责 2023"],
        ),
        (
            f"一、水污染方面\n1.问题:河道返黑。\n整改目标:消除黑臭。\n{EACH}",
            ["一/1/(1) 县住建局:责 2024-08", "一/1/(2) 县水利局:责 2024-09"],
        ),
        (
            "一、反馈问题\n雨污分流不彻底。\n二、责任单位\n青云市住建局\n三、整改时限\n2025年12月底。\n"
            "四、整改措施\n(一)改造管网30公里。\n(二)加强养护。\n",
            ["四/(一) 青云市住建局:责 2025-12", "四/(二) 青云市住建局:责 2025-12"],
        ),
        (
            "一、责任单位\n市水务局负责清理河道,2024年底前完成。\n二、整改措施\n(一)改造管网30公里。\n",
            ["一 市水务局:责 2024", "二/(一) "],
        ),
    ],
)
def test_record_gives_its_measures_who_and_when(text: str, tasks: list[str]) -> None:
    assert read(f"某县督察反馈问题整改方案\n{text}") == tasks
