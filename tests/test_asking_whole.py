"""Questions about whole plans: all targets and times, what nobody carries, how many documents, the last of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked import answering

from graph.answers.answers import Answerer

PLANS = {
    "huzhou.txt": "湖州市人民政府办公室关于印发湖州市生态环境保护工作方案的通知\n湖政办发〔2023〕7号\n一、工作目标\n"
    "到2025年,受污染耕地安全利用率达到93%,"
    "PM2.5平均浓度控制在27微克/立方米以下。\n二、主要任务\n"
    "(一)防治餐饮油烟。推行绿色金融,2024年底前完成排查。(牵头单位:市综合执法局;责任单位:市生态环境局)\n"
    "(二)修复太湖湿地。2025年6月底前修复湿地300亩。(牵头单位:市林业局;责任单位:市水利局)\n"
    "(三)更新公交车辆。2025年新能源公交车占比达到80%。(牵头单位:市交通运输局;责任单位:市财政局)\n"
    "(四)宣传绿色生活。落实《诸暨市环境噪声治理实施意见》,办好生态日活动。\n湖州市人民政府办公室\n2023年4月6日\n",
    "zhuji.txt": "诸暨市环境噪声治理实施意见\n一、工作目标\n"
    "到2024年,受污染耕地安全利用率达到92%,声环境质量达标率达到95%。\n二、主要任务\n"
    "(一)整治施工噪声。依据《浙江省环境噪声管理决定》《噪声污染防治法》执行。(责任单位:市住建局、市公安局)\n"
    "(二)守护浦阳江。发展绿色金融。每季度巡查一次。(责任单位:市水利局)\n"
    "(三)改善水体质量。清理陈蔡水库。(责任单位:市水利局)\n诸暨市人民政府\n2021年9月1日\n",
    "sanmenxia.txt": "三门峡市绿化行动计划(2024—2026年)\n二、主要任务\n"
    "(一)种植护岸林。实施湖滨区护岸林工程、陕州区防风林工程。(市林业局负责)\n",
    "huanghe.txt": "黄河流域再生水利用工作方案\n二、主要任务\n(一)铺设管网。(水利部牵头)\n"
    "(二)治理黄河支流。(水利部牵头)\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering(tmp_path_factory, PLANS) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("湖州的目标", [93, 27, 300, 80]),
        ("What are the targets of Huzhou?", [93, 27, 300, 80]),
        ("湖州有哪些目标?", [93, 27, 300, 80]),
        ("湖州林业局有哪些目标?", [300]),
        ("湖州公安局有哪些目标?", []),
        ("2024年的目标有哪些?", [92, 95]),
        ("湖州2035年的目标", []),
        ("比较湖州和诸暨的目标", [93, 92, 27, 300, 80, 95]),
        ("compare Huzhou's and Zhuji's targets", [93, 92, 27, 300, 80, 95]),
        ("compare Huzhou and Zhuji", [93, 92, 27, 300, 80, 95]),
        ("湖州的目标和诸暨的目标有什么不同?", [93, 92, 27, 300, 80, 95]),
        ("湖州和诸暨共同的指标有哪些?", [93, 92]),
        ("Which indicators do Huzhou and Zhuji share?", [93, 92]),
    ],
)
def test_targets_of_whole_plans_are_all_told(answerer: Answerer, question: str, values: list[float]) -> None:
    assert [target["value"] for target in answerer.ask(question).get("targets", [])] == values


def test_comparison_of_whole_plans_names_what_both_set(answerer: Answerer) -> None:
    assert answerer.ask("比较湖州和诸暨的目标")["text"].startswith(
        "数值目标:湖州市4项、诸暨市2项。都定了的指标:受污染耕地安全利用率。湖州市:"
    )
    assert "All set safe use of contaminated farmland." in answerer.ask("compare Huzhou's and Zhuji's targets")["text"]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("湖州方案有哪些时限?", ["2024年底前", "2025年6月底前", "2025年"]),
        ("What deadlines does the Huzhou plan set?", ["2024年底前", "2025年6月底前", "2025年"]),
        ("湖州有哪些时间节点?", ["2024年底前", "2025年6月底前", "2025年"]),
        ("Which Huzhou tasks have deadlines?", ["2024年底前", "2025年6月底前", "2025年"]),
        ("诸暨方案有哪些期限?", ["每季度"]),
        ("哪些任务有期限?", ["2024年底前", "2025年6月底前", "2025年", "每季度"]),
    ],
)
def test_times_of_whole_plans_are_all_told(answerer: Answerer, question: str, names: list[str]) -> None:
    assert answerer.ask(question)["names"] == names


@pytest.mark.parametrize(
    "question", ["湖州方案有哪些时限?", "湖州2024年底前到期的任务有哪些?", "湖州餐饮油烟什么时候排查完?"]
)
def test_task_told_for_its_time_keeps_its_whole_wording(answerer: Answerer, question: str) -> None:
    tasks = answerer.ask(question)["tasks"]
    assert tasks
    assert all(task["text"].startswith(task["heading"]) for task in tasks)


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("湖州哪些任务没有写明责任单位?", ["二/(四)"]),
        ("诸暨哪些任务没有牵头单位?", ["二/(一)", "二/(二)", "二/(三)"]),
        ("Which Huzhou tasks have no responsible bureau?", ["二/(四)"]),
        ("tasks about noise", ["二/(一)"]),
        ("湖州哪些任务没有期限?", ["二/(四)"]),
        ("Huzhou tasks without a deadline", ["二/(四)"]),
        ("诸暨哪些任务既没有牵头单位也没有期限?", ["二/(一)", "二/(三)"]),
        ("黄河流域有哪些任务?", ["二/(一)", "二/(二)"]),
        ("对比湖州和诸暨在绿色金融方面的任务", ["二/(一)", "二/(二)"]),
    ],
)
def test_tasks_are_told_by_what_is_said_of_them(answerer: Answerer, question: str, keys: list[str]) -> None:
    assert [task["key"] for task in answerer.ask(question)["tasks"]] == keys


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("最新的文件是哪份?", ["huzhou.txt"]),
        ("最近印发的方案是哪个?", ["huzhou.txt"]),
        ("Which plan is the most recent?", ["huzhou.txt"]),
        ("最早的文件是哪份?", ["zhuji.txt"]),
        ("哪些文件是2021年的?", ["zhuji.txt"]),
        ("What is the oldest document?", ["zhuji.txt"]),
    ],
)
def test_last_document_is_told_by_its_day_of_issue(answerer: Answerer, question: str, sources: list[str]) -> None:
    assert [document["source"] for document in answerer.ask(question)["documents"]] == sources


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("一共有多少份文件?", 4),
        ("诸暨有几份文件?", 1),
        ("How many documents are there?", 4),
        ("有几份文件提到了太湖?", 1),
        ("多少份方案提到了绿色金融?", 2),
        ("How many documents mention lamps?", 0),
        ("有几份文件引用了《噪声污染防治法》?", 1),
        ("诸暨的方案引用了多少份文件?", 2),
        ("How many documents does the Zhuji plan cite?", 2),
    ],
)
def test_documents_held_are_counted_apart_from_those_cited(answerer: Answerer, question: str, count: int) -> None:
    answer = answerer.ask(question)
    assert (answer.get("count") or 0) == count
    assert answer["none"] == (count == 0)


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("湖州哪些任务不由交通运输局牵头?", ["二/(一)", "二/(二)"]),
        ("湖州哪些任务不是由林业局牵头的?", ["二/(一)", "二/(三)"]),
        ("湖州哪些任务由林业局牵头?", ["二/(二)"]),
        ("湖州林业局不负责哪些任务?", ["二/(一)", "二/(三)"]),
    ],
)
def test_tasks_of_others_leave_out_the_department_denied(answerer: Answerer, question: str, keys: list[str]) -> None:
    assert [task["key"] for task in answerer.ask(question)["tasks"]] == keys


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("哪些文件引用了诸暨的方案?", ["huzhou.txt"]),
        ("谁引用了诸暨方案?", ["huzhou.txt"]),
        ("Which plans cite the Zhuji plan?", ["huzhou.txt"]),
        ("what links to the Zhuji plan", ["huzhou.txt"]),
        ("哪些文件引用了湖州的方案?", []),
    ],
)
def test_documents_that_cite_a_plan_are_told(answerer: Answerer, question: str, sources: list[str]) -> None:
    answer = answerer.ask(question)
    assert [document["source"] for document in answer.get("documents", [])] == sources
    assert answer["none"] == (not sources)


def test_links_of_a_plan_name_what_it_cites_too(answerer: Answerer) -> None:
    answer = answerer.ask("和诸暨方案有关联的文件有哪些?")
    assert answer["names"] == ["浙江省环境噪声管理决定", "噪声污染防治法"]
    assert "引用诸暨市的文件1个:湖州市" in answer["text"]


@pytest.mark.parametrize("question", ["三门峡方案覆盖哪几年?", "What is the period of the Sanmenxia plan?"])
def test_years_of_a_plan_are_told(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question)["names"] == ["2024—2026"]


@pytest.mark.parametrize(
    "question", ["湖州方案主要内容是什么?", "总结一下湖州的方案", "What is the Huzhou plan about?"]
)
def test_plan_at_a_glance_names_its_parts(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert (answer["intent"], answer["names"]) == ("summary", ["工作目标", "主要任务"])
    assert [quoted["quote"].strip() for quoted in answer["evidence"]] == ["一、工作目标", "二、主要任务"]
    assert "4" in answer["text"]


def test_projects_of_a_place_are_told_alike_in_both_languages(answerer: Answerer) -> None:
    assert answerer.ask("湖滨区有哪些项目?")["names"] == ["湖滨区护岸林工程"]
    assert answerer.ask("Which projects are in Hubin?")["names"] == ["湖滨区护岸林工程"]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("三门峡方案里有哪些工程项目?", ["湖滨区护岸林工程", "陕州区防风林工程"]),
        ("诸暨方案提到哪些水体?", ["浦阳江", "陈蔡水库"]),
    ],
)
def test_words_for_things_themselves_choose_none_of_them(answerer: Answerer, question: str, names: list[str]) -> None:
    assert answerer.ask(question)["names"] == names
