"""Sections and tasks that a question names by number."""

from __future__ import annotations

import pytest

from nlp.questions.mask import Mask
from nlp.questions.numbered import Numbered, find_numbered


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("杭州第五部分有几条任务", Numbered(section=5)),
        ("第十二项任务由谁负责", Numbered(task=12)),
        ("第15条归谁管", Numbered(task=15)),
        ("任务三什么时候完成", Numbered(task=3)),
        ("任务一共几项", Numbered()),
        ("What is in the third section?", Numbered(section=3)),
        ("Who carries task no. 12 of chapter four?", Numbered(section=4, task=12)),
        ("第一轮督察的任务一共几项", Numbered()),
        ("Which 5 tasks are due?", Numbered()),
    ],
)
def test_number_is_read_with_what_it_counts(question: str, named: Numbered) -> None:
    assert find_numbered(Mask(question)) == named


def test_key_holds_the_section_first_and_the_task_last() -> None:
    assert Numbered(section=2, task=14).holds("二/(五)/14")
    assert Numbered(task=3).holds("附件/三#2")
    assert not Numbered(section=5).holds("二/(五)/14")
    assert Numbered(section=5).holds("二/(五)/14", depth=1)
    assert Numbered().holds("1")
