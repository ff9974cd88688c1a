"""Bounds that questions set: on the values of targets, with or without a unit, and on classes of water."""

from collections.abc import Iterator

import pytest
from asked import answering

from graph.answers.answers import Answerer
from nlp.questions.bound import Bound, find_class_bound, find_value_bound
from nlp.questions.mask import Mask


@pytest.mark.parametrize(
    ("question", "bound"),
    [
        ("哪些目标超过90%?", Bound(">", 90, "%")),
        ("100%的目标有哪些", Bound("=", 100, "%")),
        ("PM2.5不超过35的目标", Bound("<=", 35)),
        ("PM2.5浓度控制在35微克/立方米以内的城市", Bound("<=", 35, "微克/立方米")),
        ("新增造林10万亩以上的地方", Bound(">=", 100_000, "亩")),
        ("投资超过1.5亿元的目标", Bound(">", 150_000_000, "元")),
        ("targets above 95%", Bound(">", 95, "%")),
        ("goals of at least 90 per cent", Bound(">=", 90, "%")),
        ("Which targets exceed 5 million yuan?", Bound(">", 5_000_000, "元")),
        ("PM2.5 targets below 35 micrograms per cubic metre", Bound("<", 35, "微克/立方米")),
        ("Which places plant more than 100,000 mu?", Bound(">", 100_000, "亩")),
        ("PM2.5目标是多少", None),
        ("PM2.5浓度低于35吗", None),
        ("2025年的目标", None),
        ("哪些任务是10个", None),
    ],
)
def test_bound_of_values_is_read_with_its_unit(question: str, bound: Bound | None) -> None:
    assert find_value_bound(Mask(question)) == bound


@pytest.mark.parametrize(
    ("question", "bound"),
    [
        ("哪些河流要达到Ⅲ类?", Bound("=", 3, "类")),
        ("水质优于Ⅲ类的湖泊有哪些", Bound("<=", 3, "类")),
        ("Which rivers must reach class II?", Bound("=", 2, "类")),
        ("Which lakes are to meet class III or better?", Bound("<=", 3, "类")),
        ("Ⅲ类水体比例目标是多少", None),
        ("Which plans speak of class III waters?", None),
    ],
)
def test_bound_of_water_is_its_class(question: str, bound: Bound | None) -> None:
    assert find_class_bound(Mask(question)) == bound


@pytest.mark.parametrize(
    ("value", "unit", "within"),
    [
        (95, "%", False),
        (2, "平方公里", True),
        (150, "公顷", True),
        (1600, "亩", True),
        (90, "公顷", False),
        (200, None, False),
    ],
)
def test_bound_admits_a_value_in_any_unit_of_its_kind(value: float, unit: str | None, within: bool) -> None:
    assert Bound(">", 100, "公顷").admits(value, unit) is within


def test_bound_of_concentration_admits_it_however_its_unit_is_written() -> None:
    assert Bound("<=", 35, "微克/立方米").admits(34, "μg/m3")
    assert not Bound("<=", 35, "微克/立方米").admits(34, "毫克/升")


PLANS = {
    "wanan.txt": "万安县碧水方案(2023—2025年)\n一、工作目标\n到2025年,遂川江水质达到Ⅲ类,蜀水水质达到Ⅱ类,"
    "PM2.5年均浓度控制在28微克/立方米以内,PM10年均浓度下降6%。\n二、主要任务\n1.治水。清理芦源水库。(责任单位:县水利局)\n",
    "taihe.txt": "泰和县蓝天方案(2023—2025年)\n一、工作目标\n到2025年,PM2.5年均浓度控制在36微克/立方米以内,"
    "较2020年下降8%,造林900亩。\n二、主要任务\n1.造林。完成营造林12万亩。(责任单位:县林业局)\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering(tmp_path_factory, PLANS) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("PM2.5不超过35的目标", [28]),
        ("PM2.5 targets of at most 36 micrograms per cubic metre", [28, 36]),
        ("造林1万亩以上的地方", [120_000]),
        ("Which places have afforestation targets over 100,000 mu?", [120_000]),
        ("哪些河流要达到Ⅲ类?", [3]),
        ("Which rivers must reach class III or better?", [2, 3]),
        ("哪些水库要达到Ⅲ类?", []),
    ],
)
def test_bound_leaves_out_what_lies_beyond_it(answerer: Answerer, question: str, values: list[float]) -> None:
    assert sorted(one["value"] for one in answerer.ask(question).get("targets", [])) == values


def test_answer_in_english_lists_and_names_roles_in_english(answerer: Answerer) -> None:
    assert "县林业局 (responsible)" in answerer.ask("Who is responsible for afforestation in Taihe?")["text"]
    assert ", " in answerer.ask("Which rivers must reach class III or better?")["text"]
    assert "Wuhan" in answerer.ask("Which tasks concern wetlands in Wuhan?")["text"]


@pytest.mark.parametrize(
    ("question", "headings"),
    [("哪些任务提到营造林?", ["造林"]), ("Which tasks mention the reservoir?", ["治水"])],
)
def test_tasks_that_speak_of_a_thing_are_all_told(answerer: Answerer, question: str, headings: list[str]) -> None:
    assert [task["heading"] for task in answerer.ask(question)["tasks"]] == headings
