"""Parts of the names of projects: the proper front, what plain words leave over, the head at the end."""

import pytest

from nlp.projects.front import front_length
from nlp.projects.head import find_head
from nlp.projects.plain import unexplained_length


@pytest.mark.parametrize(
    ("item", "front"),
    [
        ("凯里市污水处理厂", "凯里市"),
        ("祁连山南麓青海片区综合整治", "祁连山南麓青海片区"),
        ("从江加榜梯田保护", "从江加榜梯田"),
        ("“一村万树”示范村", "“一村万树”"),
        ("“两高”项目", ""),
        ("农村生活污水处理设施", ""),
        ("资源综合利用项目", ""),
        ("世界级盐湖产业基地", ""),
    ],
)
def test_front_is_the_proper_part_of_a_name(item, front):
    assert item[: front_length(item)] == front


@pytest.mark.parametrize(
    ("item", "rest"), [("黄泽污水管网工程", "黄泽"), ("推广污水处理工程", ""), ("污水处理工程", "")]
)
def test_unexplained_is_what_plain_words_leave_over(item, rest):
    assert item[: unexplained_length(item)] == rest


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("湘江廊道建设项目(零陵段)前期", "湘江廊道建设项目(零陵段)"),
        ("甲厂四期扩建", "甲厂四期扩建"),
        ("凯里市污水", None),
        ("项目清单", None),
    ],
)
def test_head_ends_a_name(item, name):
    head = find_head(item)
    assert (head and item[: head.end]) == name
