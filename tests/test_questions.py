"""How questions are read: intent, scope, bodies, years, waters, topic; over a small corpus made by hand."""

from __future__ import annotations

import pytest
from stopwatch import finish_within

from nlp.places.gazetteer import load_entries
from nlp.questions.lexicon import HeldDocument, Lexicon
from nlp.questions.question import read
from nlp.questions.reading import Reading
from nlp.questions.role import role_of
from nlp.questions.unit import unit_asked

LUZHOU = ("四川省", "泸州市", "510000", "510500")
YIXING = ("江苏省", "无锡市", "宜兴市", "320000", "320200", "320282")
LEXICON = Lexicon(
    (
        HeldDocument("luzhou", "luzhou.txt", None, "泸州市水污染防治行动计划", "plan", LUZHOU),
        HeldDocument("yixing", "yixing.txt", None, "宜兴市太湖治理工作方案", "plan", YIXING),
        HeldDocument("part-3", "all.txt", "篇三", None, "notice"),
        HeldDocument("part-12", "all.txt", "篇十二", None, "plan"),
    ),
    frozenset({"市水务局", "市生态环境局", "市太湖治理领导小组成员单位", "各区县人民政府"}),
    ("太湖", "沱江", "永宁河"),
    ("城东污水处理厂二期工程", "罗汉污水管网工程"),
)


def reading(question: str, before: Reading | None = None) -> Reading:
    return read(question, LEXICON, before)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("泸州水务局牵头哪些任务?", "tasks_by_department"),
        ("公安在泸州方案中被列进了哪项任务?", "tasks_by_department"),
        ("Which tasks does the Luzhou water bureau lead?", "tasks_by_department"),
        ("泸州黑臭水体整治由谁负责?", "owners_of_task"),
        ("Who is in charge of sludge in Yixing?", "owners_of_task"),
        ("泸州要新建多少公里污水管网?", "targets_by_indicator"),
        ("What share of days with good air does Yixing aim for?", "targets_by_indicator"),
        ("泸州PM2.5浓度", "targets_by_indicator"),
        ("泸州和宜兴的污水处理率各是多少?", "compare"),
        ("Which of Luzhou and Yixing sets the stricter sewage treatment rate?", "compare"),
        ("宜兴哪一年消除黑臭水体?", "deadlines"),
        ("By when must Luzhou finish the sewers?", "deadlines"),
        ("2025年底前泸州要完成什么?", "due"),
        ("哪些任务涉及沱江?", "water_bodies"),
        ("沱江呢", "water_bodies"),
        ("泸州第三项任务", "tasks"),
        ("How many beautiful rivers and lakes must Luzhou create?", "targets_by_indicator"),
        ("有没有讲幼儿园的文件?", "documents"),
        ("What does the Luzhou plan cite?", "citations"),
        ("Which lakes does the Yixing plan name?", "water_bodies"),
        ("泸州有哪些污水处理厂项目?", "projects"),
        ("What is the sewage plant project in Luzhou called?", "projects"),
        ("宜兴方案引用了哪些文件?", "citations"),
        ("Which regulations does the Luzhou plan cite?", "citations"),
        ("哪些文件提到“海绵城市”?", "documents"),
        ("哪份文件讲到“谁污染、谁治理”?", "documents"),
        ("宜兴要印发哪个创建工作方案?", "citations"),
        ("Which part of the compilation deals with noise?", "documents"),
        ("泸州方案一共有多少项任务?", "counts"),
        ("In how many Yixing tasks is the police involved?", "counts"),
        ("哪个部门牵头任务最多?", "ranking"),
        ("泸州哪项任务讲饮用水?", "tasks"),
        ("泸州和宜兴的污水处理率谁高?", "compare"),
        ("泸州细颗粒物控制到几微克", "targets_by_indicator"),
        ("What is the budget of the Luzhou plan?", "targets_by_indicator"),
        ("Whose sewage treatment rate is higher, Luzhou's or Yixing's?", "compare"),
    ],
)
def test_intent_follows_cues_and_names(question: str, intent: str) -> None:
    assert reading(question).intent == intent


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("泸州的任务", ("luzhou",)),
        ("Luzhou's tasks", ("luzhou",)),
        ("四川的方案", ("luzhou",)),
        ("泸州和宜兴的目标", ("luzhou", "yixing")),
        ("江阳区的污水处理率", ("luzhou",)),
        ("篇三讲什么", ("part-3",)),
        ("第十二篇的任务", ("part-12",)),
        ("parts 3 and 12", ("part-3", "part-12")),
        ("篇三和篇十二分别有几项任务", ("part-3", "part-12")),
        ("汇编里谁负责噪声", ("part-3", "part-12")),
        ("太湖治理工作方案的任务", ("yixing",)),
        ("谁管噪声", None),
        ("18项任务里谁管噪声", None),
        ("贵阳的目标", ()),
        ("Guiyang's targets", ()),
    ],
)
def test_scope_is_what_the_question_names(question: str, documents: tuple[str, ...] | None) -> None:
    assert reading(question).documents == documents


@pytest.mark.parametrize(
    ("question", "held", "note"),
    [
        ("兰州的污水处理率", [], []),
        ("泸洲的污水处理率", ["泸州市"], [("泸洲", "泸州")]),
        ("Luzhuo's sewage treatment rate", ["泸州市"], [("Luzhuo", "Luzhou")]),
    ],
)
def test_typing_errors_in_places_are_forgiven_and_noted(question: str, held: list[str], note: list[object]) -> None:
    assert reading(question).places.held == held
    assert list(reading(question).notes) == note


@pytest.mark.parametrize(
    ("question", "functions"),
    [
        ("水务局负责什么", ["water"]),
        ("泸州市水利局的任务", ["water"]),
        ("水务部门承担什么职责", ["water"]),
        ("发改和住建都参与的任务", ["development_reform", "housing"]),
        ("the natural resources bureau", ["natural_resources"]),
        ("bureau of ecology and environment", ["ecology"]),
        ("which tasks involve the police", ["public_security"]),
        ("what do the transport authorities lead", ["transport"]),
        ("生态环境保护的目标", []),
        ("农业面源污染谁负责", []),
        ("化肥减量工作考核办法", []),
        ("who is responsible for village sewage", []),
        ("推进学校噪声治理", []),
    ],
)
def test_departments_are_told_from_topics(question: str, functions: list[str]) -> None:
    assert [department.function for department in reading(question).departments] == functions


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("由谁牵头", "lead"),
        ("谁负责", "carrier"),
        ("配合单位有哪些", "cooperating"),
        ("由谁督导", "supervising"),
        ("谁牵头、谁配合", "any"),
        ("Who leads it?", "lead"),
        ("Who takes part?", "any"),
        ("Who supervises it?", "supervising"),
        ("牵头督导单位是谁", "supervising"),
        ("由谁配合督导", "supervising"),
        ("牵头和参与了哪些", "any"),
        ("是谁牵的头", "lead"),
        ("全部任务,不论牵头还是责任", "any"),
        ("参与但不牵头的任务", "follower"),
        ("only as a responsible unit, not a lead", "responsible"),
        ("which leads it and which back it up", "any"),
    ],
)
def test_role_is_the_one_asked_for(question: str, role: str) -> None:
    assert role_of(question) == role


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("2025年目标", ("2025",)),
        ("2023、2025各多少", ("2023", "2025")),
        ("“十四五”期间", ("2025",)),
        ("十五五末要达到多少", ("2030",)),
        ("in the 13th Five-Year Plan period", ("2020",)),
        ("2025年比2020年下降多少", ("2025",)),
        ("the cut compared with 2020", ()),
        ("by 2027", ("2027",)),
        ("环办〔2015〕17号", ()),
    ],
)
def test_years_asked_for_are_not_those_compared_with(question: str, years: tuple[str, ...]) -> None:
    assert reading(question).years == years


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("多少公里", "公里"),
        ("多少万亩", "亩"),
        ("how many hectares", "公顷"),
        ("what share", "%"),
        ("要达到多少", None),
        ("how many ponds", "个"),
        ("有多少方案", None),
    ],
)
def test_unit_asked_for(question: str, unit: str | None) -> None:
    assert unit_asked(question) == unit


@pytest.mark.parametrize(
    ("question", "waters"),
    [
        ("太湖治理", ("太湖",)),
        ("Lake Tai", ("太湖",)),
        ("the Yongning River", ("永宁河",)),
        ("the Yellow River", ()),
        ("the Yongning river", ("永宁河",)),
        ("Yongninghe river", ("永宁河",)),
    ],
)
def test_waters_in_either_language(question: str, waters: tuple[str, ...]) -> None:
    assert reading(question).waters == waters


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who leads carbon peaking?", "碳达峰"),
        ("What farm-film recovery rate is set?", "农膜回收率"),
        ("Who is responsible for saving water?", "节水"),
        ("Who handles restoring wetlands?", "湿地"),
        ("谁负责推广绿色建筑", "绿色建筑"),
        ("COD要减排多少吨", "化学需氧量"),
        ("Who cleans the GIS of drains?", "GIS"),
        ("eliminating black and odorous water", "黑臭水体"),
        ("谁管臭水沟", "黑臭水体"),
        ("Who builds the Luohan plant?", "罗汉"),
        ("Who is in charge of dredging?", "清淤"),
    ],
)
def test_topic_is_said_in_chinese(question: str, name: str) -> None:
    topic = reading(question).topic
    assert name in [*topic.phrases, *(n for concept in topic.concepts for n in concept.names)]


@pytest.mark.parametrize(
    ("question", "bodies", "documents"),
    [
        ("除了水务局,还有谁负责沱江", ["water"], None),
        ("除泸州市水务局外谁负责沱江", ["water"], ("luzhou",)),
        ("Besides the water bureau, who is responsible for the Tuo River?", ["water"], None),
        ("Which plans other than Luzhou's mention noise?", [], ("yixing", "part-3", "part-12")),
        ("除了宜兴,哪些方案提到噪声", [], ("luzhou", "part-3", "part-12")),
        ("泸州消除黑臭水体由谁负责", [], ("luzhou",)),
    ],
)
def test_what_a_question_leaves_out(question: str, bodies: list[str], documents: tuple[str, ...] | None) -> None:
    found = reading(question)
    assert [department.function for department in found.without.departments] == bodies
    assert found.departments == ()
    assert found.documents == documents


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("泸州市水雾局负责什么", ("水雾局", "水务局")),
        ("沱浆治理由谁负责", None),
        ("永宁核在哪项任务", None),
        ("哪些任务涉及咏宁河", ("咏宁河", "永宁河")),
        ("tasks of the Luzhou transport bureu", ("bureu", "bureau")),
        ("Who is responsible for sludge in Luzhou?", None),
    ],
)
def test_typing_errors_in_names_are_put_right_and_noted(question: str, note: tuple[str, str] | None) -> None:
    assert reading(question).notes == ((note,) if note else ())


@pytest.mark.parametrize(
    ("question", "waters", "absent"),
    [
        ("牡丹江流域由谁治理", ("牡丹江",), []),
        ("牡丹江市的任务", (), ["牡丹江市"]),
        ("Who cleans up Mudanjiang?", ("牡丹江",), []),
        ("Who cleans up the Mudan River?", ("牡丹江",), []),
    ],
)
def test_river_is_told_from_the_city_of_its_name(question: str, waters: tuple[str, ...], absent: list[str]) -> None:
    read_so = read(question, Lexicon(LEXICON.documents, LEXICON.bodies, ("太湖", "牡丹江")))
    assert (read_so.waters, read_so.places.absent) == (waters, absent)


def test_quoted_words_are_what_is_asked_about_and_no_cues() -> None:
    asked = reading("哪份文件讲到“山海协作”?")
    assert (asked.intent, asked.role, asked.quoted) == ("documents", "any", ("山海协作",))


def test_carrying_something_is_no_topic() -> None:
    said = [concept.said for concept in reading("Who is accountable for pollution permits in Luzhou?").topic.concepts]
    assert "accountable" not in said
    assert "permits" in " ".join(said)


def test_follow_up_takes_over_what_it_leaves_open() -> None:
    first = reading("泸州水务局2025年牵头哪些任务?")
    then = reading("那宜兴呢?", first)
    assert (then.intent, then.role, then.years) == ("tasks_by_department", "lead", ("2025",))
    assert then.documents == ("yixing",)
    assert then.departments == first.departments
    assert reading("and in Luzhou?", then).documents == ("luzhou",)


@pytest.mark.parametrize(
    ("first", "then", "intent"),
    [
        ("谁负责宜兴的太湖治理?", "泸州谁牵头?", "owners_of_task"),
        ("泸州水务局负责哪些任务?", "其中2025年要完成的?", "tasks_by_department"),
        ("泸州水务局负责哪些任务?", "一共几项?", "counts"),
        ("Which tasks does the Luzhou water bureau carry?", "only those due in 2025", "tasks_by_department"),
        ("泸州水务局牵头哪些任务?", "作为责任单位的呢", "tasks_by_department"),
    ],
)
def test_follow_up_is_told_by_the_matter_that_it_does_not_name(first: str, then: str, intent: str) -> None:
    before = reading(first)
    followed = reading(then, before)
    assert followed.intent == intent
    assert (followed.departments, followed.topic) == (before.departments, before.topic)


def test_supervision_of_something_is_no_role() -> None:
    asked = reading("Who are the responsible units for the supervision of lakes, apart from the lead?")
    assert asked.role == "responsible"
    assert reading("Who supervises the lake clean-up?").role == "supervising"


def test_name_that_nothing_is_called_by_is_left_over() -> None:
    assert reading("Which tasks cover the Langqiao River?").topic.names == ("Langqiao",)
    assert reading("Which tasks cover the West River? Show them.").topic.names == ()


@pytest.mark.parametrize(
    "question", ["水雾局牵头哪些任务?", "鼓楼区水务局2025年要完成什么?", "What does the Luzhou water bureau lead?"]
)
def test_question_over_the_plans_of_all_counties_is_read_at_once(question: str) -> None:
    counties = [entry for entry in load_entries().values() if entry.rank == 2 and not entry.former]
    held = tuple(
        HeldDocument(
            entry.code, f"{entry.code}.txt", None, f"{entry.name}水污染防治方案", "plan", (entry.name, entry.code)
        )
        for entry in counties
    )
    bodies, waters = (frozenset(f"{entry.name}{end}" for entry in counties) for end in ("水务局", "河"))
    lexicon = Lexicon(held, bodies, tuple(sorted(waters)))
    first = read(question, lexicon)
    assert finish_within(0.5, lambda _: read(question, lexicon)) == first
    assert first.departments
