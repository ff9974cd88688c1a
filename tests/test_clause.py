import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.targets.clause import clauses, opening, sentences
from nlp.targets.operator import tail


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("森林覆盖率达到68%,湿地保护率达到50%", ["森林覆盖率达到68%", "湿地保护率达到50%"]),
        ("目标:优良率95%;达标率100%", ["目标", "优良率95%", "达标率100%"]),
        ("各县(市,区)完成3个", ["各县(市,区)完成3个"]),
        ("减排1,130吨,其中鹿寨县200吨", ["减排1,130吨", "其中鹿寨县200吨"]),
        ("车桩比达到2.2:1,其中:1.公交", ["车桩比达到2.2:1", "其中", "1.公交"]),
        ("创建“绿色,低碳”社区5个,学校3所", ["创建“绿色,低碳”社区5个", "学校3所"]),
        ("建成甲(乙,丙", ["建成甲(乙", "丙"]),
        ("森林覆盖率\t%\t≥68", ["森林覆盖率", "%", "≥68"]),
    ],
)
def test_clause_ends_at_marks_outside_brackets_and_numbers(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in clauses(text, 0, len(text))] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("到2025年达到95%。建成湿地2处。", ["到2025年达到95%", "建成湿地2处"]),
        ("优良率95%\n达标率100%", ["优良率95%", "达标率100%"]),
        ("生?文明建设!持续推进", ["生?文明建设!持续推进"]),
        ("", []),
    ],
)
def test_sentence_ends_at_stop_and_line_not_at_lost_characters(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("——森林覆盖率68%", "森林覆盖率68%"),
        ("(1)森林覆盖率", "森林覆盖率"),
        ("1.建成湿地", "建成湿地"),
        ("一是强化监管", "强化监管"),
        ("第三条 建成湿地", "建成湿地"),
        ("①建成湿地", "建成湿地"),
        ("●建成湿地", "建成湿地"),
        ("30户以上自然村", "30户以上自然村"),
        ("1.5万亩湿地", "1.5万亩湿地"),
        ("十五个村", "十五个村"),
    ],
)
def test_opening_leaves_out_bullet_and_enumerator(text: str, rest: str) -> None:
    assert text[opening(text, 0, len(text)) :] == rest


@pytest.mark.parametrize(
    ("text", "rest", "op"),
    [
        ("污水处理率稳定达到", "污水处理率", "="),
        ("PM2.5浓度控制在", "PM2.5浓度", "<="),
        ("优良率不低于", "优良率", ">="),
        ("重污染天数不超过", "重污染天数", "<="),
        ("清洁能源占比超过", "清洁能源占比", ">"),
        ("森林覆盖率接近", "森林覆盖率", "~"),
        ("能耗累计下降", "能耗", "decrease"),
        ("收集率提高", "收集率", "increase"),
        ("收集率提高到", "收集率", "="),
        ("浓度降至", "浓度", "="),
        ("可节约", "可节约", None),
        ("公里数主要", "公里数主要", None),
        ("国有", "国有", None),
    ],
)
def test_operator_is_taken_off_the_end(text: str, rest: str, op: str | None) -> None:
    found = tail(text)
    assert (text[: len(text) - found.length], found.op) == (rest, op)


@given(st.text(alphabet="甲乙,;:()“”《》1。\n\t", max_size=60))
def test_clauses_lie_in_their_sentence_in_order(text: str) -> None:
    for start, end in sentences(text):
        at = start
        for left, right in clauses(text, start, end):
            assert at <= left < right <= end
            at = right
