import pytest
from hypothesis import given
from hypothesis import strategies as st
from stopwatch import finish_within

from nlp.targets import outcome, unit
from nlp.targets.quantity import find


@pytest.mark.parametrize(
    ("text", "value", "unit_", "op"),
    [
        ("受污染耕地36.4万亩以上", 364_000, "亩", ">="),
        ("≥95%", 95, "%", ">="),
        ("≤ 35μg/m3", 35, "μg/m3", "<="),
        ("不超过3天", 3, "天", None),
        ("百分之九十五", 95, "%", None),
        ("百分之百", 100, "%", None),
        ("7吨/月·平方公里", 7, "吨/月·平方公里", None),
        ("5亿袋左右", 500_000_000, "袋", "~"),
        ("30台(套)以上", 30, "台(套)", ">="),
        ("百分之九十八点五以上", 98.5, "%", ">="),
        ("千分之三", 3, "‰", None),
        ("三分之二以上", 66.67, "%", ">="),
        ("九成", 90, "%", None),
        ("八成半", 85, "%", None),
        ("半数以上", 50, "%", ">="),
        ("稿件5600余篇", 5600, "篇", ">"),
        ("管网300多公里", 300, "公里", ">"),
        ("300多万亩", 3_000_000, "亩", ">"),
        ("1,130吨", 1130, "吨", None),
        ("两千亩", 2000, "亩", None),
        ("一百二十公里", 120, "公里", None),
        ("0.29万吨/天", 2900, "吨/天", None),
        ("5万吨/日", 50_000, "吨/日", None),
        ("0起/每万枚", 0, "起/每万枚", None),
        ("每立方米28微克以下", 28, "微克/立方米", "<="),
        ("两成以上", 20, "%", ">="),
        ("300克标准煤/千瓦时以下", 300, "克标准煤/千瓦时", "<="),
        ("5吨/(月·平方公里)", 5, "吨/(月·平方公里)", None),
        ("每日4000吨", 4000, "吨/日", None),
        ("0.42吨标准煤/万元", 0.42, "吨标准煤/万元", None),
        ("提高5个百分点", 5, "个百分点", None),
        ("1.5倍", 1.5, "倍", None),
        ("3449蒸吨", 3449, "蒸吨", None),
        ("1560家次", 1560, "家次", None),
        ("68%左右", 68, "%", "~"),
        ("5000辆(标准车)以上", 5000, "辆", ">="),
        ("跃上千万千瓦级台阶", 10_000_000, "千瓦", ">"),
        ("系数0.58", 0.58, None, None),
        ("EQI>-1", -1, None, ">"),
        ("100%全覆盖", 100, "%", None),
    ],
)
def test_quantity_has_value_unit_and_bound(text: str, value: float, unit_: str | None, op: str | None) -> None:
    (quantity,) = find(text)
    assert (quantity.value, quantity.unit, quantity.op) == (value, unit_, op)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit_"),
    [
        ("3至5个", 3, 5, "个"),
        ("3~5个", 3, 5, "个"),
        ("20—30%", 20, 30, "%"),
        ("20%-30%", 20, 30, "%"),
        ("3-5万亩", 30_000, 50_000, "亩"),
        ("2万至3万吨", 20_000, 30_000, "吨"),
        ("三到五个", 3, 5, "个"),
    ],
)
def test_quantity_may_be_a_range(text: str, low: float, high: float, unit_: str) -> None:
    (quantity,) = find(text)
    assert (quantity.value, quantity.value2, quantity.unit, quantity.op) == (low, high, unit_, "range")


@pytest.mark.parametrize(
    "text",
    [
        "PM2.5和O3",
        "第90百分位",
        "〔2024〕4号",
        "2025年12月31日",
        "2023-2025年",
        "“十四五”时期",
        "三线一单",
        "五水共治",
        "一厂一策",
        "十五日前",
        "5万吨级码头",
        "数百个村",
        "几十家企业",
        "三五个",
        "第三条",
        "G25高速",
        "4A级景区",
        "5G基站",
    ],
)
def test_quantity_is_no_name_date_or_guess(text: str) -> None:
    assert [each for each in find(text) if each.unit is not None] == []


@pytest.mark.parametrize(
    ("text", "op"), [("0.3%(1天)以内", "<="), ("57.7万吨 以内", "<="), ("3个内河码头", None), ("2处内湖", None)]
)
def test_bound_stands_behind_a_bracket_and_begins_no_name(text: str, op: str | None) -> None:
    assert next(find(text)).op == op


@pytest.mark.parametrize("text", ["3处理", "5个人", "8方案", "2人口", "6条例", "4元素", "7天然气", "3名录"])
def test_unit_is_not_the_beginning_of_a_longer_word(text: str) -> None:
    assert not [each for each in find(text) if each.unit in ("处", "个", "方", "人", "条", "元", "天", "名")]


@pytest.mark.parametrize(
    ("text", "value", "unit_", "op", "added"),
    [
        ("行政村全覆盖", 100, "%", "=", ""),
        ("黑臭水体动态清零", 0, None, "=", ""),
        ("化肥使用量零增长", 0, None, "=", ""),
        ("生活垃圾“零填埋”", 0, None, "=", "填埋"),
        ("危险废物趋零填埋", 0, None, "~", "填埋"),
        ("产值翻一番", 100, "%", "increase", ""),
        ("装机翻两番", 300, "%", "increase", ""),
        ("排放量减半", 50, "%", "decrease", ""),
    ],
)
def test_outcome_is_a_value_without_a_number(text: str, value: float, unit_: str, op: str, added: str) -> None:
    (found,) = outcome.find(text)
    assert (found.value, found.unit, found.op) == (value, unit_, op)
    assert outcome.noun(text[found.start : found.end]) == added


@pytest.mark.parametrize(
    "text",
    [
        "100%全覆盖",
        "全覆盖排查",
        "过程全覆盖、管理全方位",
        "零容忍",
        "零碳园区",
        "零距离服务",
        "一半以上",
        "管网清零县市区达到9个",
    ],
)
def test_outcome_is_no_manner_of_working(text: str) -> None:
    assert list(outcome.find(text)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [("亩", "area"), ("微克/立方米", "mass rate"), ("个", "count"), ("%", "share"), (None, None)],
)
def test_unit_has_a_kind(name: str | None, kind: str | None) -> None:
    assert unit.kind(name) == kind


def test_unit_is_converted_within_its_base() -> None:
    assert unit.convert(1, "平方公里", "公顷") == 100
    assert unit.convert(15, "亩", "公顷") == pytest.approx(1)
    assert unit.convert(1, "亩", "吨") is None


@given(st.text(alphabet="0123456789.,一二十百千万亿%亩个吨至-到≥以上左右(每/日年", max_size=40))
def test_quantity_lies_in_the_text_in_order(text: str) -> None:
    end = 0
    for quantity in find(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.value2 is None or quantity.value < quantity.value2
        end = quantity.end


@pytest.mark.parametrize("piece", ["1", "一", "1,", "零", "每", "万", "5至", "≥"])
def test_quantity_takes_time_linear_in_the_text(piece: str) -> None:
    def look_through(times: int) -> None:
        text = piece * times
        list(find(text))
        list(outcome.find(text))

    look_through(100)
    finish_within(2, lambda run: look_through(20_000 + run))
