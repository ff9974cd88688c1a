"""Whether the words of a question are accounted for by what was found."""

from __future__ import annotations

import pytest

from graph.answers.account import HALF, accounted, acted, is_strange
from nlp.questions.topic import find_topic

NOISE = "实施噪声污染防治行动,强化噪声源头管控"
SAND = "加强河道采砂管理,清理取缔非法采砂点"


@pytest.mark.parametrize(
    ("topic", "text", "there"),
    [
        ("噪声防治", NOISE, True),
        ("噪声扰民", NOISE, True),
        ("沙尘暴防治", NOISE, False),
        ("fight against noise", NOISE, True),
        ("asbestos removal", SAND, False),
        ("removal of sand mining", SAND, True),
        ("carbon capture and storage", "推动二氧化碳减排", False),
        ("", NOISE, True),
        ("海洋垃圾清理", "强化城镇垃圾清理", False),
    ],
)
def test_more_than_half_of_the_words_or_all_field_terms_account_for_a_topic(topic: str, text: str, there: bool) -> None:
    assert accounted(find_topic([topic], not topic.isascii()), text) is there


def test_short_text_must_say_half_of_the_words_beside_the_field_terms() -> None:
    topic = find_topic(["energy", "non-fossil"], chinese=False)
    assert accounted(topic, "非化石能源占一次能源消费比例", HALF)
    assert not accounted(topic, "新能源车辆比例", HALF)


def test_name_has_to_be_said_itself() -> None:
    topic = find_topic(["sand mining at Muli"], chinese=False)
    assert accounted(topic, "木里矿区" + SAND)
    assert not accounted(topic, SAND)


def test_term_is_one_word_and_counts_by_its_length() -> None:
    assert accounted(find_topic(["受污染耕地安全利用率各是"], chinese=True), "受污染耕地安全利用率达到93%", HALF)


def test_single_everyday_word_may_mean_no_more_than_a_kind() -> None:
    text = "强化野生动植物栖息地保护"
    assert not accounted(find_topic(["giant panda protection"], chinese=False), text)
    assert accounted(find_topic(["wildlife protection"], chinese=False), text)


def test_term_stands_in_one_clause() -> None:
    apart = "精准实施农用地分类管理。跟踪填埋场垃圾处理"
    assert not accounted(find_topic(["垃圾分类"], chinese=True), apart)


def test_parts_of_a_missing_term_do_not_count() -> None:
    topic = find_topic(["marine litter removal"], chinese=False)
    assert not accounted(topic, "大力整治城镇垃圾,取缔乱堆乱放")


def test_facility_may_be_named_short() -> None:
    topic = find_topic(["废品站清理"], chinese=True)
    assert accounted(topic, "完成对无证照经营废品收购站点的清理")
    assert not accounted(topic, "完成对无证照经营网点的整改")


@pytest.mark.parametrize(
    ("topic", "strange"), [("地铁噪声", True), ("噪声防治", False), ("噪声要建", False), ("subway noise", False)]
)
def test_word_that_stands_nowhere_is_strange_and_raises_the_bar(topic: str, strange: bool) -> None:
    asked = find_topic([topic], chinese=not topic.isascii())
    assert is_strange(asked, NOISE) is strange
    assert accounted(asked, NOISE, strange=strange) is not strange


@pytest.mark.parametrize(("topic", "there"), [(["亚运会", "开幕"], False), (["亚运会", "碳中和"], True)])
def test_what_is_to_happen_has_to_be_told(topic: list[str], there: bool) -> None:
    assert acted(find_topic(topic, chinese=True), "以实现杭州亚运会碳中和为先导目标") is there


def test_verbs_and_adverbs_that_nobody_knows_do_not_count() -> None:
    topic = find_topic(["mine-water problem solved automatically"], chinese=False)
    assert accounted(topic, "抓好矿涌水整治,解决存在问题")
