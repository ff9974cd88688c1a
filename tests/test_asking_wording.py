"""Wordings of questions that ask the same: bodies by several fields, roles left out, askers who speak of themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked import answering

from graph.answers.answers import Answerer
from nlp.questions.lexicon import HeldDocument, Lexicon
from nlp.questions.question import read
from nlp.questions.unit import unit_asked

PLANS = {
    "huzhou.txt": "湖州市生态环境保护工作方案(2023—2025年)\n一、工作目标\n到2025年,受污染耕地安全利用率达到93%,"
    "畜禽粪污综合利用率达到91%,二氧化硫、颗粒物、总磷重点工程减排量分别达到30吨、20吨、10吨。\n二、主要任务\n"
    "(一)防治餐饮油烟。推行绿色金融,2024年底前完成排查。(牵头单位:市综合执法局;责任单位:市生态环境局、市市场监管局)\n"
    "(二)修复太湖湿地。新建德清、南浔污水管网工程。(牵头单位:市林业局;责任单位:市水利局、市文化广电旅游局)\n"
    "三、绿色出行\n(一)更新公交车辆。2025年底前全部完成。(牵头单位:市交通运输局;责任单位:市财政局)\n"
    "(二)建设充电设施。(牵头单位:市交通运输局;责任单位:市发展改革委)\n",
    "anji.txt": "安吉县环境噪声治理实施意见\n一、工作目标\n到2024年,受污染耕地安全利用率达到92%,"
    "规模养殖场粪污处理利用项目建成3个,畜禽养殖粪污资源化利用和无害化处理率达到88%。\n二、主要任务\n"
    "(一)整治施工噪声。依据《浙江省环境噪声管理决定》《安吉县夜间施工管理办法》执行。"
    "(县住建局负责,县公安局配合)\n(二)守护西苕溪。发展绿色金融。(县水利局负责)\n"
    "(三)整改噪声扰民。落实《噪声污染防治法》,2024年6月30日前完成摸排,培育静音单位5家。责任单位:县生态环境局。"
    "整改时限:2024年6月30日。\n"
    "(四)查处噪声案件。2024年办结噪声案件30件以上,2025年累计办结噪声案件80件以上。(县公安局负责)\n"
    "附件:指标责任分解表\n序号\t指标名称\t单位\t指标值\t责任部门(标*为牵头单位)\n"
    "1\t县城污水处理率\t%\t≥96\t县住建局*、水务集团\n"
    "2\t森林覆盖率\t%\t保持稳定\t县林业局\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering(tmp_path_factory, PLANS) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("Which tasks in Huzhou name the Culture, Radio, Television and Tourism Bureau?", ["二/(二)"]),
        ("Which Huzhou tasks involve the finance and forestry bureaus?", ["三/(一)", "二/(二)"]),
        ("请列明湖州市生态环境局作为责任单位(非牵头单位)承担的任务。", ["二/(一)"]),
        ("您好,我正在整理旅游方面的论文,想请教一下:湖州的林业局牵头哪项任务?谢谢!", ["二/(二)"]),
        ("I'm writing a thesis on tourism. Which task does the forestry bureau of Huzhou lead?", ["二/(二)"]),
    ],
)
def test_bodies_are_told_whatever_stands_around(answerer: Answerer, question: str, keys: list[str]) -> None:
    answer = answerer.ask(question)
    assert [task["key"] for task in answer["tasks"]] == keys


@pytest.mark.parametrize(
    "question",
    [
        "湖州防治餐饮油烟,牵头单位之外还有哪两个市级部门负责?",
        "湖州防治餐饮油烟,除牵头的以外市里还有谁?",
        "Besides the lead, who is responsible for restaurant fumes in Huzhou?",
    ],
)
def test_lead_left_out_is_not_told(answerer: Answerer, question: str) -> None:
    assert [owner["name"] for owner in answerer.ask(question)["owners"]] == ["市生态环境局", "市市场监管局"]


def test_indicators_joined_in_a_question_are_answered_each(answerer: Answerer) -> None:
    answer = answerer.ask("二氧化硫和总磷的重点工程减排量,湖州分别定了多少吨?")
    assert {(target["indicator"], target["value"]) for target in answer["targets"]} == {
        ("二氧化硫重点工程减排量", 30),
        ("总磷重点工程减排量", 10),
    }


def test_bureau_of_two_places_is_told_in_each(answerer: Answerer) -> None:
    answer = answerer.ask("水利局在湖州和安吉两地各承担哪些任务?")
    assert [task["key"] for task in answer["tasks"]] == ["二/(二)", "二/(二)"]


@pytest.mark.parametrize("question", ["湖州绿色出行那一章共列了几条?", "市交通运输局在湖州方案的任务中占了几项?"])
def test_number_of_tasks_is_asked_with_any_verb(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question)["count"] == 2


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("Which documents refer to green finance (绿色金融)?", ["anji.txt", "huzhou.txt"]),
        ("Which documents talk about green finance?", ["anji.txt", "huzhou.txt"]),
        ("Which documents cite green finance (绿色金融)?", []),
    ],
)
def test_to_refer_to_something_may_be_to_speak_of_it(answerer: Answerer, question: str, sources: list[str]) -> None:
    answer = answerer.ask(question)
    assert sorted(document["source"] for document in answer.get("documents", [])) == sources


def test_names_are_asked_for_with_words_before_their_kind(answerer: Answerer) -> None:
    assert answerer.ask("湖州要新建哪两个污水管网工程")["names"] == ["德清污水管网工程", "南浔污水管网工程"]
    answer = answerer.ask("Which decision does the Anji plan rely on for construction noise?")
    assert answer["intent"] == "citations"
    assert answer["names"] == ["浙江省环境噪声管理决定"]


def test_share_asked_of_a_plan_asks_for_no_document(answerer: Answerer) -> None:
    assert answerer.ask("To what percentage does Anji's plan raise forest coverage?")["none"]


def test_only_values_in_the_same_kind_of_unit_are_compared(answerer: Answerer) -> None:
    answer = answerer.ask("Livestock manure use: does Huzhou or Anji ask for more?")
    assert [target["value"] for target in answer["targets"]] == [88, 91]
    assert answer["text"].startswith("The highest is Huzhou(91%,2025)")


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("火星市2025年受污染耕地安全利用率是多少?", "没有火星市的文件"),
        ("火星市和湖州的受污染耕地安全利用率比较", "没有火星市的文件"),
        ("云顶县的水利局负责什么?", "没有云顶县的文件"),
    ],
)
def test_place_that_nobody_knows_is_told(answerer: Answerer, question: str, missing: str) -> None:
    answer = answerer.ask(question)
    assert missing in answer["text"]
    assert answer["none"] != ("湖州" in question)


def test_common_noun_of_places_is_no_name_of_one(answerer: Answerer) -> None:
    assert not answerer.ask("示范县的受污染耕地安全利用率是多少?")["none"]


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("湖州市水利局负责哪些任务?", ["二/(二)"]),
        ("What does the Huzhou municipal water bureau carry?", ["二/(二)"]),
        ("安吉县水利局负责哪些任务?", ["二/(二)"]),
        ("湖州的水利部门负责哪些任务?", ["二/(二)", "二/(二)"]),
        ("湖州市公安局配合哪些任务?", []),
    ],
)
def test_bureau_of_a_place_is_none_of_a_place_inside(answerer: Answerer, question: str, keys: list[str]) -> None:
    answer = answerer.ask(question)
    assert [task["key"] for task in answer.get("tasks", [])] == keys
    assert answer["none"] == (not keys)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("湖州2025年的受污染耕地安全利用率和安吉的比一比", [92, 93]),
        ("安吉的受污染耕地安全利用率和湖州2025年的比,谁高?", [92, 93]),
        ("湖州和安吉2025年的受污染耕地安全利用率比较", [93]),
        ("2025年湖州和安吉的受污染耕地安全利用率各是多少?", [93]),
    ],
)
def test_year_said_of_one_place_leaves_the_other_its_own(
    answerer: Answerer, question: str, values: list[float]
) -> None:
    assert [target["value"] for target in answerer.ask(question)["targets"]] == values


def test_bodies_that_help_are_told_beside_those_responsible(answerer: Answerer) -> None:
    answer = answerer.ask("安吉施工噪声由谁负责?")
    assert [owner["name"] for owner in answer["owners"]] == ["县住建局"]
    assert "另有县公安局(配合)" in answer["text"]
    assert "县公安局" not in answerer.ask("安吉施工噪声由谁牵头?")["text"]


def test_unit_at_the_end_asks_for_a_value() -> None:
    assert unit_asked("Huzhou's cut in nitrogen oxides, in tonnes?") == "吨"
    assert unit_asked("Who leads the work in the villages?") is None


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("受污染耕地安全利用率谁高,湖州还是安吉?", 93),
        ("受污染耕地安全利用率:湖州、安吉两家比比看", 93),
        ("How many quiet units (静音单位) does Anji want?", 5),
    ],
)
def test_values_are_asked_for_in_few_words(answerer: Answerer, question: str, value: float) -> None:
    assert value in [target["value"] for target in answerer.ask(question)["targets"]]


def test_law_is_named_by_its_title_in_english(answerer: Answerer) -> None:
    answer = answerer.ask("Which documents mention the Noise Pollution Control Law?")
    assert [document["source"] for document in answer["documents"]] == ["anji.txt"]


def test_time_of_the_field_for_the_time_limit_is_told(answerer: Answerer) -> None:
    assert answerer.ask("安吉第三项的整改时限")["names"] == ["2024年6月30日前"]


def test_part_number_ends_where_another_number_begins() -> None:
    documents = tuple(HeldDocument(f"part-{part}", "all.txt", part, None, "plan") for part in ("篇三", "篇十八"))
    assert read("篇十八三家比比看", Lexicon(documents)).documents == ("part-篇十八",)
    assert read("篇三和篇十八的任务", Lexicon(documents)).documents == ("part-篇三", "part-篇十八")


def test_documents_on_a_word_are_those_that_say_it_again_and_again(answerer: Answerer) -> None:
    assert [document["source"] for document in answerer.ask("讲噪声的是哪份文件?")["documents"]] == ["anji.txt"]


@pytest.mark.parametrize(
    ("question", "owners"),
    [
        ("安吉指标责任分解表里,县城污水处理率由谁牵头?", [("县住建局", "lead")]),
        ("安吉附件里县城污水处理率是哪些部门的责任?", [("县住建局", "lead"), ("水务集团", "responsible")]),
        ("In the annex of the Anji plan, who is responsible for forest coverage?", [("县林业局", "responsible")]),
    ],
)
def test_bodies_of_an_indicator_stand_in_the_row_of_its_table(
    answerer: Answerer, question: str, owners: list[tuple[str, str]]
) -> None:
    answer = answerer.ask(question)
    assert [(owner["name"], owner["role"]) for owner in answer["owners"]] == owners
    assert [quoted["quote"] for quoted in answer["evidence"]] == [name for name, _ in owners]


def test_indicator_that_no_table_has_is_carried_by_nobody(answerer: Answerer) -> None:
    assert answerer.ask("安吉指标责任分解表里,核电站安全由谁牵头?")["none"]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("湖州防治餐饮油烟由几个部门负责?", 3),
        ("湖州防治餐饮油烟由几个部门牵头?", 1),
        ("How many bureaus share the restaurant fume task in Huzhou?", 3),
    ],
)
def test_bodies_of_a_task_are_counted(answerer: Answerer, question: str, count: int) -> None:
    assert answerer.ask(question)["count"] == count


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("安吉哪年要办结噪声案件80件?", ["2025年"]),
        ("By when must Anji have closed 30 noise cases?", ["2024年"]),
    ],
)
def test_time_is_that_of_the_number_asked(answerer: Answerer, question: str, names: list[str]) -> None:
    assert answerer.ask(question)["names"] == names


def test_tasks_with_a_deadline_are_those_due(answerer: Answerer) -> None:
    assert [task["key"] for task in answerer.ask("Which Anji tasks have a 2025 deadline?")["tasks"]] == ["二/(四)"]


@pytest.mark.parametrize(
    "question", ["How many news items on noise did Anji publish?", "Which circular economy park is Anji building?"]
)
def test_nouns_of_two_words_are_no_cues_by_one_of_them(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question)["none"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("湖州防治餐饮油烟由谁负责?", "市生态环境局(负责)、市市场监管局"),
        ("Who is responsible for restaurant fumes in Huzhou?", "市生态环境局 (responsible), 市市场监管局"),
    ],
)
def test_names_are_joined_as_the_language_of_the_question_joins_them(
    answerer: Answerer, question: str, told: str
) -> None:
    assert told in answerer.ask(question)["text"]
